"""The lists of feedback, attachments and sessions."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from django_chatkit.models import ChatAttachment, ChatFeedback, ChatSession
from tests.admin.conversations import XSS, answered, exchange, item, make_attachment, make_thread

FEEDBACK = reverse("admin:django_chatkit_chatfeedback_changelist")
ATTACHMENTS = reverse("admin:django_chatkit_chatattachment_changelist")
SESSIONS = reverse("admin:django_chatkit_chatsession_changelist")


def judged(number: int, user: User | None, kind: str = "negative") -> ChatFeedback:
    """Feedback of ``user`` on the second item of a thread."""
    thread = make_thread(number, user, title=f"Conversation {number}")
    return ChatFeedback.objects.create(
        thread=thread, item=exchange(thread, 2)[1], scope=thread.scope, user=user, kind=kind
    )


def session(number: int, user: User | None = None, **fields: object) -> ChatSession:
    values = {
        "scope": f"user-{user.pk}" if user else f"anon-{number:032x}",
        "expires_at": timezone.now() + timedelta(minutes=10),
        **fields,
    }
    return ChatSession.objects.create(
        id=f"cksess_{number:032x}",
        user=user,
        assistant="default",
        secret_hash=f"secret{number:058x}",
        auth_hash=f"proof{number:059x}",
        browser_session_hash=f"browser{number:057x}",
        payload={"note": "kept by the backend"},
        **values,
    )


def test_feedback_says_what_about_which_answer_of_whom(lead: Client, alice: User) -> None:
    judged(1, alice)

    page = lead.get(FEEDBACK).content.decode()

    assert '<span class="chatkit-badge chatkit-badge-negative">Negative</span>' in page
    assert "<bdi>Answer 2</bdi>" in page
    assert "<bdi>Conversation 1</bdi>" in page
    assert '<bdi title="alice@example.com">alice</bdi>' in page


def test_feedback_leads_to_the_answer_in_its_conversation(lead: Client, alice: User) -> None:
    feedback = judged(1, alice)

    response = lead.get(reverse("admin:django_chatkit_chatfeedback_change", args=[feedback.pk]))

    conversation = reverse("admin:django_chatkit_chatthread_change", args=[feedback.thread_id])
    assert response["Location"] == (
        f"{conversation}?item={feedback.item_id}#item-{feedback.item_id}"
    )


def test_feedback_on_a_hidden_item_does_not_quote_it(lead: Client) -> None:
    thread = make_thread()
    hidden = item(thread, 1, "hidden_context_item", {"content": "margin"})
    hidden.save()
    ChatFeedback.objects.create(thread=thread, item=hidden, scope=thread.scope, kind="positive")

    page = lead.get(FEEDBACK).content.decode()

    assert "margin" not in page
    assert "hidden context" in page


def test_hostile_words_in_lists_are_text(lead: Client) -> None:
    thread = make_thread(1, title=XSS)
    answer = item(thread, 1, "assistant_message", answered(XSS))
    answer.save()
    ChatFeedback.objects.create(thread=thread, item=answer, scope=thread.scope, kind="positive")
    make_attachment(thread, name=XSS[:100], mime_type=XSS[:100])

    for url in (FEEDBACK, ATTACHMENTS):
        page = lead.get(url).content.decode()
        assert "&lt;script&gt;alert" in page
        assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kind__exact": "positive"}, [2]),
        ({"person": "user"}, [1]),
        ({"q": "alice"}, [1]),
        ({"q": "Conversation 2"}, [2]),
        ({"q": f"thr_{2:032x}"}, [2]),
        ({"q": "nobody"}, []),
    ],
)
def test_feedback_is_filtered_and_searched(
    lead: Client, alice: User, query: dict[str, str], expected: list[int]
) -> None:
    rows = {1: judged(1, alice), 2: judged(2, None, "positive")}

    found = lead.get(FEEDBACK, query).context["cl"].result_list

    assert found == [rows[number] for number in expected]


@pytest.mark.parametrize("count", [1, 40])
def test_lists_cost_the_same_queries_however_many_rows(
    lead: Client, alice: User, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(1, count + 1):
        make_attachment(judged(number, alice).thread, number)
        session(number, alice)

    for url in (FEEDBACK, ATTACHMENTS, SESSIONS):
        with django_assert_num_queries(3):  # session, staff user, rows
            response = lead.get(url)
        assert len(response.context["cl"].result_list) == count


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (FEEDBACK, "No feedback yet"),
        (ATTACHMENTS, "No attachments yet"),
        (SESSIONS, "No sessions yet"),
    ],
)
def test_an_empty_list_says_what_would_be_there(lead: Client, url: str, words: str) -> None:
    assert words in lead.get(url).content.decode()


@pytest.mark.parametrize("model", ["chatfeedback", "chatattachment", "chatsession"])
def test_rows_are_neither_added_nor_changed_by_hand(lead: Client, model: str) -> None:
    feedback = judged(1, None)
    make_attachment(feedback.thread)
    session(1)
    key = feedback.pk if model == "chatfeedback" else 1
    key = ChatAttachment.objects.get().pk if model == "chatattachment" else key
    key = ChatSession.objects.get().pk if model == "chatsession" else key

    added = lead.get(reverse(f"admin:django_chatkit_{model}_add"))
    page = lead.get(reverse(f"admin:django_chatkit_{model}_change", args=[key]))

    assert added.status_code == 403
    assert b'name="_save"' not in page.content
    assert b"deletelink" not in page.content


def test_a_session_shows_no_secret_and_no_hash(lead: Client, alice: User) -> None:
    row = session(1, alice)

    shown = lead.get(SESSIONS).content.decode()
    shown += lead.get(
        reverse("admin:django_chatkit_chatsession_change", args=[row.pk])
    ).content.decode()

    assert row.id in shown
    for secret in (row.secret_hash, row.auth_hash, row.browser_session_hash, "kept by the backend"):
        assert secret not in shown


def test_a_session_says_and_filters_whether_its_secret_still_opens(lead: Client) -> None:
    past = timezone.now() - timedelta(minutes=1)
    rows = {
        "active": session(1),
        "expired": session(2, expires_at=past),
        "cancelled": session(3, status="cancelled", cancelled_at=past),
    }

    page = lead.get(SESSIONS).content.decode()

    for name, row in rows.items():
        assert f"chatkit-badge-{name}" in page
        assert lead.get(SESSIONS, {"state": name}).context["cl"].result_list == [row]


def test_a_deletion_is_logged_without_the_file_name(
    lead: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    attachment = make_attachment(make_thread(), name="biopsy.pdf")

    url = reverse("admin:django_chatkit_chatattachment_delete", args=[attachment.pk])
    lead.post(url, {"post": "yes"})

    assert not ChatAttachment.objects.exists()
    assert LogEntry.objects.get().object_repr == attachment.id


def test_an_attachment_is_saved_and_never_shown(
    lead: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    name = 'a"b\r\nX-Bad: 1.html'
    attachment = make_attachment(make_thread(), name=name, mime_type="text/html")
    attachment.file.save("x", ContentFile(b"<script>alert(1)</script>"))

    response = lead.get(
        reverse("admin:django_chatkit_chatattachment_download", args=[attachment.pk])
    )

    assert b"".join(response) == b"<script>alert(1)</script>"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment; filename")
    assert "\n" not in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "X-Bad" not in response


def test_a_download_needs_permission(
    staff: Callable[..., Client], settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    attachment = make_attachment(make_thread())
    attachment.file.save("x", ContentFile(b"bytes"))
    client = staff("view_chatthread")

    url = reverse("admin:django_chatkit_chatattachment_download", args=[attachment.pk])

    assert client.get(url).status_code == 403


def test_a_file_that_is_not_there_is_not_found(
    lead: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    waiting = make_attachment(make_thread(1), 1)
    lost = make_attachment(make_thread(2), 2)
    lost.file.name = "chatkit/lost"
    lost.save()

    for key in (waiting.pk, lost.pk, 999):
        url = reverse("admin:django_chatkit_chatattachment_download", args=[key])
        assert lead.get(url).status_code == 404


def test_an_attachment_page_gives_no_address_of_the_storage(
    lead: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.MEDIA_URL = "/open-media/"
    attachment = make_attachment(make_thread(), payload={"upload_descriptor": {"url": "signed"}})
    attachment.file.save("x", ContentFile(b"bytes"))

    page = lead.get(reverse("admin:django_chatkit_chatattachment_change", args=[attachment.pk]))

    assert b"/open-media/" not in page.content
    assert b"signed" not in page.content
    assert b">Download</a>" in page.content
