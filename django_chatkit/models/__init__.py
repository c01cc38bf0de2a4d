"""The tables of the package; see ``docs/reference/models.md``."""

from .attachment import ChatAttachment
from .deletion import delete_items, delete_threads
from .feedback import ChatFeedback
from .item import ChatThreadItem
from .session import ChatSession
from .sync import ChatSync
from .thread import REASON_MAX_LENGTH, TITLE_MAX_LENGTH, ChatThread

__all__ = [
    "REASON_MAX_LENGTH",
    "TITLE_MAX_LENGTH",
    "ChatAttachment",
    "ChatFeedback",
    "ChatSession",
    "ChatSync",
    "ChatThread",
    "ChatThreadItem",
    "delete_items",
    "delete_threads",
]
