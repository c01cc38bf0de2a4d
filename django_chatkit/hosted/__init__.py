"""A client of OpenAI's hosted ChatKit API, sync and async, on httpx alone.

::

    client = ChatKitClient(api_key="sk-…")
    session = client.sessions.create(user="user-1", workflow={"id": "wf_…"})
    for thread in client.threads.list(user="user-1"):
        ...

It needs neither a database nor Django settings.

Source: https://platform.openai.com/docs/api-reference/chatkit
"""

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
