"""Title, Caption, Text and Markdown: sizes, colours, and what does not fit."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.widgets import box, fixture, painted, show, styles

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("D03")]


def test_every_size_is_larger_than_the_one_before(chat: Chat) -> None:
    root = show(chat, "text-sizes")

    def sizes(selector: str) -> list[float]:
        found = root.locator(selector).all()
        return [float(styles(element, "font-size")[0][:-2]) for element in found]

    assert sizes(".ck-w-title") == [15.2, 17.6, 20, 24, 28, 32, 38.4, 46.4]
    assert sizes(".ck-w-caption") == [11.52, 12.8, 14]
    assert sizes(".ck-w-text") == [12, 14, 15.2, 18, 20]


def test_text_has_its_weight_form_and_place(chat: Chat) -> None:
    root = show(chat, "text")

    def of(words: str, *names: str) -> list[str]:
        return styles(root.get_by_text(words, exact=True), *names)

    assert of("Bold", "font-weight") == ["700"]
    assert of("Medium", "font-weight") == ["500"]
    assert of("Italic", "font-style") == ["italic"]
    assert of("Struck", "text-decoration-line") == ["line-through"]
    assert of("Middle", "text-align") == ["center"]
    assert of("End", "text-align") == ["right"]
    assert of("Narrow text", "width") == ["60px"]
    assert of("Heading", "font-weight") == ["400"]
    [line] = of("Bold", "line-height")
    assert box(root.get_by_text("Short", exact=True))[3] == pytest.approx(
        3 * float(line[:-2]), abs=0.5
    )


def test_text_that_is_too_long_ends_in_dots(chat: Chat) -> None:
    root = show(chat, "text")
    cut, clamped = root.get_by_text("The lens was made").all()
    line = float(styles(cut, "line-height")[0][:-2])

    assert box(cut)[3] == pytest.approx(line, abs=0.5)
    assert styles(cut, "text-overflow", "white-space-collapse", "text-wrap-mode") == [
        "ellipsis",
        "collapse",
        "nowrap",
    ]
    assert box(clamped)[3] == pytest.approx(2 * line, abs=0.5)
    for element in (cut, clamped):
        assert element.evaluate(
            "({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>"
            " scrollWidth > clientWidth || scrollHeight > clientHeight"
        )
        assert box(element)[2] <= box(root)[2]


TOKENS = {
    "prose": "text",
    "primary": "text",
    "emphasis": "text",
    "secondary": "text-secondary",
    "tertiary": "text-tertiary",
    "success": "success-text",
    "warning": "warning-text",
    "danger": "danger-text",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_tokens_primitives_css_and_one_for_each_theme(chat: Chat, scheme: str) -> None:
    root = show(chat, "colours", options=f"{{theme: '{scheme}'}}")

    def shown(words: str) -> list[int]:
        element = root.get_by_text(words, exact=True)
        return painted(element, styles(element, "color")[0])

    for name, token in TOKENS.items():
        assert shown(name) == painted(root, styles(root, f"--ck-{token}")[0]), name
    assert shown("#7c3aed") == [124, 58, 237, 255]
    assert shown("rebeccapurple") == [102, 51, 153, 255]
    assert shown("rgb(1 2 3 / 50%)")[3] == 128
    assert shown("each") == ([154, 52, 18, 255] if scheme == "light" else [253, 186, 116, 255])
    red, blue, gray = shown("red-500"), shown("blue-100"), shown("gray-900")
    assert red[0] > 200
    assert max(red[1:3]) < 120
    assert min(blue[:3]) > 180
    assert blue[2] == max(blue)
    assert max(gray[:3]) < 60
    assert len(fixture("colours")["children"]) == 16


def test_markdown_has_the_looks_of_an_answer(chat: Chat) -> None:
    root = show(chat, "markdown")
    link, code = root.get_by_role("link", name="the log"), root.locator("code")
    items = root.locator("li")

    expect(root.locator("strong")).to_have_text("colza oil")
    assert painted(link, styles(link, "color")[0]) == painted(root, styles(root, "--ck-link")[0])
    assert styles(link, "text-decoration-line") == ["underline"]
    assert "mono" in styles(code, "font-family")[0].lower()
    assert styles(code, "background-color") != ["rgba(0, 0, 0, 0)"]
    assert styles(root.locator("ul"), "padding-left") != ["0px"]
    expect(items).to_have_text(["trim", "clean"])


def test_words_have_their_own_direction_in_the_place_of_the_widget(chat: Chat) -> None:
    root = show(chat, "directions")
    arabic = root.get_by_text("منارة في البحر")

    assert styles(arabic, "direction", "text-align") == ["rtl", "left"]
    assert styles(root.get_by_text("The lamp"), "direction", "text-align") == ["ltr", "left"]
    assert styles(root.get_by_text("ضوء"), "direction") == ["rtl"]
    assert root.get_by_text("1864").get_attribute("dir") is None


def test_a_widget_of_arabic_words_is_laid_out_from_right_to_left(chat: Chat) -> None:
    root = show(chat, "arabic")
    card = root.locator(".ck-w-card")

    assert styles(root.get_by_role("heading"), "direction", "text-align") == ["rtl", "right"]
    assert box(root.get_by_text("زوار"))[0] > box(root.get_by_text("1864"))[0]
    assert styles(root.get_by_text("Museum"), "direction", "text-align") == ["ltr", "right"]
    # It stands where the widgets of this chat stand.
    assert box(card)[0] == box(root)[0]


def test_text_goes_with_a_chat_from_right_to_left(chat: Chat) -> None:
    root = show(chat, "text", options="{locale: 'ar'}")

    assert styles(root.get_by_role("heading"), "direction", "text-align") == ["ltr", "right"]
    assert styles(root.get_by_text("End", exact=True), "text-align") == ["left"]
