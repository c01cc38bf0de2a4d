"""Checks of what the chat needs of the rest of the site."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as CheckWarning
from django.middleware.cache import UpdateCacheMiddleware
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import resolve_url
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string

from ..conf import DEFAULTS, app_settings
from ..element import URLCONF_LINE

DJANGO_TEMPLATES = "django.template.backends.django.DjangoTemplates"
REQUEST_PROCESSOR = "django.template.context_processors.request"


def check_urls(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The endpoints are mounted, and the log-in page can be found."""
    if not getattr(settings, "ROOT_URLCONF", None):
        return []
    messages: list[CheckMessage] = []
    try:
        reverse("django_chatkit:conversation")
    except NoReverseMatch:
        messages.append(
            CheckWarning(
                "The chat's URLs are not mounted.",
                hint=f"Add {URLCONF_LINE} to urlpatterns in {settings.ROOT_URLCONF}.",
                id="django_chatkit.W030",
            )
        )
    try:
        resolve_url(settings.LOGIN_URL)
    except NoReverseMatch:
        messages.append(
            CheckWarning(
                f"LOGIN_URL is {settings.LOGIN_URL!r}, which is no view: the chat has no log-in "
                "page to lead to.",
                hint="Set LOGIN_URL to the name or the path of the log-in page.",
                id="django_chatkit.W036",
            )
        )
    return messages


def check_templates(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """``{% chatkit %}`` reads the request from the context."""
    templates: list[dict[str, Any]] = list(settings.TEMPLATES)
    engines = [engine for engine in templates if engine["BACKEND"] == DJANGO_TEMPLATES]
    if not engines or any(
        REQUEST_PROCESSOR in engine.get("OPTIONS", {}).get("context_processors", ())
        for engine in engines
    ):
        return []
    return [
        CheckWarning(
            "Templates do not get the request, which {% chatkit %} needs.",
            hint=f"Add {REQUEST_PROCESSOR!r} to TEMPLATES' context_processors.",
            id="django_chatkit.W035",
        )
    ]


def check_middleware(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Who is asking is told by Django's session, and guarded by its CSRF token."""
    return [*_identity_messages(), *_cache_messages(), *_session_messages()]


def _position(wanted: type) -> int | None:
    """Where a middleware, or a subclass of it, stands in ``MIDDLEWARE``."""
    for position, path in enumerate(settings.MIDDLEWARE):
        try:
            found = import_string(path)
        except ImportError:
            continue  # Django says so when it starts
        if isinstance(found, type) and issubclass(found, wanted):
            return position
    return None


def _identity_messages() -> Iterator[CheckMessage]:
    if _position(SessionMiddleware) is None:
        if app_settings.ALLOW_ANONYMOUS:
            yield Error(
                "CHATKIT_ALLOW_ANONYMOUS is on without Django's sessions, which tell visitors "
                "apart: none of them can chat.",
                hint="Add 'django.contrib.sessions.middleware.SessionMiddleware' to MIDDLEWARE.",
                id="django_chatkit.E032",
            )
        else:
            yield CheckWarning(
                "Without Django's sessions, nobody can chat who does not send an Authorization "
                "header.",
                hint="Add 'django.contrib.sessions.middleware.SessionMiddleware' to MIDDLEWARE.",
                id="django_chatkit.W031",
            )
    if _position(AuthenticationMiddleware) is None:
        yield CheckWarning(
            "Without Django's AuthenticationMiddleware, the request has no user: a page cannot "
            "tell who may chat, unless a middleware of yours sets request.user.",
            hint="Add 'django.contrib.auth.middleware.AuthenticationMiddleware' to MIDDLEWARE.",
            id="django_chatkit.W033",
        )
    if _position(CsrfViewMiddleware) is None:
        yield CheckWarning(
            "Without Django's CsrfViewMiddleware, pages do not set the CSRF cookie, and every "
            "message sent from them is refused.",
            hint="Add 'django.middleware.csrf.CsrfViewMiddleware' to MIDDLEWARE, or decorate the "
            "views of pages with a chat with csrf_protect.",
            id="django_chatkit.W034",
        )


def _cache_messages() -> Iterator[CheckMessage]:
    cache = _position(UpdateCacheMiddleware)
    if cache is None:
        return
    for middleware in (SessionMiddleware, CsrfViewMiddleware):
        position = _position(middleware)
        if position is not None and position < cache:
            yield CheckWarning(
                f"UpdateCacheMiddleware stands below {middleware.__name__}, so that a page with a "
                "chat, its CSRF token and context included, may be served to somebody else.",
                hint="Move 'django.middleware.cache.UpdateCacheMiddleware' to the top of MIDDLEWARE.",
                id="django_chatkit.W037",
            )
            return


def _session_messages() -> Iterator[CheckMessage]:
    if app_settings.ALLOW_ANONYMOUS and settings.SESSION_ENGINE.endswith(".signed_cookies"):
        yield CheckWarning(
            "Sessions are kept in signed cookies, and visitors may chat: a copied cookie opens a "
            "visitor's threads until SESSION_COOKIE_AGE, whatever the visitor does.",
            hint="Use another SESSION_ENGINE, such as 'django.contrib.sessions.backends.db'.",
            id="django_chatkit.W038",
        )


def check_databases(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """What keeps answers from streaming, told by ``DATABASES`` alone."""
    messages: list[CheckMessage] = []
    for alias, database in settings.DATABASES.items():
        in_memory = database.get("NAME") in {":memory:", "file::memory:"}
        if str(database.get("ENGINE")).endswith("sqlite3") and in_memory:
            messages.append(
                CheckWarning(
                    f"The database {alias!r} lives in memory, and each thread has one of its own: "
                    "a streamed answer finds no tables in another.",
                    hint="Give it a file: 'NAME': BASE_DIR / 'db.sqlite3'.",
                    id="django_chatkit.W040",
                )
            )
        if _keeps_connections_under_asgi(database):
            messages.append(
                CheckWarning(
                    f"The database {alias!r} keeps connections open (CONN_MAX_AGE), which under "
                    "ASGI are never used again: each request has a thread of its own.",
                    hint="Set CONN_MAX_AGE = 0, and OPTIONS['pool'] where the database has one.",
                    id="django_chatkit.W039",
                )
            )
    return messages


def _keeps_connections_under_asgi(database: dict[str, Any]) -> bool:
    # Django reads no ASGI_APPLICATION; ASGI servers' integrations, and people, do.
    only_asgi = (
        getattr(settings, "ASGI_APPLICATION", None) is not None
        and settings.WSGI_APPLICATION is None
    )
    return (only_asgi or apps.is_installed("daphne")) and database.get("CONN_MAX_AGE", 0) != 0


def check_cache(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Requests are counted in the cache ``default``."""
    if not _limits_requests() or not _default_cache().endswith(".DummyCache"):
        return []
    return [
        CheckWarning(
            "CHATKIT_THROTTLE_RATES limits nothing: the cache 'default' is a DummyCache, which "
            "does not count.",
            hint="Use another cache, or say so: CHATKIT_THROTTLE_RATES = {}.",
            id="django_chatkit.W041",
        )
    ]


def check_shared_cache(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Several processes need one cache; asked with ``--deploy`` only, as one process does not."""
    if not _limits_requests() or not _default_cache().endswith(".LocMemCache"):
        return []
    return [
        CheckWarning(
            "The cache 'default' is a LocMemCache: each process counts the requests it sees alone, "
            "so that CHATKIT_THROTTLE_RATES allows as many times more as there are processes.",
            hint="Use a cache that processes share, such as Django's RedisCache.",
            id="django_chatkit.W042",
        )
    ]


def _limits_requests() -> bool:
    # As it is: E002 says so if it is no dictionary.
    return bool(getattr(settings, "CHATKIT_THROTTLE_RATES", DEFAULTS["THROTTLE_RATES"]))


def _default_cache() -> str:
    return str(settings.CACHES.get("default", {}).get("BACKEND"))
