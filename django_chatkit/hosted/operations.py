"""The API's operations, described once for the sync and the async client."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypedDict, TypeVar
from urllib.parse import quote

from .results import ChatSession, Thread, ThreadDeleted, ThreadItem

T = TypeVar("T")

BETA_HEADERS = {"OpenAI-Beta": "chatkit_beta=v1"}


class RequestOptions(TypedDict, total=False):
    """What a caller adds to one request, named as the ``openai`` SDK names it.

    Parameters:
        extra_headers: Added to, or in place of, the client's.
        extra_query: Added to the query string.
        extra_body: Merged into the JSON body.
        timeout: Seconds for the whole call, retries included.
    """

    extra_headers: Mapping[str, str] | None
    extra_query: Mapping[str, Any] | None
    extra_body: Mapping[str, Any] | None
    timeout: float | None


@dataclass(frozen=True)
class Operation(Generic[T]):
    """One request and how its answer is read."""

    method: str
    path: str
    read: Callable[[Any], T]
    query: dict[str, Any] = field(default_factory=dict)
    body: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    timeout: float | None = None

    def with_options(self, options: RequestOptions) -> "Operation[T]":
        """The same operation with what the caller adds."""
        extra_body = options.get("extra_body")
        headers = {**BETA_HEADERS, **(options.get("extra_headers") or {})}
        if self.method == "POST":
            # A repeated attempt must not do it twice.
            headers.setdefault("Idempotency-Key", f"chatkit-{secrets.token_hex(16)}")
        return replace(
            self,
            query={**self.query, **(options.get("extra_query") or {})},
            body={**(self.body or {}), **extra_body} if extra_body else self.body,
            headers=headers,
            timeout=options.get("timeout"),
        )


def create_session(
    *,
    user: str,
    workflow: Mapping[str, Any],
    chatkit_configuration: Mapping[str, Any] | None,
    expires_after: Mapping[str, Any] | None,
    rate_limits: Mapping[str, Any] | None,
) -> Operation[ChatSession]:
    """``POST /chatkit/sessions``"""
    body = {
        "user": user,
        "workflow": dict(workflow),
        "chatkit_configuration": chatkit_configuration,
        "expires_after": expires_after,
        "rate_limits": rate_limits,
    }
    given = {name: value for name, value in body.items() if value is not None}
    return Operation("POST", "/chatkit/sessions", ChatSession.read, body=given)


def cancel_session(session_id: str) -> Operation[ChatSession]:
    """``POST /chatkit/sessions/{session_id}/cancel``"""
    path = f"/chatkit/sessions/{_segment(session_id, 'session_id')}/cancel"
    return Operation("POST", path, ChatSession.read)


def retrieve_thread(thread_id: str) -> Operation[Thread]:
    """``GET /chatkit/threads/{thread_id}``"""
    return Operation("GET", f"/chatkit/threads/{_segment(thread_id, 'thread_id')}", Thread.read)


def delete_thread(thread_id: str) -> Operation[ThreadDeleted]:
    """``DELETE /chatkit/threads/{thread_id}``"""
    path = f"/chatkit/threads/{_segment(thread_id, 'thread_id')}"
    return Operation("DELETE", path, ThreadDeleted.read)


def list_threads(**query: Any) -> tuple[str, dict[str, Any], Callable[[Any], Thread]]:
    """``GET /chatkit/threads``: path, query and how an entry is read."""
    return "/chatkit/threads", _given(query), Thread.read


def list_items(
    thread_id: str, **query: Any
) -> tuple[str, dict[str, Any], Callable[[Any], ThreadItem]]:
    """``GET /chatkit/threads/{thread_id}/items``: path, query and how an entry is read."""
    path = f"/chatkit/threads/{_segment(thread_id, 'thread_id')}/items"
    return path, _given(query), ThreadItem.read


def _segment(value: str, name: str) -> str:
    if not value:
        raise ValueError(f"{name} must not be empty.")
    return quote(value, safe="")


def _given(query: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in query.items() if value is not None}
