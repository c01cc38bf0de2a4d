"""The tables of the package; see ``docs/reference/models.md``."""

from .assistant import ChatAssistant
from .attachment import ATTACHMENT_FOLDER, ChatAttachment
from .deletion import delete_items, delete_threads
from .feedback import ChatFeedback
from .item import ChatThreadItem
from .session import ChatSession
from .sync import ChatSync
from .thread import REASON_MAX_LENGTH, TITLE_MAX_LENGTH, ChatThread
from .usage import ChatUsage, Spent

__all__ = [
    "ATTACHMENT_FOLDER",
    "REASON_MAX_LENGTH",
    "TITLE_MAX_LENGTH",
    "ChatAssistant",
    "ChatAttachment",
    "ChatFeedback",
    "ChatSession",
    "ChatSync",
    "ChatThread",
    "ChatThreadItem",
    "ChatUsage",
    "Spent",
    "delete_items",
    "delete_threads",
]
