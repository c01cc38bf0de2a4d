"""One turn of the demo agent: who is asking, what was said, and the ways to answer."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from chatkit.icons import IconName
from chatkit.store import Store, StoreItemType
from chatkit.types import (
    Annotation,
    AssistantMessageContent,
    AssistantMessageContentPartAdded,
    AssistantMessageContentPartAnnotationAdded,
    AssistantMessageContentPartDone,
    AssistantMessageContentPartTextDelta,
    AssistantMessageItem,
    ProgressUpdateEvent,
    ThreadItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemUpdate,
    ThreadItemUpdatedEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    UserMessageItem,
)
from django.utils import translation

from django_chatkit.server.context import RequestContext
from django_chatkit.server.demo.escape import escape
from django_chatkit.server.demo.pieces import pieces

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from django_chatkit.server.demo.skill import Skill

Events = AsyncIterator[ThreadStreamEvent]
"""What every part of the demo agent yields."""


@dataclass(kw_only=True)
class Turn:
    """What a skill needs to answer with.

    ``language`` is a Django language code, ``delay`` the pause between two pieces of text in
    seconds, ``clock`` returns the site's local time. ``preface`` is Markdown that the first
    answer starts with.
    """

    store: Store[RequestContext]
    thread: ThreadMetadata
    context: RequestContext
    message: UserMessageItem | None
    language: str
    skills: Sequence[Skill]
    delay: float
    rng: random.Random
    clock: Callable[[], datetime]
    preface: str = field(default="")

    @property
    def message_id(self) -> str | None:
        """The id of the message this turn answers; a retry of the message has the same."""
        return self.message.id if self.message is not None else None

    @property
    def prompt(self) -> str:
        """What the user wrote, tags included, as plain text."""
        if self.message is None:
            return ""
        return "".join(part.text for part in self.message.content).strip()

    def translate(self, message: StrOrPromise, **values: Any) -> str:
        """Return a lazy ``message`` in the visitor's language, as plain text."""
        with translation.override(self.language):
            return str(message % values if values else message)

    def markdown(self, message: StrOrPromise, **values: Any) -> str:
        """Return a lazy ``message`` of Markdown, whose structure no text in ``values`` can change."""
        escaped = {
            name: escape(value) if isinstance(value, str) else value
            for name, value in values.items()
        }
        return self.translate(message, **escaped)

    def item_id(self, kind: StoreItemType) -> str:
        """Return a fresh id of the store for an item of this thread."""
        return self.store.generate_item_id(kind, self.thread, self.context)

    def now(self) -> datetime:
        """Return the moment an item is created."""
        return datetime.now(UTC)

    async def pause(self, pieces: float = 1) -> None:
        """Wait as long as ``pieces`` pieces of text would take."""
        await asyncio.sleep(self.delay * pieces)

    async def progress(self, text: StrOrPromise, icon: IconName | None = None) -> Events:
        """Show one line of progress for a readable moment."""
        yield ProgressUpdateEvent(icon=icon, text=self.translate(text))
        await self.pause(30)

    async def history(
        self, order: Literal["asc", "desc"] = "desc", limit: int = 20
    ) -> list[ThreadItem]:
        """Return the first or last items of the thread, in one bounded query."""
        page = await self.store.load_thread_items(self.thread.id, None, limit, order, self.context)
        return page.data

    def update(self, item: ThreadItem, update: ThreadItemUpdate) -> ThreadItemUpdatedEvent:
        """Return the event that changes an item which is not done."""
        return ThreadItemUpdatedEvent(item_id=item.id, update=update)

    async def say(self, text: str, annotations: Sequence[Annotation] = ()) -> Events:
        """Stream ``text``, which is Markdown, as one assistant message.

        ``annotations`` arrive when the text is complete, each at its own ``index``.
        """
        item = self.new_message()
        async for event in self.stream_into(item, text):
            yield event
        content = item.content[0]
        for index, annotation in enumerate(annotations):
            yield self.update(
                item,
                AssistantMessageContentPartAnnotationAdded(
                    content_index=0, annotation_index=index, annotation=annotation
                ),
            )
        content.annotations = list(annotations)
        yield self.update(item, AssistantMessageContentPartDone(content_index=0, content=content))
        yield ThreadItemDoneEvent(item=item)

    async def stream_into(self, item: AssistantMessageItem, text: str) -> Events:
        """Stream ``text`` into ``item`` up to, and not including, the end of its content part."""
        text = self.preface + text
        self.preface = ""
        yield ThreadItemAddedEvent(item=item)
        yield self.update(
            item,
            AssistantMessageContentPartAdded(
                content_index=0, content=AssistantMessageContent(text="")
            ),
        )
        for piece in pieces(text):
            await self.pause()
            yield self.update(
                item, AssistantMessageContentPartTextDelta(content_index=0, delta=piece)
            )
        item.content = [AssistantMessageContent(text=text)]

    def new_message(self) -> AssistantMessageItem:
        """Return an assistant message that has no text yet."""
        return AssistantMessageItem(
            id=self.item_id("message"),
            thread_id=self.thread.id,
            created_at=self.now(),
            content=[],
        )
