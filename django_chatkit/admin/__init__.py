"""The admin: conversations as staff read and steer them, and what belongs to them."""

from .assistant import ChatAssistantAdmin
from .attachment import ChatAttachmentAdmin
from .feedback import ChatFeedbackAdmin
from .session import ChatSessionAdmin
from .thread import ChatThreadAdmin
from .usage import ChatUsageAdmin

__all__ = [
    "ChatAssistantAdmin",
    "ChatAttachmentAdmin",
    "ChatFeedbackAdmin",
    "ChatSessionAdmin",
    "ChatThreadAdmin",
    "ChatUsageAdmin",
]
