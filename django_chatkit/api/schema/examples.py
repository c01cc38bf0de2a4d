"""Examples of what the API answers."""

from ...types import JSON, JSONObject

SESSION: JSON = {
    "id": "cksess_6f1c0f5b7a904b8fb7d2a9c35c8e1f20",
    "object": "chatkit.session",
    "client_secret": "",
    "expires_at": 1795263000,
    "status": "active",
    "user": "user-7",
    "workflow": {
        "id": "default",
        "version": None,
        "state_variables": None,
        "tracing": {"enabled": False},
    },
    "max_requests_per_1_minute": 10,
    "rate_limits": {"max_requests_per_1_minute": 10},
    "chatkit_configuration": {
        "automatic_thread_titling": {"enabled": True},
        "file_upload": {"enabled": False, "max_file_size": 20, "max_files": 10},
        "history": {"enabled": True, "recent_threads": None},
    },
    "metadata": {"page": "pricing"},
    "assistant": "default",
}
MINTED: JSON = {**SESSION, "client_secret": "ek_…"}
THREAD: JSON = {
    "id": "thr_0b6d6c1d3f9e4f0aa1c2d3e4f5061728",
    "object": "chatkit.thread",
    "created_at": 1795262400,
    "title": "Opening hours",
    "user": "user-7",
    "status": {"type": "active"},
    "metadata": {"order": "1001"},
    "session_id": None,
    "assistant": "default",
}
LOCKED_THREAD: JSON = {**THREAD, "status": {"type": "locked", "reason": "Answered by e-mail."}}
DELETED: JSON = {"id": THREAD["id"], "object": "chatkit.thread.deleted", "deleted": True}
ITEM: JSON = {
    "id": "msg_8d0f2c5e7b1a4c3f9e6d5b4a39281706",
    "object": "chatkit.thread_item",
    "thread_id": THREAD["id"],
    "created_at": 1795262401,
    "type": "chatkit.user_message",
    "content": [{"type": "input_text", "text": "When are you open?"}],
    "attachments": [],
    "inference_options": None,
}
ATTACHMENT: JSON = {
    "id": "atc_5a4b3c2d1e0f49a8b7c6d5e4f3021100",
    "type": "file",
    "name": "invoice.pdf",
    "mime_type": "application/pdf",
}
ENTITIES: JSON = {
    "data": [
        {
            "id": "order:42",
            "title": "Order 42",
            "icon": "cube",
            "group": "Orders",
            "interactive": True,
            "data": {"url": "/orders/42/"},
        }
    ]
}
ENTITY_PREVIEW: JSON = {
    "preview": {"type": "Basic", "children": [{"type": "Text", "value": "Sent yesterday"}]}
}


def page_of(*entries: JSON) -> JSONObject:
    """An example of a page."""
    return {
        "object": "list",
        "data": list(entries),
        "first_id": entries[0]["id"],
        "last_id": entries[-1]["id"],
        "has_more": False,
    }
