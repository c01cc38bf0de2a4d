"""OpenAI's six item types as items of the ChatKit protocol, which an agent continues from.

What the protocol has no field for stays under the payload's ``hosted``, OpenAI's own JSON.

Source: https://platform.openai.com/docs/api-reference/chatkit/threads/list-items
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from ..enums import ItemType
from ..models import ChatThreadItem
from ..types import JSONObject

Files = Mapping[str, JSONObject]
"""The protocol's attachments, by id."""


def native_item(item: ChatThreadItem, thread_id: str, files: Files) -> tuple[ItemType, JSONObject]:
    """A mirrored item's type and payload in the protocol.

    A type that OpenAI adds later becomes hidden context: the agent knows it, nobody sees it.

    Parameters:
        item: The mirror's.
        thread_id: Its thread's public id.
        files: The attachments as they are kept here.
    """
    hosted: JSONObject = item.payload
    kind, fields = KINDS.get(item.type, _unknown)(hosted, files)
    return kind, {
        "id": item.id,
        "thread_id": thread_id,
        "created_at": item.created_at.isoformat(),
        "type": kind.value,
        **fields,
        "hosted": hosted,
    }


def native_attachment(hosted: JSONObject, preview_url: str | None) -> JSONObject:
    """An attachment in the protocol; an image without a preview can only be a file."""
    attachment = {
        "id": hosted["id"],
        "name": hosted["name"],
        "mime_type": hosted["mime_type"],
        "type": "file" if preview_url is None else "image",
        "upload_descriptor": None,
    }
    return attachment if preview_url is None else {**attachment, "preview_url": preview_url}


Native = tuple[ItemType, JSONObject]


def _user_message(hosted: JSONObject, files: Files) -> Native:
    texts: dict[str, list[str]] = {"input_text": [], "quoted_text": []}
    for part in hosted.get("content", ()):
        texts.setdefault(part["type"], []).append(part["text"])
    options = hosted.get("inference_options") or {}
    return ItemType.USER_MESSAGE, {
        "content": [{"type": "input_text", "text": text} for text in texts["input_text"]],
        "attachments": [
            files.get(attachment["id"]) or native_attachment(attachment, None)
            for attachment in hosted.get("attachments") or ()
        ],
        "quoted_text": "\n".join(texts["quoted_text"]) or None,
        "inference_options": {
            "tool_choice": options.get("tool_choice"),
            "model": options.get("model"),
        },
    }


def _assistant_message(hosted: JSONObject, _files: Files) -> Native:
    return ItemType.ASSISTANT_MESSAGE, {
        "content": [
            {
                "type": "output_text",
                "text": part["text"],
                "annotations": [
                    {"type": "annotation", "source": _source(annotation["source"]), "index": None}
                    for annotation in part.get("annotations") or ()
                    if annotation["source"]["type"] in {"url", "file"}
                ],
            }
            for part in hosted.get("content", ())
        ]
    }


def _source(source: JSONObject) -> JSONObject:
    """A source; the protocol wants a title, and its address or name is the best there is."""
    if source["type"] == "url":
        return {"type": "url", "url": source["url"], "title": source["url"]}
    return {"type": "file", "filename": source["filename"], "title": source["filename"]}


def _widget(hosted: JSONObject, _files: Files) -> Native:
    root = _parsed(hosted["widget"])
    if not isinstance(root, dict) or not isinstance(root.get("type"), str):
        root = {"type": "Card", "children": [{"type": "Text", "value": hosted["widget"]}]}
    return ItemType.WIDGET, {"widget": root, "copy_text": None}


def _client_tool_call(hosted: JSONObject, _files: Files) -> Native:
    arguments = _parsed(hosted["arguments"])
    output = hosted.get("output")
    return ItemType.CLIENT_TOOL_CALL, {
        "status": "completed" if hosted["status"] == "completed" else "pending",
        "call_id": hosted["call_id"],
        "name": hosted["name"],
        "arguments": arguments if isinstance(arguments, dict) else {"value": arguments},
        "output": None if output is None else _parsed(output),
    }


def _task(hosted: JSONObject, _files: Files) -> Native:
    return ItemType.TASK, {"task": _task_words(hosted, hosted["task_type"])}


def _task_group(hosted: JSONObject, _files: Files) -> Native:
    tasks = [_task_words(task, task["type"]) for task in hosted.get("tasks", ())]
    return ItemType.WORKFLOW, {
        "workflow": {"type": "custom", "tasks": tasks, "summary": None, "expanded": False}
    }


def _task_words(task: JSONObject, kind: str) -> JSONObject:
    words = {"status_indicator": "none", "title": task.get("heading")}
    if kind == "thought":
        return {**words, "type": "thought", "content": task.get("summary") or ""}
    return {**words, "type": "custom", "icon": None, "content": task.get("summary")}


def _unknown(hosted: JSONObject, _files: Files) -> Native:
    return ItemType.HIDDEN_CONTEXT, {"content": hosted}


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


KINDS: dict[str, Callable[[JSONObject, Files], Native]] = {
    "chatkit.user_message": _user_message,
    "chatkit.assistant_message": _assistant_message,
    "chatkit.widget": _widget,
    "chatkit.client_tool_call": _client_tool_call,
    "chatkit.task": _task,
    "chatkit.task_group": _task_group,
}
