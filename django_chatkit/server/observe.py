"""What every server's answers pass through, whoever wrote the server.

Text deltas, which most events of an answer are, leave here for the client. The SDK
would spend more on each than everything else together, for a record of the message
that :class:`UnfinishedItems` keeps anyway.
"""

import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine
from typing import Any

from chatkit.server import ChatKitServer
from chatkit.store import NotFoundError, Store
from chatkit.types import (
    AssistantMessageContentPartTextDelta,
    NoticeEvent,
    ThreadItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemRemovedEvent,
    ThreadItemReplacedEvent,
    ThreadItemUpdatedEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    WidgetComponentUpdated,
    WidgetItem,
    WidgetRootUpdated,
    WidgetStreamingTextValueDelta,
)

from ..ids import FAKE_ID, new_id
from .context import RequestContext
from .serialize import text_delta
from .unfinished import apply_update

logger = logging.getLogger("django_chatkit.turns")

WITH_ITEM = (ThreadItemAddedEvent, ThreadItemDoneEvent, ThreadItemReplacedEvent)
WITH_ITEM_ID = (ThreadItemUpdatedEvent, ThreadItemRemovedEvent)
WIDGET_CHANGES = (WidgetRootUpdated, WidgetComponentUpdated, WidgetStreamingTextValueDelta)

Answer = Callable[..., AsyncIterator[ThreadStreamEvent]]
Cancelled = Callable[[ThreadMetadata, list[ThreadItem], Any], Coroutine[Any, Any, None]]


def observe(server: "ChatKitServer[Any]") -> None:
    """Make a server's answers lose nothing when they fail or are stopped, and send them fast.

    The SDK keeps begun messages on a cancellation only, and nothing on an error,
    though the visitor has read them by then.
    """
    server.respond = _observed(server.respond, server.store)  # type: ignore[method-assign]
    server.action = _observed(server.action, server.store)  # type: ignore[method-assign]
    server.handle_stream_cancelled = _informed(  # type: ignore[method-assign, assignment]
        server.handle_stream_cancelled
    )


def _observed(answer: Answer, store: "Store[Any]") -> Answer:
    async def observed(thread: ThreadMetadata, *args: Any) -> AsyncIterator[ThreadStreamEvent]:
        context: RequestContext = args[-1]
        turn = context.turn
        if turn is not None and turn.refusal is not None:
            yield NoticeEvent(level="warning", message=turn.refusal)
            return
        events = answer(thread, *args)
        if turn is None or turn.observed:
            # An action that answers by ``respond`` is observed as a whole.
            async for event in events:
                yield event
            return
        turn.observed = True
        own_ids = OwnIds()
        try:
            shown = _shown_of(thread)
            async for event in events:
                outlet = turn.outlet
                if (
                    type(event) is ThreadItemUpdatedEvent
                    and type(event.update) is AssistantMessageContentPartTextDelta
                    and outlet is not None
                    # The SDK tells the client of a changed thread with the next event it sees.
                    and _shown_of(thread) == shown
                ):
                    if event.item_id == FAKE_ID:
                        own_ids.apply(event)
                    turn.unfinished.note(event.item_id, event.update)
                    outlet.send(text_delta(event.item_id, event.update), event)
                    if outlet.is_due:
                        await outlet.give_way()
                else:
                    own_ids.apply(event)
                    turn.unfinished.follow(event)
                    if type(event) is ThreadItemUpdatedEvent:
                        await _keep_update(event, thread, store, context)
                    yield event
                    shown = _shown_of(thread)
        except GeneratorExit:
            raise
        except BaseException as error:
            turn.failed = isinstance(error, Exception)
            for item in turn.unfinished.take():
                await store.add_thread_item(thread.id, item, context)
            await _close(events)
            raise
        finally:
            turn.observed = False

    return observed


async def _keep_update(
    event: ThreadItemUpdatedEvent, thread: ThreadMetadata, store: "Store[Any]", context: Any
) -> None:
    """Store a change of a widget that is not begun but stands in the thread already.

    The SDK sends it and stores nothing: after a reload, what was chosen in the widget would
    be open again.
    """
    if not isinstance(event.update, WIDGET_CHANGES) or event.item_id in context.turn.unfinished:
        return
    try:
        item = await store.load_item(thread.id, event.item_id, context)
    except NotFoundError:
        return
    if not isinstance(item, WidgetItem):
        return
    apply_update(item, event.update.model_copy(deep=True))
    await store.save_item(thread.id, item, context)


def _shown_of(thread: ThreadMetadata) -> tuple[object, ...]:
    """What a client sees of a thread; compared by identity first, so it costs next to nothing."""
    return thread.title, thread.status, thread.allowed_image_domains


async def _close(events: AsyncIterator[ThreadStreamEvent]) -> None:
    """End an agent that was left where it stood, so that it cleans up now and not some day."""
    if isinstance(events, AsyncGenerator):
        try:
            await events.aclose()
        except Exception:
            logger.exception("An agent failed while it was being stopped.")


def _informed(cancelled: Cancelled) -> Cancelled:
    async def informed(
        thread: ThreadMetadata, pending_items: list[ThreadItem], context: RequestContext
    ) -> None:
        """Text deltas pass the SDK by: what it holds of an item is only how it began."""
        if context.turn is not None:
            pending_items = [context.turn.unfinished.current(item) for item in pending_items]
        await cancelled(thread, pending_items, context)

    return informed


class OwnIds:
    """Gives each message that the Agents SDK calls ``__fake_id__`` an id of its own.

    Chat Completions models all use that one id, for every message of everybody.
    """

    def __init__(self) -> None:
        self._current: str | None = None

    def apply(self, event: ThreadStreamEvent) -> None:
        """Rewrite the event's id in place."""
        if isinstance(event, WITH_ITEM_ID):
            if event.item_id == FAKE_ID:
                event.item_id = self._own()
        elif isinstance(event, WITH_ITEM) and event.item.id == FAKE_ID:
            event.item.id = self._own()
            if not isinstance(event, ThreadItemAddedEvent):
                self._current = None

    def _own(self) -> str:
        if self._current is None:
            self._current = new_id("message")
        return self._current
