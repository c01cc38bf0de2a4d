"""Tables in widgets: what is a head, what spans, and what scrolls."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.widgets import box, show, styles

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("D07")]


def test_a_table_is_a_table_to_everyone(chat: Chat) -> None:
    table = show(chat, "table").get_by_role("table")

    expect(table.get_by_role("row")).to_have_count(3)
    expect(table.get_by_role("columnheader")).to_have_text(["Watch", "Lamp"])
    expect(table.locator("thead th")).to_have_count(2)
    expect(table.get_by_role("cell")).to_have_text(["First", "18:02", "4.20", "00:00", "12.75"])


def test_cells_span_columns_and_rows(chat: Chat) -> None:
    table = show(chat, "table").get_by_role("table")
    lamp, first = table.get_by_role("columnheader").nth(1), table.get_by_role("cell").nth(0)
    lit, oil = table.get_by_role("cell").nth(1), table.get_by_role("cell").nth(2)

    assert box(lamp)[2] == pytest.approx(box(lit)[2] + box(oil)[2], abs=0.1)
    assert box(first)[3] == pytest.approx(
        sum(box(row)[3] for row in table.get_by_role("row").all()[1:]), abs=1.1
    )


def test_cells_have_their_alignment_width_and_padding(chat: Chat) -> None:
    table = show(chat, "table").get_by_role("table")
    first, lit, oil = (table.get_by_role("cell").nth(index) for index in range(3))

    assert styles(table.get_by_role("columnheader").nth(1), "text-align") == ["center"]
    assert styles(first, "vertical-align") == ["top"]
    assert styles(oil, "text-align", "vertical-align", "padding-top") == ["end", "bottom", "20px"]
    assert (box(first)[2], box(lit)[2]) >= (160, 144)
    words = oil.get_by_text("4.20")
    assert box(words)[0] + box(words)[2] == box(oil)[0] + box(oil)[2]
    assert box(first.get_by_text("First"))[1] < box(lit.get_by_text("18:02"))[1]
    # Figures stand below each other.
    assert styles(words, "font-variant-numeric") == ["tabular-nums"]


def test_a_wide_table_scrolls_by_itself_on_a_phone(chat: Chat) -> None:
    root = show(chat, "table-wide", width=390)
    frame = root.get_by_role("group", name="Table")
    sunday = root.get_by_role("columnheader", name="Sun")
    expect(sunday).not_to_be_in_viewport()
    frame.focus()
    for _ in range(3):
        chat.page.keyboard.press("End")
        chat.page.keyboard.press("ArrowRight")
    frame.evaluate("(frame) => frame.scrollTo({ left: frame.scrollWidth })")

    expect(sunday).to_be_in_viewport()
    assert box(frame)[2] < 390
    assert not chat.page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_a_table_goes_from_right_to_left_with_its_chat(chat: Chat) -> None:
    root = show(chat, "table", options="{locale: 'ar'}")
    table = root.get_by_role("table")

    assert box(table.get_by_text("First"))[0] > box(table.get_by_text("4.20"))[0]
    assert styles(table.get_by_text("4.20"), "text-align") == ["end"]
    oil = table.get_by_role("cell").nth(2)
    assert box(oil.get_by_text("4.20"))[0] == box(oil)[0]
