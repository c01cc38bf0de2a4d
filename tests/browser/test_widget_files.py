"""Widgets of ChatKit's public repositories, and our own of every kind, as visitors see them.

``CHATKIT_WIDGET_FILES`` names a folder with clones of repositories, whose files are drawn too.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.plays import done
from tests.conformance.sources import unpacked
from tests.widget_examples import OWN, Example, Json, in_folder, in_python

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("D11")]

PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'
WORDS = {"Text": "value", "Title": "value", "Caption": "value", "Badge": "label", "Button": "label"}


def words(widget: Json) -> Iterator[str]:
    """What has to be read on the screen."""
    children = widget.get("children") or []
    limit = widget.get("limit")
    shown = 5 if limit == "auto" else limit
    for child in (children if isinstance(children, list) else [children])[:shown]:
        yield from words(child)
    said = widget.get(WORDS.get(str(widget["type"]), ""))
    if said and not widget.get("editable"):
        yield said


def expect_drawn(chat: Chat, examples: list[Example]) -> None:
    chat.page.route(
        "**/*.{png,jpg,svg}", lambda route: route.fulfill(body=PIXEL, content_type="image/svg+xml")
    )
    chat.open()
    for number, (name, widget) in enumerate(examples):
        play = f"Show {name}"
        chat.answers_with(play, done({"id": "$widget", "type": "widget", "widget": widget}))
        chat.ask(play)
        view = chat.page.locator("chatkit-widget").nth(number)
        expect(view.locator(".ck-w > :not(.ck-w-notice)"), name).not_to_have_count(0)
        expect(view.locator(".ck-w-unknown, .fallback"), name).to_have_count(0)
        for text in words(widget):
            expect(view, name).to_contain_text(" ".join(text.split()))
    assert chat.events("error", "log") == []


def test_every_component_of_a_file_is_drawn(chat: Chat) -> None:
    expect_drawn(chat, list(in_folder(OWN)))


def test_every_widget_of_the_sdks_own_tests_is_drawn(chat: Chat, tmp_path: Path) -> None:
    examples = list(in_python(unpacked("openai-chatkit", tmp_path) / "tests"))

    assert len(examples) >= 20
    expect_drawn(chat, examples)


def test_every_widget_of_the_public_repositories_is_drawn(chat: Chat) -> None:
    folder = os.environ.get("CHATKIT_WIDGET_FILES")
    if not folder:
        pytest.skip("CHATKIT_WIDGET_FILES names no folder.")
    examples = list(in_folder(Path(folder)))

    assert examples
    expect_drawn(chat, examples)


def test_a_template_that_lacks_data_is_told_to_the_visitor_with_a_way_on(chat: Chat) -> None:
    chat.answers_with("Tides", {"template": "tides", "data": {"tides": []}})
    chat.open()
    chat.ask("Tides")

    bar = chat.page.get_by_role("alert")
    expect(bar).to_contain_text("The response ended with an error.")
    expect(bar.get_by_role("button", name="Try again")).to_be_visible()


def test_a_template_is_built_by_the_server_and_used_by_the_visitor(chat: Chat) -> None:
    tides = [{"id": "low", "label": "Low water", "time": "10:31", "color": "blue-500"}]
    data = {"harbour": "North harbour", "selected": None, "tides": tides}
    chat.answers_with("Tides", {"template": "tides", "data": data})
    chosen = {"template": "tides", "data": {**data, "selected": "low"}}
    chat.answers_with("action:tide.select", chosen)
    chat.open()
    chat.ask("Tides")
    low = chat.page.get_by_role("button", name="Low water at 10:31")
    low.focus()
    chat.page.keyboard.press("Enter")

    expect(low).to_have_count(0)
    expect(chat.page.get_by_text("Low water at 10:31")).to_have_css("font-weight", "600")
    sent = chat.requests[-1]["params"]["action"]
    assert sent == {"type": "tide.select", "payload": {"id": "low", "all": tides}}
