"""An agent that plays a script: the visitor's message is a JSON list of steps.

=====================  =====================================================================
step                   what happens
=====================  =====================================================================
``{"begin": id?}``     an assistant message is added
``{"delta": text}``    a part of its text is streamed
``{"done": true}``     it ends
``{"say": text}``      the three above, at once
``{"event": {…}}``     any event of the protocol; items get their thread, time and, without
                       one, an id
``{"set": {…}}``       fields of the thread change
``{"wait": gate}``     the agent waits until the test opens the gate (see :class:`Gates`)
``{"stall": true}``    the agent waits for ever
``{"raise": text}``    an exception
``{"custom": text}``   a ``CustomStreamError``
``{"context": true}``  says, as JSON, what the request context holds
=====================  =====================================================================

Plain text is echoed. After a tool's output or answered questions, the output's ``script``
is played, or "continued" is said.
"""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

from chatkit.actions import Action
from chatkit.errors import CustomStreamError
from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageItem,
    AudioInput,
    ClientToolCallItem,
    SyncCustomActionResponse,
    ThreadMetadata,
    ThreadStreamEvent,
    TranscriptionResult,
    UserMessageItem,
    UserMessageTextContent,
    WidgetItem,
)
from chatkit.widgets import DynamicWidgetRoot
from pydantic import TypeAdapter

from django_chatkit.server import ChatKitServer, RequestContext

EVENT: TypeAdapter[ThreadStreamEvent] = TypeAdapter(ThreadStreamEvent)
THREAD_FIELDS = TypeAdapter(ThreadMetadata)


class PlayServer(ChatKitServer):
    """Plays scripts."""

    page_actions = ("page.opened",)

    async def respond(
        self,
        thread: ThreadMetadata,
        input_user_message: UserMessageItem | None,
        context: RequestContext,
    ) -> AsyncIterator[ThreadStreamEvent]:
        if input_user_message is None:
            steps = await self._next_steps(thread, context)
        else:
            steps = _steps(
                "".join(
                    part.text
                    for part in input_user_message.content
                    if isinstance(part, UserMessageTextContent)
                )
            )
        async for event in self.play(steps, thread, context):
            yield event

    async def action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: RequestContext,
    ) -> AsyncIterator[ThreadStreamEvent]:
        said = {"action": action.type, "payload": action.payload, "sender": sender and sender.id}
        async for event in self.play([{"say": json.dumps(said)}], thread, context):
            yield event

    async def sync_action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: RequestContext,
    ) -> SyncCustomActionResponse:
        """Answer with the item that the payload is, in the sender's place."""
        if sender is None:
            return SyncCustomActionResponse()
        item = {**sender.model_dump(mode="json"), **action.payload}
        return SyncCustomActionResponse.model_validate({"updated_item": item})

    async def transcribe(
        self, audio_input: AudioInput, context: RequestContext
    ) -> TranscriptionResult:
        return TranscriptionResult(
            text=f"{len(audio_input.data)} bytes of {audio_input.media_type}"
        )

    async def _next_steps(self, thread: ThreadMetadata, context: RequestContext) -> list[Any]:
        last = await self.store.load_thread_items(thread.id, None, 1, "desc", context)
        item = last.data[0] if last.data else None
        if isinstance(item, ClientToolCallItem) and isinstance(item.output, dict):
            script: list[Any] = item.output.get("script", [{"say": "continued"}])
            return script
        return [{"say": "continued"}]

    async def play(
        self, steps: list[Any], thread: ThreadMetadata, context: RequestContext
    ) -> AsyncIterator[ThreadStreamEvent]:
        """The events of a script."""
        message = ""
        text = ""
        for step in steps:
            [(verb, value)] = step.items()
            match verb:
                case "begin":
                    message = value or self.store.generate_item_id("message", thread, context)
                    text = ""
                    yield self._event(_added(message, []), thread, context)
                case "delta":
                    text += value
                    yield self._event(_delta(message, value), thread, context)
                case "done":
                    yield self._event(_done(message, text), thread, context)
                case "say":
                    item_id = self.store.generate_item_id("message", thread, context)
                    yield self._event(_done(item_id, value), thread, context)
                case "event":
                    yield self._event(value, thread, context)
                case "set":
                    changed = THREAD_FIELDS.validate_python({**thread.model_dump(), **value})
                    for name in value:
                        setattr(thread, name, getattr(changed, name))
                case "wait":
                    await gate(value)
                case "stall":
                    await asyncio.Event().wait()
                case "raise":
                    raise RuntimeError(value)
                case "custom":
                    raise CustomStreamError(value, allow_retry=True)
                case "context":
                    yield self._event(
                        _done(self._id(thread, context), _told(context)), thread, context
                    )
                case _:
                    raise ValueError(verb)

    def _id(self, thread: ThreadMetadata, context: RequestContext) -> str:
        return self.store.generate_item_id("message", thread, context)

    def _event(
        self, event: dict[str, Any], thread: ThreadMetadata, context: RequestContext
    ) -> ThreadStreamEvent:
        if "item" in event:
            filled = {
                "id": self._id(thread, context),
                "thread_id": thread.id,
                "created_at": datetime.now(),  # noqa: DTZ005 - naive, as the SDK makes its own
            }
            event = {**event, "item": {**filled, **event["item"]}}
        made = EVENT.validate_python(event)
        item = getattr(made, "item", None)
        if isinstance(item, WidgetItem):
            # As widget templates build them: the strict classes drop what they do not know.
            item.widget = DynamicWidgetRoot.model_validate(event["item"]["widget"])
        return made


class BrokenStoreServer(PlayServer):
    """Fails, once, in the method of its store that a file names (see ``Gates.break_store``)."""

    def __init__(self, *stores: Any) -> None:
        super().__init__(*stores)
        store = self.store
        for name in BREAKABLE:
            setattr(store, name, _breaking(name, getattr(store, name)))


BREAKABLE = (
    "load_thread",
    "save_thread",
    "load_thread_items",
    "add_thread_item",
    "save_item",
    "load_item",
    "delete_thread",
    "delete_thread_item",
    "load_threads",
)


def _breaking(name: str, method: Any) -> Any:
    async def once(*arguments: Any, **keywords: Any) -> Any:
        mark = gates_folder() / f"break.{name}"
        if mark.exists():
            mark.unlink()
            raise OSError(f"{name} failed")
        return await method(*arguments, **keywords)

    return once


def _steps(text: str) -> list[Any]:
    try:
        steps = json.loads(text)
    except ValueError:
        steps = None
    return steps if isinstance(steps, list) else [{"say": text}]


def _added(item_id: str, content: list[Any]) -> dict[str, Any]:
    return {
        "type": "thread.item.added",
        "item": {"type": "assistant_message", "id": item_id, "content": content},
    }


def _delta(item_id: str, text: str) -> dict[str, Any]:
    return {
        "type": "thread.item.updated",
        "item_id": item_id,
        "update": {
            "type": "assistant_message.content_part.text_delta",
            "content_index": 0,
            "delta": text,
        },
    }


def _done(item_id: str, text: str) -> dict[str, Any]:
    content = AssistantMessageContent(text=text).model_dump()
    return {
        "type": "thread.item.done",
        "item": {"type": "assistant_message", "id": item_id, "content": [content]},
    }


def _told(context: RequestContext) -> str:
    return json.dumps(
        {
            "scope": context.scope,
            "user": str(context.user) if context.user is not None else None,
            "assistant": context.assistant,
            "locale": context.locale,
            "accept_language": context.accept_language,
            "metadata": context.metadata,
        }
    )


def gates_folder() -> Path:
    """Where tests and agents meet."""
    return Path(os.environ["CHATKIT_TEST_GATES"])


async def gate(name: str) -> None:
    """Say that the agent has come to a gate, and wait until the test opens it."""
    folder = gates_folder()
    (folder / f"{name}.reached").touch()
    while not (folder / f"{name}.open").exists():  # noqa: ASYNC110 - another process opens it
        await asyncio.sleep(0.01)


__all__ = ["AssistantMessageItem", "BrokenStoreServer", "PlayServer"]
