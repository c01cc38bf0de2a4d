"""Forms in widgets: what a visitor enters and what the server gets of it."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.plays import say, wait, widget

pytestmark = [pytest.mark.browser, pytest.mark.socket]

SAVE = {"label": "Save", "action": {"type": "save", "payload": {"id": 7}}}
OPTIONS = [{"value": str(n), "label": f"Berth {n}"} for n in range(1, 21)]


def form(chat: Chat, *children: dict[str, Any], **card: Any) -> None:
    chat.answers_with("Form", widget(*children, asForm=True, confirm=SAVE, **card))
    chat.answers_with("action:save", say("Saved"))
    chat.open()
    chat.ask("Form")


def sent(chat: Chat) -> list[dict[str, Any]]:
    return [r["params"] for r in chat.requests if r["type"] == "threads.custom_action"]


@pytest.mark.row("D06")
def test_the_named_values_join_the_payload(chat: Chat) -> None:
    form(
        chat,
        {"type": "Label", "value": "Name", "fieldName": "guest.name"},
        {"type": "Input", "name": "guest.name"},
        {"type": "Checkbox", "name": "mail", "label": "Mail me"},
    )
    chat.page.get_by_label("Name").fill("Ada")
    chat.page.get_by_label("Mail me").check()
    chat.page.get_by_role("button", name="Save").click()
    chat.expect_answer("Saved")

    [params] = sent(chat)
    assert params["action"] == {
        "type": "save",
        "payload": {"id": 7, "guest": {"name": "Ada"}, "mail": True},
    }
    assert params["item_id"]


@pytest.mark.row("D06")
def test_an_empty_required_field_keeps_the_form_and_says_so(chat: Chat) -> None:
    form(chat, {"type": "Input", "name": "name", "required": True})
    field = chat.page.get_by_role("textbox", name="name", exact=True)
    chat.page.get_by_role("button", name="Save").click()

    expect(field).to_be_focused()
    expect(field).to_have_accessible_description("Fill in this field.")
    assert sent(chat) == []
    field.fill("Ada")
    expect(field).to_have_accessible_description("")
    field.press("Enter")
    chat.expect_answer("Saved")


@pytest.mark.row("D05")
def test_a_long_list_is_searched_and_chosen_from_by_keyboard(chat: Chat) -> None:
    form(chat, {"type": "Select", "name": "berth", "options": OPTIONS, "placeholder": "Berth"})
    button = chat.page.get_by_role("combobox", name="Berth")
    button.focus()
    keys = chat.page.keyboard
    keys.press("ArrowDown")
    keys.type("20")
    expect(chat.page.get_by_role("option")).to_have_text(["Berth 20"])
    keys.press("Enter")

    expect(button).to_be_focused()
    expect(button).to_have_text("Berth 20")
    chat.page.get_by_role("button", name="Save").click()
    chat.expect_answer("Saved")
    assert sent(chat)[0]["action"]["payload"] == {"id": 7, "berth": "20"}


@pytest.mark.row("D05")
def test_a_day_is_chosen_by_keyboard_within_its_limits(chat: Chat) -> None:
    form(
        chat,
        {
            "type": "DatePicker",
            "name": "day",
            "defaultValue": "2026-05-04T10:00:00Z",
            "max": "2026-05-20T00:00:00Z",
        },
    )
    button = chat.page.get_by_role("button", name="day, May 4, 2026")
    button.focus()
    keys = chat.page.keyboard
    keys.press("Enter")
    expect(chat.page.get_by_role("button", name="Monday, May 4, 2026")).to_be_focused()
    keys.press("ArrowDown")
    keys.press("PageDown")
    keys.press("Enter")

    expect(chat.page.get_by_role("button", name="day, May 20, 2026")).to_be_focused()
    chat.page.get_by_role("button", name="Save").click()
    chat.expect_answer("Saved")
    assert sent(chat)[0]["action"]["payload"]["day"] == "2026-05-20"


@pytest.mark.row("D08")
def test_two_presses_send_once_and_the_widget_waits(chat: Chat) -> None:
    chat.answers_with(
        "Press", widget({"type": "Button", "label": "Pay", "onClickAction": {"type": "pay"}})
    )
    chat.answers_with("action:pay", wait("paying"), say("Paid"))
    chat.open()
    chat.ask("Press")
    button = chat.page.get_by_role("button", name="Pay")
    button.dblclick()

    expect(button).to_have_attribute("aria-disabled", "true")
    chat.open_gate("paying")
    chat.expect_answer("Paid")
    expect(button).not_to_have_attribute("aria-disabled", "true")
    expect(button).to_be_focused()
    assert len(sent(chat)) == 1


@pytest.mark.row("D10")
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_an_item_of_a_list_is_opened_by_key(chat: Chat, key: str) -> None:
    item = {
        "type": "ListViewItem",
        "onClickAction": {"type": "open"},
        "children": [{"type": "Text", "value": "Harbour map"}],
    }
    chat.answers_with(
        "List",
        {
            "type": "thread.item.done",
            "item": {
                "id": "$list",
                "type": "widget",
                "widget": {"type": "ListView", "children": [item]},
            },
        },
    )
    chat.answers_with("action:open", say("Opened"))
    chat.open()
    chat.ask("List")
    chat.page.get_by_role("button", name="Harbour map").press(key)

    chat.expect_answer("Opened")
    assert len(sent(chat)) == 1
