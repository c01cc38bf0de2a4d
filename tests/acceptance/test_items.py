"""Items of every kind, and what is in the database of those nobody sees. Rows A21, A34, B05, B06."""

from typing import Any

import pytest
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from tests import services
from tests.acceptance.conftest import (
    Chatter,
    Gates,
    Reader,
    events_of,
    kinds,
    user_input,
    wait_until,
)
from tests.servers import Site

pytestmark = pytest.mark.socket

CARD = {"type": "Card", "children": [{"type": "Text", "id": "t", "value": "Hi"}]}
SOURCE = {"type": "url", "title": "A", "url": "https://example.com/a"}

ITEMS: dict[str, dict[str, Any]] = {
    "annotations": {
        "type": "assistant_message",
        "content": [
            {
                "type": "output_text",
                "text": "See there",
                "annotations": [{"type": "annotation", "source": SOURCE, "index": 3}],
            }
        ],
    },
    "client_tool_call": {
        "type": "client_tool_call",
        "call_id": "call_1",
        "name": "look",
        "arguments": {"at": None},
    },
    "widget": {"type": "widget", "widget": CARD, "copy_text": "Hi"},
    "generated_image": {
        "type": "generated_image",
        "image": {"id": "img_1", "url": "https://example.com/1.png"},
    },
    "structured_input": {
        "type": "structured_input",
        "inputs": [{"type": "freeform", "id": "why", "question": "Why?"}],
    },
    "workflow": {
        "type": "workflow",
        "workflow": {
            "type": "reasoning",
            "tasks": [
                {"type": "thought", "content": "Hm", "status_indicator": "complete"},
                {"type": "web_search", "queries": ["tea"], "sources": [SOURCE]},
                {"type": "file", "sources": [{"type": "file", "title": "F", "filename": "f.txt"}]},
                {"type": "image", "title": "Painting"},
            ],
            "summary": {"title": "Thought", "icon": "lightbulb"},
        },
    },
    "task": {"type": "task", "task": {"type": "custom", "title": "Look", "icon": "search"}},
    "end_of_turn": {"type": "end_of_turn"},
}


@pytest.mark.parametrize("name", ITEMS)
def test_an_item_is_after_a_reload_what_it_was_in_the_answer(someone: Chatter, name: str) -> None:
    thread_id, events = someone.begin(
        {"event": {"type": "thread.item.done", "item": {"id": "item_1", **ITEMS[name]}}}
    )

    sent = events[-1]["item"]
    assert sent["type"] == ITEMS[name]["type"]
    assert someone.items(thread_id)[1] == sent
    opened = someone.ask("threads.get_by_id", thread_id=thread_id).json()
    assert opened["items"]["data"][1] == sent


def test_an_image_appears_as_it_is_painted(someone: Chatter) -> None:
    """A34"""
    item = {"id": "msg_i", "type": "generated_image"}
    parts = [
        {"type": "generated_image.updated", "image": {"id": "img", "url": url}, "progress": done}
        for url, done in (("https://example.com/1.png", 0.5), ("https://example.com/2.png", 1.0))
    ]
    finished = {**item, "image": parts[1]["image"]}

    thread_id, events = someone.begin(
        {"event": {"type": "thread.item.added", "item": item}},
        *(
            {"event": {"type": "thread.item.updated", "item_id": "msg_i", "update": part}}
            for part in parts
        ),
        {"event": {"type": "thread.item.done", "item": finished}},
    )

    assert kinds(events)[3:] == [
        "thread.item.added(generated_image)",
        "thread.item.updated",
        "thread.item.updated",
        "thread.item.done(generated_image)",
    ]
    assert "image" not in events[3]["item"]
    assert [event["update"] for event in events if "update" in event] == parts
    assert someone.items(thread_id)[1]["image"] == parts[1]["image"]


def test_a_sync_action_works_while_an_answer_is_written(someone: Chatter, gates: Gates) -> None:
    """A21: both are kept, and nothing is out of order."""
    widget = {"type": "widget", "id": "msg_w", "widget": CARD}
    thread_id, _ = someone.begin({"event": {"type": "thread.item.done", "item": widget}})
    changed = {"type": "Card", "children": [{"type": "Text", "value": "Changed"}]}
    gate = gates.name()

    with someone.stream(
        "threads.add_user_message",
        thread_id=thread_id,
        input=user_input({"say": "one"}, {"wait": gate}, {"say": "two"}),
    ) as answer:
        gates.wait_for_agent(gate)
        updated = someone.ask(
            "threads.sync_custom_action",
            thread_id=thread_id,
            item_id="msg_w",
            action={"type": "like", "payload": {"widget": changed}},
        )
        gates.open(gate)
        answer.read()

    assert updated.status_code == 200
    items = someone.items(thread_id)
    assert [item["type"] for item in items] == [
        "user_message",
        "widget",
        "user_message",
        "assistant_message",
        "assistant_message",
    ]
    assert items[1] == updated.json()["updated_item"]


@pytest.fixture
def stored_types(stage: Site, django_db_blocker: DjangoDbBlocker) -> Any:
    """The kinds of a thread's items as they are in the site's database, the hidden ones too."""

    def of(thread_id: str) -> list[str]:
        connection = ConnectionHandler({"default": services.database(stage.database)})["default"]
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT item.type FROM django_chatkit_chatthreaditem item"
                " JOIN django_chatkit_chatthread thread ON thread.sequence = item.thread_id"
                " WHERE thread.id = %s ORDER BY item.position",
                [thread_id],
            )
            found = [row[0] for row in cursor.fetchall()]
        connection.close()
        return found

    return of


@pytest.mark.parametrize("step", [{"stall": True}, {"delta": "x" * 300_000}])
def test_a_stop_leaves_one_text_and_one_hidden_marker(
    someone: Chatter, stored_types: Any, step: dict[str, Any]
) -> None:
    """B05"""
    thread_id, _ = someone.begin("Hello")
    script = [{"begin": None}, {"delta": "so far"}, step, step, {"stall": True}]
    with someone.stream(
        "threads.add_user_message", thread_id=thread_id, input=user_input(*script)
    ) as answer:
        Reader(answer).until_delta("so far")
    wait_until(
        lambda: (
            someone.ask(
                "threads.custom_action", thread_id=thread_id, action={"type": "go on"}
            ).status_code
            == 200
        )
    )

    assert stored_types(thread_id) == [
        "user_message",
        "assistant_message",
        "user_message",
        "assistant_message",
        "sdk_hidden_context",
        "assistant_message",
    ]


def test_a_finished_answer_leaves_no_marker(someone: Chatter, stored_types: Any) -> None:
    """B06"""
    thread_id, _ = someone.begin("Hello")
    someone.say(thread_id, "Again")

    assert stored_types(thread_id) == ["user_message", "assistant_message"] * 2


def test_a_widget_that_was_stopped_is_kept_as_it_was_shown(someone: Chatter) -> None:
    thread_id, _ = someone.begin("Hello")
    update = {
        "type": "widget.streaming_text.value_delta",
        "component_id": "t",
        "delta": " there",
        "done": False,
    }
    script = [
        {
            "event": {
                "type": "thread.item.added",
                "item": {"type": "widget", "id": "msg_w", "widget": CARD},
            }
        },
        {"event": {"type": "thread.item.updated", "item_id": "msg_w", "update": update}},
        {"begin": None},
        {"delta": "and"},
        {"stall": True},
    ]
    with someone.stream(
        "threads.add_user_message", thread_id=thread_id, input=user_input(*script)
    ) as answer:
        Reader(answer).until_delta("and")
    wait_until(
        lambda: (
            someone.ask(
                "threads.custom_action", thread_id=thread_id, action={"type": "go on"}
            ).status_code
            == 200
        )
    )

    [widget] = [item for item in someone.items(thread_id) if item["type"] == "widget"]
    assert widget["widget"]["children"][0]["value"] == "Hi there"


def test_a_failed_tool_is_answered_like_any_other(someone: Chatter) -> None:
    """A14: any JSON value is an output, null too."""
    results: list[Any] = [None, False, "", [], {"error": "no"}]
    for result in results:
        thread_id, _ = someone.begin(
            {"event": {"type": "thread.item.done", "item": ITEMS["client_tool_call"]}}
        )
        answer = someone.ask("threads.add_client_tool_output", thread_id=thread_id, result=result)
        assert kinds(events_of(answer))[-1] == "thread.item.done(assistant_message)"
        assert someone.items(thread_id)[1].get("output") == result
