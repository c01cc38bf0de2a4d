"""What a stored widget offers: the actions that may come from it, and what its fields may add.

A browser says which action it wants, and the SDK believes it. Here an action is looked up in
the widget that it names: its type has to be one that the widget offers, its payload the one that
goes with it, and what is more than that has to come from the fields of the form around it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from chatkit.actions import Action
from django.utils.translation import gettext as _

from ..exceptions import InvalidRequest
from ..types import JSON, JSONObject

CONTROLS = frozenset({"Checkbox", "DatePicker", "Input", "RadioGroup", "Select", "Textarea"})
"""The components whose values go into an action's payload, by their ``name``."""

CHOICES = frozenset({"RadioGroup", "Select"})

DATA = frozenset({"data", "options", "payload"})
"""Properties that hold the site's data and no components."""


def verify(action: "Action[str, Any]", widget: JSON) -> None:
    """See that a widget offers an action.

    Parameters:
        action: What the client sent.
        widget: The root of the stored widget.

    Raises:
        InvalidRequest: no component of the widget has that action, or it has another payload.
    """
    of_type = [offer for offer in offers(widget) if offer.type == action.type]
    if not of_type:
        raise InvalidRequest(
            _("This widget does not offer this action any more. Reload the conversation."),
            param="params.action.type",
            code="action_not_offered",
        )
    received = _without_nulls(action.payload)
    if not any(offer.allows(received) for offer in of_type):
        raise InvalidRequest(
            _("This widget offers this action with another payload. Reload the conversation."),
            param="params.action.payload",
            code="action_not_offered",
        )


@dataclass
class Fields:
    """Fields by the parts of their dotted names: ``address.city`` is ``inner["address"]``'s."""

    controls: list[JSONObject] = field(default_factory=list)
    inner: "dict[str, Fields]" = field(default_factory=dict)

    def add(self, name: str, control: JSONObject) -> None:
        """Put a control at a dotted name."""
        fields = self
        for part in name.split("."):
            fields = fields.inner.setdefault(part, Fields())
        fields.controls.append(control)

    def may_say(self, value: JSON) -> bool:
        """Whether the fields can have a value."""
        if any(_accepts(control, value) for control in self.controls):
            return True
        return (
            isinstance(value, dict)
            and bool(self.inner)
            and all(name in self.inner and self.inner[name].may_say(value[name]) for name in value)
        )


NO_FIELDS = Fields()


class Offer(NamedTuple):
    """An action that a component has.

    Parameters:
        type: The action's.
        payload: What always comes with it.
        fields: Those of the form around the component; outside of one a field's own.
    """

    type: str
    payload: JSON
    fields: Fields

    def allows(self, received: JSON) -> bool:
        """Whether a payload is the offered one with values of the fields."""
        return _agrees(self.payload, received, self.fields)


def offers(widget: JSON) -> Iterator[Offer]:
    """Every action of a widget, those that the page handles too: it may pass them on."""
    # A stack: how deep a widget is nested is up to who made it.
    left: list[tuple[JSON, Fields | None]] = [(widget, None)]
    while left:
        node, form = left.pop()
        if isinstance(node, list):
            left += [(entry, form) for entry in node]
        if not isinstance(node, dict):
            continue
        if form is None and _is_form(node):
            form = _fields_in(node)
        own = form or _own_field(node)
        for name, value in node.items():
            if _is_action(name, value):
                yield Offer(value["type"], _without_nulls(value.get("payload")), own)
            elif name not in DATA:
                left.append((value, form))


def _is_action(name: str, value: JSON) -> bool:
    """``onClickAction`` and its like; the ``action`` of a card's ``confirm`` and ``cancel``."""
    return (
        (name == "action" or (name.startswith("on") and name.endswith("Action")))
        and isinstance(value, dict)
        and isinstance(value.get("type"), str)
    )


def _is_form(node: JSONObject) -> bool:
    return node.get("type") == "Form" or node.get("asForm") is True


def _control_of(node: JSONObject) -> JSONObject | None:
    """The named control that a component is; an editable text is one."""
    control = node
    editable = node.get("editable")
    if node.get("type") == "Text" and isinstance(editable, dict):
        control = {"type": "Textarea", "name": editable.get("name")}
    is_named = control.get("type") in CONTROLS and isinstance(control.get("name"), str)
    return control if is_named else None


def _own_field(node: JSONObject) -> Fields:
    fields = Fields()
    control = _control_of(node)
    if control is not None:
        fields.add(control["name"], control)
    return fields


def _fields_in(form: JSONObject) -> Fields:
    fields = Fields()
    left: list[JSON] = [form]
    while left:
        node = left.pop()
        if isinstance(node, list):
            left += node
        elif isinstance(node, dict):
            control = _control_of(node)
            if control is not None:
                fields.add(control["name"], control)
            left += [value for name, value in node.items() if name not in DATA]
    return fields


def _accepts(control: JSONObject, value: JSON) -> bool:
    """Whether a control can have a value; one that is disabled keeps the one it began with."""
    kind = control["type"]
    if kind == "Checkbox":
        began: JSON = control.get("defaultChecked") is True
        return isinstance(value, bool) and (not control.get("disabled") or value is began)
    if control.get("disabled"):
        return _same(control.get("defaultValue") or "", value)
    if kind in CHOICES:
        return value == "" or any(_same(choice, value) for choice in _choices(control))
    if kind == "Input" and isinstance(value, int | float):
        return not isinstance(value, bool)
    return isinstance(value, str)


def _choices(control: JSONObject) -> Iterator[JSON]:
    options = control.get("options")
    for option in options if isinstance(options, list) else ():
        if isinstance(option, dict) and not option.get("disabled"):
            yield option.get("value")


def _agrees(offered: JSON, received: JSON, fields: Fields) -> bool:
    if offered is None:
        # A client sends nothing, or an object to which it would add.
        offered, received = {}, {} if received is None else received
    if not isinstance(offered, dict):
        return _same(offered, received)
    if not isinstance(received, dict):
        return False
    return all(
        name in received and _agrees(value, received[name], fields.inner.get(name, NO_FIELDS))
        for name, value in offered.items()
    ) and all(
        name in fields.inner and fields.inner[name].may_say(value)
        for name, value in received.items()
        if name not in offered
    )


def _same(one: JSON, other: JSON) -> bool:
    """Equality of JSON: ``true`` is not 1, and 1.0 is 1, as JavaScript writes it."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[name], other[name]) for name in one)
    return bool(one == other)


def _without_nulls(value: JSON) -> JSON:
    """As widgets are sent: the SDK leaves nulls out of them."""
    if isinstance(value, Mapping):
        return {name: _without_nulls(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_without_nulls(inner) for inner in value if inner is not None]
    return value
