"""A client of OpenAI's hosted ChatKit API, sync and async, on httpx alone.

::

    client = ChatKitClient(api_key="sk-…")
    session = client.sessions.create(user="user-1", workflow={"id": "wf_…"})
    for thread in client.threads.list(user="user-1"):
        ...

It needs neither a database nor Django settings.

Source: https://platform.openai.com/docs/api-reference/chatkit
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .async_client import AsyncChatKitClient
    from .client import ChatKitClient
    from .errors import (
        APIConnectionError,
        APIResponseError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        HostedError,
        InternalServerError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )
    from .pages import AsyncPage, Page
    from .results import ChatSession, Thread, ThreadDeleted, ThreadItem

__all__ = [
    "APIConnectionError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncChatKitClient",
    "AsyncPage",
    "AuthenticationError",
    "BadRequestError",
    "ChatKitClient",
    "ChatSession",
    "ConflictError",
    "HostedError",
    "InternalServerError",
    "NotFoundError",
    "Page",
    "PermissionDeniedError",
    "RateLimitError",
    "Thread",
    "ThreadDeleted",
    "ThreadItem",
    "UnprocessableEntityError",
]

# Loaded when first asked for: the mirror and its admin need no HTTP client.
_NAMES = {
    "errors": (
        "APIConnectionError",
        "APIResponseError",
        "APIStatusError",
        "APITimeoutError",
        "AuthenticationError",
        "BadRequestError",
        "ConflictError",
        "HostedError",
        "InternalServerError",
        "NotFoundError",
        "PermissionDeniedError",
        "RateLimitError",
        "UnprocessableEntityError",
    ),
    "async_client": ("AsyncChatKitClient",),
    "client": ("ChatKitClient",),
    "pages": (
        "AsyncPage",
        "Page",
    ),
    "results": (
        "ChatSession",
        "Thread",
        "ThreadDeleted",
        "ThreadItem",
    ),
}
_HOMES = {name: home for home, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
