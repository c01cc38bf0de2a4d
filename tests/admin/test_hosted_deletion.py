"""Conversations that OpenAI holds: deleting them here, there, or both."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from django_chatkit.models import ChatThread, ChatThreadItem
from django_chatkit.signals import thread_deleted
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer
from tests.admin.conversations import MORNING, XSS, make_thread
from tests.admin.hosted import (
    DELETE,
    LIST,
    SYNC_SELECTED,
    after_commit,
    chosen,
    delete,
    mirrored,
    outcomes,
    plain,
    said,
    url,
)


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
