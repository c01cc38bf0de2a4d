"""A circuit breaker: a dead upstream is asked once in a while, not by every worker.

Its state is in Django's cache, so that all processes share it.
"""

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

from .errors import APIConnectionError, HostedError, InternalServerError, RateLimitError

T = TypeVar("T")

FAILURES = 5
"""So many failures in a row open the circuit."""

MEMORY_SECONDS = 60
"""How long a failure is remembered."""

OPEN_SECONDS = 15
"""How long the circuit stays open before one request may try again."""


class CircuitOpen(HostedError):
    """OpenAI is not asked at the moment.

    Parameters:
        retry_after: Seconds until it will be.
    """

    def __init__(self, retry_after: int) -> None:
        super().__init__("OpenAI did not answer lately, and is not asked for a moment.")
        self.retry_after = retry_after


class Breaker:
    """The circuit to the upstream of one assistant.

    Parameters:
        name: The assistant's alias.
    """

    def __init__(self, name: str) -> None:
        self._failures = f"django_chatkit:breaker:{name}:failures"
        self._open = f"django_chatkit:breaker:{name}:open"
        self._probe = f"django_chatkit:breaker:{name}:probe"

    def call(self, work: Callable[[], T]) -> T:
        """Ask upstream by ``work`` and remember how it went.

        Raises:
            CircuitOpen: it failed too often lately; ``work`` was not called.
        """
        failures = self.admit()
        try:
            result = work()
        except HostedError as error:
            self.note(failures, error)
            raise
        self.note(failures, None)
        return result

    def admit(self) -> int:
        """Let somebody ask upstream, who has to :meth:`note` how it went.

        Returns:
            How often it failed lately.

        Raises:
            CircuitOpen: too often.
        """
        failures: int = cache.get(self._failures, 0)
        if failures >= FAILURES and not self._may_probe():
            raise CircuitOpen(OPEN_SECONDS)
        return failures

    def note(self, failures: int, error: HostedError | None) -> None:
        """Remember how asking went.

        Parameters:
            failures: What :meth:`admit` said.
            error: What went wrong; ``None`` if nothing did.
        """
        if isinstance(error, APIConnectionError | InternalServerError | RateLimitError):
            self._failed()
        elif error is None and failures:
            cache.delete_many([self._failures, self._open, self._probe])

    def _may_probe(self) -> bool:
        """Whether this request is the one that tries whether upstream is back."""
        if cache.get(self._open) is not None:
            return False
        return cache.add(self._probe, True, timeout=OPEN_SECONDS)

    def _failed(self) -> None:
        cache.add(self._failures, 0, timeout=MEMORY_SECONDS)
        try:
            failures = cache.incr(self._failures)
        except ValueError:
            return  # evicted since; the next failure begins to count again
        if failures >= FAILURES:
            cache.set(self._open, True, timeout=OPEN_SECONDS)
            cache.touch(self._failures, MEMORY_SECONDS)
