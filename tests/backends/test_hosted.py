"""The hosted backend: minting, mirroring, ownership, and what happens without OpenAI."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from django_chatkit.backends import HostedBackend, assistants
from django_chatkit.backends.base import ListQuery, Owner, SessionRequest
from django_chatkit.enums import RemoteOutcome
from django_chatkit.exceptions import InvalidRequest, NotFound, Unavailable
from django_chatkit.hosted.breaker import FAILURES
from django_chatkit.hosted.time_limit import TimeLimit
from django_chatkit.models import ChatSession, ChatThread
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer
from django_chatkit.testing.pytest_plugin import (
    WORKFLOW_ID,
    fake_openai,
    fake_openai_server,
    hosted_assistant,
)

__all__ = ["fake_openai", "fake_openai_server", "hosted_assistant"]

pytestmark = pytest.mark.django_db

FILES = "https://site.test/chatkit/files"
EVERYTHING = ListQuery()


@pytest.fixture(autouse=True)
def no_failures_remembered() -> None:
    cache.clear()


@pytest.fixture
def backend(hosted_assistant: str) -> HostedBackend:
    backend = assistants[hosted_assistant]
    assert isinstance(backend, HostedBackend)
    return backend


@pytest.fixture
def ann() -> User:
    return User.objects.create_user("ann")


@pytest.fixture
def owner(ann: User) -> Owner:
    return Owner(f"user-{ann.pk}", ann.pk)


@pytest.fixture
def stranger() -> Owner:
    return Owner("user-999999")


@pytest.fixture
def browser(ann: User) -> Client:
    browser = Client()
    browser.force_login(ann)
    return browser


# Sessions


def test_a_session_is_minted_for_the_scope_and_only_its_secrets_hash_is_kept(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    session, secret = backend.create_session(
        owner, SessionRequest(state_variables={"plan": "pro"}, metadata={"a": "b"})
    )

    assert fake_openai.requests[0].json() == {
        "user": owner.scope,
        "workflow": {"id": WORKFLOW_ID, "state_variables": {"plan": "pro"}},
    }
    assert secret == fake_openai.sessions[session.id]["client_secret"]
    stored = ChatSession.objects.filter(id=session.id).values().get()
    assert secret not in str(stored)
    assert (stored["user_id"], stored["metadata"]) == (owner.user_id, {"a": "b"})


def test_the_settings_say_how_sessions_are_and_the_request_may_differ(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    backend.options["SESSION"] = {
        "expires_after": {"anchor": "created_at", "seconds": 60},
        "chatkit_configuration": {"file_upload": {"enabled": True}},
    }

    backend.create_session(
        owner,
        SessionRequest(
            expires_after=90,
            max_requests_per_minute=3,
            chatkit_configuration={"history": {"enabled": False}},
        ),
    )

    assert fake_openai.requests[0].json() == {
        "user": owner.scope,
        "workflow": {"id": WORKFLOW_ID},
        "expires_after": {"anchor": "created_at", "seconds": 90},
        "rate_limits": {"max_requests_per_1_minute": 3},
        "chatkit_configuration": {
            "file_upload": {"enabled": True},
            "history": {"enabled": False},
        },
    }


def test_a_session_belongs_to_somebody(backend: HostedBackend) -> None:
    with pytest.raises(InvalidRequest):
        backend.create_session(Owner(None), SessionRequest())


def test_minting_without_openai_is_503_and_says_when_to_come_back(
    browser: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    fake_openai.rate_limit_next(1, retry_after=42)

    response = browser.post("/chatkit/sessions", {}, content_type="application/json")

    assert (response.status_code, response["Retry-After"]) == (503, "42")
    assert response.json()["error"]["code"] == "upstream_unavailable"
    assert not ChatSession.objects.exists()


@pytest.mark.parametrize("fault", ["html", "dead", "key"])
def test_minting_never_shows_what_upstream_said(
    browser: Client, hosted_assistant: str, fake_openai_server: FakeOpenAIServer, fault: str
) -> None:
    if fault == "html":
        fake_openai_server.api.garble_next(1)
    elif fault == "dead":
        fake_openai_server.stop()
    else:
        fake_openai_server.api.api_key = "changed"

    response = browser.post("/chatkit/sessions", {}, content_type="application/json")

    assert response.status_code == 503
    assert response.json()["error"]["message"] == (
        "The assistant cannot be reached right now. Try again in a moment."
    )
    assert response["Retry-After"] == "5"


def test_a_cancellation_reaches_openai_after_the_commit(
    backend: HostedBackend,
    owner: Owner,
    fake_openai: FakeOpenAI,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    session, _secret = backend.create_session(owner, SessionRequest())

    with django_capture_on_commit_callbacks() as callbacks:
        backend.cancel_session(session)
        assert fake_openai.sessions[session.id]["status"] == "active"
    callbacks[0]()

    session.refresh_from_db()
    assert fake_openai.sessions[session.id]["status"] == "cancelled"
    assert (session.status, session.cancel_pending) == ("cancelled", False)


def test_a_cancellation_that_openai_does_not_hear_is_repeated_later(
    backend: HostedBackend,
    owner: Owner,
    fake_openai: FakeOpenAI,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    session, _secret = backend.create_session(owner, SessionRequest())
    fake_openai.fail_next(1, status=500)
    with django_capture_on_commit_callbacks(execute=True):
        backend.cancel_session(session)
    session.refresh_from_db()
    assert (session.status, session.cancel_pending) == ("cancelled", True)

    assert backend.retry_cancellations() == (1, 0)

    session.refresh_from_db()
    assert session.cancel_pending is False


def test_an_expired_session_needs_no_cancellation_at_openai(
    backend: HostedBackend,
    owner: Owner,
    fake_openai: FakeOpenAI,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    session, _secret = backend.create_session(owner, SessionRequest())
    ChatSession.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    session.refresh_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        backend.cancel_session(session)

    assert len(fake_openai.requests) == 1


# Reading


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


# Writing


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


# The circuit breaker


def test_a_dead_upstream_is_asked_no_more_for_a_while(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    fake_openai.fail_next(FAILURES, status=500)
    for _ in range(FAILURES):
        with pytest.raises(Unavailable):
            backend.create_session(owner, SessionRequest())

    with pytest.raises(Unavailable) as caught:
        backend.create_session(owner, SessionRequest())

    assert len(fake_openai.requests) == FAILURES
    assert caught.value.headers == {"Retry-After": "15"}


def test_the_circuit_is_shared_by_all_processes_through_the_cache(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    fake_openai.fail_next(FAILURES, status=500)
    for _ in range(FAILURES):
        with pytest.raises(Unavailable):
            backend.create_session(owner, SessionRequest())
    other_process = HostedBackend("default", backend.options)

    with pytest.raises(Unavailable):
        other_process.create_session(owner, SessionRequest())

    assert len(fake_openai.requests) == FAILURES


def test_one_request_tries_whether_openai_is_back_and_closes_the_circuit(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    fake_openai.fail_next(FAILURES, status=500)
    for _ in range(FAILURES):
        with pytest.raises(Unavailable):
            backend.create_session(owner, SessionRequest())
    cache.delete("django_chatkit:breaker:default:open")  # its fifteen seconds are over

    for _ in range(2):
        backend.create_session(owner, SessionRequest())

    assert len(fake_openai.sessions) == 2


def test_what_openai_refuses_does_not_open_the_circuit(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    for _ in range(FAILURES + 1):
        with pytest.raises(NotFound):
            backend.get_thread(owner, "cthr_unknown")

    assert len(fake_openai.requests) == FAILURES + 1


def test_neither_key_nor_workflow_may_be_missing() -> None:
    found: list[Any] = list(HostedBackend("legacy", {}).check())

    assert [message.id for message in found] == ["django_chatkit.E009"] * 2


# What staff do


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
