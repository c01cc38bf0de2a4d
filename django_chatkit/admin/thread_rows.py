"""What the thread list shows beyond a thread's columns, for one page's rows at a time."""

from collections.abc import Collection, Sequence

from django.db.models import Case, Count, Exists, JSONField, OuterRef, Q, Subquery, When

from ..enums import MESSAGE_ITEM_TYPES, USER_MESSAGE_TYPES
from ..models import ChatThread, ChatThreadItem
from .readable import first_words, message_text


def opening_words(thread: ChatThread) -> str:
    """The beginning of a thread's first user message."""
    items = ChatThreadItem.objects.filter(thread=thread, type__in=USER_MESSAGE_TYPES)
    return first_words(
        message_text(items.order_by("position").values_list("payload", flat=True).first())
    )


def complete(threads: Sequence[ChatThread]) -> None:
    """Put ``message_count``, ``has_items`` and, for want of a title, ``opening_words`` on them.

    The count is text, as it stops at :data:`conversation.COUNT_LIMIT`. Two queries, whose
    cost depends neither on the number of threads nor on how long the longest is: the first
    reads each thread along its index only as far as it needs, the second counts short ones.
    """
    from . import conversation  # noqa: PLC0415 - loaded by the first page that shows it

    messages = ChatThreadItem.objects.filter(
        thread=OuterRef("pk"), type__in=MESSAGE_ITEM_TYPES
    ).order_by("position")
    first = messages.filter(type__in=USER_MESSAGE_TYPES).values("payload")[:1]
    limit = conversation.COUNT_LIMIT
    rows = (
        ChatThread.objects.filter(pk__in=[thread.pk for thread in threads])
        .annotate(
            opening=Case(
                When(Q(title__isnull=True) | Q(title=""), then=Subquery(first)),
                output_field=JSONField(),
            ),
            beyond_limit=Subquery(messages.values("pk")[limit : limit + 1]),
            has_items=Exists(ChatThreadItem.objects.filter(thread=OuterRef("pk"))),
        )
        .values_list("pk", "opening", "beyond_limit", "has_items")
    )
    details = {pk: (opening, beyond is not None, has) for pk, opening, beyond, has in rows}
    counts = _message_counts([pk for pk, (_opening, long, _) in details.items() if not long])
    for thread in threads:
        opening, long, has_items = details.get(thread.pk, (None, False, False))
        vars(thread).update(
            message_count=f"{limit}+" if long else str(counts.get(thread.pk, 0)),
            has_items=has_items,
            opening_words=first_words(message_text(opening)),
        )


def _message_counts(threads: Collection[int]) -> dict[int, int]:
    rows = (
        ChatThreadItem.objects.filter(thread__in=threads, type__in=MESSAGE_ITEM_TYPES)
        .values("thread_id")
        .annotate(messages=Count("pk"))
    )
    return {row["thread_id"]: row["messages"] for row in rows}
