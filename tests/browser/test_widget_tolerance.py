"""Widgets that are not as they should be, and widgets in the other colour scheme."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.widgets import fixture, painted, show, styles

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("D12")]

NOW = "2026-03-02T10:00:00Z"


def received(chat: Chat, root: Any, options: str = "{}") -> Locator:
    """The page gets a widget as it is, whatever the SDK would say to it."""
    thread = {"id": "thr_1", "created_at": NOW, "status": {"type": "active"}}
    item = {"id": "wid_1", "thread_id": "thr_1", "created_at": NOW, "type": "widget"}
    chat.server_sends(
        "threads.create",
        {"type": "thread.created", "thread": {**thread, "items": {"data": [], "has_more": False}}},
        {"type": "thread.item.done", "item": {**item, "widget": root}},
    )
    chat.open(options)
    chat.ask("Show")
    drawn = chat.page.locator(".ck-w")
    expect(drawn).to_be_visible(timeout=PATIENCE)
    return drawn


def test_what_is_null_is_not_there(chat: Chat) -> None:
    nothing = dict.fromkeys(
        "key id size padding status confirm cancel background border theme asForm collapsed".split()
    )
    empty = dict.fromkeys(
        "children data series xAxis options src label color onClickAction".split()
    )
    kinds = "Box Row Table Chart Image Select Badge Button Transition Icon Divider".split()
    root = received(
        chat,
        {
            "type": "Card",
            **nothing,
            "children": [
                None,
                *({"type": kind, **empty} for kind in kinds),
                {"type": "Text", "value": None, "color": None},
                {"type": "Text", "value": "Still here"},
            ],
        },
    )

    expect(root.get_by_text("Still here")).to_be_visible()
    expect(root.get_by_text("null")).to_have_count(0)
    expect(root.get_by_text("undefined")).to_have_count(0)


def test_what_is_unknown_shows_its_words_and_what_is_in_it(chat: Chat) -> None:
    button = {"type": "Button", "label": "Board"}
    hologram = {"type": "Hologram", "title": "A ship in the air", "beam": 7, "children": [button]}
    root = received(chat, {"type": "Card", "shine": True, "children": [hologram, "words", 5]})

    expect(root.get_by_text("A ship in the air")).to_be_visible()
    expect(root.get_by_role("button", name="Board")).to_be_visible()
    expect(root.get_by_text("7")).to_have_count(0)


def test_values_of_the_wrong_kind_are_passed_over(chat: Chat) -> None:
    wrong = {"size": [], "weight": 5, "color": {"light": 3}, "textAlign": {}, "maxLines": "many"}
    root = received(
        chat,
        {
            "type": "Card",
            "size": "enormous",
            "padding": True,
            "children": [
                {"type": "Title", "value": 1864, **wrong},
                {"type": "Chart", "data": "many", "series": {"dataKey": 4}, "xAxis": 9},
                {"type": "Table", "children": [{"children": [{"children": "words"}]}]},
                {"type": "Image", "src": {"light": "x"}, "alt": "No picture"},
            ],
        },
    )

    expect(root.get_by_role("heading", name="1864")).to_be_visible()
    expect(root.get_by_text("No data")).to_be_visible()
    expect(root.get_by_text("No picture")).to_be_visible()
    assert styles(root.locator(".ck-w-card-body"), "padding-left") == ["16px"]


def test_a_bottomless_widget_leaves_the_rest_of_it_and_of_the_chat(chat: Chat) -> None:
    deep: dict[str, Any] = {"type": "Text", "value": "bottom"}
    for _ in range(400):
        deep = {"type": "Box", "children": [deep]}
    after = {"type": "Text", "value": "After the pit"}
    root = received(chat, {"type": "Card", "children": [deep, after]})

    expect(root.get_by_text("After the pit")).to_be_visible()
    expect(root.get_by_text("bottom")).to_have_count(0)
    expect(chat.box).to_be_enabled()


def test_ten_megabytes_of_widget_leave_the_chat_usable(chat: Chat) -> None:
    words = "All work and no play. " * 45
    many = [{"type": "Text", "value": words, "id": f"line-{n}"} for n in range(10_000)]
    root = received(
        chat, {"type": "Card", "children": [{"type": "Title", "value": "The log"}, *many]}
    )

    expect(root.get_by_role("heading", name="The log")).to_be_visible()
    assert 1000 < root.locator(".ck-w-text").count() < 2001
    chat.box.fill("Still there?")
    expect(chat.send_button).to_be_enabled()


LIGHT_ON_DARK = pytest.mark.parametrize(
    ("page_scheme", "own", "is_dark"), [("light", "dark", True), ("dark", "light", False)]
)


@LIGHT_ON_DARK
def test_a_forced_theme_reaches_charts_tables_and_what_opens(
    chat: Chat, page_scheme: str, own: str, is_dark: bool
) -> None:
    root = show(chat, f"forced-{own}", options=f"{{theme: '{page_scheme}'}}")
    expect(root.locator(".ck-w-plot svg")).to_be_visible()
    root.get_by_role("combobox").click()
    popup = chat.page.locator("dialog[open]")
    expect(popup).to_be_visible()

    def is_dark_colour(element: Locator, name: str) -> bool:
        return sum(painted(element, styles(element, name)[0])[:3]) < 384

    card = root.locator(".ck-w-card")
    assert styles(card, "color-scheme") == [own]
    for surface in (card, popup):
        assert is_dark_colour(surface, "background-color") == is_dark
    chart_text = root.locator(".ck-w-category").first
    head = root.get_by_role("columnheader").last
    for words in (root.get_by_text("Words"), popup.get_by_role("option"), head):
        assert is_dark_colour(words, "color") != is_dark
    assert is_dark_colour(chart_text, "fill") != is_dark
    bar = painted(root, styles(root.locator(".ck-w-bar").first, "fill")[0])
    assert (sum(bar[:3]) > 450) == is_dark


@LIGHT_ON_DARK
def test_a_basic_widget_of_the_other_theme_can_be_read(
    chat: Chat, page_scheme: str, own: str, is_dark: bool
) -> None:
    basic = {"type": "Basic", "theme": own, "children": fixture("text")["children"][:1]}
    root = show(chat, basic, options=f"{{theme: '{page_scheme}'}}").locator(".ck-w-basic")
    behind = painted(root, styles(root, "background-color")[0])
    words = painted(root, styles(root.get_by_text("Bold"), "color")[0])

    assert behind[3] == 255
    assert (sum(behind[:3]) < 384) == is_dark
    assert (sum(words[:3]) < 384) != is_dark


def test_a_forced_theme_keeps_the_accent_of_the_site(chat: Chat) -> None:
    card = {
        "type": "Card",
        "theme": "dark",
        "children": [{"type": "Button", "label": "Go", "style": "primary"}],
    }
    theme = "{theme: {color: {accent: {primary: '#b91c1c', level: 2}}}}"
    button = show(chat, card, options=theme).get_by_role("button", name="Go")

    red = painted(button, styles(button, "background-color")[0])
    assert red[0] > 150
    assert max(red[1:3]) < 100
