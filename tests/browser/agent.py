"""An agent that plays what a test told it to, and waits for the test where it should.

A play belongs to one text: a visitor who sends it gets these steps as the answer. A step is

- an event of the wire, as JSON; ids that begin with ``$`` are replaced by new ones;
- ``{"wait": gate}``, which holds the answer until the test opens the gate;
- ``{"thread": {...}}``, which changes the thread's ``title`` or ``status``;
- ``{"template": name, "data": {...}}``, which shows a widget of ``tests/widget_files``, in the
  place of the one that was used if there is one;
- ``{"raise": text}``.
"""

import asyncio
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

from chatkit.actions import Action
from chatkit.types import (
    AudioInput,
    SyncCustomActionResponse,
    ThreadItemDoneEvent,
    ThreadItemReplacedEvent,
    ThreadMetadata,
    ThreadStatus,
    ThreadStreamEvent,
    TranscriptionResult,
    UserMessageItem,
    UserMessageTextContent,
    WidgetItem,
)
from pydantic import TypeAdapter

from django_chatkit.server import ChatKitServer, RequestContext, WidgetTemplate

Step = dict[str, Any]

EVENTS: TypeAdapter[ThreadStreamEvent] = TypeAdapter(ThreadStreamEvent)
STATUS: TypeAdapter[ThreadStatus] = TypeAdapter(ThreadStatus)

plays: dict[str, list[Step]] = {}
"""What to answer, by what was said.

``action:<type>`` and ``continue`` are turns without words, ``sync:<type>`` an action that does not
stream.
"""


class Gates:
    """Places where answers wait until a test lets them go on. Open gates stay open."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: set[str] = set()
        self._waiting: dict[str, list[tuple[asyncio.AbstractEventLoop, asyncio.Event]]] = {}

    async def wait(self, name: str) -> None:
        event = asyncio.Event()
        with self._lock:
            if name in self._open:
                return
            self._waiting.setdefault(name, []).append((asyncio.get_running_loop(), event))
        await event.wait()

    def open(self, name: str) -> None:
        with self._lock:
            self._open.add(name)
            waiting = self._waiting.pop(name, [])
        for loop, event in waiting:
            loop.call_soon_threadsafe(event.set)


gates = Gates()


class PlayingServer(ChatKitServer):
    """Answers from :data:`plays`, and echoes what has no play."""

    verify_actions = True  # what the element sends is what its widgets offer
    page_actions = ("lamp", "lamp.light", "lamp.out", "reserved")

    async def respond(
        self,
        thread: ThreadMetadata,
        input_user_message: UserMessageItem | None,
        context: RequestContext,
    ) -> AsyncIterator[ThreadStreamEvent]:
        said = "continue" if input_user_message is None else text_of(input_user_message)
        async for event in self.play(plays.get(said) or echo(said), thread, context):
            yield event

    async def action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: RequestContext,
    ) -> AsyncIterator[ThreadStreamEvent]:
        said = f"action:{action.type}"
        ids = {"$sender": sender.id} if sender else {}
        async for event in self.play(plays.get(said) or echo(said), thread, context, ids):
            yield event

    async def sync_action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: RequestContext,
    ) -> SyncCustomActionResponse:
        """Play ``sync:<type>``; its last item is the answer. The sender's id is ``$sender``."""
        updated = None
        steps = plays.get(f"sync:{action.type}", [])
        ids = {"$sender": sender.id} if sender else {}
        async for event in self.play(steps, thread, context, ids):
            updated = getattr(event, "item", None)
        return SyncCustomActionResponse(updated_item=updated)

    async def transcribe(
        self, audio_input: AudioInput, context: RequestContext
    ) -> TranscriptionResult:
        """Hear the same words in whatever is a recording."""
        heard = "the lamp is out" if len(audio_input.data) > 100 else ""
        return TranscriptionResult(text=f"{heard} in {audio_input.media_type}")

    async def add_feedback(self, *args: Any) -> None:
        """Feedback is kept by the site; there is nothing else to do."""

    async def play(
        self,
        steps: list[Step],
        thread: ThreadMetadata,
        context: RequestContext,
        ids: dict[str, str] | None = None,
    ) -> AsyncIterator[ThreadStreamEvent]:
        ids = {} if ids is None else ids
        for step in steps:
            if "wait" in step:
                await gates.wait(step["wait"])
            elif "raise" in step:
                raise RuntimeError(step["raise"])
            elif "thread" in step:
                changes = step["thread"]
                thread.title = changes.get("title", thread.title)
                if "status" in changes:
                    thread.status = STATUS.validate_python(changes["status"])
            elif "template" in step:
                yield self.show(step, thread, context, ids)
            else:
                yield EVENTS.validate_python(self.complete(step, thread, context, ids))

    def show(
        self, step: Step, thread: ThreadMetadata, context: RequestContext, ids: dict[str, str]
    ) -> ThreadStreamEvent:
        """A widget of a file, built as an agent would."""
        template = WidgetTemplate.from_file(f"../widget_files/{step['template']}.widget")
        item = WidgetItem(
            id=ids.get("$sender") or self.store.generate_item_id("message", thread, context),
            thread_id=thread.id,
            created_at=datetime.now(UTC),
            widget=template.build(step["data"]),
        )
        if "$sender" in ids:
            return ThreadItemReplacedEvent(item=item)
        return ThreadItemDoneEvent(item=item)

    def complete(
        self, value: Any, thread: ThreadMetadata, context: RequestContext, ids: dict[str, str]
    ) -> Any:
        """The event with new ids, and with what every item has."""
        if isinstance(value, list):
            return [self.complete(entry, thread, context, ids) for entry in value]
        if isinstance(value, str) and value.startswith("$"):
            if value not in ids:
                ids[value] = self.store.generate_item_id("message", thread, context)
            return ids[value]
        if not isinstance(value, dict):
            return value
        completed = {
            key: self.complete(entry, thread, context, ids) for key, entry in value.items()
        }
        if "item" in completed:
            completed["item"] = {
                "thread_id": thread.id,
                "created_at": datetime.now(UTC),
                **completed["item"],
            }
        return completed


def echo(said: str) -> list[Step]:
    """The answer to what has no play."""
    return [done({"id": "$echo", "type": "assistant_message", "content": [text(f"Echo: {said}")]})]


def done(item: dict[str, Any]) -> Step:
    return {"type": "thread.item.done", "item": item}


def text(value: str) -> dict[str, Any]:
    return {"type": "output_text", "text": value, "annotations": []}


def text_of(message: UserMessageItem) -> str:
    """What was said, without its tags."""
    return "".join(
        part.text for part in message.content if isinstance(part, UserMessageTextContent)
    )
