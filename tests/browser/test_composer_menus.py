"""The composer's tools and models."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]

TOOLS = """{composer: {placeholder: "Ask", attachments: {enabled: true}, tools: [
    { id: "search", label: "Search the web", shortLabel: "Search", icon: "search",
      placeholderOverride: "What shall I look up?" },
    { id: "draw", label: "Draw", icon: "sparkle", persistent: true },
    { id: "deep", label: "Deep research", shortLabel: "Deep", icon: "lightbulb", pinned: true },
]}}"""
MODELS = """{composer: {models: [
    { id: "small", label: "Small" },
    { id: "large", label: "Large", description: "For hard problems", default: true },
    { id: "old", label: "Old", disabled: true },
]}}"""


def sent_options(chat: Chat) -> list[object]:
    return [request["params"]["input"]["inference_options"] for request in chat.requests]


@pytest.mark.row("C24")
def test_a_tool_of_the_menu_goes_with_one_message(chat: Chat) -> None:
    chat.open(TOOLS)
    chat.page.get_by_role("button", name="More options").click()
    menu = chat.page.get_by_role("menu")
    expect(menu.get_by_role("menuitem")).to_have_text(["Attach files"])
    expect(menu.get_by_role("menuitemradio")).to_have_text(["Search the web", "Draw"])

    menu.get_by_role("menuitemradio", name="Search the web").click()

    expect(menu).to_have_count(0)
    expect(chat.box).to_be_focused()
    expect(chat.box).to_have_attribute("placeholder", "What shall I look up?")
    expect(chat.page.get_by_role("button", name="Stop using Search")).to_have_text("Search")
    chat.ask("One")
    expect(chat.box).to_have_attribute("placeholder", "Ask")
    expect(chat.page.get_by_role("button", name="Stop using Search")).to_have_count(0)
    chat.ask("Two")
    assert sent_options(chat) == [{"tool_choice": {"id": "search"}}, {}]
    assert chat.events("tool.change") == [
        ["tool.change", {"toolId": "search"}],
        ["tool.change", {"toolId": None}],
    ]


@pytest.mark.row("C24")
def test_a_persistent_tool_stays_until_it_is_cleared(chat: Chat) -> None:
    chat.open(TOOLS)
    chat.page.get_by_role("button", name="More options").click()
    chat.page.get_by_role("menuitemradio", name="Draw").click()
    chat.ask("One")
    chat.ask("Two")

    chat.page.get_by_role("button", name="Stop using Draw").click()
    chat.ask("Three")

    draw = {"tool_choice": {"id": "draw"}}
    assert sent_options(chat) == [draw, draw, {}]
    assert chat.events("tool.change") == [
        ["tool.change", {"toolId": "draw"}],
        ["tool.change", {"toolId": None}],
    ]


@pytest.mark.row("C24")
def test_a_pinned_tool_is_a_switch_outside_the_menu(chat: Chat) -> None:
    chat.open(TOOLS)
    tools = chat.page.get_by_role("group", name="Tools").get_by_role("button")
    expect(tools).to_have_text(["Deep research"])
    expect(tools).to_have_attribute("aria-pressed", "false")

    tools.click()

    expect(tools).to_have_text(["Deep"])
    expect(tools).to_have_attribute("aria-pressed", "true")
    tools.click()
    expect(tools).to_have_attribute("aria-pressed", "false")
    assert chat.events("tool.change") == [
        ["tool.change", {"toolId": "deep"}],
        ["tool.change", {"toolId": None}],
    ]


@pytest.mark.row("C24")
def test_a_tool_that_is_no_longer_offered_is_not_sent(chat: Chat) -> None:
    chat.open(TOOLS)
    chat.call('setComposerValue({selectedToolId: "draw"})')

    chat.set_options("{}")
    chat.ask("One")

    assert sent_options(chat) == [{}]
    assert chat.events("tool.change")[-1] == ["tool.change", {"toolId": None}]


@pytest.mark.row("C24")
def test_the_menu_by_keyboard(chat: Chat) -> None:
    chat.open(TOOLS)
    keys = chat.page.keyboard
    button = chat.page.get_by_role("button", name="More options")
    attach = chat.page.get_by_role("menuitem", name="Attach files")
    search = chat.page.get_by_role("menuitemradio", name="Search the web")
    draw = chat.page.get_by_role("menuitemradio", name="Draw")
    button.focus()

    keys.press("ArrowUp")
    expect(draw).to_be_focused()
    keys.press("ArrowDown")
    expect(attach).to_be_focused()
    keys.press("End")
    expect(draw).to_be_focused()
    keys.press("Home")
    expect(attach).to_be_focused()
    keys.press("s")
    expect(search).to_be_focused()
    keys.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    keys.press("Enter")
    keys.press("ArrowDown")
    keys.press("Enter")

    expect(chat.page.get_by_role("button", name="Stop using Search")).to_be_visible()
    expect(chat.box).to_be_focused()


@pytest.mark.row("C24")
def test_a_click_elsewhere_closes_the_menu(chat: Chat) -> None:
    chat.open(TOOLS)
    chat.page.get_by_role("button", name="More options").click()
    expect(chat.page.get_by_role("menu")).to_be_visible()

    chat.greeting.click()

    expect(chat.page.get_by_role("menu")).to_have_count(0)
    assert chat.events("tool.change") == []


@pytest.mark.row("C24")
def test_the_menu_attaches_files(chat: Chat) -> None:
    chat.open(TOOLS)
    chat.page.get_by_role("button", name="More options").click()

    with chat.page.expect_file_chooser() as chooser:
        chat.page.get_by_role("menuitem", name="Attach files").click()
    chooser.value.set_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"})

    expect(chat.page.locator(".tile[data-state=ready]")).to_contain_text("a.txt")


@pytest.mark.row("C24")
@pytest.mark.parametrize("place", ["1000x700", "320x420"])
def test_the_menus_stay_inside_the_chat(chat: Chat, place: str) -> None:
    many = ",".join(f'{{id: "t{n}", label: "Tool {n}", icon: "search"}}' for n in range(20))
    chat.open(f"{{composer: {{tools: [{many}]}}}}", place)
    chat.page.get_by_role("button", name="More options").click()

    menu = chat.page.get_by_role("menu").bounding_box()
    frame = chat.page.locator("openai-chatkit").bounding_box()

    assert menu is not None
    assert frame is not None
    assert menu["y"] >= frame["y"]
    assert menu["x"] >= frame["x"]
    assert menu["x"] + menu["width"] <= frame["x"] + frame["width"]


@pytest.mark.row("C25")
def test_the_default_model_is_sent_until_another_is_chosen(chat: Chat) -> None:
    chat.open(MODELS)
    button = chat.page.get_by_role("button", name="Model: Large")
    chat.ask("One")

    button.click()
    options = chat.page.get_by_role("option")
    expect(options).to_have_text(["Small", "Large For hard problems", "Old"])
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    options.nth(0).click()

    expect(chat.page.get_by_role("button", name="Model: Small")).to_be_focused()
    chat.ask("Two")
    chat.ask("Three")
    assert sent_options(chat) == [{"model": "large"}, {"model": "small"}, {"model": "small"}]


@pytest.mark.row("C25")
def test_a_disabled_model_is_seen_and_not_chosen(chat: Chat) -> None:
    chat.open(MODELS)
    chat.page.get_by_role("button", name="Model: Large").click()
    old = chat.page.get_by_role("option", name="Old")
    expect(old).to_have_attribute("aria-disabled", "true")

    old.click(force=True)
    chat.page.keyboard.press("Escape")
    chat.ask("One")

    assert sent_options(chat) == [{"model": "large"}]


@pytest.mark.row("C25")
def test_a_model_by_keyboard(chat: Chat) -> None:
    chat.open(MODELS)
    keys = chat.page.keyboard
    chat.page.get_by_role("button", name="Model: Large").focus()

    keys.press("Enter")
    expect(chat.page.get_by_role("option", name="Large")).to_be_focused()
    keys.press("ArrowUp")
    keys.press("Space")

    expect(chat.page.get_by_role("button", name="Model: Small")).to_be_focused()
    expect(chat.page.get_by_role("listbox")).to_have_count(0)


@pytest.mark.row("C25")
def test_without_a_default_no_model_is_sent(chat: Chat) -> None:
    chat.open('{composer: {models: [{ id: "small", label: "Small" }]}}')
    expect(chat.page.get_by_role("button", name="Model", exact=True)).to_be_visible()

    chat.ask("One")

    assert sent_options(chat) == [{}]


@pytest.mark.row("C18")
@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ('selectedToolId: "nothing"', 'composer.tools has no "nothing".'),
        ('selectedModelId: "old"', 'composer.models has no "old" that can be chosen.'),
    ],
)
def test_what_is_not_offered_cannot_be_selected_by_a_script(
    chat: Chat, value: str, problem: str
) -> None:
    chat.open(MODELS)
    chat.box.fill("Mine")

    error = chat.call(f'setComposerValue({{text: "Theirs", {value}}})')

    assert error == f"IntegrationError: {problem}"
    expect(chat.box).to_have_value("Mine")
