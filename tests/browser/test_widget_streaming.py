"""Widgets that change while a visitor looks at them and writes into them."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat
from tests.browser.plays import Step, done, wait

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("D09")]

Json = dict[str, Any]


def item(*children: Json, **card: Any) -> Json:
    root = {"type": "Card", "children": list(children), **card}
    return {"id": "$widget", "type": "widget", "widget": root}


def changed(kind: str, **update: Any) -> Step:
    return {
        "type": "thread.item.updated",
        "item_id": "$widget",
        "update": {"type": f"widget.{kind}", **update},
    }


def grown(component: str, delta: str, *, finished: bool = False) -> Step:
    return changed("streaming_text.value_delta", component_id=component, delta=delta, done=finished)


def begin(chat: Chat, *steps: Step) -> Locator:
    """Have the widget come, up to the first gate."""
    chat.answers_with("Stream", *steps)
    chat.open()
    chat.say("Stream")
    return chat.page.locator(".ck-w")


def text(name: str, value: str, kind: str = "Text") -> Json:
    return {"type": kind, "id": name, "value": value, "streaming": True}


def test_a_text_grows_in_place_by_its_id(chat: Chat) -> None:
    first = item(text("one", "The lamp"), text("two", "The bell"))
    root = begin(
        chat,
        {"type": "thread.item.added", "item": first},
        wait("grow"),
        grown("two", " rings"),
        grown("one", " is lit"),
        wait("end"),
        grown("one", ".", finished=True),
        done(
            item(
                {**text("one", "The lamp is lit."), "streaming": False},
                text("two", "The bell rings"),
            )
        ),
    )
    texts = root.locator(".ck-w-text")
    expect(texts).to_have_text(["The lamp", "The bell"])
    kept = texts.first.element_handle()
    chat.open_gate("grow")
    expect(texts).to_have_text(["The lamp is lit", "The bell rings"])
    chat.open_gate("end")
    chat.wait_for_event("response.end")

    expect(texts).to_have_text(["The lamp is lit.", "The bell rings"])
    assert kept is not None
    assert (
        kept.evaluate("(text) => text.isConnected && text.textContent.trim()") == "The lamp is lit."
    )


def test_markdown_is_whole_at_every_step_and_keeps_its_elements(chat: Chat) -> None:
    root = begin(
        chat,
        {"type": "thread.item.added", "item": item(text("log", "On the **4th", "Markdown"))},
        wait("bold"),
        grown("log", " of May** the `lam"),
        wait("code"),
        grown("log", "p` was lit.", finished=True),
        done(
            item(
                {
                    "type": "Markdown",
                    "id": "log",
                    "value": "On the **4th of May** the `lamp` was lit.",
                }
            )
        ),
    )
    markdown = root.locator(".ck-w-markdown")
    expect(markdown.locator("strong")).to_have_text("4th")
    kept = markdown.locator("p").element_handle()
    chat.open_gate("bold")
    expect(markdown.locator("strong")).to_have_text("4th of May")
    expect(markdown.locator("code")).to_have_text("lam")
    chat.open_gate("code")
    chat.wait_for_event("response.end")

    expect(markdown).to_have_text("On the 4th of May the lamp was lit.")
    assert kept is not None
    assert kept.evaluate("(paragraph) => paragraph.isConnected")


NAME = {"type": "Input", "name": "name"}
LABEL = {"type": "Label", "value": "Name", "fieldName": "name"}


def form(*children: Json) -> Json:
    return {"type": "Col", "children": [LABEL, *children]}


def test_what_is_being_written_stays_where_it_is_written(chat: Chat) -> None:
    before = item(form(NAME), asForm=True)
    note = {"type": "Col", "children": [{"type": "Text", "value": "New here"}]}
    other = form({"type": "Input", "name": "ship"})
    after = item({"type": "Title", "value": "Who are you?"}, note, other, form(NAME), asForm=True)
    root = begin(
        chat,
        {"type": "thread.item.added", "item": before},
        wait("write"),
        changed("root.updated", widget=after["widget"]),
        done(after),
    )
    field = root.locator('[data-name="name"]')
    field.fill("Ada Lovelace")
    field.evaluate("(field) => { field.setSelectionRange(3, 6); field.mine = true; }")
    chat.open_gate("write")
    chat.wait_for_event("response.end")

    expect(root.get_by_text("New here")).to_be_visible()
    expect(field).to_have_value("Ada Lovelace")
    expect(field).to_be_focused()
    assert field.evaluate("(f) => [f.mine, f.selectionStart, f.selectionEnd]") == [True, 3, 6]
    chat.page.keyboard.press("Delete")
    expect(field).to_have_value("Adavelace")


def test_what_was_written_follows_its_field_into_another_place(chat: Chat) -> None:
    before = item(NAME, {"type": "Checkbox", "name": "mail", "label": "Mail me"})
    row = {"type": "Row", "children": before["widget"]["children"]}
    after = item({"type": "Box", "children": [row]})
    root = begin(
        chat,
        {"type": "thread.item.added", "item": before},
        wait("move"),
        changed("root.updated", widget=after["widget"]),
        done(after),
    )
    field, mail = root.locator('[data-name="name"]'), root.get_by_label("Mail me")
    mail.check()
    field.fill("Ada")
    chat.open_gate("move")
    chat.wait_for_event("response.end")

    expect(root.locator(".ck-w-row")).to_be_visible()
    expect(field).to_have_value("Ada")
    expect(field).to_be_focused()
    expect(mail).to_be_checked()


def test_one_component_is_replaced_and_the_others_are_left_alone(chat: Chat) -> None:
    state = {"type": "Badge", "id": "state", "label": "Looking"}
    found = {"type": "Row", "id": "state", "children": [{"type": "Badge", "label": "Found"}]}
    root = begin(
        chat,
        {"type": "thread.item.added", "item": item({"type": "Box", "children": [state]}, NAME)},
        wait("found"),
        changed("component.updated", component_id="state", component=found),
        done(item({"type": "Box", "children": [found]}, NAME)),
    )
    field = root.locator('[data-name="name"]')
    field.fill("Ada")
    expect(root.get_by_text("Looking")).to_be_visible()
    chat.open_gate("found")
    chat.wait_for_event("response.end")

    expect(root.get_by_text("Found")).to_be_visible()
    expect(root.get_by_text("Looking")).to_have_count(0)
    expect(field).to_have_value("Ada")
    expect(field).to_be_focused()


def test_a_chart_takes_new_numbers_without_coming_in_anew(chat: Chat) -> None:
    def chart(*values: int) -> Json:
        data = [{"x": str(index), "n": value} for index, value in enumerate(values)]
        series = [{"type": "bar", "dataKey": "n", "label": "Ships"}]
        return {"type": "Chart", "id": "chart", "data": data, "series": series, "xAxis": "x"}

    root = begin(
        chat,
        {"type": "thread.item.added", "item": item(chart(1, 2), text("note", "Two"))},
        wait("more"),
        grown("note", " days"),
        wait("third"),
        changed("component.updated", component_id="chart", component=chart(1, 2, 4)),
        done(item(chart(1, 2, 4), text("note", "Two days"))),
    )
    bars = root.locator(".ck-w-bar")
    expect(bars).to_have_count(2)
    kept = bars.first.element_handle()
    chat.open_gate("more")
    expect(root.locator(".ck-w-text")).to_have_text("Two days")
    # What another part of the widget says is no reason to draw it again.
    assert kept is not None
    assert kept.evaluate("(bar) => bar.isConnected")
    chat.open_gate("third")

    expect(bars).to_have_count(3)
    expect(root.locator(".ck-w-plot svg")).to_have_css("animation-name", "none")
