"""Sessions: minted, listed, revoked, and ended with the log-in they belong to."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from ..backends import BaseBackend
from ..backends.base import Listing, ListQuery, Owner, SessionRequest
from ..backends.keyset import keyset_page
from ..backends.shapes import session_shape
from ..enums import SessionStatus
from ..exceptions import NotFound
from ..models import ChatSession
from ..signals import session_cancelled, session_created
from ..types import JSONObject
from .assistants import backend_of


def mint_session(backend: BaseBackend, owner: Owner, request: SessionRequest) -> JSONObject:
    """A new session with its client secret, in OpenAI's shape."""
    session, secret = backend.create_session(owner, request)
    session_created.send_robust(ChatSession, session=session)
    return session_shape(session, secret)


def _sessions(owner: Owner, alias: str | None) -> QuerySet[ChatSession]:
    sessions = ChatSession.objects.all()
    if owner.scope is not None:
        sessions = sessions.filter(scope=owner.scope)
    return sessions if alias is None else sessions.filter(assistant=alias)


def list_sessions(owner: Owner, alias: str | None, query: ListQuery) -> Listing:
    """A page of the owner's sessions with an assistant, or with all if ``None``."""
    rows, has_more = keyset_page(_sessions(owner, alias), query)
    return Listing([session_shape(row) for row in rows], has_more)


def find_session(owner: Owner, alias: str | None, session_id: str) -> ChatSession:
    """One of the owner's sessions.

    Raises:
        NotFound: there is none of that id.
    """
    session = _sessions(owner, alias).filter(id=session_id).first()
    if session is None:
        raise NotFound
    return session


def cancel_session(owner: Owner, alias: str | None, session_id: str) -> ChatSession:
    """Revoke a session's client secret; again is allowed."""
    session = find_session(owner, alias, session_id)
    revoke(session)
    return session


def revoke(session: ChatSession) -> None:
    """Revoke a session's client secret and tell the site, once."""
    was_active = session.status == SessionStatus.ACTIVE
    backend_of(session.assistant).cancel_session(session)
    if was_active:
        session_cancelled.send_robust(ChatSession, session=session)


def browser_session_hash(request: HttpRequest) -> str:
    """A keyed hash of Django's session, by which log-out finds its secrets; ``""`` without one."""
    session = getattr(request, "session", None)
    key = None if session is None else session.session_key
    if not key:
        return ""
    return salted_hmac("django_chatkit.browser_session", key, algorithm="sha256").hexdigest()


def revoke_browser_session(request: HttpRequest) -> None:
    """Revoke every client secret that was minted in this browser session."""
    known = browser_session_hash(request)
    if not known:
        return
    revoke_all(ChatSession.objects.filter(browser_session_hash=known))


def revoke_all(sessions: QuerySet[ChatSession]) -> None:
    """Revoke those of ``sessions`` that are active, wherever their assistants are."""
    for session in sessions.filter(status=SessionStatus.ACTIVE):
        try:
            revoke(session)
        except NotFound:
            # Its assistant is configured no more; the secret ends all the same.
            ChatSession.objects.filter(pk=session.pk).update(status=SessionStatus.CANCELLED)
