"""What importing costs: Django starts, and pages show, without the SDKs."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

SDKS = "chatkit", "openai", "agents", "pydantic"

SELDOM = *SDKS, "httpx"
"""What takes long to import, and no step here needs."""

START = "import django; django.setup()"

STEPS = {
    "Django starts": "",
    "the system is checked": "from django.core import checks\nassert not checks.run_checks()",
    "a page shows the chat": "from tests.pages import render, user_request\n"
    "assert 'openai-chatkit' in render('{% chatkit %}', user_request())",
    "the URLs are loaded": "from django.urls import reverse\n"
    "assert reverse('django_chatkit:conversation') == '/chatkit/conversation'",
    "the admin is loaded": "import django_chatkit.admin",
    "assistants are looked up": "from django_chatkit.backends import assistants\n"
    "assert assistants['default'].alias == 'default'",
}


@pytest.mark.parametrize("step", STEPS)
def test_neither_the_sdks_nor_an_http_client_are_imported_when(step: str) -> None:
    """In a process of its own."""
    code = f"{START}\n{STEPS[step]}\nimport sys\n"
    code += f"print(*sorted(set({SELDOM!r}) & set(sys.modules)))"

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


@pytest.mark.parametrize(
    "name", ["backends", "hosted", "server", "services"], ids="django_chatkit.{}".format
)
def test_what_a_package_offers_is_there_though_it_is_loaded_late(name: str) -> None:
    package = import_module(f"django_chatkit.{name}")

    assert [offered for offered in package.__all__ if not hasattr(package, offered)] == []
