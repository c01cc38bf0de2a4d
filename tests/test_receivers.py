"""What follows from Django's own signals: log-in, log-out, deletion."""

import pytest
from django.contrib.auth import login, logout
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.core.files.base import ContentFile
from django.http import HttpRequest
from django.test import override_settings
from django.utils import timezone

from django_chatkit import services
from django_chatkit.adapter import VISITOR_KEY
from django_chatkit.models import ChatAttachment, ChatSession, ChatThread
from tests.pages import page_request

BACKEND = "django.contrib.auth.backends.ModelBackend"
SECRET = "0" * 32


@pytest.fixture
def alice(db: None) -> User:
    return User.objects.create(username="alice")


def test_a_log_in_brings_the_visitors_threads_along(alice: User) -> None:
    request = page_request()
    request.session[VISITOR_KEY] = SECRET
    ChatThread.objects.create(id="thr_1", scope=f"anon-{SECRET}", assistant="default")

    login(request, alice, backend=BACKEND)

    assert ChatThread.objects.get().user == alice


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_after_a_log_out_a_visitor_begins_anew(alice: User) -> None:
    request = page_request()
    request.session[VISITOR_KEY] = SECRET
    login(request, alice, backend=BACKEND)

    logout(request)

    assert VISITOR_KEY not in request.session


def test_a_log_out_revokes_the_secrets_of_its_browser(alice: User) -> None:
    request = page_request()
    login(request, alice, backend=BACKEND)
    request.session.save()
    ChatSession.objects.create(
        id="cksess_1",
        scope="user-1",
        assistant="default",
        expires_at=timezone.now(),
        browser_session_hash=services.browser_session_hash(request),
    )

    logout(request)

    assert ChatSession.objects.get().status == "cancelled"


def test_log_ins_without_a_browser_change_nothing(alice: User) -> None:
    """As a command or a test client sends them."""
    ChatThread.objects.create(id="thr_1", scope=f"anon-{SECRET}", assistant="default")

    user_logged_in.send(User, request=None, user=alice)
    user_logged_in.send(User, request=HttpRequest(), user=alice)
    user_logged_out.send(User, request=None, user=alice)

    assert ChatThread.objects.get().scope == f"anon-{SECRET}"


@pytest.mark.database
@pytest.mark.parametrize("what", ["attachment", "thread", "user"])
@pytest.mark.django_db(transaction=True)
def test_files_go_with_what_they_belong_to(what: str) -> None:
    alice = User.objects.create(username="alice")
    thread = ChatThread.objects.create(id="thr_1", scope="user-1", user=alice, assistant="default")
    attachment = ChatAttachment(
        id=f"atc_{what}", scope="user-1", user=alice, assistant="default", payload={}, thread=thread
    )
    attachment.preview.save("", ContentFile(b"small"), save=False)
    attachment.file.save("", ContentFile(b"bytes"))
    storage = attachment.file.storage
    names = [str(attachment.file.name), str(attachment.preview.name)]
    assert all(storage.exists(name) for name in names)

    {"attachment": attachment, "thread": thread, "user": alice}[what].delete()

    assert not any(storage.exists(name) for name in names)


def test_a_deletion_that_is_taken_back_keeps_the_file(alice: User) -> None:
    """A test's transaction is never committed."""
    attachment = ChatAttachment(id="atc_1", scope="user-1", assistant="default", payload={})
    attachment.file.save("", ContentFile(b"bytes"))
    storage, name = attachment.file.storage, str(attachment.file.name)

    attachment.delete()

    assert storage.exists(name)
    storage.delete(name)
