"""Steps of an answer, for :class:`tests.browser.agent.PlayingServer`."""

from typing import Any

Step = dict[str, Any]


def wait(gate: str) -> Step:
    """Hold the answer until the test opens the gate."""
    return {"wait": gate}


def say(text: str, item: str = "$answer") -> list[Step]:
    """A whole message at once."""
    return [done({"id": item, "type": "assistant_message", "content": [output(text)]})]


def stream(*parts: str | Step, item: str = "$answer") -> list[Step]:
    """A message delta by delta; a step among the texts is played between them."""
    update = {"type": "thread.item.updated", "item_id": item}
    part = "assistant_message.content_part"
    steps: list[Step] = [
        {
            "type": "thread.item.added",
            "item": {"id": item, "type": "assistant_message", "content": []},
        },
        {**update, "update": {"type": f"{part}.added", "content_index": 0, "content": output("")}},
    ]
    for value in parts:
        if isinstance(value, dict):
            steps.append(value)
        else:
            delta = {"type": f"{part}.text_delta", "content_index": 0, "delta": value}
            steps.append({**update, "update": delta})
    whole = "".join(value for value in parts if isinstance(value, str))
    finish = {"type": f"{part}.done", "content_index": 0, "content": output(whole)}
    return [*steps, {**update, "update": finish}, *say(whole, item)]


def done(item: dict[str, Any]) -> Step:
    """A complete item."""
    return {"type": "thread.item.done", "item": item}


def output(text: str) -> dict[str, Any]:
    """A part of an assistant's message."""
    return {"type": "output_text", "text": text, "annotations": []}


def widget(*children: dict[str, Any], copy_text: str | None = None, **card: Any) -> Step:
    """A card with these components."""
    root = {"type": "Card", "children": list(children), **card}
    return done({"id": "$widget", "type": "widget", "widget": root, "copy_text": copy_text})


def replaced(*children: dict[str, Any], item: str = "$sender", **card: Any) -> Step:
    """The widget anew, as a card with these components."""
    root = {"type": "Card", "children": list(children), **card}
    return {"type": "thread.item.replaced", "item": {"id": item, "type": "widget", "widget": root}}


def workflow(item: str = "$workflow", **workflow: Any) -> dict[str, Any]:
    """A workflow item."""
    return {"id": item, "type": "workflow", "workflow": {"type": "custom", "tasks": [], **workflow}}


def tool_call(name: str, item: str = "$call", **arguments: Any) -> Step:
    """A call of the page's client tool."""
    return done(
        {
            "id": item,
            "type": "client_tool_call",
            "call_id": "call_1",
            "name": name,
            "arguments": arguments,
        }
    )
