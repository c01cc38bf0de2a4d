"""The bar on top."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.plays import say

pytestmark = [pytest.mark.browser, pytest.mark.socket]


@pytest.mark.row("C15")
def test_the_title_is_the_conversations(chat: Chat) -> None:
    chat.answers_with("Name it", {"thread": {"title": "The lamp"}}, say("Named."))
    chat.open()
    expect(chat.page.get_by_role("banner").get_by_role("heading")).to_have_count(0)

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
    expect(chat.page.get_by_role("banner")).to_have_count(0)
    expect(chat.page.get_by_role("button", name="Chat history")).to_have_count(0)
