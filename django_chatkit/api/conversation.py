"""``POST conversation``: the ChatKit protocol, under ASGI and WSGI alike."""

import asyncio
import json
from typing import TYPE_CHECKING, Any

from asgiref.sync import SyncToAsync, sync_to_async
from django.core.exceptions import ImproperlyConfigured
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header

from ..adapter import get_adapter
from ..backends import SelfHostedBackend
from ..conf import DEFAULT_ALIAS, app_settings
from ..exceptions import InvalidRequest, NotFound, Repeated
from ..page_context import METADATA_KEY, read_page_context
from .body import read_body, refuse_oversized
from .errors import api_view, request_id
from .identity import Identity, assistant_of, identify
from .streaming import event_stream
from .throttling import throttle, throttle_session
from .turns import TURN_HEADER, outlives, tell_addresses, tell_outcome

if TYPE_CHECKING:
    from chatkit.server import ChatKitServer

    from ..server.operations import Operation
    from ..server.stream import TurnStream


@api_view("POST", cors=True)
async def conversation(request: HttpRequest) -> HttpResponseBase:
    """Answer one request of the ChatKit protocol: server-sent events, or JSON."""
    try:
        if isinstance(request, ASGIRequest):
            return await _answer(request)
        # The request's own thread, which waits for this view, does it all.
        return await sync_to_async(_answer_in_thread)(request)
    except Repeated as repeated:
        return await sync_to_async(tell_outcome)(request, repeated)


async def _answer(request: HttpRequest) -> HttpResponseBase:
    preparing = asyncio.ensure_future(sync_to_async(_prepare)(request))
    try:
        server, operation = await asyncio.shield(preparing)
    except asyncio.CancelledError:
        preparing.add_done_callback(_abandon)
        raise
    if operation.turn is None:
        from ..server.operations import answer  # noqa: PLC0415

        return _json(operation, await answer(server, operation))
    from ..server.database import run_in_pool  # noqa: PLC0415
    from ..server.stream import TurnStream  # noqa: PLC0415

    # Only a server gives each request a thread of its own; a test client does not.
    own_thread = SyncToAsync.thread_sensitive_context.get(None) is not None
    stream = TurnStream(
        server,
        operation,
        detached=run_in_pool if own_thread else None,
        outlives=outlives(operation.context.assistant),
    )
    await stream.start()
    return _stream(request, stream, stream.chunks())


def _abandon(preparing: "asyncio.Future[tuple[ChatKitServer[Any], Operation]]") -> None:
    """Give back the lease of a turn whose client left before it began."""
    if preparing.cancelled() or preparing.exception() is not None:
        return
    turn = preparing.result()[1].turn
    if turn is not None:
        from ..server.stream import finish_unstarted  # noqa: PLC0415

        finish_unstarted(turn)


def _answer_in_thread(request: HttpRequest) -> HttpResponseBase:
    server, operation = _prepare(request)
    from ..server.wsgi import RequestThread, StreamedBody, disconnection_probe  # noqa: PLC0415

    thread = RequestThread(gone=disconnection_probe(request.META))
    operation.context.runner = thread.run
    if operation.turn is None:
        from ..server.operations import answer  # noqa: PLC0415

        return _json(operation, thread.wait_for(answer(server, operation)))
    from ..server.stream import TurnStream  # noqa: PLC0415

    stream = TurnStream(server, operation, outlives=outlives(operation.context.assistant))
    thread.wait_for(stream.start())
    return _stream(request, stream, StreamedBody(stream, thread))


def _json(operation: "Operation", body: bytes) -> HttpResponse:
    response = HttpResponse(body, content_type="application/json")
    if operation.request.type == "threads.get_by_id" and operation.thread is not None:
        from ..server.lease import state_of  # noqa: PLC0415 - as the answer itself

        state = response.headers[TURN_HEADER] = state_of(operation.thread)
        alias = operation.context.assistant
        if state == "running" and outlives(alias):
            # Whether it can be stopped says who is joined to it.
            tell_addresses(response, operation.thread.id, alias, can_stop=False)
    return response


def _stream(request: HttpRequest, stream: "TurnStream", body: Any) -> StreamingHttpResponse:
    response = event_stream(request, body)
    response._resource_closers.append(stream.leave_from_thread)  # type: ignore[attr-defined]
    context = stream.operation.context
    if stream.outlives and context.turn is not None and context.turn.thread_id is not None:
        tell_addresses(
            response, context.turn.thread_id, context.assistant, can_stop=stream.can_stop
        )
    return response


def _prepare(request: HttpRequest) -> "tuple[ChatKitServer[Any], Operation]":
    """Everything before the SDK: who, what, may they, and is it possible now."""
    alias = request.GET.get("assistant")
    limit = app_settings.assistant_option(alias or DEFAULT_ALIAS, "MAX_BODY_SIZE")
    refuse_oversized(request, limit)
    who = identify(request)
    body = read_body(request, limit)
    if who.session is not None:
        alias = who.session.assistant
    alias = alias or _alias_in(body) or DEFAULT_ALIAS
    backend = assistant_of(who, alias)
    if not isinstance(backend, SelfHostedBackend):
        raise InvalidRequest(
            _("This assistant is hosted by OpenAI; its conversations do not pass through here."),
            param="assistant",
            code="hosted_assistant",
        )
    # The SDK is imported by the first conversation, not by starting Django.
    from ..server.operations import prepare  # noqa: PLC0415
    from ..server.requests import is_turn, parse_request  # noqa: PLC0415

    parsed = parse_request(body)
    if is_turn(parsed):
        throttle(request, who, "turn")
        throttle_session(who)
    else:
        throttle(request, who, "upload" if parsed.type == "attachments.create" else "read")
    server = backend.server
    return server, prepare(parsed, _context(request, who, alias, parsed.metadata), server)


def _alias_in(body: bytes) -> str | None:
    """The ``assistant`` of a JSON body, which a page without query strings may use."""
    if b'"assistant"' not in body:
        return None
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return None  # parse_request says what is wrong
    alias = document.get("assistant") if isinstance(document, dict) else None
    if alias is not None and not isinstance(alias, str):
        raise NotFound
    return alias


def _context(request: HttpRequest, who: Identity, alias: str, metadata: Any) -> Any:
    from ..server.context import RequestContext  # noqa: PLC0415

    accepted = request.headers.get("Accept-Language", "")
    context = RequestContext(
        scope=str(who.scope),
        user=who.user,
        assistant=alias,
        locale=_locale(accepted),
        accept_language=accepted,
        page_context=read_page_context(metadata, assistant=alias, scope=str(who.scope)),
        metadata={key: value for key, value in metadata.items() if key != METADATA_KEY},
        request_id=request_id(request),
        session_key=None if who.session is None else who.session.sequence,
        files_url=request.build_absolute_uri(reverse("django_chatkit:files")),
    )
    own = get_adapter().get_request_context(request, context)
    if not isinstance(own, RequestContext):
        raise ImproperlyConfigured(
            f"get_request_context() must return a RequestContext or one of a subclass, not {own!r}."
        )
    return own


def _locale(accepted: str) -> str:
    """The language asked for, as a tag such as ``fr-CA``; else the page's."""
    preferred = [tag for tag, _quality in parse_accept_lang_header(accepted) if tag != "*"]
    tag = preferred[0] if preferred else get_language() or ""
    language, *rest = tag.split("-")
    return "-".join([language, *(part.upper() if len(part) == 2 else part for part in rest)])
