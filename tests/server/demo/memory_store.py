"""The smallest store a ChatKit server works with: dictionaries, in the order of writing."""

from collections.abc import Sequence
from typing import TypeVar

from chatkit.store import NotFoundError, Store
from chatkit.types import Attachment, Page, Thread, ThreadItem, ThreadMetadata

from django_chatkit.server.context import RequestContext

Row = TypeVar("Row", ThreadItem, ThreadMetadata)


class MemoryStore(Store[RequestContext]):
    """Keeps copies, as a database would, so that only what is saved is remembered."""

    def __init__(self) -> None:
        self.threads: dict[str, ThreadMetadata] = {}
        self.items: dict[str, dict[str, ThreadItem]] = {}
        self.attachments: dict[str, Attachment] = {}
        self.item_queries: list[tuple[str, int]] = []
        """Order and limit of each list of items that was asked for."""

    async def load_thread(self, thread_id: str, context: RequestContext) -> ThreadMetadata:
        if thread_id not in self.threads:
            raise NotFoundError(thread_id)
        return self.threads[thread_id].model_copy(deep=True)

    async def save_thread(self, thread: ThreadMetadata, context: RequestContext) -> None:
        kept = thread.model_dump(exclude={"items"}) if isinstance(thread, Thread) else None
        copy = ThreadMetadata(**kept) if kept is not None else thread.model_copy(deep=True)
        self.threads[thread.id] = copy

    async def load_threads(
        self, limit: int, after: str | None, order: str, context: RequestContext
    ) -> Page[ThreadMetadata]:
        return _page(list(self.threads.values()), after, limit, order)

    async def delete_thread(self, thread_id: str, context: RequestContext) -> None:
        del self.threads[thread_id]
        self.items.pop(thread_id, None)

    async def load_thread_items(
        self, thread_id: str, after: str | None, limit: int, order: str, context: RequestContext
    ) -> Page[ThreadItem]:
        self.item_queries.append((order, limit))
        return _page(list(self.items.get(thread_id, {}).values()), after, limit, order)

    async def add_thread_item(
        self, thread_id: str, item: ThreadItem, context: RequestContext
    ) -> None:
        self.items.setdefault(thread_id, {})[item.id] = item.model_copy(deep=True)

    async def save_item(self, thread_id: str, item: ThreadItem, context: RequestContext) -> None:
        await self.add_thread_item(thread_id, item, context)

    async def load_item(self, thread_id: str, item_id: str, context: RequestContext) -> ThreadItem:
        try:
            return self.items[thread_id][item_id].model_copy(deep=True)
        except KeyError:
            raise NotFoundError(item_id) from None

    async def delete_thread_item(
        self, thread_id: str, item_id: str, context: RequestContext
    ) -> None:
        self.items[thread_id].pop(item_id, None)

    async def save_attachment(self, attachment: Attachment, context: RequestContext) -> None:
        self.attachments[attachment.id] = attachment

    async def load_attachment(self, attachment_id: str, context: RequestContext) -> Attachment:
        return self.attachments[attachment_id]

    async def delete_attachment(self, attachment_id: str, context: RequestContext) -> None:
        del self.attachments[attachment_id]


def _page(rows: Sequence[Row], after: str | None, limit: int, order: str) -> Page[Row]:
    ordered = list(rows) if order == "asc" else list(reversed(rows))
    start = [row.id for row in ordered].index(after) + 1 if after is not None else 0
    found = [row.model_copy(deep=True) for row in ordered[start : start + limit]]
    more = len(ordered) > start + limit
    return Page(data=found, has_more=more, after=found[-1].id if more else None)
