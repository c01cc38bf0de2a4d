"""Entities: mentioned in the composer, clicked and previewed in messages."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import PATIENCE, Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]

LAMP = """{ type: "input_tag", id: "lamp", text: "North lamp", group: "Lamps",
            data: { room: "top" }, interactive: true }"""


def send_tag(chat: Chat, tag: str = LAMP) -> Locator:
    """Send a message with a tag; the tag in the thread."""
    error = chat.call(f"""sendUserMessage({{ content: [
        {{ type: "input_text", text: "Light " }}, {tag}, {{ type: "input_text", text: " now" }},
    ]}})""")
    assert error is None
    return chat.questions.locator(".tag")


def card(chat: Chat) -> Locator:
    """The card of the entity that is looked at."""
    return chat.page.get_by_role("tooltip")


@pytest.mark.row("C28")
def test_a_click_on_an_interactive_entity_is_the_pages(chat: Chat) -> None:
    chat.open("{entities: {onClick: (entity) => chatCalls.push(['click', entity])}}")

    send_tag(chat)
    chat.questions.get_by_role("button", name="North lamp").click()

    assert chat.calls("click") == [
        [
            {
                "id": "lamp",
                "title": "North lamp",
                "group": "Lamps",
                "interactive": True,
                "data": {"room": "top"},
            }
        ]
    ]


@pytest.mark.row("C28")
def test_an_entity_that_is_not_interactive_is_words(chat: Chat) -> None:
    chat.open("{entities: {onClick: (entity) => chatCalls.push(['click', entity])}}")

    tag = send_tag(chat, '{ type: "input_tag", id: "lamp", text: "North lamp", data: {} }')
    tag.click()

    expect(chat.questions.get_by_role("button")).to_have_count(0)
    assert chat.calls("click") == []


@pytest.mark.row("C28")
def test_hover_shows_the_preview_of_the_page(chat: Chat) -> None:
    chat.open("""{entities: {onRequestPreview: async (entity) => {
        chatCalls.push(["preview", entity.id]);
        return { preview: { type: "Basic", children: [
            { type: "Title", value: "The north lamp" }, { type: "Badge", label: "Lit" },
        ]}};
    }}}""")
    tag = send_tag(chat)

    tag.hover()

    expect(card(chat)).to_contain_text("The north lamp", timeout=PATIENCE)
    expect(card(chat).get_by_text("Lit")).to_be_visible()
    assert chat.calls("preview") == [["lamp"]]
    expect(tag).to_have_accessible_description("The north lamp Lit")


@pytest.mark.row("C28")
def test_a_preview_however_high_leaves_its_entity_to_be_clicked(chat: Chat) -> None:
    chat.open("""{entities: {
        onClick: () => chatCalls.push(["click"]),
        onRequestPreview: async () => ({ preview: { type: "Basic", children: Array.from(
            { length: 60 }, (_, number) => ({ type: "Text", value: `Line ${number}` })) }}),
    }}""")
    tag = send_tag(chat)

    tag.hover()
    expect(card(chat)).to_contain_text("Line 59", timeout=PATIENCE)
    tag.click()

    assert chat.calls("click") == [[]]
    box, frame = card(chat).bounding_box(), chat.page.locator("openai-chatkit").bounding_box()
    assert box is not None
    assert frame is not None
    assert box["y"] + box["height"] <= frame["y"] + frame["height"]


@pytest.mark.row("C28")
@pytest.mark.parametrize("entities", ["{}", "{onRequestPreview: async () => ({ preview: null })}"])
def test_without_a_preview_the_card_tells_title_and_group(chat: Chat, entities: str) -> None:
    chat.open(f"{{entities: {entities}}}")
    tag = send_tag(chat)

    tag.hover()

    expect(card(chat)).to_have_text("North lamp Lamps", use_inner_text=True)


@pytest.mark.row("C28")
def test_a_preview_that_fails_is_told_to_the_page_alone(chat: Chat) -> None:
    chat.open("{entities: {onRequestPreview: async () => { throw new Error('No oil'); }}}")
    tag = send_tag(chat)

    tag.hover()

    expect(card(chat)).to_have_text("North lamp Lamps", use_inner_text=True)
    assert chat.events("error") == [["error", {"error": "Error", "message": "No oil"}]]


@pytest.mark.row("C28")
def test_the_keyboard_opens_and_escape_closes_the_card(chat: Chat) -> None:
    chat.open("{header: {enabled: false}}")
    tag = send_tag(chat)
    chat.wait_for_event("response.end")
    chat.page.mouse.move(0, 0)
    chat.page.keyboard.press("Tab")
    while not tag.evaluate("(tag) => tag.matches(':focus')"):
        chat.page.keyboard.press("Shift+Tab")
    expect(card(chat)).to_be_visible()

    chat.page.keyboard.press("Escape")

    expect(card(chat)).to_have_count(0)
    expect(tag).to_be_focused()


@pytest.mark.row("C28")
def test_the_card_stays_while_the_pointer_is_on_it(chat: Chat) -> None:
    chat.page.clock.install()
    chat.open()
    tag = send_tag(chat)
    tag.hover()
    expect(card(chat)).to_be_visible()

    card(chat).hover()
    chat.page.clock.fast_forward(1000)
    expect(card(chat)).to_be_visible()

    chat.page.mouse.move(0, 0)
    expect(card(chat)).to_have_count(0)


@pytest.mark.row("C28")
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_the_card_stands_inside_the_frame(chat: Chat, locale: str) -> None:
    chat.open(f'{{locale: "{locale}"}}', place="320x480")
    tag = send_tag(chat, LAMP.replace("North lamp", "The lamp of the north tower"))

    tag.hover()
    expect(card(chat)).to_be_visible()

    box = card(chat).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] + box["height"] <= 480


@pytest.mark.row("C28")
def test_a_button_in_the_card_is_reached_by_tab_and_calls_the_page(chat: Chat) -> None:
    chat.open("""{
        entities: {onRequestPreview: async () => ({ preview: { type: "Basic", children: [
            { type: "Button", label: "Light it",
              onClickAction: { type: "light", payload: { now: true }, handler: "client" } },
        ]}})},
        widgets: {onAction: async (action, item) => { chatCalls.push(["act", action, item.id]); }},
    }""")
    tag = send_tag(chat)
    chat.wait_for_event("response.end")
    tag.hover()
    button = chat.page.get_by_role("button", name="Light it")
    expect(button).to_be_visible(timeout=PATIENCE)
    tag.focus()

    chat.page.keyboard.press("Tab")
    expect(button).to_be_focused()
    chat.page.keyboard.press("Enter")

    chat.page.wait_for_function("() => chatCalls.some(([name]) => name === 'act')")
    assert chat.calls("act") == [[{"type": "light", "payload": {"now": True}}, "lamp"]]
