"""Mirrored items as the conversation shows them: in the protocol's shapes, like all others."""

from dataclasses import dataclass

from ..hosted.native import KINDS, native_item
from ..models import ChatThreadItem
from ..types import JSON


@dataclass(frozen=True)
class Shown:
    """The type and the payload that an item is shown by."""

    type: str
    payload: JSON


def shown_item(item: ChatThreadItem) -> Shown:
    """What to show of an item.

    A mirrored one of a type that is not known, or that is not what OpenAI documents, stays as
    it is and is shown as JSON.
    """
    if item.type not in KINDS:
        return Shown(item.type, item.payload)
    try:
        kind, payload = native_item(item, "", {})
    except (KeyError, TypeError, AttributeError):
        return Shown(item.type, item.payload)
    return Shown(kind.value, payload)
