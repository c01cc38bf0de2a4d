"""What a page asks besides the conversation: its configuration, and to note what failed."""

import json
import logging
import re
from typing import Any

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.translation import gettext as _

from ..conf import DEFAULT_ALIAS
from ..element import element_config
from ..exceptions import InvalidRequest
from ..models import ChatThread
from ..services import get_assistant
from ..signals import client_event_received
from .body import read_body, refuse_oversized
from .errors import api_view, request_id
from .identity import Identity, identify_person
from .throttling import throttle

logger = logging.getLogger("django_chatkit.client")

MAX_EVENTS_BYTES = 32 * 1024
MAX_EVENTS = 20
MAX_TEXT = 500
LEVELS = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
}

_SECRETS = re.compile(
    r"\b(?:ek|sk|pk|rk)[_-][\w-]{8,}"  # OpenAI's keys and client secrets
    r"|\bBearer\s+\S+"
    r"|\btoken=[^&\s]+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+",  # e-mail addresses
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@api_view("GET")
async def config(request: HttpRequest) -> HttpResponseBase:
    """The element options of an assistant, for pages that Django's templates do not make."""
    return await sync_to_async(_config)(request)


@api_view("POST")
async def client_events(request: HttpRequest) -> HttpResponseBase:
    """Errors and diagnostics of a page, for Django's logging; nothing of them is stored."""
    return await sync_to_async(_client_events)(request)


def _config(request: HttpRequest) -> JsonResponse:
    who = identify_person(request)
    throttle(request, who, "read")
    alias = request.GET.get("assistant") or DEFAULT_ALIAS
    if who.user is not None:
        request.user = who.user  # type: ignore[assignment]
    return JsonResponse(element_config(request, alias))


def _client_events(request: HttpRequest) -> HttpResponse:
    refuse_oversized(request, MAX_EVENTS_BYTES)
    who = identify_person(request)
    throttle(request, who, "read")
    alias = request.GET.get("assistant") or DEFAULT_ALIAS
    get_assistant(alias, who.user)
    for event in _events(read_body(request, MAX_EVENTS_BYTES)):
        _note(request, who, alias, event)
    return HttpResponse(status=204)


def _events(body: bytes) -> list[dict[str, Any]]:
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        raise InvalidRequest(_("The body is not valid JSON."), code="invalid_json") from None
    events = document.get("events") if isinstance(document, dict) else None
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise InvalidRequest(_("'events' must be a list of objects."), param="events")
    if len(events) > MAX_EVENTS:
        raise InvalidRequest(
            _("At most %(limit)d events fit.") % {"limit": MAX_EVENTS}, param="events"
        )
    for place, event in enumerate(events):
        for name in ("name", "level", "message"):
            if not isinstance(event.get(name, ""), str):
                raise InvalidRequest(_("Only text is taken."), param=f"events.{place}.{name}")
    return events


def _note(request: HttpRequest, who: Identity, alias: str, event: dict[str, Any]) -> None:
    level = event.get("level", "error")
    noted = {
        "name": scrub(event.get("name", "")),
        "level": level if level in LEVELS else "error",
        "message": scrub(event.get("message", "")),
    }
    logger.log(
        LEVELS[noted["level"]],
        "%s: %s (assistant %s, request %s)",
        noted["name"],
        noted["message"],
        alias,
        request_id(request),
    )
    client_event_received.send_robust(ChatThread, event=noted, scope=who.scope, assistant=alias)


def scrub(value: Any) -> str:
    """Text from a page as a log may hold it: one line, bounded, without secrets."""
    text = _CONTROL.sub(" ", str(value)[: 4 * MAX_TEXT])
    return _SECRETS.sub("[…]", text)[:MAX_TEXT]
