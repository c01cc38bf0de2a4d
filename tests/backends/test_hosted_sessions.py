"""Sessions of hosted assistants: minted by OpenAI, cancelled here and there."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from django_chatkit.backends import HostedBackend
from django_chatkit.backends.base import Owner, SessionRequest
from django_chatkit.exceptions import InvalidRequest
from django_chatkit.models import ChatSession
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer
from django_chatkit.testing.pytest_plugin import WORKFLOW_ID

pytestmark = pytest.mark.django_db


def test_a_session_is_minted_for_the_scope_and_only_its_secrets_hash_is_kept(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    session, secret = backend.create_session(
        owner, SessionRequest(state_variables={"plan": "pro"}, metadata={"a": "b"})
    )

    assert fake_openai.requests[0].json() == {
        "user": owner.scope,
        "workflow": {"id": WORKFLOW_ID, "state_variables": {"plan": "pro"}},
    }
    assert secret == fake_openai.sessions[session.id]["client_secret"]
    stored = ChatSession.objects.filter(id=session.id).values().get()
    assert secret not in str(stored)
    assert (stored["user_id"], stored["metadata"]) == (owner.user_id, {"a": "b"})


def test_the_settings_say_how_sessions_are_and_the_request_may_differ(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    backend.options["SESSION"] = {
        "expires_after": {"anchor": "created_at", "seconds": 60},
        "chatkit_configuration": {"file_upload": {"enabled": True}},
    }

    backend.create_session(
        owner,
        SessionRequest(
            expires_after=90,
            max_requests_per_minute=3,
            chatkit_configuration={"history": {"enabled": False}},
        ),
    )

    assert fake_openai.requests[0].json() == {
        "user": owner.scope,
        "workflow": {"id": WORKFLOW_ID},
        "expires_after": {"anchor": "created_at", "seconds": 90},
        "rate_limits": {"max_requests_per_1_minute": 3},
        "chatkit_configuration": {
            "file_upload": {"enabled": True},
            "history": {"enabled": False},
        },
    }


def test_a_session_belongs_to_somebody(backend: HostedBackend) -> None:
    with pytest.raises(InvalidRequest):
        backend.create_session(Owner(None), SessionRequest())


def test_minting_without_openai_is_503_and_says_when_to_come_back(
    browser: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    fake_openai.rate_limit_next(1, retry_after=42)

    response = browser.post("/chatkit/sessions", {}, content_type="application/json")

    assert (response.status_code, response["Retry-After"]) == (503, "42")
    assert response.json()["error"]["code"] == "upstream_unavailable"
    assert not ChatSession.objects.exists()


@pytest.mark.parametrize("fault", ["html", "dead", "key"])
def test_minting_never_shows_what_upstream_said(
    browser: Client, hosted_assistant: str, fake_openai_server: FakeOpenAIServer, fault: str
) -> None:
    if fault == "html":
        fake_openai_server.api.garble_next(1)
    elif fault == "dead":
        fake_openai_server.stop()
    else:
        fake_openai_server.api.api_key = "changed"

    response = browser.post("/chatkit/sessions", {}, content_type="application/json")

    assert response.status_code == 503
    assert response.json()["error"]["message"] == (
        "The assistant cannot be reached right now. Try again in a moment."
    )
    assert response["Retry-After"] == "5"


def test_a_cancellation_reaches_openai_after_the_commit(
    backend: HostedBackend,
    owner: Owner,
    fake_openai: FakeOpenAI,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    session, _secret = backend.create_session(owner, SessionRequest())

    with django_capture_on_commit_callbacks() as callbacks:
        backend.cancel_session(session)
        assert fake_openai.sessions[session.id]["status"] == "active"
    callbacks[0]()

    session.refresh_from_db()
    assert fake_openai.sessions[session.id]["status"] == "cancelled"
    assert (session.status, session.cancel_pending) == ("cancelled", False)


def test_a_cancellation_that_openai_does_not_hear_is_repeated_later(
    backend: HostedBackend,
    owner: Owner,
    fake_openai: FakeOpenAI,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    session, _secret = backend.create_session(owner, SessionRequest())
    fake_openai.fail_next(1, status=500)
    with django_capture_on_commit_callbacks(execute=True):
        backend.cancel_session(session)
    session.refresh_from_db()
    assert (session.status, session.cancel_pending) == ("cancelled", True)

    assert backend.retry_cancellations() == (1, 0)

    session.refresh_from_db()
    assert session.cancel_pending is False


def test_an_expired_session_needs_no_cancellation_at_openai(
    backend: HostedBackend,
    owner: Owner,
    fake_openai: FakeOpenAI,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    session, _secret = backend.create_session(owner, SessionRequest())
    ChatSession.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    session.refresh_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        backend.cancel_session(session)

    assert len(fake_openai.requests) == 1
