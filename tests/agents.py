"""Agents for tests: a visitor's message, as JSON, says what the answer does.

``{"deltas": ["Hel", "lo"], "pause": 0.3}`` streams two parts of one message.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageContentPartAdded,
    AssistantMessageContentPartDone,
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

from django_chatkit.server import ChatKitServer, RequestContext


class ScriptedServer(ChatKitServer):
    """Does what the visitor's message, a JSON object, tells it to; echoes other text."""

    async def respond(
        self,
        thread: ThreadMetadata,
        input_user_message: UserMessageItem | None,
        context: RequestContext,
    ) -> AsyncIterator[ThreadStreamEvent]:
        script = script_of(input_user_message)
        if "title" in script:
            thread.title = script["title"]
        async for event in self.message(thread, context, script):
            yield event

    async def message(
        self, thread: ThreadMetadata, context: RequestContext, script: dict[str, Any]
    ) -> AsyncIterator[ThreadStreamEvent]:
        """One assistant message in parts, with ``pause`` seconds between them."""
        item = AssistantMessageItem(
            id=script.get("id") or self.store.generate_item_id("message", thread, context),
            thread_id=thread.id,
            created_at=datetime.now(),  # noqa: DTZ005 - naive, as the SDK's own times
            content=[],
        )
        yield ThreadItemAddedEvent(item=item)
        empty = AssistantMessageContent(text="")
        yield ThreadItemUpdatedEvent(
            item_id=item.id,
            update=AssistantMessageContentPartAdded(content_index=0, content=empty),
        )
        for delta in script["deltas"]:
            yield ThreadItemUpdatedEvent(
                item_id=item.id,
                update=AssistantMessageContentPartTextDelta(content_index=0, delta=delta),
            )
            if script.get("pause"):
                await asyncio.sleep(script["pause"])
        if "raise" in script:
            raise RuntimeError(script["raise"])
        whole = AssistantMessageContent(text="".join(script["deltas"]))
        yield ThreadItemUpdatedEvent(
            item_id=item.id,
            update=AssistantMessageContentPartDone(content_index=0, content=whole),
        )
        yield ThreadItemDoneEvent(item=item.model_copy(update={"content": [whole]}))


def script_of(message: UserMessageItem | None) -> dict[str, Any]:
    """The script in a message; plain text is echoed."""
    parts = message.content if message is not None else []
    text = "".join(part.text for part in parts if isinstance(part, UserMessageTextContent))
    try:
        script = json.loads(text)
    except ValueError:
        script = {"deltas": [text]}
    return {"deltas": [], **script} if isinstance(script, dict) else {"deltas": [text]}
