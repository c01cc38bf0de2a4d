"""What the API answers, as objects; ``raw`` is the JSON they were read from.

Fields that a newer API adds are in ``raw``; a missing one that the API documents
is an :class:`~django_chatkit.hosted.errors.APIResponseError`.

Source: https://platform.openai.com/docs/api-reference/chatkit
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ..types import JSONObject
from .errors import APIResponseError

T = TypeVar("T")


@dataclass(frozen=True)
class Workflow:
    """The workflow a session runs."""

    id: str
    version: str | None = None
    state_variables: Mapping[str, Any] | None = None
    tracing: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ChatSession:
    """A ChatKit session.

    Parameters:
        client_secret: What the browser chats with; in no repr.
        expires_at: Unix seconds.
        status: ``"active"``, ``"expired"`` or ``"cancelled"``.
    """

    id: str
    client_secret: str = field(repr=False)
    expires_at: int
    status: str
    user: str
    workflow: Workflow
    max_requests_per_1_minute: int
    rate_limits: Mapping[str, Any]
    chatkit_configuration: Mapping[str, Any]
    object: str = "chatkit.session"
    raw: JSONObject = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def read(cls, data: Any) -> "ChatSession":
        """The session of the API's JSON."""
        workflow = _get(data, "workflow", dict)
        return cls(
            id=_get(data, "id", str),
            client_secret=_get(data, "client_secret", str),
            expires_at=_get(data, "expires_at", int),
            status=_get(data, "status", str),
            user=_get(data, "user", str),
            workflow=Workflow(
                id=_get(workflow, "id", str),
                version=workflow.get("version"),
                state_variables=workflow.get("state_variables"),
                tracing=workflow.get("tracing") or {},
            ),
            max_requests_per_1_minute=_get(data, "max_requests_per_1_minute", int),
            rate_limits=_get(data, "rate_limits", dict),
            chatkit_configuration=_get(data, "chatkit_configuration", dict),
            raw=data,
        )


@dataclass(frozen=True)
class ThreadStatus:
    """A thread's status: ``"active"``, ``"locked"`` or ``"closed"``."""

    type: str
    reason: str | None = None


@dataclass(frozen=True)
class Thread:
    """A ChatKit thread; ``created_at`` is in Unix seconds."""

    id: str
    created_at: int
    title: str | None
    user: str
    status: ThreadStatus
    object: str = "chatkit.thread"
    raw: JSONObject = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def read(cls, data: Any) -> "Thread":
        """The thread of the API's JSON."""
        status = _get(data, "status", dict)
        return cls(
            id=_get(data, "id", str),
            created_at=_get(data, "created_at", int),
            title=data.get("title"),
            user=_get(data, "user", str),
            status=ThreadStatus(_get(status, "type", str), status.get("reason")),
            raw=data,
        )


@dataclass(frozen=True)
class ThreadItem:
    """An item of a thread; what its type adds is in ``raw``.

    Parameters:
        type: One of OpenAI's six, such as ``"chatkit.assistant_message"``, or one
            that is newer than this client.
        created_at: Unix seconds.
    """

    id: str
    thread_id: str
    created_at: int
    type: str
    object: str = "chatkit.thread_item"
    raw: JSONObject = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def read(cls, data: Any) -> "ThreadItem":
        """The item of the API's JSON."""
        return cls(
            id=_get(data, "id", str),
            thread_id=_get(data, "thread_id", str),
            created_at=_get(data, "created_at", int),
            type=_get(data, "type", str),
            raw=data,
        )


@dataclass(frozen=True)
class ThreadDeleted:
    """That a thread is gone."""

    id: str
    deleted: bool
    object: str = "chatkit.thread.deleted"
    raw: JSONObject = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def read(cls, data: Any) -> "ThreadDeleted":
        """The confirmation of the API's JSON."""
        return cls(id=_get(data, "id", str), deleted=_get(data, "deleted", bool), raw=data)


def _get(data: Any, name: str, kind: type[T]) -> T:
    value = data.get(name) if isinstance(data, dict) else None
    if not isinstance(value, kind):
        raise APIResponseError(f"OpenAI's answer has no valid field {name!r}.")
    return value
