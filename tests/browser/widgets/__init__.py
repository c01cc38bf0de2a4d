"""Widgets as JSON, which tests show and which the official packages' types were asked about."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator

from tests.browser.chat import Chat
from tests.browser.plays import done

HERE = Path(__file__).parent
FIXTURES = sorted(path.stem for path in HERE.glob("*.json"))


def fixture(name: str) -> dict[str, Any]:
    """The widget of a file here."""
    root: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return root


def show(
    chat: Chat, widget: str | dict[str, Any], *, options: str = "{}", width: int = 1000
) -> Locator:
    """Have the agent send a widget, or the one of a fixture; returns where it is drawn."""
    root = fixture(widget) if isinstance(widget, str) else widget
    chat.page.set_viewport_size({"width": width, "height": 800})
    chat.answers_with("Show", done({"id": "$widget", "type": "widget", "widget": root}))
    chat.open(options)
    assert chat.call("sendUserMessage({text: 'Show'})") is None
    chat.wait_for_event("response.end")
    drawn = chat.page.locator(".ck-w").last
    drawn.locator(":scope > *").first.wait_for()
    return drawn


def styles(element: Locator, *names: str) -> list[str]:
    """Computed styles."""
    found: list[str] = element.evaluate(
        "(element, names) => names.map((name) => getComputedStyle(element).getPropertyValue(name))",
        list(names),
    )
    return found


def box(element: Locator) -> tuple[float, float, float, float]:
    """Left, top, width and height in px."""
    found = element.bounding_box()
    assert found is not None
    return found["x"], found["y"], found["width"], found["height"]


def painted(element: Locator, colour: str) -> list[int]:
    """A CSS colour as the element would show it: red, green, blue and opacity, each up to 255."""
    found: list[int] = element.evaluate(
        """(element, colour) => {
            const pen = document.createElement("canvas").getContext("2d");
            pen.fillStyle = colour;
            pen.fillRect(0, 0, 1, 1);
            return [...pen.getImageData(0, 0, 1, 1).data];
        }""",
        colour,
    )
    return found
