"""A stage for :class:`TurnStream`: agents that do as a test says, without a database."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from typing import Any

from chatkit.types import (
    ProgressUpdateEvent,
    StreamOptions,
    StreamOptionsEvent,
    ThreadStreamEvent,
)

from django_chatkit.server import lease
from django_chatkit.server.operations import Operation
from django_chatkit.server.serialize import sse
from django_chatkit.server.stream import TurnStream
from django_chatkit.server.turn import Outcome, Turn
from tests.server.samples import context

Play = Callable[[], AsyncIterator[ThreadStreamEvent]]

OPTIONS = StreamOptionsEvent(stream_options=StreamOptions(allow_cancel=True))

OPTIONS_BYTES = sse(OPTIONS)


def progress(text: str) -> ProgressUpdateEvent:
    return ProgressUpdateEvent(text=text)


def bytes_of(*texts: str) -> bytes:
    return b"".join(sse(progress(text)) for text in texts)


class RecordingTurn(Turn):
    """A turn without a database that remembers how it ended."""

    ended: Outcome | None = None

    async def finish(self, outcome: Outcome) -> None:
        lease.keeper.forget(self.token)
        self.ended = outcome


class RecordingStore:
    """A store that remembers what was saved and says when."""

    def __init__(self) -> None:
        self.saved: list[Any] = []
        self.saves = asyncio.Event()
        self.fails = False

    async def add_thread_item(self, thread_id: str, item: Any, context: Any) -> None:
        self.saves.set()
        if self.fails:
            raise RuntimeError("The database has gone.")
        self.saved.append(item.model_copy(deep=True))


class RecordingKeeper:
    """Keeps no leases; knows whom to tell that one is lost."""

    def __init__(self) -> None:
        self.kept: dict[str, Callable[[], None]] = {}

    def keep(self, token: str, lost: Callable[[], None]) -> None:
        self.kept[token] = lost

    def forget(self, token: str) -> None:
        self.kept.pop(token, None)


class Stage:
    """A stream whose agent does as the test says."""

    def __init__(self, play: Play, *, creates_thread: bool = True, **options: Any) -> None:
        self.store = RecordingStore()
        self.context = context()
        self.turn = RecordingTurn(self.context, token="mine")
        self.turn.creates_thread = creates_thread
        self.turn.thread_id = "thr_1"
        self.context.turn = self.turn
        self._play = play
        server: Any = self
        self.stream = TurnStream(server, Operation(None, self.context), **options)

    async def _process_streaming_impl(
        self, request: Any, context: Any
    ) -> AsyncGenerator[ThreadStreamEvent, None]:
        """What the SDK does."""
        async for event in self._play():
            yield event

    async def rest(self) -> bytes:
        """Everything that is still sent."""
        whole = b""
        while chunk := await self.stream.read():
            whole += chunk
        return whole


def events(*given: ThreadStreamEvent) -> Play:
    """An agent that says this and ends."""

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        for event in given:
            yield event

    return play


class Stalling:
    """An agent that says one thing and waits for ever; it knows when it was stopped."""

    def __init__(self) -> None:
        self.waits = asyncio.Event()
        self.stopped = False

    async def __call__(self) -> AsyncIterator[ThreadStreamEvent]:
        yield OPTIONS
        yield progress("begun")
        self.waits.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.stopped = True
            raise


async def turns_of_the_loop() -> None:
    """Let everything run that can."""
    for _ in range(50):
        await asyncio.sleep(0)
