"""What a page needs to show an assistant's element: its configuration as plain data."""

import functools
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import get_user
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.shortcuts import resolve_url
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from .adapter import get_adapter
from .backends import BaseBackend
from .conf import DEFAULT_ALIAS, app_settings
from .element_options import FILE_EXTENSIONS, merged, options_from_tag, plain
from .entities import entities_of
from .exceptions import AuthenticationRequired
from .locales import chatkit_locale
from .page_context import sign_page_context
from .services import get_assistant
from .spelling import did_you_mean
from .types import JSON, JSONObject

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

Layout = Literal["inline", "popup", "page"]
Source = Literal["bundled", "cdn"]

LAYOUTS = frozenset({"inline", "popup", "page"})
LOCAL_DOMAIN_KEY = "local-dev"
"""OpenAI's element accepts any domain key on localhost, and none at all nowhere."""
ID_PLACE = "ID-TO-COME"
"""Stands for an id in an address until the loader knows it: ``{id}``, unquoted."""
STATIC_FOLDER = "django_chatkit/"
ASSETS_FILE = Path(__file__).parent / "static" / "django_chatkit" / "assets.json"
URLCONF_LINE = 'path("chatkit/", include("django_chatkit.urls"))'

_LENGTH = re.compile(r"\d+(\.\d+)?(px|em|rem|ch|%|[sld]?v(h|w|b|i|min|max))")


def element_config(
    request: HttpRequest,
    alias: str = DEFAULT_ALIAS,
    *,
    layout: str = "inline",
    height: str | int | None = None,
    thread: str | None = None,
    context: JSON = None,
    **keywords: Any,
) -> JSONObject:
    """The configuration that the page's loader starts an element with.

    Parameters:
        request: Who will chat, and in which language.
        alias: The assistant's name in ``CHATKIT_ASSISTANTS``.
        layout: ``"inline"``, ``"popup"`` or ``"page"``.
        height: A CSS length; a bare number means pixels. Without it the style sheet decides.
        thread: The id of the thread to open; without it, the one this browser session
            had open last. Another person's is not found when the element asks for it.
        context: JSON of at most 8 kB for the agent, signed; the visitor can read it. A
            visitor without a scope gets one in their session, for it to be signed to.
        keywords: ChatKit.js options, by the names of
            :data:`~django_chatkit.element_options.TAG_OPTIONS`; they win over the
            assistant's ``ELEMENT`` setting.

    Returns:
        JSON; it holds nothing that the visitor may not read.

    Raises:
        AuthenticationRequired: visitors may not chat, and nobody is logged in.
        NotFound: there is no such assistant, or it is not for them.
        ImproperlyConfigured: an unknown keyword, a value that cannot be, a setting at
            odds with the assistant, or a context for one that OpenAI hosts.
    """
    user = current_user(request)
    if user is None and not (app_settings.ALLOW_ANONYMOUS and hasattr(request, "session")):
        raise AuthenticationRequired
    backend = get_assistant(alias, user)
    source = element_source(backend)
    if _given(context) and not backend.supports_conversation:
        raise ImproperlyConfigured(
            f"The assistant {alias!r} is hosted by OpenAI, which takes no context from a page. "
            f"Give its workflow state variables: the adapter's get_state_variables()."
        )
    scope = _scope(request, user, create=_given(context))
    options = _options(backend, keywords)
    storage_key = _storage_key(request, alias, scope)
    with override(element_language(options["locale"])):
        messages = _messages()
    return {
        "assistant": alias,
        "backend": "self-hosted" if backend.supports_conversation else "hosted",
        "source": source,
        "layout": _layout(layout),
        "height": _height(height),
        "options": options,
        **(
            {"api": _api(alias, source, options)}
            if backend.supports_conversation
            else {"hosted": _hosted(alias, storage_key)}
        ),
        **_entities(alias),
        "eventsUrl": _endpoint("client_events", alias),
        "csrf": _csrf(request),
        "loginUrl": resolve_url(settings.LOGIN_URL),
        "thread": {"id": _thread_id(thread), "storageKey": storage_key},
        "draftKey": _draft_key(alias, scope),
        "context": (
            sign_page_context(plain(context), assistant=alias, scope=scope)
            if _given(context) and scope is not None
            else None
        ),
        "imageDomains": app_settings.IMAGE_DOMAINS,
        "assets": {name: static(STATIC_FOLDER + path) for name, path in assets().items()},
        "script": {"url": app_settings.SCRIPT_URL if source == "cdn" else None},
        "messages": messages,
    }


def current_user(request: HttpRequest) -> "AbstractBaseUser | None":
    """The active user who is logged in, as the endpoints would recognise them."""
    user: Any = getattr(request, "user", None)
    if user is None and hasattr(request, "session"):
        user = get_user(request)
    return user if user is not None and user.is_authenticated and user.is_active else None


def element_source(backend: BaseBackend) -> Source:
    """Where an assistant's element comes from, by ``CHATKIT_ELEMENT_SOURCE``.

    Raises:
        ImproperlyConfigured: the setting is misspelled, or it is ``"bundled"`` and the
            assistant is hosted by OpenAI, whose element alone can talk to it.
    """
    source = app_settings.ELEMENT_SOURCE
    if source == "auto":
        bundled = backend.supports_conversation and not app_settings.DOMAIN_KEY
        return "bundled" if bundled else "cdn"
    if source == "bundled" and not backend.supports_conversation:
        raise ImproperlyConfigured(
            f"CHATKIT_ELEMENT_SOURCE is 'bundled', and the assistant {backend.alias!r} is hosted "
            f"by OpenAI, which only OpenAI's element can talk to. Set it to 'auto' or 'cdn'."
        )
    if source not in {"bundled", "cdn"}:
        raise ImproperlyConfigured(
            f"CHATKIT_ELEMENT_SOURCE is {source!r}. "
            f"{did_you_mean(source, ('auto', 'bundled', 'cdn'))}"
        )
    return source


def element_language(locale: str) -> str:
    """The language of the page, or the element's own where an option gave it another."""
    active = get_language() or settings.LANGUAGE_CODE
    return active if chatkit_locale(active) == locale else locale.lower()


@functools.cache
def assets() -> dict[str, str]:
    """The element's parts by name, as paths below ``static/django_chatkit/``."""
    files: dict[str, str] = json.loads(ASSETS_FILE.read_text())
    return files


def _given(value: Any) -> bool:
    """Whether a template said something; undefined variables arrive as empty strings."""
    return value is not None and value != ""


def _scope(request: HttpRequest, user: "AbstractBaseUser | None", *, create: bool) -> str | None:
    adapter = get_adapter()
    if user is not None:
        return adapter.get_user_scope(user)
    return adapter.get_visitor_scope(request, create=create)


def _options(backend: BaseBackend, keywords: dict[str, Any]) -> JSONObject:
    alias = backend.alias
    options: JSONObject = {"locale": chatkit_locale(get_language())}
    options = merged(options, plain(app_settings.element_options(alias)))
    options = merged(options, options_from_tag(keywords))
    if backend.supports_conversation:
        options = _dictation(alias, options)
    attachments = _attachments(options)
    if attachments is not None:
        # The element refuses what the endpoint would.
        types = app_settings.assistant_option(alias, "ALLOWED_UPLOAD_TYPES")
        limits = {
            "maxSize": app_settings.assistant_option(alias, "MAX_UPLOAD_SIZE"),
            "accept": {kind: list(FILE_EXTENSIONS.get(kind, ())) for kind in types},
        }
        options["composer"] = {**options["composer"], "attachments": {**limits, **attachments}}
    return options


def _dictation(alias: str, options: JSONObject) -> JSONObject:
    """The options, with dictation where there is a service for it, unless they say otherwise.

    Without a service it would fail each time, but for a server that may have its own.
    """
    given = app_settings.assistant_options(alias)
    if given.get("TRANSCRIPTION"):
        return merged({"composer": {"dictation": {"enabled": True}}}, options)
    composer = options.get("composer") or {}
    if "dictation" not in composer or given.get("SERVER"):
        return options
    return {**options, "composer": {k: v for k, v in composer.items() if k != "dictation"}}


def _attachments(options: JSONObject) -> JSONObject | None:
    """The composer's attachment options, if attachments are enabled."""
    attachments: JSONObject = (options.get("composer") or {}).get("attachments") or {}
    return attachments if attachments.get("enabled") else None


def _messages() -> dict[str, str]:
    return {
        "open": _("Open chat"),
        "close": _("Close chat"),
        "loadFailed": _("The chat could not be loaded. Check your connection and try again."),
        "sessionExpired": _("Your session has ended. Reload the page to go on."),
        "signIn": _("Log in"),
        "reload": _("Reload"),
        "scriptFailed": _(
            "The chat's script could not be loaded from {host}. Check your connection, or "
            "allow it in your content blocker."
        ),
        "scriptBlocked": _(
            "This site's Content-Security-Policy blocks the chat's script. If the site is yours, "
            "allow {host} in it."
        ),
        "notReady": _(
            "The chat does not start. If this site is yours, add {domain} to the domain "
            "allow-list in OpenAI's settings."
        ),
        "sessionRefused": _("This chat is not open to you."),
        "sessionUnavailable": _(
            "The assistant cannot be reached right now. Try again in a moment."
        ),
        "waiting": _("The assistant is busy. Trying again in {seconds} s."),
        "offline": _("This site cannot be reached. Check your connection and try again."),
    }


def _layout(layout: str) -> str:
    if layout not in LAYOUTS:
        raise ImproperlyConfigured(f"layout={layout!r}. {did_you_mean(layout, LAYOUTS)}")
    return layout


def _height(height: str | int | None) -> str | None:
    if not _given(height):
        return None
    length = f"{height}px" if str(height).isdecimal() else str(height)
    if not _LENGTH.fullmatch(length):
        raise ImproperlyConfigured(f"height={height!r} is not a CSS length such as '640px'.")
    return length


def _thread_id(thread: str | None) -> str | None:
    if not _given(thread):
        return None
    if not isinstance(thread, str):
        raise ImproperlyConfigured(f"thread={thread!r} is not a thread's id: give its `id`.")
    return thread


def _api(alias: str, source: Source, options: JSONObject) -> JSONObject:
    api: JSONObject = {
        "url": _endpoint("conversation", alias),
        "domainKey": (
            "bundled" if source == "bundled" else app_settings.DOMAIN_KEY or LOCAL_DOMAIN_KEY
        ),
    }
    if _attachments(options) is not None:
        upload = {"type": "direct", "uploadUrl": _endpoint("files", alias)}
        api["uploadStrategy"] = upload
    return api


def _hosted(alias: str, storage_key: str | None) -> JSONObject:
    sync = _endpoint("thread_sync", alias, thread_id=ID_PLACE)
    return {
        "sessionsUrl": _endpoint("sessions", alias),
        "syncUrl": sync.replace(ID_PLACE, "{id}"),
        "storageKey": storage_key,
    }


def _entities(alias: str) -> JSONObject:
    if not any(entities_of(alias)):
        return {}
    preview = _endpoint("entity", alias, entity_id=ID_PLACE)
    urls = {
        "searchUrl": _endpoint("entities", alias),
        "previewUrl": preview.replace(ID_PLACE, "{id}"),
    }
    return {"entities": urls}


def _endpoint(name: str, alias: str, **arguments: str) -> str:
    try:
        url = reverse(f"django_chatkit:{name}", kwargs=arguments)
    except NoReverseMatch as error:
        raise ImproperlyConfigured(
            f"The chat's URLs are not mounted. Add {URLCONF_LINE} to urlpatterns in "
            f"{settings.ROOT_URLCONF}."
        ) from error
    return url if alias == DEFAULT_ALIAS else f"{url}?{urlencode({'assistant': alias})}"


def _csrf(request: HttpRequest) -> JSONObject:
    token = get_token(request)  # also makes Django set the cookie
    readable = not (settings.CSRF_USE_SESSIONS or settings.CSRF_COOKIE_HTTPONLY)
    header = settings.CSRF_HEADER_NAME.removeprefix("HTTP_").replace("_", "-").title()
    return {
        "header": header,
        "cookie": settings.CSRF_COOKIE_NAME if readable else None,
        "token": token,
    }


def _storage_key(request: HttpRequest, alias: str, scope: str | None) -> str | None:
    """Where the browser remembers the last thread: told apart by browser session.

    Reading it never begins a session: without one there is nothing to remember.
    """
    session: Any = getattr(request, "session", None)
    key = getattr(session, "session_key", None)
    if key is None or settings.SESSION_ENGINE.endswith(".signed_cookies"):
        key = scope  # such a session's key is its content, and changes with it
    if key is None:
        return None
    digest = salted_hmac("django_chatkit.storage_key", key, algorithm="sha256").hexdigest()
    return f"django-chatkit:{alias}:{digest[:32]}"


def _draft_key(alias: str, scope: str | None) -> str:
    """Where a tab keeps drafts: told apart by person, so that logging in again brings them back.

    Visitors who have no session yet are told apart by their tab alone.
    """
    key = scope or "visitor"
    digest = salted_hmac("django_chatkit.draft_key", key, algorithm="sha256").hexdigest()
    return f"django-chatkit:{alias}:{digest[:32]}"
