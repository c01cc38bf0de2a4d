"""Who is asking: a person by cookie or by the site's own scheme, a client secret, a server key."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

from django_chatkit.adapter import VISITOR_KEY
from django_chatkit.api.identity import identify, identify_for_rest, identify_person
from django_chatkit.enums import SessionStatus
from django_chatkit.exceptions import AuthenticationRequired, ChatKitError, PermissionDenied
from django_chatkit.ids import hash_secret
from django_chatkit.models import ChatSession
from tests.pages import page_request

pytestmark = pytest.mark.django_db

SECRET = "ek_a-client-secret-of-enough-random-letters-012"
KEY = "a server key that is long enough to be one"


class TokenAuthentication(BaseAuthentication):
    """A site's own scheme: ``Authorization: Token <username>``."""

    def authenticate(self, request: Any) -> tuple[Any, None] | None:
        scheme, _, name = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme != "Token":
            return None
        user = get_user_model().objects.filter(username=name).first()
        if user is None:
            raise AuthenticationFailed
        return user, None


TOKENS = override_settings(
    CHATKIT_AUTHENTICATION_CLASSES=[
        "rest_framework.authentication.SessionAuthentication",
        "tests.api.test_identity.TokenAuthentication",
    ]
)


@pytest.fixture
def alice() -> User:
    return User.objects.create_user("alice", password="before")


def request_of(user: User | None = None, **headers: str) -> HttpRequest:
    """A POST of somebody logged in, whose CSRF token was checked elsewhere."""
    request = RequestFactory().post("/chatkit/conversation", headers=headers)
    page = page_request(user)
    request.session, request.user = page.session, page.user
    request.csrf_processing_done = True  # type: ignore[attr-defined]
    return request


def with_header(value: str, user: User | None = None) -> HttpRequest:
    return request_of(user, Authorization=value)


def session_of(user: User | None, **columns: Any) -> ChatSession:
    """A session whose client secret is ``SECRET``."""
    return ChatSession.objects.create(
        **{
            "id": "cksess_1",
            "scope": "user-of-the-session",
            "user": user,
            "assistant": "default",
            "secret_hash": hash_secret(SECRET),
            "expires_at": timezone.now() + timedelta(minutes=10),
            **columns,
        }
    )


# People by cookie


def test_somebody_logged_in_is_who_they_are(alice: User) -> None:
    who = identify(request_of(alice))

    assert (who.scope, who.user, who.session) == (f"user-{alice.pk}", alice, None)


def test_nobody_is_asked_to_log_in() -> None:
    with pytest.raises(AuthenticationRequired):
        identify(request_of())


def test_somebody_inactive_is_nobody(alice: User) -> None:
    alice.is_active = False

    with pytest.raises(AuthenticationRequired):
        identify(request_of(alice))


def test_without_the_sessions_middleware_there_are_no_cookies() -> None:
    with pytest.raises(AuthenticationRequired):
        identify(RequestFactory().get("/chatkit/config"))


def test_an_unsafe_request_without_a_csrf_token_is_refused(alice: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(alice)

    refused = browser.post("/chatkit/conversation", "{}", content_type="application/json")

    error = refused.json()["error"]
    assert (refused.status_code, error["code"]) == (403, "csrf_failed")
    assert "CSRF cookie not set" in error["message"]


def test_a_safe_request_needs_no_csrf_token(alice: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(alice)

    assert browser.get("/chatkit/config").status_code == 200


# Visitors


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_a_visitor_gets_a_scope_when_they_write() -> None:
    request = request_of()

    who = identify(request)

    assert who.scope == f"anon-{request.session[VISITOR_KEY]}"
    assert who.user is None


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_a_visitor_who_never_wrote_has_nothing_to_read() -> None:
    request = page_request()

    with pytest.raises(AuthenticationRequired):
        identify(request)
    assert VISITOR_KEY not in request.session


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_a_visitor_needs_a_csrf_token_too() -> None:
    refused = Client(enforce_csrf_checks=True).post(
        "/chatkit/conversation", "{}", content_type="application/json"
    )

    assert refused.json()["error"]["code"] == "csrf_failed"


# Client secrets


def test_a_client_secret_acts_for_its_session(alice: User) -> None:
    session = session_of(alice)

    who = identify(with_header(f"Bearer {SECRET}"))

    assert (who.scope, who.user, who.session) == ("user-of-the-session", alice, session)


def test_a_client_secret_may_act_for_a_scope_without_a_user() -> None:
    session_of(None)

    who = identify(with_header(f"Bearer {SECRET}"))

    assert (who.scope, who.user) == ("user-of-the-session", None)


def test_a_client_secret_needs_no_csrf_token(alice: User) -> None:
    session_of(alice)

    answer = Client(enforce_csrf_checks=True).post(
        "/chatkit/conversation",
        '{"type": "threads.list", "params": {}}',
        content_type="application/json",
        headers={"Authorization": f"Bearer {SECRET}"},
    )

    assert (answer.status_code, answer.json()["data"]) == (200, [])


@pytest.mark.parametrize(
    "columns",
    [
        {"status": SessionStatus.CANCELLED},
        {"expires_at": timezone.now() - timedelta(seconds=1)},
        {"secret_hash": hash_secret(SECRET.upper())},
    ],
    ids=["cancelled", "expired", "another"],
)
def test_a_client_secret_that_is_not_valid_is_refused(alice: User, columns: Any) -> None:
    session_of(alice, **columns)

    with pytest.raises(AuthenticationRequired) as refused:
        identify(with_header(f"Bearer {SECRET}", alice))
    assert refused.value.code == "invalid_client_secret"


def test_a_client_secret_ends_when_its_user_is_deactivated(alice: User) -> None:
    session_of(alice)
    User.objects.update(is_active=False)

    with pytest.raises(AuthenticationRequired):
        identify(with_header(f"Bearer {SECRET}"))


def test_a_client_secret_ends_when_the_password_changes(alice: User) -> None:
    session_of(alice, auth_hash=hash_secret(alice.get_session_auth_hash()))
    assert identify(with_header(f"Bearer {SECRET}")).user == alice

    alice.set_password("after")
    alice.save()

    with pytest.raises(AuthenticationRequired):
        identify(with_header(f"Bearer {SECRET}"))


def test_a_client_secret_opens_conversations_only(alice: User) -> None:
    session_of(alice)
    for face in (identify_for_rest, identify_person):
        with pytest.raises(PermissionDenied) as refused:
            face(with_header(f"Bearer {SECRET}"))
        assert refused.value.code == "client_secret_not_allowed"


# Server keys


@override_settings(CHATKIT_SERVER_KEYS=["another", KEY])
def test_a_server_key_acts_for_the_whole_site() -> None:
    who = identify_for_rest(with_header(f"Bearer {KEY}"))

    assert who.is_site
    assert who.user is None


@override_settings(CHATKIT_SERVER_KEYS=[KEY])
def test_a_server_key_opens_no_conversations() -> None:
    for face in (identify, identify_person):
        with pytest.raises(PermissionDenied) as refused:
            face(with_header(f"Bearer {KEY}"))
        assert refused.value.code == "server_key_not_allowed"


@pytest.mark.parametrize("keys", [[], [""], [KEY + "x"], [KEY.upper()]])
@pytest.mark.parametrize("shown", [KEY, "", "\udcff"])
def test_what_is_no_server_key_is_refused(keys: list[str], shown: str) -> None:
    with override_settings(CHATKIT_SERVER_KEYS=keys), pytest.raises(AuthenticationRequired):
        identify_for_rest(with_header(f"Bearer {shown}"))


# The header decides alone


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer nonsense", "Basic YTpi", "Token nobody"])
@pytest.mark.parametrize("tokens", [True, False])
def test_a_header_that_is_not_recognised_is_refused_beside_a_valid_cookie(
    alice: User, header: str, tokens: bool
) -> None:
    classes = TOKENS.options["CHATKIT_AUTHENTICATION_CLASSES"] if tokens else []
    with (
        override_settings(CHATKIT_AUTHENTICATION_CLASSES=classes),
        pytest.raises(AuthenticationRequired) as refused,
    ):
        identify(with_header(header, alice))
    assert refused.value.code == "invalid_api_key"


def test_a_client_secret_decides_beside_somebody_elses_cookie(alice: User) -> None:
    bob = User.objects.create_user("bob")
    session_of(bob)

    assert identify(with_header(f"Bearer {SECRET}", alice)).user == bob


@TOKENS
def test_the_sites_own_scheme_is_asked(alice: User) -> None:
    bob = User.objects.create_user("bob")

    who = identify(with_header("Token bob", alice))

    assert (who.scope, who.user) == (f"user-{bob.pk}", bob)


@TOKENS
def test_the_sites_own_scheme_does_not_let_inactive_people_in() -> None:
    User.objects.create_user("bob", is_active=False)

    with pytest.raises(AuthenticationRequired):
        identify(with_header("Token bob"))


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_a_bad_header_makes_nobody_a_visitor() -> None:
    request = with_header("Bearer nonsense")

    with pytest.raises(ChatKitError):
        identify(request)
    assert VISITOR_KEY not in request.session


def test_nothing_of_a_credential_is_in_the_answer(alice: User) -> None:
    cache.clear()
    session_of(alice, status=SessionStatus.CANCELLED)

    refused = Client().post(
        "/chatkit/conversation",
        "{}",
        headers={"Authorization": f"Bearer {SECRET}"},
        content_type="application/json",
    )

    assert refused.status_code == 401
    assert SECRET not in refused.content.decode()
