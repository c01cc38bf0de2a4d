"""The mirror: OpenAI's threads and items as rows, written as answers pass through."""

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import router, transaction
from django.db.models import Max, OuterRef, Subquery
from django.utils import timezone

from ..models import REASON_MAX_LENGTH, TITLE_MAX_LENGTH, ChatThread, ChatThreadItem, delete_items
from .client import ChatKitClient
from .errors import HostedError
from .pages import PageData
from .results import Thread, ThreadItem
from .time_limit import TimeLimit

PAGE = 100

TYPE_MAX_LENGTH = 32

FindUser = Callable[[str], Any]
"""From a scope to the primary key of its Django user, or ``None``."""


@dataclass
class Changes:
    """What mirroring changed in rows."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def moment(seconds: int) -> datetime:
    """A time of OpenAI's as Django keeps it."""
    return datetime.fromtimestamp(seconds, UTC)


def storable(value: Any) -> Any:
    """OpenAI's JSON without what databases refuse: NUL and lone surrogates become U+FFFD."""
    if isinstance(value, str):
        if "\x00" in value or not value.isascii():
            value = value.replace("\x00", "\ufffd")
            return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
        return value
    if isinstance(value, dict):
        return {storable(key): storable(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [storable(entry) for entry in value]
    return value


# Threads


def mirror_threads(
    threads: Iterable[Thread], *, assistant: str, find_user: FindUser
) -> tuple[list[ChatThread], Changes]:
    """Write threads as OpenAI has them, in a constant number of statements if nothing changed.

    Whose a known thread is does not change, and neither does what staff decided about it:
    a status that differs from the one OpenAI gave last was set here, and stays. Threads
    that were imported, and those of other assistants, are left alone and left out.

    Parameters:
        threads: OpenAI's.
        assistant: The alias that new ones belong to.
        find_user: Asked for the user of new ones.

    Returns:
        The rows, in the order of ``threads``, and what changed.
    """
    changes = Changes()
    wanted = {thread.id: thread for thread in threads}
    now = timezone.now()
    known = {row.id for row in ChatThread.objects.filter(id__in=wanted).only("id")}
    new = [
        ChatThread(
            id=thread.id,
            is_mirror=True,
            scope=thread.user,
            user_id=find_user(thread.user),
            assistant=assistant,
            created_at=moment(thread.created_at),
            last_activity_at=moment(thread.created_at),
            synced_at=now,
            **_columns(thread),
        )
        for thread in wanted.values()
        if thread.id not in known
    ]
    if new:
        # Two requests may see a new thread at once: the second's row is not wanted.
        ChatThread.objects.bulk_create(new, ignore_conflicts=True)
        changes.added = len(new)
    rows = {
        row.id: row
        for row in ChatThread.objects.filter(
            id__in=wanted, assistant=assistant, is_mirror=True
        ).select_related("session")
    }
    ours = ChatThread.objects.filter(is_mirror=True)
    ours.filter(sequence__in=[row.sequence for row in rows.values()]).update(
        synced_at=now, vanished_at=None
    )
    for row in rows.values():
        row.synced_at = now
        row.vanished_at = None
        columns = _columns(wanted[row.id])
        if row.status != row.payload.get("status", {}).get("type", row.status):
            del columns["status"], columns["status_reason"]
        differing = {name: value for name, value in columns.items() if getattr(row, name) != value}
        if differing:
            ours.filter(sequence=row.sequence).update(**differing)
            for name, value in differing.items():
                setattr(row, name, value)
            changes.changed += 1
    return [rows[id_] for id_ in wanted if id_ in rows], changes


def _columns(thread: Thread) -> dict[str, Any]:
    raw = storable(thread.raw)
    title, reason = raw.get("title"), raw["status"].get("reason")
    return {
        "title": None if title is None else title[:TITLE_MAX_LENGTH],
        "status": thread.status.type,
        "status_reason": None if reason is None else reason[:REASON_MAX_LENGTH],
        "payload": raw,
    }


# Items


Reading = Generator[dict[str, Any], PageData[ThreadItem], Changes]


def items_steps(row: ChatThread, *, is_new: bool | None = None) -> Reading:
    """Bring the items of a mirrored thread up to date, without asking OpenAI itself.

    The generator yields the query of a page that it wants, and is sent the page. A known
    thread is read from its end; usually one page overlaps with what is known. Where none
    does, and for a new thread, all is read from the beginning, a page at a time.

    Parameters:
        row: The thread.
        is_new: Whether the mirror has no items of it; looked up if ``None``.
    """
    if is_new is None:
        is_new = not ChatThreadItem.objects.filter(thread=row).exists()
    if not is_new:
        newest = yield {"limit": PAGE, "order": "desc"}
        oldest_first = newest.data[::-1]
        if not newest.has_more:
            return _write_all(row, oldest_first)
        if _known(row, oldest_first):
            return _write(row, oldest_first, begins=False, ends=True)
    total = Changes()
    query: dict[str, Any] = {"limit": PAGE, "order": "asc"}
    begins = True
    while True:
        page = yield query
        done = page.next_cursor is None
        if begins and done:
            return _write_all(row, page.data, is_new=is_new)
        part = _write(row, page.data, begins=begins, ends=done)
        total = Changes(
            total.added + part.added, total.changed + part.changed, total.removed + part.removed
        )
        if done:
            return total
        begins = False
        query = {**query, "after": page.next_cursor}


class OutOfTime(HostedError):
    """The time for reading was up before the end; what was read is kept."""


def mirror_items(
    client: ChatKitClient, row: ChatThread, *, time: TimeLimit | None = None
) -> Changes:
    """Bring the items of a mirrored thread up to date.

    Raises:
        HostedError: OpenAI did not answer, or ``time`` was up.
    """
    steps = items_steps(row)
    try:
        query = next(steps)
        while True:
            if time is not None:
                if time.is_up:
                    raise OutOfTime
                query = {**query, "timeout": time.of_call(client.timeout)}
            page = client.threads.list_items(row.id, **query)
            query = steps.send(PageData(page.data, page.first_id, page.last_id, page.has_more))
    except StopIteration as end:
        changes: Changes = end.value
        return changes


def _known(row: ChatThread, items: Iterable[ThreadItem]) -> dict[str, ChatThreadItem]:
    found = ChatThreadItem.objects.filter(thread=row, id__in=[item.id for item in items])
    return {item.id: item for item in found}


def _write_all(row: ChatThread, items: list[ThreadItem], *, is_new: bool = False) -> Changes:
    """Write all items of a thread, oldest first; a thread that has not changed costs a query."""
    if not is_new:
        stored = ChatThreadItem.objects.filter(thread=row).values_list("id", "payload")
        if dict(stored) == {item.id: storable(item.raw) for item in items}:
            return Changes()
    return _write(row, items, begins=True, ends=True)


def _write(row: ChatThread, items: list[ThreadItem], *, begins: bool, ends: bool) -> Changes:
    """Write neighbouring items, oldest first, and drop what OpenAI has no more among them.

    Parameters:
        begins: The first of them is the thread's first.
        ends: The last of them is the thread's last.
    """
    using = router.db_for_write(ChatThreadItem)
    with transaction.atomic(using=using):
        # Two requests may mirror one thread at once: the second waits and adds nothing twice.
        locked = ChatThread.objects.using(using).select_for_update().filter(pk=row.pk)
        if not locked.filter(is_mirror=True).exists():
            return Changes()
        stored = ChatThreadItem.objects.using(using).filter(thread=row)
        if begins and ends:
            known = {item.id: item for item in stored}
            gone = stored.exclude(id__in=[item.id for item in items])
            removed = len(known.keys() - {item.id for item in items})
        else:
            known = _known(row, items)
            gone, removed = stored.none(), 0
            positions = [item.position for item in known.values()]
            if positions:
                gone = stored.exclude(id__in=known)
                if not begins:
                    gone = gone.filter(position__gt=min(positions))
                if not ends:
                    gone = gone.filter(position__lt=max(positions))
                removed = gone.count()
        if removed:
            delete_items(gone)
        changed = 0
        for item in items if known else ():
            old, payload = known.get(item.id), storable(item.raw)
            if old is not None and old.payload != payload:
                ChatThreadItem.objects.using(using).filter(pk=old.pk).update(
                    payload=payload, type=item.type[:TYPE_MAX_LENGTH]
                )
                changed += 1
        new = [item for item in items if item.id not in known]
        if new:
            last = stored.aggregate(last=Max("position"))["last"] if known or not begins else None
            ChatThreadItem.objects.bulk_create(_new_items(row, new, last))
            ChatThread.objects.filter(pk=row.pk).update(last_activity_at=moment(new[-1].created_at))
        return Changes(len(new), changed, removed)


def write_new(threads: Iterable[tuple[ChatThread, list[ThreadItem]]]) -> int:
    """Write whole threads that the mirror had no items of, in two statements for all of them.

    There is no lock: what another request has mirrored meanwhile is there, and stays.

    Returns:
        How many items they have.
    """
    items = [item for row, found in threads for item in _new_items(row, found, None)]
    ChatThreadItem.objects.bulk_create(items, ignore_conflicts=True)
    newest = ChatThreadItem.objects.filter(thread=OuterRef("pk")).order_by("-position")
    ChatThread.objects.filter(pk__in={item.thread_id for item in items}, is_mirror=True).update(
        last_activity_at=Subquery(newest.values("created_at")[:1])
    )
    return len(items)


def _new_items(
    row: ChatThread, items: list[ThreadItem], last: int | None
) -> Iterator[ChatThreadItem]:
    """The rows of items that come after the position ``last``."""
    for position, item in enumerate(items, start=0 if last is None else last + 1):
        yield ChatThreadItem(
            thread=row,
            id=item.id,
            scope=row.scope,
            position=position,
            type=item.type[:TYPE_MAX_LENGTH],
            payload=storable(item.raw),
            created_at=moment(item.created_at),
        )
