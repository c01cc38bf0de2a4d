"""Writing and sending by keyboard, and what scripts put into the composer."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]


@pytest.mark.row("C07")
def test_enter_sends_and_empties_the_composer(chat: Chat) -> None:
    chat.open()

    chat.ask("Hello")

    expect(chat.questions).to_have_text(["You said: Hello"])
    assert chat.questions.locator("[dir=auto]").text_content() == "Hello"
    expect(chat.box).to_have_value("")
    expect(chat.box).to_be_focused()


@pytest.mark.row("C07")
def test_shift_and_enter_begin_a_new_line(chat: Chat) -> None:
    chat.open()
    chat.box.press_sequentially("One")
    chat.box.press("Shift+Enter")
    chat.box.press_sequentially("Two")
    expect(chat.box).to_have_value("One\nTwo")
    assert chat.requests == []

    chat.box.press("Enter")
    chat.wait_for_event("response.end")

    assert chat.requests[0]["params"]["input"]["content"] == [
        {"type": "input_text", "text": "One\nTwo"}
    ]


@pytest.mark.row("C07")
def test_enter_that_ends_a_composition_sends_nothing(chat: Chat) -> None:
    chat.open()
    devtools = chat.page.context.new_cdp_session(chat.page)
    chat.box.focus()
    devtools.send(
        "Input.imeSetComposition", {"text": "にほん", "selectionStart": 3, "selectionEnd": 3}
    )
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    devtools.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    devtools.send("Input.insertText", {"text": "日本"})
    expect(chat.box).to_have_value("日本")
    assert chat.requests == []

    chat.box.press("Enter")

    chat.expect_answer("Echo: 日本")


@pytest.mark.row("C07")
@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_is_not_sent(chat: Chat, text: str) -> None:
    chat.open()

    chat.box.fill(text)
    chat.box.press("Enter")

    expect(chat.send_button).to_be_disabled()
    expect(chat.greeting).to_be_visible()
    assert chat.requests == []


@pytest.mark.row("C18")
def test_a_script_fills_the_composer_and_sends_nothing(chat: Chat) -> None:
    chat.open("""{composer: {
        attachments: { enabled: true },
        tools: [{ id: "search", label: "Search", icon: "search", persistent: true }],
        models: [{ id: "small", label: "Small" }, { id: "large", label: "Large" }],
    }}""")

    error = chat.call("""setComposerValue({
        text: "Draft", reply: "What was said", selectedToolId: "search", selectedModelId: "large",
        files: [new File(["light"], "light.txt", { type: "text/plain" })],
    })""")

    assert error is None
    expect(chat.box).to_have_value("Draft")
    expect(chat.page.get_by_text("What was said")).to_be_visible()
    expect(chat.page.get_by_text("light.txt")).to_be_visible()
    assert chat.events("tool.change") == [["tool.change", {"toolId": "search"}]]
    assert chat.requests == []

    chat.box.press("Enter")
    chat.wait_for_event("response.end")
    sent = chat.requests[0]["params"]["input"]
    assert len(sent.pop("attachments")) == 1
    assert sent == {
        "content": [{"type": "input_text", "text": "Draft"}],
        "quoted_text": "What was said",
        "inference_options": {"tool_choice": {"id": "search"}, "model": "large"},
    }


@pytest.mark.row("C18")
def test_a_script_attaches_what_was_uploaded_before(chat: Chat) -> None:
    chat.open("{composer: {attachments: {enabled: true}}}")
    uploaded = chat.page.evaluate("""async () => {
        const body = new FormData();
        body.append("file", new File(["light"], "light.txt", { type: "text/plain" }));
        const answer = await chatApi.fetch("/chatkit/files", { method: "POST", body, headers: {} });
        return answer.json();
    }""")

    error = chat.call(f"setComposerValue({{ attachments: [{json.dumps(uploaded)}] }})")

    assert error is None
    expect(chat.page.get_by_text("light.txt")).to_be_visible()
    assert chat.requests == []
    chat.send_button.click()
    chat.wait_for_event("response.end")
    assert chat.requests[0]["params"]["input"]["attachments"] == [uploaded["id"]]


@pytest.mark.row("C18")
def test_a_script_sets_tags_and_takes_the_tool_away(chat: Chat) -> None:
    chat.open('{composer: {tools: [{ id: "search", label: "Search", icon: "search" }]}}')
    chat.call('setComposerValue({text: "One", selectedToolId: "search"})')

    chat.call("""setComposerValue({ selectedToolId: null, content: [
        { type: "input_text", text: "About " },
        { type: "input_tag", id: "t", text: "lamp", data: {} },
    ]})""")

    expect(chat.box).to_have_value("About @lamp")
    assert chat.events("tool.change") == [
        ["tool.change", {"toolId": "search"}],
        ["tool.change", {"toolId": None}],
    ]
    assert chat.requests == []
