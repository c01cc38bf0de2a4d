"""Deleting conversations with everything in them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from django_chatkit.models import ChatAttachment, ChatFeedback, ChatThread, ChatThreadItem
from django_chatkit.signals import thread_deleted
from tests.admin.conversations import exchange, make_attachment, make_thread

LIST = reverse("admin:django_chatkit_chatthread_changelist")


def delete_url(thread: ChatThread) -> str:
    return reverse("admin:django_chatkit_chatthread_delete", args=[thread.pk])


def full_thread(number: int, user: User | None = None) -> ChatThread:
    """A thread with messages, feedback and a file."""
    thread = make_thread(number, user, title=f"Conversation {number}")
    for each in exchange(thread, 4):
        ChatFeedback.objects.create(thread=thread, item=each, scope=each.scope, kind="positive")
    make_attachment(thread, number).file.save("x", ContentFile(b"bytes"))
    return thread


@pytest.mark.database
def test_a_conversation_goes_with_its_items_feedback_and_files(
    lead: Client,
    settings: Settings,
    tmp_path: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.MEDIA_ROOT = tmp_path
    gone, kept = full_thread(1), full_thread(2)
    told: list[Any] = []

    def listen(**signal: Any) -> None:
        told.append((signal["thread_id"], signal["scope"], signal["assistant"]))

    thread_deleted.connect(listen)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            response = lead.post(delete_url(gone), {"post": "yes"})
    finally:
        thread_deleted.disconnect(listen)

    assert response["Location"] == LIST
    assert list(ChatThread.objects.all()) == [kept]
    assert {each.thread_id for each in ChatThreadItem.objects.all()} == {kept.pk}
    assert {each.thread_id for each in ChatFeedback.objects.all()} == {kept.pk}
    (attachment,) = ChatAttachment.objects.all()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [
        tmp_path / str(attachment.file.name)
    ]
    assert told == [(gone.id, gone.scope, gone.assistant)]


def test_asking_says_how_much_goes_without_reading_it(
    lead: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    thread = make_thread(1, title="Long one")
    exchange(thread, 300)

    with django_assert_max_num_queries(5) as queries:
        page = lead.get(delete_url(thread)).content.decode()

    assert "Thread items: 300" in page
    assert "Long one" in page
    assert not [each for each in queries.captured_queries if "payload" in each["sql"]]
    assert ChatThread.objects.exists()


def test_several_conversations_go_at_once(lead: Client, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    first, second, kept = (full_thread(number) for number in (1, 2, 3))
    chosen = {"action": "delete_selected", "_selected_action": [first.pk, second.pk]}

    asked = lead.post(LIST, {**chosen, "index": "0"})
    lead.post(LIST, {**chosen, "post": "yes"})

    assert "Threads: 2" in asked.content.decode()
    assert "Thread items: 8" in asked.content.decode()
    assert list(ChatThread.objects.all()) == [kept]


def test_a_deletion_is_logged_by_id_and_keeps_no_title(lead: Client) -> None:
    thread = make_thread(1, title="Private matter")

    lead.post(delete_url(thread), {"post": "yes"})

    entry = LogEntry.objects.get()
    assert (entry.action_flag, entry.object_repr) == (DELETION, thread.id)


def test_deleting_needs_its_permission(staff: Callable[..., Client]) -> None:
    thread = make_thread()
    client = staff("view_chatthread", "moderate_chatthread")

    assert client.post(delete_url(thread), {"post": "yes"}).status_code == 403
    page = client.get(reverse("admin:django_chatkit_chatthread_change", args=[thread.pk]))
    assert delete_url(thread) not in page.content.decode()
    assert ChatThread.objects.exists()


def test_with_its_permission_alone_a_conversation_can_be_deleted(
    staff: Callable[..., Client], settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    thread = full_thread(1)
    client = staff("view_chatthread", "delete_chatthread")

    client.post(delete_url(thread), {"post": "yes"})

    assert not ChatThread.objects.exists()


def test_the_admin_can_delete_a_user_who_has_chatted(
    lead: Client, alice: User, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    full_thread(1, alice)

    lead.post(reverse("admin:auth_user_delete", args=[alice.pk]), {"post": "yes"})

    assert not User.objects.filter(pk=alice.pk).exists()
    assert not ChatThread.objects.exists()
