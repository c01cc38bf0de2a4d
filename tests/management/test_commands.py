"""``chatkit_sync`` and ``chatkit_import`` as an operator meets them."""

import io
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from django_chatkit.models import ChatThread
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer

pytestmark = pytest.mark.django_db


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
