"""Rows with what a test does not care about filled in."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from django_chatkit.models import (
    ChatAttachment,
    ChatFeedback,
    ChatSession,
    ChatThread,
    ChatThreadItem,
)


def thread(id: str = "thr_1", **columns: Any) -> ChatThread:  # noqa: A002
    return ChatThread.objects.create(
        **{"id": id, "scope": "user-1", "assistant": "default", **columns}
    )


def item(
    of: ChatThread,
    id: str = "msg_1",  # noqa: A002
    position: int = 0,
    **columns: Any,
) -> ChatThreadItem:
    return ChatThreadItem.objects.create(
        **{
            "thread": of,
            "id": id,
            "scope": of.scope,
            "position": position,
            "type": "assistant_message",
            "payload": {"id": id},
            **columns,
        }
    )


def feedback(on: ChatThreadItem, scope: str = "user-1", kind: str = "positive") -> ChatFeedback:
    return ChatFeedback.objects.create(thread=on.thread, item=on, scope=scope, kind=kind)


def attachment(id: str = "atc_1", **columns: Any) -> ChatAttachment:  # noqa: A002
    return ChatAttachment.objects.create(
        **{
            "id": id,
            "scope": "user-1",
            "assistant": "default",
            "name": "notes.txt",
            "mime_type": "text/plain",
            "payload": {"id": id},
            **columns,
        }
    )


def session(id: str = "cksess_1", **columns: Any) -> ChatSession:  # noqa: A002
    return ChatSession.objects.create(
        **{
            "id": id,
            "scope": "user-1",
            "assistant": "default",
            "secret_hash": id,
            "expires_at": timezone.now() + timedelta(minutes=10),
            **columns,
        }
    )
