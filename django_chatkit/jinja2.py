"""The same element for Jinja2 templates.

Name the extension in the template backend's options, and call the function::

    TEMPLATES = [
        {
            "BACKEND": "django.template.backends.jinja2.Jinja2",
            "OPTIONS": {"extensions": ["django_chatkit.jinja2.ChatKitExtension"]},
        }
    ]

    {{ chatkit("support", layout="popup") }}
"""

from typing import Any

from django.utils.safestring import SafeString
from jinja2 import Environment, is_undefined, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context

from . import html
from .conf import DEFAULT_ALIAS


@pass_context
def chatkit(context: Context, /, alias: str = DEFAULT_ALIAS, **keywords: Any) -> SafeString:
    """Put an assistant on the page; see :func:`django_chatkit.html.chatkit`."""
    given = {name: value for name, value in keywords.items() if not is_undefined(value)}
    given.setdefault("nonce", context.get("csp_nonce"))
    return html.chatkit(context.get("request"), alias, **given)


class ChatKitExtension(Extension):
    """Makes ``chatkit()`` known to every template of an environment."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.globals["chatkit"] = chatkit
