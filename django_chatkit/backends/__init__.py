"""Backends: who answers for an assistant. Settings name them by ``django_chatkit.backends.…``."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .base import BaseBackend
from .registry import AssistantHandler, UnknownAssistant, assistants

if TYPE_CHECKING:
    from .hosted import HostedBackend
    from .self_hosted import SelfHostedBackend

__all__ = [
    "AssistantHandler",
    "BaseBackend",
    "HostedBackend",
    "SelfHostedBackend",
    "UnknownAssistant",
    "assistants",
]

# Loaded when first asked for: a site without hosted assistants needs no HTTP client.
_HOMES = {"HostedBackend": "hosted", "SelfHostedBackend": "self_hosted"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
