"""What every backend is: the thing behind one alias of ``CHATKIT_ASSISTANTS``."""

from abc import ABC
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from django.core.checks import CheckMessage

from ..models import ChatSession
from ..types import JSON, JSONObject

Order = Literal["asc", "desc"]

DEFAULT_LIMIT = 20
MAX_LIMIT = 100


@dataclass(frozen=True)
class Owner:
    """On whose behalf a backend acts.

    Parameters:
        scope: Whose threads and sessions are meant; ``None`` is the whole site,
            which only server keys and the site's own staff act for.
        user_id: The Django user's primary key, where there is one.
    """

    scope: str | None
    user_id: Any = None


@dataclass(frozen=True)
class ListQuery:
    """Which part of a list is wanted; cursors are ids, checked limits.

    Parameters:
        after: Only what comes after this entry, in ``order``.
        before: Only the nearest entries that precede this one.
        limit: At most so many.
        order: By creation.
        session_id: Only threads of this session.
    """

    after: str | None = None
    before: str | None = None
    limit: int = DEFAULT_LIMIT
    order: Order = "desc"
    session_id: str | None = None


@dataclass(frozen=True)
class Listing:
    """One page of a list, in OpenAI's shapes.

    Parameters:
        data: The entries.
        has_more: Whether there are more in that direction.
        mirror_age: Seconds since the mirror was fresh, where it answered for OpenAI.
    """

    data: list[JSONObject]
    has_more: bool = False
    mirror_age: int | None = None

    def envelope(self) -> JSONObject:
        """The page as OpenAI's API words it."""
        return {
            "object": "list",
            "data": self.data,
            "first_id": self.data[0]["id"] if self.data else None,
            "last_id": self.data[-1]["id"] if self.data else None,
            "has_more": self.has_more,
        }


@dataclass(frozen=True)
class Answer:
    """One object in OpenAI's shape.

    Parameters:
        data: The object.
        mirror_age: Seconds since the mirror was fresh, where it answered for OpenAI.
    """

    data: JSONObject
    mirror_age: int | None = None


@dataclass(frozen=True)
class SessionRequest:
    """What a session is minted with; browsers choose ``metadata`` only.

    Parameters:
        state_variables: For the workflow.
        chatkit_configuration: Titling, uploads and history, over the settings'.
        expires_after: Seconds from now; the settings' or ten minutes if ``None``.
        max_requests_per_minute: The settings' or ten if ``None``.
        workflow_version: Of a hosted workflow; the deployed one if ``None``.
        tracing: Of a hosted workflow.
        metadata: The client's, untrusted.
        browser_session_hash: The keyed hash of Django's session, whose log-out revokes.
        auth_hash: The hash of the user's session authentication hash, while it holds.
    """

    state_variables: Mapping[str, JSON] = field(default_factory=dict)
    chatkit_configuration: Mapping[str, JSON] | None = None
    expires_after: int | None = None
    max_requests_per_minute: int | None = None
    workflow_version: str | None = None
    tracing: Mapping[str, JSON] | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    browser_session_hash: str = ""
    auth_hash: str = ""


class BaseBackend(ABC):  # noqa: B024 - the flags say what a backend offers
    """One configured assistant.

    Every method that takes an :class:`Owner` finds only what is the owner's and this
    assistant's; anything else raises :class:`~django_chatkit.exceptions.NotFound`.
    Methods are synchronous and return OpenAI's REST shapes as plain JSON.

    Parameters:
        alias: Its name in ``CHATKIT_ASSISTANTS``.
        options: The entry's ``OPTIONS``.
    """

    supports_conversation: ClassVar[bool] = False
    """The site itself speaks the ChatKit protocol for this assistant."""

    is_hosted: ClassVar[bool] = False
    """OpenAI runs the assistant, and it is a ``HostedBackend``: told without importing that."""

    option_names: ClassVar[frozenset[str]] = frozenset()
    """The keys that ``OPTIONS`` may hold besides the per-assistant settings."""

    def __init__(self, alias: str, options: JSONObject) -> None:
        self.alias = alias
        self.options: dict[str, Any] = dict(options)

    # Sessions

    def create_session(self, owner: Owner, request: SessionRequest) -> tuple[ChatSession, str]:
        """Mint a session of ``owner.scope``; return it and its client secret, told once."""
        raise NotImplementedError

    def cancel_session(self, session: ChatSession) -> None:
        """Revoke a session's secret, here and wherever else; again is allowed."""
        raise NotImplementedError

    # Threads

    def list_threads(self, owner: Owner, query: ListQuery) -> Listing:
        """A page of the owner's threads."""
        raise NotImplementedError

    def get_thread(self, owner: Owner, thread_id: str) -> Answer:
        """One of the owner's threads."""
        raise NotImplementedError

    def create_thread(
        self, owner: Owner, *, title: str | None, metadata: JSONObject, session_id: str | None
    ) -> Answer:
        """An empty thread of the owner."""
        raise NotImplementedError

    def update_thread(self, owner: Owner, thread_id: str, changes: JSONObject) -> Answer:
        """Change ``title`` or ``metadata``, those that ``changes`` has; metadata as a whole."""
        raise NotImplementedError

    def delete_thread(self, owner: Owner, thread_id: str) -> JSONObject:
        """Delete a thread with its items and files; return OpenAI's deleted object."""
        raise NotImplementedError

    def list_items(
        self, owner: Owner, thread_id: str, query: ListQuery, *, files_url: str
    ) -> Listing:
        """A page of a thread's items.

        Parameters:
            files_url: The absolute URL of the ``files`` endpoint, for links to previews.
        """
        raise NotImplementedError

    def sync_thread(self, owner: Owner, thread_id: str) -> Answer:
        """Bring the mirror of a hosted thread up to date; elsewhere there is nothing to do."""
        return self.get_thread(owner, thread_id)

    def check(self) -> Iterable[CheckMessage]:
        """What is wrong with the configuration; no database, no network."""
        return ()
