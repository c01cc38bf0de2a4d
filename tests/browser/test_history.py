"""Earlier conversations: finding, opening, renaming and deleting them."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import say

pytestmark = [pytest.mark.browser, pytest.mark.socket]


def titled(chat: Chat, title: str) -> str:
    """Hold a conversation with this title; its id."""
    said = f"Call it {title}"
    chat.answers_with(said, {"thread": {"title": title}}, say(f"This is {title}"))
    chat.ask(said)
    thread_id = chat.thread_id
    chat.call("setThreadId(null)")
    return thread_id


@pytest.mark.row("C13")
def test_sixty_conversations_are_all_within_reach(chat: Chat) -> None:
    chat.open()
    chat.page.evaluate("""async () => {
        const input = { content: [{ type: "input_text", text: "Hi" }], attachments: [],
                        quoted_text: "", inference_options: {} };
        const body = JSON.stringify({ type: "threads.create", params: { input } });
        const headers = { "Content-Type": "application/json" };
        for (let n = 0; n < 60; n += 1)
            await (await chatApi.fetch(chatApi.url, { method: "POST", body, headers })).text();
    }""")

    history = chat.open_history()
    rows = history.locator(".history-open")
    expect(rows.first).to_have_text("New chat", timeout=PATIENCE)
    while rows.count() < 60:
        before = rows.count()
        rows.last.scroll_into_view_if_needed()
        expect(rows.nth(before)).to_be_attached(timeout=PATIENCE)

    expect(rows).to_have_count(60)
    assert (
        len({row["params"].get("after") for row in chat.requests if row["type"] == "threads.list"})
        >= 2
    )


@pytest.mark.row("C13")
def test_an_earlier_conversation_is_opened_and_continued(chat: Chat) -> None:
    chat.open()
    first = titled(chat, "The lamp")
    titled(chat, "The fog")
    history = chat.open_history()
    expect(history.locator(".history-open")).to_have_text(["The fog", "The lamp"])

    history.get_by_role("button", name="The lamp", exact=True).click()

    expect(history).to_have_count(0)
    chat.wait_for_event("thread.load.end")
    expect(chat.answers).to_contain_text(["This is The lamp"])
    expect(chat.page.get_by_role("heading", name="The lamp")).to_be_visible()
    assert chat.events("history.open", "history.close") == [
        ["history.open", None],
        ["history.close", None],
    ]
    assert chat.events("thread.load.start", "thread.load.end") == [
        ["thread.load.start", {"threadId": first}],
        ["thread.load.end", {"threadId": first}],
    ]
    chat.ask("Go on")
    assert chat.requests[-1]["params"]["thread_id"] == first


@pytest.mark.row("C13")
def test_a_list_that_does_not_arrive_can_be_asked_for_again(
    chat: Chat, complaints: list[str]
) -> None:
    chat.open()
    titled(chat, "The lamp")
    chat.server_answers("threads.list", status=500)

    history = chat.open_history()
    expect(history).to_contain_text("Your conversations could not be loaded.")
    complaints.clear()
    chat.server_is_itself()
    history.get_by_role("button", name="Try again").click()

    expect(history.get_by_role("button", name="The lamp", exact=True)).to_be_visible()


@pytest.mark.row("C13")
def test_scripts_open_and_close_the_history_without_a_header(chat: Chat) -> None:
    chat.open("{header: {enabled: false}}")

    assert chat.call("showHistory()") is None
    expect(chat.history).to_contain_text("No conversations yet")
    assert chat.call("hideHistory()") is None

    expect(chat.history).to_have_count(0)
    assert chat.events("history.open", "history.close") == [
        ["history.open", None],
        ["history.close", None],
    ]


@pytest.mark.row("C14")
def test_a_conversation_is_renamed(chat: Chat) -> None:
    chat.open()
    thread_id = titled(chat, "Old name")
    history = chat.open_history()

    history.get_by_role("button", name="Rename: Old name").click()
    title = history.get_by_role("textbox", name="Conversation title")
    expect(title).to_have_value("Old name")
    expect(title).to_be_focused()
    title.fill("New name")
    title.press("Enter")

    row = history.get_by_role("button", name="New name", exact=True)
    expect(row).to_be_visible()
    expect(row).to_be_focused()
    assert chat.requests[-1] == {
        "type": "threads.update",
        "params": {"thread_id": thread_id, "title": "New name"},
    }


@pytest.mark.row("C14")
def test_renaming_may_be_given_up(chat: Chat) -> None:
    chat.open()
    titled(chat, "Old name")
    history = chat.open_history()

    history.get_by_role("button", name="Rename: Old name").click()
    history.get_by_role("textbox", name="Conversation title").fill("Something else")
    chat.page.keyboard.press("Escape")

    expect(history.get_by_role("button", name="Old name", exact=True)).to_be_focused()
    assert "threads.update" not in [request["type"] for request in chat.requests]


@pytest.mark.row("C14")
def test_deleting_the_open_conversation_leads_to_the_start(chat: Chat) -> None:
    chat.open()
    thread_id = titled(chat, "Doomed")
    chat.call(f'setThreadId("{thread_id}")')
    history = chat.open_history()

    history.get_by_role("button", name="Delete: Doomed").click()
    dialog = chat.page.get_by_role("dialog", name="Delete conversation?")
    expect(dialog).to_contain_text("“Doomed” will be deleted. This cannot be undone.")
    dialog.get_by_role("button", name="Delete").click()

    expect(history).to_contain_text("No conversations yet")
    assert chat.requests[-1] == {"type": "threads.delete", "params": {"thread_id": thread_id}}
    assert chat.events("thread.change")[-1] == ["thread.change", {"threadId": None}]
    chat.page.keyboard.press("Escape")
    expect(chat.greeting).to_be_visible()


@pytest.mark.row("C14")
def test_deleting_asks_first(chat: Chat) -> None:
    chat.open()
    titled(chat, "Kept")
    history = chat.open_history()

    history.get_by_role("button", name="Delete: Kept").click()
    chat.page.get_by_role("dialog", name="Delete conversation?").get_by_role(
        "button", name="Cancel"
    ).click()

    expect(history.get_by_role("button", name="Kept", exact=True)).to_be_visible()
    assert "threads.delete" not in [request["type"] for request in chat.requests]


@pytest.mark.row("C14")
def test_the_header_follows_a_new_name(chat: Chat) -> None:
    chat.open()
    thread_id = titled(chat, "Old name")
    chat.call(f'setThreadId("{thread_id}")')
    history = chat.open_history()

    history.get_by_role("button", name="Rename: Old name").click()
    history.get_by_role("textbox", name="Conversation title").fill("New name")
    chat.page.keyboard.press("Enter")
    expect(history.get_by_role("button", name="New name", exact=True)).to_be_visible()
    chat.page.keyboard.press("Escape")

    expect(chat.page.locator(".header h2")).to_have_text("New name")


@pytest.mark.row("C14")
def test_what_the_server_refuses_is_said_and_stays_as_it_was(
    chat: Chat, complaints: list[str]
) -> None:
    chat.open()
    titled(chat, "Kept")
    chat.server_answers("threads.update", status=500)
    chat.server_answers("threads.delete", status=500)
    history = chat.open_history()

    history.get_by_role("button", name="Rename: Kept").click()
    history.get_by_role("textbox", name="Conversation title").fill("Changed")
    chat.page.keyboard.press("Enter")
    expect(history).to_contain_text("The conversation could not be renamed.")
    # What was typed waits for another try.
    field = history.get_by_role("textbox", name="Conversation title")
    expect(field).to_have_value("Changed")
    expect(field).to_be_focused()
    chat.page.keyboard.press("Escape")
    expect(history.get_by_role("alert")).to_have_count(0)

    history.get_by_role("button", name="Delete: Kept").click()
    dialog = chat.page.get_by_role("dialog", name="Delete conversation?")
    dialog.get_by_role("button", name="Delete").click()
    expect(chat.page.get_by_text("The conversation could not be deleted.")).to_be_visible()
    assert len(complaints) == 2
    complaints.clear()

    expect(history.get_by_role("button", name="Kept", exact=True)).to_be_visible()


@pytest.mark.row("C14")
def test_a_title_that_was_refused_is_saved_at_another_try(
    chat: Chat, complaints: list[str]
) -> None:
    chat.open()
    titled(chat, "Kept")
    chat.server_answers("threads.update", status=500)
    history = chat.open_history()
    history.get_by_role("button", name="Rename: Kept").click()
    history.get_by_role("textbox", name="Conversation title").fill("Changed")
    chat.page.keyboard.press("Enter")
    expect(history.get_by_role("alert")).to_be_visible()
    complaints.clear()
    chat.server_is_itself()

    chat.page.keyboard.press("Enter")

    expect(history.get_by_role("button", name="Changed", exact=True)).to_be_focused()
    expect(history.get_by_role("alert")).to_have_count(0)


@pytest.mark.row("C42")
def test_who_was_logged_out_is_offered_to_log_in_in_the_history(
    chat: Chat, complaints: list[str]
) -> None:
    chat.page.goto(f"{chat.site.url}/test/tag/inline")
    chat.say("Hello")
    chat.expect_answer("Echo: Hello")
    history = chat.open_history()
    rename = history.get_by_role("button", name="Rename: ").first
    rename.click()
    history.get_by_role("textbox", name="Conversation title").fill("Typed")
    chat.page.context.request.post(f"{chat.site.url}/test/log-out")

    chat.page.keyboard.press("Enter")

    alert = history.get_by_role("alert")
    expect(alert).to_contain_text("Your session has ended. Log in and try again.")
    expect(alert.get_by_role("link", name="Log in")).to_be_visible()
    expect(history.get_by_role("textbox", name="Conversation title")).to_have_value("Typed")

    chat.page.keyboard.press("Escape")
    chat.page.keyboard.press("Escape")
    chat.page.get_by_role("button", name="Chat history").click()
    expect(history.get_by_role("alert").get_by_role("link", name="Log in")).to_be_visible()
    expect(history.get_by_role("button", name="Try again")).to_have_count(0)
    complaints.clear()  # the browser logs each 401


@pytest.mark.row("C14")
def test_renaming_and_deleting_can_be_turned_off(chat: Chat) -> None:
    chat.open("{history: {enabled: true, showRename: false, showDelete: false}}")
    titled(chat, "Fixed")

    history = chat.open_history()

    expect(history.get_by_role("button", name="Fixed", exact=True)).to_be_visible()
    expect(history.get_by_role("button", name="Rename")).to_have_count(0)
    expect(history.get_by_role("button", name="Delete")).to_have_count(0)
