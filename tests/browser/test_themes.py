"""Every option of the theme, in words that can be read whatever colours are asked for."""

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import say
from tests.browser.test_accessibility import EVERYTHING, OPTIONS

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("C45")]

HOSTILE: dict[str, dict[str, Any]] = {
    "yellow on white": {"accent": {"primary": "#ffee00", "level": 3}},
    "white on white": {"accent": {"primary": "white", "level": 2}},
    "black on black": {"accent": {"primary": "#000", "level": 1}},
    "half transparent": {"accent": {"primary": "rgb(255 0 0 / 20%)", "level": 3}},
    "out of the screen's range": {"accent": {"primary": "oklch(0.9 0.37 140)", "level": 2}},
    "grey surface": {
        "surface": {"background": "#777777", "foreground": "#808080"},
        "accent": {"primary": "#7f7f7f", "level": 1},
    },
    "red surface": {"surface": {"background": "#d00000", "foreground": "#00a000"}},
    "strong greys": {"grayscale": {"hue": 120, "tint": 9, "shade": 4}},
    "pale greys": {"grayscale": {"hue": 320, "tint": 9, "shade": -4}},
}


def contrasts_too_low(chat: Chat) -> list[Any]:
    chat.page.wait_for_function(
        "() => !chat.shadowRoot.getAnimations().some(({ playState, effect }) =>"
        " playState === 'running' && effect.getTiming().iterations !== Infinity)"
    )
    only = {"runOnly": ["color-contrast", "link-in-text-block"]}
    return [
        (node["target"], node["failureSummary"])
        for violation in Axe().run(chat.page, options=only).response["violations"]
        for node in violation["nodes"]
    ]


def look(chat: Chat, selector: str, *properties: str) -> list[str]:
    found: list[str] = chat.page.evaluate(
        """([selector, properties]) => {
            const style = getComputedStyle(chat.shadowRoot.querySelector(selector));
            return properties.map((name) => style.getPropertyValue(name));
        }""",
        [selector, properties],
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_any_colours(chat: Chat, scheme: str) -> None:
    chat.answers_with("Everything", *EVERYTHING)
    chat.open(OPTIONS.format(theme="light"))
    chat.ask("Everything")
    expect(chat.page.get_by_role("button", name="Press")).to_be_visible(timeout=PATIENCE)
    expect(chat.page.locator("math")).to_be_attached()
    chat.box.fill("A draft")

    found = {}
    for name, color in HOSTILE.items():
        theme = json.dumps({"colorScheme": scheme, "color": color})
        chat.set_options(f"{{...{OPTIONS.format(theme='light')}, theme: {theme}}}")
        found[name] = contrasts_too_low(chat)

    assert found == {name: [] for name in HOSTILE}


def test_the_accent_goes_further_with_each_level(chat: Chat) -> None:
    chat.open()
    chat.ask("Hello")
    chat.box.fill("A draft")
    seen = []
    for level in range(4):
        chat.set_options(
            f'{{theme: {{color: {{accent: {{primary: "#0f7a4d", level: {level}}}}}}}}}'
        )
        expect(chat.send_button).to_be_enabled()
        chat.page.wait_for_function("() => chat.shadowRoot.getAnimations().length === 0")
        [send] = look(chat, ".send-button", "background-color")
        [bubble] = look(chat, ".bubble", "background-color")
        seen.append((send == "rgb(15, 122, 77)", bubble == "rgb(15, 122, 77)", bubble))

    assert [(send, bubble) for send, bubble, _ in seen] == [
        (False, False),  # as calm as the text
        (True, False),
        (True, False),
        (True, True),
    ]
    assert seen[1][2] != seen[2][2]  # a tinted bubble


def test_letters_are_the_theme_s_and_so_is_their_size(chat: Chat) -> None:
    chat.answers_with("Code", say("`code`"))
    sizes: list[str] = []
    for size in (14, 15, 16, 17, 18):
        theme = {
            "typography": {
                "baseSize": size,
                "fontFamily": "Georgia, serif",
                "fontFamilyMono": "Courier",
            }
        }
        if not sizes:
            chat.open(json.dumps({"theme": theme}))
            chat.ask("Code")
        chat.set_options(json.dumps({"theme": theme}))
        sizes += look(chat, "article.assistant-message p", "font-size")

    assert sizes == ["14px", "15px", "16px", "17px", "18px"]
    assert look(chat, "article.assistant-message p", "font-family")[0].startswith("Georgia, serif")
    assert look(chat, "article.assistant-message code", "font-family")[0].startswith("Courier")


def test_sharp_corners_are_everywhere(chat: Chat) -> None:
    chat.answers_with("Everything", *EVERYTHING)
    chat.open(f'{{...{OPTIONS.format(theme="light")}, theme: {{radius: "sharp"}}}}')
    chat.ask("Everything")
    expect(chat.page.get_by_role("button", name="Press")).to_be_visible(timeout=PATIENCE)
    chat.open_history()

    # What turns, and what only a mark is, stay round.
    rounded = chat.page.evaluate("""() => [...chat.shadowRoot.querySelectorAll("*")]
        .filter((node) => node.getClientRects().length && !node.matches(".spinner, .working-dot"))
        .filter((node) => getComputedStyle(node).borderTopLeftRadius !== "0px")
        .map((node) => `${node.localName}.${node.className}`)""")

    assert rounded == []


def test_density_makes_everything_closer_or_wider(chat: Chat) -> None:
    chat.answers_with("Everything", *EVERYTHING)
    chat.open(OPTIONS.format(theme="light"))
    chat.ask("Everything")
    expect(chat.page.get_by_role("button", name="Press")).to_be_visible(timeout=PATIENCE)
    heights = []
    for density in ("compact", "normal", "spacious"):
        chat.set_options(f'{{...{OPTIONS.format(theme="light")}, theme: {{density: "{density}"}}}}')
        heights.append(
            chat.page.evaluate("""() => [".header", ".thread"].map((name) =>
                chat.shadowRoot.querySelector(name).getBoundingClientRect().height)""")
        )

    compact, normal, spacious = heights
    assert all(a < b < c for a, b, c in zip(compact, normal, spacious, strict=True))


def test_a_theme_that_is_left_out_again_is_gone(chat: Chat) -> None:
    chat.open()
    every = "[...chat.shadowRoot.adoptedStyleSheets[0].cssRules].map((rule) => rule.cssText)"
    plain = chat.page.evaluate(every)

    chat.set_options(
        """{theme: {colorScheme: "dark", radius: "sharp", density: "compact",
            typography: { baseSize: 14 }, color: { accent: { primary: "red", level: 3 } }}}"""
    )
    themed = chat.page.evaluate(every)
    chat.set_options("{}")

    assert themed != plain
    assert chat.page.evaluate(every) == plain
