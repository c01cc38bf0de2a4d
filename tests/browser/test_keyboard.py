"""From the page into the chat, through every control of it, and out again."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import say
from tests.browser.test_accessibility import EVERYTHING, OPTIONS

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("C47")]

# Where the keyboard is: what it is called, whether it can be seen there, and whether that shows.
HERE = """() => {
    let node = document.activeElement;
    while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    if (!chat.shadowRoot.contains(node)) return { outside: node.id };
    const { left, top, width, height } = node.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + Math.min(height / 2, 12)];
    const hit = chat.shadowRoot.elementFromPoint(x, y);
    const { outlineStyle, outlineWidth } = getComputedStyle(node.matches(".choice input")
        ? node.nextElementSibling : node);
    return {
        name: node.getAttribute("aria-label") || node.innerText?.trim() || node.className,
        tag: node.localName,
        covered: !(hit && (node.contains(hit) || hit.contains(node) || hit === node)),
        rung: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
        small: !node.matches(".ck-md a, .scroller, pre, table, [tabindex]") &&
            Math.min(width, height) < 24,
    };
}"""

CONTROLS = """() => [...chat.shadowRoot.querySelectorAll("a[href], button, input, select, textarea")]
    .filter((node) => node.checkVisibility?.() !== false && node.getClientRects().length
        && !node.disabled && node.tabIndex >= 0 && !node.closest("[inert]"))
    .map((node) => node.getAttribute("aria-label") || node.innerText?.trim() || node.className)"""


def walk(chat: Chat, key: str) -> tuple[list[dict[str, Any]], str]:
    """Every place that the key leads to inside the chat, and where on the page it ends."""
    places: list[dict[str, Any]] = []
    for _ in range(80):
        chat.page.keyboard.press(key)
        place = chat.page.evaluate(HERE)
        if "outside" in place:
            return places, place["outside"]
        places.append(place)
    raise AssertionError(f"{key} never leaves the chat: {[place['name'] for place in places]}")


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_the_keyboard_goes_through_the_chat_and_leaves_it(chat: Chat, locale: str) -> None:
    chat.answers_with("Everything", *EVERYTHING, {"thread": {"title": "Everything"}})
    chat.page.set_viewport_size({"width": 800, "height": 900})
    chat.open(f'{{...{OPTIONS.format(theme="light")}, locale: "{locale}"}}')
    chat.page.evaluate("""() => {
        for (const id of ["before", "after"]) {
            const button = document.createElement("button");
            button.id = id;
            document.body[id === "before" ? "prepend" : "append"](button);
        }
    }""")
    box = chat.page.locator("openai-chatkit").get_by_role("textbox").last
    box.fill("Everything")
    box.press("Enter")
    chat.wait_for_event("response.end")
    expect(chat.page.get_by_role("button", name="Press")).to_be_visible(timeout=PATIENCE)
    expect(chat.page.locator("math")).to_be_attached()
    chat.page.locator("#before").focus()

    there, end = walk(chat, "Tab")
    back, start = walk(chat, "Shift+Tab")

    assert (end, start) == ("after", "before")
    assert [place["name"] for place in back] == [place["name"] for place in reversed(there)]
    assert set(chat.page.evaluate(CONTROLS)) <= {place["name"] for place in there}
    assert [place["name"] for place in there if place["covered"]] == []
    assert [place["name"] for place in there if place["small"]] == []
    # The box to write in shows the caret, and a stronger border around it.
    assert {place["tag"] for place in there if not place["rung"]} <= {"textarea", "div"}


def test_the_box_to_write_in_shows_that_the_keyboard_is_there(chat: Chat) -> None:
    chat.open()
    border = "getComputedStyle(chat.shadowRoot.querySelector('.composer')).borderTopColor"
    chat.page.locator("body").click(position={"x": 2, "y": 2})
    quiet = chat.page.evaluate(border)

    chat.call("focusComposer()")

    chat.page.wait_for_function(f"(quiet) => {border} !== quiet", arg=quiet)


def test_what_is_said_has_no_marks_of_markdown(chat: Chat) -> None:
    answer = "# Hours\n\nIt is **open** [today](/hours).\n\n- from `ten`\n- to four"
    chat.answers_with("When?", *say(answer))
    chat.open()
    chat.ask("Hello")
    live = chat.page.locator("openai-chatkit .root > [aria-live=polite]")

    chat.ask("When?")

    expect(live).to_have_text("Assistant said: Hours It is open today. from ten to four")
