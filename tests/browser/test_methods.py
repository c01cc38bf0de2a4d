"""The element's methods, and their refusal while the chat is busy."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.plays import done, say, stream, wait

pytestmark = [pytest.mark.browser, pytest.mark.socket]


@pytest.mark.row("C16")
def test_the_initial_thread_is_loaded_once(chat: Chat) -> None:
    chat.open()
    chat.ask("Remember me")
    thread_id = chat.thread_id
    chat.requests.clear()

    chat.open(f'{{initialThread: "{thread_id}"}}')
    chat.expect_answer("Echo: Remember me")
    chat.set_options('{initialThread: null, theme: "dark"}')
    chat.call("focusComposer()")

    chat.expect_answer("Echo: Remember me")
    assert [request["type"] for request in chat.requests] == ["threads.get_by_id"]
    assert chat.events("thread.load.start", "thread.load.end") == [
        ["thread.load.start", {"threadId": thread_id}],
        ["thread.load.end", {"threadId": thread_id}],
    ]


@pytest.mark.row("C16")
def test_no_thread_is_the_start_screen(chat: Chat) -> None:
    chat.open()
    chat.ask("Hello")
    thread_id = chat.thread_id

    assert chat.call("setThreadId(null)") is None
    expect(chat.greeting).to_be_visible()
    assert chat.call(f'setThreadId("{thread_id}")') is None

    chat.expect_answer("Echo: Hello")
    assert chat.events("thread.change") == [
        ["thread.change", {"threadId": thread_id}],
        ["thread.change", {"threadId": None}],
        ["thread.change", {"threadId": thread_id}],
    ]


@pytest.mark.row("C16")
def test_a_thread_that_is_not_there_is_said_to_be_gone(chat: Chat, complaints: list[str]) -> None:
    chat.open('{initialThread: "thr_nobody"}')
    chat.wait_for_event("thread.load.end")

    expect(chat.page.get_by_role("alert")).to_contain_text("This conversation no longer exists.")
    assert [detail["error"] for _, detail in chat.events("error")] == ["HttpError"]
    chat.page.get_by_role("alert").get_by_role("button", name="New chat").click()
    expect(chat.greeting).to_be_visible()
    complaints.clear()  # the browser logs the 404


@pytest.mark.row("C17")
def test_a_script_sends_a_message_with_everything(chat: Chat) -> None:
    chat.open('{composer: {models: [{ id: "small", label: "Small", default: true }]}}')
    chat.ask("First")
    chat.box.fill("My draft")
    upload = """
        const form = new FormData();
        form.append("file", new File(["light"], "light.txt", { type: "text/plain" }));
        const uploaded = await chatApi.fetch("/chatkit/files", { method: "POST", body: form,
            headers: {} });
        return uploaded.json();
    """
    chat.page.evaluate(f"(async () => {{{upload}}})().then((file) => (window.uploaded = file))")
    chat.page.wait_for_function("() => window.uploaded?.id")

    error = chat.call("""sendUserMessage({
        content: [
            { type: "input_text", text: "Where is " },
            { type: "input_tag", id: "lamp-1", text: "the lamp", data: { floor: "9" } },
        ],
        reply: "It is up there",
        attachments: [uploaded],
        toolChoice: { id: "map" },
        model: "large",
        newThread: true,
    })""")
    chat.wait_for_event("response.end", 2)

    assert error is None
    uploaded_id = chat.page.evaluate("uploaded.id")
    key = chat.requests[-1].pop("metadata")["django_chatkit"]["request"]
    assert len(key) >= 16
    assert chat.requests[-1] == {
        "type": "threads.create",
        "params": {
            "input": {
                "content": [
                    {"type": "input_text", "text": "Where is "},
                    {
                        "type": "input_tag",
                        "id": "lamp-1",
                        "text": "the lamp",
                        "data": {"floor": "9"},
                    },
                ],
                "attachments": [uploaded_id],
                "quoted_text": "It is up there",
                "inference_options": {"tool_choice": {"id": "map"}, "model": "large"},
            }
        },
    }
    expect(chat.questions).to_contain_text("It is up there")
    expect(chat.questions).to_contain_text("light.txt")
    expect(chat.box).to_have_value("My draft")


@pytest.mark.row("C17")
def test_a_script_sends_words_alone_into_the_open_thread(chat: Chat) -> None:
    chat.open()
    chat.ask("First")

    assert chat.call('sendUserMessage({text: "Second"})') is None

    chat.expect_answer("Echo: Second")
    assert chat.requests[-1]["type"] == "threads.add_user_message"
    assert chat.requests[-1]["params"] == {
        "thread_id": chat.thread_id,
        "input": {
            "content": [{"type": "input_text", "text": "Second"}],
            "attachments": [],
            "quoted_text": "",
            "inference_options": {},
        },
    }


@pytest.mark.row("C19")
def test_the_focus_lands_in_the_composer(chat: Chat) -> None:
    chat.open()
    expect(chat.box).not_to_be_focused()

    assert chat.call("focusComposer()") is None

    expect(chat.box).to_be_focused()


@pytest.mark.row("C19")
def test_the_focus_lands_in_the_questions_in_the_composers_place(chat: Chat) -> None:
    question = {"type": "freeform", "id": "wish", "question": "Any wishes?"}
    item = {"id": "$wishes", "type": "structured_input", "status": "pending"}
    chat.answers_with("Ask", done({**item, "inputs": [question]}))
    chat.open()
    chat.say("Ask")
    field = chat.page.get_by_role("form", name="Any wishes?").get_by_role("textbox")
    expect(field).to_be_visible()
    chat.wait_for_event("response.end")
    chat.page.evaluate("document.activeElement.blur()")
    expect(field).not_to_be_focused()

    assert chat.call("focusComposer()") is None

    expect(field).to_be_focused()


@pytest.mark.row("C19")
def test_what_happened_elsewhere_appears_when_asked_for(chat: Chat) -> None:
    chat.open()
    chat.ask("Here")
    ask = chat.visitor()
    ask("threads.update", {"thread_id": chat.thread_id, "title": "Renamed elsewhere"})
    chat.page.evaluate(
        """async (threadId) => {
            const input = { content: [{ type: "input_text", text: "There" }], attachments: [],
                            quoted_text: "", inference_options: {} };
            const body = JSON.stringify({
                type: "threads.add_user_message", params: { thread_id: threadId, input } });
            const headers = { "Content-Type": "application/json" };
            await (await chatApi.fetch(chatApi.url, { method: "POST", body, headers })).text();
        }""",
        chat.thread_id,
    )
    expect(chat.questions).to_have_count(1)

    assert chat.call("fetchUpdates()") is None

    expect(chat.answers.get_by_role("paragraph")).to_have_text(["Echo: Here", "Echo: There"])
    expect(chat.page.get_by_role("heading", name="Renamed elsewhere")).to_be_visible()


@pytest.mark.row("C19")
def test_an_action_of_the_page_starts_an_answer(chat: Chat) -> None:
    chat.answers_with("action:lamp.light", say("The lamp is lit."))
    chat.open()
    chat.ask("Hello")

    assert chat.call('sendCustomAction({ type: "lamp.light", payload: { room: "top" } })') is None

    chat.expect_answer("The lamp is lit.")
    assert chat.requests[-1] == {
        "type": "threads.custom_action",
        "params": {
            "thread_id": chat.thread_id,
            "item_id": None,
            "action": {"type": "lamp.light", "payload": {"room": "top"}},
        },
    }


@pytest.mark.row("C19")
def test_an_action_of_the_page_has_done_its_work_when_it_resolves(chat: Chat) -> None:
    chat.answers_with("action:lamp", wait("slow-lamp"), say("The lamp is lit."))
    chat.open()
    chat.ask("Hello")
    chat.page.evaluate(
        "() => { chat.sendCustomAction({type: 'lamp'}).then(() => chatCalls.push(['lit'])); }"
    )
    expect(chat.stop_button).to_be_visible()
    assert chat.calls("lit") == []

    chat.open_gate("slow-lamp")
    chat.expect_answer("The lamp is lit.")
    chat.page.wait_for_function("() => chatCalls.some(([name]) => name === 'lit')")


@pytest.mark.row("C20")
@pytest.mark.parametrize(
    "method",
    [
        'sendUserMessage({text: "Too early"})',
        "setThreadId(null)",
        "focusComposer()",
        'sendCustomAction({type: "x"})',
        "fetchUpdates()",
    ],
)
def test_methods_wait_their_turn(chat: Chat, method: str) -> None:
    gate = f"busy-{method}".replace("/", "").split("(")[0]
    chat.answers_with(f"Slowly {gate}", stream("One", wait(gate), " two"))
    chat.open()
    chat.say(f"Slowly {gate}")
    chat.expect_answer("One")
    sent = len(chat.requests)

    assert chat.call(method) == "IntegrationError: ChatKit is busy: a response is being streamed."

    chat.open_gate(gate)
    chat.wait_for_event("response.end")
    chat.expect_answer("One two")
    assert len(chat.requests) == sent
    assert chat.events("error") == []


@pytest.mark.row("C20")
@pytest.mark.parametrize(
    "method",
    [
        'sendUserMessage({ text: "Early" })',
        "setThreadId(null)",
        "focusComposer()",
        'sendCustomAction({ type: "x" })',
        "fetchUpdates()",
    ],
)
def test_methods_are_refused_while_a_thread_loads(chat: Chat, method: str) -> None:
    chat.open()
    chat.ask("Hello")
    thread_id = chat.thread_id
    chat.call("setThreadId(null)")

    refusal = chat.page.evaluate(f"""() => {{
        const loading = chat.setThreadId("{thread_id}");
        return new Promise((resolve) => chat.addEventListener("chatkit.thread.load.start", () =>
            resolve(chat.{method}.then(
                () => "done", (error) => `${{error.name}}: ${{error.message}}`))));
    }}""")

    assert refusal == "IntegrationError: ChatKit is busy loading a thread."
    chat.expect_answer("Echo: Hello")
