"""Sessions over REST: minted for a person or by a server key, listed, shown, cancelled."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings
from django.utils import timezone

from django_chatkit.models import ChatSession
from tests.api.rest.conftest import KEY, Caller, problem, scope_of

LIST_THREADS = {"type": "threads.list", "params": {}}


def chat(secret: str, body: Any = LIST_THREADS) -> Any:
    """Use a client secret, from another origin, without cookies."""
    return Client(headers={"Authorization": f"Bearer {secret}"}).post(
        "/chatkit/conversation", body, content_type="application/json"
    )


def test_a_person_mints_a_session_of_their_own(alice: Caller) -> None:
    answer = alice.send("post", "sessions", {"metadata": {"page": "home"}})

    session = answer.json()
    assert answer.status_code == 200
    assert session.pop("id").startswith("cksess_")
    assert session.pop("client_secret").startswith("ek_")
    assert 0 <= session.pop("expires_at") - timezone.now().timestamp() - 600 + 5 <= 10
    assert session == {
        "object": "chatkit.session",
        "status": "active",
        "user": scope_of("alice"),
        "workflow": {
            "id": "default",
            "version": None,
            "state_variables": None,
            "tracing": {"enabled": False},
        },
        "max_requests_per_1_minute": 10,
        "rate_limits": {"max_requests_per_1_minute": 10},
        "chatkit_configuration": {
            "automatic_thread_titling": {"enabled": True},
            "file_upload": {"enabled": False, "max_file_size": 20, "max_files": 10},
            "history": {"enabled": True, "recent_threads": None},
        },
        "metadata": {"page": "home"},
        "assistant": "default",
    }


def test_a_secret_is_stored_as_a_hash_only(alice: Caller) -> None:
    secret = alice.send("post", "sessions", {}).json()["client_secret"]

    row = ChatSession.objects.get()
    stored = json.dumps({field.name: str(getattr(row, field.name)) for field in row._meta.fields})
    assert secret not in stored
    assert secret.removeprefix("ek_") not in stored


@pytest.mark.parametrize("name", ["user", "workflow", "rate_limits", "expires_after"])
def test_a_browser_does_not_choose_for_the_site(alice: Caller, name: str) -> None:
    assert problem(alice.send("post", "sessions", {name: "x"})) == (400, None, name)


def test_an_unknown_parameter_is_named(alice: Caller) -> None:
    assert problem(alice.send("post", "sessions", {"state": {}})) == (400, None, "state")


@pytest.mark.parametrize(
    ("metadata", "param"),
    [
        ({str(n): "x" for n in range(17)}, "metadata"),
        ({"k" * 65: "x"}, "metadata"),
        ({"key": "x" * 513}, "metadata.key"),
        ({"key": 1}, "metadata.key"),
        ("text", "metadata"),
    ],
)
def test_metadata_is_bounded(alice: Caller, metadata: Any, param: str) -> None:
    assert problem(alice.send("post", "sessions", {"metadata": metadata})) == (400, None, param)


def test_a_secret_opens_conversations_as_its_scope(alice: Caller) -> None:
    secret = alice.send("post", "sessions", {}).json()["client_secret"]

    assert chat(secret).status_code == 200


@pytest.mark.parametrize("path", ["sessions", "threads", "config"])
def test_a_secret_opens_nothing_else(alice: Caller, path: str) -> None:
    secret = alice.send("post", "sessions", {}).json()["client_secret"]

    refused = Client(headers={"Authorization": f"Bearer {secret}"}).get(f"/chatkit/{path}")

    assert problem(refused) == (403, "client_secret_not_allowed", None)


def test_the_header_decides_even_beside_a_cookie(alice: Caller) -> None:
    refused = alice.get("/chatkit/threads", headers={"Authorization": "Bearer ek_wrong"})

    assert problem(refused) == (401, "invalid_client_secret", None)


def test_a_cancelled_secret_opens_nothing(alice: Caller) -> None:
    session = alice.send("post", "sessions", {}).json()

    first = alice.send("post", f"sessions/{session['id']}/cancel")
    second = alice.send("post", f"sessions/{session['id']}/cancel")

    assert [answer.json()["status"] for answer in (first, second)] == ["cancelled", "cancelled"]
    assert problem(chat(session["client_secret"])) == (401, "invalid_client_secret", None)


def test_an_expired_secret_opens_nothing(alice: Caller) -> None:
    session = alice.send("post", "sessions", {}).json()
    ChatSession.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert alice.read(f"sessions/{session['id']}")["status"] == "expired"
    assert chat(session["client_secret"]).status_code == 401


def test_secrets_end_with_the_log_out(alice: Caller) -> None:
    secret = alice.send("post", "sessions", {}).json()["client_secret"]

    alice.post("/test/log-out")

    assert chat(secret).status_code == 401


def test_secrets_end_with_the_password(alice: Caller) -> None:
    secret = alice.send("post", "sessions", {}).json()["client_secret"]
    user = User.objects.get()
    user.set_password("another")
    user.save()

    assert chat(secret).status_code == 401


def test_secrets_end_when_the_user_is_deactivated_however(alice: Caller) -> None:
    secret = alice.send("post", "sessions", {}).json()["client_secret"]
    User.objects.update(is_active=False)

    assert chat(secret).status_code == 401


def test_a_session_answers_so_often_a_minute(server: Caller, alice: Caller) -> None:
    minted = server.send(
        "post",
        "sessions",
        {
            "user": scope_of("alice"),
            "workflow": {"id": "default"},
            "rate_limits": {"max_requests_per_1_minute": 2},
        },
    ).json()
    transcribe = {
        "type": "input.transcribe",
        "params": {"audio_base64": "", "mime_type": "audio/webm"},
    }

    codes = [chat(minted["client_secret"], transcribe).status_code for _ in range(3)]
    read = chat(minted["client_secret"])

    assert codes == [400, 400, 429]
    assert read.status_code == 200


def test_a_person_sees_their_own_sessions_only(alice: Caller, bob: Caller) -> None:
    session = alice.send("post", "sessions", {}).json()["id"]

    assert [entry["id"] for entry in alice.read("sessions")["data"]] == [session]
    assert alice.read("sessions")["data"][0]["client_secret"] == ""
    assert bob.read("sessions")["data"] == []
    assert problem(bob.send("get", f"sessions/{session}")) == (404, "not_found", None)
    assert problem(bob.send("post", f"sessions/{session}/cancel")) == (404, "not_found", None)


def test_a_session_that_a_site_made_as_a_row_is_read_as_any_other(alice: Caller) -> None:
    ChatSession.objects.create(
        id="cksess_1",
        scope=scope_of("alice"),
        assistant="default",
        secret_hash="0" * 64,
        expires_at=timezone.now() + timedelta(minutes=10),
    )

    session = alice.read("sessions/cksess_1")

    assert session["workflow"] == {
        "id": "default",
        "version": None,
        "state_variables": None,
        "tracing": {"enabled": False},
    }
    assert session["chatkit_configuration"]["file_upload"]["enabled"] is False


def test_a_server_key_mints_for_a_user_with_openais_parameters(server: Caller) -> None:
    minted = server.send(
        "post",
        "sessions",
        {
            "user": "somebody",
            "workflow": {"id": "default", "version": "2", "state_variables": {"a": 1, "b": True}},
            "chatkit_configuration": {"file_upload": {"enabled": True, "max_files": 3}},
            "expires_after": {"anchor": "created_at", "seconds": 60},
            "rate_limits": {"max_requests_per_1_minute": 5},
        },
    ).json()

    assert minted["user"] == "somebody"
    assert minted["workflow"]["state_variables"] == {"a": 1, "b": True}
    assert minted["workflow"]["version"] == "2"
    assert minted["chatkit_configuration"]["file_upload"] == {
        "enabled": True,
        "max_file_size": 20,
        "max_files": 3,
    }
    assert minted["max_requests_per_1_minute"] == 5


def test_a_key_vouches_for_people_whom_django_does_not_know(server: Caller) -> None:
    minted = server.send(
        "post", "sessions", {"user": "customer-42", "workflow": {"id": "default"}}
    ).json()

    assert chat(minted["client_secret"]).status_code == 200


@pytest.mark.parametrize(
    ("changes", "param"),
    [
        ({"user": None}, "user"),
        ({"workflow": {"id": "unknown"}}, "workflow.id"),
        ({"workflow": {"id": "default", "isValid": True}}, "workflow.isValid"),
        ({"workflow": "default"}, "workflow"),
        ({"expires_after": {"anchor": "last_activity", "seconds": 1}}, "expires_after.anchor"),
        ({"expires_after": {"anchor": "created_at", "seconds": 0}}, "expires_after.seconds"),
        ({"rate_limits": {"per_minute": 1}}, "rate_limits.per_minute"),
        ({"user": "x" * 256}, "user"),
    ],
)
def test_a_server_key_is_told_what_is_wrong(
    server: Caller, changes: dict[str, Any], param: str
) -> None:
    body = {"user": "somebody", "workflow": {"id": "default"}, **changes}

    status, _code, named = problem(server.send("post", "sessions", body))

    assert (status, named) == (400, param)


def test_an_unknown_key_is_not_recognised(db: None) -> None:
    caller = Caller(headers={"Authorization": "Bearer somebody else's key"})

    assert problem(caller.get("/chatkit/threads")) == (401, "invalid_api_key", None)


@override_settings(CHATKIT_SERVER_KEYS=[KEY])
def test_a_server_key_opens_no_conversation(db: None) -> None:
    assert problem(chat(KEY)) == (403, "server_key_not_allowed", None)


def test_a_page_of_another_site_mints_nothing(db: None) -> None:
    caller = Caller(enforce_csrf_checks=True)
    caller.force_login(User.objects.create_user("alice"))

    assert problem(caller.send("post", "sessions", {})) == (403, "csrf_failed", None)


@override_settings(CHATKIT_THROTTLE_RATES={"mint": "2/min"})
def test_minting_above_the_rate_is_refused_with_a_time_to_come_back(alice: Caller) -> None:
    answers = [alice.send("post", "sessions", {}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[2].headers["retry-after"]) <= 61
    assert problem(answers[2]) == (429, "rate_limit_exceeded", None)
