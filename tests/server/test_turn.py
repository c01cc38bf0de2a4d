"""The state of a turn: what it holds back, and what it leaves behind."""

import asyncio
import math
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from django.utils import timezone

from django_chatkit.models import ChatAttachment, ChatThread, ChatThreadItem, assistant
from django_chatkit.server.operations import prepare
from django_chatkit.server.statements import can_lease_and_read
from django_chatkit.server.store import DjangoStore
from django_chatkit.server.turn import Turn
from django_chatkit.signals import turn_finished
from tests.models import rows
from tests.server.conftest import Work
from tests.server.requests import request
from tests.server.samples import answer, context, file, question, thread

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def turn_in(row: ChatThread, **options: Any) -> Turn:
    """A turn that holds the lease of ``row``."""
    ChatThread.objects.filter(pk=row.pk).update(
        turn_token="mine", turn_expires_at=timezone.now() + timedelta(seconds=30)
    )
    return Turn(context(), token="mine", thread=row, **options)


def creating() -> tuple[Turn, Any]:
    """A turn that creates its thread, and its context."""
    ctx = context()
    prepare(request("threads.create"), ctx)
    assert ctx.turn is not None
    return ctx.turn, ctx


async def begin(store: DjangoStore, ctx: Any) -> None:
    """What the SDK writes at the begin of a new thread."""
    await store.save_thread(thread(), ctx)
    await store.add_thread_item("thr_1", question(), ctx)


def test_until_it_is_committed_nothing_is_written() -> None:
    _turn, ctx = creating()

    async_to_sync(begin)(DjangoStore(), ctx)

    assert ChatThread.objects.count() == 0
    assert ChatThreadItem.objects.count() == 0


def test_a_commit_writes_the_thread_its_lease_and_the_first_message() -> None:
    turn, ctx = creating()

    async def play() -> None:
        await begin(DjangoStore(), ctx)
        await turn.commit()

    async_to_sync(play)()

    row = ChatThread.objects.get()
    assert row.turn_token == turn.token
    assert row.turn_expires_at is not None
    assert (turn.thread_id, turn.sequence, turn.creates_thread) == ("thr_1", row.sequence, False)
    assert list(ChatThreadItem.objects.values_list("id", "position")) == [("msg_0", 0)]


def test_a_commit_is_one_transaction() -> None:
    turn = turn_in(rows.thread())
    ChatThread.objects.update(title="Before")
    inside: list[bool] = []

    def first() -> None:
        inside.append(connection.in_atomic_block)
        ChatThread.objects.update(title="Half")

    def second() -> None:
        raise RuntimeError("The second write fails.")

    async def play() -> None:
        await turn.write(first)
        await turn.write(second)
        await turn.commit()

    with pytest.raises(RuntimeError, match="second write"):
        async_to_sync(play)()

    assert inside == [True]
    assert ChatThread.objects.get().title == "Before"


def test_after_the_commit_writes_are_immediate() -> None:
    turn = turn_in(rows.thread())

    async def play() -> int | None:
        await turn.commit()
        return await turn.write(lambda: ChatThread.objects.update(title="Now"))

    assert async_to_sync(play)() == 1
    assert ChatThread.objects.get().title == "Now"


def test_reading_sees_what_is_held_back() -> None:
    _turn, ctx = creating()
    store = DjangoStore()

    async def play() -> Any:
        await begin(store, ctx)
        return await store.load_thread_items("thr_1", None, 10, "asc", ctx)

    assert [item.id for item in async_to_sync(play)().data] == ["msg_0"]


def test_what_the_checks_read_is_read_once() -> None:
    row = rows.thread()
    turn = turn_in(row)

    assert turn.take_thread("thr_other") is None
    assert turn.take_thread("thr_1") is row
    assert turn.take_thread("thr_1") is None


def test_positions_count_up_from_the_threads_end() -> None:
    turn = turn_in(rows.thread(), position=7)

    assert [turn.take_position() for _ in range(3)] == [7, 8, 9]


def test_an_attachment_of_the_message_goes_into_the_new_thread() -> None:
    rows.attachment(payload=file().model_dump(mode="json"))
    turn, ctx = creating()

    async def play() -> None:
        store = DjangoStore()
        await begin(store, ctx)
        await store.save_attachment(file(thread_id="thr_1"), ctx)
        await turn.commit()

    async_to_sync(play)()

    assert ChatAttachment.objects.get().thread == ChatThread.objects.get()


def test_a_follow_up_turn_writes_in_a_bounded_number_of_queries(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows.thread()
    ctx = context()
    monkeypatch.setattr(assistant, "_looked_again_at", {"default": math.inf})
    with work(1 if can_lease_and_read() else 2):
        prepare(request("threads.add_user_message"), ctx)
    turn = ctx.turn
    assert turn is not None
    store = DjangoStore()

    async def play() -> None:
        await store.load_thread("thr_1", ctx)
        await store.add_thread_item("thr_1", question(), ctx)
        await turn.commit()
        await store.add_thread_item("thr_1", answer(), ctx)
        await turn.finish("completed")

    with work(3):  # the question, the answer, the lease
        async_to_sync(play)()
    assert list(ChatThreadItem.objects.values_list("id", "position")) == [
        ("msg_0", 0),
        ("msg_1", 1),
    ]


def test_database_work_is_done_one_after_the_other() -> None:
    order: list[str] = []

    async def play() -> None:
        begun, may_end = asyncio.Event(), asyncio.Event()

        async def slow(work: Callable[[], Any]) -> Any:
            name = work()
            order.append(f"{name} begins")
            begun.set()
            if name == "first":
                await may_end.wait()
            order.append(f"{name} ends")

        turn = Turn(context(runner=slow), token="mine")
        await turn.commit()
        first = asyncio.ensure_future(turn.write(lambda: "first"))
        second = asyncio.ensure_future(turn.write(lambda: "second"))
        await begun.wait()
        may_end.set()
        await asyncio.gather(first, second)

    asyncio.run(play())

    assert order == ["first begins", "first ends", "second begins", "second ends"]


# The end


@pytest.fixture
def outcomes() -> Any:
    """What the site is told about turns that end."""
    heard: list[dict[str, Any]] = []

    def hear(**said: Any) -> None:
        del said["signal"]
        heard.append(said)

    turn_finished.connect(hear, weak=False, dispatch_uid="test")
    yield heard
    turn_finished.disconnect(dispatch_uid="test")


@pytest.mark.parametrize("outcome", ["completed", "stopped", "failed"])
def test_the_end_gives_the_lease_back_and_tells_the_site(
    outcomes: list[dict[str, Any]], outcome: Any
) -> None:
    row = rows.thread()
    ChatThread.objects.update(last_activity_at=timezone.now() - timedelta(days=1))

    async_to_sync(turn_in(row).finish)(outcome)

    row.refresh_from_db()
    left = "" if outcome == "completed" else "interrupted"
    assert (row.turn_token, row.turn_expires_at) == (left, None)
    assert timezone.now() - row.last_activity_at < timedelta(minutes=1)
    assert outcomes == [
        {
            "sender": ChatThread,
            "thread_id": "thr_1",
            "scope": "user-1",
            "assistant": "default",
            "outcome": outcome,
            "usage": None,
        }
    ]


def test_the_end_leaves_somebody_elses_lease_alone(outcomes: list[dict[str, Any]]) -> None:
    row = rows.thread()
    turn = turn_in(row)
    ChatThread.objects.update(turn_token="another")

    async_to_sync(turn.finish)("completed")

    row.refresh_from_db()
    assert row.turn_token == "another"
    assert row.turn_expires_at is not None


def test_a_turn_that_never_began_ends_in_silence(outcomes: list[dict[str, Any]]) -> None:
    turn, _ctx = creating()

    async_to_sync(turn.finish)("failed")

    assert outcomes == []
