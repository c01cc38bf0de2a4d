"""Pages on other origins, which chat with a client secret and never with cookies.

Source: https://fetch.spec.whatwg.org/#http-cors-protocol
"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

from ..conf import app_settings

ALLOWED_HEADERS = (
    "accept, accept-language, authorization, content-type, chatkit-device-id, "
    "chatkit-frame-instance-id, chatkit-session-id, chatkit-user-id"
)
"""What the official element sends."""

EXPOSED_HEADERS = (
    "retry-after, x-request-id, "
    "x-chatkit-heartbeat, x-chatkit-stop, x-chatkit-stream, x-chatkit-turn"
)
PREFLIGHT_SECONDS = "600"


def is_preflight(request: HttpRequest) -> bool:
    """Whether a browser asks what another origin's page may do."""
    return request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers


def preflight(methods: tuple[str, ...]) -> HttpResponse:
    """What a page of an allowed origin may do here."""
    return HttpResponse(
        status=204,
        headers={
            "Access-Control-Allow-Methods": ", ".join(methods),
            "Access-Control-Allow-Headers": ALLOWED_HEADERS,
            "Access-Control-Max-Age": PREFLIGHT_SECONDS,
        },
    )


def allow_origin(request: HttpRequest, response: HttpResponseBase) -> None:
    """Let an allowed origin's page read the response; credentials are never allowed."""
    patch_vary_headers(response, ["Origin"])
    origin = request.headers.get("Origin")
    if origin in app_settings.CORS_ORIGINS:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = EXPOSED_HEADERS
    else:
        for name in [name for name in response.headers if name.startswith("Access-Control-")]:
            del response.headers[name]
