"""``files``: direct upload and two-phase upload of attachments."""

import tempfile
from typing import IO, Any

from asgiref.sync import sync_to_async
from django.core.files import File
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..adapter import get_adapter
from ..conf import DEFAULT_ALIAS, app_settings
from ..exceptions import InvalidRequest, NotFound, TooLarge
from ..file_links import scope_of_link
from ..file_types import SNIFFED_BYTES, looks_like
from ..ids import new_id
from ..models import ChatAttachment
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
    from ..server.attachments import new_attachment, save_new_attachment  # noqa: PLC0415
    from ..server.context import RequestContext  # noqa: PLC0415
    from ..server.serialize import to_wire  # noqa: PLC0415

    context = RequestContext(
        scope=str(who.scope),
        user=who.user,
        assistant=alias,
        files_url=request.build_absolute_uri(reverse("django_chatkit:files")),
    )
    attachment = new_attachment(new_id("attachment"), name, mime_type, context)
    row = save_new_attachment(attachment, upload.size or 0, context, awaits_upload=False)
    try:
        _store(row, upload)
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
        except (InvalidRequest, TooLarge):
            # What was announced is not what came: the link is used up, and nothing stays.
            waiting.delete()
            raise
        if waiting.update(awaits_upload=False) != 1:
            raise NotFound
        try:
            _store(row, received)
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


def _store(row: ChatAttachment, content: Any) -> None:
    row.file.save(row.id, File(content), save=False)
    name, kept = str(row.file.name), False
    try:
        # The row may have gone meanwhile, with its owner.
        kept = bool(
            ChatAttachment.objects.filter(pk=row.pk).update(
                file=name, uploaded_at=timezone.now(), awaits_upload=False
            )
        )
    finally:
        if not kept:
            row.file.storage.delete(name)
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
