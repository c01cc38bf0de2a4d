"""Deleting conversations, a batch at a time."""

import pytest

from django_chatkit.models import (
    ChatAttachment,
    ChatFeedback,
    ChatThread,
    ChatThreadItem,
    delete_items,
    delete_threads,
    deletion,
)
from tests.models.rows import attachment, feedback, item, thread

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deletion, "DELETE_BATCH", 2)


def conversation(id: str) -> ChatThread:  # noqa: A002
    """A thread of five items, two of them judged, and a file."""
    begun = thread(id)
    for position in range(5):
        said = item(begun, f"msg_{position}", position)
        if position < 2:
            feedback(said)
    attachment(f"atc_of_{id}", thread=begun)
    return begun


def test_threads_are_deleted_with_all_that_is_in_them() -> None:
    for name in ("thr_1", "thr_2", "thr_3"):
        conversation(name)

    assert delete_threads(ChatThread.objects.filter(id__in=["thr_1", "thr_3"])) == 2

    assert [row.id for row in ChatThread.objects.all()] == ["thr_2"]
    assert ChatThreadItem.objects.count() == 5
    assert ChatFeedback.objects.count() == 2
    assert [row.id for row in ChatAttachment.objects.all()] == ["atc_of_thr_2"]


def test_deleting_no_threads_is_nothing() -> None:
    conversation("thr_1")

    assert delete_threads(ChatThread.objects.none()) == 0
    assert ChatThread.objects.count() == 1


def test_items_are_deleted_with_what_was_thought_of_them() -> None:
    begun = conversation("thr_1")

    delete_items(ChatThreadItem.objects.filter(thread=begun, position__gte=1))

    assert [row.id for row in ChatThreadItem.objects.all()] == ["msg_0"]
    assert ChatFeedback.objects.count() == 1
