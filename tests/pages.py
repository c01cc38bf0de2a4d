"""Requests for pages, and what the template tag put on them."""

import json
import re
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.sessions.backends.cache import SessionStore
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory

LOAD = "{% load chatkit %}"


def page_request(user: User | None = None, *, path: str = "/help/") -> HttpRequest:
    """A browser's request for a page, with a session that has not begun."""
    request = RequestFactory().get(path)
    request.session = SessionStore()
    request.user = user or AnonymousUser()
    return request


def user_request(*, path: str = "/help/", session_key: str = "alices-browser") -> HttpRequest:
    """The request of a user, id 7, who is logged in. Nothing is in the database."""
    request = page_request(User(pk=7, username="alice"), path=path)
    request.session = SessionStore(session_key)
    return request


def render(template: str, request: HttpRequest | None, **context: Any) -> str:
    """What Django's template language makes of a template."""
    return engines["django"].from_string(LOAD + template).render(context, request)


def configs(html: str) -> list[Any]:
    """The configurations on a page, as the loader reads them."""
    scripts = re.findall(r'<script id="[\w-]+" type="application/json">(.*?)</script>', html)
    return [json.loads(script) for script in scripts]


def config(html: str) -> Any:
    """The only configuration on a page."""
    [only] = configs(html)
    return only
