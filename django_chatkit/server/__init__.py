"""The self-hosted ChatKit server: ``openai-chatkit`` on Django's ORM.

This package is the only one that imports ``openai-chatkit``, and names below are
loaded when first asked for: the SDK takes over a second to import.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .agent.history import HistoryConverter
    from .agent.server import AgentServer
    from .attachments import DjangoAttachmentStore
    from .base import ChatKitServer
    from .context import RequestContext
    from .store import DjangoStore
    from .widget_files import WidgetTemplate

__all__ = [
    "AgentServer",
    "ChatKitServer",
    "DjangoAttachmentStore",
    "DjangoStore",
    "HistoryConverter",
    "RequestContext",
    "WidgetTemplate",
]

_HOMES = {
    "AgentServer": "agent.server",
    "ChatKitServer": "base",
    "DjangoAttachmentStore": "attachments",
    "DjangoStore": "store",
    "HistoryConverter": "agent.history",
    "RequestContext": "context",
    "WidgetTemplate": "widget_files",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
