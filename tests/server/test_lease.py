"""The lease: one turn at a time in a thread, and none for ever."""

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from django_chatkit.models import ChatThread
from django_chatkit.server import lease
from django_chatkit.server.lease import LeaseKeeper

pytestmark = pytest.mark.database


@pytest.fixture
def thread(db: None) -> ChatThread:
    return ChatThread.objects.create(id="thr_1", scope="user-1", assistant="default")


def later(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def test_one_turn_takes_the_lease_and_the_next_is_refused(thread: ChatThread) -> None:
    assert lease.acquire(thread.sequence, "one")
    assert not lease.acquire(thread.sequence, "two")
    assert not lease.acquire(thread.sequence, "one")


def test_a_lease_that_was_given_back_is_free(thread: ChatThread) -> None:
    lease.acquire(thread.sequence, "one")

    lease.release(thread.sequence, "one")

    assert lease.acquire(thread.sequence, "two")


def test_a_lease_is_given_back_by_its_holder_alone(thread: ChatThread) -> None:
    lease.acquire(thread.sequence, "one")

    lease.release(thread.sequence, "two")

    assert not lease.acquire(thread.sequence, "two")


def test_the_end_of_a_turn_is_the_threads_last_activity(thread: ChatThread) -> None:
    ChatThread.objects.update(last_activity_at=timezone.now() - later(3600))
    lease.acquire(thread.sequence, "one")

    lease.release(thread.sequence, "one")

    thread.refresh_from_db()
    assert timezone.now() - thread.last_activity_at < later(60)
    assert (thread.turn_token, thread.turn_expires_at) == ("", None)


def test_a_dead_processs_lease_runs_out(thread: ChatThread) -> None:
    lease.acquire(thread.sequence, "dead")
    ChatThread.objects.update(turn_expires_at=timezone.now() - later(0.001))

    assert lease.acquire(thread.sequence, "next")


@pytest.mark.parametrize("status", ["locked", "closed"])
def test_a_thread_that_takes_no_writes_gives_no_lease(thread: ChatThread, status: str) -> None:
    """It may have been locked after the request's own check."""
    ChatThread.objects.update(status=status)

    assert not lease.acquire(thread.sequence, "one")


def test_a_turn_runs_from_the_taking_of_the_lease_to_its_end(thread: ChatThread) -> None:
    def is_running() -> bool:
        thread.refresh_from_db()
        return lease.is_running(thread)

    before = is_running()
    lease.acquire(thread.sequence, "one")
    during = is_running()
    ChatThread.objects.update(turn_expires_at=timezone.now() - later(1))
    expired = is_running()

    assert (before, during, expired) == (False, True, False)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_gets_it() -> None:
    """Each on a connection of its own, as processes are."""
    thread = ChatThread.objects.create(id="thr_1", scope="user-1", assistant="default")
    together = threading.Barrier(4)
    got: list[str] = []

    def try_it(token: str) -> None:
        together.wait()
        try:
            if lease.acquire(thread.sequence, token):
                got.append(token)
        finally:
            connections.close_all()

    racers = [threading.Thread(target=try_it, args=(str(number),)) for number in range(4)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()

    assert len(got) == 1
    thread.refresh_from_db()
    assert thread.turn_token == got[0]


# Renewal


def expiring(*tokens: str) -> None:
    """Threads whose leases end in a second."""
    ChatThread.objects.bulk_create(
        ChatThread(
            id=f"thr_{token}",
            scope="user-1",
            assistant="default",
            turn_token=token,
            turn_expires_at=timezone.now() + later(1),
        )
        for token in tokens
    )


def remaining(token: str) -> timedelta:
    end = ChatThread.objects.get(id=f"thr_{token}").turn_expires_at
    assert end is not None
    return end - timezone.now()


@pytest.mark.django_db
def test_renewal_prolongs_all_leases_of_the_process_and_no_others() -> None:
    expiring("one", "two", "elsewhere")

    LeaseKeeper().renew(["one", "two"])

    assert remaining("one") > later(20)
    assert remaining("two") > later(20)
    assert remaining("elsewhere") < later(2)


@pytest.mark.django_db
def test_renewing_a_thousand_leases_costs_two_queries() -> None:
    tokens = [f"t{number}" for number in range(1000)]
    expiring(*tokens)

    with CaptureQueriesContext(connection) as captured:
        LeaseKeeper().renew(tokens)

    assert len(captured) == 1000 // lease.BATCH


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[LeaseKeeper]:
    """A keeper that renews at once, and again and again."""
    monkeypatch.setattr(lease, "RENEWAL_SECONDS", 0.01)
    keeper = LeaseKeeper()
    yield keeper
    for thread in threading.enumerate():
        if thread.name == "chatkit-leases":
            thread.join(10)


@pytest.mark.django_db(transaction=True)
def test_a_lost_lease_stops_its_turn_and_the_others_go_on(quick: LeaseKeeper) -> None:
    expiring("kept", "lost")
    stopped = threading.Event()
    not_this_one = threading.Event()
    ChatThread.objects.filter(turn_token="lost").update(turn_token="taken over")

    quick.keep("kept", not_this_one.set)
    quick.keep("lost", stopped.set)

    assert stopped.wait(10)
    quick.forget("kept")
    assert not not_this_one.is_set()


@pytest.mark.django_db(transaction=True)
def test_a_deleted_thread_stops_its_turn(quick: LeaseKeeper) -> None:
    expiring("deleted")
    stopped = threading.Event()
    ChatThread.objects.all().delete()

    quick.keep("deleted", stopped.set)

    assert stopped.wait(10)


@pytest.mark.django_db(transaction=True)
def test_a_database_that_does_not_answer_is_asked_again(
    quick: LeaseKeeper, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    expiring("one")
    failed, renewed = threading.Event(), threading.Event()
    properly = quick.renew

    def renew(tokens: list[str]) -> None:
        if not failed.is_set():
            failed.set()
            raise OSError("no database")
        properly(tokens)
        renewed.set()

    monkeypatch.setattr(quick, "renew", renew)
    quick.keep("one", lambda: None)

    assert renewed.wait(10)
    quick.forget("one")
    assert "Leases could not be renewed" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_the_keepers_thread_ends_with_the_last_turn(quick: LeaseKeeper) -> None:
    quick.keep("one", lambda: None)
    [keeping] = [one for one in threading.enumerate() if one.name == "chatkit-leases"]

    quick.forget("one")

    keeping.join(10)
    assert not keeping.is_alive()


def test_tokens_are_never_the_same() -> None:
    assert len({lease.new_token() for _ in range(100)}) == 100
