"""Threads of hosted assistants: listed, read, deleted, and mirrored on the way."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from django_chatkit.backends import HostedBackend
from django_chatkit.backends.base import ListQuery, Owner
from django_chatkit.enums import RemoteOutcome
from django_chatkit.exceptions import InvalidRequest, NotFound, Unavailable
from django_chatkit.hosted.breaker import FAILURES
from django_chatkit.hosted.time_limit import TimeLimit
from django_chatkit.models import ChatThread
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer

pytestmark = pytest.mark.django_db

FILES = "https://site.test/chatkit/files"

EVERYTHING = ListQuery()


def test_only_the_owners_threads_are_listed_and_they_are_mirrored(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    mine = fake_openai.add_thread(str(owner.scope), title="Mine")
    fake_openai.add_thread("user-999999")

    listing = backend.list_threads(owner, EVERYTHING)

    assert [thread["id"] for thread in listing.data] == [mine["id"]]
    assert listing.data[0] == {
        **mine,
        "metadata": {},
        "session_id": None,
        "assistant": "default",
    }
    row = ChatThread.objects.get()
    assert (row.scope, row.user_id, row.is_mirror) == (owner.scope, owner.user_id, True)


def test_openai_is_never_asked_for_everybodys_threads(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    backend.list_threads(owner, EVERYTHING)
    backend.list_threads(Owner(None), EVERYTHING)

    assert [dict(request.query)["user"] for request in fake_openai.requests] == [owner.scope]


def test_a_page_is_mirrored_in_a_constant_number_of_queries(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            backend.list_threads(owner, ListQuery(limit=100))
        return len(captured)

    fake_openai.add_thread(str(owner.scope))
    backend.list_threads(owner, EVERYTHING)
    few = queries()
    for _ in range(50):
        fake_openai.add_thread(str(owner.scope))
    backend.list_threads(owner, ListQuery(limit=100))

    assert queries() == few


@pytest.mark.parametrize("mirrored", [True, False])
def test_what_is_somebody_elses_does_not_exist(
    backend: HostedBackend,
    owner: Owner,
    stranger: Owner,
    fake_openai: FakeOpenAI,
    mirrored: bool,
) -> None:
    thread = fake_openai.add_thread(str(owner.scope), messages=["Hello"])["id"]
    if mirrored:
        backend.list_items(owner, thread, EVERYTHING, files_url=FILES)

    for ask in (
        lambda: backend.get_thread(stranger, thread),
        lambda: backend.list_items(stranger, thread, EVERYTHING, files_url=FILES),
        lambda: backend.sync_thread(stranger, thread),
        lambda: backend.update_thread(stranger, thread, {"metadata": {}}),
        lambda: backend.delete_thread(stranger, thread),
    ):
        with pytest.raises(NotFound):
            ask()

    assert thread in fake_openai.threads
    assert ChatThread.objects.filter(scope="user-999999").count() == 0


def test_items_come_as_openai_gives_them(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread(str(owner.scope), messages=["Hello", "Hi", "Bye"])["id"]

    listing = backend.list_items(owner, thread, ListQuery(order="asc", limit=2), files_url=FILES)

    assert listing.data == fake_openai.items[thread][:2]
    assert (listing.has_more, listing.mirror_age) == (True, None)


@pytest.mark.parametrize("fault", ["dead", "slow", "limited", "html"])
def test_without_openai_reads_come_from_the_mirror_with_its_age(
    browser: Client,
    backend: HostedBackend,
    owner: Owner,
    fake_openai_server: FakeOpenAIServer,
    fault: str,
) -> None:
    api = fake_openai_server.api
    thread = api.add_thread(str(owner.scope), messages=["Hello"])["id"]
    for path in ("threads", f"threads/{thread}/items"):
        assert "X-ChatKit-Mirror-Age" not in browser.get(f"/chatkit/{path}")
    ChatThread.objects.update(synced_at=timezone.now() - timedelta(seconds=90))
    if fault == "dead":
        fake_openai_server.stop()
    elif fault == "slow":
        backend.client.timeout = 0.1
        api.delay = 0.4
    elif fault == "limited":
        api.rate_limit_next(9, retry_after=60)
    else:
        api.garble_next(9)

    for path in ("threads", f"threads/{thread}", f"threads/{thread}/items"):
        response = browser.get(f"/chatkit/{path}")
        assert response.status_code == 200
        assert 90 <= int(response["X-ChatKit-Mirror-Age"]) <= 120


def test_a_thread_that_openai_has_no_more_is_gone_here_too(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread(str(owner.scope))["id"]
    backend.get_thread(owner, thread)
    del fake_openai.threads[thread]

    with pytest.raises(NotFound):
        backend.get_thread(owner, thread)

    assert backend.list_threads(owner, EVERYTHING).data == []


def test_a_merged_thread_keeps_its_remote_user_and_is_read_by_its_new_owner(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    visitor = Owner("anon-1")
    thread = fake_openai.add_thread("anon-1", messages=["Hello"])["id"]
    backend.get_thread(visitor, thread)
    ChatThread.objects.update(scope=owner.scope, remote_user="anon-1")

    listing = backend.list_threads(owner, EVERYTHING)
    items = backend.list_items(owner, thread, EVERYTHING, files_url=FILES)

    assert [entry["id"] for entry in listing.data] == [thread]
    assert len(items.data) == 1
    assert ChatThread.objects.get().remote_user == "anon-1"
    with pytest.raises(NotFound):
        backend.get_thread(visitor, thread)


def test_what_staff_locked_stays_locked_until_they_reopen_it(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    data = fake_openai.add_thread(str(owner.scope))
    backend.get_thread(owner, data["id"])
    ChatThread.objects.update(status="locked", status_reason="Abuse")
    data["title"] = "New"

    locked = backend.get_thread(owner, data["id"]).data
    ChatThread.objects.update(status="active", status_reason=None)
    data["status"] = {"type": "closed", "reason": "Done"}
    followed = backend.get_thread(owner, data["id"]).data

    assert (locked["status"], locked["title"]) == ({"type": "locked", "reason": "Abuse"}, "New")
    assert followed["status"] == {"type": "closed", "reason": "Done"}


def test_a_thread_is_deleted_here_and_there(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread(str(owner.scope))["id"]

    deleted = backend.delete_thread(owner, thread)

    assert deleted == {"id": thread, "object": "chatkit.thread.deleted", "deleted": True}
    assert fake_openai.threads == {}
    assert not ChatThread.objects.exists()


def test_a_thread_that_openai_does_not_delete_stays(
    backend: HostedBackend, owner: Owner, fake_openai_server: FakeOpenAIServer
) -> None:
    thread = fake_openai_server.api.add_thread(str(owner.scope))["id"]
    backend.get_thread(owner, thread)
    fake_openai_server.stop()

    with pytest.raises(Unavailable):
        backend.delete_thread(owner, thread)

    assert ChatThread.objects.exists()


def test_metadata_is_ours_and_survives_mirroring(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread(str(owner.scope))["id"]

    backend.update_thread(owner, thread, {"metadata": {"a": "b"}})

    assert backend.get_thread(owner, thread).data["metadata"] == {"a": "b"}


def test_titles_and_new_threads_are_openais(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    with pytest.raises(InvalidRequest):
        backend.update_thread(owner, "cthr_1", {"title": "New"})
    with pytest.raises(InvalidRequest):
        backend.create_thread(owner, title=None, metadata={}, session_id=None)

    assert fake_openai.requests == []


class Clock:
    """Seconds of which each look takes one."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def mirrored(backend: HostedBackend, api: FakeOpenAI, owner: Owner, count: int) -> ChatThread:
    """A thread of which the mirror has the head, and which was seen long ago."""
    thread = api.add_thread(str(owner.scope), messages=["Hello"] * count)["id"]
    backend.get_thread(owner, thread)
    long_ago = timezone.now() - timedelta(days=3)
    ChatThread.objects.filter(id=thread).update(synced_at=long_ago)
    return ChatThread.objects.get(id=thread)


def test_a_long_thread_is_read_as_far_as_the_time_goes(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    row = mirrored(backend, fake_openai, owner, 450)

    cut = backend.sync_row(row, TimeLimit(9, clock=Clock()))
    items, seen = row.items.count(), ChatThread.objects.get().synced_at
    whole = backend.sync_row(row, TimeLimit(None))

    assert (cut, seen) == (RemoteOutcome.OUT_OF_TIME, row.synced_at)
    assert 0 < items < 450
    assert (whole, row.items.count()) == (RemoteOutcome.DONE, 450)


def test_a_copy_whose_items_could_not_be_read_stays_as_old_as_it_was(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    row = mirrored(backend, fake_openai, owner, 3)
    retrieve = backend.client.threads.retrieve

    def then_fail(*args: Any, **options: Any) -> Any:
        thread = retrieve(*args, **options)
        fake_openai.fail_next(status=503)
        return thread

    backend.client.threads.retrieve = then_fail  # type: ignore[method-assign]

    assert backend.sync_row(row, TimeLimit(20)) == RemoteOutcome.UNREACHABLE
    assert ChatThread.objects.get().synced_at == row.synced_at


def test_running_out_of_time_is_not_held_against_openai(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    row = mirrored(backend, fake_openai, owner, 450)

    for _ in range(FAILURES + 1):
        backend.sync_row(row, TimeLimit(7, clock=Clock()))

    assert backend.sync_row(row, TimeLimit(None)) == RemoteOutcome.DONE


def test_a_thread_is_deleted_there_and_kept_here(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    row = mirrored(backend, fake_openai, owner, 1)

    first = backend.delete_there(row, TimeLimit(20))
    second = backend.delete_there(row, TimeLimit(20))

    assert (first, second) == (RemoteOutcome.DONE, RemoteOutcome.NOT_FOUND)
    assert fake_openai.threads == {}
    assert ChatThread.objects.get().vanished_at is not None
