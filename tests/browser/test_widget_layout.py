"""Box, Row, Col, Spacer, Divider and Transition: what the JSON says is where things are."""

import pytest
from playwright.sync_api import Locator

from tests.browser.chat import Chat
from tests.browser.widgets import box, fixture, painted, show, styles

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("D02")]


def around(root: Locator, words: str) -> Locator:
    """The box around a text."""
    return root.get_by_text(words, exact=True).locator("..")


def test_a_row_has_its_spacing_border_radius_and_colour(chat: Chat) -> None:
    row = show(chat, "layout").locator(".ck-w-row").first

    assert styles(row, "flex-direction", "justify-content", "align-items", "flex-wrap", "column-gap") == [
        "row", "space-between", "flex-end", "wrap", "12px",
    ]  # fmt: skip
    assert styles(row, "padding-top", "padding-right", "padding-bottom", "padding-left") == [
        "4px", "8px", "0px", "8px",
    ]  # fmt: skip
    assert styles(row, "margin-top", "margin-bottom", "border-radius") == ["8px", "8px", "16px"]
    assert styles(row, "border-top-width", "border-top-style") == ["2px", "dashed"]
    assert styles(row, "background-color") == ["rgb(254, 243, 199)"]


def test_a_colour_for_each_theme_follows_the_theme(chat: Chat) -> None:
    row = show(chat, "layout", options="{theme: 'dark'}").locator(".ck-w-row").first

    assert styles(row, "background-color") == ["rgb(66, 32, 6)"]


def test_boxes_have_the_sizes_they_ask_for(chat: Chat) -> None:
    root = show(chat, "layout")

    assert box(around(root, "a"))[2:] == (80, 40)
    assert box(around(root, "b"))[2:] == (60, 30)
    assert box(around(root, "c"))[2:] == (50, 25)
    col = around(root, "wide").locator("..")
    wide = around(root, "wide")
    assert styles(wide, "flex-direction", "justify-content", "min-height") == [
        "row", "space-evenly", "44px",
    ]  # fmt: skip
    inside = box(col)[2] - 2 - 4
    assert box(wide)[2:] == (inside / 2, 44)
    assert box(wide)[0] == pytest.approx(box(col)[0] + 3 + inside / 4, abs=0.5)


def test_a_small_box_keeps_its_width_beside_long_words(chat: Chat) -> None:
    words = {"type": "Text", "value": "Ships that pass in the night " * 9}
    picture = {"type": "Box", "width": 90, "children": [{"type": "Text", "value": "P"}]}
    large = {"type": "Box", "width": 400, "children": [{"type": "Text", "value": "L"}]}
    rows = [{"type": "Row", "children": [left, words]} for left in (picture, large)]
    root = show(chat, {"type": "Card", "size": "sm", "children": rows})

    assert box(around(root, "P"))[2] == 90
    assert box(around(root, "L"))[2] < 300


def test_what_is_flexible_shares_the_room(chat: Chat) -> None:
    root = show(chat, "layout")
    one, two, three = (box(around(root, words)) for words in ("1", "2", "3"))

    assert three[2] == 50
    assert one[2] * 2 == pytest.approx(two[2], abs=1)
    assert three[0] - (two[0] + two[2]) >= 40


def test_a_column_has_borders_on_the_sides_it_names(chat: Chat) -> None:
    col = around(show(chat, "layout"), "wide").locator("..")

    assert styles(col, "flex-direction", "row-gap", "align-items") == ["column", "10px", "center"]
    assert styles(col, "padding-top", "padding-left") == ["1px", "2px"]
    widths = styles(col, *(f"border-{side}-width" for side in ("top", "right", "bottom", "left")))
    assert widths == ["3px", "1px", "0px", "1px"]
    assert styles(col, "border-left-style", "border-top-style") == ["dotted", "solid"]


def test_a_divider_lies_in_a_column_and_stands_in_a_row(chat: Chat) -> None:
    root = show(chat, "layout")
    card, body = root.locator(".ck-w-card"), root.locator(".ck-w-card-body")
    plain, flush, standing, edged = (root.locator("hr").nth(index) for index in range(4))

    assert box(plain)[2:] == (box(body)[2] - 32, 1)
    assert box(flush)[2:] == (box(card)[2] - 2, 3)
    assert box(flush)[0] == box(card)[0] + 1
    assert styles(flush, "margin-top", "border-top-color")[0] == "8px"
    red = painted(flush, styles(flush, "border-top-color")[0])
    assert red[0] > 200 > 100 > red[1]
    assert styles(standing, "border-left-width", "border-top-width", "margin-left") == [
        "2px", "0px", "4px",
    ]  # fmt: skip
    assert box(standing)[3] == box(standing.locator(".."))[3]
    frame = edged.locator("..")
    assert (box(edged)[0], box(edged)[2]) == (box(frame)[0], box(frame)[2])


def test_every_radius_has_its_size(chat: Chat) -> None:
    root = show(chat, "radii")

    radii = [
        styles(part, "border-radius")[0] for part in root.locator(".ck-w-card-body > div").all()
    ]
    assert radii == [
        "0px", "2px", "4px", "6px", "8px", "10px", "12px", "16px", "20px", "24px", "9999px", "100%",
    ]  # fmt: skip
    assert len(radii) == len(fixture("radii")["children"])


CHANGES = """() => {
    const moved = document.querySelector("openai-chatkit").shadowRoot.querySelector(".ck-w-transition");
    const [animation] = moved.getAnimations();
    return animation?.effect.getKeyframes().map(({ opacity, height }) => [opacity, height]);
}"""


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_what_changes_in_a_transition_moves_unless_motion_is_not_wanted(
    chat: Chat, motion: str
) -> None:
    def card(child: dict[str, object]) -> dict[str, object]:
        return {"type": "Card", "children": [{"type": "Transition", "children": child}]}

    chat.page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
    small = {"type": "Box", "key": "a", "height": 20}
    large = {"type": "Box", "key": "b", "height": 60}
    first = {"id": "$widget", "type": "widget", "widget": card(small)}
    update = {"type": "widget.root.updated", "widget": card(large)}
    chat.answers_with(
        "Move",
        {"type": "thread.item.added", "item": first},
        {"wait": f"move {motion}"},
        {"type": "thread.item.updated", "item_id": "$widget", "update": update},
        {"type": "thread.item.done", "item": {**first, "widget": card(large)}},
    )
    chat.open()
    chat.say("Move")
    transition = chat.page.locator(".ck-w-transition")
    transition.wait_for()
    # Long enough to be looked at.
    chat.page.evaluate(
        "document.querySelector('openai-chatkit').shadowRoot.querySelector('.ck-w-transition')"
        ".style.setProperty('--ck-motion-medium', '%s')"
        % ("0ms" if motion == "reduce" else "60000ms")
    )
    chat.open_gate(f"move {motion}")
    chat.wait_for_event("response.end")

    expected = None if motion == "reduce" else [["0", "20px"], ["1", "60px"]]
    assert chat.page.evaluate(CHANGES) == expected
    if motion == "reduce":
        assert box(transition)[3] == 60
