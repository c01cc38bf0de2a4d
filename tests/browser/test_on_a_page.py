"""The template tag's chats on pages: layouts, people, and what is remembered."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import PATIENCE, Chat
from tests.servers import Site

pytestmark = [pytest.mark.browser, pytest.mark.socket]

Open = Callable[[str], None]


@pytest.fixture
def open_page(chat: Chat) -> Open:
    """Opens a page with the template tag."""

    def open_page(name: str) -> None:
        chat.page.goto(f"{chat.site.url}/test/tag/{name}")

    return open_page


def ask(chat: Chat, text: str) -> None:
    """Pages with the tag do not note events: wait for the answer itself."""
    chat.say(text)
    chat.expect_answer(f"Echo: {text}")
    expect(chat.stop_button).to_have_count(0)


@pytest.mark.row("C05")
@pytest.mark.parametrize("viewport", [(1280, 800), (390, 844)])
def test_the_page_layout_takes_the_window_and_no_more(
    chat: Chat, open_page: Open, viewport: tuple[int, int]
) -> None:
    chat.page.set_viewport_size({"width": viewport[0], "height": viewport[1]})
    open_page("page")
    expect(chat.greeting).to_be_visible()

    box = chat.page.locator("openai-chatkit").bounding_box()

    assert box == {"x": 0, "y": 0, "width": viewport[0], "height": viewport[1]}
    assert chat.page.evaluate(
        "document.documentElement.scrollHeight <= document.documentElement.clientHeight"
    )


@pytest.mark.row("C01")
def test_a_popup_asks_for_nothing_until_it_is_opened(chat: Chat, open_page: Open) -> None:
    asked: list[str] = []
    chat.page.on("request", lambda request: asked.append(request.url))
    open_page("popup")
    launcher = chat.page.get_by_role("button", name="Open chat")
    expect(launcher).to_be_visible()
    chat.page.wait_for_load_state("networkidle")
    assert [
        url for url in asked if "chatkit.js" in url or "/chatkit/" in url.split("/static")[0]
    ] == []

    launcher.click()

    expect(chat.greeting).to_be_visible()
    expect(chat.box).to_be_focused()
    expect(chat.page.get_by_role("dialog")).to_be_visible()


@pytest.mark.row("C05")
def test_a_popup_is_closed_by_its_button_and_by_escape(chat: Chat, open_page: Open) -> None:
    open_page("popup")
    launcher = chat.page.get_by_role("button", name="Open chat")
    dialog = chat.page.get_by_role("dialog")

    launcher.click()
    expect(chat.box).to_be_focused()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    expect(launcher).to_be_focused()

    launcher.click()
    expect(chat.box).to_be_focused()
    chat.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(launcher).to_be_focused()


@pytest.mark.row("C05")
def test_a_popup_fills_a_phone(chat: Chat, open_page: Open) -> None:
    chat.page.set_viewport_size({"width": 390, "height": 844})
    open_page("popup")

    chat.page.get_by_role("button", name="Open chat").click()

    expect(chat.box).to_be_focused()
    chat.page.wait_for_function(
        "() => document.querySelector('[role=dialog]').getAnimations().length === 0"
    )
    assert chat.page.get_by_role("dialog").bounding_box() == {
        "x": 0,
        "y": 0,
        "width": 390,
        "height": 844,
    }


@pytest.mark.row("C16")
def test_the_last_conversation_is_there_after_a_reload(chat: Chat, open_page: Open) -> None:
    open_page("inline")
    ask(chat, "Remember this")

    chat.page.reload()

    chat.expect_answer("Echo: Remember this")
    ask(chat, "And go on")
    assert [request["type"] for request in chat.requests] == [
        "threads.create",
        "threads.get_by_id",
        "threads.add_user_message",
    ]


@pytest.mark.row("C16")
def test_a_remembered_conversation_that_is_gone_is_forgotten_silently(
    chat: Chat, open_page: Open, complaints: list[str]
) -> None:
    open_page("inline")
    ask(chat, "Soon gone")
    chat.page.evaluate("Object.keys(localStorage).forEach((key) => (localStorage[key] = 'thr_x'))")

    chat.page.reload()

    expect(chat.greeting).to_be_visible()
    expect(chat.page.get_by_role("alert")).to_have_count(0)
    assert chat.page.evaluate("Object.values(localStorage)") == []
    complaints.clear()  # the browser logs the 404


@pytest.mark.row("C02")
def test_two_assistants_on_a_page_keep_their_conversations_apart(
    chat: Chat, open_page: Open
) -> None:
    open_page("several")
    first, second = (chat.page.locator("openai-chatkit").nth(number) for number in (0, 1))
    for element, text in ((first, "To the first"), (second, "To the second")):
        element.get_by_role("textbox").fill(text)
        element.get_by_role("textbox").press("Enter")
        expect(element.locator("article.assistant-message")).to_contain_text(
            f"Echo: {text}", timeout=PATIENCE
        )

    chat.page.reload()

    expect(first.locator("article.assistant-message")).to_contain_text("Echo: To the first")
    expect(second.locator("article.assistant-message")).to_contain_text("Echo: To the second")
    first.get_by_role("button", name="Chat history").click()
    expect(first.locator(".history-open")).to_have_count(1)


def test_somebody_else_at_the_same_browser_finds_nothing(chat: Chat, open_page: Open) -> None:
    open_page("inline")
    ask(chat, "A secret")
    thread_id = chat.visitor()("threads.list", {"limit": 5, "order": "desc"})["data"][0]["id"]
    chat.page.context.request.post(f"{chat.site.url}/test/log-in", form={"username": "bob"})

    open_page("inline")

    expect(chat.greeting).to_be_visible()
    expect(chat.open_history()).to_contain_text("No conversations yet")
    assert "A secret" not in chat.page.content()
    response = chat.page.context.request.post(
        f"{chat.site.url}/chatkit/conversation",
        data={"type": "threads.get_by_id", "params": {"thread_id": thread_id}},
        headers={
            "X-CSRFToken": next(
                cookie["value"]
                for cookie in chat.page.context.cookies()
                if cookie.get("name") == "csrftoken"
            )
        },
    )
    assert response.status == 404


@pytest.mark.parametrize("layout", ["inline", "page"])
def test_who_may_not_chat_is_shown_to_the_log_in(page: Page, chat_site: Site, layout: str) -> None:
    page.goto(f"{chat_site.url}/test/tag/{layout}")

    link = page.get_by_role("link", name="Log in to use the chat.")
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", f"/admin/login/?next=/test/tag/{layout}")


def test_who_may_not_chat_has_no_popup(page: Page, chat_site: Site) -> None:
    page.goto(f"{chat_site.url}/test/tag/popup")

    expect(page.get_by_role("heading", name="Shop")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


@pytest.mark.row("C42")
def test_a_session_that_ended_says_so(chat: Chat, open_page: Open, complaints: list[str]) -> None:
    open_page("inline")
    ask(chat, "Hello")
    chat.page.context.request.post(f"{chat.site.url}/test/log-out")

    chat.say("Still me?")

    alert = chat.page.get_by_role("alert")
    expect(alert).to_contain_text("Your session has ended. Log in and try again.")
    expect(alert.get_by_role("link", name="Log in")).to_be_visible()
    expect(chat.box).to_have_value("Still me?")
    complaints.clear()  # the browser logs the 401


@pytest.mark.row("C42")
def test_an_element_that_cannot_be_loaded_says_so(
    chat: Chat, open_page: Open, complaints: list[str]
) -> None:
    chat.page.route("**/chatkit.js", lambda route: route.abort())

    open_page("inline")

    alert = chat.page.get_by_role("alert")
    expect(alert).to_contain_text("The chat could not be loaded.")
    expect(alert.get_by_role("button", name="Reload")).to_be_visible()
    complaints.clear()  # the browser logs the missing script
