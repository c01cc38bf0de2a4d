"""Payloads for reading: whatever a payload holds, these give text and never fail.

Payloads are agents' and visitors' data, of any version and shape.
"""

import json
from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..types import JSON, JSONObject

TEXT_SHOWN = 50_000
"""Characters of one message that the page shows."""

STRING_SHOWN = 2_000
"""Characters of one string in a JSON view: images may be whole files in a data URL."""

JSON_SHOWN = 50_000
"""Characters of one JSON view."""

DEPTH_SHOWN = 24
"""Levels of one JSON view, and of a widget's outline."""


def record(value: JSON) -> JSONObject:
    """``value`` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def records(value: JSON) -> list[JSONObject]:
    """The objects in ``value`` if it is a list."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def text(value: JSON) -> str:
    """``value`` if it is a string or number, else an empty string."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return ""


def texts(value: JSON) -> list[str]:
    """The strings and numbers in ``value`` if it is a list."""
    return [text(entry) for entry in value if text(entry)] if isinstance(value, list) else []


def shortened(value: str, limit: int = TEXT_SHOWN) -> str:
    """``value``, or its beginning and how much more there is."""
    if len(value) <= limit:
        return value
    more = _("… (%(count)d more characters)") % {"count": len(value) - limit}
    return f"{value[:limit]}{more}"


def first_words(value: str, limit: int = 80) -> str:
    """The beginning of ``value`` on one line."""
    line = " ".join(value[: limit * 8].split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def pretty(value: JSON) -> str:
    """``value`` as indented JSON, long strings and deep levels cut."""
    shown = json.dumps(_cut(value, 0), ensure_ascii=False, indent=2, default=str)
    return shortened(shown, JSON_SHOWN)


def _cut(value: JSON, depth: int) -> JSON:
    if isinstance(value, str):
        return shortened(value, STRING_SHOWN)
    if isinstance(value, (dict, list)) and depth >= DEPTH_SHOWN:
        return "…"
    if isinstance(value, dict):
        return {key: _cut(entry, depth + 1) for key, entry in value.items()}
    if isinstance(value, list):
        return [_cut(entry, depth + 1) for entry in value]
    return value


def message_text(payload: JSON) -> str:
    """The words of a user's or an assistant's message."""
    parts = records(record(payload).get("content"))
    return " ".join(text(part.get("text")) for part in parts).strip()


WIDGET_TEXT_KEYS = ("title", "value", "label", "text", "placeholder", "caption")


def widget_texts(widget: JSON, limit: int = 12) -> list[str]:
    """The first words that a widget shows, in reading order."""
    found: list[str] = []
    for words in _widget_texts(widget, 0):
        found.append(first_words(words, 200))
        if len(found) == limit:
            break
    return found


def _widget_texts(node: JSON, depth: int) -> Iterator[str]:
    if depth >= DEPTH_SHOWN:
        return
    if isinstance(node, list):
        for child in node:
            yield from _widget_texts(child, depth + 1)
    elif isinstance(node, dict):
        for key in WIDGET_TEXT_KEYS:
            if isinstance(node.get(key), str) and node[key].strip():
                yield node[key]
        for key, child in node.items():
            if isinstance(child, (dict, list)) and not key.endswith("Action"):
                yield from _widget_texts(child, depth + 1)
