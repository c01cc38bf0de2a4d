"""``{% load chatkit %}`` and ``{% chatkit %}``."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from .. import html
from ..conf import DEFAULT_ALIAS

register = template.Library()


@register.simple_tag(takes_context=True)
def chatkit(context: Context, /, alias: str = DEFAULT_ALIAS, **keywords: Any) -> SafeString:
    """Put an assistant on the page.

    ::

        {% chatkit %}
        {% chatkit "support" layout="popup" theme="dark" thread=thread_id context=page_context %}

    The parameters are those of :func:`django_chatkit.html.chatkit`.
    """
    keywords.setdefault("nonce", context.get("csp_nonce"))
    return html.chatkit(context.get("request"), alias, **keywords)
