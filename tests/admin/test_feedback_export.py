"""Feedback as JSON Lines, from the admin's list."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from django_chatkit.models import ChatFeedback
from django_chatkit.services.feedback import feedback_lines
from tests.admin.conversations import answered, exchange, item, make_thread, said

LIST = reverse("admin:django_chatkit_chatfeedback_changelist")
EXPORT = reverse("admin:django_chatkit_chatfeedback_export")
JUDGED_AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def judged(number: int, kind: str, messages: int = 4) -> ChatFeedback:
    """A verdict on the last of a thread's messages."""
    thread = make_thread(number, title=f"Conversation {number}")
    return ChatFeedback.objects.create(
        thread=thread,
        item=exchange(thread, messages)[-1],
        scope=thread.scope,
        kind=kind,
        updated_at=JUDGED_AT,
    )


def lines(client: Client, query: str = "") -> list[dict[str, Any]]:
    answer = client.get(EXPORT + query)
    assert answer.status_code == 200
    body = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    return [json.loads(line)["item"] for line in body.splitlines()]


def test_a_verdict_comes_with_what_was_said_before_it(lead: Client) -> None:
    feedback = judged(1, "negative")

    assert lines(lead) == [
        {
            "verdict": "negative",
            "type": "assistant_message",
            "answer": "Answer 4",
            "messages": [
                {"role": "user", "content": "Question 1"},
                {"role": "assistant", "content": "Answer 2"},
                {"role": "user", "content": "Question 3"},
            ],
            "assistant": "default",
            "thread_id": feedback.thread.id,
            "item_id": feedback.item.id,
            "scope": feedback.scope,
            "judged_at": "2026-11-21T12:00:00+00:00",
        }
    ]


def test_only_the_nearest_messages_come_along(lead: Client) -> None:
    judged(1, "positive", messages=60)

    (line,) = lines(lead)
    assert [message["content"] for message in line["messages"][::19]] == [
        "Answer 40",
        "Question 59",
    ]


def test_a_judged_widget_is_its_payload_and_hidden_items_stay_hidden(lead: Client) -> None:
    thread = make_thread()
    item(thread, 1, "user_message", said("Weather?")).save()
    item(thread, 2, "hidden_context_item", {"content": "margin"}).save()
    widget = item(thread, 3, "widget", {"widget": {"type": "Card", "children": []}})
    widget.save()
    ChatFeedback.objects.create(thread=thread, item=widget, scope=thread.scope, kind="positive")

    (line,) = lines(lead)
    assert line["answer"]["widget"] == {"type": "Card", "children": []}
    assert line["messages"] == [{"role": "user", "content": "Weather?"}]


def test_the_lists_filters_are_the_exports(lead: Client) -> None:
    judged(1, "negative")
    judged(2, "positive")

    page = lead.get(LIST + "?kind__exact=positive").content.decode()

    assert f'href="{EXPORT}?kind__exact=positive"' in page
    assert [line["verdict"] for line in lines(lead, "?kind__exact=positive")] == ["positive"]


def test_an_export_takes_the_permission_to_read_conversations(
    staff: Callable[..., Client],
) -> None:
    judged(1, "negative")
    looking = staff("view_chatfeedback")

    assert "export/" not in looking.get(LIST).content.decode()
    assert looking.get(EXPORT).status_code == 403


def test_hundreds_of_verdicts_are_exported(lead: Client) -> None:
    thread = make_thread()
    answers = [item(thread, number, "assistant_message", answered("A")) for number in range(250)]
    for answer in answers:
        answer.save()
    ChatFeedback.objects.bulk_create(
        ChatFeedback(thread=thread, item=answer, scope=thread.scope, kind="positive")
        for answer in answers
    )

    assert len(lines(lead)) == 250


@pytest.mark.database
def test_each_verdict_of_a_thread_has_its_own_messages(lead: Client) -> None:
    thread = make_thread()
    messages = exchange(thread, 60)
    for number in (4, 30, 32, 60):
        ChatFeedback.objects.create(
            thread=thread,
            item=messages[number - 1],
            scope=thread.scope,
            kind="positive",
            updated_at=JUDGED_AT + timedelta(minutes=number),
        )

    spans = {
        line["answer"]: (line["messages"][0]["content"], line["messages"][-1]["content"])
        for line in lines(lead)
    }

    assert spans == {
        "Answer 4": ("Question 1", "Question 3"),
        "Answer 30": ("Answer 10", "Question 29"),
        "Answer 32": ("Answer 12", "Question 31"),
        "Answer 60": ("Answer 40", "Question 59"),
    }


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.parametrize("count", [1, 100])
def test_a_hundred_verdicts_cost_as_many_queries_as_one(
    count: int, django_assert_num_queries: Any
) -> None:
    for number in range(1, count + 1):
        judged(number, "negative")

    with django_assert_num_queries(2):
        assert len(list(feedback_lines(ChatFeedback.objects.order_by("sequence")))) == count
