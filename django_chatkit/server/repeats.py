"""A message that is sent again because its sender never heard that it had arrived.

A request that brings a key in its ``metadata`` decides the ids of what it creates by it: the
same key means the same rows, in whichever process and for as long as they are there. What the
database holds already is not done twice.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from ..exceptions import InvalidRequest
from ..ids import PREFIXES
from ..models import ChatThreadItem
from ..page_context import METADATA_KEY
from . import rows
from .context import RequestContext

KEY_LENGTHS = range(16, 129)
"""How many characters a key has: enough that two senders do not have the same."""

SALT = "django_chatkit.repeats"


@dataclass(frozen=True)
class RequestIds:
    """The ids of what a request with a key creates.

    Parameters:
        thread: The thread's, given or to be created.
        message: The visitor's message in it.
    """

    thread: str
    message: str


def request_key(metadata: Any) -> str | None:
    """The key that a request carries as ``metadata.django_chatkit.request``.

    Raises:
        InvalidRequest: it is no string of 16 to 128 characters.
    """
    carried = metadata.get(METADATA_KEY) if isinstance(metadata, dict) else None
    key = carried.get("request") if isinstance(carried, dict) else None
    if key is None:
        return None
    if not isinstance(key, str) or len(key) not in KEY_LENGTHS:
        param = f"metadata.{METADATA_KEY}.request"
        reason = f"String should have {KEY_LENGTHS[0]} to {KEY_LENGTHS[-1]} characters"
        raise InvalidRequest(
            _("The field '%(field)s' is not valid: %(reason)s.")
            % {"field": param, "reason": reason},
            param=param,
        )
    return key


def request_ids(key: str, context: RequestContext, thread_id: str | None) -> RequestIds:
    """The ids that a key decides: another scope's, and those of another thread, are others.

    Parameters:
        key: The request's.
        context: Of the request.
        thread_id: The thread that the message is for; ``None`` if it begins one.
    """
    if thread_id is None:
        thread_id = _derived("thread", context.scope, context.assistant, key)
    return RequestIds(thread_id, _derived("message", thread_id, key))


def is_stored(ids: RequestIds, context: RequestContext) -> bool:
    """Whether the message is in its thread, and the thread is this scope's."""
    own = rows.own_threads(context.scope, context.assistant).filter(id=ids.thread)
    return ChatThreadItem.objects.filter(thread__in=own, id=ids.message).exists()


def _derived(kind: str, *parts: str) -> str:
    """An id that only this site can tell from its parts, as unguessable as a random one."""
    digest = salted_hmac(SALT, json.dumps([kind, *parts]), algorithm="sha256").hexdigest()
    return f"{PREFIXES[kind]}_{digest[:32]}"
