"""Widgets from ``.widget`` files, as an agent builds them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from jinja2 import UndefinedError
from pydantic import BaseModel

from django_chatkit.server import WidgetTemplate
from tests.widget_examples import OWN, designed_with


def template(value: str) -> WidgetTemplate:
    """A card with one text."""
    text = f'{{"type":"Card","children":[{{"type":"Text","value":{value}}}]}}'
    return WidgetTemplate({"version": "1.0", "name": "ticket", "template": text})


def said(widget: Any) -> Any:
    return widget.model_dump()["children"][0]["value"]


@pytest.mark.parametrize("path", sorted(OWN.glob("*.widget")), ids=lambda path: path.stem)
def test_what_is_built_is_what_the_designer_showed(path: Path) -> None:
    definition = json.loads(path.read_text())

    widget = WidgetTemplate.from_file(str(path)).build(designed_with(definition))

    assert widget.model_dump(exclude_none=True) == definition["outputJsonPreview"]


def test_a_file_is_found_beside_the_module_that_names_it() -> None:
    assert WidgetTemplate.from_file("../widget_files/tides.widget").name == "tides"


def test_data_may_be_a_model() -> None:
    class Visitor(BaseModel):
        name: str

    assert said(template("{{ (name) | tojson }}").build(Visitor(name="Ada"))) == "Ada"


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("{{ (name) | tojson }}", "'name' is undefined"),
        ("{{ (visitor.name) | tojson }}", "'dict object' has no attribute 'name'"),
        ('{{ ("by " ~ author) | tojson }}', "'author' is undefined"),
    ],
)
def test_what_is_missing_is_named(value: str, problem: str) -> None:
    with pytest.raises(UndefinedError) as caught:
        template(value).build({"visitor": {}})

    assert str(caught.value) == f"The widget 'ticket' lacks data: {problem}"


def test_a_template_without_tojson_is_told_as_such() -> None:
    with pytest.raises(ValueError, match="The widget 'ticket' is not JSON: Expecting value"):
        template("{{ name }}").build({"name": "Ada"})


def test_what_is_no_json_is_told_as_such() -> None:
    with pytest.raises(TypeError, match="object is no JSON: <object object"):
        template("{{ (name) | tojson }}").build({"name": object()})


def test_lazy_translations_and_dates_are_what_visitors_read() -> None:
    with translation.override("de"):
        assert said(template("{{ (name) | tojson }}").build({"name": _("Yes")})) == "Ja"
    assert said(template("{{ (day) | tojson }}").build({"day": date(2026, 5, 4)})) == "2026-05-04"
