"""Widgets from ``.widget`` files, as ChatKit Studio exports them."""

from __future__ import annotations

import json
from datetime import date, time
from typing import Any

from chatkit import widgets
from django.utils.functional import Promise
from jinja2 import Environment, StrictUndefined, Undefined, UndefinedError
from pydantic import BaseModel


def _as_json(value: Any) -> str:
    """What ``tojson`` makes of what JSON does not know."""
    if isinstance(value, Undefined):
        # Jinja would say that an object of its own cannot be serialized.
        value._fail_with_undefined_error()
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no JSON: {value!r}")


_ENVIRONMENT = Environment(undefined=StrictUndefined)  # noqa: S701 - it writes JSON, not HTML
_ENVIRONMENT.policies["json.dumps_kwargs"] = {"sort_keys": True, "default": _as_json}


class WidgetTemplate(widgets.WidgetTemplate):
    """ChatKit's ``WidgetTemplate``, which says what it lacks and takes Django's values.

    Translations that are still lazy become text in the language of the moment, dates and times
    their ISO form.

    ::

        TICKET = WidgetTemplate.from_file("ticket.widget")  # beside this module
        widget = TICKET.build({"visitor": "Ada"})

    Parameters:
        definition: The file's JSON. A file is code: its template is run by Jinja, unsandboxed.
    """

    def __init__(self, definition: dict[str, Any]) -> None:
        template = definition["template"]
        if isinstance(template, str):
            template = _ENVIRONMENT.from_string(template)
        super().__init__({**definition, "template": template})

    def build(self, data: dict[str, Any] | BaseModel | None = None) -> widgets.DynamicWidgetRoot:
        """Return the widget with ``data`` in it.

        Raises:
            UndefinedError: The template needs something that ``data`` does not have.
            ValueError: What comes out is not a widget.
        """
        try:
            return super().build(data)
        except UndefinedError as error:
            raise UndefinedError(f"The widget {self.name!r} lacks data: {error.message}") from error
        except json.JSONDecodeError as error:
            raise ValueError(f"The widget {self.name!r} is not JSON: {error}") from error
