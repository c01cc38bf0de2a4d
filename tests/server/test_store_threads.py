"""``DjangoStore``: threads."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from chatkit.store import NotFoundError, StoreItemType
from chatkit.types import ActiveStatus, ClosedStatus, LockedStatus
from django.contrib.auth.models import User

from django_chatkit.models import (
    ChatAttachment,
    ChatFeedback,
    ChatThread,
    ChatThreadItem,
)
from tests.server.conftest import Work
from tests.server.samples import NOON, WaitingStore, answer, context, file, ids, thread

pytestmark = pytest.mark.database


@pytest.mark.parametrize(
    ("kind", "prefix"),
    [
        ("message", "msg"),
        ("tool_call", "tc"),
        ("task", "tsk"),
        ("workflow", "wf"),
        ("sdk_hidden_context", "shcx"),
    ],
)
def test_ids_cannot_be_guessed(waiting: WaitingStore, kind: StoreItemType, prefix: str) -> None:
    store, ctx = waiting.store, context()

    one, two = (store.generate_item_id(kind, thread(), ctx) for _ in range(2))

    assert re.fullmatch(rf"{prefix}_[0-9a-f]{{32}}", one)
    assert one != two
    assert re.fullmatch(r"thr_[0-9a-f]{32}", store.generate_thread_id(ctx))


def test_a_thread_comes_back_as_it_was_saved(waiting: WaitingStore) -> None:
    saved = thread(
        title="Plans",
        status=LockedStatus(reason="Read only"),
        metadata={"previous_response_id": "resp_1"},
        allowed_image_domains=["images.example.com"],
    )

    waiting.save_thread(saved, context())

    assert waiting.load_thread("thr_1", context()) == saved


@pytest.mark.parametrize("title", [None, "", "Plans"])
def test_no_title_and_an_empty_one_are_told_apart(waiting: WaitingStore, title: str | None) -> None:
    waiting.save_thread(thread(title=title), context())

    assert waiting.load_thread("thr_1", context()).title == title


@pytest.mark.parametrize(
    "created_at",
    [
        NOON,
        NOON.replace(microsecond=123456),
        NOON.replace(tzinfo=UTC),
        datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    ],
)
def test_times_come_back_equal(waiting: WaitingStore, created_at: datetime) -> None:
    waiting.save_thread(thread(created_at=created_at), context())

    loaded = waiting.load_thread("thr_1", context()).created_at

    assert loaded == created_at
    assert (loaded.tzinfo is None) == (created_at.tzinfo is None)


def test_saving_again_changes_the_thread(waiting: WaitingStore) -> None:
    ctx = context()
    waiting.save_thread(thread(title="Old"), ctx)

    waiting.save_thread(thread(title="New", metadata={"step": 2}), ctx)

    loaded = waiting.load_thread("thr_1", ctx)
    assert (loaded.title, loaded.metadata) == ("New", {"step": 2})


def test_a_metadata_changed_in_place_is_saved(waiting: WaitingStore) -> None:
    ctx = context()
    waiting.save_thread(thread(metadata={"notes": {"a": 1}}), ctx)
    loaded = waiting.load_thread("thr_1", ctx)

    loaded.metadata["notes"]["b"] = 2
    waiting.save_thread(loaded, ctx)

    assert waiting.load_thread("thr_1", context()).metadata == {"notes": {"a": 1, "b": 2}}


def test_a_new_thread_is_the_users_and_the_assistants(waiting: WaitingStore) -> None:
    user = User.objects.create_user("alice")

    waiting.save_thread(thread(), context(user=user, assistant="support"))

    row = ChatThread.objects.get()
    assert (row.scope, row.user, row.assistant) == ("user-1", user, "support")


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (ActiveStatus(), None),
        (LockedStatus(), None),
        (LockedStatus(reason=""), ""),
        (ClosedStatus(reason="Solved"), "Solved"),
    ],
)
def test_statuses_and_their_reasons_are_kept(
    waiting: WaitingStore, status: Any, reason: str | None
) -> None:
    waiting.save_thread(thread(status=status), context())

    loaded = waiting.load_thread("thr_1", context()).status
    assert loaded == status
    assert getattr(loaded, "reason", None) == reason


def test_long_titles_and_reasons_are_cut(waiting: WaitingStore) -> None:
    long = thread(title="é" * 300, status=LockedStatus(reason="r" * 600))

    waiting.save_thread(long, context())

    loaded = waiting.load_thread("thr_1", context())
    assert loaded.title == "é" * 255
    assert loaded.status == LockedStatus(reason="r" * 500)


def test_characters_that_databases_refuse_are_replaced(waiting: WaitingStore) -> None:
    waiting.save_thread(thread(title="a\x00b\ud800c", metadata={"k\x00": "\udfff"}), context())

    loaded = waiting.load_thread("thr_1", context())
    assert loaded.title == "a\ufffdb\ufffdc"
    assert loaded.metadata == {"k\ufffd": "\ufffd"}


# Compare and set


def test_a_rename_in_between_stands_and_the_server_sees_it(waiting: WaitingStore) -> None:
    ctx = context()
    waiting.save_thread(thread(title="First"), ctx)
    seen = waiting.load_thread("thr_1", ctx)
    ChatThread.objects.update(title="Renamed by the visitor")

    seen.metadata["step"] = 1
    waiting.save_thread(seen, ctx)

    row = ChatThread.objects.get()
    assert (row.title, row.private_metadata) == ("Renamed by the visitor", {"step": 1})
    assert seen.title == "Renamed by the visitor"


def test_a_lock_in_between_stands_and_the_server_sees_it(waiting: WaitingStore) -> None:
    ctx = context()
    waiting.save_thread(thread(), ctx)
    seen = waiting.load_thread("thr_1", ctx)
    ChatThread.objects.update(status="locked", status_reason="Enough")

    seen.title = "The agent's"
    waiting.save_thread(seen, ctx)

    row = ChatThread.objects.get()
    assert (row.title, row.status, row.status_reason) == ("The agent's", "locked", "Enough")
    assert seen.status == LockedStatus(reason="Enough")


def test_of_two_titles_at_once_the_first_stands(waiting: WaitingStore) -> None:
    ctx = context()
    waiting.save_thread(thread(title="First"), ctx)
    seen = waiting.load_thread("thr_1", ctx)
    ChatThread.objects.update(title="The visitor's")

    seen.title = "The agent's"
    waiting.save_thread(seen, ctx)

    assert ChatThread.objects.get().title == "The visitor's"
    assert seen.title == "The visitor's"


def test_after_a_conflict_the_server_can_change_what_it_now_sees(waiting: WaitingStore) -> None:
    ctx = context()
    waiting.save_thread(thread(title="First"), ctx)
    seen = waiting.load_thread("thr_1", ctx)
    ChatThread.objects.update(title="The visitor's")
    waiting.save_thread(seen, ctx)

    seen.title = "The agent's"
    waiting.save_thread(seen, ctx)

    assert ChatThread.objects.get().title == "The agent's"


# Lists


def three_threads(waiting: WaitingStore, *, apart: timedelta) -> None:
    for number in range(3):
        waiting.save_thread(thread(f"thr_{number}", created_at=NOON + number * apart), context())


@pytest.mark.parametrize("apart", [timedelta(seconds=1), timedelta(0)])
@pytest.mark.parametrize(
    ("order", "expected"),
    [("asc", ["thr_0", "thr_1", "thr_2"]), ("desc", ["thr_2", "thr_1", "thr_0"])],
)
def test_threads_are_listed_by_time_in_pages(
    waiting: WaitingStore, order: str, expected: list[str], apart: timedelta
) -> None:
    three_threads(waiting, apart=apart)

    first = waiting.load_threads(2, None, order, context())
    second = waiting.load_threads(2, first.after, order, context())

    assert (ids(first.data), first.has_more, first.after) == (expected[:2], True, expected[1])
    assert (ids(second.data), second.has_more, second.after) == (expected[2:], False, None)


def test_a_page_of_an_unknown_cursor_is_empty(waiting: WaitingStore) -> None:
    three_threads(waiting, apart=timedelta(0))

    page = waiting.load_threads(2, "thr_unknown", "asc", context())

    assert (page.data, page.has_more, page.after) == ([], False, None)


@pytest.mark.parametrize("limit", [0, -1])
def test_a_page_without_a_limit_has_the_sdks_size(waiting: WaitingStore, limit: int) -> None:
    for number in range(21):
        waiting.save_thread(thread(f"thr_{number}"), context())

    page = waiting.load_threads(limit, None, "asc", context())

    assert (len(page.data), page.has_more) == (20, True)


# Deletion


def test_a_thread_is_deleted_with_all_that_belongs_to_it(waiting: WaitingStore) -> None:
    ctx = context()
    waiting.save_thread(thread(), ctx)
    waiting.add_thread_item("thr_1", answer(), ctx)
    waiting.save_attachment(file(thread_id="thr_1"), ctx)
    item = ChatThreadItem.objects.get()
    ChatFeedback.objects.create(thread=item.thread, item=item, scope="user-1", kind="positive")

    waiting.delete_thread("thr_1", ctx)

    for model in (ChatThread, ChatThreadItem, ChatAttachment, ChatFeedback):
        assert model.objects.count() == 0


# Somebody else's

STRANGERS = [
    context("user-2"),
    context("USER-1"),
    context("user-1 "),
    context("usér-1"),
    context(assistant="support"),
]


@pytest.mark.parametrize("stranger", STRANGERS, ids=repr)
def test_a_thread_exists_for_its_scope_and_assistant_alone(
    waiting: WaitingStore, stranger: Any
) -> None:
    waiting.save_thread(thread(title="Mine"), context())

    with pytest.raises(NotFoundError):
        waiting.load_thread("thr_1", stranger)
    with pytest.raises(NotFoundError):
        waiting.save_thread(thread(title="Taken"), stranger)
    with pytest.raises(NotFoundError):
        waiting.delete_thread("thr_1", stranger)
    assert waiting.load_threads(10, None, "asc", stranger).data == []
    assert waiting.load_threads(10, "thr_1", "asc", stranger).data == []

    assert ChatThread.objects.get().title == "Mine"


@pytest.mark.parametrize("thread_id", ["THR_1", "thr_1 ", "thr_í", "thr_2"])
def test_ids_are_compared_letter_by_letter(waiting: WaitingStore, thread_id: str) -> None:
    waiting.save_thread(thread(), context())

    with pytest.raises(NotFoundError):
        waiting.load_thread(thread_id, context())


def test_a_copy_of_a_conversation_at_openai_is_not_the_stores(waiting: WaitingStore) -> None:
    waiting.save_thread(thread(), context())
    ChatThread.objects.update(is_mirror=True)

    with pytest.raises(NotFoundError):
        waiting.load_thread("thr_1", context())


# Cost


def test_each_operation_on_threads_has_a_bounded_number_of_queries(
    waiting: WaitingStore, work: Work
) -> None:
    ctx = context()
    with work(2):  # is it there, and its row
        waiting.save_thread(thread(), ctx)
    with work(2):
        waiting.save_thread(thread(title="New"), ctx)
    with work(1):
        waiting.save_thread(thread(title="New"), ctx)
    with work(1):
        waiting.load_thread("thr_1", ctx)
    with work(1):
        waiting.load_threads(20, None, "desc", ctx)
    with work(2):
        waiting.load_threads(20, "thr_1", "desc", ctx)
