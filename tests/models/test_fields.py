"""Columns that behave the same on every database."""

from typing import Any

import pytest

from django_chatkit.models import (
    ChatAttachment,
    ChatFeedback,
    ChatSession,
    ChatThread,
    ChatThreadItem,
)
from tests.models.rows import attachment, feedback, item, session, thread

pytestmark = [pytest.mark.django_db, pytest.mark.database]

TWINS = ("A", "a", "á", "a\u0301", "a ", " a", "ａ")
"""Values that some collation takes for the same."""


@pytest.mark.parametrize("wanted", TWINS, ids=ascii)
def test_owners_that_look_alike_are_told_apart(wanted: str) -> None:
    for number, scope in enumerate(TWINS):
        thread(f"thr_{number}", scope=scope)

    assert [row.scope for row in ChatThread.objects.filter(scope=wanted)] == [wanted]
    assert ChatThread.objects.filter(scope__in=[wanted]).count() == 1


def test_ids_that_look_alike_can_stand_side_by_side() -> None:
    for twin in TWINS:
        thread(twin)
        attachment(twin)
        session(twin)
    first = ChatThread.objects.get(id="a")
    for position, twin in enumerate(TWINS):
        item(first, twin, position)

    for model in (ChatThread, ChatAttachment, ChatSession, ChatThreadItem):
        assert set(model.objects.values_list("id", flat=True)) == set(TWINS)


def test_whose_feedback_it_is_is_told_apart() -> None:
    judged = item(thread())
    for twin in TWINS:
        feedback(judged, twin)

    assert ChatFeedback.objects.filter(scope="a").count() == 1


def test_assistants_that_look_alike_are_told_apart() -> None:
    for number, twin in enumerate(TWINS):
        thread(f"thr_{number}", assistant=twin)

    assert ChatThread.objects.filter(assistant="a").count() == 1


def test_a_join_compares_letter_by_letter_too() -> None:
    item(thread("thr_a", scope="a"), "msg_a")
    item(thread("thr_A", scope="A"), "msg_A")

    found = ChatThreadItem.objects.filter(thread__scope="A").values_list("id", flat=True)
    assert list(found) == ["msg_A"]


def test_the_widest_owner_fits() -> None:
    row = thread(scope="é" * 255, assistant="ü" * 100)

    assert ChatThread.objects.get(scope="é" * 255) == row


def nested(levels: int) -> Any:
    value: Any = "deep"
    for level in range(levels):
        value = {"children": [value]} if level % 2 else [value]
    return value


@pytest.mark.parametrize("column", ["payload", "private_metadata"])
def test_threads_keep_documents_of_any_depth(column: str) -> None:
    columns: dict[str, Any] = {column: {"root": nested(100)}}
    thread(**columns)

    assert getattr(ChatThread.objects.get(), column) == {"root": nested(100)}


def test_items_keep_documents_of_any_depth() -> None:
    item(thread(), payload={"widget": nested(100)})

    assert ChatThreadItem.objects.get().payload == {"widget": nested(100)}


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"text": "é 😀 \u2028 \\u0000 \"quoted\" 'single' %s"},
        {"numbers": [0, -1, 1.5, 2**53], "null": None, "true": True},
        {"": {" ": []}},
    ],
    ids=ascii,
)
def test_documents_come_back_as_they_were(value: Any) -> None:
    thread(payload=value)

    assert ChatThread.objects.get().payload == value


def test_a_document_can_be_changed_in_a_query() -> None:
    thread(payload={"old": 1})

    ChatThread.objects.update(payload={"new": [1, {"a": None}]})

    assert ChatThread.objects.get().payload == {"new": [1, {"a": None}]}


def test_a_document_can_be_searched() -> None:
    thread("thr_1", payload={"kind": {"name": "a"}})
    thread("thr_2", payload={"kind": {"name": "b"}})

    found = ChatThread.objects.filter(payload__kind__name="b").values_list("id", flat=True)
    assert list(found) == ["thr_2"]
