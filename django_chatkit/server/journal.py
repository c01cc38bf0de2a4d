"""What a running answer has said so far, for those who join it: in Django's cache.

The process that runs the turn writes numbered events; any process may read them. The answer is
kept as segments, so that a change rewrites little and few keys are needed, under a head that
says how many there are. When it grows beyond a bound, the parts of each item are put together:
a journal is never much larger than what it is about.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from chatkit.types import (
    ProgressUpdateEvent,
    ThreadItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemRemovedEvent,
    ThreadItemReplacedEvent,
    ThreadItemUpdatedEvent,
    ThreadStreamEvent,
)
from django.core.cache import cache

from .serialize import sse

SEGMENT_BYTES = 16 * 1024
"""The size from which a segment is not written again."""

MOST_BYTES = 256 * 1024
"""The size from which a journal is put together."""

LIFETIME_SECONDS = 30 * 60
"""How long a journal outlives the last word of its writer, who may have died."""

REFRESH_SECONDS = 10 * 60
"""How often what does not change is given another lifetime."""

AFTERLIFE_SECONDS = 60
"""How long the end of an answer can be read after it."""

ENDS = (ThreadItemDoneEvent, ThreadItemReplacedEvent)

Entry = tuple[int, bytes]
"""An event's number in the answer, from 1, and its bytes."""


@dataclass(frozen=True)
class Head:
    """What a reader looks at first.

    Parameters:
        generation: Counts how often the segments were put together anew.
        segments: How many there are.
        can_stop: Whether the agent lets itself be stopped.
        finished: Whether the answer has ended.
    """

    generation: int = 0
    segments: int = 0
    can_stop: bool = True
    finished: bool = False


def head_key(token: str) -> str:
    """Where the head of a turn's journal is."""
    return f"django_chatkit:turn:{token}"


def _segment_key(token: str, generation: int, index: int) -> str:
    return f"django_chatkit:turn:{token}:{generation}:{index}"


@dataclass
class _Noted:
    number: int
    chunk: bytes
    item_id: str | None = None
    kind: str = ""


@dataclass
class _Segment:
    entries: list[Entry] = field(default_factory=list)
    size: int = 0
    changed: bool = True


class Journal:
    """The writer's end.

    Events are noted on the event loop and published from another thread.

    Parameters:
        token: The turn's.
        current: An unfinished item of the answer as the visitor sees it, by its id.
    """

    def __init__(self, token: str, current: Callable[[str], ThreadItem | None]) -> None:
        self.token = token
        self.can_stop = True
        self._current = current
        self._lock = threading.Lock()
        self._publishing = threading.Lock()
        self._noted: list[_Noted] = []
        self._number = 0
        self._size = 0
        self._bound = MOST_BYTES
        self._generation = 0
        self._segments: list[_Segment] = []
        self._outdated: list[str] = []
        self._finished = False
        self._changed = True

    def note(self, chunk: bytes, event: ThreadStreamEvent) -> None:
        """Add an event. Call it on the event loop."""
        self._number += 1
        noted = _noted(self._number, chunk, event)
        with self._lock:
            self._noted.append(noted)
            self._size += len(chunk)
            self._append(noted)
            self._changed = True
            if self._size > self._bound:
                self._put_together()

    def finish(self) -> None:
        """The answer has ended: publish the rest of it."""
        with self._lock:
            self._finished = self._changed = True
        self.publish()

    def publish(self) -> None:
        """Write what has changed to the cache."""
        with self._publishing:
            self._publish()

    def _publish(self) -> None:
        with self._lock:
            if not self._changed:
                return
            self._changed = False
            generation, finished = self._generation, self._finished
            changes: dict[str, Any] = {}
            for index, segment in enumerate(self._segments):
                if segment.changed:
                    key = _segment_key(self.token, generation, index)
                    changes[key] = list(segment.entries)
                    segment.changed = False
            count = len(self._segments)
            outdated, self._outdated = self._outdated, []
        if changes:
            cache.set_many(changes, LIFETIME_SECONDS)
        # Last, so that nobody looks for what is not there yet.
        head = Head(generation, count, self.can_stop, finished)
        cache.set(head_key(self.token), head, AFTERLIFE_SECONDS if finished else LIFETIME_SECONDS)
        if outdated:
            cache.delete_many(outdated)
        if finished:
            self._let_live(AFTERLIFE_SECONDS)

    def refresh(self) -> None:
        """Give what has not changed for long another lifetime."""
        cache.touch(head_key(self.token), LIFETIME_SECONDS)
        self._let_live(LIFETIME_SECONDS)

    def _let_live(self, seconds: int) -> None:
        for index in range(len(self._segments)):
            cache.touch(_segment_key(self.token, self._generation, index), seconds)

    def _append(self, noted: _Noted) -> None:
        if not self._segments or self._segments[-1].size >= SEGMENT_BYTES:
            self._segments.append(_Segment())
        last = self._segments[-1]
        last.entries.append((noted.number, noted.chunk))
        last.size += len(noted.chunk)
        last.changed = True

    def _put_together(self) -> None:
        """Keep of each item how it began and how it is now, and of the progress only the last."""
        newest = {}
        for noted in self._noted:
            if noted.kind in {"update", "end", "progress"}:
                newest[noted.kind == "progress" or noted.item_id] = noted
        kept = []
        for noted in self._noted:
            last = newest.get(noted.kind == "progress" or noted.item_id)
            ended = last is not None and last.kind == "end"
            if noted.kind == "begin":
                if not ended:
                    kept.append(noted)
            elif noted.kind != "update":
                if noted.kind == "" or noted is last:
                    kept.append(noted)
            elif noted is last:
                item = self._current(noted.item_id or "")
                if item is not None:
                    noted.chunk = sse(ThreadItemAddedEvent(item=item))
                kept.append(noted)
        self._outdated += [
            _segment_key(self.token, self._generation, index)
            for index in range(len(self._segments))
        ]
        self._noted, self._segments = kept, []
        self._generation += 1
        for noted in kept:
            self._append(noted)
        self._size = sum(len(noted.chunk) for noted in kept)
        self._bound = max(MOST_BYTES, 2 * self._size)


def _noted(number: int, chunk: bytes, event: ThreadStreamEvent) -> _Noted:
    if isinstance(event, ThreadItemUpdatedEvent):
        return _Noted(number, chunk, event.item_id, "update")
    if isinstance(event, ThreadItemAddedEvent):
        return _Noted(number, chunk, event.item.id, "begin")
    if isinstance(event, ENDS):
        return _Noted(number, chunk, event.item.id, "end")
    if isinstance(event, ThreadItemRemovedEvent):
        return _Noted(number, chunk, event.item_id, "end")
    return _Noted(number, chunk, None, "progress" if isinstance(event, ProgressUpdateEvent) else "")


class JournalReader:
    """The end of one who joins.

    Parameters:
        token: The turn's.
        after: How many events of the answer are known already.
    """

    def __init__(self, token: str, after: int = 0) -> None:
        self.token = token
        self._after = after
        self._generation = -1
        self._segment = 0

    @property
    def head(self) -> Head | None:
        """The head as it is now; ``None`` if there is no journal."""
        head: Head | None = cache.get(head_key(self.token))
        return head

    def read(self) -> bytes | None:
        """What is new, each event with its number as ``id``; ``None`` at the end.

        A journal that is gone has ended too: who joins again starts from the thread.
        """
        head = self.head
        if head is None:
            return None
        if head.generation != self._generation:
            self._generation, self._segment = head.generation, 0
        indices = range(self._segment, head.segments)
        keys = [_segment_key(self.token, head.generation, index) for index in indices]
        segments: dict[str, list[Entry]] = cache.get_many(keys)
        if len(segments) < len(keys):
            newer = self.head
            return None if newer is None or newer.generation == head.generation else self.read()
        # The last one may still grow.
        self._segment = max(0, head.segments - 1)
        new = [entry for key in keys for entry in segments[key] if entry[0] > self._after]
        if new:
            self._after = new[-1][0]
            return b"".join(b"id: %d\n%b" % entry for entry in new)
        return None if head.finished else b""
