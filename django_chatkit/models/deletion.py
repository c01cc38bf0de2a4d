"""Deleting conversations: all that belongs to them goes, a batch at a time."""

from django.db import router, transaction
from django.db.models import QuerySet

from .attachment import ChatAttachment
from .feedback import ChatFeedback
from .item import ChatThreadItem
from .thread import ChatThread

DELETE_BATCH = 1000


def delete_threads(threads: QuerySet[ChatThread]) -> int:
    """Delete threads with their items, feedback and files; return how many.

    Items go in batches, so that a long thread does not have to fit in memory.
    """
    sequences = list(threads.values_list("sequence", flat=True))
    for sequence in sequences:
        with transaction.atomic(using=router.db_for_write(ChatThread)):
            ChatFeedback.objects.filter(thread=sequence).delete()
            delete_items(ChatThreadItem.objects.filter(thread=sequence))
            ChatAttachment.objects.filter(thread=sequence).delete()
            ChatThread.objects.filter(sequence=sequence).delete()
    return len(sequences)


def delete_items(items: QuerySet[ChatThreadItem]) -> None:
    """Delete items with their feedback, a batch at a time."""
    while keys := list(items.values_list("sequence", flat=True)[:DELETE_BATCH]):
        ChatThreadItem.objects.filter(sequence__in=keys).delete()
