"""Mirroring everything: incremental, resumable, polite, and honest about what failed."""

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from django_chatkit import services
from django_chatkit.exceptions import InvalidRequest
from django_chatkit.hosted import ChatKitClient
from django_chatkit.hosted.mirror import mirror_items, mirror_threads, moment, write_new
from django_chatkit.hosted.sync import AHEAD, BATCH, Pause, Stopped, SyncReport, sync_threads
from django_chatkit.models import ChatSession, ChatSync, ChatThread, ChatThreadItem
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer

pytestmark = pytest.mark.django_db


def texts(thread_id: str) -> list[str]:
    """What a mirrored thread says, in order."""
    items = ChatThreadItem.objects.filter(thread__id=thread_id).order_by("position")
    return [item.payload["content"][0]["text"] for item in items]


def mirror(client: ChatKitClient, **options: Any) -> SyncReport:
    return sync_threads(client, "default", **options)


def test_threads_and_items_are_mirrored_under_their_users(
    hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    user = User.objects.create_user("ann")
    thread = fake_openai.add_thread(f"user-{user.pk}", title="Hi", messages=["Hello", "Good day"])

    report = services.sync(hosted_assistant)

    row = ChatThread.objects.get()
    assert (row.id, row.scope, row.user, row.title, row.is_mirror) == (
        thread["id"],
        f"user-{user.pk}",
        user,
        "Hi",
        True,
    )
    assert texts(row.id) == ["Hello", "Good day"]
    assert report == SyncReport("default", threads=1, new_threads=1, new_items=2)


def test_a_second_run_reads_one_page_of_each_thread_and_changes_nothing(
    client: ChatKitClient, fake_openai: FakeOpenAI
) -> None:
    fake_openai.add_thread("u", messages=["Hello"] * 150)
    mirror(client)
    fake_openai.requests.clear()

    report = mirror(client)

    assert [request.query for request in fake_openai.requests] == [
        (("limit", "100"), ("order", "asc")),
        (("limit", "100"), ("order", "desc")),
    ]
    assert set(report.drift().values()) == {0}


def test_new_changed_and_removed_items_are_taken_over(
    client: ChatKitClient, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread("u", messages=["one", "two", "three"])["id"]
    mirror(client)
    items = fake_openai.items[thread]
    items[0]["content"][0]["text"] = "ONE"
    del items[1]
    fake_openai.add_user_message(thread, "four")

    report = mirror(client)

    assert texts(thread) == ["ONE", "three", "four"]
    assert (report.new_items, report.changed_items, report.removed_items) == (1, 1, 1)


def test_a_thread_that_grew_by_more_than_a_page_is_read_from_its_beginning(
    client: ChatKitClient, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread("u", messages=["0"])["id"]
    mirror(client)
    for number in range(1, 251):
        fake_openai.add_user_message(thread, str(number))

    mirror(client)

    assert texts(thread) == [str(number) for number in range(251)]


def test_a_thread_that_vanished_is_kept_and_marked(
    client: ChatKitClient, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread("u", messages=["Hello"])["id"]
    mirror(client)
    del fake_openai.threads[thread]

    report = mirror(client)

    row = ChatThread.objects.get()
    assert row.vanished_at is not None
    assert texts(thread) == ["Hello"]
    assert report.vanished == 1


def test_an_interrupted_run_goes_on_after_the_last_page_that_was_done(
    client: ChatKitClient, fake_openai: FakeOpenAI
) -> None:
    for number in range(250):
        fake_openai.add_thread("u", id=f"cthr_{number:03}", created_at=number, messages=["Hi"])

    def interrupt(report: SyncReport) -> None:
        if report.threads == 120:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mirror(client, progress=interrupt)
    fake_openai.requests.clear()

    report = mirror(client)

    lists = [dict(r.query) for r in fake_openai.requests if r.path == "/chatkit/threads"]
    assert lists[0]["after"] == "cthr_099"
    assert (report.resumed, report.threads, report.vanished) == (True, 150, 0)
    assert ChatThreadItem.objects.count() == 250
    assert ChatSync.objects.get().finished_at is not None


def test_a_run_whose_place_was_deleted_begins_again(
    client: ChatKitClient, fake_openai: FakeOpenAI
) -> None:
    fake_openai.add_thread("u", messages=["Hello"])
    ChatSync.objects.create(assistant="default", cursor="cthr_gone")

    report = mirror(client)

    assert (report.error, report.threads) == (None, 1)


def test_a_thread_that_cannot_be_read_fails_alone_and_comes_with_the_next_run(
    client: ChatKitClient, fake_openai: FakeOpenAI
) -> None:
    broken = fake_openai.add_thread("u", messages=["Hello"])["id"]
    fake_openai.add_thread("u", messages=["Hello"])
    created_at = fake_openai.items[broken][0].pop("created_at")

    first = mirror(client)
    fake_openai.items[broken][0]["created_at"] = created_at
    second = mirror(client)

    assert first.failures == [(broken, "OpenAI's answer has no valid field 'created_at'.")]
    assert (first.failed, first.is_complete, first.new_items) == (1, False, 1)
    assert (second.new_items, second.is_complete) == (1, True)


def test_a_dead_upstream_ends_the_run_with_its_reason(
    client: ChatKitClient, fake_openai_server: FakeOpenAIServer
) -> None:
    fake_openai_server.stop()

    report = mirror(client)

    assert report.error == "OpenAI could not be reached."
    assert not report.is_complete


def test_a_rate_limit_pauses_everybody_for_as_long_as_asked(
    client: ChatKitClient, fake_openai: FakeOpenAI
) -> None:
    fake_openai.add_thread("u", messages=["Hello"])
    fake_openai.rate_limit_next(1, retry_after=30)
    now = [0.0]
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    report = mirror(client, pause=Pause(clock=lambda: now[0], sleep=sleep))

    assert slept == [30.0]
    assert report.is_complete
    assert report.new_items == 1


def test_an_interruption_does_not_wait_for_a_rate_limit_to_end() -> None:
    pause = Pause()
    pause.extend(3600)
    with ThreadPoolExecutor() as threads:
        waiting = threads.submit(pause.ask, list)

        pause.stop()

        with pytest.raises(Stopped):
            waiting.result(timeout=10)


def test_only_the_sites_own_scopes_are_mirrored(
    client: ChatKitClient, fake_openai: FakeOpenAI, settings: Any
) -> None:
    settings.CHATKIT_SCOPE_PREFIX = "shop-"
    fake_openai.add_thread("shop-user-1")
    fake_openai.add_thread("blog-user-1")

    report = mirror(client)

    assert list(ChatThread.objects.values_list("scope", flat=True)) == ["shop-user-1"]
    assert report.foreign == 1


@pytest.mark.parametrize("concurrency", [1, 3])
def test_so_many_requests_go_on_at_once_as_are_allowed(
    client: ChatKitClient,
    fake_openai: FakeOpenAI,
    monkeypatch: pytest.MonkeyPatch,
    concurrency: int,
) -> None:
    for _ in range(20):
        fake_openai.add_thread("u", messages=["Hello"])
    together = threading.Barrier(concurrency)
    now: list[int] = []
    most: list[int] = []

    def list_items(*arguments: Any, **options: Any) -> Any:
        now.append(1)
        most.append(len(now))
        with contextlib.suppress(threading.BrokenBarrierError):
            together.wait(timeout=10 if len(most) <= concurrency else 0)
        page = listed(*arguments, **options)
        now.pop()
        return page

    listed = client.threads.list_items
    monkeypatch.setattr(client.threads, "list_items", list_items)

    mirror(client, concurrency=concurrency)

    assert max(most) == concurrency
    assert ChatThreadItem.objects.count() == 20


def test_what_was_read_is_written_before_much_more_is_read(
    client: ChatKitClient, fake_openai: FakeOpenAI
) -> None:
    for _ in range(150):
        fake_openai.add_thread("u", messages=["Hello"])
    ahead: list[int] = []

    def look(report: SyncReport) -> None:
        asked = sum(request.path.endswith("/items") for request in fake_openai.requests)
        ahead.append(asked - report.threads)

    mirror(client, concurrency=2, progress=look)

    assert max(ahead) <= 2 * AHEAD + BATCH


def test_a_thread_that_somebody_opened_meanwhile_is_not_written_twice(
    client: ChatKitClient, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread("u", messages=["Hello", "Hi"])["id"]
    page = client.threads.list(user="u")
    rows, _changes = mirror_threads(page.data, assistant="default", find_user=lambda scope: None)
    items = client.threads.list_items(thread, order="asc").data
    mirror_items(client, rows[0])

    write_new([(rows[0], items)])

    assert texts(thread) == ["Hello", "Hi"]
    assert ChatThread.objects.get().last_activity_at == moment(items[-1].created_at)


def test_one_users_threads_leave_the_others_alone(
    hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    gone = fake_openai.add_thread("user-1")["id"]
    fake_openai.add_thread("user-2")
    services.sync(hosted_assistant)
    fake_openai.threads.clear()
    fake_openai.requests.clear()

    services.sync(hosted_assistant, user="user-1")

    assert dict(fake_openai.requests[0].query)["user"] == "user-1"
    assert [row.id for row in ChatThread.objects.exclude(vanished_at=None)] == [gone]


def test_a_users_threads_from_before_the_log_in_are_found_by_their_remote_user(
    hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread("anon-1", messages=["Hello"])["id"]
    services.sync(hosted_assistant)
    ChatThread.objects.update(scope="user-1", remote_user="anon-1")
    fake_openai.add_assistant_message(thread, "Hi")

    report = services.sync(hosted_assistant, user="user-1")

    assert ChatThread.objects.get().scope == "user-1"
    assert texts(thread) == ["Hello", "Hi"]
    assert report.vanished == 0


def test_unfinished_cancellations_are_repeated(
    hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    minted = ChatKitClient(
        api_key=fake_openai.api_key, base_url=services.backend_of("default").options["BASE_URL"]
    ).sessions.create(user="u", workflow={"id": "wf"})
    session = ChatSession.objects.create(
        id=minted.id,
        scope="u",
        assistant="default",
        status="cancelled",
        cancel_pending=True,
        secret_hash="x",
        expires_at=timezone.now() + timedelta(minutes=5),
    )

    services.sync(hosted_assistant)

    session.refresh_from_db()
    assert session.cancel_pending is False
    assert fake_openai.sessions[minted.id]["status"] == "cancelled"


def test_a_self_hosted_assistant_has_nothing_to_mirror(
    scripted_agent: Callable[..., Any],
) -> None:
    scripted_agent("Hi")

    with pytest.raises(InvalidRequest):
        services.sync("default")


def test_nul_and_lone_surrogates_become_replacement_characters(
    client: ChatKitClient, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread("u", title="a\x00b", messages=["x\x00y\ud800z"])["id"]

    mirror(client)

    assert ChatThread.objects.get().title == "a�b"
    assert texts(thread) == ["x�y�z"]
