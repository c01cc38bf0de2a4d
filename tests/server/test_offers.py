"""What a stored widget lets a browser send. Row B15."""

from typing import Any

import pytest
from chatkit.actions import Action

from django_chatkit.exceptions import InvalidRequest
from django_chatkit.server.offers import offers, verify

pytestmark = pytest.mark.row("B15")

VOTE = {"type": "vote", "payload": {"for": "tea"}}
BERTHS = [{"value": "1", "label": "One"}, {"value": "2", "label": "Two", "disabled": True}]


def card(*children: dict[str, Any], **properties: Any) -> dict[str, Any]:
    return {"type": "Card", "children": list(children), **properties}


def button(action: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Button", "label": "Go", "onClickAction": action}


def refused(widget: dict[str, Any], type: str, payload: Any = None) -> str | None:  # noqa: A002
    """The field at fault, if the action is refused."""
    try:
        verify(Action[str, Any](type=type, payload=payload), widget)
    except InvalidRequest as error:
        return error.param
    return None


@pytest.mark.parametrize(
    "widget",
    [
        card(button(VOTE)),
        card(confirm={"label": "Yes", "action": VOTE}),
        card(cancel={"label": "No", "action": VOTE}),
        card({"type": "Row", "children": [{"type": "Col", "children": [button(VOTE)]}]}),
        card({"type": "Transition", "children": button(VOTE)}),
        card({"type": "Form", "onSubmitAction": VOTE}),
        card({"type": "Select", "name": "s", "options": BERTHS, "onChangeAction": VOTE}),
        card({"type": "Checkbox", "name": "c", "onChangeAction": VOTE}),
        {"type": "ListView", "children": [{"type": "ListViewItem", "onClickAction": VOTE}]},
        card(button({**VOTE, "handler": "client"})),
        card(button({"type": "vote", "payload": {"for": "coffee"}}), button(VOTE)),
    ],
)
def test_every_place_of_an_action_is_an_offer(widget: dict[str, Any]) -> None:
    assert refused(widget, "vote", {"for": "tea"}) is None
    assert refused(widget, "win", {"for": "tea"}) == "params.action.type"
    assert refused(widget, "vote", {"for": "cake"}) == "params.action.payload"
    assert refused(widget, "vote", {"for": "tea", "times": 9}) == "params.action.payload"
    assert refused(widget, "vote") == "params.action.payload"


@pytest.mark.parametrize(
    "place",
    [
        {"type": "Chart", "data": [{"onClickAction": VOTE}]},
        {"type": "Select", "name": "s", "options": [{"action": VOTE}]},
        button({"type": "other", "payload": {"onClickAction": VOTE}}),
        {"type": "Text", "value": "vote"},
        {"type": "Button", "onClickAction": {"payload": VOTE}},
    ],
)
def test_what_only_looks_like_an_action_is_none(place: dict[str, Any]) -> None:
    assert refused(card(place), "vote", {"for": "tea"}) == "params.action.type"


@pytest.mark.parametrize("payload", [None, {}])
def test_an_action_without_a_payload_comes_with_an_empty_one_or_none(payload: Any) -> None:
    for action in ({"type": "like"}, {"type": "like", "payload": None}):
        assert refused(card(button(action)), "like", payload) is None
        assert refused(card(button(action)), "like", {"a": 1}) == "params.action.payload"
        assert refused(card(button(action)), "like", [1]) == "params.action.payload"


@pytest.mark.parametrize(
    ("offered", "received", "fits"),
    [
        ({"n": 1.0}, {"n": 1}, True),
        ({"n": 1}, {"n": True}, False),
        ({"n": True}, {"n": 1}, False),
        ({"n": None, "m": [1, None]}, {"m": [1]}, True),
        ({"a": {"b": [1, {"c": "d"}]}}, {"a": {"b": [1, {"c": "d"}]}}, True),
        ({"a": {"b": [1, {"c": "d"}]}}, {"a": {"b": [1, {"c": "e"}]}}, False),
        ({"a": {"b": 1}}, {"a": {"b": 1, "c": 2}}, False),
        (["a", 1], ["a", 1], True),
        (["a", 1], ["a"], False),
        ("text", "text", True),
        ("text", {"text": 1}, False),
    ],
)
def test_a_payload_is_compared_as_json(offered: Any, received: Any, fits: bool) -> None:
    widget = card(button({"type": "go", "payload": offered}))

    assert (refused(widget, "go", received) is None) is fits


FORM = card(
    {"type": "Input", "name": "guest.name"},
    {"type": "Input", "name": "guest.age", "inputType": "number"},
    {"type": "Textarea", "name": "note"},
    {"type": "Checkbox", "name": "mail"},
    {"type": "Checkbox", "name": "terms", "defaultChecked": True, "disabled": True},
    {"type": "Select", "name": "berth", "options": BERTHS},
    {"type": "RadioGroup", "name": "side", "options": [{"value": "port", "label": "Port"}]},
    {"type": "DatePicker", "name": "day"},
    {"type": "Input", "name": "price", "defaultValue": "5", "disabled": True},
    {"type": "Icon", "name": "star"},
    {"type": "Button", "label": "Check", "onClickAction": {"type": "check"}},
    asForm=True,
    confirm={
        "label": "Save",
        "action": {"type": "save", "payload": {"id": 7, "guest": {"vip": 1}}},
    },
)


@pytest.mark.parametrize(
    ("values", "fits"),
    [
        ({}, True),
        ({"guest": {"vip": 1, "name": "Ada", "age": 36}}, True),
        ({"guest": {"vip": 1, "age": "36"}}, True),
        ({"note": "Long\ntext", "mail": False, "day": "2026-11-21", "side": "port"}, True),
        ({"berth": "1"}, True),
        ({"berth": ""}, True),
        ({"berth": "2"}, False),
        ({"berth": "3"}, False),
        ({"mail": "yes"}, False),
        ({"terms": True}, True),
        ({"terms": False}, False),
        ({"price": "5"}, True),
        ({"price": "1"}, False),
        ({"note": ["a"]}, False),
        ({"note": {"a": "b"}}, False),
        ({"note": None}, True),
        ({"star": "x"}, False),
        ({"guest": {"vip": 2}}, False),
        ({"guest": {"vip": 1, "staff": True}}, False),
        ({"staff": True}, False),
        ({"id": 8}, False),
    ],
)
def test_a_forms_fields_may_add_their_values_and_no_others(
    values: dict[str, Any], fits: bool
) -> None:
    payload = {"id": 7, "guest": {"vip": 1}, **values}

    assert (refused(FORM, "save", payload) is None) is fits


def test_a_button_in_a_form_brings_its_values_along() -> None:
    assert refused(FORM, "check", {"note": "Hi", "guest": {"name": "Ada"}}) is None
    assert refused(FORM, "check", {"guest": {"vip": 1}}) == "params.action.payload"


def test_what_is_in_an_inner_form_goes_with_the_outer_one_and_the_other_way_round() -> None:
    inner = {
        "type": "Form",
        "onSubmitAction": {"type": "inner"},
        "children": [{"type": "Input", "name": "a"}],
    }
    widget = card(inner, {"type": "Input", "name": "b"}, asForm=True, confirm={"action": VOTE})

    assert refused(widget, "inner", {"a": "1", "b": "2"}) is None
    assert refused(widget, "vote", {"for": "tea", "a": "1"}) is None


def test_an_editable_text_is_a_field_of_its_form() -> None:
    title = {"type": "Text", "value": "Night watch", "editable": {"name": "title"}}
    fixed = {"type": "Text", "value": "Fixed", "editable": False}
    form = card({"type": "Form", "onSubmitAction": {"type": "save"}, "children": [title, fixed]})

    assert refused(form, "save", {"title": "Day watch"}) is None
    assert refused(form, "save", {"title": 1}) == "params.action.payload"
    assert refused(form, "save", {"Fixed": "Day watch"}) == "params.action.payload"


def test_outside_of_a_form_a_field_has_its_own_value_only() -> None:
    action = {"type": "pick", "payload": {"list": 3}}
    widget = card(
        {"type": "Select", "name": "berth", "options": BERTHS, "onChangeAction": action},
        {"type": "Input", "name": "note"},
        button({"type": "go"}),
    )

    assert refused(widget, "pick", {"list": 3, "berth": "1"}) is None
    assert refused(widget, "pick", {"list": 3, "note": "x"}) == "params.action.payload"
    assert refused(widget, "go", {"note": "x"}) == "params.action.payload"


def test_a_widget_may_be_nested_as_deep_as_it_likes() -> None:
    widget = button(VOTE)
    for _ in range(5000):
        widget = {"type": "Box", "children": [widget]}

    assert [offer.type for offer in offers(widget)] == ["vote"]
