"""The way back that the guide shows."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from django_chatkit.models import ChatThread, ChatThreadItem
from django_chatkit.testing import FakeOpenAI

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "leave-agent-builder.md"


@pytest.mark.django_db
def test_the_guides_commands_move_the_mirror_import_it_and_roll_it_back(
    hosted_assistant: str, fake_openai: FakeOpenAI, settings: Any, capsys: Any
) -> None:
    move, roll_back = re.findall(r'shell -c "\n(.+?)"\n```', GUIDE.read_text(), re.DOTALL)
    thread = fake_openai.add_thread("user-1", messages=["Hello", "Hi"])["id"]
    call_command("chatkit_sync", "default")
    settings.CHATKIT_ASSISTANTS = {
        "default": {"BACKEND": "django_chatkit.backends.SelfHostedBackend"},
        "legacy": settings.CHATKIT_ASSISTANTS["default"],
    }

    exec(move, {})  # noqa: S102 - the guide's own words
    call_command("chatkit_import", "legacy", "default")
    assert ChatThread.objects.get().is_mirror is False
    exec(roll_back, {})  # noqa: S102

    row = ChatThread.objects.get()
    assert (row.is_mirror, row.assistant) == (True, "legacy")
    assert row.payload == fake_openai.threads[thread]
    items = ChatThreadItem.objects.order_by("position")
    assert [item.payload for item in items] == fake_openai.items[thread]
    call_command("chatkit_import", "legacy", "default")
    assert "1 threads with 2 items imported." in capsys.readouterr().out
