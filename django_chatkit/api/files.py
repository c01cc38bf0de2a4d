"""``files``: direct upload and two-phase upload of attachments."""

import tempfile
from dataclasses import dataclass
from typing import IO, Any

from asgiref.sync import sync_to_async
from django.core.files import File
from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..adapter import get_adapter
from ..conf import DEFAULT_ALIAS, app_settings
from ..exceptions import InvalidRequest, NotFound, TooLarge
from ..file_links import as_plain_file, scope_of_link
from ..file_types import INLINE_TYPES, SNIFFED_BYTES, looks_like
from ..ids import new_id
from ..models import ChatAttachment
from ..previews import BrokenImageError, make_preview
from ..types import JSONObject
from ..uploads import check_upload, clean_name, type_of
from .body import refuse_oversized
from .downloads import CHUNK, send_file
from .errors import api_view
from .identity import assistant_of, identify
from .throttling import throttle

FORM_OVERHEAD = 64 * 1024
"""What a multipart body may hold besides the file."""


@api_view("POST", cors=True)
async def files(request: HttpRequest) -> HttpResponseBase:
    """Take one file, the multipart field ``file``; answer with its Attachment."""
    return await sync_to_async(_upload)(request)


@api_view("GET", "PUT", cors=True)
async def file_content(request: HttpRequest, attachment_id: str) -> HttpResponseBase:
    """Send a registered file's bytes, or get them back."""
    if "\x00" in attachment_id:
        raise NotFound  # PostgreSQL would not even look
    if request.method == "PUT":
        return await sync_to_async(_receive)(request, attachment_id)
    return await sync_to_async(send_file)(request, attachment_id)


def _upload(request: HttpRequest) -> HttpResponse:
    alias = request.GET.get("assistant") or DEFAULT_ALIAS
    limit = app_settings.assistant_option(alias, "MAX_UPLOAD_SIZE")
    refuse_oversized(request, limit + FORM_OVERHEAD)
    who = identify(request)
    if who.session is not None:
        alias = who.session.assistant
    assistant_of(who, alias)
    throttle(request, who, "upload")
    upload = request.FILES.get("file")
    if upload is None:
        raise InvalidRequest(_("Send the file in the form field 'file'."), param="file")
    name = clean_name(upload.name or "")
    mime_type = type_of(name, upload.content_type)
    check_upload(alias, name, mime_type, upload.size or 0)
    _check_content(mime_type, upload)
    get_adapter().check_file(upload, name, mime_type, who.user)
    upload.seek(0)
    preview = _preview(mime_type, upload)
    from ..server.attachments import new_attachment, save_new_attachment  # noqa: PLC0415
    from ..server.context import RequestContext  # noqa: PLC0415
    from ..server.serialize import to_wire  # noqa: PLC0415

    context = RequestContext(
        scope=str(who.scope),
        user=who.user,
        assistant=alias,
        files_url=request.build_absolute_uri(reverse("django_chatkit:files")),
    )
    attachment = new_attachment(
        new_id("attachment"), name, mime_type, context, is_shown=preview.is_shown
    )
    row = save_new_attachment(attachment, upload.size or 0, context, awaits_upload=False)
    try:
        _store(row, upload, preview)
    except BaseException:
        row.delete()
        raise
    return HttpResponse(to_wire(attachment), content_type="application/json")


def _receive(request: HttpRequest, attachment_id: str) -> HttpResponse:
    """The second phase: the link's token says whose file it is, and works once."""
    scope = scope_of_link(request.GET.get("token", ""), "upload", attachment_id)
    waiting = ChatAttachment.objects.filter(id=attachment_id, scope=scope, awaits_upload=True)
    row = waiting.first()
    if scope is None or row is None:
        raise NotFound
    with tempfile.SpooledTemporaryFile(CHUNK) as received:
        try:
            _read_announced(request, row, received)
            preview = _preview(row.mime_type, received)
        except (InvalidRequest, TooLarge):
            # What was announced is not what came: the link is used up, and nothing stays.
            waiting.delete()
            raise
        if waiting.update(awaits_upload=False) != 1:
            raise NotFound
        try:
            _store(row, received, preview)
        except BaseException:
            # The sender did nothing wrong, and may send it again.
            ChatAttachment.objects.filter(pk=row.pk).update(awaits_upload=True)
            raise
    return HttpResponse(status=200)


def _read_announced(request: HttpRequest, row: ChatAttachment, received: IO[bytes]) -> None:
    """Read a body that must be the announced file, which is then open at its beginning."""
    limit = app_settings.assistant_option(row.assistant, "MAX_UPLOAD_SIZE")
    refuse_oversized(request, limit)
    size = 0
    while chunk := request.read(CHUNK):
        size += len(chunk)
        if size > limit:
            raise TooLarge
        received.write(chunk)
    if size != row.size:
        raise InvalidRequest(
            _("The file has %(size)d bytes, not the %(claimed)d that were announced.")
            % {"size": size, "claimed": row.size},
            code="size_mismatch",
        )
    received.seek(0)
    _check_content(row.mime_type, received)
    get_adapter().check_file(received, row.name, row.mime_type, row.user)
    received.seek(0)


@dataclass(frozen=True)
class _Preview:
    """How an image is shown: small, as it is, or, where it is broken, as a plain file."""

    content: bytes | None
    is_shown: bool


def _preview(mime_type: str, content: Any) -> _Preview:
    try:
        return _Preview(make_preview(content, mime_type), is_shown=mime_type in INLINE_TYPES)
    except BrokenImageError:
        return _Preview(None, is_shown=False)


def _store(row: ChatAttachment, content: Any, preview: _Preview) -> None:
    """Put a file into the storage, its preview beside it, and let the row know.

    Raises:
        NotFound: the row went meanwhile, with its owner; nothing is kept.
    """
    columns: JSONObject = {"uploaded_at": timezone.now(), "awaits_upload": False}
    if not preview.is_shown and "preview_url" in row.payload:
        columns["payload"] = as_plain_file(row.payload)
    storage, kept = row.file.storage, False
    try:
        row.file.save(row.id, File(content), save=False)
        columns["file"] = row.file.name
        if preview.content is not None:
            row.preview.save(row.id, ContentFile(preview.content), save=False)
            columns["preview"] = row.preview.name
        kept = bool(ChatAttachment.objects.filter(pk=row.pk).update(**columns))
    finally:
        if not kept:
            for name in (columns.get("file"), columns.get("preview")):
                if name:
                    storage.delete(name)
    if not kept:
        raise NotFound


def _check_content(mime_type: str, content: IO[bytes] | Any) -> None:
    beginning = content.read(SNIFFED_BYTES)
    content.seek(0)
    if not looks_like(mime_type, beginning):
        raise InvalidRequest(
            _("The file is not what its type says: %(type)s.") % {"type": mime_type},
            param="file",
            code="unsupported_file_type",
        )
