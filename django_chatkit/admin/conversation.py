"""One page of a thread's conversation, in a constant number of queries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from ..enums import HIDDEN_ITEM_TYPES
from ..models import ChatAttachment, ChatFeedback, ChatThread, ChatThreadItem
from ..types import JSON
from .entries import SIDES, Entry, entry_content, item_label
from .mirrored_items import shown_item
from .readable import pretty, record, records, text

PAGE_SIZE = 100
"""Items on one page."""

COUNT_LIMIT = 1_000
"""Where the counts beside a conversation stop, as counting reads every row."""

PAUSE = timedelta(minutes=10)
"""A silence after which the time is shown again."""


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """Entries in reading order, and where the pages beside this one begin.

    ``earlier`` and ``later`` are positions for :func:`read_conversation`; None at the ends.
    """

    entries: list[Entry]
    earlier: int | None
    later: int | None


def read_conversation(
    thread: ChatThread,
    *,
    show_hidden: bool,
    before: int | None = None,
    after: int | None = None,
    item: int | None = None,
) -> Conversation:
    """The newest page of a thread, or the one that the arguments ask for.

    Args:
        thread: the thread.
        show_hidden: whether hidden context may be read.
        before: a position; the page that ends before it.
        after: a position; the page that begins after it.
        item: an item's primary key; the page that ends with the item. The newest page
            where the thread has no such item.
    """
    items = ChatThreadItem.objects.filter(thread=thread)
    if not show_hidden:
        items = items.exclude(type__in=HIDDEN_ITEM_TYPES)
    if item is not None:
        wanted = items.filter(pk=item).values_list("position", flat=True).first()
        last = wanted is None or not items.filter(position__gt=wanted).exists()
        before = None if wanted is None or last else wanted + 1
    if after is not None:
        return _page_after(items, after)
    return _page_before(items, before)


def _page_before(items: QuerySet[ChatThreadItem], before: int | None) -> Conversation:
    if before is not None:
        items = items.filter(position__lt=before)
    rows = list(items.order_by("-position")[: PAGE_SIZE + 1])
    page = rows[:PAGE_SIZE][::-1]
    return Conversation(
        entries=_entries(page),
        earlier=page[0].position if len(rows) > PAGE_SIZE else None,
        later=before - 1 if before is not None else None,
    )


def _page_after(items: QuerySet[ChatThreadItem], after: int) -> Conversation:
    rows = list(items.filter(position__gt=after).order_by("position")[: PAGE_SIZE + 1])
    if len(rows) <= PAGE_SIZE:
        return _page_before(items, None)
    page = rows[:PAGE_SIZE]
    return Conversation(entries=_entries(page), earlier=page[0].position, later=page[-1].position)


def _entries(page: list[ChatThreadItem]) -> list[Entry]:
    feedback: dict[int, list[ChatFeedback]] = {}
    for thumb in ChatFeedback.objects.filter(item__in=[item.pk for item in page]).order_by("pk"):
        feedback.setdefault(thumb.item_id, []).append(thumb)
    attachments = _attachments(page)
    return list(_each_entry(page, feedback, attachments))


def _attachments(page: list[ChatThreadItem]) -> dict[str, ChatAttachment]:
    """The stored attachments that the page's items name, if they are of the same scope."""
    named = {
        text(entry.get("id"))
        for item in page
        for entry in records(record(item.payload).get("attachments"))
    }
    if not page:
        return {}
    stored = ChatAttachment.objects.filter(id__in=named, scope=page[0].scope).defer("payload")
    return {attachment.id: attachment for attachment in stored}


def _each_entry(
    page: list[ChatThreadItem],
    feedback: Mapping[int, list[ChatFeedback]],
    attachments: Mapping[str, ChatAttachment],
) -> Iterator[Entry]:
    day, side, spoken = None, None, None
    for item in page:
        shown = shown_item(item)
        own_side = SIDES.get(shown.type, "machine")
        template, content = entry_content(shown.type, record(shown.payload), attachments)
        today = timezone.localtime(item.created_at).date()
        speaker = "assistant" if own_side == "machine" else own_side
        yield Entry(
            sequence=item.pk,
            id=item.id,
            type=shown.type,
            label=item_label(shown.type),
            side=own_side,
            template=f"admin/django_chatkit/items/{template}.html",
            content=content,
            source=pretty(_without_identity(item.payload)),
            created_at=item.created_at,
            feedback=feedback.get(item.pk, []),
            begins_day=today != day,
            begins_group=today != day or speaker != side or _paused(spoken, item.created_at),
        )
        day, side, spoken = today, speaker, item.created_at


def _paused(before: datetime | None, now: datetime) -> bool:
    return before is None or abs(now - before) >= PAUSE


def _without_identity(payload: JSON) -> JSON:
    """The payload without what the page says beside it."""
    if not isinstance(payload, dict):
        return payload
    return {key: value for key, value in payload.items() if key not in ("id", "thread_id")}


def capped_count(rows: QuerySet[Any]) -> str:
    """How many ``rows`` there are, or that they are at least :data:`COUNT_LIMIT`."""
    count = rows.order_by()[: COUNT_LIMIT + 1].count()
    return f"{COUNT_LIMIT}+" if count > COUNT_LIMIT else str(count)
