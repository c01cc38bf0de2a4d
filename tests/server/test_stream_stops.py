"""An answer that is stopped: by its reader, by leaving, or by a lease that was taken over."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

import pytest
from chatkit.types import (
    ThreadItemAddedEvent,
    ThreadStreamEvent,
)

from django_chatkit.server import stream
from tests.server.samples import answer, text_of
from tests.server.stage import (
    OPTIONS,
    RecordingKeeper,
    Stage,
    Stalling,
    bytes_of,
    events,
    progress,
    turns_of_the_loop,
)

pytestmark = pytest.mark.usefixtures("keeper")


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
