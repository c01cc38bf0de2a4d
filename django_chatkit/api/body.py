"""Reading request bodies within their limits."""

from django.http import HttpRequest

from ..exceptions import TooLarge


def refuse_oversized(request: HttpRequest, limit: int) -> None:
    """Refuse a request whose declared length is above ``limit`` bytes, before it is read.

    Raises:
        TooLarge: it is.
    """
    try:
        declared = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        declared = 0
    if declared > limit:
        raise TooLarge


def read_body(request: HttpRequest, limit: int) -> bytes:
    """The whole body, of at most ``limit`` bytes.

    Django's own ``request.body`` stops at ``DATA_UPLOAD_MAX_MEMORY_SIZE``, which a
    dictated minute exceeds.

    Raises:
        TooLarge: there is more.
    """
    body: bytes = request.read(limit + 1)
    if len(body) > limit:
        raise TooLarge
    return body
