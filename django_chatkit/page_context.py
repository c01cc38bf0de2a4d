"""What a page says of itself to the agent, signed so that visitors cannot invent it."""

import json
from datetime import timedelta

from django.core import signing
from django.core.exceptions import ImproperlyConfigured

from .types import JSON

SALT = "django_chatkit.page_context"
MAX_AGE = timedelta(hours=12)
MAX_BYTES = 8 * 1024

METADATA_KEY = "django_chatkit"
"""Where the page's loader puts it in a request's ``metadata``."""


def sign_page_context(context: JSON, *, assistant: str, scope: str) -> str:
    """A page's context as the page carries it: signed, not encrypted.

    Parameters:
        context: Any JSON value, at most 8 kB.
        assistant: The alias it is meant for.
        scope: Whose page it is.

    Raises:
        ImproperlyConfigured: it is too large, or not JSON.
    """
    try:
        size = len(json.dumps(context).encode())
    except (TypeError, ValueError) as error:
        raise ImproperlyConfigured(f"{{% chatkit context=… %}} must be JSON: {error}") from error
    if size > MAX_BYTES:
        raise ImproperlyConfigured(
            f"{{% chatkit context=… %}} holds {size} bytes of JSON; at most {MAX_BYTES} fit."
        )
    return signing.dumps([assistant, scope, context], salt=SALT, compress=True)


def read_page_context(metadata: JSON, *, assistant: str, scope: str) -> JSON:
    """The context that a request carries; ``None`` if stale, foreign, forged or absent."""
    carried = metadata.get(METADATA_KEY) if isinstance(metadata, dict) else None
    signed = carried.get("page_context") if isinstance(carried, dict) else None
    if not isinstance(signed, str):
        return None
    try:
        meant_for, owner, context = signing.loads(signed, salt=SALT, max_age=MAX_AGE)
    except (signing.BadSignature, ValueError):
        return None
    return context if (meant_for, owner) == (assistant, scope) else None
