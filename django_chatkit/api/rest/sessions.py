"""``sessions``: minted, listed, shown, cancelled."""

from typing import Any

from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.response import Response

from ...adapter import get_adapter
from ...backends.base import Owner, SessionRequest
from ...backends.shapes import session_shape
from ...exceptions import InvalidRequest
from ...ids import hash_secret
from ...services import (
    browser_session_hash,
    cancel_session,
    find_session,
    get_assistant_of_workflow,
    list_sessions,
)
from ...types import JSONObject
from .base import RESTView, forbidden_parameter, page
from .minting import minted
from .serializers import OwnSession, SiteSession

SITE_ONLY = ("user", "workflow", "rate_limits", "expires_after")
"""What browsers never choose."""


class Sessions(RESTView):
    """``POST sessions``, ``GET sessions``"""

    @property
    def throttle_kind(self) -> str:  # type: ignore[override]
        """Minting costs more than reading."""
        return "mint" if self.request.method == "POST" else "read"

    def post(self, request: Request) -> Response:
        """Mint a session; its ``client_secret`` is told in this answer only."""
        if self.who.is_site:
            return self._mint_for_site()
        if isinstance(request.data, dict):
            for name in SITE_ONLY:
                if name in request.data:
                    raise forbidden_parameter(name)
        data = self.data(OwnSession)
        backend = self.backend()
        http_request: HttpRequest = request._request
        session = SessionRequest(
            state_variables=get_adapter().get_state_variables(
                http_request, self.who.user, backend.alias
            ),
            metadata=data.get("metadata", {}),
            browser_session_hash=browser_session_hash(http_request),
            auth_hash=_auth_hash(self.who.user),
        )
        return minted(http_request, backend, self.owner, session, _for_browser)

    def _mint_for_site(self) -> Response:
        data = self.data(SiteSession)
        workflow = data["workflow"]
        backend = get_assistant_of_workflow(workflow["id"])
        user = get_adapter().user_of_scope(data["user"])
        limits = data.get("rate_limits", {})
        session = SessionRequest(
            state_variables=workflow.get("state_variables", {}),
            chatkit_configuration=data.get("chatkit_configuration"),
            expires_after=data.get("expires_after", {}).get("seconds"),
            max_requests_per_minute=limits.get("max_requests_per_1_minute"),
            workflow_version=workflow.get("version"),
            tracing=workflow.get("tracing"),
            metadata=data.get("metadata", {}),
            auth_hash=_auth_hash(user),
        )
        owner = Owner(data["user"], getattr(user, "pk", None))
        return minted(self.request._request, backend, owner, session)

    def get(self, request: Request) -> Response:
        """The caller's own sessions, or the whole site's."""
        alias = self.alias
        if not self.who.is_site:
            alias = self.backend().alias
        owner = self.owner
        scope = self.query("user")
        query = self.list_query()
        if scope is not None:
            owner = Owner(scope)
        listing = list_sessions(owner, alias, query)
        if not self.who.is_site:
            for session in listing.data:
                _for_browser(session)
        return page(listing)


class SessionDetail(RESTView):
    """``GET sessions/{id}``"""

    def get(self, request: Request, session_id: str) -> Response:
        """One session; its secret is not in it."""
        session = find_session(self.owner, self._own_alias(), session_id)
        return Response(self._shown(session_shape(session)))

    def _own_alias(self) -> str | None:
        return self.alias if self.who.is_site else self.backend().alias

    def _shown(self, session: JSONObject) -> JSONObject:
        return session if self.who.is_site else _for_browser(session)


class SessionCancel(SessionDetail):
    """``POST sessions/{id}/cancel``"""

    http_method_names = ["post"]

    def post(self, request: Request, session_id: str) -> Response:
        """Revoke a session's secret; again is allowed."""
        if request.data:
            named = request.data if isinstance(request.data, dict) else ()
            raise InvalidRequest(param=next(iter(named), None))
        session = cancel_session(self.owner, self._own_alias(), session_id)
        return Response(self._shown(session_shape(session)))


def _for_browser(session: JSONObject) -> JSONObject:
    """A session without what the site tells its workflow."""
    session["workflow"] = {**session["workflow"], "state_variables": None}
    return session


def _auth_hash(user: Any) -> str:
    current = getattr(user, "get_session_auth_hash", None)
    return "" if current is None else hash_secret(current())
