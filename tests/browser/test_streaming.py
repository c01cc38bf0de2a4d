"""An answer as it arrives, and how it is stopped."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import done, output, say, stream, wait

pytestmark = [pytest.mark.browser, pytest.mark.socket]


@pytest.mark.row("C08")
def test_a_turn_begins_once_and_ends_once(chat: Chat) -> None:
    chat.open()

    chat.ask("One")
    chat.ask("Two")

    names = [name for name, _ in chat.events() if name not in {"ready", "log"}]
    assert names == [
        "response.start",
        "thread.change",
        "response.end",
        "response.start",
        "response.end",
    ]
    assert chat.thread_id.startswith("thr_")


@pytest.mark.row("C09")
def test_words_appear_as_they_come(chat: Chat) -> None:
    chat.answers_with(
        "Tell me", stream("The **lamp**", wait("stream-1"), " burns", wait("stream-2"), " bright.")
    )
    chat.open()
    chat.say("Tell me")
    paragraph = chat.answers.get_by_role("paragraph")

    expect(paragraph).to_have_text("The lamp", timeout=PATIENCE)
    expect(paragraph.locator("strong")).to_have_text("lamp")
    chat.open_gate("stream-1")
    expect(paragraph).to_have_text("The lamp burns")
    expect(chat.stop_button).to_be_visible()
    chat.open_gate("stream-2")
    expect(paragraph).to_have_text("The lamp burns bright.")
    chat.wait_for_event("response.end")
    expect(chat.stop_button).to_have_count(0)


@pytest.mark.row("C09")
def test_what_is_on_the_screen_stays_there_while_more_comes(chat: Chat) -> None:
    words = [f"word{number} " for number in range(60)]
    chat.answers_with("Many", stream("First paragraph.\n\n", wait("still"), *words))
    chat.open()
    chat.say("Many")
    first = chat.answers.get_by_role("paragraph").first
    expect(first).to_have_text("First paragraph.", timeout=PATIENCE)
    chat.page.evaluate("""() => {
        const article = chat.shadowRoot.querySelector("article.assistant-message");
        window.paragraph = article.querySelector("p");
        window.taken = 0;
        new MutationObserver((changes) => {
            for (const change of changes)
                for (const node of change.removedNodes) if (node.nodeType === 1) taken += 1;
        }).observe(article, { childList: true, subtree: true });
    }""")

    chat.open_gate("still")
    chat.wait_for_event("response.end")

    expect(chat.answers.get_by_role("paragraph").last).to_have_text("".join(words).strip())
    assert chat.page.evaluate("paragraph.isConnected && taken") == 0


@pytest.mark.row("C10")
def test_stopping_hangs_up_and_keeps_what_was_said(chat: Chat) -> None:
    chat.answers_with("Long", stream("Half of", wait("never-opened"), " it"))
    chat.open()
    chat.say("Long")
    chat.expect_answer("Half of")

    with chat.page.expect_event("requestfailed") as aborted:
        chat.stop_button.click()

    assert aborted.value.url == f"{chat.site.url}/chatkit/conversation"
    assert aborted.value.failure == "net::ERR_ABORTED"
    chat.wait_for_event("response.end")
    expect(chat.answers.get_by_role("paragraph")).to_have_text("Half of")
    expect(chat.send_button).to_be_visible()
    assert chat.events("error") == []
    thread_id = chat.thread_id
    chat.open(f'{{initialThread: "{thread_id}"}}')
    expect(chat.answers.get_by_role("paragraph")).to_have_text("Half of")


@pytest.mark.row("C10")
def test_an_answer_that_may_not_be_stopped_has_no_stop_button(chat: Chat) -> None:
    options = {"type": "stream_options", "stream_options": {"allow_cancel": False}}
    chat.answers_with("Pay", options, stream("Paying", wait("paid"), "."))
    chat.open()
    chat.say("Pay")
    chat.expect_answer("Paying")

    expect(chat.stop_button).to_have_count(0)
    expect(chat.send_button).to_be_disabled()
    chat.open_gate("paid")
    chat.wait_for_event("response.end")
    chat.expect_answer("Paying.")


@pytest.mark.row("C09")
def test_parts_may_be_skipped_and_items_replaced_or_removed(chat: Chat) -> None:
    item = {"id": "$late", "type": "assistant_message", "content": []}
    delta = {
        "type": "assistant_message.content_part.text_delta",
        "content_index": 1,
        "delta": "Second part",
    }
    chat.answers_with(
        "Odd",
        {"type": "thread.item.added", "item": item},
        {"type": "thread.item.updated", "item_id": "$late", "update": delta},
        done({**item, "content": [output("First part"), output("Second part")]}),
        say("To be removed", item="$gone"),
        {"type": "thread.item.removed", "item_id": "$gone"},
        say("Before", item="$changed"),
        {
            "type": "thread.item.replaced",
            "item": {"id": "$changed", "type": "assistant_message", "content": [output("After")]},
        },
    )
    chat.open()

    chat.ask("Odd")

    expect(chat.answers.get_by_role("paragraph")).to_have_text(
        ["First part", "Second part", "After"]
    )
