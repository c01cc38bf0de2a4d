"""Charts in widgets: what is drawn, and how everyone gets at the numbers."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat
from tests.browser.widgets import box, painted, show, styles

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("D07")]


def drawn(chat: Chat, widget: str | dict[str, Any], **how: Any) -> Locator:
    """A chart whose drawing is there."""
    chart = show(chat, widget, **how).locator(".ck-w-chart")
    expect(chart.locator("svg")).to_be_visible()
    return chart


def bars(chart: Locator) -> list[tuple[float, float, float, float]]:
    """Left, top, width and height of every bar."""
    return [box(bar) for bar in chart.locator(".ck-w-bar").all()]


def test_bars_are_as_high_as_their_values(chat: Chat) -> None:
    chart = drawn(chat, "chart")
    one, two, three = bars(chart)

    assert one[3] * 2 == pytest.approx(two[3], abs=0.1)
    assert one[3] * 6 == pytest.approx(three[3], abs=0.1)
    assert {round(bar[1] + bar[3], 1) for bar in bars(chart)} == {round(one[1] + one[3], 1)}
    assert one[0] + one[2] < two[0]
    assert box(chart)[3] == 240


def test_axes_and_legend_say_what_is_what(chat: Chat) -> None:
    chart = drawn(chat, "chart")

    expect(chart.locator(".ck-w-tick")).to_have_text(["0", "500", "1,000", "1,500"])
    expect(chart.locator(".ck-w-category")).to_have_text(["January", "feb", "mar"])
    expect(chart.locator(".ck-w-legend-entry")).to_have_text(["Visits", "Tours"])
    january, bar = box(chart.locator(".ck-w-category").first), bars(chart)[0]
    assert january[0] + january[2] / 2 == pytest.approx(bar[0] + bar[2] / 2, abs=1)


@pytest.mark.parametrize(("scheme", "line"), [("light", [154, 52, 18]), ("dark", [253, 186, 116])])
def test_series_have_their_colours_in_both_themes(chat: Chat, scheme: str, line: list[int]) -> None:
    chart = drawn(chat, "chart", options=f"{{theme: '{scheme}'}}")

    stroke = styles(chart.locator(".ck-w-line"), "stroke")[0]
    assert painted(chart, stroke)[:3] == line
    fill = painted(chart, styles(chart.locator(".ck-w-bar").first, "fill")[0])
    assert fill[1] == max(fill[:3])
    swatch = styles(chart.locator(".ck-w-swatch").first, "background-color")[0]
    assert painted(chart, swatch) == fill


def test_stacked_bars_stand_on_each_other(chat: Chat) -> None:
    chart = drawn(chat, "chart-stacked")
    visits, tours = bars(chart)[:3], bars(chart)[3:]

    for below, above in zip(visits, tours, strict=True):
        assert above[1] + above[3] == pytest.approx(below[1], abs=0.1)
        assert (above[0], above[2]) == (below[0], below[2])
    assert visits[1][0] - (visits[0][0] + visits[0][2]) >= 20
    expect(chart.locator(".ck-w-legend")).to_have_count(0)


def test_areas_have_their_proportions_and_no_axis_that_is_hidden(chat: Chat) -> None:
    chart = drawn(chat, "chart-areas")

    expect(chart.locator(".ck-w-area")).to_have_count(2)
    expect(chart.locator(".ck-w-category, .ck-w-tick")).to_have_count(0)
    assert box(chart)[2] == pytest.approx(box(chart)[3] * 2, abs=0.5)
    step, natural = (path.get_attribute("d") or "" for path in chart.locator(".ck-w-line").all())
    assert ("H" in step, "C" in step) == (True, False)
    assert "C" in natural


def test_what_is_negative_hangs_from_the_axis(chat: Chat) -> None:
    chart = drawn(chat, "chart-negative")
    zero = box(chart.locator(".ck-w-zero"))[1]
    down, up = bars(chart)

    assert down[1] == pytest.approx(zero, abs=1)
    assert up[1] + up[3] == pytest.approx(zero, abs=1)
    assert down[3] * 2 == pytest.approx(up[3], abs=0.1)
    assert chart.locator(".ck-w-tick").first.text_content() == "-50"


def test_huge_numbers_are_written_as_the_visitor_writes_them(chat: Chat) -> None:
    chart = drawn(chat, "chart-huge", options="{locale: 'de-DE'}")

    ticks = [
        text.replace("\u00a0", " ") for text in chart.locator(".ck-w-tick").all_text_contents()
    ]
    assert ticks == ["0", "500 Mio.", "1 Mrd.", "1,5 Mrd.", "2 Mrd."]
    expect(chart.get_by_role("cell").first).to_have_text("")
    expect(chart.locator("td.ck-w-number")).to_have_text(["1.234.567.890", "2.000.000.000"])


def test_one_point_is_a_dot(chat: Chat) -> None:
    chart = drawn(chat, "chart-one")

    assert box(chart.locator(".ck-w-dot"))[2:] == pytest.approx((10, 10), abs=2.1)
    plot = box(chart.locator(".ck-w-plot"))
    dot = box(chart.locator(".ck-w-dot"))
    assert dot[0] + dot[2] / 2 == pytest.approx(plot[0] + plot[2] / 2, abs=1)


def test_a_chart_without_data_says_so(chat: Chat) -> None:
    chart = show(chat, "chart-empty").locator(".ck-w-chart")

    expect(chart.get_by_text("No data")).to_be_visible()
    expect(chart.get_by_role("img", name="Chart: No data")).to_have_count(1)
    expect(chart.locator("[tabindex]")).to_have_count(0)


def test_everyone_gets_the_numbers(chat: Chat) -> None:
    chart = drawn(chat, "chart")

    summary = "Chart: Visits 200 – 1,200, Tours 30 – 90 (January – mar)"
    expect(chart.get_by_role("img", name=summary)).to_be_visible()
    table = chart.get_by_role("table", name="Table")
    expect(table.get_by_role("columnheader")).to_have_text(["Visits", "Tours"])
    expect(table.get_by_role("rowheader")).to_have_text(["January", "feb", "mar"])
    expect(table.get_by_role("row").nth(3).get_by_role("cell")).to_have_text(["1,200", "90"])


def lines(chart: Locator) -> list[str]:
    """What stands in the tooltip."""
    tooltip = chart.locator(".ck-w-tooltip")
    expect(tooltip).to_be_visible()
    return tooltip.locator("> *").all_text_contents()


def test_the_mouse_shows_the_numbers_below_it(chat: Chat) -> None:
    chart = drawn(chat, "chart")
    left, top, width, height = bars(chart)[1]
    chat.page.mouse.move(left + width / 2, top + height / 2)

    assert lines(chart) == ["feb", "Visits400", "Tours60"]
    assert box(chart.locator(".ck-w-shade"))[0] < left
    tooltip, plot = box(chart.locator(".ck-w-tooltip")), box(chart.locator(".ck-w-plot"))
    assert tooltip[0] >= plot[0]
    assert tooltip[0] + tooltip[2] <= plot[0] + plot[2]
    chat.page.mouse.move(0, 0)
    expect(chart.locator(".ck-w-tooltip")).to_be_hidden()


def test_a_finger_shows_the_numbers_until_it_touches_elsewhere(chat: Chat) -> None:
    chart = drawn(chat, "chart", width=390)
    plot = chart.locator(".ck-w-plot")
    _, _, width, height = box(plot)
    at = {"x": width - 20, "y": height / 2}
    how = {"pointerType": "touch", "bubbles": True, "clientX": box(plot)[0] + at["x"]}
    plot.dispatch_event("pointerdown", how)
    plot.dispatch_event("pointerleave", how)

    assert lines(chart) == ["mar", "Visits1,200", "Tours90"]
    plot.focus()
    chat.page.get_by_role("textbox").focus()
    expect(chart.locator(".ck-w-tooltip")).to_be_hidden()


def test_keys_go_from_one_to_the_next_and_are_told(chat: Chat) -> None:
    chart = drawn(chat, "chart")
    keys = chat.page.keyboard
    chart.get_by_role("img").focus()
    said = chart.get_by_role("status")
    for key, words in (
        ("ArrowRight", "feb: Visits 400, Tours 60"),
        ("End", "mar: Visits 1,200, Tours 90"),
        ("ArrowRight", "mar: Visits 1,200, Tours 90"),
        ("ArrowLeft", "feb: Visits 400, Tours 60"),
        ("Home", "January: Visits 200, Tours 30"),
    ):
        keys.press(key)
        expect(said).to_have_text(words)
    keys.press("Escape")

    expect(chart.locator(".ck-w-tooltip")).to_be_hidden()
    expect(chart.get_by_role("img")).to_be_focused()


def test_time_runs_from_right_to_left_in_arabic(chat: Chat) -> None:
    chart = drawn(chat, "chart", options="{locale: 'ar'}")
    one, two, three = bars(chart)

    assert one[0] > two[0] > three[0]
    tick, plot = box(chart.locator(".ck-w-tick").first), box(chart.locator(".ck-w-plot"))
    assert tick[0] + tick[2] == pytest.approx(plot[0] + plot[2], abs=1)
    chart.get_by_role("img").focus()
    chat.page.keyboard.press("ArrowLeft")
    assert lines(chart)[0] == "feb"


def test_the_systems_colours_are_used_where_they_are_forced(chat: Chat) -> None:
    chat.page.emulate_media(forced_colors="active")
    chart = drawn(chat, "chart")
    canvas_text = chart.evaluate(
        "(chart) => { chart.style.color = 'CanvasText'; return getComputedStyle(chart).color; }"
    )

    assert styles(chart.locator(".ck-w-bar").first, "fill") == [canvas_text]
    assert styles(chart.locator(".ck-w-line"), "stroke") != [canvas_text]
    assert styles(chart.locator(".ck-w-line"), "stroke-dasharray") == ["3px, 3px"]


@pytest.mark.parametrize(("motion", "seconds"), [("no-preference", "0.2s"), ("reduce", "0.001s")])
def test_it_does_not_move_for_those_who_do_not_want_that(
    chat: Chat, motion: Any, seconds: str
) -> None:
    chat.page.emulate_media(reduced_motion=motion)
    chart = drawn(chat, "chart")

    assert styles(chart.locator("svg"), "animation-duration") == [seconds]


def test_it_is_drawn_anew_where_there_is_less_room(chat: Chat) -> None:
    chart = drawn(chat, "chart")
    before = box(chart.locator("svg"))[2]
    chat.page.set_viewport_size({"width": 360, "height": 700})

    expect(chart.locator("svg")).not_to_have_attribute("width", str(int(before)))
    assert box(chart.locator("svg"))[2] == box(chart.locator(".ck-w-plot"))[2] < 360
    assert len(bars(chart)) == 3


def test_without_its_drawing_a_chart_is_a_table(chat: Chat, complaints: list[str]) -> None:
    chat.page.route("**/chart*.js", lambda route: route.abort())
    chart = show(chat, "chart").locator(".ck-w-chart")

    expect(chart.get_by_role("cell", name="1,200")).to_be_visible()
    expect(chart.locator(".ck-w-plot")).to_be_hidden()
    assert box(chart.get_by_role("table"))[2] > 200
    complaints.clear()
