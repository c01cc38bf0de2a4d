"""The self-hosted ChatKit server: ``openai-chatkit`` on Django's ORM.

This package is the only one that imports ``openai-chatkit``, and names below are
loaded when first asked for: the SDK takes over a second to import.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .agent.history import HistoryConverter
    from .agent.hooks import ActionRequest, AnswersRequest, action, answers
    from .agent.questions import Suggestions, ask
    from .agent.server import AgentServer
    from .attachments import DjangoAttachmentStore
    from .base import ChatKitServer
    from .context import RequestContext
    from .store import DjangoStore
    from .widget_files import WidgetTemplate

__all__ = [
    "ActionRequest",
    "AgentServer",
    "AnswersRequest",
    "ChatKitServer",
    "DjangoAttachmentStore",
    "DjangoStore",
    "HistoryConverter",
    "RequestContext",
    "Suggestions",
    "WidgetTemplate",
    "action",
    "answers",
    "ask",
]

_HOMES = {
    "ActionRequest": "agent.hooks",
    "AgentServer": "agent.server",
    "AnswersRequest": "agent.hooks",
    "ChatKitServer": "base",
    "DjangoAttachmentStore": "attachments",
    "DjangoStore": "store",
    "HistoryConverter": "agent.history",
    "RequestContext": "context",
    "Suggestions": "agent.questions",
    "WidgetTemplate": "widget_files",
    "action": "agent.hooks",
    "answers": "agent.hooks",
    "ask": "agent.questions",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
