"""The network between a browser and a site, with its faults on demand."""

import asyncio
import contextlib
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from typing import Any


class Network:
    """Relays every connection to a port of this machine, and fails when a test says so.

    ::

        with network(site.port) as wire:
            page.goto(wire.url)
            wire.cut()
    """

    def __init__(self, target: int) -> None:
        self.target = target
        """The port of the site; a test that restarts the site changes it."""
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._flows = asyncio.Event()
        self._flows.set()
        self._connections: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Break every connection, as a lost signal does. New ones are made."""
        self._do(self._cut())

    def go_down(self) -> None:
        """Refuse connections from now on, and break those there are."""
        self._do(self._go_down())

    def come_back(self) -> None:
        """Take connections again."""
        self._do(self._listen())

    def stall(self) -> None:
        """Keep every connection open and let nothing more through to the browser."""
        self._do(self._set(flows=False))

    def flow(self) -> None:
        """Let everything through that was held back."""
        self._do(self._set(flows=True))

    def run(self) -> None:
        """Serve until :meth:`end`; in a thread of its own."""
        self._loop.run_forever()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        if tasks:
            self._loop.run_until_complete(asyncio.wait(tasks))
        self._loop.close()

    def start(self) -> None:
        self._do(self._listen())

    def end(self) -> None:
        """Break everything and let the thread end."""
        self._do(self._go_down())
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._relay, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _go_down(self) -> None:
        if self._server is not None:
            self._server.close()
        await self._cut()

    async def _cut(self) -> None:
        for writer in self._connections:
            writer.transport.abort()

    async def _set(self, *, flows: bool) -> None:
        if flows:
            self._flows.set()
        else:
            self._flows.clear()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        pair = {writer, far_writer}
        self._connections |= pair
        try:
            await asyncio.gather(
                _pump(reader, far_writer, _at_once), _pump(far_reader, writer, self._flows.wait)
            )
        finally:
            self._connections -= pair
            for end in pair:
                end.transport.abort()


async def _at_once() -> None:
    pass


async def _pump(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    may_flow: Callable[[], Awaitable[Any]],
) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65_536):
            await may_flow()
            writer.write(data)
            await writer.drain()
        writer.write_eof()


@contextlib.contextmanager
def network(target: int) -> Iterator[Network]:
    """A network in front of the site at port ``target``."""
    wire = Network(target)
    thread = threading.Thread(target=wire.run, name="network", daemon=True)
    thread.start()
    wire.start()
    try:
        yield wire
    finally:
        wire.end()
        thread.join(10)
