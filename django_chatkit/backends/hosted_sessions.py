"""Sessions of hosted assistants: minted by OpenAI, kept as rows, cancelled here and there."""

import logging
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import router, transaction
from django.utils import timezone

from ..enums import SessionStatus
from ..exceptions import AssistantPaused, InvalidRequest, Unavailable
from ..hosted import ChatSession as HostedSession
from ..hosted import HostedError, NotFoundError
from ..hosted.breaker import CircuitOpen
from ..hosted.mirror import moment, storable
from ..ids import hash_secret
from ..models import ChatAssistant, ChatSession
from ..types import JSONObject
from .base import Owner, SessionRequest
from .upstream import Upstream

logger = logging.getLogger("django_chatkit.hosted")

CANCEL_TIMEOUT = 3.0
"""Seconds that a log-out may wait for OpenAI to hear of it."""

PAUSED = {"Retry-After": "60"}
"""When to ask whether a paused assistant answers again."""


@dataclass(frozen=True)
class Minting:
    """A session that OpenAI is being asked for.

    Parameters:
        scope: Whose it will be.
        user_id: The Django user's primary key, where there is one.
        request: What the site asked for.
        parameters: Of ``sessions.create``.
        failures: How often OpenAI failed lately.
    """

    scope: str
    user_id: Any
    request: SessionRequest
    parameters: dict[str, Any]
    failures: int


class HostedSessions(Upstream):
    """The half of a hosted backend that is about sessions."""

    def create_session(self, owner: Owner, request: SessionRequest) -> tuple[ChatSession, str]:
        minting = self.begin_session(owner, request)
        try:
            minted = self.client.sessions.create(**minting.parameters)
        except HostedError as error:
            raise self.refuse_session(minting, error) from None
        return self.store_session(minting, minted)

    def begin_session(self, owner: Owner, request: SessionRequest) -> "Minting":
        """What to ask OpenAI for a session, if it may be asked now.

        Who asks, in a thread or in an event loop, ends with :meth:`store_session` or
        :meth:`refuse_session`.

        Raises:
            Unavailable: OpenAI did not answer lately, or staff paused the assistant.
        """
        if owner.scope is None:
            raise InvalidRequest(param="user")
        notice = ChatAssistant.objects.pause_of(self.alias)
        if notice is not None:
            raise AssistantPaused(notice or None, headers=PAUSED)
        try:
            failures = self._breaker.admit()
        except CircuitOpen as error:
            raise self._unavailable("mint a session", error) from None
        parameters = self._session_parameters(owner.scope, request)
        return Minting(owner.scope, owner.user_id, request, parameters, failures)

    def refuse_session(self, minting: "Minting", error: HostedError) -> Unavailable:
        """What to raise as OpenAI did not mint."""
        self._breaker.note(minting.failures, error)
        return self._unavailable("mint a session", error)

    def store_session(self, minting: "Minting", minted: HostedSession) -> tuple[ChatSession, str]:
        """The row of a session that OpenAI minted, and its client secret."""
        self._breaker.note(minting.failures, None)
        request = minting.request
        session = ChatSession.objects.create(
            id=minted.id,
            scope=minting.scope,
            user_id=minting.user_id,
            assistant=self.alias,
            secret_hash=hash_secret(minted.client_secret),
            auth_hash=request.auth_hash,
            browser_session_hash=request.browser_session_hash,
            expires_at=moment(minted.expires_at),
            max_requests_per_minute=minted.max_requests_per_1_minute,
            metadata=dict(request.metadata),
            payload=storable({k: v for k, v in minted.raw.items() if k != "client_secret"}),
        )
        return session, minted.client_secret

    def _session_parameters(self, scope: str, request: SessionRequest) -> dict[str, Any]:
        configured = self.options.get("SESSION") or {}
        workflow: JSONObject = {"id": self.options["WORKFLOW_ID"]}
        if request.workflow_version:
            workflow["version"] = request.workflow_version
        if request.state_variables:
            workflow["state_variables"] = dict(request.state_variables)
        if request.tracing:
            workflow["tracing"] = dict(request.tracing)
        parameters: dict[str, Any] = {**configured, "user": scope, "workflow": workflow}
        if request.chatkit_configuration is not None:
            parameters["chatkit_configuration"] = {
                **(configured.get("chatkit_configuration") or {}),
                **request.chatkit_configuration,
            }
        if request.expires_after is not None:
            parameters["expires_after"] = {
                "anchor": "created_at",
                "seconds": request.expires_after,
            }
        if request.max_requests_per_minute is not None:
            parameters["rate_limits"] = {
                "max_requests_per_1_minute": request.max_requests_per_minute
            }
        return parameters

    def cancel_session(self, session: ChatSession) -> None:
        if self.cancel_here(session):
            transaction.on_commit(
                partial(self.confirm_cancellation, session),
                using=router.db_for_write(ChatSession),
                robust=True,
            )

    def cancel_here(self, session: ChatSession) -> bool:
        """End a session on this site alone; whether OpenAI has to be told."""
        active = ChatSession.objects.filter(sequence=session.sequence, status=SessionStatus.ACTIVE)
        expired = session.expires_at <= timezone.now()
        cancelled = active.update(
            status=SessionStatus.CANCELLED,
            cancelled_at=timezone.now(),
            cancel_pending=not expired,
        )
        session.status = SessionStatus.CANCELLED
        return bool(cancelled) and not expired

    def confirm_cancellation(self, session: ChatSession) -> bool:
        """Tell OpenAI of a cancellation; ``False`` if it has to be tried again later."""
        try:
            self._ask(lambda: self.client.sessions.cancel(session.id, timeout=CANCEL_TIMEOUT))
        except NotFoundError:
            pass  # gone there already
        except HostedError as error:
            logger.warning("Session %s could not be cancelled at OpenAI: %s", session.id, error)
            return False
        ChatSession.objects.filter(sequence=session.sequence).update(cancel_pending=False)
        return True

    def retry_cancellations(self) -> tuple[int, int]:
        """Tell OpenAI of the cancellations it has not confirmed.

        Returns:
            How many it knows of now, and how many are still to be told.
        """
        pending = ChatSession.objects.filter(assistant=self.alias, cancel_pending=True)
        # An expired secret needs no cancellation.
        pending.filter(expires_at__lte=timezone.now()).update(cancel_pending=False)
        outcomes = [self.confirm_cancellation(session) for session in pending.iterator()]
        return outcomes.count(True), outcomes.count(False)
