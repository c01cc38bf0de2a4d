"""What was written is never lost."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.browser.chat import Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]

OPTIONS = """{
    composer: {
        attachments: { enabled: true },
        tools: [{ id: "search", label: "Search", icon: "search" }],
        models: [{ id: "small", label: "Small", default: true }, { id: "large", label: "Large" }],
    },
}"""
EVERYTHING = """setComposerValue({
    content: [
        { type: "input_text", text: "Light " },
        { type: "input_tag", id: "n", text: "North lamp", data: { room: "top" } },
        { type: "input_text", text: " now" },
    ],
    reply: "What was said", selectedToolId: "search", selectedModelId: "large",
    files: [new File(["light"], "light.txt", { type: "text/plain" })],
})"""
SENT = {
    "content": [
        {"type": "input_text", "text": "Light "},
        {"type": "input_tag", "id": "n", "text": "North lamp", "data": {"room": "top"}},
        {"type": "input_text", "text": " now"},
    ],
    "quoted_text": "What was said",
    "inference_options": {"tool_choice": {"id": "search"}, "model": "large"},
}
KEPT = "() => Object.values(sessionStorage).some((value) => value.includes({}))"


def wait_until_kept(chat: Chat, text: str) -> None:
    chat.page.wait_for_function(KEPT.format(json.dumps(text)))


def expect_everything(chat: Chat) -> None:
    """The whole draft is in the composer."""
    expect(chat.box).to_have_value("Light @North lamp now")
    expect(chat.page.locator("chatkit-tags mark")).to_have_text(["@North lamp"])
    expect(chat.page.get_by_text("What was said")).to_be_visible()
    expect(chat.page.get_by_text("light.txt")).to_be_visible()
    expect(chat.page.get_by_role("button", name="Stop using Search")).to_be_visible()
    expect(chat.page.get_by_role("button", name="Model: Large")).to_be_visible()


def expect_sent(chat: Chat) -> None:
    """The last message had the whole draft in it."""
    sent = dict(chat.requests[-1]["params"]["input"])
    assert len(sent.pop("attachments")) == 1
    assert sent == SENT


@pytest.mark.row("C18")
def test_a_reload_brings_the_whole_draft_back(chat: Chat) -> None:
    chat.open(OPTIONS)
    assert chat.call(EVERYTHING) is None

    chat.open(OPTIONS)

    expect_everything(chat)
    assert chat.requests == []
    chat.box.press("Enter")
    chat.wait_for_event("response.end")
    expect_sent(chat)


@pytest.mark.row("C18")
def test_what_was_sent_does_not_come_back(chat: Chat) -> None:
    chat.open()
    chat.box.press_sequentially("Hello")
    wait_until_kept(chat, "Hello")
    chat.box.press("Enter")
    chat.wait_for_event("response.end")

    chat.open()

    expect(chat.greeting).to_be_visible()
    expect(chat.box).to_have_value("")


@pytest.mark.row("C16")
def test_each_thread_keeps_its_own_draft(chat: Chat) -> None:
    chat.open(OPTIONS)
    chat.ask("One")
    first = chat.thread_id
    assert chat.call(EVERYTHING) is None

    assert chat.call("setThreadId(null)") is None
    expect(chat.box).to_have_value("")
    expect(chat.page.get_by_text("light.txt")).to_have_count(0)
    chat.box.press_sequentially("Something new")
    assert chat.call(f'setThreadId("{first}")') is None
    expect_everything(chat)
    assert chat.call("setThreadId(null)") is None
    expect(chat.box).to_have_value("Something new")

    chat.open(OPTIONS.replace("{\n", f'{{ initialThread: "{first}",\n', 1))
    expect_everything(chat)


@pytest.mark.row("C21")
def test_a_file_on_its_way_arrives_in_the_thread_that_was_left(chat: Chat) -> None:
    chat.open(OPTIONS)
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    chat.page.route("**/chatkit/files", keep)
    chat.ask("One")
    first = chat.thread_id
    chat.page.evaluate("void chat.setComposerValue({ files: [new File(['light'], 'light.txt')] })")
    expect(chat.page.get_by_role("progressbar", name="Uploading light.txt")).to_be_visible()

    assert chat.call("setThreadId(null)") is None
    expect(chat.page.get_by_text("light.txt")).to_have_count(0)
    held[0].continue_()
    assert chat.call(f'setThreadId("{first}")') is None

    expect(chat.page.get_by_text("light.txt")).to_be_visible()
    expect(chat.page.get_by_role("progressbar", name="Uploading light.txt")).to_have_count(0)
    expect(chat.send_button).to_be_enabled()


@pytest.mark.row("C42")
@pytest.mark.parametrize("status", [401, 403, 429, 500, None])
def test_a_refused_message_returns_whole_and_outlives_a_reload(
    chat: Chat, complaints: list[str], status: int | None
) -> None:
    chat.open(OPTIONS)
    assert chat.call(EVERYTHING) is None
    if status is None:
        chat.server_is_unreachable("threads.create")
    else:
        chat.server_answers("threads.create", status=status, body="")

    chat.box.press("Enter")

    alert = chat.page.get_by_role("alert")
    expect(alert).to_be_visible()
    expect_everything(chat)
    chat.open(OPTIONS)
    expect_everything(chat)
    chat.box.press("Enter")
    chat.server_is_itself()
    expect(alert).to_be_visible()
    alert.get_by_role("button", name="Try again").click()
    chat.wait_for_event("response.end")
    expect_sent(chat)
    expect(chat.box).to_have_value("")
    complaints.clear()  # the browser logs the status


@pytest.mark.row("C42")
def test_a_message_that_returns_stands_before_what_was_begun_since(
    chat: Chat, complaints: list[str]
) -> None:
    chat.open()
    refuse = hold(chat, "threads.create")
    chat.say("The first")
    chat.box.press_sequentially("Second")

    refuse()

    expect(chat.box).to_have_value("The first\n\nSecond")
    chat.server_is_itself()
    chat.page.get_by_role("alert").get_by_role("button", name="Try again").click()
    chat.expect_answer("Echo: The first")
    expect(chat.box).to_have_value("Second")
    complaints.clear()  # the browser logs the status


@pytest.mark.row("C42")
def test_a_message_that_returns_to_a_thread_that_was_left_waits_there(
    chat: Chat, complaints: list[str]
) -> None:
    chat.open()
    chat.ask("One")
    first = chat.thread_id
    refuse = hold(chat, "threads.add_user_message")
    chat.say("Two")

    chat.page.get_by_role("button", name="New chat").click()
    expect(chat.greeting).to_be_visible()
    refuse()
    chat.wait_for_event("error")

    expect(chat.box).to_have_value("")
    assert chat.call(f'setThreadId("{first}")') is None
    expect(chat.box).to_have_value("Two")
    complaints.clear()  # the browser logs the status


@pytest.mark.row("C42")
def test_a_page_that_goes_while_a_message_is_on_its_way_keeps_it(chat: Chat) -> None:
    chat.open()
    hold(chat, "threads.create")
    chat.box.press_sequentially("On its way")
    wait_until_kept(chat, "On its way")
    chat.box.press("Enter")
    expect(chat.stop_button).to_be_visible()

    chat.open()

    expect(chat.box).to_have_value("On its way")


@pytest.mark.row("C03")
def test_new_options_and_a_new_place_leave_the_draft_alone(chat: Chat) -> None:
    chat.open(OPTIONS)
    assert chat.call(EVERYTHING) is None

    chat.set_options(OPTIONS)
    expect_everything(chat)
    chat.page.evaluate("chat.remove()")
    chat.page.evaluate("document.querySelector('main').append(chat)")
    expect_everything(chat)
    chat.page.evaluate(f"() => {{ chat.remove(); addChat({OPTIONS}); }}")

    expect_everything(chat)


@pytest.mark.row("C42")
def test_where_the_browser_stores_nothing_the_page_remembers(chat: Chat) -> None:
    chat.page.add_init_script("""
        for (const method of ["getItem", "setItem", "removeItem"]) {
            Storage.prototype[method] = () => { throw new DOMException("No", "SecurityError"); };
        }
    """)
    chat.open()
    chat.ask("One")
    chat.box.press_sequentially("Half a sen")

    first = chat.thread_id
    assert chat.call("setThreadId(null)") is None
    expect(chat.box).to_have_value("")
    assert chat.call(f'setThreadId("{first}")') is None

    expect(chat.box).to_have_value("Half a sen")


@pytest.mark.row("C42")
def test_a_popup_that_is_closed_keeps_its_draft(chat: Chat) -> None:
    chat.page.goto(f"{chat.site.url}/test/tag/popup")
    chat.page.get_by_role("button", name="Open chat").click()
    chat.box.press_sequentially("Half a sen")
    chat.page.keyboard.press("Escape")
    chat.page.get_by_role("button", name="Open chat").click()
    expect(chat.box).to_have_value("Half a sen")

    chat.page.reload()
    chat.page.get_by_role("button", name="Open chat").click()

    expect(chat.box).to_have_value("Half a sen")


@pytest.mark.row("B02")
def test_a_draft_is_for_its_person_alone(chat: Chat, log_in_as: Callable[[str], None]) -> None:
    log_in_as("alice")
    chat.page.goto(f"{chat.site.url}/test/tag/page")
    chat.box.press_sequentially("Half a sen")
    wait_until_kept(chat, "Half a sen")

    log_in_as("bob")
    chat.page.reload()
    expect(chat.greeting).to_be_visible()
    expect(chat.box).to_have_value("")
    chat.box.press_sequentially("Bob")
    log_in_as("alice")
    chat.page.reload()

    expect(chat.box).to_have_value("Half a sen")


@pytest.fixture
def log_in_as(chat: Chat) -> Callable[[str], None]:
    """Log in as one of this test's own people."""

    def log_in_as(name: str) -> None:
        form: dict[str, Any] = {"username": f"draft-{name}"}
        chat.page.context.request.post(f"{chat.site.url}/test/log-in", form=form)

    return log_in_as


def hold(chat: Chat, operation: str) -> Callable[[], None]:
    """Keep the server from answering; what is returned lets it refuse."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        if json.loads(route.request.post_data or "{}").get("type") == operation:
            held.append(route)
        else:
            route.fallback()

    def refuse() -> None:
        held[0].fulfill(status=500, body="")

    chat.page.route("**/chatkit/conversation*", keep)
    return refuse
