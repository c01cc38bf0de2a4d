"""What every server's answers pass through, whoever wrote the server."""

from collections.abc import AsyncIterator, Callable
from typing import Any

from chatkit.server import ChatKitServer
from chatkit.store import Store
from chatkit.types import (
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemRemovedEvent,
    ThreadItemReplacedEvent,
    ThreadItemUpdatedEvent,
    ThreadMetadata,
    ThreadStreamEvent,
)

from ..ids import FAKE_ID, new_id
from .context import RequestContext

WITH_ITEM = (ThreadItemAddedEvent, ThreadItemDoneEvent, ThreadItemReplacedEvent)
WITH_ITEM_ID = (ThreadItemUpdatedEvent, ThreadItemRemovedEvent)

Answer = Callable[..., AsyncIterator[ThreadStreamEvent]]


def observe(server: "ChatKitServer[Any]") -> None:
    """Make ``respond`` and ``action`` of a server lose nothing when they fail or are stopped.

    The SDK keeps begun messages on a cancellation only, and nothing on an error,
    though the visitor has read them by then.
    """
    server.respond = _observed(server.respond, server.store)  # type: ignore[method-assign]
    server.action = _observed(server.action, server.store)  # type: ignore[method-assign]


def _observed(answer: Answer, store: "Store[Any]") -> Answer:
    async def observed(thread: ThreadMetadata, *args: Any) -> AsyncIterator[ThreadStreamEvent]:
        context: RequestContext = args[-1]
        turn = context.turn
        own_ids = OwnIds()
        try:
            async for event in answer(thread, *args):
                own_ids.apply(event)
                if turn is not None:
                    turn.unfinished.follow(event)
                yield event
        except GeneratorExit:
            raise
        except BaseException as error:
            if turn is not None:
                turn.failed = isinstance(error, Exception)
                for item in turn.unfinished.take():
                    await store.add_thread_item(thread.id, item, context)
            raise

    return observed


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
