"""For everyone: keyboard alone, screen readers, and axe's rules."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import Step, done, output, say, stream, wait, widget, workflow

pytestmark = [pytest.mark.browser, pytest.mark.socket]

EVERYTHING: list[Step | list[Step]] = [
    say(
        "# Title\n\n- list\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```python\nprint(1)\n```\n\n$x^2$"
    ),
    widget(
        {"type": "Title", "value": "A card"},
        {"type": "Button", "label": "Press", "onClickAction": {"type": "press"}},
        {"type": "Input", "name": "name", "placeholder": "Name"},
    ),
    done(workflow(tasks=[{"type": "thought", "title": "Thought", "content": "Deep"}])),
    {"type": "notice", "level": "warning", "title": "Careful", "message": "A *notice*"},
    done({"id": "$last", "type": "assistant_message", "content": [output("The end.")]}),
    {"type": "error", "code": "custom", "message": "An error", "allow_retry": True},
]
OPTIONS = """{{
    theme: "{theme}",
    threadItemActions: {{ feedback: true, retry: true }},
    composer: {{
        attachments: {{ enabled: true }},
        tools: [{{ id: "search", label: "Search", icon: "search" }}],
        models: [{{ id: "small", label: "Small", default: true }}],
    }},
    disclaimer: {{ text: "It may err." }},
    startScreen: {{ prompts: [{{ label: "Prompt", prompt: "Prompt", icon: "sparkle" }}] }},
}}"""


def violations(chat: Chat) -> list[object]:
    chat.page.wait_for_function(
        "() => !document.querySelector('openai-chatkit').shadowRoot.getAnimations()"
        ".some((animation) => animation.playState === 'running'"
        " && animation.effect.getTiming().iterations !== Infinity"
        # It follows the voice, and never comes to rest.
        " && !animation.effect.target.closest('.dictation-meter'))"
    )
    found = Axe().run(chat.page).response["violations"]
    return [
        (violation["id"], node["target"], node["failureSummary"])
        for violation in found
        for node in violation["nodes"]
        # A bare test page has no headings and landmarks of its own.
        if violation["id"] not in {"page-has-heading-one", "region"}
    ]


@pytest.mark.row("C47")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(chat: Chat, theme: Literal["light", "dark"]) -> None:
    chat.answers_with("Everything", *EVERYTHING, {"thread": {"title": "Everything"}})
    chat.open(OPTIONS.format(theme=theme))
    assert violations(chat) == []

    chat.ask("Everything")
    expect(chat.page.get_by_role("button", name="Press")).to_be_visible(timeout=PATIENCE)
    expect(chat.page.locator("math")).to_be_attached()
    assert violations(chat) == []

    history = chat.open_history()
    expect(history.locator(".history-open")).to_have_count(1)
    assert violations(chat) == []

    history.get_by_role("button", name="Delete: Everything").click()
    expect(chat.page.get_by_role("dialog", name="Delete conversation?")).to_be_visible()
    assert violations(chat) == []


BOTH = pytest.mark.parametrize("theme", ["light", "dark"])
COMPOSER = """{{
    theme: "{theme}",
    composer: {{
        attachments: {{ enabled: true }},
        dictation: {{ enabled: true }},
        tools: [
            {{ id: "search", label: "Search", icon: "search" }},
            {{ id: "deep", label: "Deep research", icon: "lightbulb", pinned: true }},
        ],
        models: [
            {{ id: "small", label: "Small", description: "Quick", default: true }},
            {{ id: "old", label: "Old", disabled: true }},
        ],
    }},
    entities: {{
        showComposerMenu: true,
        onTagSearch: async () => [
            {{ id: "north", title: "North lamp", icon: "lightbulb", group: "Lamps" }},
            {{ id: "ida", title: "Ida Strand" }},
        ],
    }},
    commands: {{
        enabled: true,
        onSearch: async () => [
            {{ id: "tour", label: "Plan a tour", description: "Which rooms", icon: "map-pin" }},
        ],
        onSelect: async () => undefined,
    }},
}}"""


@pytest.mark.row("C47")
@BOTH
def test_axe_finds_nothing_in_the_open_menus_of_the_composer(chat: Chat, theme: str) -> None:
    chat.open(COMPOSER.format(theme=theme))

    chat.page.get_by_role("button", name="More options").click()
    expect(chat.page.get_by_role("menuitemradio", name="Search")).to_be_visible()
    assert violations(chat) == []
    chat.page.keyboard.press("Escape")

    chat.page.get_by_role("button", name="Model").click()
    expect(chat.page.get_by_role("option", name="Old")).to_be_visible()
    assert violations(chat) == []
    chat.page.keyboard.press("Escape")

    for sign, name in (("@", "Mention something"), ("/", "Commands")):
        chat.box.press_sequentially(sign)
        expect(
            chat.page.get_by_role("listbox", name=name).get_by_role("option").first
        ).to_be_visible()
        assert violations(chat) == []
        chat.page.keyboard.press("Escape")
        chat.box.fill("")


@pytest.mark.row("C47")
@BOTH
def test_axe_finds_nothing_while_somebody_dictates(chat: Chat, theme: str) -> None:
    chat.open(COMPOSER.format(theme=theme))

    chat.page.get_by_role("button", name="Dictate").click()

    expect(chat.page.get_by_role("timer")).not_to_have_text("0:00")
    assert violations(chat) == []


@pytest.mark.row("C47")
@BOTH
def test_axe_finds_nothing_in_open_fields_of_widgets(chat: Chat, theme: str) -> None:
    piers = [{"value": name, "label": name} for name in ("North", "East", "South")]
    chat.answers_with(
        "Fields",
        widget(
            {"type": "Select", "name": "pier", "options": piers, "placeholder": "Pier"},
            {"type": "DatePicker", "name": "day", "placeholder": "Day"},
        ),
    )
    chat.open(f"{{theme: {theme!r}}}")
    chat.ask("Fields")

    chat.page.get_by_role("combobox", name="pier").click()
    expect(chat.page.get_by_role("option", name="North")).to_be_visible()
    assert violations(chat) == []
    chat.page.keyboard.press("Escape")

    chat.page.get_by_role("button", name="Day").click()
    expect(chat.page.get_by_role("dialog")).to_be_visible()
    assert violations(chat) == []


@pytest.mark.row("C47")
@BOTH
def test_axe_finds_nothing_while_a_conversation_is_renamed(
    chat: Chat, complaints: list[str], theme: str
) -> None:
    chat.open(f"{{theme: {theme!r}}}")
    chat.ask("Hello")
    chat.server_answers("threads.update", status=500)
    history = chat.open_history()
    history.get_by_role("button", name="Rename: ").click()
    field = history.get_by_role("textbox", name="Conversation title")
    expect(field).to_be_focused()
    assert violations(chat) == []

    field.fill("Refused")
    chat.page.keyboard.press("Enter")

    expect(history.get_by_role("alert")).to_be_visible()
    assert violations(chat) == []
    complaints.clear()


@pytest.mark.row("C47")
def test_a_whole_conversation_by_keyboard(chat: Chat) -> None:
    chat.answers_with("First", {"thread": {"title": "First"}}, say("One"))
    chat.open()
    keys = chat.page.keyboard

    def tab_to(name: str) -> None:
        for _ in range(20):
            keys.press("Tab")
            label = chat.page.evaluate(
                "chat.shadowRoot.activeElement?.getAttribute('aria-label') ??"
                "chat.shadowRoot.activeElement?.textContent.trim()"
            )
            if label == name:
                return
        raise AssertionError(f"Tab does not reach {name!r}.")

    tab_to("Message")
    keys.type("First")
    keys.press("Enter")
    chat.wait_for_event("response.end")
    expect(chat.box).to_be_focused()
    keys.press("Shift+Tab")
    chat.call("focusComposer()")

    chat.page.get_by_role("button", name="Chat history").focus()
    keys.press("Enter")
    expect(chat.history.get_by_role("button", name="Back to chat")).to_be_focused()
    tab_to("First")
    tab_to("Rename: First")
    keys.press("Enter")
    keys.type("Second")
    keys.press("Enter")
    expect(chat.history.get_by_role("button", name="Second", exact=True)).to_be_focused()
    tab_to("Delete: Second")
    keys.press("Enter")
    dialog = chat.page.get_by_role("dialog", name="Delete conversation?")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    keys.press("Escape")
    expect(dialog).to_have_count(0)
    keys.press("Escape")
    expect(chat.history).to_have_count(0)
    expect(chat.page.get_by_role("button", name="Chat history")).to_be_focused()


@pytest.mark.row("C47")
def test_stopping_by_keyboard(chat: Chat) -> None:
    chat.answers_with("Long", stream("Half", wait("never-by-keyboard")))
    chat.open()
    chat.say("Long")
    chat.expect_answer("Half")
    expect(chat.box).to_be_focused()

    chat.page.keyboard.press("Tab")
    expect(chat.stop_button).to_be_focused()
    chat.page.keyboard.press("Enter")

    chat.wait_for_event("response.end")
    expect(chat.box).to_be_focused()


@pytest.mark.row("C47")
def test_a_screen_reader_hears_the_beginning_and_the_answer(chat: Chat) -> None:
    chat.answers_with("Speak", stream("Once", wait("spoken"), " upon a time."))
    chat.open()
    live = chat.page.locator("openai-chatkit .root > [aria-live=polite]")
    chat.say("Speak")
    expect(live).to_have_text("The assistant is responding", timeout=PATIENCE)

    chat.open_gate("spoken")

    expect(live).to_have_text("Assistant said: Once upon a time.")


@pytest.mark.row("C47")
def test_a_screen_reader_is_not_flooded(chat: Chat) -> None:
    chat.answers_with(
        "Search",
        *({"type": "progress_update", "text": f"Reading page {page}"} for page in range(1, 30)),
        wait("read"),
        {"type": "notice", "level": "info", "title": "Note", "message": "*Old* pages."},
        stream(*(f"word {number} " for number in range(50))),
    )
    chat.open()
    chat.page.evaluate("""() => {
        const live = chat.shadowRoot.querySelector(".root > [aria-live=polite]");
        window.heard = [];
        new MutationObserver(() => heard.push(live.textContent))
            .observe(live, { childList: true, characterData: true, subtree: true });
    }""")
    chat.say("Search")
    chat.page.wait_for_function("() => heard.at(-1) === 'Reading page 29'", timeout=PATIENCE)

    chat.open_gate("read")
    chat.page.wait_for_function("() => heard.at(-1).startsWith('Assistant')", timeout=PATIENCE)

    assert chat.page.evaluate("heard") == [
        "The assistant is responding",
        "Reading page 29",
        "Note\nOld pages.",
        f"Assistant said: {' '.join(f'word {number}' for number in range(50))}",
    ]


@pytest.mark.row("C47")
def test_focus_stays_inside_the_open_history(chat: Chat) -> None:
    chat.open()
    chat.ask("Hello")
    chat.open_history()

    for _ in range(8):
        chat.page.keyboard.press("Tab")
        assert chat.page.evaluate("chat.shadowRoot.activeElement?.closest('.main') ?? null") is None


@pytest.mark.row("C47")
def test_at_four_times_the_size_nothing_is_lost_sideways(chat: Chat) -> None:
    chat.answers_with("Everything", *EVERYTHING)
    chat.page.set_viewport_size({"width": 320, "height": 256})
    chat.open(OPTIONS.format(theme="light"))
    chat.ask("Everything")

    too_wide = chat.page.evaluate("""() => {
        const pieces = chat.shadowRoot.querySelectorAll("article, .composer, .header, .bar, button");
        return [...pieces].filter((piece) => piece.getBoundingClientRect().right > 320)
            .map((piece) => piece.className);
    }""")

    assert too_wide == []
    assert chat.page.evaluate("document.documentElement.scrollWidth") == 320
    expect(chat.box).to_be_in_viewport()
