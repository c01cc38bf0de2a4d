"""The HTML of the element, for Django's templates and Jinja2 alike.

Nothing in it is inline code or style, so a strict ``Content-Security-Policy`` holds; a nonce,
where the site has one, stands on the script and the style sheet.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _

from .backends import assistants
from .conf import DEFAULT_ALIAS, app_settings
from .element import (
    STATIC_FOLDER,
    Source,
    current_user,
    element_config,
    element_language,
    element_source,
)
from .exceptions import AuthenticationRequired, NotFound
from .spelling import did_you_mean
from .types import JSONObject

PAGE_ATTRIBUTE = "_django_chatkit_page"

_ID = re.compile(r"[A-Za-z][\w-]*")


@dataclass
class _Page:
    """What one page, that is one request, holds already."""

    elements: int = 0
    source: Source | None = None
    has_style: bool = False
    has_script: bool = False
    has_preload: bool = False


def chatkit(
    request: HttpRequest | None,
    alias: str = DEFAULT_ALIAS,
    *,
    id: str | None = None,  # noqa: A002 - the attribute's name
    nonce: object = None,
    layout: str = "inline",
    **keywords: Any,
) -> SafeString:
    """An assistant's element with its configuration, and each script once per page.

    Parameters:
        request: The page's request.
        alias: The assistant's name in ``CHATKIT_ASSISTANTS``.
        id: The element's ``id``, for parts of a page that are fetched on their own, as htmx
            does, and would count anew; by default ``chatkit-1``, ``chatkit-2`` and so on.
        nonce: The page's CSP nonce; by default the one that Django or django-csp put on
            the request.
        layout: ``"inline"``, ``"popup"`` or ``"page"``.
        keywords: The other parameters of :func:`~django_chatkit.element.element_config`.

    Returns:
        HTML. For somebody who may not chat a log-in link, and with ``layout="popup"``
        nothing.

    Raises:
        ImproperlyConfigured: there is no request, no such assistant or option, or another
            element of the page comes from elsewhere.
    """
    if request is None:
        raise ImproperlyConfigured(
            "{% chatkit %} needs the request. Render the template with one (render(request, …)) and "
            "keep 'django.template.context_processors.request' among the context processors."
        )
    if alias not in app_settings.ASSISTANTS:
        raise ImproperlyConfigured(
            f"CHATKIT_ASSISTANTS has no assistant {alias!r}. "
            f"{did_you_mean(alias, app_settings.ASSISTANTS)}"
        )
    page = _page(request)
    nonce = _nonce(request) if nonce is None else nonce
    _agree_on_source(page, alias)
    try:
        config = element_config(request, alias, layout=layout, **keywords)
    except (AuthenticationRequired, NotFound):
        if layout == "popup":
            return SafeString("")
        return _lines(*_style(page, nonce), _log_in_link(request))
    page.elements += 1
    element_id = _element_id(id) or f"chatkit-{page.elements}"
    return _lines(
        *_style(page, nonce),
        *_preload(page, config, nonce),
        _element(element_id, config),
        json_script(config, f"{element_id}-config"),
        *_script(page, nonce),
    )


def _page(request: HttpRequest) -> _Page:
    page: _Page | None = getattr(request, PAGE_ATTRIBUTE, None)
    if page is None:
        page = _Page()
        setattr(request, PAGE_ATTRIBUTE, page)
    return page


def _agree_on_source(page: _Page, alias: str) -> None:
    """Both elements define the same tag name, so one page takes one of them.

    Raises:
        ImproperlyConfigured: this assistant's comes from elsewhere than the others'.
    """
    source = element_source(assistants[alias])
    if page.source not in {None, source}:
        raise ImproperlyConfigured(
            f"The assistant {alias!r} takes the {source!r} element, and another one on this page "
            f"the {page.source!r} element. Set CHATKIT_ELEMENT_SOURCE to one that suits both."
        )
    page.source = source


def _nonce(request: HttpRequest) -> object:
    """django-csp's nonce, or that of Django 6.0's own middleware."""
    nonce: object = getattr(request, "csp_nonce", None)
    return getattr(request, "_csp_nonce", None) if nonce is None else nonce


def _nonce_attribute(nonce: object) -> SafeString:
    # A lazy nonce is made, and sent in the header, by asking for its text; it is false before.
    text = "" if nonce is None else str(nonce)
    return format_html(' nonce="{}"', text) if text else SafeString("")


def _style(page: _Page, nonce: object) -> list[SafeString]:
    if page.has_style:
        return []
    page.has_style = True
    return [
        format_html(
            '<link rel="stylesheet" href="{}"{}>',
            static(f"{STATIC_FOLDER}embed.css"),
            _nonce_attribute(nonce),
        )
    ]


def _preload(page: _Page, config: JSONObject, nonce: object) -> list[SafeString]:
    """The element's module on its way while the loader still is; a popup asks when opened."""
    if page.has_preload or config["layout"] == "popup" or config["source"] != "bundled":
        return []
    page.has_preload = True
    return [
        format_html(
            '<link rel="modulepreload" href="{}"{}>',
            config["assets"]["chatkit"],
            _nonce_attribute(nonce),
        )
    ]


def _script(page: _Page, nonce: object) -> list[SafeString]:
    if page.has_script:
        return []
    page.has_script = True
    return [
        format_html(
            '<script type="module" src="{}"{}></script>',
            static(f"{STATIC_FOLDER}embed.js"),
            _nonce_attribute(nonce),
        )
    ]


def _element_id(value: str | None) -> str | None:
    """The id that a template gave, if it gave one."""
    if value is None or value == "":
        return None
    if not _ID.fullmatch(str(value)):
        raise ImproperlyConfigured(
            f"id={value!r}: it begins with a letter and has letters, digits, '-' and '_'."
        )
    return str(value)


def _element(element_id: str, config: JSONObject) -> SafeString:
    locale = config["options"]["locale"]
    if config["layout"] == "popup":
        return format_html(
            '<div class="django-chatkit-popup" lang="{}" dir="{}" '
            'data-chatkit-config="{}-config"></div>',
            locale,
            _direction(locale),
            element_id,
        )
    with override(element_language(locale)):
        needs_script = _("The chat needs JavaScript.")
    sized, place = _place(config)
    return format_html(
        '<openai-chatkit id="{}" class="django-chatkit django-chatkit-{}{}" lang="{}" dir="{}" '
        'data-chatkit-config="{}-config">{}<noscript>{}</noscript></openai-chatkit>',
        element_id,
        config["layout"],
        sized,
        locale,
        _direction(locale),
        element_id,
        place,
        needs_script,
    )


def _place(config: JSONObject) -> tuple[str, SafeString]:
    """What keeps the place of an element with a height of its own until the loader runs.

    A strict policy allows no style attribute, but the size of a picture. The bundled element
    does not show what is inside it; of OpenAI's we do not know.

    Returns:
        A class for the element, and what goes into it.
    """
    if config["height"] is None or config["source"] != "bundled":
        return "", SafeString("")
    picture = format_html('<svg width="1" height="{}" aria-hidden="true"></svg>', config["height"])
    return " django-chatkit-sized", picture


def _direction(locale: str) -> str:
    try:
        return "rtl" if get_language_info(locale.lower())["bidi"] else "ltr"
    except KeyError:
        return "ltr"  # Django has no name for the language


def _log_in_link(request: HttpRequest) -> SafeString:
    here = request.get_full_path()
    if current_user(request) is None:
        text = _("Log in to use the chat.")
    else:
        text = _("This chat is not open to you. Log in as somebody else to use it.")
    return format_html(
        '<p class="django-chatkit-login"><a href="{}">{}</a></p>',
        redirect_to_login(here, settings.LOGIN_URL).url,
        text,
    )


def _lines(*parts: SafeString) -> SafeString:
    return mark_safe("\n".join(parts))  # noqa: S308 - each part is escaped where it is made
