"""``DjangoAttachmentStore``: ChatKit's ``AttachmentStore`` on Django's storage API."""

from typing import Any

from chatkit.store import AttachmentStore, NotFoundError
from chatkit.types import (
    Attachment,
    AttachmentCreateParams,
    AttachmentUploadDescriptor,
    FileAttachment,
    ImageAttachment,
)
from django.db.models import Sum
from django.utils.translation import gettext as _
from pydantic import AnyUrl

from ..conf import app_settings
from ..exceptions import InvalidRequest, TooLarge
from ..file_links import PLACEHOLDER, file_link, without_links
from ..file_types import INLINE_TYPES
from ..ids import new_id
from ..models import ChatAttachment
from ..uploads import check_upload, clean_name
from . import rows
from .context import ContextT, RequestContext
from .serialize import dump


class DjangoAttachmentStore(AttachmentStore[ContextT]):
    """Files of the context's scope; the bytes are where Django's storage puts them."""

    def generate_attachment_id(self, mime_type: str, context: RequestContext) -> str:
        """An unguessable id: ``atc_`` and 128 random bits."""
        return new_id("attachment")

    async def create_attachment(
        self,
        input: AttachmentCreateParams,  # noqa: A002 - the SDK's name
        context: RequestContext,
    ) -> Attachment:
        """Register a file that its sender uploads next, to the URL in ``upload_descriptor``.

        Raises:
            InvalidRequest: its type or size is not allowed.
        """
        name = clean_name(input.name)
        check_upload(context.assistant, name, input.mime_type, input.size)
        attachment_id = self.generate_attachment_id(input.mime_type, context)
        if not context.files_url:
            raise InvalidRequest(_("Files can be sent in a request only."), code="not_supported")
        attachment = new_attachment(attachment_id, name, input.mime_type, context)
        await context.runner(
            lambda: save_new_attachment(attachment, input.size, context, awaits_upload=True)
        )
        url = file_link(context.files_url, "upload", attachment_id, context.scope)
        attachment.upload_descriptor = AttachmentUploadDescriptor(url=AnyUrl(url), method="PUT")
        return attachment

    async def delete_attachment(self, attachment_id: str, context: RequestContext) -> None:
        """Check that a file may go; the row, and with it the bytes, goes with the store's."""
        own = rows.attachments_of(context.scope, context.assistant).filter(id=attachment_id)
        thread = await context.runner(lambda: own.values_list("thread").first())
        if thread is None:
            raise NotFoundError(f"Attachment {attachment_id} not found")
        if thread[0] is not None:
            raise InvalidRequest(
                _("The file was sent already. It goes when its conversation is deleted."),
                param="params.attachment_id",
                code="attachment_in_use",
            )

    async def read(self, attachment_id: str, context: RequestContext) -> bytes:
        """The bytes of a file, for a server that hands them to its model.

        Raises:
            NotFoundError: it is not the context's, or was not sent yet.
        """
        return await context.database(_read, attachment_id, context)


def _read(attachment_id: str, context: RequestContext) -> bytes:
    own = rows.attachments_of(context.scope, context.assistant)
    row = own.filter(id=attachment_id, awaits_upload=False).first()
    if row is None:
        raise NotFoundError(f"Attachment {attachment_id} not found")
    try:
        with row.file.open("rb") as file:
            data: bytes = file.read()
    except (OSError, ValueError):
        raise NotFoundError(f"The file of attachment {attachment_id} is gone") from None
    return data


def new_attachment(
    attachment_id: str,
    name: str,
    mime_type: str,
    context: RequestContext,
    *,
    is_shown: bool | None = None,
) -> Attachment:
    """The protocol's attachment for a file of ours: an image if browsers may show it.

    Parameters:
        is_shown: Whether it is an image that can be shown; by default, its type decides.
    """
    if not (mime_type in INLINE_TYPES if is_shown is None else is_shown):
        return FileAttachment(id=attachment_id, name=name, mime_type=mime_type)
    url = (
        file_link(context.files_url, "preview", attachment_id, context.scope)
        if context.files_url
        else f"{PLACEHOLDER}{attachment_id}"
    )
    return ImageAttachment(
        id=attachment_id, name=name, mime_type=mime_type, preview_url=AnyUrl(url)
    )


def refuse_above_quota(context: RequestContext, size: int) -> None:
    """Count a scope's files, announced ones too, and one more of that size.

    Raises:
        TooLarge: it is more than ``CHATKIT_UPLOAD_QUOTA``.
    """
    quota = app_settings.assistant_option(context.assistant, "UPLOAD_QUOTA")
    if quota is None:
        return
    stored = rows.attachments_of(context.scope, context.assistant).aggregate(sum=Sum("size"))
    if (stored["sum"] or 0) + size > quota:
        raise TooLarge(
            _("Your files fill the %(limit)d MB there are. Delete a conversation with files first.")
            % {"limit": quota // (1024 * 1024)},
            param="size",
            code="upload_quota_exceeded",
        )


def save_new_attachment(
    attachment: Attachment, size: int, context: RequestContext, *, awaits_upload: bool
) -> ChatAttachment:
    """Store the row of a file of ours.

    Raises:
        TooLarge: with it, the scope would have more than ``CHATKIT_UPLOAD_QUOTA``.
    """
    user: Any = context.user
    refuse_above_quota(context, size)
    payload = without_links(dump(attachment), context.files_url)
    return ChatAttachment.objects.create(
        id=attachment.id,
        scope=context.scope,
        user_id=getattr(user, "pk", None),
        assistant=context.assistant,
        name=attachment.name,
        mime_type=attachment.mime_type,
        size=size,
        awaits_upload=awaits_upload,
        payload=payload,
    )
