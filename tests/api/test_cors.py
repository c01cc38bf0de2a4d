"""Pages on other origins: allowed by name, with a client secret, never with cookies."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings
from django.utils import timezone

from django_chatkit.ids import hash_secret
from django_chatkit.models import ChatSession

ORIGIN = "https://shop.example.com"
ALLOWED = override_settings(CHATKIT_CORS_ORIGINS=[ORIGIN])
PATH = "/chatkit/conversation"


def ask(origin: str | None = ORIGIN, path: str = PATH) -> Any:
    """What a browser asks before a page's request goes out."""
    headers = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    if origin is not None:
        headers["Origin"] = origin
    return Client().options(path, headers=headers)


def cors_headers(answer: Any) -> dict[str, str]:
    return {
        name.lower(): value
        for name, value in answer.headers.items()
        if name.lower().startswith("access-control-")
    }


@ALLOWED
def test_a_page_of_an_allowed_origin_may_ask() -> None:
    answer = ask()

    assert answer.status_code == 204
    assert cors_headers(answer) == {
        "access-control-allow-origin": ORIGIN,
        "access-control-allow-methods": "POST",
        "access-control-allow-headers": (
            "accept, accept-language, authorization, content-type, chatkit-device-id, "
            "chatkit-frame-instance-id, chatkit-session-id, chatkit-user-id"
        ),
        "access-control-expose-headers": (
            "retry-after, x-request-id, "
            "x-chatkit-heartbeat, x-chatkit-stop, x-chatkit-stream, x-chatkit-turn"
        ),
        "access-control-max-age": "600",
    }
    assert "Origin" in answer.headers["Vary"]


@ALLOWED
@pytest.mark.parametrize(
    "origin",
    [
        "https://shop.example.com.evil.com",
        "https://evil.com",
        "http://shop.example.com",
        "https://shop.example.com:444",
        "https://SHOP.example.com",
        "null",
        "",
        "*",
        None,
    ],
)
def test_any_other_page_may_not(origin: str | None) -> None:
    answer = ask(origin)

    assert cors_headers(answer) == {}
    assert "Origin" in answer.headers["Vary"]


def test_by_default_no_other_origin_may_ask() -> None:
    assert cors_headers(ask()) == {}


@override_settings(CHATKIT_CORS_ORIGINS=["null"])
def test_a_page_without_an_origin_is_allowed_only_by_its_name() -> None:
    assert cors_headers(ask("null"))["access-control-allow-origin"] == "null"


@ALLOWED
def test_errors_can_be_read_too() -> None:
    refused = Client().post(PATH, "{}", content_type="application/json", headers={"Origin": ORIGIN})

    assert refused.status_code == 401
    assert cors_headers(refused)["access-control-allow-origin"] == ORIGIN
    assert "access-control-allow-credentials" not in cors_headers(refused)


@ALLOWED
@pytest.mark.django_db
def test_a_page_elsewhere_chats_with_a_client_secret() -> None:
    ChatSession.objects.create(
        id="cksess_1",
        scope="user-1",
        user=User.objects.create_user("alice"),
        assistant="default",
        secret_hash=hash_secret("ek_secret"),
        expires_at=timezone.now() + timedelta(minutes=10),
    )

    answer = Client().post(
        PATH,
        '{"type": "threads.list", "params": {}}',
        content_type="application/json",
        headers={"Origin": ORIGIN, "Authorization": "Bearer ek_secret"},
    )

    assert answer.status_code == 200
    assert cors_headers(answer)["access-control-allow-origin"] == ORIGIN


@ALLOWED
@pytest.mark.django_db
@pytest.mark.parametrize("path", ["sessions", "threads", "config"])
def test_what_is_for_the_sites_own_pages_allows_no_other_origin(path: str) -> None:
    browser = Client()
    browser.force_login(User.objects.create_user("alice"))

    answer = browser.get(f"/chatkit/{path}", headers={"Origin": ORIGIN})

    assert cors_headers(answer) == {}
    assert cors_headers(ask(path=f"/chatkit/{path}")) == {}
