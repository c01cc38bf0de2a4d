"""What an answer leans on: markers in its text, cards, and a list at its end."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import Step, done, say, stream, wait

pytestmark = [pytest.mark.browser, pytest.mark.socket]

ALMANAC = {
    "type": "url",
    "title": "Almanac",
    "url": "https://example.com/almanac",
    "description": "Tides and lights of the coast.",
    "group": "Books",
    "attribution": "Harbour Press",
    "timestamp": "2026-03-02",
}
LOG = {"type": "file", "title": "Log book", "filename": "log.pdf"}
LENS = {
    "type": "entity",
    "id": "lens",
    "title": "The great lens",
    "inline_label": "Lens",
    "label": "A lens of 1863",
    "interactive": True,
    "data": {"room": "top"},
}


def annotation(source: dict[str, Any], index: int | None = None) -> dict[str, Any]:
    return {"type": "annotation", "source": source, **({} if index is None else {"index": index})}


def answer(text: str, *annotations: dict[str, Any]) -> Step:
    """A message with its sources."""
    part = {"type": "output_text", "text": text, "annotations": list(annotations)}
    return done({"id": "$answer", "type": "assistant_message", "content": [part]})


def markers(chat: Chat) -> Locator:
    return chat.answers.get_by_label("Source ")


def card(chat: Chat) -> Locator:
    return chat.page.get_by_role("tooltip")


def line(chat: Chat, selector: str = "p") -> list[str]:
    """The texts of these blocks, each marker as ``[…]``."""
    found: list[str] = chat.answers.last.locator(selector).evaluate_all("""(blocks) => blocks.map(
        (block) => {
            const copy = block.cloneNode(true);
            for (const marker of copy.querySelectorAll(".ck-md-cite"))
                marker.replaceWith(`[${marker.textContent.trim()}]`);
            return copy.textContent;
        })""")
    return found


@pytest.mark.row("C35")
def test_markers_stand_where_the_text_says_one_number_for_each_source(chat: Chat) -> None:
    text = (
        "🎉 **Twenty miles.** In fog none.\n\n- Ask Ida\n\n|Lamp|\n|-|\n|Old|\n\n```py\nlit()\n```"
    )
    chat.answers_with(
        "Reach",
        answer(
            text,
            annotation(ALMANAC, text.index(" In fog")),
            annotation(LOG, text.index("\n\n- Ask")),
            annotation(ALMANAC, text.index("\n\n- Ask")),
            annotation(LOG, text.index("\n\n|Lamp")),
            annotation(ALMANAC, text.index("|\n\n```")),
            annotation(LENS, len(text)),
        ),
    )
    chat.open()

    chat.ask("Reach")

    expect(markers(chat)).to_have_count(6)
    assert line(chat) == ["🎉 Twenty miles.[1] In fog none.[2][1]"]
    assert line(chat, "li") == ["Ask Ida[2]"]
    assert line(chat, "td") == ["Old[1]"]
    assert line(chat, ".ck-md-language") == ["Python[Lens]"]
    expect(chat.answers.locator("pre")).to_have_text("lit()")


@pytest.mark.row("C35")
def test_a_marker_of_a_page_is_a_link_that_opens_elsewhere(chat: Chat) -> None:
    script = {"type": "url", "title": "Trap", "url": "javascript:alert(1)"}
    chat.answers_with("Reach", answer("Far. Near.", annotation(ALMANAC, 4), annotation(script, 10)))
    chat.open()

    chat.ask("Reach")

    link = chat.answers.get_by_role("link", name="Source 1: Almanac")
    expect(link).to_have_attribute("href", "https://example.com/almanac")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")
    expect(chat.answers.get_by_role("link")).to_have_count(1)
    expect(chat.answers.get_by_role("button", name="Source 2: Trap")).to_be_visible()


@pytest.mark.row("C35")
def test_hover_shows_what_is_known_of_a_source(chat: Chat) -> None:
    chat.answers_with("Reach", answer("Far.", annotation(ALMANAC, 4)))
    chat.open()
    chat.ask("Reach")

    markers(chat).hover()

    expect(card(chat)).to_have_text(
        "Almanac Books · Harbour Press · Mar 2, 2026 Tides and lights of the coast.",
        use_inner_text=True,
    )
    expect(markers(chat)).to_have_accessible_description(
        "Almanac Books · Harbour Press · Mar 2, 2026 Tides and lights of the coast."
    )


def tap(chat: Chat, place: Locator) -> None:
    """Touch something with a finger."""
    box = place.bounding_box()
    assert box is not None
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    finger = chat.page.context.new_cdp_session(chat.page)
    finger.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.row("C35")
def test_a_first_tap_shows_the_source_and_the_next_one_opens_it(chat: Chat) -> None:
    address = f"{chat.site.url}/test/element"
    chat.answers_with("Reach", answer("Far.", annotation({**ALMANAC, "url": address}, 4)))
    chat.open()
    chat.ask("Reach")

    tap(chat, markers(chat))
    expect(card(chat)).to_contain_text("Tides and lights of the coast.")
    assert len(chat.page.context.pages) == 1

    with chat.page.context.expect_page() as opened:
        tap(chat, markers(chat))
    assert opened.value.url == address


@pytest.mark.row("C35")
def test_a_click_opens_the_source_at_once(chat: Chat) -> None:
    address = f"{chat.site.url}/test/element"
    chat.answers_with("Reach", answer("Far.", annotation({**ALMANAC, "url": address}, 4)))
    chat.open()
    chat.ask("Reach")

    with chat.page.context.expect_page() as opened:
        markers(chat).click()

    assert opened.value.url == address


@pytest.mark.row("C35")
def test_focus_shows_the_card_and_escape_closes_it(chat: Chat) -> None:
    chat.answers_with("Reach", answer("Far.", annotation(LOG, 4)))
    chat.open()
    chat.ask("Reach")
    chat.page.mouse.move(0, 0)
    chat.page.keyboard.press("Shift+Tab")
    while not markers(chat).evaluate("(marker) => marker.matches(':focus')"):
        chat.page.keyboard.press("Shift+Tab")
    expect(card(chat)).to_have_text("Log book log.pdf", use_inner_text=True)

    chat.page.keyboard.press("Escape")

    expect(card(chat)).to_have_count(0)
    expect(markers(chat)).to_be_focused()


@pytest.mark.row("C35")
def test_an_interactive_entity_is_the_pages_to_preview_and_to_open(chat: Chat) -> None:
    chat.answers_with("Reach", answer("Far.", annotation(LENS, 4)))
    chat.open("""{entities: {
        onClick: (entity) => chatCalls.push(["click", entity]),
        onRequestPreview: async (entity) => ({ preview: { type: "Basic", children: [
            { type: "Text", value: `Two tonnes: ${entity.id}` }] } }),
    }}""")
    chat.ask("Reach")

    chat.answers.get_by_role("button", name="Source 1: The great lens").click()

    assert chat.calls("click") == [
        [
            {
                "id": "lens",
                "title": "The great lens",
                "interactive": True,
                "data": {"room": "top"},
            }
        ]
    ]
    chat.page.mouse.move(0, 0)
    markers(chat).hover()
    expect(card(chat)).to_have_text("Two tonnes: lens", timeout=PATIENCE)


@pytest.mark.row("C35")
@pytest.mark.parametrize("is_interactive", [True, False])
def test_without_a_preview_an_entity_has_a_card_with_its_label(
    chat: Chat, is_interactive: bool
) -> None:
    lens = {**LENS, "interactive": is_interactive}
    chat.answers_with(f"Reach {is_interactive}", answer("Far.", annotation(lens, 4)))
    chat.open("{entities: {onRequestPreview: async () => ({ preview: null })}}")
    chat.ask(f"Reach {is_interactive}")

    markers(chat).hover()

    expect(card(chat)).to_have_text("A lens of 1863")


@pytest.mark.row("C35")
def test_the_list_of_sources_opens_at_the_end(chat: Chat) -> None:
    bare = {"type": "url", "title": "Chart", "url": "https://www.charts.example/12"}
    chat.answers_with(
        "Reach",
        answer("Far.", annotation(ALMANAC, 4), annotation(LOG), annotation(bare), annotation(LENS)),
    )
    chat.open("{entities: {onClick: (entity) => chatCalls.push(['click', entity.id])}}")
    chat.ask("Reach")
    button = chat.answers.get_by_role("button", name="Sources")
    expect(button).to_have_attribute("aria-expanded", "false")

    button.click()

    sources = chat.answers.get_by_role("list", name="Sources")
    expect(sources.get_by_role("listitem")).to_have_text(
        [
            "1 Almanac Books · Harbour Press · Mar 2, 2026 Tides and lights of the coast.",
            "2 Log book log.pdf",
            "3 Chart charts.example",
            "4 The great lens",
        ],
        use_inner_text=True,
    )
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(sources.get_by_role("link", name="Chart")).to_have_attribute("href", bare["url"])
    sources.get_by_role("button", name="The great lens").click()
    assert chat.calls("click") == [["lens"]]
    button.press("Enter")
    expect(sources).to_be_hidden()


@pytest.mark.row("C35")
def test_without_a_place_in_the_text_a_source_is_in_the_list_alone(chat: Chat) -> None:
    chat.answers_with("Reach", answer("Far.", annotation(ALMANAC)))
    chat.open()
    chat.ask("Reach")

    expect(markers(chat)).to_have_count(0)
    chat.answers.get_by_role("button", name="Sources").click()
    expect(chat.answers.get_by_role("listitem")).to_have_count(1)


@pytest.mark.row("C35")
def test_a_source_that_comes_while_the_text_streams_moves_no_text(chat: Chat) -> None:
    update = {"type": "thread.item.updated", "item_id": "$answer"}
    kind = "assistant_message.content_part.annotation_added"
    first = {"type": kind, "content_index": 0, "annotation_index": 0}
    chat.answers_with(
        "Reach",
        stream(
            "It is seen far out.\n\nIn fog",
            wait("source"),
            {**update, "update": {**first, "annotation": annotation(ALMANAC, 19)}},
            wait("rest"),
            " nobody sees it.",
        )[:-1],
        answer("It is seen far out.\n\nIn fog nobody sees it.", annotation(ALMANAC, 19)),
    )
    chat.open()
    chat.say("Reach")
    chat.expect_answer("In fog")
    places = """(answer) => [...answer.querySelectorAll("p")].map((paragraph) => {
        const { top, height } = paragraph.getBoundingClientRect();
        const words = document.createRange();
        words.selectNodeContents(paragraph.firstChild);
        return [top, height, words.getBoundingClientRect().x];
    })"""
    before = chat.answers.evaluate(places)
    chat.answers.evaluate("(answer) => { window.first = answer.querySelector('p').firstChild; }")

    chat.open_gate("source")

    expect(markers(chat)).to_have_count(1)
    assert line(chat) == ["It is seen far out.[1]", "In fog"]
    assert chat.answers.evaluate(places) == before
    assert chat.answers.evaluate("(answer) => first === answer.querySelector('p').firstChild")
    expect(chat.answers.get_by_role("button", name="Sources")).to_have_count(0)
    chat.open_gate("rest")
    expect(chat.answers.get_by_role("button", name="Sources")).to_be_visible()
    assert line(chat) == ["It is seen far out.[1]", "In fog nobody sees it."]


@pytest.mark.row("C35")
def test_what_is_copied_and_quoted_has_no_markers(chat: Chat) -> None:
    chat.answers_with("Reach", answer("Far out.", annotation(ALMANAC, 3)), say("More.", "$more"))
    chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chat.open()
    chat.ask("Reach")
    expect(markers(chat)).to_have_count(1)

    chat.page.get_by_role("button", name="Copy").click()
    expect(chat.page.get_by_role("button", name="Copied")).to_be_visible()

    assert chat.page.evaluate("navigator.clipboard.readText()") == "Far out.\n\nMore."
    selected = chat.answers.first.locator("p").evaluate("""(paragraph) => {
        getSelection().selectAllChildren(paragraph);
        return String(getSelection());
    }""")
    assert selected.strip() == "Far out."


@pytest.mark.row("C35")
def test_sources_are_there_after_a_reload(chat: Chat) -> None:
    chat.answers_with("Reach", answer("Far.", annotation(ALMANAC, 4)))
    chat.open()
    chat.ask("Reach")
    thread_id = chat.thread_id

    chat.open(f'{{initialThread: "{thread_id}"}}')

    expect(markers(chat)).to_have_text("1")
    expect(chat.answers.get_by_role("button", name="Sources")).to_be_visible()
