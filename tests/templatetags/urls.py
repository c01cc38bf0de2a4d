"""Pages with chats on them, under a policy that allows nothing without its nonce."""

import secrets

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.templatetags.static import static
from django.urls import path

from tests.urls import urlpatterns as everything_else

PAGES = {
    "hosted": "{% chatkit %}",
    "own-scripts-only": "{% chatkit %}",
    "inline": '{% chatkit height="420px" %}',
    "several": '{% chatkit %}{% chatkit "support" %}{% chatkit layout="popup" %}',
    "popup": '{% chatkit layout="popup" %}',
    "thread": "{% chatkit thread=request.GET.id %}",
    "context": "{% chatkit context=page %}",
}


def page(request: HttpRequest, name: str) -> HttpResponse:
    """One of :data:`PAGES`, with what django-csp would add."""
    nonce = secrets.token_urlsafe()
    request.csp_nonce = nonce  # type: ignore[attr-defined]
    template = engines["django"].from_string(
        '{% load chatkit %}<!doctype html><html lang="en"><title>Help</title><body>'
        f"<main>{PAGES[name]}</main></body></html>"
    )
    response = HttpResponse(template.render({"page": {"product": "lamp"}}, request))
    scripts = f"'nonce-{nonce}'"
    if name == "own-scripts-only":
        scripts = request.build_absolute_uri(static("django_chatkit/"))
    response["Content-Security-Policy"] = (
        f"default-src 'none'; base-uri 'none'; connect-src 'self'; img-src 'self'; "
        f"script-src {scripts}; style-src 'nonce-{nonce}'"
    )
    return response


urlpatterns = [path("test/page/<name>", page), *everything_else]
