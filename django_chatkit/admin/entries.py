"""Thread items as the entries of a conversation that staff read.

Each of the protocol's item types has a template in ``templates/admin/django_chatkit/items/``
and, here, the function that picks what the template shows from the item's payload.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..enums import ItemType
from ..models import ChatAttachment, ChatFeedback, ChatThreadItem
from ..types import JSON, JSONObject
from .markdown import link, render
from .readable import (
    first_words,
    message_text,
    pretty,
    record,
    records,
    shortened,
    text,
    texts,
    widget_texts,
)

Side = Literal["visitor", "assistant", "machine", "hidden", "divider"]

SIDES: Mapping[str, Side] = {
    ItemType.USER_MESSAGE: "visitor",
    ItemType.ASSISTANT_MESSAGE: "assistant",
    ItemType.HIDDEN_CONTEXT: "hidden",
    ItemType.SDK_HIDDEN_CONTEXT: "hidden",
    ItemType.END_OF_TURN: "divider",
}
"""On which side of the conversation a type stands; the others are the machine's."""

TASK_LABELS: Mapping[str, Promise] = {
    "custom": gettext_lazy("Step"),
    "web_search": gettext_lazy("Web search"),
    "thought": gettext_lazy("Thought"),
    "file": gettext_lazy("File search"),
    "image": gettext_lazy("Image"),
}

ANSWER_STATUS: Mapping[str, Promise] = {
    "pending": gettext_lazy("Waiting"),
    "completed": gettext_lazy("Completed"),
    "answered": gettext_lazy("Answered"),
    "skipped": gettext_lazy("Skipped"),
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One item as the page shows it."""

    sequence: int
    id: str
    type: str
    label: str
    side: Side
    template: str
    content: JSONObject
    source: str
    """The payload as indented JSON."""
    created_at: datetime
    feedback: list[ChatFeedback] = field(default_factory=list)
    begins_day: bool = False
    begins_group: bool = False
    """Whether the speaker changes here, or a pause lies before."""


def item_label(item_type: str) -> str:
    """What a kind of item is called, those that are not known included."""
    return str(ItemType(item_type).label) if item_type in ItemType.values else item_type


def entry_content(
    kind: str, payload: JSONObject, attachments: Mapping[str, ChatAttachment]
) -> tuple[str, JSONObject]:
    """The name of an item's template and what it shows.

    Args:
        kind: the item's type.
        payload: what it holds, in any shape.
        attachments: the stored attachments of the page's items, by id.
    """
    if kind == ItemType.USER_MESSAGE:
        return kind, _user_message(payload, attachments)
    build = _CONTENT.get(kind)
    return (kind, build(payload)) if build else ("unknown", {})


def excerpt(item: ChatThreadItem, limit: int = 120) -> str:
    """An item in a few words, for lists."""
    payload = record(item.payload)
    match item.type:
        case ItemType.USER_MESSAGE | ItemType.ASSISTANT_MESSAGE:
            words = message_text(payload)
        case ItemType.CLIENT_TOOL_CALL:
            words = text(payload.get("name"))
        case ItemType.WIDGET:
            words = " · ".join(widget_texts(payload.get("widget"), 3))
        case ItemType.WORKFLOW:
            words = _workflow_title(record(payload.get("workflow")))
        case _:
            words = ""
    return first_words(words, limit) or item_label(item.type).capitalize()


def _user_message(payload: JSONObject, attachments: Mapping[str, ChatAttachment]) -> JSONObject:
    parts = [
        {
            "tag": part.get("type") == "input_tag",
            "text": shortened(text(part.get("text"))),
            "group": text(part.get("group")),
        }
        for part in records(payload.get("content"))
    ]
    options = record(payload.get("inference_options"))
    return {
        "parts": parts,
        "quoted": shortened(text(payload.get("quoted_text")), 2_000),
        "model": text(options.get("model")),
        "tool": text(record(options.get("tool_choice")).get("id")),
        "attachments": [
            _attachment(entry, attachments) for entry in records(payload.get("attachments"))
        ],
    }


def _attachment(entry: JSONObject, attachments: Mapping[str, ChatAttachment]) -> JSONObject:
    stored = attachments.get(text(entry.get("id")))
    return {
        "name": text(entry.get("name")) or text(entry.get("id")),
        "mime_type": text(entry.get("mime_type")),
        "stored": stored,
    }


def _assistant_message(payload: JSONObject) -> JSONObject:
    parts = records(payload.get("content"))
    return {
        "parts": [render(text(part.get("text"))) for part in parts],
        "sources": [
            _source(record(annotation.get("source")))
            for part in parts
            for annotation in records(part.get("annotations"))
        ],
    }


def _source(source: JSONObject) -> JSONObject:
    title = text(source.get("title")) or text(source.get("url")) or text(source.get("filename"))
    url = text(source.get("url"))
    return {
        "html": link(url, first_words(title, 120)) if url else first_words(title, 120),
        "detail": text(source.get("filename")) or text(source.get("attribution")),
    }


def _client_tool_call(payload: JSONObject) -> JSONObject:
    return {
        "name": text(payload.get("name")),
        "status": _status(payload),
        "arguments": pretty(payload.get("arguments")),
        "output": pretty(payload.get("output")) if payload.get("output") is not None else "",
    }


def _status(payload: JSONObject) -> str:
    status = text(payload.get("status"))
    return str(ANSWER_STATUS.get(status, status))


def _widget(payload: JSONObject) -> JSONObject:
    widget = payload.get("widget")
    shown = widget_texts(widget)
    return {
        "kind": text(record(widget).get("type")),
        "heading": shown[0] if shown else "",
        "texts": shown,
        "copy_text": shortened(text(payload.get("copy_text")), 2_000),
    }


def _generated_image(payload: JSONObject) -> JSONObject:
    image = record(payload.get("image"))
    url = text(image.get("url"))
    return {
        "id": text(image.get("id")),
        "html": link(url, first_words(url, 120)) if url and not url.startswith("data:") else "",
        "inline": url.startswith("data:"),
    }


def _structured_input(payload: JSONObject) -> JSONObject:
    return {
        "status": _status(payload),
        "questions": [_question(entry) for entry in records(payload.get("inputs"))],
    }


def _question(entry: JSONObject) -> JSONObject:
    answer = record(entry.get("answer"))
    return {
        "question": text(entry.get("question")),
        "description": text(entry.get("description")),
        "options": [text(option.get("value")) for option in records(entry.get("options"))],
        "answers": texts(answer.get("values")),
        "skipped": answer.get("skipped") is True,
    }


def _workflow(payload: JSONObject) -> JSONObject:
    workflow = record(payload.get("workflow"))
    return {
        "title": _workflow_title(workflow),
        "reasoning": workflow.get("type") == "reasoning",
        "tasks": [_task_content(task) for task in records(workflow.get("tasks"))],
    }


def _workflow_title(workflow: JSONObject) -> str:
    summary = record(workflow.get("summary"))
    if title := text(summary.get("title")):
        return title
    if duration := text(summary.get("duration")):
        return _("Thought for %(duration)s seconds") % {"duration": duration}
    tasks = records(workflow.get("tasks"))
    return next((text(task.get("title")) for task in tasks if text(task.get("title"))), "")


def _task(payload: JSONObject) -> JSONObject:
    return {"task": _task_content(record(payload.get("task")))}


def _task_content(task: JSONObject) -> JSONObject:
    kind = text(task.get("type"))
    return {
        "label": TASK_LABELS.get(kind, kind),
        "title": text(task.get("title")) or text(task.get("title_query")),
        "content": render(text(task.get("content"))),
        "queries": texts(task.get("queries")),
        "sources": [_source(source) for source in records(task.get("sources"))],
        "running": task.get("status_indicator") == "loading",
    }


def _hidden(payload: JSONObject) -> JSONObject:
    content: JSON = payload.get("content")
    words = content if isinstance(content, str) else pretty(content)
    return {"text": shortened(words)}


def _end_of_turn(_payload: JSONObject) -> JSONObject:
    return {}


_CONTENT: Mapping[str, Callable[[JSONObject], dict[str, Any]]] = {
    ItemType.ASSISTANT_MESSAGE: _assistant_message,
    ItemType.CLIENT_TOOL_CALL: _client_tool_call,
    ItemType.WIDGET: _widget,
    ItemType.GENERATED_IMAGE: _generated_image,
    ItemType.STRUCTURED_INPUT: _structured_input,
    ItemType.WORKFLOW: _workflow,
    ItemType.TASK: _task,
    ItemType.HIDDEN_CONTEXT: _hidden,
    ItemType.SDK_HIDDEN_CONTEXT: _hidden,
    ItemType.END_OF_TURN: _end_of_turn,
}
