"""Mentions: looked for after an ``@``, chips in the text, tags in the message."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.test_accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.socket]

LAMPS = """{entities: {onTagSearch: async (query) => {
    chatCalls.push(["search", query]);
    return [
        { id: "north", title: "North lamp", icon: "lightbulb", group: "Lamps", interactive: true,
          data: { room: "top" } },
        { id: "ida", title: "Ida Strand", icon: "user", group: "Keepers" },
        { id: "south", title: "South lamp", icon: "lightbulb", group: "Lamps" },
    ].filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
}}}"""
NORTH = {
    "type": "input_tag",
    "id": "north",
    "text": "North lamp",
    "group": "Lamps",
    "interactive": True,
    "data": {"room": "top"},
}
IDA = {
    "type": "input_tag",
    "id": "ida",
    "text": "Ida Strand",
    "group": "Keepers",
    "interactive": False,
    "data": {},
}


def options(chat: Chat) -> Locator:
    return chat.page.get_by_role("option")


def chips(chat: Chat) -> Locator:
    return chat.page.locator("chatkit-tags mark")


def mention(chat: Chat, query: str, title: str) -> None:
    """Write ``@`` and a query, and choose what has that title."""
    chat.box.press_sequentially(f"@{query}")
    expect(options(chat).first).to_contain_text(title)
    chat.box.press("Enter")
    expect(options(chat)).to_have_count(0)


def sent(chat: Chat) -> list[dict[str, Any]]:
    """Send what is written; its content."""
    chat.box.press("Enter")
    chat.wait_for_event("response.end")
    content: list[dict[str, Any]] = chat.requests[-1]["params"]["input"]["content"]
    return content


def text(words: str) -> dict[str, str]:
    return {"type": "input_text", "text": words}


@pytest.mark.row("C27")
def test_an_at_sign_opens_what_there_is_in_its_groups(chat: Chat) -> None:
    chat.open(LAMPS)

    chat.box.press_sequentially("Light @")

    menu = chat.page.get_by_role("listbox", name="Mention something")
    expect(menu.get_by_role("group", name="Lamps").get_by_role("option")).to_have_text(
        ["North lamp", "South lamp"]
    )
    expect(menu.get_by_role("group", name="Keepers").get_by_role("option")).to_have_text(
        ["Ida Strand"]
    )
    expect(options(chat).locator("svg")).to_have_count(3)
    expect(menu.get_by_role("option", name="North lamp")).to_have_attribute("aria-selected", "true")


@pytest.mark.row("C27")
def test_a_mention_is_sent_as_a_tag_between_the_words(chat: Chat) -> None:
    chat.open(LAMPS)
    chat.box.press_sequentially("Light ")
    mention(chat, "nor", "North lamp")
    chat.box.press_sequentially("for ")
    mention(chat, "ida", "Ida Strand")
    expect(chat.box).to_have_value("Light @North lamp for @Ida Strand ")
    expect(chips(chat)).to_have_text(["@North lamp", "@Ida Strand"])

    content = sent(chat)

    assert content == [text("Light "), NORTH, text(" for "), IDA]
    expect(chat.questions.locator(".tag")).to_have_text(["North lamp", "Ida Strand"])


@pytest.mark.row("C28")
def test_a_mention_shows_its_icon_in_the_message_and_in_its_card(chat: Chat) -> None:
    chat.open(LAMPS)
    mention(chat, "north", "North lamp")
    box = chips(chat).bounding_box()
    assert box is not None
    chat.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    lightbulb = chat.page.locator(".entity-card-icon path").first
    expect(lightbulb).to_be_visible()
    drawn = lightbulb.get_attribute("d") or ""
    chat.page.mouse.move(0, 0)

    sent(chat)

    tag = chat.questions.locator(".tag")
    expect(tag).to_have_text("North lamp")
    expect(tag).to_have_accessible_name("North lamp")
    expect(tag.locator("path").first).to_have_attribute("d", drawn)
    tag.hover()
    expect(lightbulb).to_have_attribute("d", drawn)


@pytest.mark.row("C27")
def test_arrows_home_and_end_move_and_tab_picks(chat: Chat) -> None:
    chat.open(LAMPS)
    chat.box.press_sequentially("@")
    active = chat.page.locator("[role=option][aria-selected=true]")
    expect(active).to_have_text("North lamp")

    seen = []
    for key in ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Home", "End"]:
        chat.box.press(key)
        seen.append(active.inner_text())
    chat.box.press("Tab")

    assert seen == [
        "South lamp", "Ida Strand", "North lamp", "Ida Strand", "North lamp", "Ida Strand",
    ]  # fmt: skip
    expect(chat.box).to_have_value("@Ida Strand ")
    expect(chat.box).to_be_focused()
    assert chat.requests == []


@pytest.mark.row("C27")
def test_escape_closes_and_keeps_what_was_written(chat: Chat) -> None:
    chat.open(LAMPS)
    chat.box.press_sequentially("@nor")
    expect(options(chat)).to_have_count(1)

    chat.box.press("Escape")
    chat.box.press_sequentially("th")

    expect(options(chat)).to_have_count(0)
    assert sent(chat) == [text("@north")]


@pytest.mark.row("C27")
def test_a_pointer_chooses_too(chat: Chat) -> None:
    chat.open(LAMPS)
    chat.box.press_sequentially("@")

    options(chat).filter(has_text="Ida Strand").click()

    expect(chat.box).to_have_value("@Ida Strand ")
    expect(chat.box).to_be_focused()


@pytest.mark.row("C27")
def test_a_screen_reader_hears_how_many_and_which(chat: Chat) -> None:
    chat.open(LAMPS)
    chat.box.press_sequentially("@lamp")
    expect(options(chat)).to_have_count(2)
    expect(chat.page.get_by_role("status")).to_have_text("Mention something: 2")

    chat.box.press("ArrowDown")

    second = options(chat).nth(1)
    active = chat.box.get_attribute("aria-activedescendant")
    assert active == second.get_attribute("id")
    expect(second).to_have_accessible_name("South lamp")
    listbox = chat.page.get_by_role("listbox")
    assert chat.box.get_attribute("aria-controls") == listbox.get_attribute("id")
    chat.box.press_sequentially("zz")
    expect(chat.page.get_by_role("status")).to_have_text("No results")
    expect(chat.box).not_to_have_attribute("aria-activedescendant", active or "")


@pytest.mark.row("C27")
def test_the_page_is_asked_when_typing_rests_and_its_last_answer_counts(chat: Chat) -> None:
    chat.open("""{entities: {onTagSearch: (query) => {
        chatCalls.push(["search", query]);
        return new Promise((resolve) => { (window.answer ??= {})[query] = () =>
            resolve([{ id: query, title: `About ${query}` }]); });
    }}}""")
    chat.page.clock.install(time=0)
    chat.page.clock.pause_at(10_000)
    chat.box.press_sequentially("@")
    chat.page.clock.run_for(10)
    chat.box.press_sequentially("ab")
    chat.page.clock.run_for(140)
    chat.box.press_sequentially("c")
    chat.page.clock.run_for(200)
    assert chat.calls("search") == [[""], ["abc"]]

    chat.page.evaluate("answer.abc()")
    expect(options(chat)).to_have_text(["About abc"])
    chat.page.evaluate("answer['']()")
    chat.page.clock.run_for(100)

    expect(options(chat)).to_have_text(["About abc"])


@pytest.mark.row("C27")
def test_enter_before_the_answer_takes_what_comes_first(chat: Chat) -> None:
    chat.open("""{entities: {onTagSearch: (query) => new Promise((resolve) => {
        window.answer = () => resolve([{ id: "lamp", title: "Lamp" }]);
    })}}""")
    chat.box.press_sequentially("@")
    expect(chat.page.get_by_text("Loading…")).to_be_visible()

    chat.box.press("Enter")
    chat.page.evaluate("answer()")

    expect(chat.box).to_have_value("@Lamp ")
    assert chat.requests == []


@pytest.mark.row("C27")
def test_nothing_found_says_so_and_enter_sends(chat: Chat) -> None:
    chat.open("{entities: {onTagSearch: async () => []}}")
    chat.box.press_sequentially("@nobody")
    expect(chat.page.get_by_role("paragraph").get_by_text("No results")).to_be_visible()

    assert sent(chat) == [text("@nobody")]


@pytest.mark.row("C27")
def test_a_search_that_fails_is_told_and_can_be_tried_again(chat: Chat) -> None:
    chat.open("""{entities: {onTagSearch: async () => {
        if (!window.works) throw new Error("No oil");
        return [{ id: "lamp", title: "Lamp" }];
    }}}""")
    chat.box.press_sequentially("@")
    expect(chat.page.get_by_text("Something went wrong. Please try again.").first).to_be_visible()
    assert chat.events("error") == [["error", {"error": "Error", "message": "No oil"}]]

    chat.page.evaluate("window.works = true")
    chat.page.get_by_role("button", name="Try again").click()

    expect(options(chat)).to_have_text(["Lamp"])


@pytest.mark.row("C27")
@pytest.mark.parametrize("written", ["ann@lamp.example", "a @ lamp", "@ lamp"])
def test_an_at_sign_in_other_words_opens_nothing(chat: Chat, written: str) -> None:
    chat.open(LAMPS)

    chat.box.press_sequentially(written)

    assert [query for [query] in chat.calls("search") if query] == []
    expect(options(chat)).to_have_count(0)


@pytest.mark.row("C27")
@pytest.mark.parametrize(
    ("keys", "rest"),
    [
        (["Backspace", "Backspace"], "Light "),
        (["Control+Backspace"], "Light "),
        (["ArrowLeft", "ArrowLeft", "Delete"], "Light  "),
        (["ArrowLeft", "Shift+ArrowLeft", "Delete"], "Light  "),
    ],
)
def test_a_chip_is_deleted_as_a_whole(chat: Chat, keys: list[str], rest: str) -> None:
    chat.open(LAMPS)
    chat.box.press_sequentially("Light ")
    mention(chat, "nor", "North lamp")

    for key in keys:
        chat.box.press(key)

    expect(chat.box).to_have_value(rest)
    expect(chips(chat)).to_have_count(0)


@pytest.mark.row("C27")
def test_the_caret_goes_over_a_chip_in_one_step(chat: Chat) -> None:
    chat.open(LAMPS)
    chat.box.press_sequentially("a")
    chat.call("""setComposerValue({ content: [
        { type: "input_text", text: "ab" },
        { type: "input_tag", id: "n", text: "North lamp", data: {} },
        { type: "input_text", text: "cd" },
    ]})""")
    expect(chips(chat)).to_have_text(["@North lamp"])
    chat.box.press("End")
    for key, place in [
        ("ArrowLeft", 14),
        ("ArrowLeft", 13),
        ("ArrowLeft", 2),
        ("ArrowLeft", 1),
        ("ArrowRight", 2),
        ("ArrowRight", 13),
        ("Shift+ArrowLeft", 2),
    ]:
        chat.box.press(key)
        chat.page.wait_for_function(
            "(place) => chat.shadowRoot.querySelector('textarea').selectionStart === place",
            arg=place,
        )


@pytest.mark.row("C27")
def test_chips_outlive_edits_and_undo_brings_them_back(chat: Chat) -> None:
    chat.open(LAMPS)
    mention(chat, "nor", "North lamp")
    chat.box.press("Home")
    chat.box.press_sequentially("Is ")
    expect(chips(chat)).to_have_text(["@North lamp"])
    chat.box.press("End")
    chat.box.press("Backspace")
    chat.box.press("Backspace")
    expect(chips(chat)).to_have_count(0)
    expect(chat.box).to_have_value("Is ")

    while "@" not in chat.box.input_value():
        chat.box.press("Control+z")

    expect(chips(chat)).to_have_text(["@North lamp"])
    assert sent(chat)[:2] == [text("Is "), NORTH]


@pytest.mark.row("C27")
def test_chips_are_cut_and_pasted(chat: Chat) -> None:
    chat.open(LAMPS)
    chat.box.press_sequentially("Light ")
    mention(chat, "nor", "North lamp")
    chat.box.press("Control+a")
    chat.box.press("Control+x")
    expect(chat.box).to_have_value("")

    chat.box.press_sequentially("Now ")
    chat.box.press("Control+v")

    expect(chips(chat)).to_have_text(["@North lamp"])
    assert sent(chat) == [text("Now Light "), NORTH]


@pytest.mark.row("C27")
def test_the_same_words_beside_a_chip_are_words(chat: Chat) -> None:
    chat.open(LAMPS)
    mention(chat, "nor", "North lamp")

    chat.box.press("Home")
    chat.box.press_sequentially("@North lamp")
    chat.box.press("Escape")
    chat.box.press_sequentially(" is ")

    assert sent(chat) == [text("@North lamp is "), NORTH]


@pytest.mark.row("C27")
def test_the_button_writes_the_at_sign(chat: Chat) -> None:
    chat.open(LAMPS.replace("{entities: {", "{entities: {showComposerMenu: true, "))
    chat.box.press_sequentially("Light")

    chat.page.get_by_role("button", name="Mention something").click()

    expect(chat.box).to_be_focused()
    expect(chat.box).to_have_value("Light @")
    expect(options(chat)).to_have_count(3)


@pytest.mark.row("C27")
def test_there_is_no_button_without_a_search(chat: Chat) -> None:
    chat.open("{entities: {showComposerMenu: true}}")

    expect(chat.page.get_by_role("button", name="Mention something")).to_have_count(0)


@pytest.mark.row("C27")
def test_an_input_method_can_look_for_something(chat: Chat) -> None:
    chat.open("""{entities: {onTagSearch: async (query) =>
        [{ id: "lamp", title: "灯台" }].filter(({ title }) => title.includes(query))}}""")
    devtools = chat.page.context.new_cdp_session(chat.page)
    chat.box.press_sequentially("@")
    devtools.send("Input.imeSetComposition", {"text": "灯", "selectionStart": 1, "selectionEnd": 1})
    expect(options(chat)).to_have_text(["灯台"])
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    devtools.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    devtools.send("Input.insertText", {"text": "灯"})
    expect(chat.box).to_have_value("@灯")

    chat.box.press("Enter")

    expect(chat.box).to_have_value("@灯台 ")
    assert chat.requests == []


@pytest.mark.row("C27")
def test_a_chip_that_is_pointed_at_or_selected_shows_its_preview(chat: Chat) -> None:
    chat.open(
        LAMPS.replace(
            "{entities: {",
            """{entities: { onRequestPreview: async ({ id, data }) => ({ preview: {
                type: "Basic", children: [{ type: "Text", value: `${id} ${data.room}` }] } }),""",
        )
    )
    mention(chat, "nor", "North lamp")
    card = chat.page.get_by_role("tooltip")
    box = chips(chat).bounding_box()
    assert box is not None

    chat.page.mouse.move(box["x"] + 20, box["y"] + 8, steps=4)
    expect(card).to_have_text("north top", timeout=PATIENCE)
    chat.page.mouse.move(0, 0)
    expect(card).to_have_count(0)

    chat.box.press("ArrowLeft")
    chat.box.press("Shift+ArrowLeft")
    expect(card).to_have_text("north top")
    chat.page.keyboard.press("Escape")
    expect(card).to_have_count(0)


@pytest.mark.row("C27")
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_letters_and_chips_stand_in_the_same_place(chat: Chat, locale: str) -> None:
    name = "North lamp" if locale == "en" else "المصباح الشمالي"
    chat.open(f'{{locale: "{locale}"}}', place="320x600")
    words = "light up " * 12 if locale == "en" else "أضئ المصباح " * 12

    chat.call(f"""setComposerValue({{ content: [
        {{ type: "input_text", text: "{words}" }},
        {{ type: "input_tag", id: "n", text: "{name}", data: {{}} }},
        {{ type: "input_text", text: " {words * 3}" }},
    ]}})""")
    expect(chips(chat)).to_have_text([f"@{name}"])

    heights = chat.page.evaluate("""() => {
        const root = chat.shadowRoot;
        const field = root.querySelector("textarea");
        const layer = root.querySelector("chatkit-tags");
        field.scrollTop = 10_000;
        return new Promise(requestAnimationFrame).then(() => [
            field.scrollHeight, layer.scrollHeight, field.scrollTop, layer.scrollTop,
            field.clientWidth, layer.clientWidth,
        ]);
    }""")

    assert heights[0::2] == heights[1::2]
    assert heights[2] > 0


@pytest.mark.row("C27")
def test_axe_finds_nothing_in_the_menu_and_the_chips(chat: Chat) -> None:
    chat.open(LAMPS)
    mention(chat, "nor", "North lamp")

    chat.box.press_sequentially("@")
    expect(options(chat)).to_have_count(3)

    assert violations(chat) == []
