"""The streaming path: one task drives the SDK's generator for its whole life.

The task writes what it produces into a buffer; the response takes from it. So a
stop or a lost connection never tears the generator apart, a slow client slows
the agent instead of filling memory, and what is ready together is sent together.
"""

import asyncio
import logging
import math
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

from chatkit.errors import ErrorCode
from chatkit.server import ChatKitServer
from chatkit.store import NotFoundError
from chatkit.types import ErrorEvent, StreamOptions, StreamOptionsEvent, ThreadStreamEvent
from django.utils import translation

from ..exceptions import ChatKitError, InvalidRequest, NotFound, Repeated
from ..models import ChatThread
from ..signals import thread_created
from . import lease
from .database import (
    Runner,
    close_request_connections,
    outlive_request,
    release_request_thread,
    run_in_pool,
)
from .journal import Journal
from .operations import Operation
from .relay import relay
from .serialize import is_hidden, sse
from .turn import Outcome, Turn

logger = logging.getLogger("django_chatkit.turns")

HEARTBEAT_SECONDS = 15.0
"""Silence after which a comment keeps proxies from closing the connection."""

HEARTBEAT = b": keep-alive\n\n"

CHECKPOINT_SECONDS = 3.0
"""How much of an unfinished answer a killed process may lose; also how often a stream
looks whether a heartbeat is due."""

BUFFER_BYTES = 256 * 1024
"""What may wait for a slow client before the agent waits too."""

GATHER_SECONDS = 0.008
"""How long parts that follow each other closely wait to be sent together: half a frame, which
nobody sees, at a fraction of the cost of sending each. After a longer silence a part goes at
once."""

MOST_GATHER_SECONDS = 0.1
"""The same while the event loop is too busy to keep its time: fewer and larger parts relieve it."""

LATENESS_FACTOR = 5
"""How many times the loop's lateness parts are gathered."""

BURST_SECONDS = 0.005
"""How long an agent that never awaits may keep its events from being sent."""

STOP_SECONDS = 1.0
"""How long an agent that never awaits may go on after it was stopped."""

FIRST_READ_SECONDS = 0.25
"""How long an agent waits for the headers to be sent before it begins."""

_running: set["asyncio.Task[None]"] = set()
"""Strong references: the event loop keeps only weak ones, and a save must not vanish."""


class TurnStream:
    """One streaming operation: its driving task and what it has produced.

    Parameters:
        server: Who answers.
        operation: What was asked, checked by ``prepare``.
        detached: What the rest of the turn uses for the database once the answer
            streams, in place of the request's own thread.
        outlives: Whether the answer goes on when its connection is lost.
    """

    def __init__(
        self,
        server: "ChatKitServer[Any]",
        operation: Operation,
        *,
        detached: Runner | None = None,
        outlives: bool = False,
    ) -> None:
        turn = operation.turn
        assert turn is not None  # noqa: S101 - prepare() gives every streaming operation one
        self._turn = turn
        self.operation = operation
        self._server = server
        self._detached = detached
        self._journal = Journal(turn.token, turn.unfinished.named) if outlives else None
        self.can_stop = True
        """Whether the agent lets itself be stopped; known once the answer may be sent."""
        self._alone = False
        self._queries: object = None
        self._language = translation.get_language()
        self._creates_thread = turn.creates_thread
        self._buffer: list[bytes] = []
        self._buffered = 0
        self._finished = False
        self._in_agent = False
        self._stopping = False
        self._wakes_reader: asyncio.Future[None] | None = None
        self._wakes_agent: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._checkpoint: asyncio.Task[None] | None = None
        self._gathering: asyncio.TimerHandle | None = None
        self._gather_seconds = GATHER_SECONDS
        self._last_published = 0.0
        self._last_read = -math.inf
        self._burst = 0.0

    async def start(self) -> None:
        """Begin the turn and wait until the answer may be sent.

        Raises:
            ChatKitError: what went wrong before that, with its status; nothing is
                left behind.
            Repeated: the thread that it would create is there already.
        """
        self._loop = asyncio.get_running_loop()
        self._started: asyncio.Future[None] = self._loop.create_future()
        self._task = self._loop.create_task(self._drive(), name="chatkit-turn")
        _running.add(self._task)
        self._task.add_done_callback(_running.discard)
        try:
            await asyncio.shield(self._started)
        except asyncio.CancelledError:
            self.leave()
            raise

    async def read(self) -> bytes:
        """What is ready to be sent; empty at the end of the stream."""
        while not (self._finished or self._alone) and (
            not self._buffer or self._gathering is not None
        ):
            self._wakes_reader = self._loop.create_future()
            await self._wakes_reader
        chunk = b"".join(self._buffer)
        self._buffer.clear()
        self._buffered = 0
        self._last_read = self._loop.time()
        _wake(self._wakes_agent)
        return chunk

    async def chunks(self) -> AsyncIterator[bytes]:
        """The response's body; closing it is the client's :meth:`leave`."""
        try:
            if self._detached is not None:
                release_request_thread()
            while chunk := await self.read():
                yield chunk
        finally:
            self.leave()

    @property
    def outlives(self) -> bool:
        """Whether the answer goes on when its connection is lost."""
        return self._journal is not None

    def leave(self) -> None:
        """The client has gone. Call it on the event loop."""
        if self._journal is None:
            self.stop()
            return
        self._alone = True
        self._buffer.clear()
        self._buffered = 0
        self._wake_reader()
        _wake(self._wakes_agent)

    def leave_from_thread(self) -> None:
        """:meth:`leave`, from any thread."""
        self._loop.call_soon_threadsafe(self.leave)

    def stop(self) -> None:
        """Stop the answer and keep what was said of it. Call it on the event loop."""
        if self._stopping or self._finished:
            return
        self._stopping = True
        if self._in_agent:
            self._task.cancel()
        else:
            # The generator is suspended at a yield, where a cancellation would
            # not reach the SDK's own bookkeeping: the task resumes it first.
            _wake(self._wakes_agent)

    async def drained(self) -> None:
        """Wait until the turn is over and saved."""
        await asyncio.wait({self._task})

    def stop_from_thread(self) -> None:
        """:meth:`stop`, from any thread."""
        self._loop.call_soon_threadsafe(self.stop)

    async def _drive(self) -> None:
        outcome: Outcome = "failed"
        if self._language:
            translation.activate(self._language)
        try:
            await self._follow(
                self._server._process_streaming_impl(self.operation.request, self.operation.context)
            )
            outcome = "failed" if self._turn.failed else "completed"
        except asyncio.CancelledError:
            outcome = "stopped"
        except Exception as error:  # noqa: BLE001 - told to the client and logged
            self._fail(error)
        finally:
            await self._finish(outcome)

    async def _follow(self, events: AsyncGenerator[ThreadStreamEvent, None]) -> None:
        self._burst = self._loop.time()
        stopped: float | None = None
        while True:
            self._in_agent = True
            try:
                event = await anext(events)
            except StopAsyncIteration:
                return
            finally:
                self._in_agent = False
            if type(event) is StreamOptionsEvent and not self._started.done():
                await self._begin(event)
            elif not is_hidden(event):
                self.send(sse(event), event)
            if self._stopping:
                # Delivered inside the generator, at the agent's next await: waiting
                # here would keep it from the SDK's bookkeeping.
                self._task.cancel()
                now = self._loop.time()
                stopped = stopped or now
                if now - stopped > STOP_SECONDS:
                    await asyncio.sleep(0)
            # Before the answer may be sent, nobody reads: there is nothing to wait for.
            elif self._started.done() and self.is_due:
                await self.give_way()

    @property
    def is_due(self) -> bool:
        """Whether the agent has to :meth:`give_way`: others wait, or the turn was stopped."""
        return (
            self._stopping
            or self._buffered > BUFFER_BYTES
            or self._last_published - self._burst > BURST_SECONDS
        )

    async def give_way(self) -> None:
        """Let what is ready be sent, and wait for a slow client.

        Raises:
            asyncio.CancelledError: the turn was stopped.
        """
        if self._stopping:
            self._task.cancel()
        await asyncio.sleep(0)
        while self._buffered > BUFFER_BYTES and not self._stopping:
            self._wakes_agent = self._loop.create_future()
            await self._wakes_agent
        self._burst = self._loop.time()

    async def _begin(self, event: StreamOptionsEvent) -> None:
        """Store the request's own writes; from here on the answer is on its way."""
        turn = self._turn
        # Given back at once: the headers take their time when many streams begin.
        await turn.commit(then=close_request_connections if self._detached else None)
        lease.keeper.keep(turn.token, self.stop_from_thread)
        relay.add(turn.token, self.stop_from_thread, self._journal)
        if self._creates_thread:
            context = self.operation.context
            thread_created.send_robust(
                ChatThread,
                thread_id=turn.thread_id,
                scope=context.scope,
                assistant=context.assistant,
            )
        if self._detached is not None:
            self.operation.context.runner = self._detached
        if self._journal is not None:
            self.can_stop = self._journal.can_stop = event.stream_options.allow_cancel
            # To a client that can only hang up: it does not stop the answer.
            event = StreamOptionsEvent(stream_options=StreamOptions(allow_cancel=False))
            self._queries = self._detached and outlive_request()
        self.send(sse(event), event)
        if self._journal is not None:
            await self.operation.context.runner(self._journal.publish)
        turn.outlet = self
        self._timer = self._loop.call_later(CHECKPOINT_SECONDS, self._tick)
        self._started.set_result(None)
        await self._let_headers_out()

    async def _let_headers_out(self) -> None:
        """Wait for the first read, so that an agent which never awaits does not delay it."""
        if self._stopping:
            return
        self._wakes_agent = self._loop.create_future()
        patience = self._loop.call_later(FIRST_READ_SECONDS, _wake, self._wakes_agent)
        await self._wakes_agent
        patience.cancel()

    def send(self, chunk: bytes, event: ThreadStreamEvent | None = None) -> None:
        """Have ``chunk`` sent after everything before it.

        Parameters:
            chunk: What is sent.
            event: The event that it is, for those who join; ``None`` for a comment.
        """
        now = self._last_published = self._loop.time()
        if self._journal is not None and event is not None:
            self._journal.note(chunk, event)
        if self._alone:
            return
        self._buffer.append(chunk)
        self._buffered += len(chunk)
        if self._gathering is not None and self._buffered <= BUFFER_BYTES:
            return
        due = self._last_read + self._gather_seconds
        if due <= now or self._buffered > BUFFER_BYTES:
            self._wake_reader()
        else:
            self._gathering = self._loop.call_at(due, self._end_gathering, due)

    def _end_gathering(self, due: float) -> None:
        late = self._loop.time() - due
        self._gather_seconds = min(max(GATHER_SECONDS, LATENESS_FACTOR * late), MOST_GATHER_SECONDS)
        self._wake_reader()

    def _wake_reader(self) -> None:
        if self._gathering is not None:
            self._gathering.cancel()
            self._gathering = None
        _wake(self._wakes_reader)

    def _tick(self) -> None:
        """Break a long silence, and save what is new of an unfinished answer."""
        if not self._buffer and self._loop.time() - self._last_published >= HEARTBEAT_SECONDS:
            self.send(HEARTBEAT)
        saving = self._checkpoint is not None and not self._checkpoint.done()
        if self._turn.unfinished.changed and not saving:
            self._checkpoint = self._loop.create_task(self._save_unfinished())
        self._timer = self._loop.call_later(CHECKPOINT_SECONDS, self._tick)

    async def _save_unfinished(self) -> None:
        unfinished = self._turn.unfinished
        thread_id = self._turn.thread_id
        if thread_id is None:
            return
        try:
            for item in unfinished.take():
                # One that ended while another was saved is stored whole by the SDK.
                if item.id in unfinished:
                    await self._server.store.add_thread_item(
                        thread_id, item, self.operation.context
                    )
        except Exception:
            logger.exception(
                "A part of an answer could not be saved; the whole will be tried (request %s).",
                self.operation.context.request_id,
            )

    def _fail(self, error: Exception) -> None:
        if self._started.done():
            logger.error(
                "A turn failed after its answer began (request %s).",
                self.operation.context.request_id,
                exc_info=error,
            )
            event = ErrorEvent(code=ErrorCode.STREAM_ERROR, allow_retry=True)
            self.send(sse(event), event)
            return
        self._started.set_exception(_refusal(error))

    async def _finish(self, outcome: Outcome) -> None:
        if self._timer is not None:
            self._timer.cancel()
        try:
            # An agent that ended without awaiting leaves its cancellation to us.
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            outcome = "stopped"
        if outcome != "completed" and self._turn.unfinished.changed:
            # An agent that never awaited was left where it stood.
            await self._save_unfinished()
        try:
            await self._turn.finish(outcome)
        except Exception:
            logger.exception(
                "A turn's lease could not be released; it runs out by itself (request %s).",
                self.operation.context.request_id,
            )
        await self._close_journal()
        self._finished = True
        if not self._started.done():
            # It ended, or was stopped, before there was anything to answer with.
            if outcome == "stopped":
                self._started.cancel()
            else:
                self._started.set_result(None)
        self._wake_reader()

    async def _close_journal(self) -> None:
        relay.remove(self._turn.token)
        if self._journal is None or not self._started.done():
            return
        try:
            await self.operation.context.runner(self._journal.finish)
        except Exception:
            logger.exception(
                "Who joined an answer could not be told of its end (request %s).",
                self.operation.context.request_id,
            )


def finish_unstarted(turn: Turn) -> None:
    """End a turn that took its lease and will never begin. Call it on the event loop."""
    turn.context.runner = run_in_pool
    task = asyncio.get_running_loop().create_task(turn.finish("stopped"))
    _running.add(task)
    task.add_done_callback(_running.discard)


def _wake(waiting: "asyncio.Future[None] | None") -> None:
    if waiting is not None and not waiting.done():
        waiting.set_result(None)


def _refusal(error: Exception) -> Exception:
    """What the client is told of a failure before the answer began."""
    if isinstance(error, ChatKitError | Repeated):
        return error
    if isinstance(error, NotFoundError):
        return NotFound()
    if isinstance(error, ValueError):
        logger.warning("The SDK refused a request: %s", error)
        return InvalidRequest()
    return error
