"""Feedback for evaluations: what was judged, with the conversation that led to it."""

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from ..enums import MESSAGE_ITEM_TYPES, USER_MESSAGE_TYPES
from ..models import ChatFeedback, ChatThreadItem
from ..types import JSONObject

BEFORE = 20
"""Messages before a judged item that an evaluation is given."""

CHUNK = 200


def feedback_lines(feedback: QuerySet[ChatFeedback]) -> Iterator[str]:
    """Feedback as JSON Lines, a row at a time.

    Each line is ``{"item": {…}}``, as OpenAI's evaluations read data: ``verdict``, the judged
    item's ``type`` and ``answer`` (a message's text, of another item its payload), the ``messages``
    before it with ``role`` and ``content``, and whose they are.

    Parameters:
        feedback: Any selection; its own order is kept.

    Source: https://platform.openai.com/docs/guides/evals
    """
    for row in feedback.select_related("item", "thread").iterator(chunk_size=CHUNK):
        yield json.dumps({"item": _line(row)}, ensure_ascii=False) + "\n"


def _line(feedback: ChatFeedback) -> JSONObject:
    item, thread = feedback.item, feedback.thread
    before = ChatThreadItem.objects.filter(
        thread=thread, position__lt=item.position, type__in=MESSAGE_ITEM_TYPES
    ).order_by("-position")[:BEFORE]
    is_message = item.type in MESSAGE_ITEM_TYPES
    return {
        "verdict": feedback.kind,
        "type": item.type,
        "answer": _text(item.payload) if is_message else item.payload,
        "messages": [_message(message) for message in reversed(before)],
        "assistant": thread.assistant,
        "thread_id": thread.id,
        "item_id": item.id,
        "scope": feedback.scope,
        "judged_at": feedback.updated_at.isoformat(),
    }


def _message(item: ChatThreadItem) -> JSONObject:
    role = "user" if item.type in USER_MESSAGE_TYPES else "assistant"
    return {"role": role, "content": _text(item.payload)}


def _text(payload: JSONObject) -> str:
    parts: Any = payload.get("content")
    texts = [part.get("text") for part in parts or () if isinstance(part, dict)]
    return "".join(text for text in texts if isinstance(text, str))
