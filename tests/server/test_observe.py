"""What every server's answers pass through: ids of their own, and nothing lost."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from chatkit.store import NotFoundError
from chatkit.types import (
    AssistantMessageContentPartTextDelta,
    AssistantMessageItem,
    ThreadItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemRemovedEvent,
    ThreadItemReplacedEvent,
    ThreadItemUpdatedEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    WidgetItem,
    WidgetRootUpdated,
)
from chatkit.widgets import DynamicWidgetRoot

from django_chatkit.ids import FAKE_ID
from django_chatkit.server import ChatKitServer, RequestContext
from django_chatkit.server.observe import OwnIds, observe
from django_chatkit.server.turn import Turn
from tests.server.samples import NOON, answer, context, text_of, thread


def added(item_id: str = FAKE_ID) -> ThreadItemAddedEvent:
    return ThreadItemAddedEvent(item=answer(item_id, text=""))


def delta(text: str = "x", item_id: str = FAKE_ID) -> ThreadItemUpdatedEvent:
    return ThreadItemUpdatedEvent(
        item_id=item_id,
        update=AssistantMessageContentPartTextDelta(content_index=0, delta=text),
    )


def done(item_id: str = FAKE_ID) -> ThreadItemDoneEvent:
    return ThreadItemDoneEvent(item=answer(item_id))


def ids_after(*events: ThreadStreamEvent) -> list[str]:
    """The item ids of events once they have passed."""
    own = OwnIds()
    for event in events:
        own.apply(event)
    return [getattr(event, "item_id", None) or event.item.id for event in events]  # type: ignore[union-attr]


def test_the_events_of_one_message_share_one_real_id() -> None:
    found = ids_after(added(), delta(), delta(), done())

    assert len(set(found)) == 1
    assert found[0].startswith("msg_")
    assert len(found[0]) == len("msg_") + 32


def test_the_next_message_gets_the_next_id() -> None:
    found = ids_after(added(), done(), added(), delta(), done())

    assert found[0] == found[1]
    assert found[2] == found[3] == found[4]
    assert found[0] != found[2]


def test_messages_in_one_piece_get_an_id_each() -> None:
    one, two = ids_after(done(), done())

    assert one != two


def test_a_message_taken_back_is_the_one_that_began() -> None:
    began, removed = ids_after(added(), ThreadItemRemovedEvent(item_id=FAKE_ID))

    assert began == removed


def test_real_ids_stay_as_they_are() -> None:
    replaced = ThreadItemReplacedEvent(item=answer("msg_1"))

    assert ids_after(added("msg_1"), delta(item_id="msg_1"), done("msg_1"), replaced) == (
        ["msg_1"] * 4
    )


def test_two_answers_at_once_do_not_share_ids() -> None:
    one, two = OwnIds(), OwnIds()
    first, second = added(), added()

    one.apply(first)
    two.apply(second)

    assert first.item.id != second.item.id


# Failures


class KeepingStore:
    """Remembers what was stored."""

    def __init__(self) -> None:
        self.items: list[ThreadItem] = []

    async def add_thread_item(
        self, thread_id: str, item: ThreadItem, context: RequestContext
    ) -> None:
        self.items.append(item)

    save_item = add_thread_item

    async def load_item(self, thread_id: str, item_id: str, context: RequestContext) -> ThreadItem:
        for item in self.items:
            if item.id == item_id:
                return item.model_copy(deep=True)
        raise NotFoundError(item_id)


Script = Callable[[], AsyncIterator[ThreadStreamEvent]]


def observed(script: Script, *, in_turn: bool = True) -> tuple[Any, KeepingStore, RequestContext]:
    """An answer that does what a script does, the store it uses, and its context."""
    store = KeepingStore()

    class Scripted(ChatKitServer):
        async def respond(
            self, thread: ThreadMetadata, input_user_message: Any, context: RequestContext
        ) -> AsyncIterator[ThreadStreamEvent]:
            async for event in script():
                yield event

        async def action(
            self, thread: ThreadMetadata, action: Any, sender: Any, context: RequestContext
        ) -> AsyncIterator[ThreadStreamEvent]:
            async for event in script():
                yield event

    server = Scripted(store)  # type: ignore[arg-type]
    observe(server)
    asked = context()
    if in_turn:
        asked.turn = Turn(asked, token="token")
    return server, store, asked


async def interrupted() -> AsyncIterator[ThreadStreamEvent]:
    yield added("msg_1")
    yield delta("So ", "msg_1")
    yield delta("far", "msg_1")
    raise RuntimeError("no more")


async def stalled() -> AsyncIterator[ThreadStreamEvent]:
    yield added("msg_1")
    yield delta("So far", "msg_1")
    await asyncio.Event().wait()


async def complete() -> AsyncIterator[ThreadStreamEvent]:
    yield added("msg_1")
    yield delta("Hello", "msg_1")
    yield done("msg_1")


def kept(store: KeepingStore) -> list[str]:
    assert all(isinstance(item, AssistantMessageItem) for item in store.items)
    return [text_of(item) for item in store.items]


@pytest.mark.parametrize("kind", ["respond", "action"])
async def test_what_was_said_before_a_failure_is_stored(kind: str) -> None:
    server, store, asked = observed(interrupted)
    events = (
        server.respond(thread(), None, asked)
        if kind == "respond"
        else server.action(thread(), None, None, asked)
    )

    with pytest.raises(RuntimeError, match="no more"):
        async for _ in events:
            pass

    assert kept(store) == ["So far"]
    assert asked.turn is not None
    assert asked.turn.failed


async def test_what_was_said_before_a_stop_is_stored_and_is_no_failure() -> None:
    server, store, asked = observed(stalled)
    said = asyncio.Event()

    async def follow() -> None:
        async for event in server.respond(thread(), None, asked):
            if isinstance(event, ThreadItemUpdatedEvent):
                said.set()

    task = asyncio.create_task(follow())
    await said.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert kept(store) == ["So far"]
    assert asked.turn is not None
    assert not asked.turn.failed


async def test_a_good_answer_is_left_to_the_sdk_to_store() -> None:
    server, store, asked = observed(complete)

    events = [event async for event in server.respond(thread(), None, asked)]

    assert [event.type for event in events] == [
        "thread.item.added",
        "thread.item.updated",
        "thread.item.done",
    ]
    assert store.items == []


def card(says: str) -> DynamicWidgetRoot:
    return DynamicWidgetRoot.model_validate({"type": "Card", "children": [], "id": says})


def widget(item_id: str, says: str) -> WidgetItem:
    return WidgetItem(id=item_id, thread_id="thr_1", created_at=NOON, widget=card(says))


def chosen(item_id: str) -> ThreadItemUpdatedEvent:
    return ThreadItemUpdatedEvent(item_id=item_id, update=WidgetRootUpdated(widget=card("chosen")))


async def test_a_change_of_a_widget_that_stands_in_the_thread_is_stored() -> None:
    async def choosing() -> AsyncIterator[ThreadStreamEvent]:
        yield chosen("msg_1")

    server, store, asked = observed(choosing)
    store.items = [widget("msg_1", "open")]

    passed = [event async for event in server.action(thread(), None, None, asked)]

    assert passed == [chosen("msg_1")]
    assert store.items[1:] == [widget("msg_1", "chosen")]


async def test_changes_of_a_widget_that_is_begun_are_left_to_its_end() -> None:
    async def growing() -> AsyncIterator[ThreadStreamEvent]:
        yield ThreadItemAddedEvent(item=widget("msg_1", "begun"))
        yield chosen("msg_1")

    server, store, asked = observed(growing)
    async for _ in server.respond(thread(), None, asked):
        pass

    assert store.items == []


@pytest.mark.parametrize("item_id", ["msg_1", "msg_2"])
async def test_a_change_of_what_is_no_widget_is_nobodys(item_id: str) -> None:
    async def lost() -> AsyncIterator[ThreadStreamEvent]:
        yield chosen(item_id)

    server, store, asked = observed(lost)
    store.items = [answer("msg_1")]
    async for _ in server.respond(thread(), None, asked):
        pass

    assert store.items == [answer("msg_1")]


async def test_outside_of_a_turn_events_pass_all_the_same() -> None:
    server, store, asked = observed(complete, in_turn=False)

    assert len([event async for event in server.respond(thread(), None, asked)]) == 3
    assert store.items == []


# Text deltas


class Client:
    """The client's end of a turn: what it was sent, and what else it is told in between."""

    def __init__(self, log: list[Any], *, stops_after: int | None = None) -> None:
        self._log = log
        self._left = stops_after
        self.given_way = 0

    @property
    def is_due(self) -> bool:
        return self._left == 0

    def send(self, chunk: bytes, event: Any = None) -> None:
        self._log.append(chunk)
        if self._left is not None:
            self._left -= 1

    async def give_way(self) -> None:
        self.given_way += 1
        raise asyncio.CancelledError


async def log_of(answering: AsyncIterator[ThreadStreamEvent], log: list[Any]) -> list[Any]:
    """What passed, in its order: bytes of the direct way, types of events for the SDK."""
    async for event in answering:
        log += [event.type]
    return log


def sent(text: str, item_id: str = "msg_1") -> bytes:
    return b"data: " + delta(text, item_id).model_dump_json(exclude_none=True).encode() + b"\n\n"


async def test_text_goes_to_the_client_directly_and_in_order() -> None:
    server, _store, asked = observed(complete)
    log: list[Any] = []
    asked.turn.outlet = Client(log)  # type: ignore[union-attr]

    await log_of(server.respond(thread(), None, asked), log)

    assert log == ["thread.item.added", sent("Hello"), "thread.item.done"]


async def test_text_that_the_agents_sdk_gave_no_id_goes_out_with_its_own() -> None:
    async def script() -> AsyncIterator[ThreadStreamEvent]:
        yield added()
        yield delta("Hello")
        yield done()

    server, _store, asked = observed(script)
    log: list[Any] = []
    asked.turn.outlet = Client(log)  # type: ignore[union-attr]

    events = [event async for event in server.respond(thread(), None, asked)]

    assert log == [sent("Hello", events[0].item.id)]
    assert events[0].item.id != FAKE_ID


async def test_after_a_change_of_the_thread_the_sdk_sees_the_next_event() -> None:
    """It tells the client of the new title then, not at the message's end."""
    conversation = thread()

    async def script() -> AsyncIterator[ThreadStreamEvent]:
        yield added("msg_1")
        yield delta("One", "msg_1")
        conversation.title = "Numbers"
        yield delta("Two", "msg_1")
        yield delta("Three", "msg_1")

    server, _store, asked = observed(script)
    log: list[Any] = []
    asked.turn.outlet = Client(log)  # type: ignore[union-attr]

    await log_of(server.respond(conversation, None, asked), log)

    assert log == ["thread.item.added", sent("One"), "thread.item.updated", sent("Three")]


async def test_an_action_that_answers_by_respond_may_change_what_it_says() -> None:
    class Shouting(ChatKitServer):
        async def respond(self, *args: Any) -> AsyncIterator[ThreadStreamEvent]:
            yield added("msg_1")
            yield delta("hello", "msg_1")
            raise RuntimeError("no more")

        async def action(
            self, thread: ThreadMetadata, action: Any, sender: Any, context: RequestContext
        ) -> AsyncIterator[ThreadStreamEvent]:
            async for event in self.respond(thread, None, context):
                is_text = isinstance(event, ThreadItemUpdatedEvent)
                yield delta("HELLO", "msg_1") if is_text else event

    store = KeepingStore()
    server = Shouting(store)  # type: ignore[arg-type]
    observe(server)
    asked = context()
    asked.turn = Turn(asked, token="token")
    log: list[Any] = []
    asked.turn.outlet = Client(log)

    with pytest.raises(RuntimeError, match="no more"):
        await log_of(server.action(thread(), None, None, asked), log)

    assert log == ["thread.item.added", sent("HELLO")]
    assert kept(store) == ["HELLO"]


async def test_a_stop_between_two_deltas_lets_the_agent_clean_up() -> None:
    cleaned: list[bool] = []

    async def script() -> AsyncIterator[ThreadStreamEvent]:
        try:
            yield added("msg_1")
            while True:
                yield delta("on ", "msg_1")
        finally:
            cleaned.append(True)

    class Direct(ChatKitServer):
        def respond(self, *args: Any) -> AsyncIterator[ThreadStreamEvent]:
            return script()

    store = KeepingStore()
    server = Direct(store)  # type: ignore[arg-type]
    observe(server)
    asked = context()
    asked.turn = Turn(asked, token="token")
    client = Client([], stops_after=2)
    asked.turn.outlet = client

    with pytest.raises(asyncio.CancelledError):
        await log_of(server.respond(thread(), None, asked), [])

    assert client.given_way == 1
    assert kept(store) == ["on on "]
    assert cleaned == [True]


async def test_a_server_that_handles_stops_is_shown_what_the_visitor_saw() -> None:
    seen: list[ThreadItem] = []

    class Handling(ChatKitServer):
        async def respond(self, *args: Any) -> AsyncIterator[ThreadStreamEvent]:
            yield added("msg_1")

        async def handle_stream_cancelled(
            self, thread: ThreadMetadata, pending_items: list[ThreadItem], context: RequestContext
        ) -> None:
            seen.extend(pending_items)

    server = Handling(KeepingStore())  # type: ignore[arg-type]
    observe(server)
    asked = context()
    asked.turn = Turn(asked, token="token")
    asked.turn.unfinished.follow(added("msg_1"))
    asked.turn.unfinished.follow(delta("So far", "msg_1"))

    await server.handle_stream_cancelled(thread(), [answer("msg_1", text="")], asked)

    assert [text_of(item) for item in seen] == ["So far"]
