"""What a visitor meets before the first message."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]


@pytest.mark.row("C06")
def test_a_greeting_and_nothing_else_by_default(chat: Chat) -> None:
    chat.open()

    expect(chat.greeting).to_be_visible()
    expect(chat.page.get_by_role("list", name="Suggestions")).to_have_count(0)
    assert chat.requests == []


@pytest.mark.row("C06")
def test_a_prompt_is_sent_at_once(chat: Chat) -> None:
    chat.open("""{startScreen: {
        greeting: "Ask the keeper",
        prompts: [{ label: "Opening hours", prompt: "When are you open?", icon: "calendar" }],
    }}""")
    expect(chat.page.get_by_role("heading", name="Ask the keeper")).to_be_visible()

    chat.page.get_by_role("button", name="Opening hours").click()

    chat.expect_answer("Echo: When are you open?")
    expect(chat.questions).to_have_text(["You said: When are you open?"])
    expect(chat.box).to_be_focused()
    [request] = chat.requests
    del request["metadata"]  # the key of the message
    assert request == {
        "type": "threads.create",
        "params": {
            "input": {
                "content": [{"type": "input_text", "text": "When are you open?"}],
                "attachments": [],
                "quoted_text": "",
                "inference_options": {},
            }
        },
    }


@pytest.mark.row("C06")
def test_a_structured_prompt_is_sent_with_its_tags(chat: Chat) -> None:
    chat.open("""{startScreen: { prompts: [{ label: "The lamp", prompt: [
        { type: "input_text", text: "What is " },
        { type: "input_tag", id: "lamp-1", text: "the lamp", data: { room: "top" } },
    ]}]}}""")

    chat.page.get_by_role("button", name="The lamp").click()
    chat.wait_for_event("response.end")

    content = chat.requests[0]["params"]["input"]["content"]
    assert content == [
        {"type": "input_text", "text": "What is "},
        {"type": "input_tag", "id": "lamp-1", "text": "the lamp", "data": {"room": "top"}},
    ]
    expect(chat.questions).to_have_text(["You said: What is the lamp"])


@pytest.mark.row("C06")
def test_it_returns_with_a_new_chat(chat: Chat) -> None:
    chat.open()
    chat.ask("Hello")

    chat.page.get_by_role("button", name="New chat").click()

    expect(chat.greeting).to_be_visible()
    assert chat.events("thread.change")[-1] == ["thread.change", {"threadId": None}]
