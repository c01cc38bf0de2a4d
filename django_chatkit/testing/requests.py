"""What the fake was asked and what it answers, whatever carries them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class RecordedRequest:
    """A request that reached the fake.

    Parameters:
        path: Still quoted, below the base URL's path: ``/chatkit/threads``.
        query: The parameters, in the order they came.
        headers: By lower-case name.
        body: The bytes sent.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = b""

    @property
    def idempotency_key(self) -> str | None:
        """The key that marks attempts at the same thing."""
        return self.headers.get("idempotency-key")

    def json(self) -> Any:
        """The body's JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Reply:
    """An answer of the fake's.

    Parameters:
        delay: Seconds before it begins.
        pause: Seconds between any two bytes of its body.
    """

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    pause: float = 0.0


def json_reply(status: int, document: Any, headers: Mapping[str, str] | None = None) -> Reply:
    """An answer in JSON."""
    body = json.dumps(document).encode()
    return Reply(status, body, {"content-type": "application/json", **(headers or {})})


class Refusal(Exception):
    """An error in OpenAI's envelope."""

    def __init__(
        self, status: int, message: str, *, param: str | None = None, code: str | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.param = param
        self.code = code

    def reply(self, headers: Mapping[str, str] | None = None) -> Reply:
        """The error as an answer."""
        kind = "server_error" if self.status >= 500 else "invalid_request_error"
        return json_reply(
            self.status,
            {
                "error": {
                    "message": self.message,
                    "type": kind,
                    "param": self.param,
                    "code": self.code,
                }
            },
            headers,
        )
