"""The chat in the corner of a page, for the keyboard, screen readers and phones."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]

FOCUSED = """() => {
    let node = document.activeElement;
    while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return node.getAttribute("aria-label") ?? node.textContent.trim();
}"""

Popup = Callable[[], Locator]


@pytest.fixture
def popup(chat: Chat) -> Popup:
    """Opens the popup of a page and waits until the chat in it can be used."""

    def open_popup() -> Locator:
        chat.page.goto(f"{chat.site.url}/test/tag/popup")
        chat.page.get_by_role("button", name="Open chat").click()
        expect(chat.box).to_be_focused()
        chat.page.wait_for_function(
            "() => document.querySelector('[role=dialog]').getAnimations().length === 0"
        )
        return chat.page.get_by_role("dialog")

    return open_popup


@pytest.mark.row("C47")
@pytest.mark.parametrize("colours", ["none", "active"])
def test_axe_finds_nothing_in_a_popup(chat: Chat, popup: Popup, colours: str) -> None:
    chat.page.emulate_media(forced_colors="active" if colours == "active" else "none")
    chat.page.goto(f"{chat.site.url}/test/tag/popup")
    closed = Axe().run(chat.page).response["violations"]

    popup()

    opened = Axe().run(chat.page).response["violations"]
    found = [(it["id"], [node["target"] for node in it["nodes"]]) for it in [*closed, *opened]]
    assert found == []


@pytest.mark.row("C47")
def test_the_keyboard_goes_round_inside_a_popup(chat: Chat, popup: Popup) -> None:
    popup()
    chat.box.fill("A draft")

    def walk(key: str) -> list[str]:
        places = []
        for _ in range(12):
            chat.page.keyboard.press(key)
            places.append(chat.page.evaluate(FOCUSED))
        return places

    assert walk("Tab")[:4] == ["Send message", "Chat history", "Close", "Message"]
    chat.box.focus()
    assert walk("Shift+Tab")[:4] == ["Close", "Chat history", "Send message", "Message"]


@pytest.mark.row("C47")
def test_escape_closes_one_thing_at_a_time(chat: Chat, popup: Popup) -> None:
    dialog = popup()
    chat.open_history()

    chat.page.keyboard.press("Escape")
    expect(chat.history).to_have_count(0)
    expect(dialog).to_be_visible()
    chat.page.keyboard.press("Escape")

    expect(dialog).to_have_count(0)
    expect(chat.page.get_by_role("button", name="Open chat")).to_be_focused()


@pytest.mark.row("C47")
def test_the_button_says_whether_the_chat_is_open(chat: Chat, popup: Popup) -> None:
    popup()

    launcher = chat.page.locator(".django-chatkit-launcher")
    expect(launcher).to_have_accessible_name("Close chat")
    expect(launcher).to_have_attribute("aria-expanded", "true")
    launcher.click()

    expect(launcher).to_have_accessible_name("Open chat")
    expect(launcher).to_have_attribute("aria-expanded", "false")


@pytest.mark.row("C05")
def test_on_a_phone_the_chat_keeps_above_the_keyboard(chat: Chat, popup: Popup) -> None:
    chat.page.set_viewport_size({"width": 390, "height": 844})
    # Only a real phone has such a keyboard: this tells the page of one.
    chat.page.add_init_script("""
        const view = Object.assign(new EventTarget(), { height: 844, offsetTop: 0, scale: 1 });
        Object.defineProperty(window, "visualViewport", { value: view });
        window.showKeyboard = (height) => {
            view.height = 844 - height;
            view.dispatchEvent(new Event("resize"));
        };
    """)
    dialog = popup()

    chat.page.evaluate("showKeyboard(336)")
    assert dialog.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 508}
    box = chat.box.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 508

    chat.page.evaluate("showKeyboard(0)")
    assert dialog.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
