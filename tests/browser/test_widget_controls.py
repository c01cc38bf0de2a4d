"""The fields of widgets: every property has its effect, by mouse, by keyboard and by ear."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat
from tests.browser.plays import Step, say, widget

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("D05")]

SAVE = {"label": "Save", "action": {"type": "keep", "payload": {}}}
SIZES = ["3xs", "2xs", "xs", "sm", "md", "lg", "xl", "2xl", "3xl"]
PIERS = [
    {"value": "n", "label": "North"},
    {"value": "e", "label": "East", "disabled": True, "description": "Closed in winter"},
    {"value": "s", "label": "South"},
]


def show(chat: Chat, *fields: Step) -> None:
    chat.answers_with("Fields", widget(*fields, asForm=True, confirm=SAVE))
    chat.answers_with("action:keep", say("Kept"))
    chat.open()
    chat.ask("Fields")


def named(chat: Chat, name: str) -> Locator:
    return chat.page.locator(f"[data-name={name}]")


def style(field: Locator, name: str) -> str:
    value: str = field.evaluate("(field, name) => getComputedStyle(field)[name]", name)
    return value


def px(field: Locator, name: str) -> float:
    return float(style(field, name).removesuffix("px"))


def payload(chat: Chat) -> Any:
    """Submit; what the server gets."""
    chat.page.get_by_role("button", name="Save", exact=True).click()
    chat.expect_answer("Kept")
    return chat.requests[-1]["params"]["action"]["payload"]


def test_an_input_is_of_its_type_and_look(chat: Chat) -> None:
    types = ["number", "email", "text", "password", "tel", "url"]
    gutters = {"2xs": 6, "xs": 8, "sm": 10, "md": 12, "lg": 14, "xl": 16}
    show(
        chat,
        *({"type": "Input", "name": kind, "inputType": kind} for kind in types),
        *({"type": "Input", "name": f"size-{size}", "size": size} for size in SIZES),
        *({"type": "Input", "name": f"gutter-{size}", "gutterSize": size} for size in gutters),
        {"type": "Input", "name": "soft", "variant": "soft", "defaultValue": "Ada"},
        {"type": "Input", "name": "outline", "variant": "outline", "placeholder": "Where to?"},
        {"type": "Input", "name": "pill", "pill": True},
        {"type": "Input", "name": "disabled", "disabled": True, "defaultValue": "x"},
    )

    for kind in types:
        expect(named(chat, kind)).to_have_attribute("type", kind)
    heights = [px(named(chat, f"size-{size}"), "height") for size in SIZES]
    assert heights == sorted(set(heights))
    assert {s: px(named(chat, f"gutter-{s}"), "paddingLeft") for s in gutters} == gutters
    assert style(named(chat, "soft"), "backgroundColor") != style(
        named(chat, "outline"), "backgroundColor"
    )
    assert px(named(chat, "pill"), "borderTopLeftRadius") > px(
        named(chat, "outline"), "borderTopLeftRadius"
    )
    expect(chat.page.get_by_placeholder("Where to?")).to_have_accessible_name("Where to?")
    expect(named(chat, "soft")).to_have_value("Ada")
    expect(named(chat, "disabled")).to_be_disabled()
    sent = payload(chat)
    assert sent["soft"] == "Ada"
    # As in HTML, what is disabled says nothing.
    assert "disabled" not in sent


def test_password_managers_are_asked_only_where_the_widget_says_so(chat: Chat) -> None:
    show(
        chat,
        {"type": "Input", "name": "berth"},
        {"type": "Textarea", "name": "note"},
        {"type": "Input", "name": "login", "allowAutofillExtensions": True},
        {"type": "Text", "value": "Ada", "editable": {"name": "who", "autoComplete": "name"}},
    )
    marks = ["autocomplete", "data-1p-ignore", "data-lpignore", "data-bwignore"]
    read = "(field, names) => names.map((name) => field.getAttribute(name))"

    assert named(chat, "berth").evaluate(read, marks) == ["off", "true", "true", "true"]
    assert named(chat, "note").evaluate(read, marks) == ["off", "true", "true", "true"]
    assert named(chat, "login").evaluate(read, marks) == [None] * 4
    expect(named(chat, "who")).to_have_attribute("autocomplete", "name")


@pytest.mark.parametrize("kind", ["Input", "Textarea"])
def test_a_field_that_asks_for_the_focus_gets_it_with_its_text_selected(
    chat: Chat, kind: str
) -> None:
    field = {"type": kind, "name": "to", "autoFocus": True, "autoSelect": True}
    show(chat, {"type": "Input", "name": "first"}, {**field, "defaultValue": "Harbour"})

    expect(named(chat, "to")).to_be_focused()
    chat.page.keyboard.type("Pier")
    expect(named(chat, "to")).to_have_value("Pier")


def test_a_text_area_grows_with_its_text_up_to_its_limit(chat: Chat) -> None:
    show(
        chat,
        {"type": "Textarea", "name": "four", "rows": 4},
        {"type": "Textarea", "name": "grows", "rows": 1, "autoResize": True, "maxRows": 4},
        {"type": "Textarea", "name": "stays", "rows": 1, "disabled": True},
    )
    area = named(chat, "grows")
    line = px(area, "lineHeight")

    assert px(named(chat, "four"), "height") > 4 * line
    one = px(area, "height")
    area.fill("one\ntwo\nthree")
    assert px(area, "height") == pytest.approx(one + 2 * line, abs=1)
    area.fill("\n".join(["line"] * 12))
    assert px(area, "height") < one + 3.2 * line
    assert area.evaluate("(area) => area.scrollHeight > area.clientHeight")
    area.fill("one")
    assert px(area, "height") == pytest.approx(one, abs=1)
    expect(named(chat, "stays")).to_be_disabled()


def test_a_select_offers_describes_refuses_and_clears(chat: Chat) -> None:
    pier = {"type": "Select", "options": PIERS}
    show(
        chat,
        {"type": "Label", "value": "Pier", "fieldName": "pier"},
        {**pier, "name": "pier", "defaultValue": "n", "clearable": True},
        {**pier, "name": "wide", "block": True, "placeholder": "Anywhere", "searchable": True},
        {**pier, "name": "off", "disabled": True, "defaultValue": "s"},
        *(
            {**pier, "name": f"look-{v}", "variant": v}
            for v in ("solid", "soft", "outline", "ghost")
        ),
        *({**pier, "name": f"size-{size}", "size": size} for size in SIZES),
        {**pier, "name": "pill", "pill": True},
    )
    button = chat.page.get_by_role("combobox", name="Pier", exact=True)
    expect(button).to_have_text("North")
    button.press("Enter")
    options = chat.page.get_by_role("option")
    expect(options).to_have_text(["North", "EastClosed in winter", "South"])
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(options.nth(1)).to_have_attribute("aria-disabled", "true")
    options.nth(1).click(force=True)
    expect(options).to_have_count(3)
    chat.page.keyboard.press("s")
    chat.page.keyboard.press("Enter")
    expect(button).to_have_text("South")
    chat.page.get_by_role("button", name="Clear: Pier").click()
    expect(button).to_have_text("Choose…")
    expect(button).to_be_focused()

    wide = chat.page.get_by_role("combobox", name="Anywhere")
    assert px(wide, "width") > 2 * px(button, "width")
    wide.click()
    expect(chat.page.get_by_role("dialog").get_by_role("combobox")).to_be_focused()
    chat.page.keyboard.press("Escape")
    expect(wide).to_be_focused()
    expect(chat.page.get_by_role("combobox", name="off")).to_be_disabled()
    looks = {
        tuple(
            style(chat.page.get_by_role("combobox", name=f"look-{v}"), p)
            for p in ("backgroundColor", "borderTopColor")
        )
        for v in ("solid", "soft", "outline", "ghost")
    }
    assert len(looks) == 4
    heights = [px(chat.page.get_by_role("combobox", name=f"size-{s}"), "height") for s in SIZES]
    assert heights == sorted(set(heights))
    pill = chat.page.get_by_role("combobox", name="pill")
    assert px(pill, "borderTopLeftRadius") > px(button, "borderTopLeftRadius")
    sent = payload(chat)
    assert (sent["pier"], sent["wide"], "off" in sent) == ("", "", False)


def test_a_date_picker_opens_where_it_is_told_and_keeps_to_its_limits(chat: Chat) -> None:
    chat.page.set_viewport_size({"width": 1280, "height": 1200})
    day = {"type": "DatePicker", "defaultValue": "2026-05-12T00:00:00Z"}
    show(
        chat,
        {"type": "Label", "value": "Arrival", "fieldName": "arrival"},
        {
            **day,
            "name": "arrival",
            "min": "2026-05-10T00:00:00Z",
            "max": "2026-05-14T00:00:00Z",
            "clearable": True,
        },
        {"type": "DatePicker", "name": "wide", "placeholder": "Any day", "block": True},
        {"type": "Textarea", "name": "note", "rows": 16},
        {**day, "name": "above", "side": "top", "align": "end"},
        {**day, "name": "off", "disabled": True},
    )
    button = chat.page.get_by_role("button", name="Arrival May 12, 2026")
    narrow = px(button, "width")
    button.click()
    days = chat.page.locator(".ck-w-day")
    open_days = days.locator("xpath=self::*[not(@aria-disabled)]")
    expect(open_days).to_have_text(["10", "11", "12", "13", "14"])
    chat.page.get_by_role("button", name="Saturday, May 16, 2026").click(force=True)
    expect(chat.page.get_by_role("dialog")).to_be_visible()
    chat.page.get_by_role("button", name="Thursday, May 14, 2026").click()
    expect(chat.page.get_by_role("button", name="Arrival May 14, 2026")).to_be_focused()
    chat.page.get_by_role("button", name="Clear: Arrival").click()

    wide = chat.page.get_by_role("button", name="Any day")
    assert px(wide, "width") > 2 * narrow
    expect(chat.page.get_by_role("button", name="off, May 12, 2026")).to_be_disabled()
    above = chat.page.get_by_role("button", name="above, May 12, 2026")
    above.click()
    popup, at = chat.page.get_by_role("dialog").bounding_box(), above.bounding_box()
    assert popup is not None
    assert at is not None
    assert popup["y"] + popup["height"] <= at["y"]
    chat.page.keyboard.press("Escape")
    sent = payload(chat)
    assert (sent["arrival"], sent["wide"], sent["above"]) == ("", "", "2026-05-12")


def test_a_checkbox_has_to_be_ticked_where_it_is_required(chat: Chat) -> None:
    show(
        chat,
        {"type": "Checkbox", "name": "rules", "label": "I know the rules", "required": True},
        {"type": "Checkbox", "name": "mail", "label": "Mail me", "defaultChecked": True},
        {"type": "Checkbox", "name": "off", "label": "Not now", "disabled": True},
    )
    rules = chat.page.get_by_role("checkbox", name="I know the rules")
    chat.page.get_by_role("button", name="Save", exact=True).click()
    expect(rules).to_be_focused()
    expect(rules).to_have_accessible_description("Fill in this field.")
    expect(chat.page.get_by_role("checkbox", name="Not now")).to_be_disabled()

    chat.page.keyboard.press("Space")
    expect(rules).to_have_accessible_description("")
    chat.page.get_by_text("Mail me").click()
    assert payload(chat) == {"rules": True, "mail": False}


def test_one_of_a_group_is_chosen_by_arrow_past_those_that_are_not_offered(chat: Chat) -> None:
    show(
        chat,
        {
            "type": "RadioGroup",
            "name": "pier",
            "ariaLabel": "Your pier",
            "options": PIERS,
            "required": True,
        },
        {
            "type": "RadioGroup",
            "name": "stack",
            "options": PIERS,
            "direction": "col",
            "defaultValue": "n",
        },
        {"type": "RadioGroup", "name": "off", "options": PIERS, "disabled": True},
    )
    group = chat.page.get_by_role("radiogroup", name="Your pier")
    chat.page.get_by_role("button", name="Save", exact=True).click()
    expect(group).to_have_attribute("aria-invalid", "true")
    north = group.get_by_role("radio", name="North")
    expect(north).to_have_accessible_description("Fill in this field.")
    expect(group.get_by_role("radio", name="East")).to_be_disabled()
    expect(north).to_be_focused()
    chat.page.keyboard.press("ArrowDown")
    expect(group.get_by_role("radio", name="South")).to_be_checked()
    expect(group).not_to_have_attribute("aria-invalid", "true")

    def tops(name: str) -> set[float]:
        radios = chat.page.get_by_role("radiogroup", name=name).get_by_role("radio").all()
        return {box["y"] for radio in radios if (box := radio.bounding_box())}

    assert (len(tops("Your pier")), len(tops("stack"))) == (1, 3)
    for radio in chat.page.get_by_role("radiogroup", name="off").get_by_role("radio").all():
        expect(radio).to_be_disabled()
    assert payload(chat) == {"pier": "s", "stack": "n"}


def test_a_label_names_its_field_and_leads_to_it(chat: Chat) -> None:
    show(
        chat,
        {"type": "Label", "value": "Guest", "fieldName": "guest", "size": "xs", "weight": "bold"},
        {"type": "Input", "name": "guest"},
        {
            "type": "Label",
            "value": "Pier",
            "fieldName": "pier",
            "size": "xl",
            "textAlign": "end",
            "color": "danger",
        },
        {"type": "RadioGroup", "name": "pier", "options": PIERS},
    )
    guest = chat.page.locator("label", has_text="Guest")
    pier = chat.page.locator("label", has_text="Pier").first
    guest.click()

    expect(named(chat, "guest")).to_be_focused()
    expect(chat.page.get_by_role("textbox", name="Guest", exact=True)).to_have_count(1)
    expect(chat.page.get_by_role("radiogroup", name="Pier", exact=True)).to_have_count(1)
    assert px(guest, "fontSize") < px(pier, "fontSize")
    assert style(guest, "fontWeight") == "700"
    assert style(pier, "textAlign") == "end"
    assert style(pier, "color") != style(guest, "color")


def test_editable_text_looks_like_text_and_is_sent(chat: Chat) -> None:
    editable = {"name": "title", "required": True, "autoSelect": True, "placeholder": "A title"}
    show(
        chat,
        {
            "type": "Text",
            "value": "Night watch",
            "size": "lg",
            "weight": "bold",
            "editable": editable,
        },
        {"type": "Text", "value": "Fixed", "size": "lg", "weight": "bold", "editable": False},
    )
    field = chat.page.get_by_role("textbox", name="A title")
    fixed = chat.page.get_by_text("Fixed")
    expect(field).to_have_value("Night watch")
    assert [style(field, p) for p in ("fontSize", "fontWeight", "color")] == [
        style(fixed, p) for p in ("fontSize", "fontWeight", "color")
    ]
    assert style(field, "borderTopColor") == "rgba(0, 0, 0, 0)"

    field.focus()
    chat.page.keyboard.press("Delete")
    chat.page.get_by_role("button", name="Save", exact=True).click()
    expect(field).to_have_accessible_description("Fill in this field.")
    field.fill("Day watch")
    assert payload(chat) == {"title": "Day watch"}


def test_a_field_whose_action_runs_cannot_be_changed(chat: Chat) -> None:
    change = {"type": "size.change", "loadingBehavior": "self"}
    show(chat, {"type": "Select", "name": "pier", "options": PIERS, "onChangeAction": change})
    chat.answers_with(
        "action:size.change", say("Begun"), {"wait": "size-change"}, say("Ended", item="$e")
    )
    chat.page.get_by_role("combobox", name="pier").click()
    chat.page.get_by_role("option", name="South").click()
    chat.expect_answer("Begun")

    busy = chat.page.locator('.ck-w-entry[aria-busy="true"]')
    expect(busy).to_have_attribute("inert", "")
    chat.open_gate("size-change")
    chat.expect_answer("Ended")
    expect(busy).to_have_count(0)
    expect(chat.page.get_by_role("combobox", name="pier")).to_be_focused()
