"""What visitors do with widgets: forms, choices and buttons, and how those answer."""

from typing import Any

from gallery.scenes import acts
from gallery.scenes.frames import asked, done, item, streaming, widget
from gallery.scenes.replies import events, held, json, refused, silent
from gallery.scenes.scene import Group, Json, Scene

TOWERS: list[Json] = [
    {"value": "old", "label": "Old tower"},
    {"value": "new", "label": "New tower"},
]
LONG_LIST: list[Json] = [
    {"value": str(berth), "label": f"Berth {berth}", "disabled": berth % 5 == 0}
    for berth in range(1, 25)
]
BOOK: Json = {"label": "Book", "action": {"type": "booking.save"}}
CANCEL: Json = {"label": "Not now", "action": {"type": "booking.cancel"}}


def label(value: str, field: str) -> Json:
    return {"type": "Label", "value": value, "fieldName": field}


def form(*fields: Json, **card: Any) -> Json:
    """A card that is a form."""
    return {
        "type": "Card",
        "size": "md",
        "asForm": True,
        "children": list(fields),
        "confirm": BOOK,
        "cancel": CANCEL,
        **card,
    }


BOOKING = form(
    {"type": "Title", "value": "Climb the tower", "size": "sm"},
    label("Your name", "name"),
    {"type": "Input", "name": "name", "required": True},
    label("E-mail", "mail"),
    {"type": "Input", "name": "mail", "inputType": "email", "defaultValue": "ada@"},
    label("Your page", "page"),
    {"type": "Input", "name": "page", "inputType": "url", "defaultValue": "lamp"},
    label("Ticket", "ticket"),
    {"type": "Input", "name": "ticket", "pattern": "[A-Z]{2}-[0-9]+", "defaultValue": "12"},
    label("Tower", "tower"),
    {"type": "RadioGroup", "name": "tower", "options": TOWERS, "required": True},
    {
        "type": "Checkbox",
        "name": "rules",
        "label": "I wear shoes that hold on wet steps",
        "required": True,
    },
)
FIELDS = form(
    label("Name", "name"),
    {"type": "Input", "name": "name", "defaultValue": "Ada", "variant": "soft"},
    label("Guests", "guests"),
    {"type": "Input", "name": "guests", "inputType": "number", "defaultValue": "2", "pill": True},
    label("Note", "note"),
    {"type": "Textarea", "name": "note", "rows": 2, "placeholder": "What should we know?"},
    {
        "type": "Row",
        "gap": 2,
        "wrap": "wrap",
        "children": [
            {
                "type": "Select",
                "name": "tower",
                "options": TOWERS,
                "defaultValue": "old",
                "clearable": True,
            },
            {"type": "DatePicker", "name": "day", "defaultValue": "2026-03-08T00:00:00Z"},
            {"type": "Select", "name": "off", "options": TOWERS, "disabled": True},
        ],
    },
    {
        "type": "RadioGroup",
        "name": "time",
        "defaultValue": "day",
        "options": [
            {"value": "day", "label": "By day"},
            {"value": "dusk", "label": "At dusk"},
            {"value": "night", "label": "By night", "disabled": True},
        ],
    },
    {"type": "Checkbox", "name": "mail", "label": "Mail me the tickets", "defaultChecked": True},
    {"type": "Text", "value": "A climb at sunset", "editable": {"name": "title"}},
)


def pier(name: str, when: str, chosen: str | None = None) -> Json:
    """An item to choose; once one is chosen, all rest."""
    action = {"type": "crossing.pick", "payload": {"pier": name}}
    mark = "check" if name == chosen else "dot"
    return {
        "type": "ListViewItem",
        "key": name,
        "children": [
            {"type": "Icon", "name": mark, "color": "success" if name == chosen else "tertiary"},
            {
                "type": "Col",
                "children": [
                    {
                        "type": "Text",
                        "value": name,
                        "weight": "semibold" if name == chosen else "medium",
                        "color": "tertiary" if chosen and name != chosen else "emphasis",
                    },
                    {"type": "Caption", "value": when},
                ],
            },
        ],
        **({} if chosen else {"onClickAction": action}),
    }


def crossings(chosen: str | None = None) -> Json:
    """Boats to the lighthouse."""
    return {
        "type": "ListView",
        "status": {"text": "Boats to the lighthouse", "icon": "compass"},
        "children": [
            pier("North pier", "Every hour from nine", chosen),
            pier("South pier", "At ten and at four", chosen),
            pier("Fish market", "On Sundays", chosen),
        ],
    }


def lamp(is_lit: bool, **action: Any) -> Json:
    """A card with one button."""
    words = "The lamp burns since 17:42." if is_lit else "The lamp is out."
    button = {
        "type": "Button",
        "label": "Put it out" if is_lit else "Light it",
        "style": "secondary" if is_lit else "primary",
        "onClickAction": {"type": "lamp.light", **action},
    }
    return {
        "type": "Card",
        "size": "sm",
        "children": [{"type": "Text", "value": words}, button],
    }


def use(slug: str, title: str, root: Json, *done_with_it: Json, **more: Any) -> Scene:
    """A widget in a thread, and what is done with it."""
    return Scene(
        slug=f"widget-{slug}",
        title=title,
        items=(asked("What can I do here?"), widget(root)),
        acts=done_with_it,
        **more,
    )


SUBMIT = acts.click(".ck-w-card-actions [type=submit]")
FILLED = form(
    {"type": "Title", "value": "Climb the tower", "size": "sm"},
    label("Your name", "name"),
    {"type": "Input", "name": "name", "defaultValue": "Ada"},
    {"type": "Select", "name": "tower", "options": TOWERS, "defaultValue": "new"},
)
BOOKED: Json = {
    "type": "Card",
    "status": {"text": "Booked", "icon": "check-circle-filled"},
    "children": [
        {"type": "Title", "value": "Climb the tower", "size": "sm"},
        {"type": "Text", "value": "Ada, New tower", "color": "secondary"},
    ],
}
SYNC: Json = {"streaming": False}

WIDGET_USE = Group(
    "Forms and actions",
    (
        use("fields", "Fields", FIELDS, height=900),
        use(
            "form-errors",
            "Form with errors",
            BOOKING,
            SUBMIT,
            acts.wait(".ck-w-problem"),
            note="Each problem stands at its field, in the chat’s language.",
            height=1000,
        ),
        use("select-open", "Choosing from a long list", form({"type": "Select", "name": "berth", "options": LONG_LIST}), acts.click(".ck-w-picker-button"), acts.wait(".ck-w-option"), blurred=False),
        use("date-open", "Choosing a day", form({"type": "DatePicker", "name": "day", "defaultValue": "2026-03-12T00:00:00Z", "min": "2026-03-05T00:00:00Z"}), acts.click(".ck-w-picker-button"), acts.wait(".ck-w-day"), blurred=False),
        use("form-sending", "Form that is being sent", FILLED, SUBMIT, acts.wait("[data-busy]"), replies={"threads.custom_action": held()}),
        use("form-sent", "Form that was sent", FILLED, SUBMIT, acts.wait(".ck-w-status"), replies={"threads.custom_action": events({"type": "thread.item.replaced", "item": item("widget", "wid_1", widget=BOOKED)})}),
        use("list", "List to choose from", crossings()),
        use("list-running", "Item of a list that was pressed", crossings(), acts.click(".ck-w-item-button", 1), acts.wait(".ck-w-item.ck-w-busy"), replies={"threads.custom_action": held()}),
        use("list-chosen", "Chosen item of a list", crossings("South pier")),
        use("sync", "Button that changes its card", lamp(False, **SYNC), acts.click(".ck-w-button"), acts.wait(".ck-w-tone-secondary"), note="An action without a stream: the card is answered with a new one.", replies={"threads.sync_custom_action": json({"updated_item": item("widget", "wid_1", widget=lamp(True, **SYNC))})}),
        use("action-running", "Button that was pressed", lamp(False, **SYNC), acts.click(".ck-w-button"), replies={"threads.sync_custom_action": silent()}),
        use("action-failed", "Action that failed", lamp(False, **SYNC), acts.click(".ck-w-button"), acts.wait(".ck-w-failed"), replies={"threads.sync_custom_action": refused(500, "Something went wrong.")}),
        Scene(
            slug="widget-action-waits",
            title="Action that has to wait",
            note="Actions that stream wait for the answer that is on its way.",
            replies={"threads.create": held(done(widget(lamp(False))), streaming("Let me look into the log book"))},
            acts=[acts.say("Is the lamp lit?"), acts.wait(".ck-w-button"), acts.click(".ck-w-button"), acts.wait(".ck-w-notice-words")],
        ),
    ),
)  # fmt: skip
