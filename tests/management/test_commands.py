"""``chatkit_sync`` and ``chatkit_import`` as an operator meets them."""

import io
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from django_chatkit import services
from django_chatkit.management.progress import Progress
from django_chatkit.models import ChatSession, ChatThread
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer

pytestmark = pytest.mark.django_db

IMPORT = ["chatkit_import", "legacy", "default"]


@pytest.fixture
def both(hosted_assistant: str, settings: Any) -> None:
    """A hosted assistant ``legacy`` beside a self-hosted ``default``."""
    settings.CHATKIT_ASSISTANTS = {
        "legacy": settings.CHATKIT_ASSISTANTS[hosted_assistant],
        "default": {"BACKEND": "django_chatkit.backends.SelfHostedBackend"},
    }


def run(*arguments: str) -> str:
    """What a command prints."""
    output = io.StringIO()
    call_command(*arguments, stdout=output, stderr=output)
    return output.getvalue()


def test_sync_reports_the_drift(both: None, fake_openai: FakeOpenAI) -> None:
    fake_openai.add_thread("user-1", messages=["Hello", "Hi"])

    assert run("chatkit_sync", "legacy") == (
        "1 threads read.\n"
        "  new threads: 1\n"
        "  changed threads: 0\n"
        "  vanished: 0\n"
        "  new items: 2\n"
        "  changed items: 0\n"
        "  removed items: 0\n"
    )


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


def test_sync_shows_on_a_terminal_what_it_does(
    both: None, fake_openai: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    fake_openai.add_thread("user-1", messages=["Hello", "Hi"])
    terminal = Terminal()

    call_command("chatkit_sync", "legacy", stdout=io.StringIO(), stderr=terminal)

    _, shown, end = terminal.getvalue().split("\r\x1b[K")
    assert re.fullmatch(r"Mirroring legacy  1 threads, 2 new items, [\d.,]+/s", shown)
    assert end == ""


def test_import_shows_on_a_terminal_how_much_is_left(
    both: None, fake_openai: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    fake_openai.add_thread("user-1", messages=["Hello", "Hi"])
    run("chatkit_sync", "legacy")
    terminal = Terminal()

    call_command(
        "chatkit_import", "legacy", "default", "--no-sync", stdout=io.StringIO(), stderr=terminal
    )

    assert re.search(
        r"Importing into default  \[#{24}\] 100%  1 of 1 threads, 2 items, [\d.,]+/s, 0:00 left",
        terminal.getvalue(),
    )


@pytest.mark.parametrize("command", [["chatkit_sync", "legacy"], IMPORT])
def test_without_words_a_run_that_went_well_says_nothing(
    both: None, fake_openai: FakeOpenAI, command: list[str]
) -> None:
    fake_openai.add_thread("user-1", messages=["Hello", "Hi"])

    assert run(*command, "--verbosity", "0") == ""


@pytest.mark.parametrize("command", [["chatkit_sync", "legacy"], IMPORT])
def test_an_interrupted_run_exits_with_130_and_goes_on_when_run_again(
    both: None, fake_openai: FakeOpenAI, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    for number in range(3):
        fake_openai.add_thread("user-1", id=f"cthr_{number}", messages=["Hello"])
    shown = 0

    def press_ctrl_c(*_: Any, **__: Any) -> None:
        nonlocal shown
        shown += 1
        if shown == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Progress, "show", press_ctrl_c)
        with pytest.raises(CommandError) as caught:
            run(*command)

    assert (str(caught.value), caught.value.returncode) == (
        "Interrupted. Run it again to go on.",
        130,
    )
    run(*command)
    assert ChatThread.objects.filter(is_mirror=command is not IMPORT).count() == 3


def test_sync_tells_of_the_cancellations_that_were_still_to_be_told(
    both: None, fake_openai: FakeOpenAI
) -> None:
    minted = services.backend_of("legacy").client.sessions.create(  # type: ignore[attr-defined]
        user="user-1", workflow={"id": "wf_1"}
    )
    ChatSession.objects.create(
        id=minted.id,
        scope="user-1",
        assistant="legacy",
        status="cancelled",
        cancel_pending=True,
        secret_hash="x",
        expires_at=timezone.now() + timedelta(minutes=5),
    )

    output = run("chatkit_sync", "legacy")

    assert output.endswith("  cancellations OpenAI now knows of: 1\n")
    assert fake_openai.sessions[minted.id]["status"] == "cancelled"


def test_sync_exits_with_1_when_a_cancellation_is_still_to_be_told(
    both: None, fake_openai_server: FakeOpenAIServer
) -> None:
    ChatSession.objects.create(
        id="cksess_1",
        scope="user-1",
        assistant="legacy",
        status="cancelled",
        cancel_pending=True,
        secret_hash="x",
        expires_at=timezone.now() + timedelta(minutes=5),
    )
    fake_openai_server.api.fail_next(1, status=500)

    with pytest.raises(CommandError, match="1 could not be read; run it again"):
        run("chatkit_sync", "legacy")

    assert ChatSession.objects.get().cancel_pending


def test_sync_exits_with_1_when_openai_does_not_answer(
    both: None, fake_openai_server: FakeOpenAIServer
) -> None:
    fake_openai_server.stop()

    with pytest.raises(CommandError, match=r"OpenAI could not be reached\.") as caught:
        run("chatkit_sync", "legacy")

    assert caught.value.returncode == 1


@pytest.mark.parametrize(
    ("alias", "reason"),
    [
        ("lagacy", "No such assistant: 'lagacy'."),
        ("default", "The assistant 'default' is not a hosted one."),
    ],
)
def test_sync_says_what_is_wrong_with_an_assistant(both: None, alias: str, reason: str) -> None:
    with pytest.raises(CommandError) as caught:
        run("chatkit_sync", alias)

    assert str(caught.value) == reason


def test_import_mirrors_what_is_new_and_brings_it_home(both: None, fake_openai: FakeOpenAI) -> None:
    file = {
        "id": "cfile_1",
        "name": "a.pdf",
        "mime_type": "application/pdf",
        "type": "file",
        "preview_url": None,
    }
    thread = fake_openai.add_thread("user-1")["id"]
    fake_openai.add_user_message(thread, "Hello", attachments=[file])

    output = run("chatkit_import", "legacy", "default")

    assert output == (
        "1 threads with 1 items imported.\n"
        f"  {thread}: 'a.pdf' did not come: OpenAI gives no address for it.\n"
    )
    row = ChatThread.objects.get()
    assert (row.id, row.is_mirror, row.assistant) == (thread, False, "default")
    assert run("chatkit_import", "legacy", "default") == "0 threads with 0 items imported.\n"


def test_import_of_one_person_leaves_the_others_where_they_are(
    both: None, fake_openai: FakeOpenAI
) -> None:
    fake_openai.add_thread("user-1", messages=["Hello"])
    fake_openai.add_thread("user-2", messages=["Good day"])

    output = run(*IMPORT, "--user", "user-2")

    assert output == "1 threads with 1 items imported.\n"
    assert ChatThread.objects.get().scope == "user-2"
    assert run(*IMPORT) == "1 threads with 1 items imported.\n"


def test_import_without_openai_imports_nothing_unless_told_to_take_the_mirror(
    both: None, fake_openai_server: FakeOpenAIServer
) -> None:
    fake_openai_server.api.add_thread("user-1", messages=["Hello"])
    run("chatkit_sync", "legacy")
    fake_openai_server.stop()

    with pytest.raises(CommandError, match="nothing was imported"):
        run("chatkit_import", "legacy", "default")
    assert ChatThread.objects.get().is_mirror
    output = run("chatkit_import", "legacy", "default", "--no-sync")

    assert output == "1 threads with 1 items imported.\n"


def test_a_dry_run_asks_nobody_and_changes_nothing(both: None, fake_openai: FakeOpenAI) -> None:
    fake_openai.add_thread("user-1", messages=["Hello"])
    run("chatkit_sync", "legacy")
    fake_openai.requests.clear()

    output = run("chatkit_import", "legacy", "default", "--dry-run")

    assert output == "1 threads with 1 items would be imported.\n"
    assert fake_openai.requests == []
    assert ChatThread.objects.get().is_mirror


def test_the_target_must_be_self_hosted(both: None, fake_openai: FakeOpenAI) -> None:
    with pytest.raises(CommandError, match="'legacy' is not a self-hosted one"):
        run("chatkit_import", "legacy", "legacy")

    assert fake_openai.requests == []
