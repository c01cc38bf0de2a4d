"""Following a running answer from elsewhere: what it has said, then what it says."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator

from . import lease
from .database import close_request_connections, release_request_thread, run_in_pool
from .journal import JournalReader
from .stream import HEARTBEAT, HEARTBEAT_SECONDS

POLL_SECONDS = 0.1
"""How often it is looked for something new."""

DOUBT_SECONDS = 5.0
"""Silence after which it is asked whether the answer's process lives."""


class Silence:
    """How long nothing came, and what that calls for."""

    def __init__(self) -> None:
        self._beat = self._doubt = time.monotonic()

    def broken(self) -> None:
        """Something came."""
        self._beat = self._doubt = time.monotonic()

    @property
    def heartbeat(self) -> bytes:
        """A comment when one is due, else nothing."""
        now = time.monotonic()
        if now - self._beat < HEARTBEAT_SECONDS:
            return b""
        self._beat = now
        return HEARTBEAT

    @property
    def doubtful(self) -> bool:
        """Whether it is time to ask for the process."""
        now = time.monotonic()
        if now - self._doubt < DOUBT_SECONDS:
            return False
        self._doubt = now
        return True


async def joined(reader: JournalReader) -> AsyncIterator[bytes]:
    """The body of an ASGI response; it ends with the answer."""
    release_request_thread()
    silence = Silence()
    while (chunk := await run_in_pool(reader.read)) is not None:
        if chunk:
            silence.broken()
        elif silence.doubtful and not await run_in_pool(lambda: lease.is_held(reader.token)):
            return
        if chunk := chunk or silence.heartbeat:
            yield chunk
        await asyncio.sleep(POLL_SECONDS)


def joined_in_thread(
    reader: JournalReader, gone: Callable[[], bool] | None = None
) -> Iterator[bytes]:
    """The body of a WSGI response; it ends with the answer.

    Parameters:
        reader: Of the answer.
        gone: Whether the client has closed its connection.
    """
    close_request_connections()
    silence = Silence()
    while (chunk := reader.read()) is not None:
        if chunk:
            silence.broken()
        elif silence.doubtful:
            held = lease.is_held(reader.token)
            close_request_connections()
            if not held:
                return
        if chunk := chunk or silence.heartbeat:
            yield chunk
        elif gone is not None and gone():
            return
        time.sleep(POLL_SECONDS)
