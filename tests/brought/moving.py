"""A server's package, moved here as a guide's diffs say."""

import shutil
from pathlib import Path


def copy_package(source: Path, folder: Path, name: str, leave_out: frozenset[str]) -> Path:
    """A package of that name in ``folder``, without some of its modules."""
    target = folder / name
    ignored = shutil.ignore_patterns("__pycache__", *leave_out)
    shutil.copytree(source, target, ignore=ignored)
    return target


def apply_diff(diff: str, folder: Path) -> None:
    """Change one file as a diff without line numbers says; hunks are parted by ``@@``.

    Raises:
        ValueError: what a hunk changes does not stand in the file exactly once.
    """
    first, _, rest = diff.partition("\n")
    path = folder / first.removeprefix("--- ")
    text = path.read_text()
    for hunk in rest.split("@@\n"):
        lines = hunk.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in "- ")
        new = "".join(line[1:] for line in lines if line[0] in "+ ")
        if text.count(old) != 1:
            raise ValueError(f"{path.name} has {text.count(old)} times:\n{old}")
        text = text.replace(old, new)
    path.write_text(text)
