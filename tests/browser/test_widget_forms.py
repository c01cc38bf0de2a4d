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


@pytest.mark.row("D06")
@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        (
            "en",
            [
                "Fill in this field.",
                "Enter a valid e-mail address.",
                "Enter a valid web address that begins with https://.",
                "This does not have the expected format.",
                "Enter a number.",
                "This does not have the expected format.",
            ],
        ),
        (
            "de",
            [
                "Füllen Sie dieses Feld aus.",
                "Geben Sie eine gültige E-Mail-Adresse ein.",
                "Geben Sie eine gültige Webadresse ein, die mit https:// beginnt.",
                "Die Eingabe hat nicht das erwartete Format.",
                "Geben Sie eine Zahl ein.",
                "Die Eingabe hat nicht das erwartete Format.",
            ],
        ),
    ],
)
def test_what_is_wrong_is_said_in_the_chats_language(
    chat: Chat, locale: str, expected: list[str]
) -> None:
    fields: list[dict[str, Any]] = [
        {"type": "Input", "name": "name", "required": True},
        {"type": "Input", "name": "mail", "inputType": "email", "defaultValue": "ada@"},
        {"type": "Input", "name": "page", "inputType": "url", "defaultValue": "example"},
        {"type": "Input", "name": "code", "pattern": "[A-Z]{2}-[0-9]+", "defaultValue": "x"},
        {"type": "Input", "name": "guests", "inputType": "number"},
        {"type": "Text", "value": "x", "editable": {"name": "berth", "pattern": "[0-9]+"}},
    ]
    chat.answers_with("Form", widget(*fields, asForm=True, confirm=SAVE))
    chat.open(f"{{locale: {locale!r}}}")
    assert chat.call('sendUserMessage({text: "Form"})') is None
    guests = chat.page.locator("[data-name=guests]")
    guests.focus()
    chat.page.keyboard.type("e")
    chat.page.get_by_role("button", name="Save").click()

    wrong = [
        chat.page.locator(f"[data-name={field}]")
        for field in ("name", "mail", "page", "code", "guests", "berth")
    ]
    for field, problem in zip(wrong, expected, strict=True):
        expect(field).to_have_accessible_description(problem)
        expect(field).to_have_attribute("aria-invalid", "true")
    expect(wrong[0]).to_be_focused()
    assert sent(chat) == []


@pytest.mark.row("D06")
def test_a_name_that_the_payload_has_already_is_left_out_and_reported(chat: Chat) -> None:
    warnings: list[str] = []
    chat.page.on("console", lambda entry: warnings.append(f"{entry.type}: {entry.text}"))
    form(
        chat,
        {"type": "Input", "name": "id", "defaultValue": "8"},
        {"type": "Input", "name": "name", "defaultValue": "Ada"},
    )
    chat.page.get_by_role("button", name="Save").click()
    chat.expect_answer("Saved")

    assert sent(chat)[0]["action"]["payload"] == {"id": 7, "name": "Ada"}
    problem = 'The field "id" is left out: the payload of the action "save" has that name already.'
    assert chat.events("error") == [["error", {"error": "IntegrationError", "message": problem}]]
    assert warnings == [f"warning: <openai-chatkit> {problem}"]


@pytest.mark.row("D06")
def test_every_action_in_a_form_has_its_values_and_cancelling_checks_nothing(chat: Chat) -> None:
    form(
        chat,
        {"type": "Input", "name": "name", "required": True},
        {"type": "Textarea", "name": "note", "defaultValue": "Hi"},
        {
            "type": "Button",
            "label": "Preview",
            "onClickAction": {"type": "save", "payload": {"only": True}},
        },
        cancel={"label": "Not now", "action": {"type": "save", "payload": {"cancelled": True}}},
    )
    for name in ("Preview", "Not now"):
        chat.page.get_by_role("button", name=name).click()
        chat.wait_for_event("response.end", 2 if name == "Preview" else 3)

    assert [params["action"]["payload"] for params in sent(chat)] == [
        {"only": True, "name": "", "note": "Hi"},
        {"cancelled": True, "name": "", "note": "Hi"},
    ]


@pytest.mark.row("D06")
def test_a_form_in_a_card_submits_its_own_fields(chat: Chat) -> None:
    chat.answers_with(
        "Two forms",
        widget(
            *(
                {
                    "type": "Form",
                    "direction": "row",
                    "onSubmitAction": {"type": f"save.{name}"},
                    "children": [
                        {"type": "Input", "name": name, "required": True},
                        {"type": "Button", "label": f"Save {name}", "submit": True},
                    ],
                }
                for name in ("bow", "stern")
            )
        ),
    )
    chat.answers_with("action:save.stern", say("Saved"))
    chat.open()
    chat.ask("Two forms")
    chat.page.get_by_role("textbox", name="stern").fill("wide")
    chat.page.get_by_role("button", name="Save stern").click()
    chat.expect_answer("Saved")

    assert [params["action"] for params in sent(chat)] == [
        {"type": "save.stern", "payload": {"stern": "wide"}}
    ]


@pytest.mark.row("D06")
def test_nothing_can_be_changed_while_a_form_is_sent(chat: Chat) -> None:
    chat.answers_with(
        "Slow form", widget({"type": "Input", "name": "name"}, asForm=True, confirm=SAVE)
    )
    chat.answers_with("action:save", say("Saving"), wait("form is sent"), say("Saved", item="$end"))
    chat.open()
    chat.ask("Slow form")
    field = chat.page.locator("[data-name=name]")
    field.fill("Ada")
    field.press("Enter")
    chat.expect_answer("Saving")

    card = chat.page.locator(".ck-w")
    expect(card).to_have_attribute("inert", "")
    expect(card).to_have_attribute("aria-busy", "true")
    field.press("x")
    expect(field).to_have_value("Ada")

    chat.open_gate("form is sent")
    chat.expect_answer("Saved")
    expect(card).to_have_attribute("aria-busy", "false")
    expect(field).to_be_focused()
