"""A model at a socket of this machine, which says what a test told it to."""

import json
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any, Self
from urllib.parse import urlsplit

from .completions import Step, check, chunks, whole
from .requests import Refusal, Reply, json_reply

PATIENCE = 30.0
"""Seconds that an answer waits at its gate."""


class FakeModelServer:
    """OpenAI's chat-completions API, which Ollama, vLLM and LiteLLM speak; use it with ``with``.

    It is strict: it refuses what OpenAI refuses, such as a tool's result without its call, and an
    answer that calls a tool which the agent has not. Nothing of the site is replaced: its agent, its
    tools and the SDK's own client run as they do with a real model. ::

        with FakeModelServer() as model:
            model.calls("my_orders", {})
            model.says("You have one order.")
            options = {"AGENT": "assistant.agents.support", "MODEL": model.options}

    Parameters:
        name: The only model that it has.
        api_key: The only key that it takes.
    """

    def __init__(self, name: str = "test-model", api_key: str = "sk-test") -> None:
        self.name = name
        self.api_key = api_key
        self.requests: list[dict[str, Any]] = []
        """The bodies that it was sent and did not refuse, in order."""
        self.refusals: list[str] = []
        """Why it refused others."""
        self._steps: deque[Step | Refusal] = deque()
        self._lock = Lock()
        self._server: _Server | None = None

    @property
    def base_url(self) -> str:
        """Where it listens."""
        if self._server is None:
            raise RuntimeError("The model listens inside of a with statement alone.")
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def options(self) -> dict[str, str]:
        """What to set as ``OPTIONS["MODEL"]``."""
        return {"NAME": self.name, "API_KEY": self.api_key, "BASE_URL": self.base_url}

    # The script

    def says(self, text: str, *, gate: Event | None = None) -> None:
        """Answer a request with words, streamed one at a time.

        Parameters:
            gate: After the first word the answer waits until this is set, for 30 seconds at most.
        """
        self._plan(Step(text=text, gate=gate))

    def calls(
        self, tool: str, arguments: dict[str, Any], *more: tuple[str, dict[str, Any]]
    ) -> None:
        """Answer a request by calling a tool, or several at once."""
        self._plan(Step(calls=((tool, arguments), *more)))

    def fails(self, status: int = 500, message: str = "The model is out of order.") -> None:
        """Answer a request with an error; the SDK's client may try again."""
        self._plan(Refusal(status, message))

    def assert_done(self) -> None:
        """Everything planned was said, and nothing was refused.

        Raises:
            AssertionError: with what was not.
        """
        with self._lock:
            if self.refusals or self._steps:
                raise AssertionError(
                    f"The model refused {self.refusals} and did not come to {list(self._steps)}."
                )

    def reset(self) -> None:
        """Forget the script, the requests and the refusals."""
        with self._lock:
            self._steps.clear()
            self.requests.clear()
            self.refusals.clear()

    def _plan(self, step: Step | Refusal) -> None:
        with self._lock:
            self._steps.append(step)

    # Its work

    def answer(
        self, path: str, authorization: str, body: bytes
    ) -> "Reply | tuple[Step, int, bool]":
        """What to send: an answer as it is, or a step to stream, its number, and whether with usage."""
        with self._lock:
            try:
                return self._answer(path, authorization, body)
            except Refusal as refusal:
                self.refusals.append(refusal.message)
                return refusal.reply()

    def _answer(
        self, path: str, authorization: str, body: bytes
    ) -> "Reply | tuple[Step, int, bool]":
        if path != "/v1/chat/completions":
            raise Refusal(404, f"Invalid URL ({path})")
        if authorization != f"Bearer {self.api_key}":
            raise Refusal(401, "Incorrect API key provided.", code="invalid_api_key")
        try:
            request = json.loads(body)
        except ValueError:
            raise Refusal(400, "The body of your request is no JSON.") from None
        check(request, self.name)
        if not self._steps:
            raise Refusal(400, "The script is over: plan another answer.")
        step = self._steps.popleft()
        if isinstance(step, Refusal):
            self.requests.append(request)
            return step.reply()
        tools = {tool["function"]["name"] for tool in request.get("tools", ())}
        for name, _arguments in step.calls:
            if name not in tools:
                raise Refusal(400, f"The agent has no tool {name!r}, only {sorted(tools)}.")
        self.requests.append(request)
        number = len(self.requests)
        if not request.get("stream"):
            return json_reply(200, whole(step, self.name, number))
        with_usage = bool((request.get("stream_options") or {}).get("include_usage"))
        return step, number, with_usage

    def __enter__(self) -> Self:
        self._server = _Server(self)
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, model: FakeModelServer) -> None:
        self.model = model
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    disable_nagle_algorithm = True
    server: _Server

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:
            self.close_connection = True  # the client was gone first

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        answer = self.server.model.answer(
            urlsplit(self.path).path,
            self.headers.get("authorization") or "",
            self.rfile.read(length),
        )
        if isinstance(answer, Reply):
            self._head(answer.status, {**answer.headers, "content-length": str(len(answer.body))})
            self.wfile.write(answer.body)
            return
        step, number, with_usage = answer
        self._head(200, {"content-type": "text/event-stream"})
        for chunk in chunks(step, self.server.model.name, number, with_usage=with_usage):
            if isinstance(chunk, Event):
                chunk.wait(PATIENCE)
            else:
                self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("connection", "close")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: the requests are recorded."""
