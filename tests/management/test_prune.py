"""``chatkit_prune`` as an operator meets it."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from django_chatkit import services
from django_chatkit.models import ChatAttachment
from tests.management.test_commands import Terminal
from tests.models import rows

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)


def run(*arguments: str) -> str:
    output = io.StringIO()
    call_command("chatkit_prune", *arguments, stdout=output, stderr=output)
    return output.getvalue()


def unsent(days: int) -> None:
    rows.attachment(created_at=timezone.now() - timedelta(days=days), size=2_000_000)


def test_it_says_what_went() -> None:
    unsent(days=8)

    assert run() == (
        "Files that were never sent removed: 1 (1.9 MB)\n"
        "Announcements without a file removed: 0\n"
        "Files without a row removed: 0\n"
    )
    assert ChatAttachment.objects.count() == 0


def test_a_dry_run_says_what_would_go() -> None:
    unsent(days=8)

    assert run("--dry-run") == (
        "Files that were never sent would be removed: 1 (1.9 MB)\n"
        "Announcements without a file would be removed: 0\n"
        "Files without a row would be removed: 0\n"
    )
    assert ChatAttachment.objects.count() == 1


def test_the_age_is_the_operators() -> None:
    unsent(days=2)

    run()
    assert ChatAttachment.objects.count() == 1
    run("--older-than", "1.5")
    assert ChatAttachment.objects.count() == 0


@pytest.mark.parametrize("days", ["0", "-1", "1e9", "nan"])
def test_an_impossible_age_is_refused(days: str) -> None:
    with pytest.raises(CommandError, match="above 0 and below 100000 days"):
        run(f"--older-than={days}")


def test_a_file_that_stays_fails_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: Any) -> None:
        raise PermissionError("read only")

    folder = tmp_path / "chatkit"
    folder.mkdir()
    (folder / f"atc_{1:032x}").touch()
    monkeypatch.setattr(FileSystemStorage, "delete", fail)
    monkeypatch.setattr(
        FileSystemStorage,
        "get_modified_time",
        lambda *_: timezone.now() - timedelta(days=8),
    )
    output = io.StringIO()

    with pytest.raises(CommandError, match="1 files could not be deleted"):
        call_command("chatkit_prune", verbosity=0, stdout=output, stderr=output)

    assert output.getvalue() == f"  chatkit/atc_{1:032x}: read only\n"
    assert run("--keep-strays").endswith("Files without a row removed: 0\n")


def test_an_interrupted_run_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(**_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(services, "prune_files", interrupt)

    with pytest.raises(CommandError, match="Run it again to go on") as raised:
        run()
    assert raised.value.returncode == 130


def test_a_terminal_shows_how_far_it_is() -> None:
    unsent(days=8)
    terminal = Terminal()

    call_command("chatkit_prune", stdout=io.StringIO(), stderr=terminal)

    assert "Removing files  1 files, 0 in the storage seen" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
