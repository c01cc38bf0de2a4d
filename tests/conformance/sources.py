"""The sources of installed packages, and a run of the tests that come with them."""

import os
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

from tests.conftest import missing

SOURCES = Path(sys.prefix) / "sources"
"""Where ``make .venv/.sources`` puts them."""


def unpacked(package: str, folder: Path) -> Path:
    """The source tree of the installed ``package``, unpacked into ``folder``."""
    name = f"{package.replace('-', '_')}-{version(package)}"
    archive = SOURCES / f"{name}.tar.gz"
    if not archive.exists():
        missing(f"The source of {package} {version(package)} (make .venv/.sources)")
    with tarfile.open(archive) as files:
        files.extractall(folder, filter="data")
    return folder / name


@dataclass
class Results:
    """How a run of pytest ended."""

    passed: int
    others: int
    """Failed, broken or skipped."""
    output: str


def run_pytest(folder: Path, *arguments: str, environment: dict[str, str]) -> Results:
    """Run tests in ``folder`` as their project would: without Django, without our settings."""
    (folder / "pytest.ini").write_text(
        "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = session\n"
    )
    report = folder / "report.xml"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-c", "pytest.ini"),
            *("-p", "no:django", "-p", "no:schemathesis", "-p", "no:cacheprovider"),
            f"--junitxml={report}",
            *arguments,
        ],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if not report.exists():
        raise RuntimeError(f"pytest did not run:\n{done.stdout}")
    suite = ElementTree.parse(report).getroot()[0].attrib  # noqa: S314 - pytest's own file
    others = sum(int(suite[name]) for name in ("failures", "errors", "skipped"))
    return Results(int(suite["tests"]) - others, others, done.stdout)
