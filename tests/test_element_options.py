"""ChatKit.js options from the template tag's keywords, and from two places at once."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy

from django_chatkit.element_options import TAG_OPTIONS, merged, options_from_tag, plain

EXAMPLES: list[tuple[str, Any, dict[str, Any]]] = [
    ("theme", "dark", {"theme": {"colorScheme": "dark"}}),
    ("theme", {"radius": "soft"}, {"theme": {"radius": "soft"}}),
    ("locale", "fr", {"locale": "fr"}),
    ("frame_title", "Help", {"frameTitle": "Help"}),
    ("title", "Help", {"header": {"title": {"text": "Help"}}}),
    ("header", False, {"header": {"enabled": False}}),
    ("history", True, {"history": {"enabled": True}}),
    ("greeting", gettext_lazy("Hi"), {"startScreen": {"greeting": "Hi"}}),
    (
        "prompts",
        ({"label": gettext_lazy("A"), "prompt": "B"},),
        {"startScreen": {"prompts": [{"label": "A", "prompt": "B"}]}},
    ),
    ("placeholder", "Ask", {"composer": {"placeholder": "Ask"}}),
    ("attachments", True, {"composer": {"attachments": {"enabled": True}}}),
    ("disclaimer", "May err.", {"disclaimer": {"text": "May err."}}),
    ("feedback", True, {"threadItemActions": {"feedback": True}}),
    ("retry", True, {"threadItemActions": {"retry": True}}),
]


def test_every_keyword_has_an_example() -> None:
    assert {name for name, _, _ in EXAMPLES} == set(TAG_OPTIONS)


@pytest.mark.parametrize(("name", "value", "options"), EXAMPLES)
def test_a_keyword_stands_for_an_option(name: str, value: Any, options: dict[str, Any]) -> None:
    assert options_from_tag({name: value}) == options


def test_keywords_for_one_option_come_together() -> None:
    assert options_from_tag({"title": "Help", "header": True}) == {
        "header": {"title": {"text": "Help"}, "enabled": True}
    }


def test_what_a_template_left_undefined_says_nothing() -> None:
    assert options_from_tag({"greeting": "", "theme": None}) == {}


def test_a_theme_that_is_none_is_an_error() -> None:
    with pytest.raises(ImproperlyConfigured, match="theme='blue'"):
        options_from_tag({"theme": "blue"})


@pytest.mark.parametrize(
    ("below", "above", "both"),
    [
        ({"a": 1, "b": 2}, {"b": 3}, {"a": 1, "b": 3}),
        ({"a": {"b": 1, "c": 2}}, {"a": {"c": 3}}, {"a": {"b": 1, "c": 3}}),
        ({"a": [1, 2]}, {"a": [3]}, {"a": [3]}),
        ({"a": {"b": 1}}, {"a": None}, {"a": None}),
        (
            {"theme": "dark"},
            {"theme": {"radius": "soft"}},
            {"theme": {"colorScheme": "dark", "radius": "soft"}},
        ),
    ],
)
def test_merging(below: dict[str, Any], above: dict[str, Any], both: dict[str, Any]) -> None:
    assert merged(below, above) == both


def test_merging_changes_neither() -> None:
    below, above = {"a": {"b": 1}}, {"a": {"c": 2}}

    merged(below, above)

    assert (below, above) == ({"a": {"b": 1}}, {"a": {"c": 2}})


def test_plain_is_what_json_has() -> None:
    assert plain({1: (gettext_lazy("Hi"), [None, True])}) == {"1": ["Hi", [None, True]]}
