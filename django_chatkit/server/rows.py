"""The database work of the store: synchronous, scoped, one function for each step."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import IntegrityError, connections, router, transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from ..file_links import with_links, without_links
from ..models import (
    REASON_MAX_LENGTH,
    TITLE_MAX_LENGTH,
    ChatAttachment,
    ChatFeedback,
    ChatThread,
    ChatThreadItem,
)
from ..types import JSONObject
from . import statements

POSITION_ATTEMPTS = 5

THREAD_COLUMNS = (
    "title",
    "status",
    "status_reason",
    "allowed_image_domains",
    "private_metadata",
)
"""The columns that a server may change by saving a thread."""


def own_threads(scope: str, assistant: str) -> QuerySet[ChatThread]:
    """The threads of one scope with one assistant: every query of the store starts here."""
    return ChatThread.objects.filter(scope=scope, assistant=assistant, is_mirror=False)


def thread_columns(thread: JSONObject) -> dict[str, Any]:
    """The columns of a dumped ``ThreadMetadata``, cut to what they hold."""
    status = thread["status"]
    title, reason = thread["title"], status.get("reason")
    return {
        "title": title if title is None else title[:TITLE_MAX_LENGTH],
        "status": status["type"],
        "status_reason": reason if reason is None else reason[:REASON_MAX_LENGTH],
        "allowed_image_domains": thread["allowed_image_domains"],
        "private_metadata": thread["metadata"],
    }


def update_thread(
    threads: QuerySet[ChatThread], new: dict[str, Any], seen: dict[str, Any] | None
) -> dict[str, Any] | None:
    """Write what changed since ``seen``, unless somebody else changed it meanwhile.

    Parameters:
        threads: The thread, if there is one.
        new: The columns as they should be.
        seen: The columns as they were read; ``None`` if they were not.

    Returns:
        The columns as they are now, or ``None`` if there is no such thread.
    """
    with transaction.atomic(using=router.db_for_write(ChatThread)):
        row = threads.select_for_update().values("sequence", *THREAD_COLUMNS).first()
        if row is None:
            return None
        sequence = row.pop("sequence")
        changed = {
            name: value
            for name, value in new.items()
            if value != row[name] and (seen is None or row[name] == seen[name])
        }
        if seen is not None:
            changed = {name: value for name, value in changed.items() if value != seen[name]}
        if changed:
            ChatThread.objects.filter(sequence=sequence).update(**changed)
        return {**row, **changed}


def find_sequence(scope: str, assistant: str, thread_id: str) -> int | None:
    """The key of a thread of this scope, or ``None``."""
    return (
        own_threads(scope, assistant).filter(id=thread_id).values_list("sequence", flat=True)
    ).first()


def next_position(sequence: int) -> int:
    """The position after a thread's last item."""
    last: int | None = ChatThreadItem.objects.filter(thread=sequence).aggregate(
        last=Max("position")
    )["last"]
    return 0 if last is None else last + 1


def insert_item(
    sequence: int,
    scope: str,
    item_id: str,
    payload: JSONObject,
    created_at: datetime,
    position: int,
) -> bool:
    """Add an item at ``position``, or at the end if that is taken by now.

    Returns:
        Whether it was added; an item of that id is updated in its place instead.

    Raises:
        ChatThread.DoesNotExist: the thread was deleted meanwhile.
    """
    for _attempt in range(POSITION_ATTEMPTS):
        try:
            with savepoint_if_needed():
                statements.insert_item(sequence, scope, item_id, payload, created_at, position)
            return True
        except IntegrityError:
            if update_item(sequence, item_id, payload):
                return False
            if not ChatThread.objects.filter(sequence=sequence).exists():
                raise ChatThread.DoesNotExist from None
            position = next_position(sequence)
    raise IntegrityError(f"No free position for item {item_id}.")


def update_item(sequence: int, item_id: str, payload: JSONObject) -> bool:
    """Replace an item's payload where it stands; ``False`` if there is no such item."""
    updated = ChatThreadItem.objects.filter(thread=sequence, id=item_id).update(
        payload=payload, type=payload["type"]
    )
    return updated == 1


class savepoint_if_needed:  # noqa: N801 - reads as the context manager it is
    """A savepoint inside a transaction, so that a conflict does not end it; else nothing."""

    def __enter__(self) -> None:
        connection = connections[router.db_for_write(ChatThreadItem)]
        self._atomic = transaction.atomic() if connection.in_atomic_block else None
        if self._atomic is not None:
            self._atomic.__enter__()

    def __exit__(self, *failure: Any) -> None:
        if self._atomic is not None:
            self._atomic.__exit__(*failure)


def threads_after(
    threads: QuerySet[ChatThread], after: str | None, limit: int, order: str
) -> list[ChatThread] | None:
    """One thread more than a page; ``None`` if the cursor is not one of ``threads``."""
    if after is not None:
        cursor = threads.filter(id=after).values_list("created_at", "sequence").first()
        if cursor is None:
            return None
        created_at, sequence = cursor
        # A range on the index and a filter on ties: an OR of two would scan.
        if order == "asc":
            threads = threads.filter(created_at__gte=created_at).exclude(
                created_at=created_at, sequence__lte=sequence
            )
        else:
            threads = threads.filter(created_at__lte=created_at).exclude(
                created_at=created_at, sequence__gte=sequence
            )
    sign = "" if order == "asc" else "-"
    return list(threads.order_by(f"{sign}created_at", f"{sign}sequence")[: limit + 1])


def save_feedback(
    sequence: int, scope: str, user_id: Any, items: Collection[int], kind: str
) -> None:
    """Store one scope's verdict on items; a later one replaces it."""
    now = timezone.now()
    judged = ChatFeedback.objects.filter(item__in=items, scope=scope)
    known = set(judged.values_list("item", flat=True))
    judged.update(kind=kind, updated_at=now)
    ChatFeedback.objects.bulk_create(
        [
            ChatFeedback(
                thread_id=sequence,
                item_id=item,
                scope=scope,
                user_id=user_id,
                kind=kind,
                created_at=now,
                updated_at=now,
            )
            for item in items
            if item not in known
        ],
        # A second click at the same moment has stored it.
        ignore_conflicts=True,
    )


def attachments_of(scope: str, assistant: str) -> QuerySet[ChatAttachment]:
    """The attachments of one scope with one assistant."""
    return ChatAttachment.objects.filter(scope=scope, assistant=assistant)


def stored_item(payload: JSONObject, files_url: str) -> JSONObject:
    """An item's payload for the database: links to its attachments are made when it is read."""
    attachments = payload.get("attachments")
    if not attachments:
        return payload
    return {**payload, "attachments": [without_links(a, files_url) for a in attachments]}


def read_item(payload: JSONObject, files_url: str, scope: str) -> JSONObject:
    """A stored item's payload with fresh links to its attachments."""
    attachments = payload.get("attachments")
    if not attachments:
        return payload
    return {**payload, "attachments": [with_links(a, files_url, scope) for a in attachments]}


def is_pending_tool_call(payload: JSONObject) -> bool:
    """Whether a stored item is a client tool call that awaits its output."""
    return payload.get("type") == "client_tool_call" and payload.get("status") == "pending"
