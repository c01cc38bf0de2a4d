"""The admin: conversations as staff read and steer them, and what belongs to them."""

from .attachment import ChatAttachmentAdmin
from .feedback import ChatFeedbackAdmin
from .session import ChatSessionAdmin
from .thread import ChatThreadAdmin

__all__ = [
    "ChatAttachmentAdmin",
    "ChatFeedbackAdmin",
    "ChatSessionAdmin",
    "ChatThreadAdmin",
]
