"""Visitors who ask for small answers: a process on raw sockets, as :mod:`benchmarks.load` is.

A job is ``{"port", "request", "at_once", "each"}``: the bytes of a request as text, how many
connections ask, and how often each does, one after the other.
"""

import asyncio
import resource
import time
from functools import partial
from typing import Any

from .processes import read_job, tell

TIMEOUT = 120
"""Seconds after which an answer counts as dropped."""


class Visitor(asyncio.Protocol):
    """One connection that asks, reads the answer, and asks again."""

    def __init__(self, request: bytes, times: int) -> None:
        self._request = request
        self._times = times
        self.seconds: list[float] = []
        self.failure = ""
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def ask(self) -> None:
        """Send the request."""
        self._received = b""
        self._asked = time.perf_counter()
        self.transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, separator, body = self._received.partition(b"\r\n\r\n")
        if not separator:
            return
        if not _is_whole(head.lower(), body):
            return
        if not head.startswith(b"HTTP/1.1 200"):
            self._fail(self._received[:1000].decode())
            return
        self.seconds.append(time.perf_counter() - self._asked)
        if len(self.seconds) < self._times:
            self.ask()
        elif not self.done.done():
            self.done.set_result(None)

    def connection_lost(self, error: Exception | None) -> None:
        self._fail("the connection was closed")

    def _fail(self, reason: str) -> None:
        if not self.done.done():
            self.failure = reason
            self.done.set_result(None)


def _is_whole(head: bytes, body: bytes) -> bool:
    """Whether an answer has come to its end."""
    for line in head.split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return len(body) >= int(line.split(b":")[1])
    return body.endswith(b"0\r\n\r\n")


def _same(visitor: Visitor) -> Visitor:
    """The protocol factory that asyncio wants, of a protocol that we keep."""
    return visitor


async def run(job: dict[str, Any]) -> None:
    """Do the job and tell what was measured."""
    loop = asyncio.get_running_loop()
    visitors = [Visitor(job["request"].encode(), job["each"]) for _ in range(job["at_once"])]
    for visitor in visitors:
        await loop.create_connection(partial(_same, visitor), "127.0.0.1", job["port"])
    begun = time.perf_counter()
    for visitor in visitors:
        visitor.ask()
    await asyncio.wait([visitor.done for visitor in visitors], timeout=TIMEOUT)
    seconds = time.perf_counter() - begun
    latencies = sorted(one for visitor in visitors for one in visitor.seconds) or [0.0]
    tell(
        {
            "per_second": len(latencies) / seconds,
            "median": latencies[len(latencies) // 2],
            "p99": latencies[len(latencies) * 99 // 100],
            "dropped": job["at_once"] * job["each"] - len(latencies),
            "failures": [visitor.failure for visitor in visitors if visitor.failure][:3],
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
