"""A conversation with the demo agent over the protocol, on either store."""

import json
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from chatkit.server import NonStreamingResult, StreamingResult
from chatkit.store import Store

from django_chatkit.server.context import RequestContext
from django_chatkit.server.demo import DemoServer

Event = dict[str, Any]

NOW = datetime(2026, 11, 20, 15, 4, tzinfo=ZoneInfo("UTC"))


class Dice(random.Random):
    """Throws 1, 2, 3, … and coins that fall on heads."""

    def __init__(self) -> None:
        super().__init__(0)
        self._thrown = 0

    def randint(self, a: int, b: int) -> int:
        self._thrown += 1
        return self._thrown

    def random(self) -> float:
        return 0.25


@dataclass
class Conversation:
    """One thread, one person; each method is one request and returns what came back."""

    store: Store[RequestContext]
    locale: str = "en"
    page_context: Any = None
    scope: str = "user-1"
    thread_id: str | None = None
    server: DemoServer = field(init=False)

    def __post_init__(self) -> None:
        self.server = DemoServer(self.store, delay=0, rng=Dice(), clock=lambda: NOW)

    @property
    def context(self) -> RequestContext:
        """A fresh context, as each request has."""
        return RequestContext(scope=self.scope, locale=self.locale, page_context=self.page_context)

    async def say(self, text: str, **parts: Any) -> list[Event]:
        """Send a message, in a new thread if there is none yet."""
        message: Event = {
            "content": [{"type": "input_text", "text": text}],
            "attachments": [],
            "inference_options": {},
            **parts,
        }
        if self.thread_id is not None:
            return await self.stream("threads.add_user_message", input=message)
        events = await self._stream("threads.create", {"input": message})
        self.thread_id = events[0]["thread"]["id"]
        return events

    async def stream(self, operation: str, **params: Any) -> list[Event]:
        """Run a streaming operation on the thread."""
        return await self._stream(operation, {"thread_id": self.thread_id, **params})

    async def fetch(self, operation: str, **params: Any) -> Any:
        """Run an operation that answers at once on the thread."""
        body = {"type": operation, "params": {"thread_id": self.thread_id, **params}}
        result = await self.server.process(json.dumps(body), self.context)
        assert isinstance(result, NonStreamingResult)
        return json.loads(result.json)

    async def stored_items(self) -> list[Event]:
        """The thread's items as a reload shows them."""
        page = await self.fetch("items.list", limit=100, order="asc")
        items: list[Event] = page["data"]
        return items

    async def _stream(self, operation: str, params: Event) -> list[Event]:
        body = {"type": operation, "params": params}
        result = await self.server.process(json.dumps(body), self.context)
        assert isinstance(result, StreamingResult)
        return [json.loads(chunk.removeprefix(b"data: ")) async for chunk in result]


def answer(events: Iterable[Event]) -> str:
    """The text of the last assistant message that was completed."""
    texts = [
        "".join(part["text"] for part in event["item"]["content"])
        for event in events
        if event["type"] == "thread.item.done" and event["item"]["type"] == "assistant_message"
    ]
    return texts[-1]


def outline(events: Iterable[Event]) -> list[str]:
    """The kinds of events in order; runs of equal ones, such as deltas, once."""
    kinds: list[str] = []
    for event in events:
        kind = _kind(event)
        if kinds[-1:] != [kind]:
            kinds.append(kind)
    return kinds


def _kind(event: Event) -> str:
    if event["type"] == "thread.item.updated":
        kind: str = event["update"]["type"]
        return kind.removeprefix("assistant_message.")
    if "item" in event:
        return f"{event['type'].removeprefix('thread.item.')} {event['item']['type']}"
    return str(event["type"])
