"""Locking, closing and reopening conversations."""

from collections.abc import Callable

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from django_chatkit.models import ChatThread
from tests.admin.conversations import XSS, make_thread

LIST = reverse("admin:django_chatkit_chatthread_changelist")


def url(name: str, thread: ChatThread) -> str:
    return reverse(f"admin:django_chatkit_chatthread_{name}", args=[thread.pk])


def state(thread: ChatThread) -> tuple[str, str | None]:
    found = ChatThread.objects.get(pk=thread.pk)
    return found.status, found.status_reason


@pytest.mark.parametrize(
    ("name", "before", "reason", "after"),
    [
        ("lock", "active", "A colleague takes over", ("locked", "A colleague takes over")),
        ("close", "locked", "Solved by phone", ("closed", "Solved by phone")),
        ("reopen", "closed", "Not solved after all", ("active", None)),
        ("reopen", "locked", "", ("active", None)),
    ],
)
def test_a_decision_changes_the_status_and_leads_back_to_the_conversation(
    lead: Client, name: str, before: str, reason: str, after: tuple[str, str | None]
) -> None:
    thread = make_thread(1, status=before, status_reason="Earlier reason")

    response = lead.post(url(name, thread), {"reason": reason})

    assert response["Location"] == url("change", thread)
    assert state(thread) == after


@pytest.mark.parametrize("name", ["lock", "close"])
def test_what_the_visitor_sees_needs_a_reason(lead: Client, name: str) -> None:
    thread = make_thread()

    response = lead.post(url(name, thread), {"reason": "  "})

    assert "This field is required." in response.content.decode()
    assert state(thread) == ("active", None)


def test_a_reason_has_a_bound(lead: Client) -> None:
    thread = make_thread()

    response = lead.post(url("lock", thread), {"reason": "x" * 501})

    assert "at most 500 characters" in response.content.decode()
    assert state(thread) == ("active", None)


def test_asking_changes_nothing_and_says_what_will_happen(lead: Client) -> None:
    thread = make_thread(1, title=XSS)

    page = lead.get(url("lock", thread)).content.decode()

    assert "Lock this conversation" in page
    assert "The visitor can read on but no longer write" in page
    assert '<textarea name="reason"' in page
    assert "<script>alert" not in page
    assert state(thread) == ("active", None)


def test_a_decision_is_logged_with_its_reason_and_without_the_title(
    lead: Client, admin_user: User
) -> None:
    thread = make_thread(1, title="Private matter")

    lead.post(url("lock", thread), {"reason": "Rude"})

    entry = LogEntry.objects.get()
    assert (entry.user, entry.action_flag, entry.object_id) == (admin_user, CHANGE, str(thread.pk))
    assert entry.object_repr == thread.id
    assert entry.change_message == "Locked. Reason: Rude"
    history = lead.get(reverse("admin:django_chatkit_chatthread_history", args=[thread.pk]))
    assert "Locked. Reason: Rude" in history.content.decode()


def test_a_decision_leaves_alone_what_a_running_answer_writes(
    lead: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = make_thread(1, title="Old title", turn_token="t")

    def meanwhile(*args: object, **kwargs: object) -> list[LogEntry]:
        ChatThread.objects.filter(pk=thread.pk).update(title="New title", turn_token="")
        return []

    monkeypatch.setattr("django_chatkit.admin.moderation.log", meanwhile)
    lead.post(url("lock", thread), {"reason": "Wait"})

    found = ChatThread.objects.get()
    assert (found.title, found.turn_token, found.status) == ("New title", "", "locked")


@pytest.mark.parametrize(
    ("action", "status", "reason"),
    [
        ("lock_selected", "locked", "Maintenance"),
        ("close_selected", "closed", "Season is over"),
        ("reopen_selected", "active", ""),
    ],
)
def test_several_conversations_are_decided_at_once(
    lead: Client, action: str, status: str, reason: str
) -> None:
    first, second = make_thread(1, status="locked"), make_thread(2, status="closed")
    other = make_thread(3, status="locked", status_reason="Untouched")
    chosen = {"action": action, "_selected_action": [first.pk, second.pk]}

    asked = lead.post(LIST, {**chosen, "index": "0"})
    decided = lead.post(LIST, {**chosen, "decided": "yes", "reason": reason})

    assert "2 conversations" in asked.content.decode()
    assert decided["Location"] == LIST
    assert state(first) == state(second) == (status, reason or None)
    assert state(other) == ("locked", "Untouched")
    assert LogEntry.objects.count() == 2


def test_choosing_an_action_alone_changes_nothing(lead: Client) -> None:
    thread = make_thread()

    lead.post(
        LIST,
        {
            "action": "lock_selected",
            "_selected_action": [thread.pk],
            "index": "0",
            "reason": "Smuggled",
        },
    )

    assert state(thread) == ("active", None)


def test_a_missing_reason_is_asked_for_again_in_bulk(lead: Client) -> None:
    thread = make_thread()

    response = lead.post(
        LIST,
        {"action": "lock_selected", "_selected_action": [thread.pk], "decided": "yes"},
    )

    page = response.content.decode()
    assert "This field is required." in page
    assert f'name="_selected_action" value="{thread.pk}"' in page
    assert state(thread) == ("active", None)


def test_a_forged_selection_of_everything_stays_within_a_page(
    lead: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django_chatkit.admin.thread.ChatThreadAdmin.list_per_page", 2)
    threads = [make_thread(number) for number in (1, 2, 3)]

    lead.post(
        LIST,
        {
            "action": "lock_selected",
            "_selected_action": [threads[0].pk],
            "select_across": "1",
            "decided": "yes",
            "reason": "All of them",
        },
    )

    assert ChatThread.objects.filter(status="locked").count() == 2


def test_who_may_only_view_is_offered_no_decision_and_cannot_take_one(
    staff: Callable[..., Client],
) -> None:
    thread = make_thread()
    client = staff("view_chatthread", "change_chatthread")

    page = client.get(url("change", thread)).content.decode()
    refused = client.post(url("lock", thread), {"reason": "No"})
    client.post(
        LIST,
        {
            "action": "lock_selected",
            "_selected_action": [thread.pk],
            "decided": "yes",
            "reason": "No",
        },
    )

    assert url("lock", thread) not in page
    assert "Lock selected" not in client.get(LIST).content.decode()
    assert refused.status_code == 403
    assert state(thread) == ("active", None)


def test_who_may_moderate_is_offered_what_fits_the_status(staff: Callable[..., Client]) -> None:
    thread = make_thread(1, status="locked")
    client = staff("view_chatthread", "moderate_chatthread")

    page = client.get(url("change", thread)).content.decode()

    assert [name for name in ("lock", "close", "reopen") if f'"{url(name, thread)}"' in page] == [
        "close",
        "reopen",
    ]


def test_a_conversation_that_is_gone_is_not_found(lead: Client) -> None:
    assert lead.get("/admin/django_chatkit/chatthread/77/lock/").status_code == 404
