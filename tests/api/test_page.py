"""``GET config`` and ``POST client-events``."""

import logging
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings

from django_chatkit.api.page import scrub
from django_chatkit.signals import client_event_received

pytestmark = pytest.mark.django_db

KEY = "a server key that is long enough to be one"


@pytest.fixture
def alice(client: Client) -> Client:
    """A browser that alice is logged in with."""
    client.force_login(User.objects.create_user("alice"))
    return client


def test_a_page_gets_the_configuration_of_an_assistant(alice: Client) -> None:
    answer = alice.get("/chatkit/config")

    assert answer.status_code == 200
    config = answer.json()
    assert (config["assistant"], config["source"]) == ("default", "bundled")
    assert config["api"]["url"] == "/chatkit/conversation"
    assert answer.headers["cache-control"] == "no-store"


def test_nobody_gets_no_configuration(client: Client) -> None:
    assert client.get("/chatkit/config").status_code == 401


def test_an_unknown_assistant_has_no_configuration(alice: Client) -> None:
    assert alice.get("/chatkit/config?assistant=unknown").status_code == 404


@override_settings(CHATKIT_SERVER_KEYS=[KEY])
@pytest.mark.parametrize("path", ["config", "client-events"])
def test_a_server_key_is_for_servers(client: Client, path: str) -> None:
    method = client.get if path == "config" else client.post

    refused = method(f"/chatkit/{path}", headers={"Authorization": f"Bearer {KEY}"})

    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "server_key_not_allowed")


def report(client: Client, *events: Any) -> Any:
    return client.post(
        "/chatkit/client-events", {"events": list(events)}, content_type="application/json"
    )


def test_what_a_page_reports_is_logged(alice: Client, caplog: pytest.LogCaptureFixture) -> None:
    answer = report(alice, {"name": "script.failed", "level": "warning", "message": "No network"})

    assert (answer.status_code, answer.content) == (204, b"")
    assert caplog.records[0].levelno == logging.WARNING
    assert caplog.records[0].getMessage() == (
        f"script.failed: No network (assistant default, request {answer.headers['x-request-id']})"
    )


def test_what_a_page_reports_is_told_to_the_site(alice: Client) -> None:
    told: list[Any] = []

    def listener(event: Any, **_: Any) -> None:
        told.append(event)

    client_event_received.connect(listener)

    report(alice, {"name": "a", "message": "b", "other": "c"})

    assert told == [{"name": "a", "level": "error", "message": "b"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("line\r\nbreak\x1b[31m", "line break [31m"),
        ("ek_abcdefgh12345 and Bearer abc.def", "[…] and […]"),
        ("mail to alice@example.com", "mail to […]"),
        ("/content?token=abc&x=1", "/content?[…]&x=1"),
        ("x" * 600, "x" * 500),
    ],
)
def test_a_report_holds_no_secrets_and_one_line(text: str, expected: str) -> None:
    assert scrub(text) == expected


@pytest.mark.parametrize("events", ["text", [1], [{}] * 21], ids=["text", "numbers", "too many"])
def test_a_report_that_is_none_is_refused(alice: Client, events: Any) -> None:
    refused = alice.post(
        "/chatkit/client-events", {"events": events}, content_type="application/json"
    )

    assert (refused.status_code, refused.json()["error"]["param"]) == (400, "events")


def test_a_report_is_bounded(alice: Client) -> None:
    assert report(alice, {"name": "x" * 40_000}).status_code == 413


def test_a_report_from_another_site_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_user("alice"))

    refused = report(client, {"name": "a"})

    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "csrf_failed")
