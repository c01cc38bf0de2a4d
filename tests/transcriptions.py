"""A strict stand-in for OpenAI's ``POST /v1/audio/transcriptions``, on a socket of its own.

It refuses what OpenAI refuses: another path, no key, a body that is no proper multipart form, a field
that it does not know, a file without a name or of another type than its name says.
"""

import json
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

KEY = "sk-transcriptions"
MODELS = frozenset({"whisper-1", "gpt-4o-mini-transcribe"})
FIELDS = frozenset({"file", "model", "language", "prompt", "response_format", "temperature"})
TYPES = {"webm": "audio/webm", "mp4": "audio/mp4", "ogg": "audio/ogg", "wav": "audio/wav"}

_DISPOSITION = re.compile(rb'form-data; name="([^"\r\n]+)"(?:; filename="([^"\r\n]+)")?')


class Part(NamedTuple):
    """A field of a form."""

    filename: str | None
    content_type: str | None
    data: bytes


class Refusal(Exception):
    """What OpenAI would answer 400 to."""


def parse_form(content_type: str, body: bytes) -> dict[str, Part]:
    """The fields of a ``multipart/form-data`` body, which must be exactly one."""
    found = re.fullmatch(
        r'multipart/form-data; boundary="?([\w\'()+,./:=?-]{1,70})"?', content_type
    )
    if found is None:
        raise Refusal(f"no form: {content_type}")
    mark = b"--" + found[1].encode()
    first, *parts, last = (b"\r\n" + body).split(b"\r\n" + mark)
    if first != b"" or last.rstrip(b"\r\n") != b"--":
        raise Refusal("the form does not begin or end with its boundary")
    form: dict[str, Part] = {}
    for part in parts:
        head, gap, data = part.partition(b"\r\n\r\n")
        if not gap or not head.startswith(b"\r\n"):
            raise Refusal("a part has no head")
        headers = dict(line.split(b": ", 1) for line in head[2:].split(b"\r\n"))
        headers = {name.lower(): value for name, value in headers.items()}
        disposition = _DISPOSITION.fullmatch(headers.get(b"content-disposition", b""))
        if disposition is None:
            raise Refusal(f"a part without a name: {headers}")
        name = disposition[1].decode()
        if name in form or name not in FIELDS:
            raise Refusal(f"the field {name!r} is unknown or there twice")
        form[name] = Part(_text(disposition[2]), _text(headers.get(b"content-type")), data)
    return form


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode()


class FakeTranscriptions:
    """Answers with what a recording holds as UTF-8; ``next_status`` spoils the next answers."""

    def __init__(self) -> None:
        self.forms: list[dict[str, Part]] = []
        self.next_status: list[int] = []
        self.body: Any = None
        """What is answered in the place of the text, if anything."""
        self.stalls = threading.Event()
        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status, answer = fake.answer(self.path, self.headers, body)
                data = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: Any) -> None:
                """Quietly."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.base_url = f"http://127.0.0.1:{self._server.server_port}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever)

    def __enter__(self) -> "FakeTranscriptions":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stalls.clear()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, path: str, headers: Any, body: bytes) -> tuple[int, Any]:
        """The status and the JSON that answer a request."""
        if path != "/v1/audio/transcriptions":
            return 404, _error(f"no such path: {path}")
        if headers["Authorization"] != f"Bearer {KEY}":
            return 401, _error("Incorrect API key provided: sk-secret.")
        while self.stalls.is_set():
            time.sleep(0.01)
        if self.next_status:
            return self.next_status.pop(0), _error("not now, and a secret of the service")
        try:
            form = parse_form(headers["Content-Type"], body)
            file, model = form["file"], form["model"]
            suffix = (file.filename or "").rpartition(".")[2]
            if TYPES.get(suffix) != file.content_type:
                raise Refusal(f"{file.filename} is said to be {file.content_type}")
            if model.data.decode() not in MODELS or model.filename is not None:
                raise Refusal(f"no such model: {model}")
            text = file.data.decode()
        except (Refusal, KeyError, ValueError) as error:
            return 400, _error(f"{error!r}")
        self.forms.append(form)
        return 200, self.body if self.body is not None else {"text": text}


def _error(message: str) -> dict[str, Any]:
    error = {"message": message, "type": "invalid_request_error", "param": None, "code": None}
    return {"error": error}
