"""What happens elsewhere while a chat is open: reloads, other tabs, staff."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import stream, wait

pytestmark = [pytest.mark.browser, pytest.mark.socket]


def open_thread(page: Page, chat: Chat, thread_id: str) -> Chat:
    """The same visitor's conversation in another tab."""
    other = Chat(page, chat.site)
    other.open(f'{{initialThread: "{thread_id}"}}')
    other.wait_for_event("thread.load.end")
    return other


@pytest.mark.row("C10")
def test_a_reload_in_the_middle_of_an_answer_keeps_what_was_said(chat: Chat) -> None:
    chat.answers_with("Long", stream("So far", wait("never-reloaded"), " so good"))
    chat.page.goto(f"{chat.site.url}/test/tag/inline")
    chat.say("Long")
    chat.expect_answer("So far")

    chat.page.reload()

    expect(chat.questions).to_have_text(["You said: Long"])
    expect(chat.answers.get_by_role("paragraph")).to_have_text("So far")
    chat.say("Hello")
    chat.expect_answer("Echo: Hello")


@pytest.mark.row("C42")
def test_a_message_from_another_tab_waits_for_the_answer(chat: Chat, complaints: list[str]) -> None:
    chat.answers_with("Long", stream("One", wait("two-tabs"), " two"))
    chat.open()
    chat.ask("First")
    other = open_thread(chat.page.context.new_page(), chat, chat.thread_id)
    chat.say("Long")
    chat.expect_answer("One")

    other.say("Me too")

    alert = other.page.get_by_role("alert")
    expect(alert).to_contain_text("A response is already being written. Wait for it to finish.")
    expect(other.box).to_have_value("Me too")
    chat.open_gate("two-tabs")
    chat.wait_for_event("response.end", 2)
    alert.get_by_role("button", name="Try again").click()
    other.expect_answer("Echo: Me too")
    complaints.clear()  # the browser logs the 409


@pytest.mark.row("C42")
def test_a_conversation_that_was_deleted_elsewhere_is_said_to_be_gone(
    chat: Chat, complaints: list[str]
) -> None:
    chat.open()
    chat.ask("First")
    chat.visitor()("threads.delete", {"thread_id": chat.thread_id})

    chat.say("Second")

    expect(chat.page.get_by_role("alert")).to_contain_text("This conversation no longer exists.")
    expect(chat.box).to_have_value("Second")
    chat.page.get_by_role("button", name="New chat").click()
    expect(chat.greeting).to_be_visible()
    complaints.clear()  # the browser logs the 404


@pytest.mark.row("C43")
def test_a_conversation_that_staff_locked_says_why(
    chat: Chat, chromium: Browser, complaints: list[str]
) -> None:
    chat.open()
    chat.ask("First")
    with chromium.new_context() as staff:
        staff.request.post(
            f"{chat.site.url}/test/log-in", form={"username": "staff", "superuser": "1"}
        )
        admin = staff.new_page()
        admin.goto(f"{chat.site.url}/admin/django_chatkit/chatthread/?q={chat.thread_id}")
        admin.locator("#result_list th a").click()
        admin.get_by_role("link", name="Lock", exact=True).click()
        admin.get_by_label("Reason").fill("We look into it")
        admin.get_by_role("button", name="Lock").click()
        expect(admin.get_by_text("Locked").first).to_be_visible()

    chat.say("Second")

    expect(chat.page.get_by_role("alert")).to_contain_text("This conversation is locked.")
    expect(chat.page.get_by_placeholder("We look into it")).to_be_disabled(timeout=PATIENCE)
    complaints.clear()  # the browser logs the 403
