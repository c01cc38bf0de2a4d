"""The streaming path: one task drives the agent, the response takes what it has produced."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from typing import Any

import pytest
import uvloop
from chatkit.errors import ErrorCode
from chatkit.store import NotFoundError
from chatkit.types import (
    ErrorEvent,
    HiddenContextItem,
    ProgressUpdateEvent,
    StreamOptions,
    StreamOptionsEvent,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadStreamEvent,
)
from django.utils import translation

from django_chatkit.exceptions import InvalidRequest, NotFound, ThreadLocked
from django_chatkit.server import lease, stream
from django_chatkit.server.operations import Operation
from django_chatkit.server.serialize import sse
from django_chatkit.server.stream import HEARTBEAT, TurnStream
from django_chatkit.server.turn import Outcome, Turn
from django_chatkit.signals import thread_created
from tests.server.samples import NOON, answer, context, text_of

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


@pytest.fixture(autouse=True)
def keeper(monkeypatch: pytest.MonkeyPatch) -> RecordingKeeper:
    recording = RecordingKeeper()
    monkeypatch.setattr(lease, "keeper", recording)
    return recording


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


# A whole answer


async def test_every_event_is_sent_in_order_and_the_turn_ends() -> None:
    stage = Stage(events(OPTIONS, progress("one"), progress("two")))

    await stage.stream.start()

    assert await stage.rest() == OPTIONS_BYTES + bytes_of("one", "two")
    await stage.stream.drained()
    assert stage.turn.ended == "completed"


async def test_the_headers_wait_for_the_first_event() -> None:
    may_begin = asyncio.Event()

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        await may_begin.wait()
        yield OPTIONS

    stage = Stage(play)
    starting = asyncio.ensure_future(stage.stream.start())
    await turns_of_the_loop()
    assert not starting.done()

    may_begin.set()
    await starting
    assert await stage.rest() == OPTIONS_BYTES


async def test_an_event_is_sent_while_the_agent_goes_on() -> None:
    agent = Stalling()
    stage = Stage(agent)
    await stage.stream.start()

    received = b""
    while not received.endswith(bytes_of("begun")):
        received += await stage.stream.read()

    assert stage.turn.ended is None
    stage.stream.stop()
    await stage.stream.drained()


async def test_hidden_items_are_not_sent() -> None:
    hidden = HiddenContextItem(id="h", thread_id="thr_1", created_at=NOON, content="secret")
    stage = Stage(
        events(OPTIONS, ThreadItemAddedEvent(item=hidden), ThreadItemDoneEvent(item=hidden))
    )

    await stage.stream.start()

    assert await stage.rest() == OPTIONS_BYTES


async def test_the_agent_speaks_the_requests_language() -> None:
    async def play() -> AsyncIterator[ThreadStreamEvent]:
        yield OPTIONS
        yield progress(translation.get_language())

    with translation.override("fr"):
        stage = Stage(play)
    with translation.override("de"):
        await stage.stream.start()

    assert await stage.rest() == OPTIONS_BYTES + bytes_of("fr")


@pytest.mark.parametrize("creates", [True, False])
async def test_the_site_is_told_of_a_new_thread(creates: bool) -> None:
    heard: list[Any] = []

    def hear(**said: Any) -> None:
        heard.append((said["thread_id"], said["scope"], said["assistant"]))

    thread_created.connect(hear, weak=False, dispatch_uid="test")
    try:
        stage = Stage(events(OPTIONS), creates_thread=creates)
        await stage.stream.start()
        await stage.rest()
    finally:
        thread_created.disconnect(dispatch_uid="test")

    assert heard == ([("thr_1", "user-1", "default")] if creates else [])


async def test_once_it_streams_the_database_is_used_elsewhere() -> None:
    async def elsewhere(work: Any) -> Any:
        return work()

    stage = Stage(events(OPTIONS), detached=elsewhere)
    before = stage.context.runner

    await stage.stream.start()

    assert before is not elsewhere
    assert stage.context.runner is elsewhere
    await stage.rest()


# Failures


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (NotFoundError("thr_1"), NotFound),
        (ValueError("the SDK says no"), InvalidRequest),
        (ThreadLocked(), ThreadLocked),
        (RuntimeError("a bug"), RuntimeError),
    ],
    ids=repr,
)
async def test_what_fails_before_the_answer_is_the_requests_error(
    error: Exception, expected: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    async def failing() -> None:
        raise error

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        await failing()
        yield OPTIONS

    stage = Stage(play)

    with pytest.raises(expected) as failure:
        await stage.stream.start()

    assert type(failure.value) is expected
    await stage.stream.drained()
    assert stage.turn.ended == "failed"


async def test_what_fails_after_its_begin_is_an_event(caplog: pytest.LogCaptureFixture) -> None:
    async def play() -> AsyncIterator[ThreadStreamEvent]:
        yield OPTIONS
        yield progress("one")
        raise RuntimeError("a secret of the agent")

    stage = Stage(play)
    await stage.stream.start()

    sent = await stage.rest()

    assert sent == OPTIONS_BYTES + bytes_of("one") + sse(
        ErrorEvent(code=ErrorCode.STREAM_ERROR, allow_retry=True)
    )
    assert stage.turn.ended == "failed"
    assert "A turn failed after its answer began" in caplog.text


async def test_a_turn_whose_agent_failed_has_failed_though_the_sdk_ended_it() -> None:
    stage = Stage(events(OPTIONS))
    stage.turn.failed = True

    await stage.stream.start()
    await stage.rest()
    await stage.stream.drained()

    assert stage.turn.ended == "failed"


async def test_an_answer_without_a_begin_is_sent_all_the_same() -> None:
    error = ErrorEvent(code=ErrorCode.STREAM_ERROR, allow_retry=False)
    stage = Stage(events(error))

    await stage.stream.start()

    assert await stage.rest() == sse(error)


async def test_a_lease_that_cannot_be_given_back_does_not_hang_the_answer(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(self: Turn, outcome: Outcome) -> None:
        raise RuntimeError("The database has gone.")

    monkeypatch.setattr(RecordingTurn, "finish", fail)
    stage = Stage(events(OPTIONS))

    await stage.stream.start()

    assert await stage.rest() == OPTIONS_BYTES
    assert "could not be released" in caplog.text


# A slow client


async def test_an_agent_waits_for_a_client_that_does_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stream, "BUFFER_BYTES", 200)
    texts = [f"progress {number}" for number in range(20)]
    made: list[str] = []

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        yield OPTIONS
        for text in texts:
            made.append(text)
            yield progress(text)

    stage = Stage(play)
    await stage.stream.start()
    received = await stage.stream.read()
    await turns_of_the_loop()
    waiting_after = len(made)

    received += await stage.rest()

    assert waiting_after < len(texts)
    assert received == OPTIONS_BYTES + bytes_of(*texts)


async def test_an_agent_that_never_awaits_lets_its_events_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stream, "BURST_SECONDS", 0.0)
    monkeypatch.setattr(stream, "GATHER_SECONDS", 0.0)
    made: list[str] = []

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        yield OPTIONS
        for number in range(100):
            made.append(str(number))
            yield progress(str(number))

    stage = Stage(play)
    await stage.stream.start()
    while bytes_of("0") not in await stage.stream.read():
        pass

    assert len(made) < 100
    await stage.rest()


# Stopping


async def test_a_stop_reaches_an_agent_that_waits() -> None:
    agent = Stalling()
    stage = Stage(agent)
    await stage.stream.start()
    await stage.stream.read()
    await agent.waits.wait()

    stage.stream.stop()
    stage.stream.stop()

    await stage.rest()
    await stage.stream.drained()
    assert agent.stopped
    assert stage.turn.ended == "stopped"


async def test_a_stop_reaches_an_agent_that_waits_for_the_client(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stream, "BUFFER_BYTES", 1)
    stopped = asyncio.Event()

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        try:
            yield OPTIONS
            yield progress("more than the client takes")
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            stopped.set()
            raise

    stage = Stage(play)
    await stage.stream.start()
    await turns_of_the_loop()

    stage.stream.stop()

    await stage.stream.drained()
    assert stopped.is_set()
    assert stage.turn.ended == "stopped"


async def test_a_stop_reaches_an_agent_that_says_more_before_it_awaits() -> None:
    stopped = asyncio.Event()

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        yield OPTIONS
        try:
            for number in range(3):
                yield progress(str(number))
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            stopped.set()
            raise

    stage = Stage(play)
    await stage.stream.start()

    stage.stream.stop()

    await stage.stream.drained()
    assert stopped.is_set()
    assert stage.turn.ended == "stopped"


async def test_a_stop_ends_an_agent_that_never_awaits_and_keeps_what_it_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stream, "STOP_SECONDS", 0.0)

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        yield OPTIONS
        while True:
            yield progress("and on")

    stage = Stage(play)
    stage.turn.unfinished.follow(ThreadItemAddedEvent(item=answer(text="Hel")))
    await stage.stream.start()

    stage.stream.stop()

    await stage.stream.drained()
    assert stage.turn.ended == "stopped"
    assert [text_of(item) for item in stage.store.saved] == ["Hel"]


async def test_a_client_that_leaves_before_the_answer_stops_the_turn() -> None:
    waits, stopped = asyncio.Event(), asyncio.Event()

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        waits.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            stopped.set()
            raise
        yield OPTIONS

    stage = Stage(play)
    starting = asyncio.ensure_future(stage.stream.start())
    await waits.wait()

    starting.cancel()

    with pytest.raises(asyncio.CancelledError):
        await starting
    await stage.stream.drained()
    assert stopped.is_set()
    assert stage.turn.ended == "stopped"


async def test_closing_the_body_stops_the_turn() -> None:
    agent = Stalling()
    stage = Stage(agent)
    await stage.stream.start()

    chunks: Any = stage.stream.chunks()
    async with aclosing(chunks):
        await anext(chunks)
        await agent.waits.wait()

    await stage.stream.drained()
    assert agent.stopped
    assert stage.turn.ended == "stopped"


async def test_an_agent_that_ends_on_a_stop_was_stopped() -> None:
    waits = asyncio.Event()

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        yield OPTIONS
        waits.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            yield progress("a last word")
            raise

    stage = Stage(play)
    await stage.stream.start()
    await stage.stream.read()
    await waits.wait()

    stage.stream.stop()

    assert bytes_of("a last word") in await stage.rest()
    assert stage.turn.ended == "stopped"


async def test_a_stop_after_the_end_is_nothing() -> None:
    stage = Stage(events(OPTIONS))
    await stage.stream.start()
    await stage.rest()
    await stage.stream.drained()

    stage.stream.stop()

    assert stage.turn.ended == "completed"


async def test_a_turn_whose_lease_was_taken_over_is_stopped(keeper: RecordingKeeper) -> None:
    agent = Stalling()
    stage = Stage(agent)
    await stage.stream.start()
    await stage.stream.read()
    await agent.waits.wait()

    await asyncio.to_thread(keeper.kept["mine"])

    await stage.rest()
    await stage.stream.drained()
    assert agent.stopped
    assert keeper.kept == {}


# While the agent is silent


async def test_a_silence_is_broken_by_a_comment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "HEARTBEAT_SECONDS", 0.0)
    monkeypatch.setattr(stream, "CHECKPOINT_SECONDS", 0.001)
    stage = Stage(Stalling())
    await stage.stream.start()

    received = b""
    while HEARTBEAT not in received:
        received += await stage.stream.read()

    assert HEARTBEAT.startswith(b":")
    assert HEARTBEAT.endswith(b"\n\n")
    stage.stream.stop()
    await stage.stream.drained()


async def test_an_unfinished_answer_is_saved_as_it_grows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stream, "CHECKPOINT_SECONDS", 0.001)
    agent = Stalling()
    stage = Stage(agent)
    stage.turn.unfinished.follow(ThreadItemAddedEvent(item=answer(text="Hel")))
    await stage.stream.start()
    await stage.stream.read()

    await stage.store.saves.wait()
    await turns_of_the_loop()

    assert [text_of(item) for item in stage.store.saved] == ["Hel"]
    stage.stream.stop()
    await stage.stream.drained()


async def test_a_checkpoint_that_fails_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(stream, "CHECKPOINT_SECONDS", 0.001)
    may_end = asyncio.Event()

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        yield OPTIONS
        await may_end.wait()
        yield progress("the end")

    stage = Stage(play)
    stage.store.fails = True
    stage.turn.unfinished.follow(ThreadItemAddedEvent(item=answer(text="Hel")))
    await stage.stream.start()
    await stage.stream.read()
    await stage.store.saves.wait()
    may_end.set()

    assert await stage.rest() == bytes_of("the end")
    assert "could not be saved" in caplog.text
    assert stage.turn.ended == "completed"


# Parts that are sent together


async def test_parts_that_come_at_once_are_sent_together_and_the_end_does_not_wait() -> None:
    stage = Stage(events(OPTIONS, progress("a"), progress("b"), progress("c")))
    await stage.stream.start()

    assert await stage.stream.read() == OPTIONS_BYTES
    assert await stage.stream.read() == bytes_of("a", "b", "c")
    assert await stage.stream.read() == b""


async def test_after_a_silence_a_part_goes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    # Longer than any machine has been up: the first part has nothing to wait for either.
    century = 100 * 365 * 86400.0
    monkeypatch.setattr(stream, "GATHER_SECONDS", century)
    monkeypatch.setattr(stream, "MOST_GATHER_SECONDS", century)
    goes_on = asyncio.Event()

    async def play() -> AsyncIterator[ThreadStreamEvent]:
        yield OPTIONS
        await goes_on.wait()
        stage.stream._last_read -= century
        yield progress("at last")
        await asyncio.Event().wait()

    stage = Stage(play)
    await stage.stream.start()
    assert await stage.stream.read() == OPTIONS_BYTES

    goes_on.set()

    assert await stage.stream.read() == bytes_of("at last")
    stage.stream.stop()
    await stage.stream.drained()


async def test_a_loop_that_is_late_gets_fewer_and_larger_parts() -> None:
    stage = Stage(Stalling())
    await stage.stream.start()
    loop = asyncio.get_running_loop()
    usual = stage.stream._gather_seconds

    stage.stream._end_gathering(due=loop.time() - 0.010)
    busy = stage.stream._gather_seconds
    stage.stream._end_gathering(due=loop.time())
    assert usual == stream.GATHER_SECONDS
    assert usual < busy <= stream.MOST_GATHER_SECONDS
    assert stage.stream._gather_seconds == usual
    stage.stream.stop()
    await stage.stream.drained()


def test_an_answer_streams_on_uvloop_too() -> None:
    """Its timers are not those of asyncio."""

    async def play() -> bytes:
        stage = Stage(events(OPTIONS, *[progress(str(number)) for number in range(50)]))
        await stage.stream.start()
        return await stage.rest()

    said: list[BaseException | str] = []

    async def watched() -> bytes:
        asyncio.get_running_loop().set_exception_handler(
            lambda _, told: said.append(told["exception"])
        )
        return await play()

    assert uvloop.run(watched()) == OPTIONS_BYTES + bytes_of(*map(str, range(50)))
    assert said == []
