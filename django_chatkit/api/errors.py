"""Errors as OpenAI's API words them, for every view under the mount."""

import functools
import logging
import secrets
from collections.abc import Callable, Coroutine
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponseBase, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.views.decorators.csrf import csrf_exempt

from ..exceptions import ChatKitError, InvalidRequest, MethodNotAllowed, NotFound, TooLarge
from .cors import allow_origin, is_preflight, preflight
from .transactions import outside_transactions

logger = logging.getLogger("django_chatkit.api")

REQUEST_ID_HEADER = "x-request-id"

AsyncView = Callable[..., Coroutine[Any, Any, HttpResponseBase]]


def request_id(request: HttpRequest) -> str:
    """The id of this request, in its answer's header and in our log lines."""
    known: str | None = getattr(request, "_chatkit_request_id", None)
    if known is None:
        known = f"req_{secrets.token_hex(16)}"
        request._chatkit_request_id = known  # type: ignore[attr-defined]
    return known


def error_response(error: ChatKitError) -> JsonResponse:
    """The answer that an error means."""
    return JsonResponse(error.envelope(), status=error.status, headers=error.headers)


def error_of_django(error: Exception) -> ChatKitError | None:
    """What a request did wrong that Django itself refuses; ``None`` if it is not that."""
    if isinstance(error, RequestDataTooBig):
        return TooLarge()
    if isinstance(
        error, BadRequest | MultiPartParserError | SuspiciousOperation | UnreadablePostError
    ):
        return InvalidRequest()
    return None


def api_view(*methods: str, cors: bool = False) -> Callable[[AsyncView], AsyncView]:
    """Wrap an async view: allowed methods, error envelopes, ``x-request-id``.

    The view checks the log-in and CSRF itself, where the answer can be an envelope.

    Parameters:
        methods: The HTTP methods it answers.
        cors: Whether pages of ``CHATKIT_CORS_ORIGINS`` may use it.
    """

    def decorate(view: AsyncView) -> AsyncView:
        @csrf_exempt
        @login_not_required
        @outside_transactions
        @functools.wraps(view)
        async def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response: HttpResponseBase
            try:
                if cors and is_preflight(request):
                    response = preflight(methods)
                    allow_origin(request, response)
                    return response
                if request.method not in methods:
                    raise MethodNotAllowed(headers={"Allow": ", ".join(methods)})
                response = await view(request, *args, **kwargs)
            except ChatKitError as error:
                response = error_response(error)
            except Exception as error:
                known = error_of_django(error)
                if known is None:
                    logger.exception("Request %s failed.", request_id(request))
                response = error_response(known or ChatKitError())
            response.headers[REQUEST_ID_HEADER] = request_id(request)
            response.headers.setdefault("Cache-Control", "no-store")
            if cors:
                allow_origin(request, response)
            return response

        return wrapped

    return decorate


@csrf_exempt
@login_not_required
@outside_transactions
async def not_found(request: HttpRequest, **_: Any) -> HttpResponseBase:
    """The answer for every path under the mount that is no endpoint."""
    response = error_response(NotFound())
    response.headers[REQUEST_ID_HEADER] = request_id(request)
    return response
