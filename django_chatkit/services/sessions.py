"""Sessions: minted, listed, revoked, and ended with the log-in they belong to."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ..backends import BaseBackend, HostedBackend
from ..backends.base import Listing, ListQuery, Owner, SessionRequest
from ..backends.keyset import keyset_page
from ..backends.shapes import session_shape, session_status
from ..enums import Revocation, SessionStatus
from ..exceptions import NotFound
from ..hosted.time_limit import TimeLimit
from ..models import ChatSession
from ..signals import session_cancelled, session_created
from ..types import JSONObject
from .assistants import PATIENCE_SECONDS, backend_of, hosted_backend


def mint_session(backend: BaseBackend, owner: Owner, request: SessionRequest) -> JSONObject:
    """A new session with its client secret, in OpenAI's shape."""
    return tell_minted(*backend.create_session(owner, request))


def tell_minted(session: ChatSession, secret: str) -> JSONObject:
    """Tell the site of a new session; return it with its client secret, in OpenAI's shape."""
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


def revoke(session: ChatSession, *, tell_openai: bool = True) -> None:
    """Revoke a session's client secret and tell the site, once.

    Parameters:
        tell_openai: Whether to tell OpenAI of a hosted one after the commit; otherwise its
            cancellation stays pending.

    Raises:
        NotFound: its assistant is configured no more.
    """
    was_active = session.status == SessionStatus.ACTIVE
    backend = backend_of(session.assistant)
    if isinstance(backend, HostedBackend) and not tell_openai:
        backend.cancel_here(session)
    else:
        backend.cancel_session(session)
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
        _revoke_anyway(session)


def revoke_for_staff(
    sessions: Sequence[ChatSession], *, seconds: float = PATIENCE_SECONDS
) -> list[tuple[ChatSession, Revocation]]:
    """Revoke sessions, and tell OpenAI again of those that it has not confirmed.

    Call it outside of a transaction: OpenAI is told after the commit. What it does not
    confirm, ``chatkit_sync`` repeats.

    Parameters:
        sessions: Whoever's; the permission has been checked.
        seconds: How long OpenAI may take for all of them; every session ends here.

    Returns:
        Each session as it is then, and what came of it.
    """
    time = TimeLimit(seconds)
    ended = set()
    for session in sessions:
        if session.cancel_pending:
            _confirm(session, time)
        elif session_status(session) == SessionStatus.ACTIVE:
            _revoke_anyway(session, tell_openai=not time.is_up)
        else:
            ended.add(session.pk)
    now = ChatSession.objects.in_bulk([session.pk for session in sessions])
    return [
        (now[session.pk], _revocation(now[session.pk], session.pk in ended))
        for session in sessions
        if session.pk in now
    ]


def _revocation(session: ChatSession, had_ended: bool) -> Revocation:
    if had_ended:
        return Revocation.ENDED
    return Revocation.PENDING if session.cancel_pending else Revocation.REVOKED


def _confirm(session: ChatSession, time: TimeLimit) -> None:
    backend = hosted_backend(session.assistant)
    if backend is not None and not time.is_up:
        backend.confirm_cancellation(session)


def _revoke_anyway(session: ChatSession, *, tell_openai: bool = True) -> None:
    try:
        revoke(session, tell_openai=tell_openai)
    except NotFound:
        # Its assistant is configured no more; the secret ends all the same.
        ChatSession.objects.filter(pk=session.pk).update(
            status=SessionStatus.CANCELLED, cancelled_at=timezone.now()
        )
