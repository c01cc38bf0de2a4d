"""The example site as ``make demo`` runs it, on a database of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.servers import ROOT, Site, running

FOLDER = ROOT / "example_project"

Manage = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(**variables: str) -> dict[str, str]:
    """This process's environment without what would configure the example site."""
    clean = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("CHATKIT_", "DJANGO_", "EXAMPLE_", "OPENAI_", "PYTEST_"))
    }
    return clean | {"PYTHONUNBUFFERED": "1"} | variables


@pytest.fixture(scope="session")
def manage() -> Manage:
    """Runs one ``manage.py`` command with the given environment variables."""

    def run(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-W", "error", "manage.py", *arguments],
            cwd=FOLDER,
            env=environment(**variables),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def museum(manage: Manage, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The seeded demo under uvicorn."""
    path: Path = tmp_path_factory.mktemp("museum") / "museum.sqlite3"
    variables = {"EXAMPLE_DEMO": "true", "DATABASE_URL": f"sqlite:///{path}"}
    for command in ("migrate", "seed_demo"):
        manage(command, **variables).check_returncode()
    with running(
        "config.asgi:application",
        "asgi",
        database=variables["DATABASE_URL"],
        environment=environment(**variables),
        folder=FOLDER,
        ready="/",
    ) as site:
        yield site
