"""Giving files back: to their owners alone, and so that no browser runs anything in them."""

from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import quote

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)

from .. import previews
from ..exceptions import NotFound
from ..file_links import scope_of_link
from ..file_types import INLINE_TYPES, served_type
from ..models import ChatAttachment
from ..storage import PRESIGNED_SECONDS, presigned_url
from .identity import identify
from .ranges import Unsatisfiable, requested_range

CHUNK = 64 * 1024


def send_file(request: HttpRequest, attachment_id: str) -> HttpResponseBase:
    """The bytes, for who owns them or holds a link that is still good.

    A storage that answers signed links itself is redirected to.

    Raises:
        NotFound: there is no such file, or it is somebody else's.
    """
    token = request.GET.get("token")
    scope = scope_of_link(token, "preview", attachment_id) if token else None
    if scope is None:
        scope = identify(request).scope
    row = ChatAttachment.objects.filter(id=attachment_id, scope=scope).exclude(file="").first()
    if row is None:
        raise NotFound
    kind = "inline" if row.mime_type in INLINE_TYPES else "attachment"
    disposition = f"{kind}; filename*=utf-8''{quote(row.name, safe='')}"
    # A link of a preview shows the preview, and the whole image where there is none.
    is_preview = bool(token and row.preview)
    file = row.preview if is_preview else row.file
    content_type = previews.TYPE if is_preview else served_type(row.mime_type)
    url = presigned_url(
        file.storage, str(file.name), content_type=content_type, disposition=disposition
    )
    if url is not None:
        return HttpResponse(
            status=302,
            # The browser may keep where it was sent for as long as the link is good.
            headers={
                "Location": url,
                "Cache-Control": f"private, max-age={PRESIGNED_SECONDS - 60}",
            },
        )
    response = _content(request, file, content_type)
    response.headers["Content-Disposition"] = disposition
    # Whatever the bytes are, they run nothing here.
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


def _content(request: HttpRequest, file: Any, content_type: str) -> HttpResponseBase:
    try:
        size = file.size
    except FileNotFoundError:
        raise NotFound from None
    try:
        part = requested_range(request.headers.get("Range"), size)
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    start, end = part or (0, size)
    content = file.open("rb")
    content.seek(start)
    chunks = _chunks if isinstance(request, ASGIRequest) else _chunks_for_wsgi
    response = StreamingHttpResponse(
        chunks(content, end - start),
        content_type=content_type,
        headers={"Content-Length": str(end - start), "Accept-Ranges": "bytes"},
    )
    if part is not None:
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return response


async def _chunks(content: Any, length: int) -> AsyncIterator[bytes]:
    """A file's bytes for ASGI, where a synchronous iterator would be read whole first."""
    try:
        while chunk := await sync_to_async(content.read)(min(CHUNK, length)):
            length -= len(chunk)
            yield chunk
    finally:
        content.close()


def _chunks_for_wsgi(content: Any, length: int) -> Iterator[bytes]:
    try:
        while chunk := content.read(min(CHUNK, length)):
            length -= len(chunk)
            yield chunk
    finally:
        content.close()
