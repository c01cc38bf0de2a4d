"""Requests of the protocol, one of each kind, on the thread ``thr_1``."""

import json
from typing import Any

from django_chatkit.server.requests import parse_request

MESSAGE = {
    "content": [{"type": "input_text", "text": "Hi"}],
    "attachments": [],
    "inference_options": {},
}

PARAMS: dict[str, dict[str, Any]] = {
    "threads.create": {"input": MESSAGE},
    "threads.add_user_message": {"thread_id": "thr_1", "input": MESSAGE},
    "threads.add_client_tool_output": {"thread_id": "thr_1", "result": {"ok": True}},
    "threads.add_structured_input": {
        "thread_id": "thr_1",
        "item_id": "si_1",
        "input": {"status": "answered", "answers": {}},
    },
    "threads.retry_after_item": {"thread_id": "thr_1", "item_id": "msg_0"},
    "threads.custom_action": {"thread_id": "thr_1", "action": {"type": "click", "payload": {}}},
    "threads.sync_custom_action": {
        "thread_id": "thr_1",
        "action": {"type": "click", "payload": {}},
    },
    "threads.get_by_id": {"thread_id": "thr_1"},
    "threads.list": {},
    "threads.update": {"thread_id": "thr_1", "title": "New"},
    "threads.delete": {"thread_id": "thr_1"},
    "items.list": {"thread_id": "thr_1"},
    "items.feedback": {"thread_id": "thr_1", "item_ids": ["msg_1"], "kind": "positive"},
    "attachments.create": {"name": "notes.txt", "size": 3, "mime_type": "text/plain"},
    "attachments.delete": {"attachment_id": "atc_1"},
    "input.transcribe": {"audio_base64": "AAAA", "mime_type": "audio/webm"},
}

STREAMING = [
    "threads.add_user_message",
    "threads.add_client_tool_output",
    "threads.add_structured_input",
    "threads.retry_after_item",
    "threads.custom_action",
]
"""The operations that answer with a stream in a thread that is there."""

WRITING = [
    *STREAMING,
    "threads.sync_custom_action",
    "threads.update",
    "threads.delete",
    "items.feedback",
]
"""The operations that change a thread that is there."""

READING = ["threads.get_by_id", "items.list"]
"""The operations that read one thread."""


def request(kind: str, /, **params: Any) -> Any:
    """A parsed request; ``params`` replace the usual ones."""
    body = {"type": kind, "params": {**PARAMS[kind], **params}}
    return parse_request(json.dumps(body).encode())


def message(*attachments: str) -> dict[str, Any]:
    """The input of a message with attachments."""
    return {**MESSAGE, "attachments": list(attachments)}
