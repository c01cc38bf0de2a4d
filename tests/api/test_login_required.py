"""A site whose every page needs a log-in: the API says so itself, and knows keys and secrets."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client, override_settings

KEY = "a server key that is long enough to be one"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _closed_site() -> Iterator[None]:
    required = "django.contrib.auth.middleware.LoginRequiredMiddleware"
    with override_settings(MIDDLEWARE=[*settings.MIDDLEWARE, required], CHATKIT_SERVER_KEYS=[KEY]):
        yield


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("post", "conversation"),
        ("get", "threads"),
        ("post", "sessions"),
        ("post", "files"),
        ("get", "files/atc_1/content"),
        ("get", "config"),
        ("post", "client-events"),
    ],
)
def test_nobody_gets_an_answer_that_a_program_understands(
    client: Client, method: str, path: str
) -> None:
    refused: Any = getattr(client, method)(f"/chatkit/{path}")

    assert (refused.status_code, refused.json()["error"]["code"]) == (
        401,
        "authentication_required",
    )


def test_an_unknown_path_is_not_found(client: Client) -> None:
    assert client.get("/chatkit/nowhere").json()["error"]["code"] == "not_found"


def test_a_server_key_and_a_client_secret_need_no_log_in(client: Client) -> None:
    scope = f"user-{User.objects.create_user('alice').pk}"
    minted = client.post(
        "/chatkit/sessions",
        {"user": scope, "workflow": {"id": "default"}},
        content_type="application/json",
        headers={"Authorization": f"Bearer {KEY}"},
    ).json()

    listed = client.post(
        "/chatkit/conversation",
        {"type": "threads.list", "params": {}},
        content_type="application/json",
        headers={"Authorization": f"Bearer {minted['client_secret']}"},
    )

    assert listed.json()["data"] == []
