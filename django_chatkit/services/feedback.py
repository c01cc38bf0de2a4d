"""Feedback for evaluations: what was judged, with the conversation that led to it."""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import islice
from operator import or_
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from ..enums import MESSAGE_ITEM_TYPES, USER_MESSAGE_TYPES
from ..models import ChatFeedback, ChatThreadItem
from ..types import JSONObject

BEFORE = 20
"""Messages before a judged item that an evaluation is given."""

CHUNK = 100
"""Verdicts whose messages are read together, and held in memory."""

Messages = list[tuple[int, JSONObject]]
"""A thread's messages in order, by their position."""


def feedback_lines(feedback: QuerySet[ChatFeedback]) -> Iterator[str]:
    """Feedback as JSON Lines, a row at a time.

    Each line is ``{"item": {…}}``, as OpenAI's evaluations read data: ``verdict``, the judged
    item's ``type`` and ``answer`` (a message's text, of another item its payload), the ``messages``
    before it with ``role`` and ``content``, and whose they are.

    Parameters:
        feedback: Any selection; its own order is kept.

    Source: https://platform.openai.com/docs/guides/evals
    """
    rows = (
        feedback.select_related("item", "thread")
        .annotate(first_position=Subquery(_first_positions()))
        .iterator(chunk_size=CHUNK)
    )
    while chunk := list(islice(rows, CHUNK)):
        messages = _messages_of(chunk)
        for row in chunk:
            line = _line(row, messages.get(row.thread_id, []))
            yield json.dumps({"item": line}, ensure_ascii=False) + "\n"


def _first_positions() -> QuerySet[ChatThreadItem, int]:
    """Where the messages of a verdict begin; nowhere if there are fewer than :data:`BEFORE`."""
    before = ChatThreadItem.objects.filter(
        thread=OuterRef("thread"),
        position__lt=OuterRef("item__position"),
        type__in=MESSAGE_ITEM_TYPES,
    )
    return before.order_by("-position").values_list("position", flat=True)[BEFORE - 1 : BEFORE]


def _messages_of(chunk: "Iterable[Any]") -> dict[int, Messages]:
    """The messages before the judged items, by thread, in one query."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in chunk:
        spans[row.thread_id].append((row.first_position or 0, row.item.position))
    wanted = (
        Q(thread=thread, position__gte=first, position__lt=end)
        for thread, of_thread in spans.items()
        for first, end in _joined(of_thread)
    )
    found: dict[int, Messages] = defaultdict(list)
    items = ChatThreadItem.objects.filter(reduce(or_, wanted), type__in=MESSAGE_ITEM_TYPES)
    for item in items.order_by("thread", "position").iterator(chunk_size=CHUNK):
        found[item.thread_id].append((item.position, _message(item)))
    return found


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same spans without overlaps: many verdicts of a thread are one condition."""
    first, end = min(spans)
    for next_first, next_end in sorted(spans):
        if next_first > end:
            yield first, end
            first, end = next_first, next_end
        end = max(end, next_end)
    yield first, end


def _line(feedback: Any, messages: Messages) -> JSONObject:
    item, thread = feedback.item, feedback.thread
    end = bisect_left(messages, item.position, key=_position)
    is_message = item.type in MESSAGE_ITEM_TYPES
    return {
        "verdict": feedback.kind,
        "type": item.type,
        "answer": _text(item.payload) if is_message else item.payload,
        "messages": [message for _, message in messages[max(0, end - BEFORE) : end]],
        "assistant": thread.assistant,
        "thread_id": thread.id,
        "item_id": item.id,
        "scope": feedback.scope,
        "judged_at": feedback.updated_at.isoformat(),
    }


def _position(entry: tuple[int, JSONObject]) -> int:
    return entry[0]


def _message(item: ChatThreadItem) -> JSONObject:
    role = "user" if item.type in USER_MESSAGE_TYPES else "assistant"
    return {"role": role, "content": _text(item.payload)}


def _text(payload: JSONObject) -> str:
    parts: Any = payload.get("content")
    texts = [part.get("text") for part in parts or () if isinstance(part, dict)]
    return "".join(text for text in texts if isinstance(text, str))
