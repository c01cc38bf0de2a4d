"""The streaming path: one task drives the agent, the response takes what it has produced."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from chatkit.errors import ErrorCode
from chatkit.store import NotFoundError
from chatkit.types import (
    ErrorEvent,
    HiddenContextItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadStreamEvent,
)
from django.utils import translation

from django_chatkit.exceptions import InvalidRequest, NotFound, ThreadLocked
from django_chatkit.server.serialize import sse
from django_chatkit.server.turn import Outcome, Turn
from django_chatkit.signals import thread_created
from tests.server.samples import NOON
from tests.server.stage import (
    OPTIONS,
    OPTIONS_BYTES,
    RecordingTurn,
    Stage,
    Stalling,
    bytes_of,
    events,
    progress,
    turns_of_the_loop,
)

pytestmark = pytest.mark.usefixtures("keeper")


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
