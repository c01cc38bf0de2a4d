"""Commands: the menu that a ``/`` opens."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]

TOURS = """commands: {
    enabled: true,
    onSearch: async (query) => [
        { id: "tour", label: "Plan a tour", description: "Which rooms", icon: "map-pin" },
        { id: "exhibit", label: "Ask about an exhibit", icon: "cube", group: "Collection" },
        { id: "lens", label: "The lens", group: "Collection" },
    ].filter(({ label }) => label.toLowerCase().includes(query.toLowerCase())),
    onSelect: async ({ id }) => {
        chatCalls.push(["select", id]);
        if (id === "lens") {
            return { type: "entity", entity: { id, title: "Great lens", data: { floor: "2" } } };
        }
        if (id === "exhibit") {
            return { type: "menu", commands: [
                { id: "bell", label: "Fog bell" }, { id: "lens", label: "Lens" },
            ]};
        }
    },
}"""


def options(chat: Chat) -> Locator:
    return chat.page.get_by_role("option")


def sent(chat: Chat) -> list[object]:
    chat.box.press("Enter")
    chat.wait_for_event("response.end")
    content: list[object] = chat.requests[-1]["params"]["input"]["content"]
    return content


@pytest.mark.row("C29")
def test_a_slash_opens_the_commands_in_their_groups(chat: Chat) -> None:
    chat.open(f"{{{TOURS}}}")

    chat.box.press_sequentially("/")

    menu = chat.page.get_by_role("listbox", name="Commands")
    expect(menu.get_by_role("option")).to_have_text(
        ["Plan a tour Which rooms", "Ask about an exhibit", "The lens"]
    )
    expect(menu.get_by_role("group", name="Collection").get_by_role("option")).to_have_count(2)
    chat.box.press_sequentially("tour")
    expect(options(chat)).to_have_text(["Plan a tour Which rooms"])


@pytest.mark.row("C29")
def test_a_command_without_a_result_leaves_nothing_in_the_text(chat: Chat) -> None:
    chat.open(f"{{{TOURS}}}")
    chat.box.press_sequentially("Now /tour")
    expect(options(chat)).to_have_count(1)

    chat.box.press("Enter")

    expect(chat.box).to_have_value("Now ")
    expect(options(chat)).to_have_count(0)
    assert chat.calls("select") == [["tour"]]
    assert chat.requests == []


@pytest.mark.row("C29")
def test_a_command_that_answers_with_an_entity_inserts_it(chat: Chat) -> None:
    chat.open(f"{{{TOURS}}}")
    chat.box.press_sequentially("About /the l")
    expect(options(chat)).to_have_text(["The lens"])

    chat.box.press("Tab")

    expect(chat.box).to_have_value("About @Great lens ")
    assert sent(chat) == [
        {"type": "input_text", "text": "About "},
        {
            "type": "input_tag",
            "id": "lens",
            "text": "Great lens",
            "interactive": False,
            "data": {"floor": "2"},
        },
    ]


@pytest.mark.row("C29")
def test_a_command_that_answers_with_a_menu_opens_it(chat: Chat) -> None:
    chat.open(f"{{{TOURS}}}")
    chat.box.press_sequentially("/exhibit")
    expect(options(chat)).to_have_count(1)

    chat.box.press("Enter")

    menu = chat.page.get_by_role("listbox", name="Ask about an exhibit")
    expect(menu.get_by_role("option")).to_have_text(["Fog bell", "Lens"])
    chat.box.press_sequentially("len")
    expect(options(chat)).to_have_text(["Lens"])
    chat.box.press("Enter")
    expect(chat.box).to_have_value("@Great lens ")
    assert chat.calls("select") == [["exhibit"], ["lens"]]


@pytest.mark.row("C29")
def test_backspace_and_the_button_go_back_from_a_submenu(chat: Chat) -> None:
    chat.open(f"{{{TOURS}}}")
    for leave in ("Backspace", "button"):
        chat.box.fill("")
        chat.box.press_sequentially("/exhibit")
        expect(options(chat)).to_have_count(1)
        chat.box.press("Enter")
        expect(options(chat)).to_have_count(2)

        if leave == "button":
            chat.page.get_by_role("button", name="Ask about an exhibit").click()
        else:
            chat.box.press("Backspace")

        expect(options(chat)).to_have_count(3)
        expect(chat.box).to_have_value("/")


@pytest.mark.row("C29")
def test_the_composers_own_actions_are_commands_too(chat: Chat) -> None:
    chat.open("""{
        commands: {enabled: true},
        entities: {onTagSearch: async () => [{ id: "lamp", title: "Lamp" }]},
        composer: {
            attachments: {enabled: true},
            tools: [{ id: "search", label: "Search the web", icon: "search" }],
            models: [{ id: "small", label: "Small", default: true },
                     { id: "large", label: "Large" }],
        },
    }""")
    chat.box.press_sequentially("/")
    expect(options(chat)).to_have_text(
        ["Attach files", "Mention something", "Model", "Search the web"]
    )

    chat.box.press("End")
    chat.box.press("Enter")
    chat.box.press_sequentially("/model")
    expect(options(chat)).to_have_text(["Model"])
    chat.box.press("Enter")
    chat.box.press("ArrowDown")
    chat.box.press("Enter")
    expect(chat.box).to_have_value("")
    chat.box.press_sequentially("/ment")
    expect(options(chat)).to_have_text(["Mention something"])
    chat.box.press("Enter")
    expect(options(chat)).to_have_text(["Lamp"])
    chat.box.press("Enter")
    expect(chat.box).to_have_value("@Lamp ")
    with chat.page.expect_file_chooser() as chooser:
        chat.box.press_sequentially("/att")
        expect(options(chat)).to_have_text(["Attach files"])
        chat.box.press("Enter")
    assert chooser.value.is_multiple()

    chat.box.press("Enter")
    chat.wait_for_event("response.end")
    assert chat.requests[-1]["params"]["input"]["inference_options"] == {
        "tool_choice": {"id": "search"},
        "model": "large",
    }


@pytest.mark.row("C29")
def test_a_command_that_fails_is_told_to_the_page(chat: Chat) -> None:
    chat.open("""{commands: {enabled: true,
        onSearch: async () => [{ id: "tour", label: "Tour" }],
        onSelect: async () => { throw new Error("Closed today"); },
    }}""")
    chat.box.press_sequentially("Well /")
    expect(options(chat)).to_have_count(1)

    chat.box.press("Enter")

    chat.wait_for_event("error")
    assert chat.events("error") == [["error", {"error": "Error", "message": "Closed today"}]]
    expect(options(chat)).to_have_count(0)
    expect(chat.box).to_have_value("Well ")


@pytest.mark.row("C29")
def test_escape_while_a_command_works_takes_no_answer(chat: Chat) -> None:
    chat.open("""{commands: {enabled: true,
        onSearch: async () => [{ id: "tour", label: "Tour" }],
        onSelect: () => new Promise((resolve) => { window.answer = () =>
            resolve({ type: "entity", entity: { id: "a", title: "A" } }); }),
    }}""")
    chat.box.press_sequentially("/")
    expect(options(chat)).to_have_count(1)
    chat.box.press("Enter")

    chat.box.press("Escape")
    chat.page.evaluate("answer()")
    chat.box.press_sequentially("Hi")

    expect(options(chat)).to_have_count(0)
    expect(chat.box).to_have_value("Hi")


@pytest.mark.row("C29")
@pytest.mark.parametrize("commands", ["", "commands: {enabled: false}"])
def test_without_commands_a_slash_is_a_slash(chat: Chat, commands: str) -> None:
    chat.open(f"{{{commands}}}")

    chat.box.press_sequentially("/tour")

    expect(options(chat)).to_have_count(0)
    assert sent(chat) == [{"type": "input_text", "text": "/tour"}]
