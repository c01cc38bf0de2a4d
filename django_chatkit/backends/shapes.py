"""Rows and native items in the shapes of OpenAI's REST API.

Source: https://platform.openai.com/docs/api-reference/chatkit
"""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone

from ..enums import HIDDEN_ITEM_TYPES, ItemType, SessionStatus, ThreadStatus
from ..file_links import with_links
from ..models import ChatSession, ChatThread, ChatThreadItem
from ..types import JSON, JSONObject

OMITTED_TYPES: frozenset[str] = HIDDEN_ITEM_TYPES | {ItemType.END_OF_TURN}
"""Native items that have no place in OpenAI's shapes."""


UNTOLD_WORKFLOW: JSONObject = {
    "version": None,
    "state_variables": None,
    "tracing": {"enabled": False},
}
UNTOLD_CONFIGURATION: JSONObject = {
    "automatic_thread_titling": {"enabled": False},
    "file_upload": {"enabled": False, "max_file_size": None, "max_files": None},
    "history": {"enabled": False, "recent_threads": None},
}
"""What a session's shape says where its row does not: a site may make rows of its own."""


def unix(moment: datetime) -> int:
    """A moment as OpenAI's REST API writes it."""
    return int(moment.timestamp())


def thread_shape(row: ChatThread, session_id: str | None) -> JSONObject:
    """A thread, with ``metadata``, ``session_id`` and ``assistant`` added."""
    status: JSONObject = {"type": row.status}
    if row.status != ThreadStatus.ACTIVE:
        status["reason"] = row.status_reason
    return {
        "id": row.id,
        "object": "chatkit.thread",
        "created_at": unix(row.created_at),
        "title": row.title,
        "user": row.scope,
        "status": status,
        "metadata": row.metadata,
        "session_id": session_id,
        "assistant": row.assistant,
    }


def session_status(row: ChatSession) -> str:
    """``"active"``, ``"expired"`` or ``"cancelled"``."""
    if row.status == SessionStatus.ACTIVE and row.expires_at <= timezone.now():
        return "expired"
    return row.status


def session_shape(row: ChatSession, client_secret: str = "") -> JSONObject:
    """A session; its secret only in the answer that minted it."""
    payload = row.payload
    return {
        "id": row.id,
        "object": "chatkit.session",
        "client_secret": client_secret,
        "expires_at": unix(row.expires_at),
        "status": session_status(row),
        "user": row.scope,
        "workflow": payload.get("workflow") or {**UNTOLD_WORKFLOW, "id": row.assistant},
        "max_requests_per_1_minute": row.max_requests_per_minute,
        "rate_limits": {"max_requests_per_1_minute": row.max_requests_per_minute},
        "chatkit_configuration": payload.get("chatkit_configuration") or UNTOLD_CONFIGURATION,
        "metadata": row.metadata,
        "assistant": row.assistant,
    }


def item_shape(row: ChatThreadItem, thread_id: str, files_url: str) -> JSONObject:
    """An item in one of OpenAI's six types; a mirrored one is in its shape already.

    Parameters:
        row: The item.
        thread_id: Its thread's public id.
        files_url: The absolute URL of the ``files`` endpoint, for links to previews.
    """
    if row.type.startswith("chatkit."):
        mirrored: JSONObject = row.payload
        return mirrored
    shape = SHAPES.get(row.type, _as_widget)
    payload = row.payload
    if payload.get("attachments"):
        linked = [with_links(a, files_url, row.scope) for a in payload["attachments"]]
        payload = {**payload, "attachments": linked}
    return {
        "id": row.id,
        "object": "chatkit.thread_item",
        "thread_id": thread_id,
        "created_at": unix(row.created_at),
        **shape(payload),
    }


def _user_message(payload: JSONObject) -> JSONObject:
    content = [{"type": "input_text", "text": part["text"]} for part in payload["content"]]
    if payload.get("quoted_text"):
        content.insert(0, {"type": "quoted_text", "text": payload["quoted_text"]})
    options = payload.get("inference_options") or {}
    chosen = options.get("model") or options.get("tool_choice")
    return {
        "type": "chatkit.user_message",
        "content": content,
        "attachments": [
            {
                "id": attachment["id"],
                "name": attachment["name"],
                "mime_type": attachment["mime_type"],
                "type": attachment["type"],
                "preview_url": attachment.get("preview_url"),
            }
            for attachment in payload.get("attachments", ())
        ],
        "inference_options": {
            "model": options.get("model"),
            "tool_choice": options.get("tool_choice"),
        }
        if chosen
        else None,
    }


def _assistant_message(payload: JSONObject) -> JSONObject:
    return {
        "type": "chatkit.assistant_message",
        "content": [
            {
                "type": "output_text",
                "text": part["text"],
                "annotations": [
                    shape
                    for annotation in part.get("annotations", ())
                    if (shape := _annotation(annotation["source"])) is not None
                ],
            }
            for part in payload["content"]
        ],
    }


def _annotation(source: JSONObject) -> JSONObject | None:
    """A file or a URL; OpenAI's shape knows no entities."""
    if source["type"] == "url":
        return {"type": "url", "source": {"type": "url", "url": source["url"]}}
    if source["type"] == "file":
        return {"type": "file", "source": {"type": "file", "filename": source["filename"]}}
    return None


def _client_tool_call(payload: JSONObject) -> JSONObject:
    completed = payload["status"] == "completed"
    return {
        "type": "chatkit.client_tool_call",
        "call_id": payload["call_id"],
        "name": payload["name"],
        "arguments": _text(payload["arguments"]),
        "output": _text(payload.get("output")) if completed else None,
        "status": "completed" if completed else "in_progress",
    }


def _widget(payload: JSONObject) -> JSONObject:
    return {"type": "chatkit.widget", "widget": _text(payload["widget"])}


def _as_widget(payload: JSONObject) -> JSONObject:
    """What OpenAI has no type for, whole, where a shape takes any JSON."""
    own = {"id", "thread_id", "created_at"}
    return {
        "type": "chatkit.widget",
        "widget": _text({key: value for key, value in payload.items() if key not in own}),
    }


def _task(payload: JSONObject) -> JSONObject:
    task = _task_words(payload["task"])
    return {"type": "chatkit.task", "task_type": task.pop("type"), **task}


def _task_group(payload: JSONObject) -> JSONObject:
    return {
        "type": "chatkit.task_group",
        "tasks": [_task_words(task) for task in payload["workflow"]["tasks"]],
    }


def _task_words(task: JSONObject) -> dict[str, Any]:
    """A native task in OpenAI's two types: what it is called and what it says."""
    heading = task.get("title") or task.get("title_query")
    summary = task.get("content")
    if summary is None:
        sources = [source["title"] for source in task.get("sources", ())]
        summary = "\n".join([*task.get("queries", ()), *sources]) or None
    kind = "thought" if task["type"] == "thought" else "custom"
    return {"type": kind, "heading": heading, "summary": summary}


def _text(value: JSON) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


SHAPES: dict[str, Callable[[JSONObject], JSONObject]] = {
    ItemType.USER_MESSAGE: _user_message,
    ItemType.ASSISTANT_MESSAGE: _assistant_message,
    ItemType.CLIENT_TOOL_CALL: _client_tool_call,
    ItemType.WIDGET: _widget,
    ItemType.TASK: _task,
    ItemType.WORKFLOW: _task_group,
}
