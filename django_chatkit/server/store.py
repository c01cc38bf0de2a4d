"""``DjangoStore``: ChatKit's ``Store`` on the models of this package."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from chatkit.server import DEFAULT_PAGE_SIZE
from chatkit.store import NotFoundError, Store, StoreItemType
from chatkit.types import (
    ActiveStatus,
    Attachment,
    ClosedStatus,
    LockedStatus,
    Page,
    ThreadItem,
    ThreadMetadata,
)
from django.db import IntegrityError
from django.db.models import QuerySet, Subquery

from ..enums import ThreadStatus
from ..exceptions import Repeated
from ..file_links import with_links, without_links
from ..ids import FAKE_ID, new_id
from ..models import (
    ChatAttachment,
    ChatThread,
    ChatThreadItem,
    delete_items,
    delete_threads,
)
from ..types import JSONObject
from . import rows, statements
from .context import ContextT, RequestContext
from .lease import lease_end
from .serialize import ATTACHMENT, aware, dump, load_item

T = TypeVar("T")

STATUSES: dict[str, type[LockedStatus] | type[ClosedStatus]] = {
    ThreadStatus.LOCKED: LockedStatus,
    ThreadStatus.CLOSED: ClosedStatus,
}


class DjangoStore(Store[ContextT]):
    """Threads, items and attachments as rows, each method bound to the context's scope.

    It takes no arguments. Every method needs a :class:`RequestContext`; a thread,
    item or attachment of another scope or assistant does not exist for it.

    Raises:
        chatkit.store.NotFoundError: by every method that is given such an id.
    """

    def generate_thread_id(self, context: RequestContext) -> str:
        """An unguessable id: ``thr_`` and 128 random bits, or those of the request's key."""
        turn = context.turn
        if turn is not None and turn.creates_thread and turn.ids is not None:
            return turn.ids.thread
        return new_id("thread")

    def generate_item_id(
        self, item_type: StoreItemType, thread: ThreadMetadata, context: RequestContext
    ) -> str:
        """An unguessable id with the SDK's prefix of the kind of item."""
        known = None
        if item_type == "message" and context.turn is not None:
            known = context.turn.take_message_id()
        return known or new_id(item_type)

    # Threads

    async def load_thread(self, thread_id: str, context: RequestContext) -> ThreadMetadata:
        turn = context.turn
        row = turn.take_thread(thread_id) if turn is not None else None
        if row is None:
            row = await self._read(context, partial(self._load_thread, thread_id, context))
        return self.remember(row, context)

    def _load_thread(self, thread_id: str, context: RequestContext) -> ChatThread:
        row = _thread(thread_id, context).first()
        if row is None:
            raise NotFoundError(f"Thread {thread_id} not found")
        return row

    async def save_thread(self, thread: ThreadMetadata, context: RequestContext) -> None:
        columns = rows.thread_columns(dump(thread))
        truth = await self._write(context, partial(self._save_thread, thread, columns, context))
        if truth is not None and truth != columns:
            # A rename or a lock that came in between stands; the server sees it.
            thread.title = truth["title"]
            thread.status = _status(truth["status"], truth["status_reason"])
            thread.allowed_image_domains = truth["allowed_image_domains"]
            thread.metadata = truth["private_metadata"]

    def _save_thread(
        self, thread: ThreadMetadata, columns: dict[str, Any], context: RequestContext
    ) -> dict[str, Any]:
        seen = context.snapshots.get(thread.id)
        truth: dict[str, Any] | None = None
        turn = context.turn
        starts = turn is not None and turn.creates_thread
        if not starts:
            truth = rows.update_thread(_thread(thread.id, context), columns, seen)
        if truth is None:
            self._insert_thread(thread, columns, context)
            truth = columns
        context.snapshots[thread.id] = truth
        return truth

    def _insert_thread(
        self, thread: ThreadMetadata, columns: dict[str, Any], context: RequestContext
    ) -> None:
        turn = context.turn
        leased = turn is not None and turn.creates_thread
        created_at = aware(thread.created_at)
        row = ChatThread(
            id=thread.id,
            scope=context.scope,
            user_id=getattr(context.user, "pk", None),
            assistant=context.assistant,
            session_id=context.session_key,
            created_at=created_at,
            payload={"created_at": thread.created_at.isoformat()},
            turn_token=turn.token if turn is not None and leased else "",
            turn_expires_at=lease_end() if leased else None,
            **columns,
        )
        try:
            with rows.savepoint_if_needed():
                row.save(force_insert=True)
        except IntegrityError:
            if turn is not None and leased and turn.ids is not None:
                raise Repeated(
                    context, turn.ids.thread, turn.ids.message, creates_thread=True
                ) from None
            raise NotFoundError(f"Thread {thread.id} not found") from None
        if turn is not None and leased:
            turn.begin(row)

    async def load_threads(
        self, limit: int, after: str | None, order: str, context: RequestContext
    ) -> Page[ThreadMetadata]:
        limit = _page_size(limit)
        threads = rows.own_threads(context.scope, context.assistant)
        found = await self._read(context, partial(rows.threads_after, threads, after, limit, order))
        page = [self.remember(row, context) for row in (found or [])[:limit]]
        more = found is not None and len(found) > limit
        return Page(data=page, has_more=more, after=page[-1].id if more else None)

    async def delete_thread(self, thread_id: str, context: RequestContext) -> None:
        threads = rows.own_threads(context.scope, context.assistant).filter(id=thread_id)
        if not await self._write(context, partial(delete_threads, threads)):
            raise NotFoundError(f"Thread {thread_id} not found")
        context.snapshots.pop(thread_id, None)

    def remember(self, row: ChatThread, context: RequestContext) -> ThreadMetadata:
        """The SDK's thread of a row, remembered so that a save writes only the changes."""
        context.snapshots[row.id] = {name: getattr(row, name) for name in rows.THREAD_COLUMNS}
        given = row.payload.get("created_at")
        created_at = row.created_at
        if given is None or datetime.fromisoformat(given).tzinfo is None:
            # The SDK compares its times with ``datetime.now()``, which is naive.
            created_at = created_at.astimezone().replace(tzinfo=None)
        return ThreadMetadata(
            id=row.id,
            title=row.title,
            created_at=created_at,
            status=_status(row.status, row.status_reason),
            allowed_image_domains=row.allowed_image_domains,
            # Copied: agents change it in place, and the snapshot must not follow.
            metadata=deepcopy(row.private_metadata),
        )

    # Items

    async def load_thread_items(
        self,
        thread_id: str,
        after: str | None,
        limit: int,
        order: str,
        context: RequestContext,
    ) -> Page[ThreadItem]:
        limit = _page_size(limit)
        turn = context.turn
        thread: int | tuple[str, str, str] = (context.scope, context.assistant, thread_id)
        if turn is not None and turn.sequence is not None and turn.thread_id == thread_id:
            thread = turn.sequence
        found = await self._read(
            context, partial(statements.items_page, thread, after, limit + 1, order)
        )
        page = found[:limit]
        more = len(found) > limit
        return Page(
            data=[self._item(payload, created_at, context) for payload, created_at, _ in page],
            has_more=more,
            after=page[-1][2] if more else None,
        )

    async def add_thread_item(
        self, thread_id: str, item: ThreadItem, context: RequestContext
    ) -> None:
        """Add an item at the end; one of the same id is replaced where it stands."""
        await self._write_item(thread_id, item, context)

    async def save_item(self, thread_id: str, item: ThreadItem, context: RequestContext) -> None:
        await self._write_item(thread_id, item, context, exists=True)

    async def load_item(self, thread_id: str, item_id: str, context: RequestContext) -> ThreadItem:
        items = _items(thread_id, context).filter(id=item_id)
        found = await self._read(
            context, lambda: items.values_list("payload", "created_at").first()
        )
        if found is None:
            raise NotFoundError(f"Item {item_id} not found in thread {thread_id}")
        payload, created_at = found
        return self._item(payload, created_at, context)

    def _item(
        self, payload: JSONObject, created_at: datetime, context: RequestContext
    ) -> ThreadItem:
        return load_item(rows.read_item(payload, context.files_url, context.scope), created_at)

    async def delete_thread_item(
        self, thread_id: str, item_id: str, context: RequestContext
    ) -> None:
        items = _items(thread_id, context).filter(id=item_id)
        await self._write(context, partial(delete_items, items))

    async def _write_item(
        self, thread_id: str, item: ThreadItem, context: RequestContext, *, exists: bool = False
    ) -> None:
        payload = rows.stored_item(dump(item), context.files_url)
        if payload["id"] == FAKE_ID:
            payload["id"] = new_id("message")
        created_at = aware(item.created_at)
        await self._write(
            context, partial(self._upsert_item, thread_id, payload, created_at, context, exists)
        )

    def _upsert_item(
        self,
        thread_id: str,
        payload: JSONObject,
        created_at: datetime,
        context: RequestContext,
        exists: bool,
    ) -> None:
        turn = context.turn
        item_id = payload["id"]
        sequence: int | None
        if turn is not None and turn.sequence is not None and turn.thread_id == thread_id:
            sequence = turn.sequence
            exists = exists or item_id in turn.written
            turn.written.add(item_id)
        else:
            turn = None
            sequence = rows.find_sequence(context.scope, context.assistant, thread_id)
            if sequence is None:
                raise NotFoundError(f"Thread {thread_id} not found")
        if exists and rows.update_item(sequence, item_id, payload):
            return
        position = rows.next_position(sequence) if turn is None else turn.take_position()
        try:
            rows.insert_item(sequence, context.scope, item_id, payload, created_at, position)
        except ChatThread.DoesNotExist:
            raise NotFoundError(f"Thread {thread_id} not found") from None

    # Attachments

    async def save_attachment(self, attachment: Attachment, context: RequestContext) -> None:
        await self._write(context, partial(self._save_attachment, attachment, context))

    def _save_attachment(self, attachment: Attachment, context: RequestContext) -> None:
        payload = without_links(dump(attachment), context.files_url)
        thread: int | None = None
        if attachment.thread_id is not None:
            turn = context.turn
            if turn is not None and turn.thread_id == attachment.thread_id:
                thread = turn.sequence
            else:
                thread = rows.find_sequence(context.scope, context.assistant, attachment.thread_id)
        columns = {
            "name": attachment.name[:255],
            "mime_type": attachment.mime_type[:255],
            "thread_id": thread,
            "payload": payload,
        }
        own = rows.attachments_of(context.scope, context.assistant).filter(id=attachment.id)
        if own.update(**columns):
            return
        row = ChatAttachment(
            id=attachment.id,
            scope=context.scope,
            user_id=getattr(context.user, "pk", None),
            assistant=context.assistant,
            **columns,
        )
        try:
            with rows.savepoint_if_needed():
                row.save(force_insert=True)
        except IntegrityError:
            raise NotFoundError(f"Attachment {attachment.id} not found") from None

    async def load_attachment(self, attachment_id: str, context: RequestContext) -> Attachment:
        turn = context.turn
        payload = turn.attachments.get(attachment_id) if turn is not None else None
        if payload is None:
            own = rows.attachments_of(context.scope, context.assistant).filter(id=attachment_id)
            payload = await self._read(
                context, lambda: own.values_list("payload", flat=True).first()
            )
        if payload is None:
            raise NotFoundError(f"Attachment {attachment_id} not found")
        return ATTACHMENT.validate_python(with_links(payload, context.files_url, context.scope))

    async def delete_attachment(self, attachment_id: str, context: RequestContext) -> None:
        own = rows.attachments_of(context.scope, context.assistant).filter(id=attachment_id)
        await self._write(context, own.delete)

    # The database

    async def _write(self, context: RequestContext, work: Callable[[], T]) -> T | None:
        """Do ``work`` now, or hold it until the turn's request is known to be good."""
        turn = context.turn
        if turn is None:
            result: T = await context.runner(work)
            return result
        return await turn.write(work)

    async def _read(self, context: RequestContext, work: Callable[[], T]) -> T:
        turn = context.turn
        if turn is None:
            result: T = await context.runner(work)
            return result
        return await turn.read(work)


def _thread(thread_id: str, context: RequestContext) -> QuerySet[ChatThread]:
    """The context's thread of that id, if it has one.

    A turn has made sure that its thread is its own. By the row's key it stays so when
    the visitor logs in meanwhile and the thread becomes the user's.
    """
    turn = context.turn
    if turn is not None and turn.sequence is not None and turn.thread_id == thread_id:
        return ChatThread.objects.filter(sequence=turn.sequence)
    return rows.own_threads(context.scope, context.assistant).filter(id=thread_id)


def _items(thread_id: str, context: RequestContext) -> QuerySet[ChatThreadItem]:
    """The items of the context's thread of that id, if it has one."""
    turn = context.turn
    sequence: int | Subquery
    if turn is not None and turn.sequence is not None and turn.thread_id == thread_id:
        sequence = turn.sequence
    else:
        # Whose an item is says its thread: its own scope may be that of a visitor who has
        # logged in since. The thread is one value, not a join: databases then read a page
        # off the index on (thread, position) instead of sorting all of a long thread.
        own = rows.own_threads(context.scope, context.assistant).filter(id=thread_id)
        sequence = Subquery(own.values("sequence")[:1])
    return ChatThreadItem.objects.filter(thread=sequence)


def _status(kind: str, reason: str | None) -> ActiveStatus | LockedStatus | ClosedStatus:
    return STATUSES[kind](reason=reason) if kind in STATUSES else ActiveStatus()


def _page_size(limit: int) -> int:
    return limit if limit > 0 else DEFAULT_PAGE_SIZE
