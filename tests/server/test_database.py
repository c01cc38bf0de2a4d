"""Where a turn's database work runs, and what becomes of the connections."""

import asyncio
import threading

import pytest
from asgiref.sync import ThreadSensitiveContext, async_to_sync, sync_to_async
from django.db import connection, connections

from django_chatkit.models import ChatThread
from django_chatkit.server.database import (
    WORKERS,
    close_request_connections,
    forget_request,
    release_request_thread,
    run_in_pool,
    run_in_request,
)
from django_chatkit.server.store import DjangoStore
from tests.models import rows
from tests.server.samples import answer, context, file, thread

pytestmark = pytest.mark.database


def test_work_of_a_request_runs_in_its_own_thread() -> None:
    assert async_to_sync(run_in_request)(threading.get_ident) == threading.get_ident()


def test_work_of_a_stream_runs_in_the_processs_pool() -> None:
    async def names() -> set[str]:
        return set(
            await asyncio.gather(
                *(run_in_pool(lambda: threading.current_thread().name) for _ in range(100))
            )
        )

    found = asyncio.run(names())

    assert all(name.startswith("chatkit-database") for name in found)
    assert len(found) <= WORKERS


def test_what_fails_in_the_pool_fails_where_it_is_awaited() -> None:
    def fail() -> None:
        raise LookupError("not there")

    with pytest.raises(LookupError, match="not there"):
        asyncio.run(run_in_pool(fail))


@pytest.mark.django_db(transaction=True)
def test_a_worker_of_the_pool_keeps_no_connection() -> None:
    rows.thread()

    def count_and_connection() -> tuple[int, object]:
        return ChatThread.objects.count(), connection

    async def look() -> tuple[int, object]:
        found: tuple[int, object] = await run_in_pool(count_and_connection)
        return found

    count, _ = asyncio.run(look())
    left = [
        asyncio.run(run_in_pool(lambda: connections["default"].connection is None))
        for _ in range(WORKERS)
    ]

    assert count == 1
    assert all(left)


@pytest.mark.django_db
def test_a_test_cases_connection_stays_open() -> None:
    rows.thread()

    close_request_connections()

    assert ChatThread.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_requests_connection_is_closed_before_its_stream() -> None:
    rows.thread()
    assert connection.connection is not None

    close_request_connections()

    assert connection.connection is None


def test_a_stream_lets_the_requests_thread_go_and_the_pool_takes_over() -> None:
    async def play() -> tuple[threading.Thread, threading.Thread]:
        async with ThreadSensitiveContext():
            own = await sync_to_async(threading.current_thread)()
            release_request_thread()
            return own, await sync_to_async(threading.current_thread)()

    own, then = asyncio.run(play())

    own.join(10)
    assert not own.is_alive()
    assert then.name.startswith("chatkit-database")


@pytest.mark.django_db(transaction=True)
def test_what_an_agent_reads_while_it_streams_holds_no_connection() -> None:
    rows.thread()

    async def play() -> int:
        async with ThreadSensitiveContext():
            await sync_to_async(bool)()
            release_request_thread()
            return await ChatThread.objects.acount()

    assert asyncio.run(play()) == 1
    left = [
        asyncio.run(run_in_pool(lambda: connections["default"].connection is None))
        for _ in range(WORKERS)
    ]
    assert all(left)


def test_the_pool_outlives_the_requests_that_it_served() -> None:
    async def play() -> None:
        async with ThreadSensitiveContext():
            await sync_to_async(bool)()
            release_request_thread()
            await sync_to_async(forget_request)()

    asyncio.run(play())

    assert asyncio.run(run_in_pool(lambda: "still there")) == "still there"


@pytest.mark.django_db(transaction=True)
async def test_the_store_never_blocks_the_event_loop() -> None:
    """Django raises ``SynchronousOnlyOperation`` for queries in the loop's thread."""
    store, ctx = DjangoStore(), context()

    await store.save_thread(thread(), ctx)
    await store.save_thread(thread(title="New"), ctx)
    await store.add_thread_item("thr_1", answer(), ctx)
    await store.save_item("thr_1", answer(text="New"), ctx)
    await store.save_attachment(file(thread_id="thr_1"), ctx)
    await store.load_attachment("atc_1", ctx)
    await store.load_item("thr_1", "msg_1", ctx)
    await store.load_thread_items("thr_1", "msg_1", 10, "desc", ctx)
    await store.load_threads(10, "thr_1", "desc", ctx)
    await store.delete_attachment("atc_1", ctx)
    await store.delete_thread_item("thr_1", "msg_1", ctx)
    await store.delete_thread("thr_1", ctx)

    assert (await store.load_threads(10, None, "asc", ctx)).data == []
