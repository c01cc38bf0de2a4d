"""When an answer's parts are sent, and what is saved of it meanwhile."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import uvloop
from chatkit.types import (
    ThreadItemAddedEvent,
    ThreadStreamEvent,
)

from django_chatkit.server import stream
from django_chatkit.server.stream import HEARTBEAT
from tests.server.samples import answer, text_of
from tests.server.stage import (
    OPTIONS,
    OPTIONS_BYTES,
    Stage,
    Stalling,
    bytes_of,
    events,
    progress,
    turns_of_the_loop,
)

pytestmark = pytest.mark.usefixtures("keeper")


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
