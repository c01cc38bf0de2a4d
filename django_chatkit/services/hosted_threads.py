"""What staff see of, and do with, the threads that OpenAI holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from django.db import router, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ..enums import MirrorState, RemoteOutcome
from ..hosted.time_limit import TimeLimit
from ..models import ChatThread, ChatThreadItem, delete_threads
from ..signals import thread_deleted
from .assistants import PATIENCE_SECONDS, hosted_backend

STALE_AFTER = timedelta(days=1)
"""A copy older than this may be behind: ``chatkit_sync`` should run daily."""


def mirror_state(thread: ChatThread, *, has_items: bool) -> MirrorState | None:
    """How a thread's copy stands to what OpenAI has; ``None`` for one that OpenAI does not hold.

    Parameters:
        thread: The thread.
        has_items: Whether any of its items were read: a list alone brings none.
    """
    if not thread.is_mirror:
        return None
    if thread.vanished_at is not None:
        return MirrorState.VANISHED
    if thread.synced_at is None or not has_items:
        return MirrorState.NEVER
    fresh = timezone.now() - thread.synced_at < STALE_AFTER
    return MirrorState.IN_STEP if fresh else MirrorState.BEHIND


def in_mirror_state(state: MirrorState) -> Q:
    """The threads of a state, for a filter."""
    since = timezone.now() - STALE_AFTER
    held = Q(is_mirror=True, vanished_at=None)
    read = Exists(ChatThreadItem.objects.filter(thread=OuterRef("pk")))
    return {
        MirrorState.IN_STEP: held & Q(synced_at__gt=since) & Q(read),
        MirrorState.BEHIND: held & Q(synced_at__lte=since) & Q(read),
        MirrorState.VANISHED: Q(is_mirror=True, vanished_at__isnull=False),
        MirrorState.NEVER: held & (Q(synced_at=None) | ~Q(read)),
    }[state]


def sync_held_threads(
    threads: Iterable[ChatThread], *, seconds: float | None = PATIENCE_SECONDS
) -> list[tuple[ChatThread, RemoteOutcome]]:
    """Bring the mirror of some threads up to date, whoever's they are.

    Call it outside of a transaction. Threads that OpenAI does not hold are left out.

    Parameters:
        threads: Mirrored ones; the permission has been checked.
        seconds: How long all of it may take; ``None`` is as long as it takes.
    """
    time = TimeLimit(seconds)
    outcomes = []
    for thread in threads:
        if not thread.is_mirror:
            continue
        backend = hosted_backend(thread.assistant)
        outcome = RemoteOutcome.NOT_HOSTED if backend is None else backend.sync_row(thread, time)
        outcomes.append((thread, outcome))
    return outcomes


@dataclass(frozen=True)
class Deletion:
    """What came of deleting one thread.

    Parameters:
        thread: As it was.
        there: What came of it at OpenAI; ``None`` if OpenAI was not asked.
        here: Whether it was deleted here.
    """

    thread: ChatThread
    there: RemoteOutcome | None
    here: bool


def delete_held_threads(
    threads: Sequence[ChatThread],
    *,
    here: bool,
    there: bool,
    seconds: float | None = PATIENCE_SECONDS,
) -> list[Deletion]:
    """Delete threads here, at OpenAI, or both, whoever's they are.

    Call it outside of a transaction. With both, a thread is deleted here only when it is
    certain that OpenAI has it no more, so that it can be tried again. Threads that OpenAI
    does not hold are deleted here if that is asked for, and otherwise left out.

    Parameters:
        threads: The permission has been checked.
        here: Whether the rows, items and files go.
        there: Whether OpenAI is asked to delete its own.
        seconds: How long all of it may take; ``None`` is as long as it takes.
    """
    time = TimeLimit(seconds)
    done = []
    for thread in threads:
        outcome: RemoteOutcome | None = None
        if thread.is_mirror and there:
            backend = hosted_backend(thread.assistant)
            outcome = RemoteOutcome.NOT_HOSTED
            if backend is not None:
                outcome = backend.delete_there(thread, time)
        elif not here:
            continue
        gone = here and outcome in {None, RemoteOutcome.DONE, RemoteOutcome.NOT_FOUND}
        if gone:
            delete_here([thread])
        done.append(Deletion(thread, outcome, gone))
    return done


def delete_here(threads: Sequence[ChatThread]) -> None:
    """Delete threads of any kind with all that is in them, and tell the site once that is certain.

    Parameters:
        threads: Whoever's; the permission has been checked.
    """
    delete_threads(ChatThread.objects.filter(pk__in=[thread.pk for thread in threads]))
    for thread in threads:
        transaction.on_commit(
            partial(
                thread_deleted.send_robust,
                ChatThread,
                thread_id=thread.id,
                scope=thread.scope,
                assistant=thread.assistant,
            ),
            using=router.db_for_write(ChatThread),
        )
