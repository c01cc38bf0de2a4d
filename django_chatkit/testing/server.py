"""The fake at a socket of this machine."""

import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self
from urllib.parse import parse_qsl, urlsplit

from .fake import FakeOpenAI
from .requests import RecordedRequest, Reply

PREFIX = "/v1"


class FakeOpenAIServer:
    """A :class:`FakeOpenAI` that listens on a free port of ``127.0.0.1``; use it with ``with``.

    Parameters:
        api: The state behind it; a new one if ``None``.
    """

    def __init__(self, api: FakeOpenAI | None = None) -> None:
        self.api = api or FakeOpenAI()
        self._server: _Server | None = None
        self._port = 0

    @property
    def base_url(self) -> str:
        """What to set as ``BASE_URL``; it stays the same while the server is dead."""
        return f"http://127.0.0.1:{self._port}{PREFIX}"

    def start(self) -> None:
        """Listen; after :meth:`stop` on the same port again."""
        self._server = _Server(self.api, self._port)
        self._port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        """Refuse connections from now on, and close those that are open."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server.close_connections()
            self._server = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 1024

    def __init__(self, api: FakeOpenAI, port: int) -> None:
        self.api = api
        self.connections: set[_Handler] = set()
        super().__init__(("127.0.0.1", port), _Handler)

    def close_connections(self) -> None:
        for handler in list(self.connections):
            handler.hang_up()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.server.connections.add(self)

    def finish(self) -> None:
        self.server.connections.discard(self)
        try:
            super().finish()
        except OSError:
            pass  # the client was gone first

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:
            self.close_connection = True

    def hang_up(self) -> None:
        """End the connection under whoever waits on it."""
        try:
            self.connection.shutdown(2)
        except OSError:
            pass  # it had ended

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        length = int(self.headers.get("content-length") or 0)
        request = RecordedRequest(
            method=self.command,
            path=parts.path.removeprefix(PREFIX),
            query=tuple(parse_qsl(parts.query, keep_blank_values=True)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(length),
        )
        self._send(self.server.api.handle(request))

    do_GET = do_POST = do_DELETE = do_PATCH = do_PUT = _serve  # noqa: N815 - the base's names

    def _send(self, reply: Reply) -> None:
        if reply.delay:
            time.sleep(reply.delay)
        lines = [f"HTTP/1.1 {reply.status} {'OK' if reply.status < 400 else 'Error'}"]
        lines += [f"{name}: {value}" for name, value in reply.headers.items()]
        lines += [f"content-length: {len(reply.body)}", "", ""]
        head = "\r\n".join(lines).encode("latin-1")
        if not reply.pause:
            # One write: a head sent alone waits for its acknowledgement.
            self.wfile.write(head + reply.body)
            return
        self.wfile.write(head)
        for index in range(len(reply.body)):
            time.sleep(reply.pause)
            self.wfile.write(reply.body[index : index + 1])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: the requests are recorded."""
