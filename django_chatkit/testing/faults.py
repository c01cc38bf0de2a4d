"""How the fake misbehaves on demand."""

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from .requests import Refusal, Reply


class Faults:
    """The misbehaviour of a :class:`~django_chatkit.testing.fake.FakeOpenAI`.

    ``delay`` is the seconds that every answer takes.
    """

    def __init__(self) -> None:
        self.delay = 0.0
        self._planned: deque[Reply | Literal["truncated"] | float] = deque()
        self._lock = threading.Lock()

    def fail_next(
        self, times: int = 1, *, status: int = 500, headers: Mapping[str, str] | None = None
    ) -> None:
        """Answer the next requests with an error."""
        refusal = Refusal(status, "The server had an error while processing your request.")
        self._plan(times, refusal.reply(headers))

    def rate_limit_next(self, times: int = 1, *, retry_after: float | None = None) -> None:
        """Answer the next requests with 429, and with ``Retry-After`` if it is given."""
        headers = {} if retry_after is None else {"retry-after": f"{retry_after:g}"}
        refusal = Refusal(429, "Rate limit reached.", code="rate_limit_exceeded")
        self._plan(times, refusal.reply(headers))

    def garble_next(self, times: int = 1, *, how: Literal["html", "truncated"] = "html") -> None:
        """Answer the next requests as a broken proxy does: with a page, or with half the JSON."""
        page = Reply(200, b"<!doctype html><title>Hello</title>", {"content-type": "text/html"})
        self._plan(times, page if how == "html" else "truncated")

    def drip_next(self, times: int = 1, *, pause: float) -> None:
        """Send the next bodies a byte at a time with so many seconds between the bytes."""
        self._plan(times, pause)

    def clear(self) -> None:
        """Behave well again."""
        with self._lock:
            self._planned.clear()
        self.delay = 0.0

    def _plan(self, times: int, what: Reply | Literal["truncated"] | float) -> None:
        with self._lock:
            self._planned.extend([what] * times)

    def instead(self) -> Reply | None:
        """What to answer instead of doing what was asked; ``None`` to do it."""
        with self._lock:
            if self._planned and isinstance(self._planned[0], Reply):
                fault = self._planned.popleft()
                assert isinstance(fault, Reply)  # noqa: S101 - just looked at
                return replace(fault, delay=self.delay)
        return None

    def spoil(self, reply: Reply) -> Reply:
        """An answer with what is wrong with its sending."""
        with self._lock:
            planned = self._planned[0] if self._planned else None
            if planned is None or isinstance(planned, Reply):
                return replace(reply, delay=self.delay)
            self._planned.popleft()
        if planned == "truncated":
            half = reply.body[: len(reply.body) // 2]
            return replace(reply, body=half, delay=self.delay)
        return replace(reply, delay=self.delay, pause=float(planned))
