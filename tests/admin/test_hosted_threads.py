"""Conversations that OpenAI holds: how old the copy is, syncing it, deleting here or there."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.auth.models import User
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries, Settings

from django_chatkit import services
from django_chatkit.enums import RemoteOutcome
from django_chatkit.hosted import ChatKitClient
from django_chatkit.models import ChatThread, ChatThreadItem
from django_chatkit.signals import thread_deleted
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer
from tests.admin.conversations import MORNING, XSS, exchange, item, make_thread

LIST = reverse("admin:django_chatkit_chatthread_changelist")
SYNC_SELECTED = reverse("admin:django_chatkit_chatthread_sync_selected")
DELETE = reverse("admin:django_chatkit_chatthread_delete_hosted")

after_commit = pytest.mark.django_db(transaction=True)

SELF_HOSTED = {"BACKEND": "django_chatkit.backends.SelfHostedBackend"}


@pytest.fixture
def lead(client: Client, admin_user: User) -> Client:
    client.force_login(admin_user)
    return client


def mirrored(api: FakeOpenAI, *messages: str, **fields: Any) -> ChatThread:
    """A thread that OpenAI holds, and its copy as it was when the messages had been said."""
    data = api.add_thread("user-1", title=fields.pop("title", None), messages=messages)
    row = ChatThread.objects.create(
        **{
            "id": data["id"],
            "scope": "user-1",
            "assistant": "default",
            "title": data["title"],
            "is_mirror": True,
            "payload": data,
            "synced_at": timezone.now(),
            **fields,
        }
    )
    ChatThreadItem.objects.bulk_create(
        item(row, position, entry["type"], entry, id=entry["id"])
        for position, entry in enumerate(api.items[data["id"]])
    )
    return row


def url(name: str, thread: ChatThread) -> str:
    return reverse(f"admin:django_chatkit_chatthread_{name}", args=[thread.pk])


def plain(html: str) -> str:
    """What a page says, without its mark-up."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def said(response: Any) -> list[str]:
    """The messages of the page that a response leads to."""
    return [str(message) for message in response.context["messages"]]


def sync(client: Client, thread: ChatThread) -> Any:
    return client.post(url("sync", thread), {"confirmed": "yes"}, follow=True)


def chosen(*threads: ChatThread, **fields: str) -> dict[str, Any]:
    return {"_selected_action": [thread.pk for thread in threads], **fields}


def delete(client: Client, where: str, *threads: ChatThread) -> Any:
    return client.post(DELETE, chosen(*threads, confirmed="yes", where=where), follow=True)


def outcomes(response: Any) -> dict[str, str]:
    """What a page of outcomes says about each conversation."""
    return {plain(line.title): line.told.label for line in response.context["lines"]}


# The state of the copy


@pytest.fixture
def states(hosted_assistant: str, fake_openai: FakeOpenAI) -> dict[str, ChatThread]:
    """One thread in each state."""
    long_ago = timezone.now() - timedelta(days=3)
    return {
        "in_step": mirrored(fake_openai, "Hello", title="Fresh"),
        "behind": mirrored(fake_openai, "Hello", title="Old", synced_at=long_ago),
        "vanished": mirrored(fake_openai, "Hello", title="Gone", vanished_at=long_ago),
        "never": mirrored(fake_openai, title="Unread", synced_at=None),
    }


def test_a_thread_that_was_only_listed_was_never_synced(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    listed = mirrored(fake_openai, title="Seen in a list")

    page = plain(lead.get(url("change", listed)).content.decode())

    assert lead.get(LIST, {"mirror": "never"}).context["cl"].result_list == [listed]
    assert lead.get(LIST, {"mirror": "in_step"}).context["cl"].result_list == []
    assert "Never synced OpenAI holds the conversation; nothing of it was read yet." in page
    assert "Last synced" not in page


def test_the_list_shows_how_each_copy_stands_and_since_when(
    lead: Client, states: dict[str, ChatThread]
) -> None:
    make_thread(9, title="Own")

    page = lead.get(LIST).content.decode()

    cells = re.findall(r'<td class="field-mirror">(.*?)</td>', page)
    long_ago = date_format(timezone.now() - timedelta(days=3), "SHORT_DATE_FORMAT")
    titles = re.findall(r"<bdi>(\w+)</bdi></a>", page)
    shown = {title: plain(cell) for title, cell in zip(titles, cells, strict=True)}
    assert {title: words.partition(f" {long_ago}")[0] for title, words in shown.items()} == {
        "Fresh": "In step just now",
        "Old": "May be behind",
        "Gone": "Gone at OpenAI",
        "Unread": "Never synced",
        "Own": "",
    }
    assert shown["Old"] != "May be behind"
    assert page.count('<svg class="chatkit-cloud"') == 4


@pytest.mark.parametrize("state", ["in_step", "behind", "vanished", "never"])
def test_the_list_is_filtered_by_state(
    lead: Client, states: dict[str, ChatThread], state: str
) -> None:
    make_thread(9)

    assert lead.get(LIST, {"mirror": state}).context["cl"].result_list == [states[state]]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("in_step", "In step The copy was compared with OpenAI within the last day."),
        ("behind", "May be behind Nobody has asked OpenAI for more than a day"),
        ("vanished", "Gone at OpenAI OpenAI has it no more. The copy is kept for you"),
        ("never", "Never synced OpenAI holds the conversation; nothing of it was read yet."),
    ],
)
def test_the_page_of_a_conversation_says_how_its_copy_stands(
    lead: Client, states: dict[str, ChatThread], state: str, words: str
) -> None:
    page = lead.get(url("change", states[state])).content.decode()

    assert words in plain(page)


def test_a_mirrored_conversation_reads_like_any_other(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Where is my **parcel**?", "On its **way**.")
    fake_openai.add_user_message(thread.id, "Look", attachments=[])
    file = {"id": "cfile_1", "type": "file", "name": "a.pdf", "mime_type": "application/pdf"}
    sent = fake_openai.add_user_message(thread.id, "Here", attachments=[file])
    item(thread, 5, "chatkit.user_message", sent).save()
    item(thread, 6, "chatkit.widget", {"widget": '{"type": "Card"}'}).save()
    item(thread, 7, "chatkit.invented_later", {"x": XSS}).save()
    item(thread, 8, "chatkit.task", {"nothing": "documented"}).save()

    response = lead.get(url("change", thread))

    entries = response.context["conversation"].entries
    assert [(entry.side, entry.type) for entry in entries] == [
        ("visitor", "user_message"),
        ("assistant", "assistant_message"),
        ("visitor", "user_message"),
        ("machine", "widget"),
        ("machine", "chatkit.invented_later"),
        ("machine", "chatkit.task"),
    ]
    page = response.content.decode()
    assert "On its <strong>way</strong>." in page
    assert "a.pdf application/pdf · held by OpenAI" in plain(page)
    assert "<script>alert" not in page
    assert response.context["facts"]["messages"] == "3"


def test_a_mirrored_conversation_is_counted_and_called_like_any_other(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    mirrored(fake_openai, "Where is my parcel?", "On its way.")

    page = lead.get(LIST).content.decode()

    assert '<bdi class="chatkit-opening">Where is my parcel?</bdi>' in page
    assert '2<span class="chatkit-unit"> messages</span>' in page


def test_an_imported_conversation_says_where_it_came_from(
    lead: Client, settings: Settings, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    settings.CHATKIT_ASSISTANTS = {
        "legacy": settings.CHATKIT_ASSISTANTS["default"],
        "default": SELF_HOSTED,
    }
    thread = mirrored(fake_openai, "Hello", assistant="legacy")
    make_thread(2, payload={"note": "never was at OpenAI"})
    services.import_history("legacy", "default")

    listed = lead.get(LIST).content.decode()
    page = plain(lead.get(url("change", thread)).content.decode())

    assert re.search(r"Came from OpenAI, assistant legacy Imported: \w+\.? \d+, \d{4}", page)
    assert "Sync now" not in page
    assert listed.count('<span class="chatkit-mirror-word">Imported</span>') == 1


@pytest.mark.database
@pytest.mark.parametrize("count", [1, 60])
def test_the_list_costs_the_same_queries_however_many_copies(
    lead: Client,
    hosted_assistant: str,
    fake_openai: FakeOpenAI,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    for number in range(count):
        mirrored(fake_openai, "Hello", "Hi")
        make_thread(number)

    # Session, staff user; page of threads, message counts, first words, which were imported.
    with django_assert_num_queries(6) as queries:
        lead.get(LIST)
    assert fake_openai.requests == []
    assert not [each for each in queries.captured_queries if "COUNT(*)" in each["sql"]]


def test_a_site_of_its_own_shows_no_sign_of_openai(lead: Client) -> None:
    thread = make_thread(1)
    exchange(thread, 2)

    listed = lead.get(LIST).content.decode()
    page = lead.get(url("change", thread)).content.decode()

    for html in (listed, page):
        assert "OpenAI" not in html
        assert "Sync" not in html
    assert "?mirror=" not in listed


def test_own_conversations_beside_hosted_ones_are_as_ever(
    lead: Client, settings: Settings, hosted_assistant: str
) -> None:
    settings.CHATKIT_ASSISTANTS = {**settings.CHATKIT_ASSISTANTS, "own": SELF_HOSTED}
    thread = make_thread(1, assistant="own")

    page = lead.get(url("change", thread)).content.decode()
    asked = lead.get(url("delete", thread)).content.decode()

    assert "OpenAI" not in page
    assert "Delete where?" not in asked
    assert lead.post(url("sync", thread), {"confirmed": "yes"}).status_code == 404


# Sync


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


# Delete


def test_asking_says_what_each_choice_does_and_deletes_nothing(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello", "Hi", title=XSS)

    html = lead.get(url("delete", thread)).content.decode()
    lead.post(url("delete", thread), {"post": "yes"})

    page = plain(html)
    assert "Delete where?" in page
    assert "If OpenAI cannot be reached, nothing is deleted." in page
    assert "it comes back with the next sync, or when the person opens the chat." in page
    assert "The copy here is kept for you." in page
    assert "This cannot be undone. Thread items: 2 Attachments: 0" in page
    assert re.search(r'value="both"[^>]* checked', html)
    assert "<script>alert" not in html
    assert fake_openai.requests == []
    assert ChatThread.objects.exists()


@after_commit
@pytest.mark.parametrize(
    ("where", "here", "there", "message"),
    [
        ("both", False, False, "Deleted here and at OpenAI."),
        ("here", False, True, "Deleted here."),
        (
            "there",
            True,
            False,
            "Deleted at OpenAI. The copy here is kept for you; the person no longer sees it.",
        ),
    ],
)
def test_a_conversation_is_deleted_where_it_was_chosen(
    lead: Client,
    hosted_assistant: str,
    fake_openai: FakeOpenAI,
    where: str,
    here: bool,
    there: bool,
    message: str,
) -> None:
    thread = mirrored(fake_openai, "Hello")
    told: list[str] = []

    def listen(**signal: Any) -> None:
        told.append(signal["thread_id"])

    thread_deleted.connect(listen)
    try:
        response = delete(lead, where, thread)
    finally:
        thread_deleted.disconnect(listen)

    assert ChatThread.objects.exists() is here
    assert ChatThreadItem.objects.exists() is here
    assert (thread.id in fake_openai.threads) is there
    assert said(response) == [message]
    assert response.redirect_chain[-1][0] == (url("change", thread) if here else LIST)
    assert told == ([] if here else [thread.id])


def test_what_is_kept_here_is_marked_as_gone_there(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello")

    delete(lead, "there", thread)

    assert ChatThread.objects.get().vanished_at is not None


@pytest.mark.parametrize(
    ("where", "flag", "message"),
    [
        ("both", DELETION, "Deleted here and at OpenAI."),
        ("here", DELETION, ""),
        ("there", CHANGE, "Deleted at OpenAI."),
    ],
)
def test_a_deletion_is_logged_by_id_and_keeps_no_title(
    lead: Client,
    hosted_assistant: str,
    fake_openai: FakeOpenAI,
    where: str,
    flag: int,
    message: str,
) -> None:
    thread = mirrored(fake_openai, "Hello", title="Private matter")

    delete(lead, where, thread)

    entry = LogEntry.objects.get()
    assert (entry.action_flag, entry.object_repr, entry.change_message) == (
        flag,
        thread.id,
        message,
    )


@pytest.mark.parametrize(
    ("where", "kept", "message"),
    [
        ("both", False, "Deleted here. OpenAI had it no more."),
        (
            "there",
            True,
            "Not found at OpenAI. There was nothing to delete. The copy here is kept and marked.",
        ),
    ],
)
def test_deleting_what_openai_has_no_more(
    lead: Client,
    hosted_assistant: str,
    fake_openai: FakeOpenAI,
    where: str,
    kept: bool,
    message: str,
) -> None:
    thread = mirrored(fake_openai, "Hello")
    fake_openai.threads.clear()

    assert said(delete(lead, where, thread)) == [message]
    assert ChatThread.objects.exists() is kept


@pytest.mark.parametrize("where", ["both", "there"])
def test_without_openai_nothing_is_deleted(
    lead: Client, hosted_assistant: str, fake_openai_server: FakeOpenAIServer, where: str
) -> None:
    thread = mirrored(fake_openai_server.api, "Hello")
    fake_openai_server.stop()

    response = delete(lead, where, thread)

    assert said(response) == [
        "OpenAI not reached. Nothing was deleted, neither here nor there. Try again in a minute."
    ]
    assert ChatThread.objects.get().vanished_at is None
    assert not LogEntry.objects.exists()


def test_of_what_vanished_only_the_copy_is_offered_first(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello", vanished_at=MORNING)

    html = lead.get(url("delete", thread)).content.decode()

    assert re.search(r'value="here"[^>]* checked', html)
    assert "OpenAI has the conversation no more." in html


def test_where_nobody_can_be_asked_only_the_copy_can_be_deleted(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello", assistant="gone")

    html = lead.get(url("delete", thread)).content.decode()
    refused = delete(lead, "both", thread)

    assert re.search(r'value="both"[^>]* disabled', html)
    assert re.search(r'value="here"[^>]* checked', html)
    assert said(refused)[0].startswith("Nobody to ask.")
    assert ChatThread.objects.exists()


def test_several_are_deleted_at_once_with_the_sites_own_among_them(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    own = make_thread(1, title="Own")
    first = mirrored(fake_openai, "Hello", title="First")
    second = mirrored(fake_openai, "Hello", title="Second")
    kept = mirrored(fake_openai, "Hello", title="Kept")
    fake_openai.fail_next(status=500)

    asked = lead.post(LIST, chosen(own, first, second, action="delete_selected", index="0"))
    response = delete(lead, "both", own, first, second)

    page = plain(asked.content.decode())
    assert "Delete 3 conversations" in page
    assert "1 of them is this site’s own: it is deleted unless you choose OpenAI alone." in page
    assert sorted(outcomes(response).values()) == [
        "Deleted here",
        "Deleted here and at OpenAI",
        "OpenAI not reached",
    ]
    assert ChatThread.objects.count() == 2
    assert kept.id in fake_openai.threads


def test_the_sites_own_are_left_alone_when_only_openai_is_chosen(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    own, held = make_thread(1), mirrored(fake_openai, "Hello")

    delete(lead, "there", own, held)

    assert ChatThread.objects.count() == 2
    assert fake_openai.threads == {}


def test_a_selection_of_own_conversations_is_deleted_as_ever(
    lead: Client, hosted_assistant: str
) -> None:
    first, second = make_thread(1), make_thread(2)

    asked = lead.post(LIST, chosen(first, second, action="delete_selected", index="0"))
    lead.post(LIST, chosen(first, second, action="delete_selected", post="yes"))

    assert "Delete where?" not in asked.content.decode()
    assert not ChatThread.objects.exists()


@pytest.mark.parametrize("where", ["", "everywhere"])
def test_without_a_choice_it_is_asked_again(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI, where: str
) -> None:
    thread = mirrored(fake_openai, "Hello")

    response = delete(lead, where, thread)

    assert "Delete where?" in response.content.decode()
    assert fake_openai.requests == []
    assert ChatThread.objects.exists()


def test_a_selection_that_is_gone_leads_back_to_the_list(
    lead: Client, hosted_assistant: str
) -> None:
    for address in (DELETE, SYNC_SELECTED):
        response = lead.post(address, {"_selected_action": ["77", "x"], "confirmed": "yes"})
        assert response["Location"] == LIST


@pytest.mark.parametrize("count", [2, 40])
def test_asking_costs_the_same_queries_however_many_are_chosen(
    lead: Client,
    hosted_assistant: str,
    fake_openai: FakeOpenAI,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    threads = [mirrored(fake_openai, "Hello") for _ in range(count)]

    # Session, staff user, threads; first words, message counts.
    with django_assert_num_queries(5):
        lead.post(SYNC_SELECTED, chosen(*threads))
    with django_assert_num_queries(7):  # how many items and files go
        lead.post(DELETE, chosen(*threads))


# Who may


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


def test_deleting_needs_its_permission(
    staff: Callable[..., Client], hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello")
    client = staff("view_chatthread", "change_chatthread", "moderate_chatthread")

    page = client.get(url("change", thread)).content.decode()
    asked = client.get(url("delete", thread))
    refused = client.post(DELETE, chosen(thread, confirmed="yes", where="there"))

    assert url("delete", thread) not in page
    assert (asked.status_code, refused.status_code) == (403, 403)
    assert fake_openai.requests == []
    assert ChatThread.objects.exists()


def test_who_is_not_staff_reaches_nothing(
    client: Client, alice: User, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Hello")
    client.force_login(alice)

    for address in (url("sync", thread), SYNC_SELECTED, DELETE):
        response = client.post(address, chosen(thread, confirmed="yes", where="both"))
        assert response.status_code == 302
        assert "/login/" in response["Location"]
    assert fake_openai.requests == []
