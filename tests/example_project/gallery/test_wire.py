"""The check of the scenes' frames finds what no server would send."""

from typing import Any

import pytest

from gallery.scenes.frames import answered, asked, done, widget
from tests.example_project.gallery.wire import complaints

CARD: dict[str, Any] = {"type": "Card", "children": [{"type": "Text", "value": "Hello"}]}


@pytest.mark.parametrize("item", [asked("Hello"), answered("Hello"), widget(CARD)])
def test_what_a_server_would_send_is_right(item: dict[str, Any]) -> None:
    assert complaints("event", done(item)) == []


@pytest.mark.parametrize(
    ("event", "complaint"),
    [
        ({"type": "progress_update", "text": "Reading", "icon": "upload"}, "icon"),
        ({"type": "progress_update"}, "Field required"),
        ({"type": "notice", "level": "info", "message": "Hi", "colour": "red"}, "event.colour"),
        (done({**answered("Hello"), "text": "Hello"}), "event.item.text is not sent"),
        (done(widget({"type": "Card", "children": [{"type": "Lamp"}]})), "component Lamp"),
        (done(widget({**CARD, "shape": "round"})), "Card has no shape"),
        (done(widget({**CARD, "size": "huge"})), "Card: 1 validation error"),
    ],
)
def test_what_no_server_would_send_is_found(event: dict[str, Any], complaint: str) -> None:
    assert any(complaint in found for found in complaints("event", event))
