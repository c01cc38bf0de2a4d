"""``{{ chatkit() }}`` in Jinja2's templates."""

import re
from typing import Any

from django.http import HttpRequest
from django.template.backends.jinja2 import Jinja2

from tests.pages import render, user_request


def jinja(template: str, request: HttpRequest, **context: Any) -> str:
    engine = Jinja2(
        {
            "NAME": "jinja2",
            "DIRS": [],
            "APP_DIRS": False,
            "OPTIONS": {
                "autoescape": True,
                "extensions": ["django_chatkit.jinja2.ChatKitExtension"],
            },
        }
    )
    return engine.from_string(template).render(context, request)


def without_tokens(html: str) -> str:
    """CSRF tokens differ by a random mask each time they are written."""
    return re.sub(r'"token": "\w+"', '"token": "…"', html)


def test_it_writes_what_djangos_tag_writes() -> None:
    mine = jinja('{{ chatkit(layout="popup", height=400) }}', user_request())
    djangos = render('{% chatkit layout="popup" height=400 %}', user_request())

    assert without_tokens(mine) == without_tokens(djangos)


def test_a_context_may_be_given() -> None:
    assert '"context": "' in jinja("{{ chatkit(context={'page': 1}) }}", user_request())


def test_undefined_variables_say_nothing() -> None:
    assert '"height": null' in jinja("{{ chatkit(height=nowhere) }}", user_request())


def test_the_nonce_of_the_context_is_used() -> None:
    html = jinja("{{ chatkit() }}", user_request(), csp_nonce="from-context")

    assert html.count('nonce="from-context"') == 3
