"""Errors, statuses and widgets as events, in whatever order agents send them. Rows A06, A22, A28."""

from typing import Any

import pytest

from tests.acceptance.conftest import Chatter, kinds

pytestmark = pytest.mark.socket

CARD: dict[str, Any] = {"type": "Card", "children": [{"type": "Text", "id": "t", "value": "Hi"}]}


def event(kind: str, **fields: Any) -> dict[str, Any]:
    return {"event": {"type": kind, **fields}}


def test_an_answer_may_go_on_after_an_error(someone: Chatter) -> None:
    """A28"""
    thread_id, events = someone.begin(
        event("error", code="custom", message="Half of it failed.", allow_retry=False),
        {"say": "Here is the other half."},
    )

    assert kinds(events)[3:] == ["error", "thread.item.done(assistant_message)"]
    assert someone.said(thread_id) == ["Here is the other half."]


def test_an_agents_own_error_is_passed_on_as_it_is(someone: Chatter) -> None:
    """A28"""
    _, events = someone.begin(
        event("error", code="stream.error", allow_retry=False), {"say": "Anyway."}
    )

    assert events[3] == {"type": "error", "code": "stream.error", "allow_retry": False}


@pytest.mark.parametrize("status", ["locked", "closed"])
@pytest.mark.parametrize("reason", [None, "", "Moved to the phone"])
def test_an_agent_may_end_the_conversation(
    someone: Chatter, status: str, reason: str | None
) -> None:
    """A06: the answer that does it is finished."""
    given = {"type": status} if reason is None else {"type": status, "reason": reason}

    thread_id, events = someone.begin({"say": "Good-bye."}, {"set": {"status": given}})

    assert events[-1]["type"] == "thread.updated"
    assert events[-1]["thread"]["status"] == given
    assert someone.said(thread_id) == ["Good-bye."]
    [listed] = someone.ask("threads.list").json()["data"]
    assert listed["status"] == given


def test_a_root_that_grows_is_shown_as_it_grows_and_kept_as_it_ended(someone: Chatter) -> None:
    """A22"""
    root = {**CARD, "border": {"size": 1}, "children": [*CARD["children"], {"type": "Divider"}]}
    item = {"type": "widget", "id": "msg_w", "widget": CARD}

    thread_id, events = someone.begin(
        event("thread.item.added", item=item),
        event(
            "thread.item.updated",
            item_id="msg_w",
            update={"type": "widget.root.updated", "widget": root},
        ),
        event("thread.item.done", item={**item, "widget": root}),
    )

    assert kinds(events)[3:] == [
        "thread.item.added(widget)",
        "thread.item.updated",
        "thread.item.done(widget)",
    ]
    assert len(events[4]["update"]["widget"]["children"]) == 2
    stored = someone.items(thread_id)[1]
    assert stored == events[5]["item"]
    assert stored["widget"]["border"] == {"size": 1}


def test_an_item_that_is_taken_back_is_gone(someone: Chatter) -> None:
    task = {"type": "task", "id": "tsk_1", "task": {"type": "custom", "title": "Look"}}

    thread_id, events = someone.begin(
        event("thread.item.done", item=task),
        event("thread.item.removed", item_id="tsk_1"),
        {"say": "Done"},
    )

    assert events[4] == {"type": "thread.item.removed", "item_id": "tsk_1"}
    assert [item["type"] for item in someone.items(thread_id)] == [
        "user_message",
        "assistant_message",
    ]


def test_an_agent_that_says_nothing_leaves_a_thread_with_a_question(someone: Chatter) -> None:
    thread_id, events = someone.begin({"set": {"title": "Silence"}})

    assert kinds(events) == [
        "thread.created",
        "thread.item.done(user_message)",
        "stream_options",
        "thread.updated",
    ]
    assert [item["type"] for item in someone.items(thread_id)] == ["user_message"]
