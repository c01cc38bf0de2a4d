"""What the database itself refuses, and what goes with what."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, models

from django_chatkit.models import (
    ChatAttachment,
    ChatFeedback,
    ChatSession,
    ChatThread,
    ChatThreadItem,
)
from tests.models.rows import attachment, feedback, item, session, thread

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.parametrize("make", [thread, attachment, session])
def test_an_id_is_there_once(make: Any) -> None:
    make("same")

    with pytest.raises(IntegrityError):
        make("same")


def test_an_items_id_is_there_once_in_its_thread() -> None:
    one, two = thread("thr_1"), thread("thr_2")
    item(one, "msg_1", 0)
    item(two, "msg_1", 0)

    with pytest.raises(IntegrityError):
        item(one, "msg_1", 1)


def test_a_position_is_taken_once_in_its_thread() -> None:
    only = thread()
    item(only, "msg_1", 0)

    with pytest.raises(IntegrityError):
        item(only, "msg_2", 0)


def test_each_scope_judges_an_item_once() -> None:
    judged = item(thread())
    feedback(judged, "user-1")
    feedback(judged, "user-2")

    with pytest.raises(IntegrityError):
        feedback(judged, "user-1")


def test_a_secret_belongs_to_one_session() -> None:
    session("cksess_1", secret_hash="same")

    with pytest.raises(IntegrityError):
        session("cksess_2", secret_hash="same")


def test_with_a_user_goes_all_that_is_theirs() -> None:
    user = User.objects.create_user("alice")
    theirs = thread(user=user)
    item(theirs)
    attachment(user=user)
    session(user=user)
    others = thread("thr_other", scope="user-2")

    user.delete()

    assert list(ChatThread.objects.all()) == [others]
    for model in (ChatThreadItem, ChatAttachment, ChatSession):
        assert model._default_manager.count() == 0


def test_a_thread_outlives_the_session_that_began_it() -> None:
    begun = thread(session=session())

    ChatSession.objects.all().delete()

    begun.refresh_from_db()
    assert begun.session is None


def test_deleting_a_thread_with_the_orm_leaves_nothing_behind() -> None:
    gone = thread()
    feedback(item(gone))
    attachment(thread=gone)

    gone.delete()

    for model in (ChatThreadItem, ChatFeedback, ChatAttachment):
        assert model._default_manager.count() == 0


@pytest.mark.parametrize(
    ("model", "leading"),
    [
        (ChatThread, ("scope", "assistant", "created_at", "sequence")),
        (ChatThread, ("last_activity_at", "sequence")),
        (ChatThread, ("turn_token",)),
        (ChatThreadItem, ("thread", "id")),
        (ChatThreadItem, ("thread", "position")),
        (ChatSession, ("scope", "assistant", "created_at", "sequence")),
        (ChatSession, ("expires_at",)),
        (ChatSession, ("browser_session_hash",)),
        (ChatAttachment, ("scope", "created_at")),
        (ChatFeedback, ("kind", "updated_at")),
        (ChatFeedback, ("item", "scope")),
    ],
)
def test_every_list_the_product_shows_has_an_index(
    model: type[models.Model], leading: tuple[str, ...]
) -> None:
    indexed = {tuple(index.fields) for index in model._meta.indexes} | {
        tuple(constraint.fields)
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    }

    assert leading in indexed


def test_a_row_is_shown_by_what_people_call_it() -> None:
    titled, untitled = thread("thr_1", title="Plans"), thread("thr_2")
    said = item(titled)

    assert [str(titled), str(untitled), str(said)] == ["Plans", "thr_2", "msg_1"]
    assert [str(feedback(said)), str(attachment()), str(session())] == [
        "positive",
        "notes.txt",
        "cksess_1",
    ]


@pytest.mark.parametrize(
    ("status", "writable"), [("active", True), ("locked", False), ("closed", False)]
)
def test_only_an_active_thread_takes_writes(status: str, writable: bool) -> None:
    assert thread(status=status).is_writable is writable
