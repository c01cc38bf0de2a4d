"""Errors under the mount: OpenAI's envelope, an id to ask about, and nothing that is private."""

import re
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import Client, RequestFactory

from django_chatkit.api.errors import api_view, error_response, request_id
from django_chatkit.exceptions import (
    AuthenticationRequired,
    ChatKitError,
    InvalidRequest,
    MethodNotAllowed,
    NotFound,
    PermissionDenied,
    RateLimited,
    ThreadBusy,
    ThreadLocked,
    TooLarge,
    Unavailable,
)

REQUEST_ID = re.compile("req_[0-9a-f]{32}")


@pytest.mark.parametrize(
    ("error", "status", "kind", "code"),
    [
        (ChatKitError(), 500, "server_error", None),
        (InvalidRequest(), 400, "invalid_request_error", None),
        (AuthenticationRequired(), 401, "invalid_request_error", "authentication_required"),
        (PermissionDenied(), 403, "invalid_request_error", "permission_denied"),
        (ThreadLocked(), 403, "invalid_request_error", "thread_locked"),
        (NotFound(), 404, "invalid_request_error", "not_found"),
        (MethodNotAllowed(), 405, "invalid_request_error", "method_not_allowed"),
        (ThreadBusy(), 409, "invalid_request_error", "thread_busy"),
        (TooLarge(), 413, "invalid_request_error", "request_too_large"),
        (RateLimited(), 429, "rate_limit_error", "rate_limit_exceeded"),
        (Unavailable(), 503, "server_error", "upstream_unavailable"),
    ],
)
def test_every_error_has_a_status_and_a_code(
    error: ChatKitError, status: int, kind: str, code: str | None
) -> None:
    answer = error_response(error)

    assert answer.status_code == status
    envelope = error.envelope()["error"]
    assert (envelope["type"], envelope["code"], envelope["param"]) == (kind, code, None)
    assert envelope["message"]


def test_an_error_says_what_and_where_and_when_to_come_back() -> None:
    error = RateLimited("Slowly.", param="input", code="slow", headers={"Retry-After": "7"})

    answer = error_response(error)

    assert answer.headers["Retry-After"] == "7"
    assert error.envelope() == {
        "error": {
            "message": "Slowly.",
            "type": "rate_limit_error",
            "param": "input",
            "code": "slow",
        }
    }


def called(view: Any, request: HttpRequest) -> HttpResponseBase:
    answer: HttpResponseBase = async_to_sync(view)(request)
    return answer


def post(path: str = "/chatkit/x") -> HttpRequest:
    return RequestFactory().post(path)


@api_view("POST")
async def broken(request: HttpRequest) -> HttpResponseBase:
    raise RuntimeError("the password is hunter2")


@api_view("POST")
async def working(request: HttpRequest) -> HttpResponseBase:
    return HttpResponse(request_id(request))


def test_an_unexpected_exception_is_logged_and_not_told(caplog: pytest.LogCaptureFixture) -> None:
    answer = called(broken, post())

    assert isinstance(answer, HttpResponse)
    assert answer.status_code == 500
    assert b"hunter2" not in answer.content
    assert answer.headers["x-request-id"] in caplog.text
    assert "hunter2" in caplog.text


def test_a_good_answer_has_the_requests_id_and_is_not_cached() -> None:
    answer = called(working, post())

    assert isinstance(answer, HttpResponse)
    assert REQUEST_ID.fullmatch(answer.headers["x-request-id"])
    assert answer.content.decode() == answer.headers["x-request-id"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_no_two_requests_share_an_id() -> None:
    found = {called(working, post()).headers["x-request-id"] for _ in range(50)}

    assert len(found) == 50


def test_another_method_is_told_which_there_are() -> None:
    answer = called(working, RequestFactory().get("/chatkit/x"))

    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("get", "/chatkit/", 404, "not_found"),
        ("post", "/chatkit/nowhere", 404, "not_found"),
        ("post", "/chatkit/conversation/more", 404, "not_found"),
        ("delete", "/chatkit/conversation", 405, "method_not_allowed"),
        ("put", "/chatkit/conversation/", 405, "method_not_allowed"),
        ("post", "/chatkit/conversation", 401, "authentication_required"),
        ("post", "/chatkit/conversation/", 401, "authentication_required"),
    ],
)
@pytest.mark.django_db
def test_every_path_under_the_mount_answers_in_envelopes(
    client: Client, method: str, path: str, status: int, code: str
) -> None:
    answer = getattr(client, method)(path)

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["error"]["code"] == code
    assert REQUEST_ID.fullmatch(answer.headers["x-request-id"])


def test_a_body_above_the_limit_is_refused_before_anybody_is_asked_for(
    client: Client, settings: Any
) -> None:
    """No database: who it is comes after how large it is."""
    settings.CHATKIT_MAX_BODY_SIZE = 10

    answer = client.post("/chatkit/conversation", "x" * 11, content_type="application/json")

    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "request_too_large")


def test_a_path_outside_the_mount_is_the_sites(client: Client) -> None:
    answer = client.get("/chatkitten")

    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("text/html")


@pytest.mark.django_db
def test_a_missing_csrf_token_is_told_in_an_envelope(django_user_model: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(django_user_model.objects.create(username="alice"))

    answer = client.post(
        "/chatkit/conversation",
        {"type": "threads.list", "params": {}},
        content_type="application/json",
    )

    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "csrf_failed")
