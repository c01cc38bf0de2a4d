"""The bar on top."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.plays import say

pytestmark = [pytest.mark.browser, pytest.mark.socket]

ROOT = Path(__file__).resolve().parents[2]
NAMES = (ROOT / "frontend/src/options/icon-names.ts").read_text()
HEADER_ICONS = " ".join(
    re.findall(r'"(.*?)"', NAMES[NAMES.index("HEADER_ICONS") : NAMES.index("CHATKIT_ICONS")])
).split()
DOT = "M12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6z"


@pytest.mark.row("C15")
def test_the_title_is_the_conversations(chat: Chat) -> None:
    chat.answers_with("Name it", {"thread": {"title": "The lamp"}}, say("Named."))
    chat.open()
    expect(chat.page.locator(".header h2")).to_have_count(0)

    chat.ask("Name it")

    expect(chat.page.get_by_role("heading", name="The lamp")).to_be_visible()


@pytest.mark.row("C15")
def test_the_title_can_be_the_pages_or_none(chat: Chat) -> None:
    chat.answers_with("Name it", {"thread": {"title": "The lamp"}}, say("Named."))
    chat.open('{header: {title: {text: "Keeper"}}}')
    chat.ask("Name it")
    expect(chat.page.get_by_role("heading", name="Keeper")).to_be_visible()

    chat.set_options("{header: {title: {enabled: false}}}")

    expect(chat.page.get_by_role("heading", name="Keeper")).to_have_count(0)
    expect(chat.page.get_by_role("heading", name="The lamp")).to_have_count(0)


@pytest.mark.row("C15")
def test_the_pages_own_buttons_call_the_page(chat: Chat) -> None:
    chat.open("""{header: {
        leftAction: { icon: "settings-cog", onClick: () => chatCalls.push(["left"]) },
        rightAction: { icon: "close", onClick: () => chatCalls.push(["right"]) },
    }}""")

    chat.page.get_by_role("button", name="Settings cog").click()
    chat.page.get_by_role("button", name="Close").click()

    assert (chat.calls("left"), chat.calls("right")) == ([[]], [[]])


@pytest.mark.row("C15")
def test_every_icon_of_the_types_is_drawn(chat: Chat) -> None:
    chat.open()
    outlines: dict[str, tuple[str | None, str | None]] = {}
    for name in HEADER_ICONS:
        button = f'{{ icon: "{name}", onClick() {{}} }}'
        chat.set_options(f"{{header: {{ leftAction: {button} }}}}")
        action = chat.page.locator('[data-action="header-action"]')
        words = name.replace("-", " ").capitalize()
        expect(action).to_have_attribute("aria-label", words)
        path = action.locator("svg.ck-icon path")
        expect(path).to_have_count(1)
        outlines[name] = (path.get_attribute("d"), path.get_attribute("fill"))

    assert len(HEADER_ICONS) == 46
    assert [name for name, (outline, _) in outlines.items() if outline in {None, "", DOT}] == []
    assert len(set(outlines.values())) == 46


@pytest.mark.row("C15")
def test_without_history_there_is_no_way_to_it(chat: Chat) -> None:
    chat.open("{history: {enabled: false}}")

    expect(chat.page.get_by_role("button", name="Chat history")).to_have_count(0)
    chat.call("showHistory()")
    expect(chat.history).to_have_count(0)
    assert chat.events("history.open") == []


@pytest.mark.row("C15")
def test_the_header_can_be_left_out(chat: Chat) -> None:
    chat.open("{header: {enabled: false}}")

    expect(chat.greeting).to_be_visible()
    expect(chat.page.locator(".header")).to_have_count(0)
    expect(chat.page.get_by_role("button", name="Chat history")).to_have_count(0)
