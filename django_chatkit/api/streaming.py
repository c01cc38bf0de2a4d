"""Responses that are streams of server-sent events."""

from typing import Any

from django.http import HttpRequest, StreamingHttpResponse

STREAM_HEADERS = {
    "Cache-Control": "no-cache, no-transform",
    "X-Accel-Buffering": "no",  # nginx
}
STREAM_TYPE = "text/event-stream; charset=utf-8"

HEARTBEAT_HEADER = "X-ChatKit-Heartbeat"
"""A stream is never silent for longer than about so many seconds."""


def event_stream(request: HttpRequest, body: Any) -> StreamingHttpResponse:
    """The response that sends a body of events as they come.

    Parameters:
        request: What it answers.
        body: An asynchronous iterable of bytes under ASGI, an iterable under WSGI.
    """
    from ..server.database import forget_request  # noqa: PLC0415 - imports the SDK
    from ..server.stream import HEARTBEAT_SECONDS  # noqa: PLC0415 - imports the SDK

    # GZipMiddleware would hold a synchronous body back until its end. It asks
    # whether the client accepts gzip, and is answered no.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    response = StreamingHttpResponse(body, content_type=STREAM_TYPE, headers=STREAM_HEADERS)
    response.headers[HEARTBEAT_HEADER] = f"{HEARTBEAT_SECONDS:g}"
    # Django closes the response when the client has gone, whatever it was doing.
    response._resource_closers.append(forget_request)  # type: ignore[attr-defined]
    return response
