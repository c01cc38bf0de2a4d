"""Checks of the site around the chat: W030 to W040."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware

from tests.checks.messages import check, deployment_ids, ids

SESSION = "django.contrib.sessions.middleware.SessionMiddleware"
AUTHENTICATION = "django.contrib.auth.middleware.AuthenticationMiddleware"
CSRF = "django.middleware.csrf.CsrfViewMiddleware"
CACHE = "django.middleware.cache.UpdateCacheMiddleware"


class OwnSessionMiddleware(SessionMiddleware):
    """A site's own."""


def without(*names: str) -> list[str]:
    return [name for name in settings.MIDDLEWARE if name not in names]


urlpatterns: list[Any] = []


def test_urls_that_are_not_mounted() -> None:
    found = check(ROOT_URLCONF="tests.checks.test_site")

    assert (
        "W030",
        "The chat's URLs are not mounted.",
        'Add path("chatkit/", include("django_chatkit.urls")) to urlpatterns in '
        "tests.checks.test_site.",
    ) in found


def test_a_log_in_page_that_is_no_view() -> None:
    assert check(LOGIN_URL="log-in") == [
        (
            "W036",
            "LOGIN_URL is 'log-in', which is no view: the chat has no log-in page to lead to.",
            "Set LOGIN_URL to the name or the path of the log-in page.",
        )
    ]
    assert check(LOGIN_URL="admin:login") == []


def test_templates_without_the_request() -> None:
    [engine] = settings.TEMPLATES
    bare = {**engine, "OPTIONS": {"context_processors": []}}

    assert ids(TEMPLATES=[bare]) == ["W035"]
    assert ids(TEMPLATES=[bare, {**engine, "NAME": "second"}]) == []
    assert ids(TEMPLATES=[{"BACKEND": "django.template.backends.jinja2.Jinja2"}]) == []


def test_without_sessions_only_headers_tell_who_asks() -> None:
    assert ids(MIDDLEWARE=without(SESSION)) == ["W031"]


def test_without_sessions_there_are_no_visitors() -> None:
    assert ids(MIDDLEWARE=without(SESSION), CHATKIT_ALLOW_ANONYMOUS=True) == ["E032"]


def test_a_middleware_of_the_sites_own_will_do() -> None:
    own = "tests.checks.test_site.OwnSessionMiddleware"

    assert ids(MIDDLEWARE=[own, *without(SESSION)]) == []


def test_without_authentication_a_page_does_not_know_who_asks() -> None:
    assert ids(MIDDLEWARE=without(AUTHENTICATION)) == ["W033"]


def test_without_csrf_protection_no_message_gets_through() -> None:
    assert ids(MIDDLEWARE=without(CSRF)) == ["W034"]


def test_a_middleware_that_does_not_exist_is_for_django_to_report() -> None:
    assert ids(MIDDLEWARE=["nowhere.Middleware", *settings.MIDDLEWARE]) == []


def test_a_cache_below_the_session_serves_one_persons_page_to_another() -> None:
    assert ids(MIDDLEWARE=[*settings.MIDDLEWARE, CACHE]) == ["W037"]
    assert ids(MIDDLEWARE=[SESSION, CACHE, *without(SESSION)]) == ["W037"]


def test_a_cache_above_everything_is_in_order() -> None:
    assert ids(MIDDLEWARE=[CACHE, *settings.MIDDLEWARE]) == []


@pytest.mark.parametrize(("visitors", "expected"), [(True, ["W038"]), (False, [])])
def test_visitors_whose_sessions_are_their_own_cookies(visitors: bool, expected: list[str]) -> None:
    engine = "django.contrib.sessions.backends.signed_cookies"

    assert ids(SESSION_ENGINE=engine, CHATKIT_ALLOW_ANONYMOUS=visitors) == expected


def databases(**changes: Any) -> dict[str, Any]:
    return {"DATABASES": {"default": {"ENGINE": "django.db.backends.postgresql", **changes}}}


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
@pytest.mark.parametrize(
    ("wsgi", "max_age", "expected"),
    [(None, 60, ["W039"]), (None, None, ["W039"]), (None, 0, []), ("site.wsgi", 60, [])],
)
def test_connections_that_are_kept_for_threads_that_are_gone(
    wsgi: str | None, max_age: int | None, expected: list[str]
) -> None:
    found = ids(
        **databases(CONN_MAX_AGE=max_age), ASGI_APPLICATION="site.asgi", WSGI_APPLICATION=wsgi
    )

    assert found == expected


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
def test_a_database_in_memory_is_another_one_in_each_thread() -> None:
    sqlite = databases(ENGINE="django.db.backends.sqlite3", NAME=":memory:")
    shared = databases(
        ENGINE="django.db.backends.sqlite3", NAME="file:memorydb_default?mode=memory&cache=shared"
    )

    assert ids(**sqlite) == ["W040"]
    assert ids(**shared) == []


def cache(backend: str) -> dict[str, Any]:
    return {
        "CACHES": {"default": {"BACKEND": f"django.core.cache.backends.{backend}"}},
        "CHATKIT_THROTTLE_RATES": {"turn": "30/min"},
    }


def test_a_cache_that_does_not_count() -> None:
    assert ids(**cache("dummy.DummyCache")) == ["W041"]
    assert ids(**cache("dummy.DummyCache") | {"CHATKIT_THROTTLE_RATES": {}}) == []


def test_a_cache_of_each_process_is_fit_for_one_process() -> None:
    assert ids(**cache("locmem.LocMemCache")) == []
    assert deployment_ids(**cache("locmem.LocMemCache")) == ["W042"]
    assert deployment_ids(**cache("redis.RedisCache")) == []
