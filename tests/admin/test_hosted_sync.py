"""Conversations that OpenAI holds: bringing the copy up to date."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import connection, connections
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from django_chatkit import services
from django_chatkit.enums import RemoteOutcome
from django_chatkit.hosted import ChatKitClient
from django_chatkit.models import ChatThread, ChatThreadItem
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer
from tests.admin.conversations import MORNING, make_thread
from tests.admin.hosted import (
    LIST,
    SYNC_SELECTED,
    after_commit,
    chosen,
    delete,
    mirrored,
    outcomes,
    plain,
    said,
    sync,
    url,
)


def test_one_click_brings_the_copy_up_to_date(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello", synced_at=timezone.now() - timedelta(days=3))
    fake_openai.add_assistant_message(thread.id, "Good morning")
    fake_openai.threads[thread.id]["title"] = "Greetings"
    button = f'<form method="post" action="{url("sync", thread)}">'

    assert button in lead.get(url("change", thread)).content.decode()
    response = sync(lead, thread)

    assert said(response) == ["Synced."]
    page = response.content.decode()
    assert "Good morning" in page
    assert "Greetings" in page
    assert "In step" in page
    entry = LogEntry.objects.get()
    assert (entry.action_flag, entry.object_repr) == (CHANGE, thread.id)
    assert entry.change_message == "Synced with OpenAI."


def test_what_openai_has_no_more_is_kept_and_marked(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello")
    del fake_openai.threads[thread.id]

    response = sync(lead, thread)

    assert said(response) == [
        "Not found at OpenAI. The copy here is kept for you; the person no longer sees it."
    ]
    assert "Gone at OpenAI" in response.content.decode()
    assert ChatThreadItem.objects.count() == 1


def test_what_vanished_by_mistake_comes_back(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello", vanished_at=MORNING)

    assert said(sync(lead, thread)) == ["Synced."]
    assert ChatThread.objects.get().vanished_at is None


def test_the_thread_of_somebody_else_at_openai_is_not_taken_over(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello")
    fake_openai.threads[thread.id].update(user="user-2", title="Theirs")

    assert said(sync(lead, thread))[0].startswith("Not found at OpenAI.")
    assert ChatThread.objects.get().title is None


def test_without_openai_nothing_changes_and_it_says_what_to_do(
    lead: Client, hosted_assistant: str, fake_openai_server: FakeOpenAIServer
) -> None:
    thread = mirrored(fake_openai_server.api, "Hello")
    fake_openai_server.stop()

    response = sync(lead, thread)

    assert said(response) == [
        "OpenAI not reached. The copy here is as it was. Try again in a minute."
    ]
    assert response.redirect_chain[-1][0] == url("change", thread)
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("fault", ["error", "rate limit", "garbled"])
def test_an_openai_that_fails_is_not_reached(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI, fault: str
) -> None:
    thread = mirrored(fake_openai, "Hello")
    {
        "error": lambda: fake_openai.fail_next(status=502),
        "rate limit": fake_openai.rate_limit_next,
        "garbled": fake_openai.garble_next,
    }[fault]()

    assert said(sync(lead, thread))[0].startswith("OpenAI not reached.")


def test_a_refused_key_is_the_settings_fault(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello")
    fake_openai.api_key = "sk-another"

    (message,) = said(sync(lead, thread))

    assert message == (
        "OpenAI refused. The copy here is as it was. Check the key and the project of the "
        "assistant “default”; the log says more."
    )
    assert "sk-" not in message


def test_a_slow_openai_does_not_hang_the_page(
    lead: Client, settings: Settings, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    entry = settings.CHATKIT_ASSISTANTS["default"]
    settings.CHATKIT_ASSISTANTS = {
        "default": {**entry, "OPTIONS": {**entry["OPTIONS"], "TIMEOUT": 0.05}}
    }
    thread = mirrored(fake_openai, "Hello")
    fake_openai.delay = 0.5

    assert said(sync(lead, thread))[0].startswith("OpenAI not reached.")


@after_commit
def test_no_transaction_is_open_while_openai_is_asked(
    lead: Client,
    hosted_assistant: str,
    fake_openai: FakeOpenAI,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(connections.settings["default"], "ATOMIC_REQUESTS", True)
    thread = mirrored(fake_openai, "Hello")
    open_: list[bool] = []
    perform = ChatKitClient.perform

    def watch(client: ChatKitClient, operation: Any) -> Any:
        open_.append(connection.in_atomic_block)
        return perform(client, operation)

    monkeypatch.setattr(ChatKitClient, "perform", watch)
    sync(lead, thread)
    delete(lead, "both", thread)

    assert open_ == [False, False, False]
    assert not ChatThread.objects.exists()


def test_an_assistant_that_is_configured_no_more_cannot_be_asked(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello", assistant="gone")

    page = lead.get(url("change", thread)).content.decode()

    assert "Sync now" not in page
    assert said(sync(lead, thread)) == [
        "Nobody to ask. The copy here is as it was. The settings name no hosted assistant “gone”."
    ]


def test_several_are_synced_at_once_and_each_outcome_is_listed(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    fresh = mirrored(fake_openai, "Hello", title="Fresh")
    gone = mirrored(fake_openai, "Hello", title="Gone")
    del fake_openai.threads[gone.id]
    lost = mirrored(fake_openai, "Hello", title="Lost", assistant="gone")
    own = make_thread(1, title="Own")
    everything = (fresh, gone, lost, own)

    asked = lead.post(LIST, chosen(*everything, action="sync_selected", index="0"))
    page = plain(asked.content.decode())
    response = lead.post(SYNC_SELECTED, chosen(fresh, gone, lost, confirmed="yes"))

    assert "Sync 3 conversations" in page
    assert "1 of those you chose is this site’s own and is left alone." in page
    assert "It takes 20 seconds at most" in page
    assert f'value="{own.pk}"' not in asked.content.decode().partition("<form method")[2]
    assert outcomes(response) == {
        "Lost": "Nobody to ask",
        "Gone": "Not found at OpenAI",
        "Fresh": "Synced",
    }
    assert LogEntry.objects.get().object_repr == fresh.id


def test_choosing_the_action_alone_asks_nobody(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello")

    lead.post(LIST, chosen(thread, action="sync_selected", index="0"))
    lead.post(SYNC_SELECTED, chosen(thread))
    lead.get(url("sync", thread))

    assert fake_openai.requests == []


def test_a_selection_of_own_conversations_has_nothing_to_sync(
    lead: Client, hosted_assistant: str
) -> None:
    thread = make_thread(1)

    response = lead.post(LIST, chosen(thread, action="sync_selected", index="0"), follow=True)

    assert said(response) == ["OpenAI holds none of these conversations."]


def test_a_dead_openai_is_asked_a_few_times_only(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    threads = [mirrored(fake_openai, "Hello", title=f"Nr. {number}") for number in range(20)]
    fake_openai.fail_next(100, status=500)

    response = lead.post(SYNC_SELECTED, chosen(*threads, confirmed="yes"))

    assert set(outcomes(response).values()) == {"OpenAI not reached"}
    assert len(fake_openai.requests) == 5


@pytest.mark.django_db
def test_when_the_time_is_up_the_rest_is_not_begun(
    hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    threads = [mirrored(fake_openai, "Hello") for _ in range(3)]

    done = services.sync_held_threads(threads, seconds=0)
    gone = services.delete_held_threads(threads, here=True, there=True, seconds=0)

    assert [outcome for _thread, outcome in done] == [RemoteOutcome.OUT_OF_TIME] * 3
    assert [(each.there, each.here) for each in gone] == [(RemoteOutcome.OUT_OF_TIME, False)] * 3
    assert fake_openai.requests == []
    assert ChatThread.objects.count() == 3


def test_a_queue_takes_a_selection_and_leaves_one_to_the_page(
    lead: Client,
    hosted_assistant: str,
    fake_openai: FakeOpenAI,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = mirrored(fake_openai, "Hello"), mirrored(fake_openai, "Hello")
    queued: list[list[str]] = []
    tasks = SimpleNamespace(sync_threads=SimpleNamespace(enqueue=queued.append))
    monkeypatch.setattr("django_chatkit.services.has_queue", lambda: True)
    monkeypatch.setattr("django_chatkit.services.background.import_module", lambda name: tasks)

    asked = lead.post(SYNC_SELECTED, chosen(first, second))
    response = lead.post(SYNC_SELECTED, chosen(first, second, confirmed="yes"), follow=True)

    assert "This is done in the background." in asked.content.decode()
    assert [sorted(ids) for ids in queued] == [sorted([first.id, second.id])]
    assert said(response) == [
        "2 conversations are synced in the background. Reload the list to see how far they are."
    ]
    assert fake_openai.requests == []
    assert LogEntry.objects.count() == 2
    assert said(sync(lead, first)) == ["Synced."]


def test_syncing_needs_its_permission(
    staff: Callable[..., Client], hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello")
    client = staff("view_chatthread", "moderate_chatthread", "delete_chatthread")

    page = client.get(url("change", thread)).content.decode()
    listed = client.get(LIST).content.decode()
    one = client.post(url("sync", thread), {"confirmed": "yes"})
    several = client.post(SYNC_SELECTED, chosen(thread, confirmed="yes"))

    assert "Sync now" not in page
    assert "sync_selected" not in listed
    assert "In step" in page
    assert (one.status_code, several.status_code) == (403, 403)
    assert fake_openai.requests == []


def test_with_its_permission_a_conversation_can_be_synced(
    staff: Callable[..., Client], hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello")
    client = staff("view_chatthread", "change_chatthread")

    assert "Sync now" in client.get(url("change", thread)).content.decode()
    assert said(sync(client, thread)) == ["Synced."]
