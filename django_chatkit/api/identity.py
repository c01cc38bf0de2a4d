"""Who is asking: a person by cookie or by the site's own scheme, or a client secret."""

import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user
from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from ..adapter import get_adapter
from ..backends import BaseBackend
from ..conf import app_settings
from ..enums import SessionStatus
from ..exceptions import AuthenticationRequired, PermissionDenied
from ..ids import hash_secret
from ..models import ChatSession
from ..services import backend_of, get_assistant

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
EPHEMERAL_KEY = "Bearer ek_"
BEARER = "Bearer "


@dataclass(frozen=True)
class Identity:
    """Who asks, as whom.

    Parameters:
        scope: Whose threads these are; ``None`` is the whole site, a server key's.
        user: The Django user; ``None`` for a visitor and for a server key.
        session: The session whose client secret was shown, if one was; its
            assistant is then the only one.
    """

    scope: str | None
    user: "AbstractBaseUser | None" = None
    session: ChatSession | None = None

    @property
    def is_site(self) -> bool:
        """Whether a server key acts for the whole site."""
        return self.scope is None


def identify(request: HttpRequest) -> Identity:
    """Who sent a request to an endpoint for people and client secrets.

    An ``Authorization`` header decides alone, even beside a valid cookie.

    Raises:
        AuthenticationRequired: nobody, or the credentials are not recognised.
        PermissionDenied: a server key, which opens no conversations; or a missing
            CSRF token.
    """
    who = _identify(request)
    if who.is_site:
        raise PermissionDenied(
            _("A server key does not open conversations. Mint a client secret for the user."),
            code="server_key_not_allowed",
        )
    return who


def identify_person(request: HttpRequest) -> Identity:
    """Who sent a request to an endpoint for people and their pages alone.

    Raises:
        AuthenticationRequired: nobody, or the credentials are not recognised.
        PermissionDenied: a server key, a client secret, or a missing CSRF token.
    """
    who = identify_for_rest(request)
    if who.is_site:
        raise PermissionDenied(
            _("A server key does not open this; it is for people."),
            code="server_key_not_allowed",
        )
    return who


def identify_for_rest(request: HttpRequest) -> Identity:
    """Who sent a request to an endpoint of the REST API: people and server keys.

    Raises:
        AuthenticationRequired: nobody, or the credentials are not recognised.
        PermissionDenied: a client secret, which opens conversations only; or a
            missing CSRF token.
    """
    who = _identify(request)
    if who.session is not None:
        raise PermissionDenied(
            _("A client secret opens conversations and files only."),
            code="client_secret_not_allowed",
        )
    return who


def identify_anybody(request: HttpRequest) -> Identity:
    """Who sent a request to an endpoint that is open to people, client secrets and server keys.

    Raises:
        AuthenticationRequired: nobody, or the credentials are not recognised.
        PermissionDenied: a missing CSRF token.
    """
    return _identify(request)


def _identify(request: HttpRequest) -> Identity:
    header = request.headers.get("Authorization")
    if header is not None:
        return _by_header(request, header)
    adapter = get_adapter()
    user = _cookie_user(request)
    if user is not None:
        enforce_csrf(request)
        return Identity(adapter.get_user_scope(user), user)
    if app_settings.ALLOW_ANONYMOUS and hasattr(request, "session"):
        enforce_csrf(request)
        scope = adapter.get_visitor_scope(request, create=request.method not in SAFE_METHODS)
        if scope is not None:
            return Identity(scope)
    raise AuthenticationRequired


def assistant_of(who: Identity, alias: str) -> BaseBackend:
    """The assistant that a caller may use.

    A secret that a server key minted for a scope outside of Django's users was
    vouched for when it was minted.

    Raises:
        NotFound: there is none of that alias, or it is not for them.
    """
    session = who.session
    if session is not None and who.user is None and not session.browser_session_hash:
        return backend_of(alias)
    return get_assistant(alias, who.user)


def enforce_csrf(request: HttpRequest) -> None:
    """Refuse an unsafe request that lacks Django's CSRF token.

    Raises:
        PermissionDenied: with the reason that Django gives.
    """
    if request.method in SAFE_METHODS:
        return
    check = _CSRFCheck(_unused)
    check.process_request(request)
    reason = check.process_view(request, _unused, (), {})
    if reason is not None:
        raise PermissionDenied(
            _("The request was refused: %(reason)s Reload the page and try again.")
            % {"reason": reason},
            code="csrf_failed",
        )


def _unused(*_args: Any, **_kwargs: Any) -> Any:
    """Stands for the view, which Django's middleware asks for and we do not need."""
    raise AssertionError


class _CSRFCheck(CsrfViewMiddleware):
    """Django's check, with its reason in place of an HTML page."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def _cookie_user(request: HttpRequest) -> "AbstractBaseUser | None":
    if not hasattr(request, "session"):
        return None
    user: Any = getattr(request, "user", None)
    if user is None:
        user = get_user(request)
    # Some authentication backends let inactive users in; a chat does not.
    return user if user.is_authenticated and user.is_active else None


def _by_header(request: HttpRequest, header: str) -> Identity:
    if header.startswith(EPHEMERAL_KEY):
        return _by_secret(header.removeprefix(BEARER))
    if header.startswith(BEARER) and _is_server_key(header.removeprefix(BEARER)):
        return Identity(None)
    user = _by_authentication_classes(request)
    if user is None:
        raise AuthenticationRequired(
            _("The credentials in the Authorization header are not recognised."),
            code="invalid_api_key",
        )
    return Identity(get_adapter().get_user_scope(user), user)


def _is_server_key(key: str) -> bool:
    # Every key is compared, in constant time, so that timing tells nothing.
    found = [
        hmac.compare_digest(key.encode(errors="replace"), known.encode())
        for known in app_settings.SERVER_KEYS
        if known
    ]
    return any(found)


def _by_secret(secret: str) -> Identity:
    session = (
        ChatSession.objects.select_related("user").filter(secret_hash=hash_secret(secret)).first()
    )
    if (
        session is None
        or session.status != SessionStatus.ACTIVE
        or session.expires_at <= timezone.now()
    ):
        raise AuthenticationRequired(
            _("The client secret is not valid any more. Ask for a new one."),
            code="invalid_client_secret",
        )
    user: Any = session.user
    if user is not None and not (user.is_active and _auth_hash_holds(user, session.auth_hash)):
        raise AuthenticationRequired(
            _("The client secret is not valid any more. Ask for a new one."),
            code="invalid_client_secret",
        )
    return Identity(session.scope, user, session)


def _auth_hash_holds(user: Any, known: str) -> bool:
    """Whether the password is still the one under which the secret was minted."""
    current = getattr(user, "get_session_auth_hash", None)
    if not known or current is None:
        return True
    return hmac.compare_digest(hash_secret(current()), known)


def _by_authentication_classes(request: HttpRequest) -> Any:
    # Imported when needed: DRF takes a tenth of a second.
    from rest_framework.authentication import SessionAuthentication  # noqa: PLC0415
    from rest_framework.exceptions import APIException  # noqa: PLC0415
    from rest_framework.request import Request  # noqa: PLC0415

    wrapped = Request(request)
    for path in app_settings.AUTHENTICATION_CLASSES:
        authenticator = import_string(path)()
        if isinstance(authenticator, SessionAuthentication):
            continue  # the header decides alone
        try:
            found = authenticator.authenticate(wrapped)
        except APIException:
            return None
        if found is not None:
            user: Any = found[0]
            return user if user.is_authenticated and user.is_active else None
    return None
