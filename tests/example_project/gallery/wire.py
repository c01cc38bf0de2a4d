"""Whether the real server would send a frame: it comes out of the SDK's types as it went in."""

from collections.abc import Iterator
from typing import Any

from chatkit import widgets
from chatkit.types import Attachment, Page, Thread, ThreadItem, ThreadStreamEvent
from pydantic import BaseModel, TypeAdapter, ValidationError

TYPES: dict[str, TypeAdapter[Any]] = {
    "event": TypeAdapter(ThreadStreamEvent),
    "threads.get_by_id": TypeAdapter(Thread),
    "threads.update": TypeAdapter(Thread),
    "threads.list": TypeAdapter(Page[Thread]),
    "items.list": TypeAdapter(Page[ThreadItem]),
    "attachment": TypeAdapter(Attachment),
}
COMPONENTS: dict[str, type[BaseModel]] = {
    name: component
    for name, component in vars(widgets).items()
    if isinstance(component, type)
    and issubclass(component, widgets.WidgetComponentBase)
    and "type" in component.model_fields
}
DYNAMIC = {"Basic", "Table", "Table.Row", "Table.Cell"}
"""Of the element's types only: the server passes them on as they are."""
ELEMENT_ONLY = {("Card", "border"), ("Image", "loading")}
"""Properties that the server's classes do not know, and pass on in a widget of a template."""


def complaints(kind: str, frame: Any) -> list[str]:
    """What is wrong with a frame; nothing if a server would send it."""
    adapter = TYPES.get(kind)
    if adapter is None:
        return []
    try:
        sent = adapter.dump_python(
            adapter.validate_python(frame), mode="json", exclude_none=True, by_alias=True
        )
    except ValidationError as error:
        return [str(error)]
    return [
        *differences(frame, sent, kind),
        *(found for node in nodes(frame) for found in of(node)),
    ]


def differences(frame: Any, sent: Any, path: str) -> Iterator[str]:
    """Where a frame has what the server's does not; widgets are looked at by themselves."""
    if path.endswith((".widget", ".component")):
        return
    if isinstance(frame, dict) and isinstance(sent, dict):
        for key, value in frame.items():
            if key not in sent:
                yield f"{path}.{key} is not sent"
            else:
                yield from differences(value, sent[key], f"{path}.{key}")
    elif isinstance(frame, list) and isinstance(sent, list) and len(frame) == len(sent):
        for index, (left, right) in enumerate(zip(frame, sent, strict=True)):
            yield from differences(left, right, f"{path}[{index}]")
    elif frame != sent:
        yield f"{path} would be {sent!r}"


def nodes(frame: Any, inside: bool = False) -> Iterator[dict[str, Any]]:
    """The components of every widget in a frame."""
    if isinstance(frame, list):
        for entry in frame:
            yield from nodes(entry, inside)
    elif isinstance(frame, dict):
        if inside and "type" in frame:
            yield frame
        for key, value in frame.items():
            if inside and key != "children":
                continue
            yield from nodes(value, inside or key in {"widget", "component"})


def of(node: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one component."""
    kind = node["type"]
    if kind in DYNAMIC:
        return
    component = COMPONENTS.get(kind)
    if component is None:
        yield f"There is no widget component {kind}"
        return
    children = node.get("children")
    childless = {**node, **({} if children is None else {"children": _like(children)})}
    try:
        component.model_validate(childless)
    except ValidationError as error:
        yield f"{kind}: {error}"
    known = {field.alias or name for name, field in component.model_fields.items()}
    for key in node.keys() - known:
        if (kind, key) not in ELEMENT_ONLY:
            yield f"{kind} has no {key}"


def _like(children: Any) -> Any:
    """Children of the right kind, whatever they are: they are looked at by themselves."""
    if not isinstance(children, list):
        return {"type": "Spacer"}
    item = {"type": "ListViewItem", "children": []}
    return [
        item if child.get("type") == "ListViewItem" else {"type": "Spacer"} for child in children
    ]
