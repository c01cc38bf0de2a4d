"""Files of a conversation, as a model takes them."""

import base64
from collections.abc import Sequence

from chatkit.types import Attachment, ImageAttachment, ThreadItem, UserMessageItem
from openai.types.responses import (
    ResponseInputContentParam,
    ResponseInputFileParam,
    ResponseInputImageParam,
    ResponseInputTextParam,
)

from ...file_types import INLINE_TYPES
from .. import rows
from ..context import RequestContext

MOST_BYTES = 20 * 1024 * 1024
"""What all files of a conversation together may weigh; the newest come first."""

MOST_CHARACTERS = 200_000
"""What is read of a text."""

PDF = "application/pdf"


class FileReader:
    """Reads files of the context's scope, up to a total for the turn."""

    def __init__(self, context: RequestContext) -> None:
        self._context = context
        self._readable: set[str] = set()

    async def choose(self, items: Sequence[ThreadItem]) -> None:
        """Decide which files of a conversation are read: from the newest on, while they fit."""
        ids = [
            attachment.id
            for item in reversed(items)
            if isinstance(item, UserMessageItem)
            for attachment in item.attachments
            if _is_readable(attachment)
        ]
        if not ids:
            return
        context = self._context
        own = rows.attachments_of(context.scope, context.assistant)
        stored = own.filter(id__in=ids, awaits_upload=False).values_list("id", "size")
        sizes = await context.database(lambda: dict(stored))
        left = MOST_BYTES
        for attachment_id in ids:
            size = sizes.get(attachment_id)
            if size is not None and size <= left:
                left -= size
                self._readable.add(attachment_id)

    async def content(self, attachment: Attachment) -> ResponseInputContentParam:
        """The part of the model's input that stands for a file."""
        mime_type = attachment.mime_type
        if not _is_readable(attachment):
            return _note(attachment, "its type cannot be read")
        data = await self._context.database(self._read, attachment.id)
        if data is None:
            return _note(attachment, "it is too large or no longer there")
        if mime_type.startswith("text/"):
            text = data.decode("utf-8", "replace")
            cut = " (its beginning)" if len(text) > MOST_CHARACTERS else ""
            return ResponseInputTextParam(
                type="input_text",
                text=f"The file {attachment.name!r}{cut}:\n{text[:MOST_CHARACTERS]}",
            )
        url = f"data:{mime_type};base64,{base64.b64encode(data).decode()}"
        if mime_type == PDF:
            return ResponseInputFileParam(
                type="input_file", filename=attachment.name, file_data=url
            )
        return ResponseInputImageParam(type="input_image", detail="auto", image_url=url)

    def _read(self, attachment_id: str) -> bytes | None:
        if attachment_id not in self._readable:
            return None
        context = self._context
        row = rows.attachments_of(context.scope, context.assistant).get(id=attachment_id)
        try:
            with row.file.open("rb") as file:
                data: bytes = file.read()
        except OSError:
            return None
        return data


def _is_readable(attachment: Attachment) -> bool:
    kind = attachment.mime_type
    if kind in INLINE_TYPES:
        # One that could not be decoded is a plain file, and a model's host would refuse the turn.
        return isinstance(attachment, ImageAttachment)
    return kind == PDF or kind.startswith("text/")


def _note(attachment: Attachment, why: str) -> ResponseInputTextParam:
    return ResponseInputTextParam(
        type="input_text",
        text=f"The file {attachment.name!r} ({attachment.mime_type}) is attached, but {why}.",
    )
