"""Turns under WSGI: one event loop for the process, and each request's thread for its ORM work.

A WSGI response is pulled by its thread, and a loop that lives only while it is
pulled would break the pooled connections that agents keep. So all turns of a
process run on one background loop, and the request's thread, while it waits for
the next chunk, does the database work that its own turn asks for.
"""

import asyncio
import contextvars
import os
import queue
import socket
import ssl
import threading
from collections.abc import Callable, Coroutine, Iterator, Mapping
from concurrent.futures import Future
from typing import Any, TypeVar

from .database import close_old_connections, run_in_pool
from .stream import TurnStream

T = TypeVar("T")

PROBE_SECONDS = 1.0
"""How often a waiting thread looks whether its client is still there."""

PATIENCE_SECONDS = 1.0
"""How long database work waits for a thread that is busy writing."""

_loop: asyncio.AbstractEventLoop | None = None
_loop_process = 0
_loop_lock = threading.Lock()


def background_loop() -> asyncio.AbstractEventLoop:
    """The process's loop for turns; started on first use, again after a fork."""
    global _loop, _loop_process
    with _loop_lock:
        if _loop is None or _loop_process != os.getpid():
            _loop, _loop_process = asyncio.new_event_loop(), os.getpid()
            threading.Thread(target=_loop.run_forever, name="chatkit-turns", daemon=True).start()
        return _loop


class RequestThread:
    """The thread of one WSGI request, lending itself to the turn it waits for.

    Parameters:
        gone: Whether the client has closed its connection; asked every second.
    """

    def __init__(self, gone: Callable[[], bool] | None = None) -> None:
        self._client_gone = gone or _never
        self._jobs: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = (
            queue.SimpleQueue()
        )
        self._gone = False

    async def run(self, work: Callable[[], Any]) -> Any:
        """Run ``work`` in the request's thread; in the pool if that has left or is stuck."""
        if self._gone:
            return await run_in_pool(work)
        done: Future[Any] = Future()
        self._jobs.put((done, work))
        result = asyncio.wrap_future(done)
        await asyncio.wait({result}, timeout=PATIENCE_SECONDS)
        if done.cancel():
            # The thread has not begun: it is writing to a client that does not read.
            return await run_in_pool(work)
        return await result

    def wait_for(
        self, coroutine: Coroutine[Any, Any, T], *, on_gone: Callable[[], None] | None = None
    ) -> T:
        """Run ``coroutine`` on the background loop, doing its database work meanwhile.

        Parameters:
            coroutine: What to wait for.
            on_gone: Called once if the client leaves meanwhile.
        """
        result: Future[T] = Future()
        loop = background_loop()

        def begin() -> None:
            # A context of its own: the request's would send the agent's own ORM
            # work to this thread, which does not listen for it.
            task = loop.create_task(coroutine, context=contextvars.Context())
            task.add_done_callback(lambda done: _copy(done, result))

        result.add_done_callback(lambda _: self._jobs.put(None))
        loop.call_soon_threadsafe(begin)
        while True:
            try:
                job = self._jobs.get(timeout=PROBE_SECONDS)
            except queue.Empty:
                close_old_connections()
                if on_gone is not None and self._client_gone():
                    on_gone()
                    on_gone = None
                continue
            if job is None:
                return result.result()
            _do(*job)

    def leave(self) -> None:
        """Do what is still asked for, then lend no more."""
        self._gone = True
        while True:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return
            if job is not None:
                _do(*job)


def _never() -> bool:
    return False


def disconnection_probe(environ: Mapping[str, Any]) -> Callable[[], bool] | None:
    """A way to see that the client has left while there is nothing to write.

    WSGI has none; gunicorn gives its socket to who asks. Elsewhere the next
    heartbeat finds out.
    """
    connection = environ.get("gunicorn.socket")
    if not isinstance(connection, socket.socket) or isinstance(connection, ssl.SSLSocket):
        return None

    def gone() -> bool:
        try:
            return connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    return gone


def _do(done: "Future[Any]", work: Callable[[], Any]) -> None:
    if not done.set_running_or_notify_cancel():
        return
    try:
        done.set_result(work())
    except BaseException as error:  # noqa: BLE001 - raised where it is awaited
        done.set_exception(error)


def _copy(task: "asyncio.Task[T]", result: "Future[T]") -> None:
    if task.cancelled():
        result.cancel()
    elif (error := task.exception()) is not None:
        result.set_exception(error)
    else:
        result.set_result(task.result())


class StreamedBody:
    """The body of a WSGI response: an iterator whose end is the client's leave.

    Parameters:
        stream: A started stream.
        thread: The thread it was started with.
    """

    def __init__(self, stream: TurnStream, thread: RequestThread) -> None:
        self._stream = stream
        self._thread = thread

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        chunk = self._thread.wait_for(self._stream.read(), on_gone=self._stream.leave_from_thread)
        if not chunk:
            raise StopIteration
        return chunk

    def close(self) -> None:
        """Leave the answer, wait until what was said is saved, and let the thread go."""
        self._stream.leave_from_thread()
        if not self._stream.outlives:
            self._thread.wait_for(self._stream.drained())
        self._thread.leave()
