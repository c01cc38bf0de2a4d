"""Which assistant is meant, and what becomes of a visitor's conversations."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.test import override_settings
from django.utils import timezone

from django_chatkit import services
from django_chatkit.adapter import VISITOR_KEY, ChatKitAdapter
from django_chatkit.enums import SessionStatus
from django_chatkit.exceptions import InvalidRequest, NotFound
from django_chatkit.models import (
    ChatAttachment,
    ChatFeedback,
    ChatSession,
    ChatThread,
    ChatThreadItem,
)
from tests.pages import page_request

HOSTED = {
    "BACKEND": "django_chatkit.backends.HostedBackend",
    "OPTIONS": {"API_KEY": "sk-test", "WORKFLOW_ID": "wf_1"},
}
SELF_HOSTED = {"BACKEND": "django_chatkit.backends.SelfHostedBackend"}
SECRET = "0" * 32


# Assistants


def test_without_a_setting_there_is_one_assistant() -> None:
    assert services.get_assistant("default", User(pk=7)).alias == "default"


@pytest.mark.parametrize("alias", ["", "other", "Default", "default "])
def test_an_unknown_assistant_does_not_exist(alias: str) -> None:
    with pytest.raises(NotFound):
        services.get_assistant(alias, User(pk=7))


def test_an_assistant_that_one_may_not_use_does_not_exist() -> None:
    with pytest.raises(NotFound):
        services.get_assistant("default", None)


@override_settings(CHATKIT_ASSISTANTS={"default": SELF_HOSTED, "legacy": HOSTED})
@pytest.mark.parametrize(
    ("workflow", "alias"), [("default", "default"), ("legacy", "legacy"), ("wf_1", "legacy")]
)
def test_a_server_key_names_an_alias_or_a_workflow(workflow: str, alias: str) -> None:
    assert services.get_assistant_of_workflow(workflow).alias == alias


@override_settings(CHATKIT_ASSISTANTS={"default": SELF_HOSTED, "legacy": HOSTED})
def test_an_unknown_workflow_is_the_requests_fault() -> None:
    with pytest.raises(InvalidRequest) as refused:
        services.get_assistant_of_workflow("wf_unknown")

    assert refused.value.param == "workflow.id"


# Visitors


class KeepApart(ChatKitAdapter):
    def merge_visitor(self, request: HttpRequest, user: Any, visitor_scope: str) -> bool:
        return False


@pytest.fixture
def alice(db: None) -> User:
    return User.objects.create(username="alice")


@pytest.fixture
def browser() -> HttpRequest:
    """The request of a visitor with a scope."""
    request = page_request()
    request.session[VISITOR_KEY] = SECRET
    return request


def conversation(scope: str, **fields: Any) -> ChatThread:
    """A thread with an item, feedback, an attachment and a live secret."""
    end = timezone.now() + timedelta(minutes=10)
    ChatSession.objects.create(
        id=f"cksess_{scope}", scope=scope, secret_hash=scope, expires_at=end, assistant="default"
    )
    thread = ChatThread.objects.create(
        **{"id": f"thr_{scope}", "scope": scope, "assistant": "default", **fields}
    )
    item = ChatThreadItem.objects.create(
        thread=thread, id="msg_1", scope=scope, position=0, type="end_of_turn", payload={}
    )
    ChatFeedback.objects.create(thread=thread, item=item, scope=scope, kind="positive")
    ChatAttachment.objects.create(
        id=f"atc_{scope}", scope=scope, thread=thread, assistant="default", payload={}
    )
    return thread


def owners(thread: ChatThread) -> set[str]:
    """The scopes on all the rows of a conversation."""
    models = (ChatThreadItem, ChatFeedback, ChatAttachment)
    rows = [model._default_manager.get(thread=thread) for model in models]
    thread.refresh_from_db()
    return {thread.scope, *(row.scope for row in rows)}


def test_what_a_visitor_wrote_becomes_the_users(alice: User, browser: HttpRequest) -> None:
    thread = conversation(f"anon-{SECRET}")

    services.merge_visitor(browser, alice)

    assert owners(thread) == {f"user-{alice.pk}"}
    assert thread.user == alice
    assert ChatAttachment.objects.get().user == alice
    assert ChatFeedback.objects.get().user == alice


def test_the_visitors_scope_and_its_secrets_are_retired(alice: User, browser: HttpRequest) -> None:
    conversation(f"anon-{SECRET}")

    services.merge_visitor(browser, alice)

    assert VISITOR_KEY not in browser.session
    session = ChatSession.objects.get()
    assert session.status == SessionStatus.CANCELLED
    assert session.cancelled_at is not None


def test_other_visitors_keep_what_is_theirs(alice: User, browser: HttpRequest) -> None:
    other = f"anon-{'1' * 32}"
    thread = conversation(other)

    services.merge_visitor(browser, alice)

    assert owners(thread) == {other}
    assert ChatSession.objects.get().status == SessionStatus.ACTIVE


@override_settings(CHATKIT_ADAPTER="tests.test_services.KeepApart")
def test_an_adapter_may_keep_visitor_and_user_apart(alice: User, browser: HttpRequest) -> None:
    thread = conversation(f"anon-{SECRET}")

    services.merge_visitor(browser, alice)

    assert owners(thread) == {f"anon-{SECRET}"}
    assert ChatSession.objects.get().status == SessionStatus.CANCELLED
    assert VISITOR_KEY not in browser.session


def test_a_hosted_thread_remembers_whose_it_is_at_openai(alice: User, browser: HttpRequest) -> None:
    thread = conversation(f"anon-{SECRET}", is_mirror=True)

    services.merge_visitor(browser, alice)

    thread.refresh_from_db()
    assert (thread.scope, thread.remote_user) == (f"user-{alice.pk}", f"anon-{SECRET}")


def test_somebody_who_never_wrote_has_nothing_to_merge(alice: User) -> None:
    conversation(f"anon-{SECRET}")

    services.merge_visitor(page_request(), alice)

    assert ChatThread.objects.get().scope == f"anon-{SECRET}"


# Client secrets of a browser session


def test_a_browser_session_ends_with_its_own_secrets_alone(db: None) -> None:
    mine, theirs = page_request(), page_request()
    for request in (mine, theirs):
        request.session.create()
    for number, request in enumerate((mine, theirs, page_request())):
        ChatSession.objects.create(
            id=f"cksess_{number}",
            scope="user-1",
            assistant="default",
            secret_hash=str(number),
            expires_at=timezone.now() + timedelta(minutes=10),
            browser_session_hash=services.browser_session_hash(request),
        )

    services.revoke_browser_session(mine)
    services.revoke_browser_session(page_request())

    found = ChatSession.objects.order_by("id").values_list("status", flat=True)
    assert list(found) == ["cancelled", "active", "active"]


def test_the_key_of_a_browser_session_is_not_stored() -> None:
    request = page_request()
    request.session.create()
    key = request.session.session_key

    assert key
    assert key not in services.browser_session_hash(request)
    assert services.browser_session_hash(page_request()) == ""
