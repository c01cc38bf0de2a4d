"""Replying to a passage of an answer."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat
from tests.browser.plays import say

pytestmark = [pytest.mark.browser, pytest.mark.socket]

ANSWER = "The lamp **turns** all night.\n\nThe keeper sleeps by day."
SELECT = """([from, to]) => {
    const parts = chat.shadowRoot.querySelectorAll(".assistant-message p");
    const range = document.createRange();
    range.setStart(parts[from], 0);
    range.setEnd(parts[to], parts[to].childNodes.length);
    const selection = chat.shadowRoot.getSelection?.() ?? document.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
}"""


def reply_button(chat: Chat) -> Locator:
    return chat.page.get_by_role("button", name="Reply", exact=True)


def quote_bar(chat: Chat) -> Locator:
    return chat.page.locator("openai-chatkit .composer-quote-text")


def conversation(chat: Chat) -> None:
    chat.answers_with("Tell me", say(ANSWER))
    chat.open()
    chat.ask("Tell me")
    expect(chat.answers.get_by_role("paragraph")).to_have_count(2)


@pytest.mark.row("C30")
def test_a_selected_passage_is_quoted_sent_and_shown(chat: Chat) -> None:
    conversation(chat)
    chat.answers.get_by_role("paragraph").first.click(click_count=3)

    reply_button(chat).click()

    expect(quote_bar(chat)).to_have_text("The lamp turns all night.")
    expect(reply_button(chat)).to_have_count(0)
    expect(chat.box).to_be_focused()
    chat.ask("Why?")
    assert chat.requests[-1]["params"]["input"]["quoted_text"] == "The lamp turns all night."
    quote = chat.questions.last.get_by_role("blockquote")
    expect(quote).to_have_text("The lamp turns all night.")
    expect(quote_bar(chat)).to_have_count(0)

    thread_id = chat.thread_id
    chat.open(f'{{initialThread: "{thread_id}"}}')
    chat.expect_answer("Echo: Why?")
    expect(quote).to_have_text("The lamp turns all night.")


@pytest.mark.row("C30")
def test_by_keyboard_tab_goes_to_the_reply_and_escape_away(chat: Chat) -> None:
    conversation(chat)
    chat.page.get_by_role("log").focus()
    chat.page.evaluate(SELECT, [0, 1])
    expect(reply_button(chat)).to_be_visible()
    chat.page.keyboard.press("Tab")
    expect(reply_button(chat)).to_be_focused()
    chat.page.keyboard.press("Escape")
    expect(reply_button(chat)).to_have_count(0)
    expect(chat.page.get_by_role("log")).to_be_focused()

    chat.page.evaluate(SELECT, [1, 1])
    expect(reply_button(chat)).to_be_visible()
    chat.page.keyboard.press("Tab")
    expect(reply_button(chat)).to_be_focused()
    chat.page.keyboard.press("Enter")

    expect(quote_bar(chat)).to_have_text("The keeper sleeps by day.")
    expect(chat.box).to_be_focused()


@pytest.mark.row("C30")
def test_a_passage_of_several_paragraphs_keeps_its_lines(chat: Chat) -> None:
    conversation(chat)
    chat.page.evaluate(SELECT, [0, 1])

    reply_button(chat).click()
    chat.ask("Why?")

    assert (
        chat.requests[-1]["params"]["input"]["quoted_text"]
        == "The lamp turns all night.\n\nThe keeper sleeps by day."
    )


@pytest.mark.row("C30")
def test_what_the_visitor_said_is_not_quoted(chat: Chat) -> None:
    conversation(chat)
    chat.page.evaluate(SELECT, [0, 0])
    expect(reply_button(chat)).to_be_visible()

    chat.questions.locator(".bubble").click(click_count=3)

    expect(reply_button(chat)).to_have_count(0)


@pytest.mark.row("C30")
def test_a_quote_can_be_taken_off(chat: Chat) -> None:
    conversation(chat)
    chat.call('setComposerValue({reply: "What was said"})')
    expect(quote_bar(chat)).to_have_text("What was said")

    chat.page.get_by_role("button", name="Remove quote").click()
    chat.ask("Plain")

    expect(chat.questions.last.get_by_role("blockquote")).to_have_count(0)
    assert chat.requests[-1]["params"]["input"]["quoted_text"] == ""
