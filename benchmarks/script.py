"""The answer that every application gives: the same events from the same code.

The visitor's message says how: :data:`AT_ONCE`, :data:`ONE_BY_ONE` or :data:`WAIT`.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

from chatkit.store import Store
from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageContentPartTextDelta,
    AssistantMessageItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemUpdatedEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    UserMessageItem,
    UserMessageTextContent,
)

from .messages import AT_ONCE, DELTAS, ONE_BY_ONE, WAIT, WORD


class ScriptedAnswer:
    """A ``respond`` for any ``ChatKitServer``: one message in :data:`DELTAS` parts."""

    store: Store[Any]

    async def respond(
        self, thread: ThreadMetadata, input_user_message: UserMessageItem | None, context: Any
    ) -> AsyncIterator[ThreadStreamEvent]:
        """Answer as the message asks."""
        pace = _text(input_user_message)
        message = AssistantMessageItem(
            id=self.store.generate_item_id("message", thread, context),
            thread_id=thread.id,
            created_at=datetime.now(),  # noqa: DTZ005 - naive, as the SDK makes its own
            content=[AssistantMessageContent(text="")],
        )
        yield ThreadItemAddedEvent(item=message)
        for _ in range(DELTAS):
            if pace != AT_ONCE:
                await asyncio.sleep(0)
            yield ThreadItemUpdatedEvent(
                item_id=message.id,
                update=AssistantMessageContentPartTextDelta(content_index=0, delta=WORD),
            )
            if pace == WAIT:
                await asyncio.Event().wait()
        done = message.model_copy(update={"content": [AssistantMessageContent(text=WORD * DELTAS)]})
        yield ThreadItemDoneEvent(item=done)


def _text(message: UserMessageItem | None) -> str:
    if message is None:
        return AT_ONCE
    return "".join(
        part.text for part in message.content if isinstance(part, UserMessageTextContent)
    )


__all__ = ["AT_ONCE", "ONE_BY_ONE", "WAIT", "ScriptedAnswer"]
