"""Threads, items and contexts as agents make them, and a store that tests wait for."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from asgiref.sync import async_to_sync
from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageItem,
    FileAttachment,
    InferenceOptions,
    ThreadItem,
    ThreadMetadata,
    UserMessageItem,
    UserMessageTextContent,
)

from django_chatkit.models import ChatThread, ChatThreadItem
from django_chatkit.server.context import RequestContext
from django_chatkit.server.store import DjangoStore
from tests.models import rows

NOON = datetime(2026, 3, 1, 12)  # noqa: DTZ001 - naive, as the SDK's own
"""A time as the SDK's own are: naive, and local."""


class WaitingStore:
    """A :class:`DjangoStore` whose methods return when they are done.

    Its database work runs in the test's own thread, so that a test's transaction holds it.
    """

    def __init__(self) -> None:
        self.store = DjangoStore()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return async_to_sync(getattr(self.store, name))


def context(scope: str = "user-1", **fields: Any) -> RequestContext:
    return RequestContext(scope=scope, **fields)


def thread(id: str = "thr_1", **fields: Any) -> ThreadMetadata:  # noqa: A002
    return ThreadMetadata(**{"id": id, "created_at": NOON, **fields})


def answer(id: str = "msg_1", text: str = "Hello", **fields: Any) -> AssistantMessageItem:  # noqa: A002
    return AssistantMessageItem(
        **{
            "id": id,
            "thread_id": "thr_1",
            "created_at": NOON,
            "content": [AssistantMessageContent(text=text)],
            **fields,
        }
    )


def question(
    id: str = "msg_0",  # noqa: A002
    text: str = "Hi",
    attachments: tuple[FileAttachment, ...] = (),
) -> UserMessageItem:
    return UserMessageItem(
        id=id,
        thread_id="thr_1",
        created_at=NOON - timedelta(seconds=1),
        content=[UserMessageTextContent(text=text)],
        attachments=list(attachments),
        inference_options=InferenceOptions(),
    )


def file(id: str = "atc_1", **fields: Any) -> FileAttachment:  # noqa: A002
    return FileAttachment(**{"id": id, "name": "notes.txt", "mime_type": "text/plain", **fields})


def ids(entries: list[Any]) -> list[str]:
    return [entry.id for entry in entries]


def text_of(item: ThreadItem) -> str:
    """What a message says."""
    assert isinstance(item, AssistantMessageItem | UserMessageItem)
    return "".join(part.text for part in item.content)


def stored(type: str, payload: dict[str, Any], position: int) -> ChatThreadItem:  # noqa: A002
    """An item of ``thr_1`` in the database."""
    whole = {"type": type, "thread_id": "thr_1", "created_at": NOON.isoformat(), **payload}
    return rows.item(ChatThread.objects.get(), whole["id"], position, type=type, payload=whole)
