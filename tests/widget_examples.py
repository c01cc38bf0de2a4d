"""Widgets that others made: in ``.widget`` files, in JSON, and in the SDK's own tests."""

import ast
import base64
import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from chatkit import widgets
from jinja2 import UndefinedError

from django_chatkit.server import WidgetTemplate

OWN = Path(__file__).parent / "widget_files"
ROOTS = {"Card", "ListView", "Basic"}

Json = dict[str, Any]


class Example(NamedTuple):
    name: str
    widget: Json


def in_folder(folder: Path) -> Iterator[Example]:
    """Every widget in the files of a folder and of those below."""
    for path in sorted(folder.rglob("*.widget")):
        definition = json.loads(path.read_text())
        name = str(path.relative_to(folder))
        yield Example(f"{name}, its preview", definition["outputJsonPreview"])
        if (widget := built(definition)) is not None:
            yield Example(f"{name}, built", widget)
    for path in sorted(folder.rglob("*.json")):
        found = json.loads(path.read_text())
        if isinstance(found, dict) and found.get("type") in ROOTS:
            yield Example(str(path.relative_to(folder)), found)


def built(definition: Json) -> Json | None:
    """What the file's template makes of the data it was designed with, or of made-up ones.

    ``None`` where the template was changed by hand and fits neither.
    """
    template = WidgetTemplate(definition)
    for data in (designed_with(definition), made_up(definition["jsonSchema"])):
        try:
            return template.build(data).model_dump(exclude_none=True)
        except UndefinedError:
            continue
    return None


def designed_with(definition: Json) -> Json:
    """The data of ChatKit Studio's preview, which it exports with the file."""
    encoded = definition["encodedWidget"]
    try:
        studio = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    except ValueError:
        return {}  # a template that was written by hand
    data: Json = studio["defaultState"]
    return data


def made_up(schema: Json) -> Any:
    """Something that a JSON schema allows."""
    if "enum" in schema:
        return schema["enum"][0]
    for choice in schema.get("anyOf", ()):
        return made_up(choice)
    match schema.get("type"):
        case "object":
            return {key: made_up(value) for key, value in schema.get("properties", {}).items()}
        case "array":
            return [made_up(schema["items"])] * 2
        case "integer" | "number":
            return schema.get("minimum", 1)
        case "boolean":
            return False
        case "null":
            return None
    return "2026-05-04"


def in_python(folder: Path) -> Iterator[Example]:
    """Every widget that stands whole in Python files, as ``Card(…)`` of the SDK."""
    names = {**vars(widgets), "datetime": datetime.datetime}
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in {*ROOTS, "BasicRoot", "DynamicWidgetRoot"}:
                continue
            expression = ast.Expression(node)
            try:
                widget = eval(compile(expression, str(path), "eval"), names)  # noqa: S307 - the SDK's own
            except NameError:
                continue  # it is made of what its test has at hand
            dumped = widget.model_dump(exclude_none=True, mode="json")
            yield Example(f"{path.name}:{node.lineno}", dumped)
