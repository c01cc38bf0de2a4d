"""Phones and tablets: the composer stays above the keyboard that lies over the page."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]

KEYBOARD = """
    let [covered, scrolled] = [0, 0];
    Object.defineProperty(visualViewport, "height", { get: () => innerHeight - covered });
    Object.defineProperty(visualViewport, "offsetTop", { get: () => scrolled });
    window.showKeyboard = (height, offset = 0) => {
        [covered, scrolled] = [height, offset];
        visualViewport.dispatchEvent(new Event("resize"));
    };
"""


def composer_ends(chat: Chat) -> float:
    box = chat.page.locator("chatkit-composer").bounding_box()
    assert box is not None
    return box["y"] + box["height"]


@pytest.mark.row("C05")
@pytest.mark.parametrize("layout", ["popup", "page"])
@pytest.mark.parametrize("offset", [0, 300])
def test_the_composer_stands_above_the_keyboard_of_a_phone(
    chat: Chat, layout: str, offset: int
) -> None:
    chat.page.set_viewport_size({"width": 390, "height": 844})
    chat.page.add_init_script(KEYBOARD)
    chat.page.goto(f"{chat.site.url}/test/tag/{layout}")
    if layout == "popup":
        chat.page.get_by_role("button", name="Open chat").click()
    expect(chat.box).to_be_visible()
    chat.page.wait_for_function(
        "() => !document.getAnimations().some((one) => one.playState === 'running')"
    )
    before = composer_ends(chat)

    chat.page.evaluate(f"showKeyboard(336, {offset})")
    chat_box = chat.page.locator("openai-chatkit").bounding_box()
    shown = composer_ends(chat)
    chat.page.evaluate("showKeyboard(0)")

    assert chat_box == {"x": 0, "y": offset, "width": 390, "height": 844 - 336}
    assert 844 - 336 - 40 < shown - offset <= 844 - 336
    assert composer_ends(chat) == before


@pytest.mark.row("C05")
def test_the_popup_of_a_tablet_stands_above_the_keyboard(chat: Chat) -> None:
    chat.page.set_viewport_size({"width": 820, "height": 1180})
    chat.page.add_init_script(KEYBOARD)
    chat.page.goto(f"{chat.site.url}/test/tag/popup")
    chat.page.get_by_role("button", name="Open chat").click()
    expect(chat.box).to_be_visible()

    chat.page.evaluate("showKeyboard(400)")

    panel = chat.page.get_by_role("dialog").bounding_box()
    assert panel is not None
    assert panel["y"] >= 0
    assert panel["y"] + panel["height"] <= 780
    assert panel["height"] > 600


@pytest.mark.row("C05")
@pytest.mark.parametrize("change", ["scale", "bar"])
def test_magnifying_and_a_bar_of_the_browser_move_nothing(chat: Chat, change: str) -> None:
    chat.page.set_viewport_size({"width": 390, "height": 844})
    chat.page.add_init_script(KEYBOARD)
    chat.page.goto(f"{chat.site.url}/test/tag/page")
    expect(chat.box).to_be_visible()

    if change == "scale":
        chat.page.evaluate("Object.defineProperty(visualViewport, 'scale', { value: 2 })")
        chat.page.evaluate("showKeyboard(422)")
    else:
        chat.page.evaluate("showKeyboard(60)")

    box = chat.page.locator("openai-chatkit").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}


@pytest.mark.row("C07")
def test_the_text_grows_to_a_third_of_the_chat_and_then_scrolls(chat: Chat) -> None:
    chat.open(place="390x420")
    field = "chat.shadowRoot.querySelector('textarea')"

    heights = []
    for _ in range(12):
        chat.box.press("Shift+Enter")
        heights.append(chat.page.evaluate(f"{field}.offsetHeight"))

    assert heights == sorted(heights)
    assert heights[0] < heights[3] < heights[5] == heights[-1] <= 0.35 * 420
    scrolled = chat.page.evaluate(f"[{field}.scrollTop, {field}.scrollHeight]")
    assert scrolled[1] > heights[-1]
    assert scrolled[0] > 0


@pytest.mark.row("C05")
@pytest.mark.parametrize("size", [14, 16, 18])
def test_the_letters_are_too_large_for_safari_to_zoom_in(chat: Chat, size: int) -> None:
    chat.open(f"{{theme: {{ typography: {{ baseSize: {size} }} }}}}")

    letters = chat.box.evaluate("(field) => parseFloat(getComputedStyle(field).fontSize)")

    assert letters >= 16
