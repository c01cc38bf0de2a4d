"""What somebody who mistyped a name probably meant."""

import difflib
from collections.abc import Iterable


def nearest(name: object, known: Iterable[str]) -> str | None:
    """The known name closest to a mistyped one; ``None`` if none is close.

    Case, and the choice between ``snake_case``, ``camelCase`` and dashes, do not count.
    """
    spelled = {_plain(candidate): candidate for candidate in known}
    found = difflib.get_close_matches(_plain(str(name)), spelled, n=1, cutoff=0.6)
    return spelled[found[0]] if found else None


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """A sentence for an error message: the nearest known name, or all of them."""
    known = sorted(known)
    meant = nearest(name, known)
    if meant is not None:
        return f"Did you mean {meant!r}?"
    return "Known: " + (", ".join(known) or "none") + "."


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")
