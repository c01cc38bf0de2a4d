"""Conversations for the admin's tests: every kind of item, and hostile words everywhere."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from django_chatkit.models import ChatAttachment, ChatThread, ChatThreadItem

XSS = "<script>alert('x')</script><img src=https://evil.example/x.png onerror=alert(1)>"
ARABIC = "مرحبا، أين طلبي؟"
MORNING = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


def make_thread(number: int = 1, user: User | None = None, **fields: Any) -> ChatThread:
    """A thread of ``user``, or of a visitor."""
    scope = f"user-{user.pk}" if user else f"anon-{number:032x}"
    values = {"id": f"thr_{number:032x}", "scope": scope, "assistant": "default", **fields}
    return ChatThread.objects.create(user=user, **values)


def item(
    thread: ChatThread, position: int, type_: str, payload: Any, **fields: Any
) -> ChatThreadItem:
    """An item of ``thread`` that is not saved yet."""
    values = {"id": f"itm_{position:032x}", "created_at": MORNING + timedelta(minutes=position)}
    return ChatThreadItem(
        thread=thread,
        scope=thread.scope,
        position=position,
        type=type_,
        payload=payload,
        **{**values, **fields},
    )


def said(text: str) -> dict[str, Any]:
    """The payload of a user's message."""
    return {"content": [{"type": "input_text", "text": text}], "attachments": []}


def answered(text: str) -> dict[str, Any]:
    """The payload of an assistant's message."""
    return {"content": [{"type": "output_text", "text": text, "annotations": []}]}


def exchange(thread: ChatThread, count: int) -> list[ChatThreadItem]:
    """``count`` messages: the visitor's at odd numbers, the assistant's at even ones."""
    return ChatThreadItem.objects.bulk_create(
        item(thread, number, "user_message", said(f"Question {number}"))
        if number % 2
        else item(thread, number, "assistant_message", answered(f"Answer {number}"))
        for number in range(1, count + 1)
    )


def make_attachment(thread: ChatThread, number: int = 1, **fields: Any) -> ChatAttachment:
    """A stored attachment of ``thread``."""
    values = {
        "id": f"atc_{number:032x}",
        "name": "invoice.pdf",
        "mime_type": "application/pdf",
        "size": 2048,
        "payload": {},
        "uploaded_at": timezone.now(),
        **fields,
    }
    return ChatAttachment.objects.create(
        scope=thread.scope, user=thread.user, assistant=thread.assistant, thread=thread, **values
    )


ANSWER = """Your parcel left **Hamburg** this morning. Here is what happens next:

1. It reaches the depot in *Lyon*
2. The courier calls you
   - between 9:00 and 12:00
   - or in the evening

> Please have your ID ready.

| Step | When |
| --- | --- |
| Depot | Tuesday |
| Door | Wednesday |

```python
print("<b>tracking</b>", parcel.number)
```

Follow it on [the tracking page](https://tracking.example/parcel/7) or write `STOP`.
"""


def every_kind(words: str) -> list[tuple[str, Any]]:
    """Type and payload of one item of each kind, all texts of which are ``words``."""
    source = {
        "type": "url",
        "title": words,
        "url": "https://example.com/help",
        "description": words,
    }
    task = {"type": "web_search", "title": words, "queries": [words], "sources": [source]}
    return [
        (
            "user_message",
            {
                "content": [
                    {"type": "input_text", "text": words},
                    {"type": "input_tag", "id": "order", "text": words, "data": {"x": words}},
                ],
                "quoted_text": words,
                "attachments": [
                    {"id": f"atc_{1:032x}", "type": "file", "name": words, "mime_type": words}
                ],
                "inference_options": {"model": words, "tool_choice": {"id": words}},
            },
        ),
        (
            "workflow",
            {
                "workflow": {
                    "type": "custom",
                    "summary": {"title": words},
                    "tasks": [
                        task,
                        {"type": "thought", "title": words, "content": words},
                        {"type": "custom", "title": words, "status_indicator": "loading"},
                        {"type": "file", "title": words, "sources": [{**source, "type": "file"}]},
                    ],
                }
            },
        ),
        (
            "assistant_message",
            {
                "content": [
                    {
                        "type": "output_text",
                        "text": words,
                        "annotations": [{"type": "annotation", "source": source, "index": 3}],
                    }
                ]
            },
        ),
        (
            "client_tool_call",
            {
                "status": "completed",
                "call_id": words,
                "name": words,
                "arguments": {"to": words},
                "output": {"result": words},
            },
        ),
        (
            "widget",
            {
                "widget": {
                    "type": "Card",
                    "children": [
                        {"type": "Title", "value": words},
                        {"type": "Button", "label": words},
                        {"type": "Image", "src": "https://evil.example/pixel.png", "alt": words},
                    ],
                },
                "copy_text": words,
            },
        ),
        (
            "generated_image",
            {"image": {"id": words, "url": "https://images.example/picture.png"}},
        ),
        (
            "structured_input",
            {
                "status": "answered",
                "inputs": [
                    {
                        "type": "multiple_choice",
                        "id": "q",
                        "question": words,
                        "options": [{"value": words}],
                        "answer": {"values": [words], "skipped": False},
                    },
                    {"type": "freeform", "id": "r", "question": words, "description": words},
                ],
            },
        ),
        ("task", {"task": task}),
        ("hidden_context_item", {"content": {"note": words}}),
        ("sdk_hidden_context", {"content": words}),
        ("end_of_turn", {}),
    ]
