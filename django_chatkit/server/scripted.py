"""The server behind :class:`django_chatkit.testing.ScriptedAgent`."""

from collections.abc import AsyncIterator
from typing import Protocol

from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageItem,
    ThreadItem,
    ThreadItemDoneEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    UserMessageItem,
)
from django.utils import timezone

from .base import ChatKitServer
from .context import RequestContext

HISTORY = 1000


class Script(Protocol):
    """What the server says, and what it was told."""

    received: list[str]
    histories: list[list[str]]

    def next_answer(self) -> str:
        """The next text to say."""


class ScriptedServer(ChatKitServer):
    """Answers each turn with the script's next text."""

    def __init__(self, script: Script) -> None:
        super().__init__()
        self._script = script

    async def respond(
        self,
        thread: ThreadMetadata,
        input_user_message: UserMessageItem | None,
        context: RequestContext,
    ) -> AsyncIterator[ThreadStreamEvent]:
        if input_user_message is not None:
            self._script.received.append(_text(input_user_message))
        history = await self.store.load_thread_items(thread.id, None, HISTORY, "asc", context)
        self._script.histories.append([_text(item) for item in history.data])
        yield ThreadItemDoneEvent(
            item=AssistantMessageItem(
                id=self.store.generate_item_id("message", thread, context),
                thread_id=thread.id,
                created_at=timezone.now(),
                content=[AssistantMessageContent(text=self._script.next_answer())],
            )
        )


def _text(item: ThreadItem) -> str:
    if isinstance(item, UserMessageItem | AssistantMessageItem):
        return "\n".join(part.text for part in item.content)
    return ""
