"""A running answer from elsewhere: ``POST threads/{id}/stop`` and ``GET threads/{id}/stream``."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ..backends import BaseBackend, SelfHostedBackend
from ..backends.base import Owner
from ..conf import DEFAULT_ALIAS, app_settings
from ..exceptions import InvalidRequest, NotFound, Repeated
from ..models import ChatThread
from ..services import backend_of, thread_backend
from .body import refuse_oversized
from .errors import api_view
from .identity import Identity, assistant_of, identify_anybody
from .streaming import STREAM_TYPE, event_stream
from .throttling import throttle

if TYPE_CHECKING:
    from ..server.journal import Head, JournalReader

TURN_HEADER = "X-ChatKit-Turn"
"""Of ``threads.get_by_id``: ``idle``, ``running``, or ``interrupted`` after a turn that was stopped,
failed or died with its process. The protocol has no field for it."""

STREAM_HEADER = "X-ChatKit-Stream"
"""Where an answer that outlives its connection can be joined."""

STOP_HEADER = "X-ChatKit-Stop"
"""Where it can be stopped; absent when its agent does not want to be."""


@api_view("POST", cors=True)
async def stop(request: HttpRequest, thread_id: str) -> HttpResponseBase:
    """Stop the answer that is running in a thread, in whichever process it runs."""
    return await sync_to_async(_stop)(request, thread_id)


@api_view("GET", cors=True)
async def stream(request: HttpRequest, thread_id: str) -> HttpResponseBase:
    """Join the running answer: what it has said so far, then what it says; 204 without one."""
    found = await sync_to_async(_join)(request, thread_id)
    return HttpResponse(status=204) if found is None else _joined(request, *found)


def outlives(alias: str) -> bool:
    """Whether the answers of an assistant go on when their connection is lost."""
    return bool(app_settings.assistant_option(alias, "ON_DISCONNECT") == "continue")


def tell_addresses(
    response: HttpResponseBase, thread_id: str, alias: str, *, can_stop: bool
) -> None:
    """Say in a response's headers where a running answer is joined and stopped."""
    query = "" if alias == DEFAULT_ALIAS else f"?{urlencode({'assistant': alias})}"
    names = {STREAM_HEADER: "thread_stream", **({STOP_HEADER: "thread_stop"} if can_stop else {})}
    for header, name in names.items():
        url = reverse(f"django_chatkit:{name}", kwargs={"thread_id": thread_id})
        response.headers[header] = url + query


def tell_outcome(request: HttpRequest, repeated: Repeated) -> HttpResponseBase:
    """Answer a message that was sent before: with its running answer, or with what is stored.

    Raises:
        ThreadBusy: the answer is running and cannot be joined from here.
        NotFound: the thread was deleted meanwhile.
    """
    from ..server.lease import state_of  # noqa: PLC0415 - imports the SDK
    from ..server.retelling import outcome_of  # noqa: PLC0415 - imports the SDK

    outcome = outcome_of(repeated)
    thread = outcome.thread
    if outcome.running is not None:
        return _joined(request, thread, *outcome.running)
    response = HttpResponse(outcome.stored, content_type=STREAM_TYPE)
    response.headers[TURN_HEADER] = state_of(thread)
    return response


def _joined(
    request: HttpRequest, thread: ChatThread, reader: "JournalReader", head: "Head"
) -> HttpResponseBase:
    """The response that follows a running answer."""
    body: Any
    if isinstance(request, ASGIRequest):
        from ..server.joining import joined  # noqa: PLC0415 - imports the SDK

        body = joined(reader)
    else:
        from ..server.joining import joined_in_thread  # noqa: PLC0415 - imports the SDK
        from ..server.wsgi import disconnection_probe  # noqa: PLC0415 - imports the SDK

        body = joined_in_thread(reader, disconnection_probe(request.META))
    response = event_stream(request, body)
    tell_addresses(response, thread.id, thread.assistant, can_stop=head.can_stop)
    return response


def _stop(request: HttpRequest, thread_id: str) -> HttpResponse:
    who, backend, thread = _find(request, thread_id)
    from ..server.lease import is_running  # noqa: PLC0415 - imports the SDK
    from ..server.relay import relay  # noqa: PLC0415 - imports the SDK

    if is_running(thread):
        relay.stop(thread.turn_token)
    owner = Owner(who.scope, getattr(who.user, "pk", None))
    return JsonResponse(backend.get_thread(owner, thread_id).data)


def _join(request: HttpRequest, thread_id: str) -> "tuple[ChatThread, JournalReader, Head] | None":
    _who, _backend, thread = _find(request, thread_id)
    after = request.GET.get("after") or "0"
    if not (after.isascii() and after.isdigit() and len(after) < 10):
        raise InvalidRequest(_("'after' must be a number of events."), param="after")
    from ..server.journal import JournalReader  # noqa: PLC0415 - imports the SDK
    from ..server.lease import is_running  # noqa: PLC0415 - imports the SDK

    if not is_running(thread):
        return None
    reader = JournalReader(thread.turn_token, int(after))
    head = reader.head
    return None if head is None else (thread, reader, head)


def _find(request: HttpRequest, thread_id: str) -> tuple[Identity, BaseBackend, ChatThread]:
    """Who asks, and their thread.

    Raises:
        NotFound: it is not there, or not theirs.
        InvalidRequest: OpenAI runs its answers.
    """
    refuse_oversized(request, app_settings.assistant_option(DEFAULT_ALIAS, "MAX_BODY_SIZE"))
    who = identify_anybody(request)
    throttle(request, who, "read")
    if "\x00" in thread_id:
        raise NotFound  # PostgreSQL would not even look
    alias = request.GET.get("assistant")
    if who.session is not None:
        alias = who.session.assistant
    if who.is_site and alias is None:
        backend = thread_backend(thread_id)
    else:
        named = alias or DEFAULT_ALIAS
        backend = backend_of(named) if who.is_site else assistant_of(who, named)
    if not isinstance(backend, SelfHostedBackend):
        raise InvalidRequest(
            _("This assistant is hosted by OpenAI; its conversations do not pass through here."),
            param="assistant",
            code="hosted_assistant",
        )
    threads = ChatThread.objects.filter(id=thread_id, assistant=backend.alias, is_mirror=False)
    if who.scope is not None:
        threads = threads.filter(scope=who.scope)
    thread = threads.first()
    if thread is None:
        raise NotFound
    return who, backend, thread
