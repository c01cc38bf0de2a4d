"""Revoking sessions: here at once, at OpenAI as soon as it answers, and said as it is."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from django_chatkit import services
from django_chatkit.backends import HostedBackend, assistants
from django_chatkit.backends.base import Owner, SessionRequest
from django_chatkit.enums import Revocation
from django_chatkit.models import ChatSession
from django_chatkit.signals import session_cancelled
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer

LIST = reverse("admin:django_chatkit_chatsession_changelist")
REVOKE_SELECTED = reverse("admin:django_chatkit_chatsession_revoke_selected")

after_commit = pytest.mark.django_db(transaction=True)
"""OpenAI is told after the commit, so there must be one."""


def session(number: int, **fields: Any) -> ChatSession:
    values = {
        "scope": f"anon-{number:032x}",
        "assistant": "default",
        "expires_at": timezone.now() + timedelta(minutes=10),
        **fields,
    }
    return ChatSession.objects.create(
        id=f"cksess_{number:032x}", secret_hash=f"secret{number:058x}", **values
    )


def minted(alias: str, scope: str = "user-1") -> tuple[ChatSession, str]:
    """A session of a hosted assistant with its secret."""
    backend = assistants[alias]
    assert isinstance(backend, HostedBackend)
    return backend.create_session(Owner(scope), SessionRequest())


def url(name: str, row: ChatSession) -> str:
    return reverse(f"admin:django_chatkit_chatsession_{name}", args=[row.pk])


def said(response: Any) -> list[str]:
    """The messages of the page that a response leads to."""
    return [str(message) for message in response.context["messages"]]


def revoke(client: Client, row: ChatSession) -> Any:
    return client.post(url("revoke", row), {"confirmed": "yes"}, follow=True)


def outcomes(response: Any) -> dict[str, str]:
    """What a page of outcomes says about each session."""
    return {line.title: line.told.label for line in response.context["lines"]}


# One session


def test_asking_says_what_happens_and_revokes_nothing(lead: Client) -> None:
    row = session(1)

    page = lead.get(url("revoke", row)).content.decode()
    lead.post(url("revoke", row))

    assert "Revoke this session" in page
    assert "opens nothing any more on this site, at once and for good" in page
    assert "OpenAI" not in page
    assert ChatSession.objects.get().status == "active"


def test_a_revoked_session_opens_nothing_any_more_and_the_site_is_told(lead: Client) -> None:
    row = session(1)
    told: list[str] = []

    def listen(**signal: Any) -> None:
        told.append(signal["session"].id)

    session_cancelled.connect(listen)
    try:
        response = revoke(lead, row)
    finally:
        session_cancelled.disconnect(listen)

    found = ChatSession.objects.get()
    assert (found.status, found.cancelled_at is None, found.cancel_pending) == (
        "cancelled",
        False,
        False,
    )
    assert said(response) == ["Revoked."]
    assert response.redirect_chain[-1][0] == url("change", row)
    assert told == [row.id]


def test_a_revocation_is_logged_under_the_session(lead: Client, admin_user: User) -> None:
    row = session(1)

    revoke(lead, row)

    entry = LogEntry.objects.get()
    assert (entry.user, entry.action_flag, entry.object_id, entry.object_repr) == (
        admin_user,
        CHANGE,
        str(row.pk),
        row.id,
    )
    assert entry.change_message == "Revoked."


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "cancelled", "cancelled_at": timezone.now()},
        {"expires_at": timezone.now() - timedelta(minutes=1)},
    ],
)
def test_a_session_that_has_ended_is_left_alone_and_offers_no_button(
    lead: Client, fields: dict[str, Any]
) -> None:
    row = session(1, **fields)

    page = lead.get(url("change", row)).content.decode()
    response = revoke(lead, row)

    assert url("revoke", row) not in page
    assert said(response) == ["Had ended already. There was nothing to revoke."]
    assert ChatSession.objects.get().status == row.status
    assert not LogEntry.objects.exists()


def test_a_session_whose_assistant_is_configured_no_more_is_revoked_all_the_same(
    lead: Client,
) -> None:
    row = session(1, assistant="gone")

    assert said(revoke(lead, row)) == ["Revoked."]
    assert ChatSession.objects.get().cancelled_at is not None


def test_a_session_that_is_gone_leads_back_to_the_list(lead: Client) -> None:
    response = lead.post(reverse("admin:django_chatkit_chatsession_revoke", args=[77]))

    assert response["Location"] == LIST


# At OpenAI


@after_commit
def test_a_hosted_session_is_cancelled_at_openai_too(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    row, _secret = minted(hosted_assistant)

    asked = lead.get(url("revoke", row)).content.decode()
    response = revoke(lead, row)

    assert "OpenAI is told to cancel it as well" in asked
    assert said(response) == ["Revoked."]
    assert fake_openai.sessions[row.id]["status"] == "cancelled"
    assert ChatSession.objects.get().cancel_pending is False


@after_commit
def test_without_openai_it_is_revoked_here_and_told_later(
    lead: Client, hosted_assistant: str, fake_openai_server: FakeOpenAIServer
) -> None:
    row, _secret = minted(hosted_assistant)
    fake_openai_server.stop()

    response = revoke(lead, row)

    assert said(response)[0].startswith("Revoked here, OpenAI not reached yet.")
    found = ChatSession.objects.get()
    assert (found.status, found.cancel_pending) == ("cancelled", True)
    assert LogEntry.objects.get().change_message == (
        "Revoked here; OpenAI has not confirmed it yet."
    )
    page = response.content.decode()
    assert "OpenAI has not confirmed it yet" in page
    assert "Tell OpenAI again" in page


@after_commit
def test_openai_is_told_again_by_revoking_once_more(
    lead: Client, hosted_assistant: str, fake_openai_server: FakeOpenAIServer
) -> None:
    row, _secret = minted(hosted_assistant)
    fake_openai_server.stop()
    revoke(lead, row)
    fake_openai_server.start()

    response = revoke(lead, row)

    assert said(response) == ["Revoked."]
    assert fake_openai_server.api.sessions[row.id]["status"] == "cancelled"
    assert "Tell OpenAI again" not in response.content.decode()


@after_commit
def test_openai_is_told_again_by_the_next_sync(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    row, _secret = minted(hosted_assistant)
    fake_openai.fail_next(status=500)
    revoke(lead, row)

    services.sync(hosted_assistant)

    assert fake_openai.sessions[row.id]["status"] == "cancelled"
    assert ChatSession.objects.get().cancel_pending is False


@after_commit
def test_a_session_that_openai_does_not_know_is_revoked(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    row, _secret = minted(hosted_assistant)
    fake_openai.sessions.clear()

    assert said(revoke(lead, row)) == ["Revoked."]


@after_commit
def test_a_site_with_a_transaction_around_each_request_is_told_the_outcome_too(
    lead: Client,
    hosted_assistant: str,
    fake_openai: FakeOpenAI,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row, _secret = minted(hosted_assistant)
    monkeypatch.setitem(connections.settings["default"], "ATOMIC_REQUESTS", True)

    assert said(revoke(lead, row)) == ["Revoked."]


@after_commit
def test_a_slow_openai_does_not_hang_the_page(
    lead: Client,
    hosted_assistant: str,
    fake_openai: FakeOpenAI,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row, _secret = minted(hosted_assistant)
    monkeypatch.setattr("django_chatkit.backends.hosted_sessions.CANCEL_TIMEOUT", 0.05)
    fake_openai.delay = 0.5

    response = revoke(lead, row)

    assert said(response)[0].startswith("Revoked here, OpenAI not reached yet.")


@after_commit
def test_when_the_time_is_up_the_rest_ends_here_without_asking_openai(
    hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    rows = [minted(hosted_assistant)[0] for _ in range(3)]
    fake_openai.requests.clear()

    done = services.revoke_for_staff(rows, seconds=0)

    assert [outcome for _row, outcome in done] == [Revocation.PENDING] * 3
    assert set(ChatSession.objects.values_list("status", "cancel_pending")) == {("cancelled", True)}
    assert fake_openai.requests == []


# Several


@after_commit
def test_several_are_revoked_at_once_and_each_outcome_is_listed(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    first, second = minted(hosted_assistant)[0], minted(hosted_assistant)[0]
    old = session(7, status="cancelled")
    kept = minted(hosted_assistant)[0]
    keys = [first.pk, second.pk, old.pk]
    fake_openai.fail_next(status=500)

    asked = lead.post(LIST, {"action": "revoke_selected", "_selected_action": keys, "index": "0"})
    response = lead.post(REVOKE_SELECTED, {"_selected_action": keys, "confirmed": "yes"})

    assert "Revoke 3 sessions" in asked.content.decode()
    assert sorted(outcomes(response).values()) == [
        "Had ended already",
        "Revoked",
        "Revoked here, OpenAI not reached yet",
    ]
    assert outcomes(response)[old.id] == "Had ended already"
    kept.refresh_from_db()
    assert kept.status == "active"
    assert LogEntry.objects.count() == 2


def test_choosing_the_action_alone_revokes_nothing(lead: Client) -> None:
    row = session(1)
    chosen = {"action": "revoke_selected", "_selected_action": [row.pk], "confirmed": "yes"}

    lead.post(LIST, {**chosen, "index": "0"})
    lead.post(REVOKE_SELECTED, {"_selected_action": [row.pk]})

    assert ChatSession.objects.get().status == "active"


def test_sessions_are_not_deleted_from_the_list(lead: Client) -> None:
    session(1)

    assert "delete_selected" not in lead.get(LIST).content.decode()


@pytest.mark.parametrize("count", [2, 30])
def test_asking_costs_the_same_queries_however_many_are_chosen(
    lead: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    keys = [session(number).pk for number in range(count)]

    with django_assert_num_queries(3):  # session, staff user, rows
        lead.post(REVOKE_SELECTED, {"_selected_action": keys})


# Who may


def test_who_may_only_view_is_offered_no_button_and_revokes_nothing(
    staff: Callable[..., Client],
) -> None:
    row = session(1)
    client = staff("view_chatsession")

    page = client.get(url("change", row)).content.decode()
    listed = client.get(LIST).content.decode()
    refused = client.post(url("revoke", row), {"confirmed": "yes"})
    several = client.post(REVOKE_SELECTED, {"_selected_action": [row.pk], "confirmed": "yes"})
    client.post(LIST, {"action": "revoke_selected", "_selected_action": [row.pk]})

    assert url("revoke", row) not in page
    assert "revoke_selected" not in listed
    assert (refused.status_code, several.status_code) == (403, 403)
    assert ChatSession.objects.get().status == "active"


def test_with_its_permission_a_session_can_be_revoked(staff: Callable[..., Client]) -> None:
    row = session(1)
    client = staff("view_chatsession", "change_chatsession")

    page = client.get(url("change", row)).content.decode()
    revoke(client, row)

    assert f'href="{url("revoke", row)}"' in page
    assert 'name="_save"' not in page
    assert ChatSession.objects.get().status == "cancelled"


def test_nobody_is_asked_without_logging_in(client: Client, db: None) -> None:
    row = session(1)

    assert client.post(url("revoke", row), {"confirmed": "yes"}).status_code == 302
    assert ChatSession.objects.get().status == "active"


@after_commit
def test_no_page_shows_a_secret(lead: Client, hosted_assistant: str) -> None:
    (row, secret), (other, _secret) = minted(hosted_assistant), minted(hosted_assistant)
    keys = {"_selected_action": [row.pk, other.pk]}

    pages = [
        lead.get(LIST),
        lead.get(url("change", row)),
        lead.get(url("revoke", row)),
        lead.post(REVOKE_SELECTED, keys),
        lead.post(REVOKE_SELECTED, {**keys, "confirmed": "yes"}),
    ]

    for page in pages:
        assert page.status_code == 200
        assert secret not in page.content.decode()
        assert row.secret_hash not in page.content.decode()


@after_commit
def test_what_openai_was_not_told_can_be_filtered(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    waiting, told = minted(hosted_assistant)[0], minted(hosted_assistant)[0]
    fake_openai.fail_next(status=500)
    revoke(lead, waiting)
    revoke(lead, told)

    assert lead.get(LIST, {"state": "pending"}).context["cl"].result_list == [waiting]


def test_a_site_without_hosted_assistants_is_not_bothered_with_openai(lead: Client) -> None:
    row = session(1)

    pages = lead.get(LIST).content + lead.get(url("change", row)).content

    assert b"OpenAI" not in pages
