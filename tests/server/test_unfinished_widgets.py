"""Widgets that an answer has begun and not finished, as the visitor has seen them grow."""

from typing import Any

import pytest
from chatkit.types import ThreadItemAddedEvent, ThreadItemUpdatedEvent, WidgetItem
from pydantic import TypeAdapter

from django_chatkit.server.unfinished import UnfinishedItems
from tests.server.samples import NOON

TEXTS: dict[str, dict[str, Any]] = {
    "classes of the SDK": {"type": "Text", "id": "t", "value": "Hel"},
    "a template": {"type": "Text", "id": "t", "value": "Hel", "unknown": True},
}


def shown(root: dict[str, Any], *updates: dict[str, Any]) -> dict[str, Any]:
    """What would be saved of a widget after these updates."""
    item = {"id": "msg_w", "thread_id": "thr_1", "created_at": NOON, "widget": root}
    items = UnfinishedItems()
    items.follow(ThreadItemAddedEvent(item=WidgetItem.model_validate(item)))
    events = TypeAdapter(ThreadItemUpdatedEvent)
    for update in updates:
        items.follow(events.validate_python({"item_id": "msg_w", "update": update}))
    [taken] = items.take()
    assert isinstance(taken, WidgetItem)
    return taken.widget.model_dump(mode="json", exclude_none=True)


def delta(component_id: str, text: str) -> dict[str, Any]:
    return {
        "type": "widget.streaming_text.value_delta",
        "component_id": component_id,
        "delta": text,
        "done": False,
    }


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_streamed_text_is_kept(text: dict[str, Any]) -> None:
    card = {"type": "Card", "children": [{"type": "Box", "children": [text]}]}

    widget = shown(card, delta("t", "l"), delta("t", "o"))

    assert widget["children"][0]["children"][0]["value"] == "Hello"


def test_a_component_is_the_last_that_was_shown() -> None:
    card = {
        "type": "Card",
        "children": [
            {"type": "Text", "value": "Stays"},
            {"type": "Box", "children": [{"type": "Text", "id": "t", "value": "Old"}]},
        ],
    }
    new = {"type": "Caption", "id": "t", "value": "New"}

    widget = shown(
        card, {"type": "widget.component.updated", "component_id": "t", "component": new}
    )

    assert widget["children"] == [
        {"type": "Text", "value": "Stays"},
        {"type": "Box", "children": [new]},
    ]


def test_text_goes_on_in_a_new_root() -> None:
    new = {"type": "Card", "children": [{"type": "Markdown", "id": "m", "value": ""}]}

    widget = shown(
        {"type": "Card", "children": []},
        {"type": "widget.root.updated", "widget": new},
        delta("m", "Hi"),
    )

    assert widget["children"][0]["value"] == "Hi"


def test_text_for_a_component_that_is_not_there_changes_nothing() -> None:
    assert shown({"type": "Card", "children": []}, delta("x", "y")) == {
        "type": "Card",
        "children": [],
    }
