"""The lease of a turn: one answer at a time in a thread, across processes.

A lease is a token and an expiry on the thread's row. The process that runs the
turn renews it; when the process dies, the lease runs out and the next turn may
begin.
"""

import logging
import os
import secrets
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

from django.db import connections
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ..enums import ThreadStatus
from ..models import ChatThread, ChatThreadItem
from . import statements
from .statements import FoundThread

logger = logging.getLogger("django_chatkit.turns")

LEASE = timedelta(seconds=30)
RENEWAL_SECONDS = 10.0
BATCH = 500

INTERRUPTED = "interrupted"
"""What stands in a token's place after a turn that did not come to its end."""

TurnState = Literal["idle", "running", "interrupted"]


def new_token() -> str:
    """A token that no other turn has."""
    return secrets.token_hex(16)


def lease_end() -> datetime:
    """When a lease taken or renewed now runs out."""
    return timezone.now() + LEASE


def take(
    thread_id: str, scope: str, assistant: str, token: str, *, without: str | None = None
) -> FoundThread | None:
    """Take the lease of an active thread of that scope and read what a turn wants to know of it.

    Parameters:
        thread_id: The thread's id.
        scope: Whose it is.
        assistant: The assistant's alias.
        token: The lease's.
        without: The id of an item that must not be there yet.

    Returns:
        As :func:`.statements.find_thread`; ``None`` if there is no such thread, it is not
        active, has the item, or another turn holds it.
    """
    if statements.can_lease_and_read():
        return statements.lease_thread(thread_id, scope, assistant, token, lease_end(), without)
    found = statements.find_thread(thread_id, scope, assistant)
    if found is None or not acquire(found.thread.sequence, token, without=without):
        return None
    return found


def acquire(sequence: int, token: str, *, without: str | None = None) -> bool:
    """Take the lease of an active thread without such an item; ``False`` if another turn holds it."""
    now = timezone.now()
    free = Q(turn_expires_at__isnull=True) | Q(turn_expires_at__lt=now)
    wanted = ChatThread.objects.filter(free, sequence=sequence, status=ThreadStatus.ACTIVE)
    if without is not None:
        wanted = wanted.filter(
            ~Exists(ChatThreadItem.objects.filter(thread=OuterRef("sequence"), id=without))
        )
    return wanted.update(turn_token=token, turn_expires_at=now + LEASE) == 1


def release(sequence: int, token: str, *, interrupted: bool = False) -> None:
    """Give the lease back and note the activity.

    Parameters:
        sequence: The thread's key.
        token: The lease's.
        interrupted: Whether the turn was stopped or failed; the next one takes the note away.
    """
    statements.release_thread(sequence, token, INTERRUPTED if interrupted else "")


def is_running(thread: ChatThread) -> bool:
    """Whether a turn holds the thread's lease now."""
    return thread.turn_expires_at is not None and thread.turn_expires_at >= timezone.now()


def is_held(token: str) -> bool:
    """Whether the turn of that token is running, as far as its process is alive."""
    held = ChatThread.objects.filter(turn_token=token, turn_expires_at__gte=timezone.now())
    return held.exists()


def state_of(thread: ChatThread) -> TurnState:
    """Whether a turn runs in the thread, and whether the last one came to its end.

    A process that dies leaves its token behind, so that its turn counts as interrupted
    as soon as the lease has run out.
    """
    if is_running(thread):
        return "running"
    return "interrupted" if thread.turn_token else "idle"


class LeaseKeeper:
    """Renews the leases of this process's turns, all in one query.

    One thread per process does it, so that an agent which blocks the event loop
    keeps its lease, and a thousand waiting streams cost one query.
    """

    def __init__(self) -> None:
        self._lost: dict[str, Callable[[], None]] = {}
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None
        self._process = 0

    def keep(self, token: str, lost: Callable[[], None]) -> None:
        """Renew ``token`` until :meth:`forget`; call ``lost`` if it was taken over."""
        with self._lock:
            if self._process != os.getpid():
                self._lost, self._thread, self._process = {}, None, os.getpid()
            self._lost[token] = lost
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._renew_while_needed, name="chatkit-leases", daemon=True
                )
                self._thread.start()

    def forget(self, token: str) -> None:
        """Stop renewing ``token``."""
        with self._lock:
            self._lost.pop(token, None)

    def _renew_while_needed(self) -> None:
        while True:
            self._wake.wait(RENEWAL_SECONDS)
            with self._lock:
                if not self._lost:
                    self._thread = None
                    return
                tokens = list(self._lost)
            try:
                self.renew(tokens)
            except Exception:
                logger.exception("Leases could not be renewed; the next attempt may succeed.")
            finally:
                connections.close_all()

    def renew(self, tokens: list[str]) -> None:
        """Prolong the leases of ``tokens`` and tell the turns that lost theirs."""
        for start in range(0, len(tokens), BATCH):
            batch = tokens[start : start + BATCH]
            held = ChatThread.objects.filter(turn_token__in=batch)
            if held.update(turn_expires_at=lease_end()) == len(batch):
                continue
            gone = set(batch).difference(held.values_list("turn_token", flat=True))
            for token in gone:
                with self._lock:
                    lost = self._lost.pop(token, None)
                if lost is not None:
                    lost()


keeper = LeaseKeeper()
