"""Connections to lend: a stack of ``httpx`` clients with one connection each.

One ``httpx`` client with many connections looks through all of them for each request,
and loses a slot when a request is cancelled. Here a call takes the client that was used
last, the likeliest to be connected still, and gives it back; a cancelled call's client
is thrown away. All share one SSL context, which takes tens of milliseconds to make.
"""

import asyncio
import functools
import ssl
import threading
import time
import weakref
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.request import getproxies

import httpx

from .calls import DeadlineExceeded

if TYPE_CHECKING:
    from .deadline import Deadline

MAX_CONNECTIONS = 256
"""So many calls go on at once; others wait for their turn."""

ONE = httpx.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=60)


@functools.cache
def ssl_context() -> ssl.SSLContext:
    """The context that all clients of this process share."""
    return httpx.create_ssl_context()


@dataclass(frozen=True)
class _Line:
    """A client with one connection, and when the call is over that has borrowed it."""

    http: httpx.Client
    deadline: "Deadline"


def _line() -> _Line:
    # Imported by the first connection: it takes a while, and commands may need none.
    from .deadline import Deadline, DeadlineTransport  # noqa: PLC0415

    deadline = Deadline()
    if getproxies():
        # httpx finds the proxy; a read may then last beyond the deadline.
        client = httpx.Client(verify=ssl_context(), limits=ONE, follow_redirects=True)
    else:
        transport = DeadlineTransport(ssl_context(), ONE, deadline)
        client = httpx.Client(transport=transport, follow_redirects=True)
    return _Line(client, deadline)


class Connections:
    """Connections for the sync client, for all its threads."""

    def __init__(self) -> None:
        self._idle: list[_Line] = []
        # A backend is dropped when settings change, and nobody is there to close it. Unlike
        # __del__, this comes before the sockets' own end when all of them are a cycle.
        weakref.finalize(self, _close, self._idle)
        self._places = threading.BoundedSemaphore(MAX_CONNECTIONS)

    @contextmanager
    def borrow(self, deadline: float) -> Iterator[httpx.Client]:
        """A client with one connection, for one call.

        Raises:
            DeadlineExceeded: none was free in time.
        """
        if not self._places.acquire(timeout=max(deadline - time.monotonic(), 0)):
            raise DeadlineExceeded
        try:
            try:
                line = self._idle.pop()
            except IndexError:
                line = _line()
            line.deadline.at = deadline
            try:
                yield line.http
            except BaseException:
                line.http.close()
                raise
            self._idle.append(line)
        finally:
            self._places.release()

    def close(self) -> None:
        """Close what is idle."""
        _close(self._idle)


def _close(lines: list[_Line]) -> None:
    while lines:
        lines.pop().http.close()


class AsyncConnections:
    """Connections for the async client; as its event loop is one, they need no lock."""

    def __init__(self) -> None:
        self._idle: list[httpx.AsyncClient] = []
        self._places = asyncio.Semaphore(MAX_CONNECTIONS)

    @asynccontextmanager
    async def borrow(self) -> AsyncIterator[httpx.AsyncClient]:
        """A client with one connection, for one call."""
        async with self._places:
            if self._idle:
                client = self._idle.pop()
            else:
                client = httpx.AsyncClient(verify=ssl_context(), limits=ONE, follow_redirects=True)
            try:
                yield client
            except BaseException:
                await client.aclose()
                raise
            self._idle.append(client)

    async def close(self) -> None:
        """Close what is idle."""
        while self._idle:
            await self._idle.pop().aclose()
