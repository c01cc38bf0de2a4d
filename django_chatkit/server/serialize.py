"""Between the SDK's objects, the JSON we store and the bytes we send."""

from datetime import datetime
from json.encoder import encode_basestring
from typing import Any

from chatkit.types import (
    AssistantMessageContentPartTextDelta,
    Attachment,
    HiddenContextItem,
    Page,
    SDKHiddenContextItem,
    SyncCustomActionResponse,
    ThreadCreatedEvent,
    ThreadItem,
    ThreadItemAddedEvent,
    ThreadItemBase,
    ThreadItemDoneEvent,
    ThreadItemReplacedEvent,
    ThreadItemUpdatedEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    ThreadUpdatedEvent,
    WidgetItem,
)
from chatkit.widgets import DynamicWidgetRoot
from pydantic import BaseModel, TypeAdapter
from pydantic_core import PydanticSerializationError, to_jsonable_python

from ..types import JSON, JSONObject
from .text import clean_json, clean_text

ITEM: TypeAdapter[ThreadItem] = TypeAdapter(ThreadItem)
ATTACHMENT: TypeAdapter[Attachment] = TypeAdapter(Attachment)

HIDDEN_ITEMS = (HiddenContextItem, SDKHiddenContextItem)
ITEM_EVENTS = (ThreadItemAddedEvent, ThreadItemDoneEvent, ThreadItemReplacedEvent)
THREAD_EVENTS = (ThreadCreatedEvent, ThreadUpdatedEvent)


def aware(moment: datetime) -> datetime:
    """``moment`` with an offset; a naive one is local time, as the SDK means it."""
    return moment.astimezone() if moment.tzinfo is None else moment


def dump(model: BaseModel) -> JSONObject:
    """A model as JSON that every database can store, losing nothing."""
    try:
        payload = model.model_dump(mode="json")
    except (PydanticSerializationError, UnicodeError):
        # A lone surrogate, which an agent may emit when it cuts text badly.
        payload = to_jsonable_python(clean_json(model.model_dump(mode="python")))
    cleaned: JSONObject = clean_json(payload)
    return cleaned


def load_item(payload: JSONObject, created_at: datetime) -> ThreadItem:
    """The item of a stored payload.

    Parameters:
        payload: What :func:`dump` made of the item.
        created_at: The row's time, an aware one.
    """
    item = ITEM.validate_python(payload)
    if item.created_at.tzinfo is None:
        # The SDK compares its times with ``datetime.now()``, which is naive.
        item.created_at = created_at.astimezone().replace(tzinfo=None)
    if isinstance(item, WidgetItem):
        root = payload["widget"]
        if not _holds(item.widget.model_dump(mode="json"), root):
            # The SDK's strict classes drop properties that they do not know.
            item.widget = DynamicWidgetRoot.model_validate(root)
    return item


def _holds(whole: JSON, part: JSON) -> bool:
    """Whether ``whole`` has everything that ``part`` has, nulls apart."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(
            key in whole and _holds(whole[key], value)
            for key, value in part.items()
            if value is not None
        )
    if isinstance(part, list):
        kept = [value for value in part if value is not None]
        return isinstance(whole, list) and len(whole) == len(kept) and all(map(_holds, whole, kept))
    return bool(whole == part)


def with_offsets(model: BaseModel) -> BaseModel:
    """A copy of an answer whose times all say their offset; the original stays as it is."""
    if isinstance(model, Page):
        return model.model_copy(update={"data": [with_offsets(entry) for entry in model.data]})
    if isinstance(model, ThreadItemBase):
        return model.model_copy(update={"created_at": aware(model.created_at)})
    if isinstance(model, ThreadMetadata):
        update: dict[str, Any] = {"created_at": aware(model.created_at)}
        items = getattr(model, "items", None)
        if items is not None:
            update["items"] = with_offsets(items)
        return model.model_copy(update=update)
    if isinstance(model, ITEM_EVENTS):
        return model.model_copy(update={"item": with_offsets(model.item)})
    if isinstance(model, THREAD_EVENTS):
        return model.model_copy(update={"thread": with_offsets(model.thread)})
    if isinstance(model, SyncCustomActionResponse) and model.updated_item is not None:
        return model.model_copy(update={"updated_item": with_offsets(model.updated_item)})
    return model


def to_wire(model: BaseModel) -> bytes:
    """An answer or event as the protocol's compact JSON."""
    prepared = with_offsets(model)
    context = {"exclude_metadata": True}
    try:
        wire = prepared.model_dump_json(by_alias=True, exclude_none=True, context=context).encode()
    except (PydanticSerializationError, UnicodeError):
        wire = b"\\u0000"
    if b"\\u0000" in wire:
        # What is stored and what is sent must be the same text.
        plain = prepared.model_dump(
            mode="python", by_alias=True, exclude_none=True, context=context
        )
        wire = TypeAdapter(Any).dump_json(clean_json(plain))
    return wire


def is_hidden(event: ThreadStreamEvent) -> bool:
    """Whether an event would show an item that clients must never see."""
    return isinstance(event, ITEM_EVENTS) and isinstance(event.item, HIDDEN_ITEMS)


def sse(event: ThreadStreamEvent) -> bytes:
    """One server-sent event, framed as the protocol wants it."""
    if type(event) is ThreadItemUpdatedEvent:
        update = event.update
        if type(update) is AssistantMessageContentPartTextDelta:
            return text_delta(event.item_id, update)
    return b"data: " + to_wire(event) + b"\n\n"


def text_delta(item_id: str, update: AssistantMessageContentPartTextDelta) -> bytes:
    """A text delta, written directly: most events of an answer are this one.

    The bytes are those of pydantic, at a tenth of the cost.
    """
    return (
        f'data: {{"type":"thread.item.updated","item_id":{encode_basestring(clean_text(item_id))},'
        '"update":{"type":"assistant_message.content_part.text_delta",'
        f'"content_index":{update.content_index},'
        f'"delta":{encode_basestring(clean_text(update.delta))}}}}}\n\n'
    ).encode()
