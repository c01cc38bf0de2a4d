"""How often one may ask."""

import time
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings

from django_chatkit.api.identity import Identity
from django_chatkit.api.throttling import count, throttle, throttle_session
from django_chatkit.exceptions import RateLimited
from django_chatkit.models import ChatSession


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time in its one entry, for tests to move."""
    now = [1_000_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    return now


def request_from(address: str = "10.0.0.1") -> HttpRequest:
    return RequestFactory().post("/chatkit/conversation", REMOTE_ADDR=address)


USER = Identity("user-1", User(pk=1))


def test_above_the_rate_one_has_to_wait(clock: list[float]) -> None:
    clock[0] = 60 * 20_000 + 45.0
    for _ in range(2):
        count("key", 2, 60)

    with pytest.raises(RateLimited) as refused:
        count("key", 2, 60)

    assert refused.value.headers == {"Retry-After": "16"}
    assert "16 seconds" in str(refused.value)


def test_in_the_next_window_one_may_ask_again(clock: list[float]) -> None:
    count("key", 1, 60)
    with pytest.raises(RateLimited) as refused:
        count("key", 1, 60)

    clock[0] += int(refused.value.headers["Retry-After"])
    count("key", 1, 60)


def test_everybody_is_counted_apart(clock: list[float]) -> None:
    count("one", 1, 60)
    count("two", 1, 60)

    with pytest.raises(RateLimited):
        count("one", 1, 60)


def test_keys_may_hold_any_character(clock: list[float]) -> None:
    for key in ("a b\n", "é" * 300, "\ud800"):
        count(key, 1, 60)
        with pytest.raises(RateLimited):
            count(key, 1, 60)


@pytest.mark.parametrize(
    ("rate", "seconds"), [("1/s", 1), ("1/min", 60), ("1/hour", 3600), ("1/day", 86400)]
)
def test_rates_are_written_as_drf_writes_them(clock: list[float], rate: str, seconds: int) -> None:
    clock[0] = 86400.0 * 11
    with override_settings(CHATKIT_THROTTLE_RATES={"turn": rate}):
        throttle(request_from(), USER, "turn")
        with pytest.raises(RateLimited) as refused:
            throttle(request_from(), USER, "turn")

    assert refused.value.headers["Retry-After"] == str(seconds + 1)


@override_settings(CHATKIT_THROTTLE_RATES={"turn": "1/min"})
def test_kinds_are_counted_apart_and_others_not_at_all(clock: list[float]) -> None:
    throttle(request_from(), USER, "turn")
    for _ in range(5):
        throttle(request_from(), USER, "read")

    with pytest.raises(RateLimited):
        throttle(request_from(), USER, "turn")


@override_settings(CHATKIT_THROTTLE_RATES={"turn": "1/min"})
def test_users_behind_one_address_are_counted_apart(clock: list[float]) -> None:
    throttle(request_from(), USER, "turn")
    throttle(request_from(), Identity("user-2", User(pk=2)), "turn")


@override_settings(CHATKIT_THROTTLE_RATES={"turn": "1/min"})
def test_a_visitor_with_a_new_scope_is_still_the_same_address(clock: list[float]) -> None:
    throttle(request_from(), Identity("anon-1"), "turn")

    with pytest.raises(RateLimited):
        throttle(request_from(), Identity("anon-2"), "turn")
    throttle(request_from("10.0.0.2"), Identity("anon-3"), "turn")


@override_settings(CHATKIT_THROTTLE_RATES={"turn": "1/min"})
def test_a_server_key_is_not_throttled(clock: list[float]) -> None:
    for _ in range(5):
        throttle(request_from(), Identity(None), "turn")


def test_a_session_has_a_limit_of_its_own(clock: list[float]) -> None:
    session = ChatSession(id="cksess_1", max_requests_per_minute=2)
    who = Identity("user-1", session=session)
    throttle_session(who)
    throttle_session(who)

    with pytest.raises(RateLimited):
        throttle_session(who)
    throttle_session(Identity("user-1", session=ChatSession(id="cksess_2")))
    throttle_session(USER)


def test_a_cache_that_forgets_refuses_nobody(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "add", lambda *_args, **_options: None)

    for _ in range(3):
        count("key", 1, 60)


@pytest.mark.django_db
@override_settings(CHATKIT_THROTTLE_RATES={"read": "1/min"})
def test_who_asks_too_often_is_told_when_to_come_back() -> None:
    browser = Client()
    browser.force_login(User.objects.create_user("alice"))
    body = '{"type": "threads.list", "params": {}}'
    answers = [
        browser.post("/chatkit/conversation", body, content_type="application/json")
        for _ in range(2)
    ]

    assert [answer.status_code for answer in answers] == [200, 429]
    assert 1 <= int(answers[1].headers["Retry-After"]) <= 61
    error = answers[1].json()["error"]
    assert (error["type"], error["code"]) == ("rate_limit_error", "rate_limit_exceeded")
