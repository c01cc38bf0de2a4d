"""Stores of the kind that examples come with: in memory, and everybody's."""

from collections import defaultdict
from typing import Any

from chatkit.store import AttachmentStore, NotFoundError, Store
from chatkit.types import (
    Attachment,
    AttachmentCreateParams,
    AttachmentUploadDescriptor,
    ImageAttachment,
    Page,
    ThreadItem,
    ThreadMetadata,
)
from pydantic import AnyUrl

from .context import DeskContext


class MemoryStore(Store[DeskContext]):
    """Threads, items and attachments in dictionaries."""

    def __init__(self) -> None:
        self.threads: dict[str, ThreadMetadata] = {}
        self.items: dict[str, list[ThreadItem]] = defaultdict(list)
        self.attachments: dict[str, Attachment] = {}

    async def load_thread(self, thread_id: str, context: DeskContext) -> ThreadMetadata:
        if thread_id not in self.threads:
            raise NotFoundError(thread_id)
        return self.threads[thread_id]

    async def save_thread(self, thread: ThreadMetadata, context: DeskContext) -> None:
        self.threads[thread.id] = thread

    async def load_threads(
        self, limit: int, after: str | None, order: str, context: DeskContext
    ) -> Page[ThreadMetadata]:
        return Page(data=list(self.threads.values())[:limit])

    async def delete_thread(self, thread_id: str, context: DeskContext) -> None:
        self.threads.pop(thread_id, None)
        self.items.pop(thread_id, None)

    async def load_thread_items(
        self, thread_id: str, after: str | None, limit: int, order: str, context: DeskContext
    ) -> Page[ThreadItem]:
        items = self.items[thread_id]
        return Page(data=(items if order == "asc" else items[::-1])[:limit])

    async def add_thread_item(self, thread_id: str, item: ThreadItem, context: DeskContext) -> None:
        self.items[thread_id].append(item)

    async def save_item(self, thread_id: str, item: ThreadItem, context: DeskContext) -> None:
        await self.delete_thread_item(thread_id, item.id, context)
        self.items[thread_id].append(item)

    async def load_item(self, thread_id: str, item_id: str, context: DeskContext) -> ThreadItem:
        for item in self.items[thread_id]:
            if item.id == item_id:
                return item
        raise NotFoundError(item_id)

    async def delete_thread_item(self, thread_id: str, item_id: str, context: DeskContext) -> None:
        self.items[thread_id] = [i for i in self.items[thread_id] if i.id != item_id]

    async def save_attachment(self, attachment: Attachment, context: DeskContext) -> None:
        self.attachments[attachment.id] = attachment

    async def load_attachment(self, attachment_id: str, context: DeskContext) -> Attachment:
        if attachment_id not in self.attachments:
            raise NotFoundError(attachment_id)
        return self.attachments[attachment_id]

    async def delete_attachment(self, attachment_id: str, context: DeskContext) -> None:
        self.attachments.pop(attachment_id, None)


class FileStore(AttachmentStore[Any]):
    """The bytes of files in a dictionary."""

    def __init__(self, store: MemoryStore) -> None:
        self.store = store
        self.files: dict[str, bytes] = {}

    async def create_attachment(
        self,
        input: AttachmentCreateParams,  # noqa: A002 - the SDK's name
        context: DeskContext,
    ) -> Attachment:
        attachment_id = self.generate_attachment_id(input.mime_type, context)
        url = AnyUrl(str(context.request.url_for("upload", attachment_id=attachment_id)))
        return ImageAttachment(
            id=attachment_id,
            name=input.name,
            mime_type=input.mime_type,
            preview_url=url,
            upload_descriptor=AttachmentUploadDescriptor(url=url, method="PUT"),
        )

    async def delete_attachment(self, attachment_id: str, context: DeskContext) -> None:
        self.files.pop(attachment_id, None)

    async def read_file(self, attachment_id: str) -> bytes:
        """Anybody's file."""
        return self.files[attachment_id]
