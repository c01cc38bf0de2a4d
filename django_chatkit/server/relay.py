"""Between the turns of this process and those who ask for them elsewhere.

One thread per process publishes the journals of its turns and looks whether somebody wants a
turn stopped: a thousand streams cost two queries of the cache.
"""

import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache

from .database import close_old_connections
from .journal import REFRESH_SECONDS, Journal

logger = logging.getLogger("django_chatkit.turns")

PUBLISH_SECONDS = 0.1
"""How long an event waits before others can read it."""

LOOK_SECONDS = 0.5
"""How long a stop that another process was asked for may take to arrive."""

STOP_SECONDS = 60
"""How long somebody's wish for a stop is remembered."""


@dataclass
class _Entry:
    stop: Callable[[], None]
    journal: Journal | None
    refreshed: float


class Relay:
    """Publishes journals, and stops turns that other processes were asked to stop."""

    def __init__(self) -> None:
        self._turns: dict[str, _Entry] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._process = 0

    def add(self, token: str, stop: Callable[[], None], journal: Journal | None) -> None:
        """Look after a turn until :meth:`remove`.

        Parameters:
            token: The turn's.
            stop: Stops it, from any thread.
            journal: What it says, if it can be joined.
        """
        with self._lock:
            if self._process != os.getpid():
                self._turns, self._thread, self._process = {}, None, os.getpid()
            self._turns[token] = _Entry(stop, journal, time.monotonic())
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._work_while_needed, name="chatkit-relay", daemon=True
                )
                self._thread.start()

    def remove(self, token: str) -> None:
        """The turn is over."""
        with self._lock:
            self._turns.pop(token, None)

    def stop(self, token: str) -> None:
        """Have a turn stopped, wherever it runs."""
        with self._lock:
            entry = self._turns.get(token) if self._process == os.getpid() else None
        if entry is not None:
            entry.stop()
        else:
            cache.set(_stop_key(token), True, STOP_SECONDS)

    def _work_while_needed(self) -> None:
        looked = time.monotonic()
        while True:
            time.sleep(PUBLISH_SECONDS)
            with self._lock:
                if not self._turns:
                    self._thread = None
                    return
                turns = dict(self._turns)
            try:
                self._publish(turns)
                if time.monotonic() - looked >= LOOK_SECONDS:
                    looked = time.monotonic()
                    self._look_for_stops(turns)
            except Exception:
                logger.exception("The cache failed; answers cannot be joined or stopped elsewhere.")
            finally:
                close_old_connections()

    def _publish(self, turns: dict[str, _Entry]) -> None:
        now = time.monotonic()
        for entry in turns.values():
            if entry.journal is None:
                continue
            entry.journal.publish()
            if now - entry.refreshed > REFRESH_SECONDS:
                entry.refreshed = now
                entry.journal.refresh()

    def _look_for_stops(self, turns: dict[str, _Entry]) -> None:
        wanted = cache.get_many([_stop_key(token) for token in turns])
        for token, entry in turns.items():
            if _stop_key(token) in wanted:
                entry.stop()


def _stop_key(token: str) -> str:
    return f"django_chatkit:stop:{token}"


relay = Relay()
