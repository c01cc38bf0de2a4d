"""The visitors: a process on raw sockets, so that measuring costs the servers nothing.

A job is ``{"port", "streams", "turns", "pace", "first_thread"}``. Each stream is a connection
on a thread of its own, with one turn after the other. With ``pace`` ``"wait"`` the process says
when every stream waits for its agent, holds them open until it reads a line, and says how many
still are.
"""

import asyncio
import resource
import statistics
import sys
import time
from functools import partial
from typing import Any

from .messages import WAIT, follow_up
from .processes import read_job, tell

HELD_EVENTS = 4
"""Events after which an agent that was asked to wait does."""


class Visitor(asyncio.Protocol):
    """One connection that asks, reads to the end of the answer, and asks again."""

    def __init__(self, request: bytes, turns: int, waits: bool) -> None:
        self._request = request
        self._turns = turns
        self._waits = waits
        self.events = 0
        self.first_bytes: list[float] = []
        self.failure = ""
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def ask(self) -> None:
        """Send the request."""
        self._head: bytes | None = b""
        self._tail = b""
        self._first = True
        self._asked = time.perf_counter()
        self.transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        if self._head is not None:
            self._head += data
            end = self._head.find(b"\r\n\r\n")
            if end < 0:
                return
            if not self._head.startswith(b"HTTP/1.1 200"):
                self._fail(self._head[:2000].decode())
                return
            data, self._head = self._head[end + 4 :], None
        if not data:
            return
        if self._first:
            self.first_bytes.append(time.perf_counter() - self._asked)
            self._first = False
        self.events += data.count(b"\n\n")
        if self._tail[-1:] == b"\n" == data[:1]:
            self.events += 1
        self._tail = (self._tail + data)[-5:]
        if self._waits:
            if self.events >= HELD_EVENTS and not self.done.done():
                self.done.set_result(None)
        elif self._tail == b"0\r\n\r\n":
            self._turns -= 1
            if self._turns:
                self.ask()
            else:
                self.done.set_result(None)

    def connection_lost(self, error: Exception | None) -> None:
        self._fail("the connection was closed")

    def _fail(self, reason: str) -> None:
        self.failure = reason
        if not self.done.done():
            self.done.set_result(None)


def _same(visitor: Visitor) -> Visitor:
    """The protocol factory that asyncio wants, of a protocol that we keep."""
    return visitor


async def run(job: dict[str, Any]) -> None:
    """Do the job and tell what was measured."""
    loop = asyncio.get_running_loop()
    waits = job["pace"] == WAIT
    visitors: list[Visitor] = []
    for number in range(job["streams"]):
        request = follow_up(job["first_thread"] + number, job["pace"])
        visitor = Visitor(request, job["turns"], waits)
        await loop.create_connection(partial(_same, visitor), "127.0.0.1", job["port"])
        visitors.append(visitor)
    begun = time.perf_counter()
    for visitor in visitors:
        visitor.ask()
    await asyncio.wait([visitor.done for visitor in visitors], timeout=120)
    seconds = time.perf_counter() - begun
    if waits:
        tell({"waiting": sum(v.done.done() and not v.failure for v in visitors)})
        await loop.run_in_executor(None, sys.stdin.readline)
    failures = [
        v.failure or "no answer in time" for v in visitors if v.failure or not v.done.done()
    ]
    first_bytes = sorted(time for visitor in visitors for time in visitor.first_bytes) or [0.0]
    tell(
        {
            "seconds": seconds,
            "events": sum(visitor.events for visitor in visitors),
            "first_byte": statistics.median(first_bytes),
            "first_byte_undisturbed": first_bytes[len(first_bytes) // 10],
            "open": len(visitors) - len(failures),
            "failures": failures[:3],
        }
    )
    for visitor in visitors:
        visitor.transport.abort()


def main() -> None:
    """Read a job and do it."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 20_000), hard))
    asyncio.run(run(read_job()))


if __name__ == "__main__":
    main()
