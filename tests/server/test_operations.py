"""What is checked before each operation, and what those that do not stream do."""

import math
from datetime import timedelta

import pytest
from django.utils import timezone

from django_chatkit.exceptions import InvalidRequest, NotFound, ThreadBusy, ThreadLocked
from django_chatkit.models import ChatThread, ChatThreadItem, assistant
from django_chatkit.server import RequestContext
from django_chatkit.server.operations import prepare
from django_chatkit.server.statements import can_lease_and_read
from tests.models import rows
from tests.server.conftest import Work
from tests.server.requests import READING, STREAMING, WRITING, message, request
from tests.server.samples import context, stored

pytestmark = [pytest.mark.django_db, pytest.mark.database]

STRANGERS = [context("user-2"), context("USER-1"), context(assistant="support")]


def pending_tool_call(position: int = 2, status: str = "pending") -> None:
    stored(
        "client_tool_call",
        {"id": "tc_1", "status": status, "call_id": "c", "name": "t", "arguments": {}},
        position,
    )


def questions(status: str = "pending") -> None:
    stored("structured_input", {"id": "si_1", "status": status, "inputs": []}, 2)


def ready(kind: str) -> None:
    """Bring the conversation into the state that an operation needs."""
    if kind == "threads.add_client_tool_output":
        pending_tool_call()
    if kind == "threads.add_structured_input":
        questions()


def is_free() -> bool:
    return ChatThread.objects.get().turn_token == ""


# Turns


def test_a_new_thread_asks_the_database_only_whether_the_assistant_answers(work: Work) -> None:
    ctx = context()
    with work(1):
        operation = prepare(request("threads.create"), ctx)

    assert operation.turn is not None
    assert (operation.turn.creates_thread, operation.turn.sequence) == (True, None)


@pytest.mark.parametrize("kind", STREAMING)
def test_a_turn_holds_the_threads_lease(conversation: ChatThread, kind: str) -> None:
    ready(kind)

    operation = prepare(request(kind), context())

    assert operation.turn is not None
    row = ChatThread.objects.get()
    assert row.turn_token == operation.turn.token != ""
    assert row.turn_expires_at is not None
    assert timedelta(0) < row.turn_expires_at - timezone.now() <= timedelta(seconds=30)


@pytest.mark.parametrize("kind", STREAMING)
def test_a_thread_has_one_turn_at_a_time(conversation: ChatThread, kind: str) -> None:
    ready(kind)
    ChatThread.objects.update(
        turn_token="another", turn_expires_at=timezone.now() + timedelta(seconds=5)
    )
    before = ChatThreadItem.objects.count()

    with pytest.raises(ThreadBusy):
        prepare(request(kind), context())

    assert ChatThread.objects.get().turn_token == "another"
    assert ChatThreadItem.objects.count() == before


def test_a_lease_that_ran_out_is_taken_over(conversation: ChatThread) -> None:
    ChatThread.objects.update(
        turn_token="dead", turn_expires_at=timezone.now() - timedelta(seconds=1)
    )

    prepare(request("threads.add_user_message"), context())

    assert ChatThread.objects.get().turn_token not in {"dead", ""}


@pytest.mark.parametrize("kind", [*READING, "threads.update", "items.feedback", "threads.list"])
def test_what_does_not_stream_needs_no_lease(conversation: ChatThread, kind: str) -> None:
    ChatThread.objects.update(
        turn_token="another", turn_expires_at=timezone.now() + timedelta(seconds=5)
    )

    assert prepare(request(kind), context()).turn is None


def test_a_follow_up_costs_one_query(
    conversation: ChatThread, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two where the database does not say which row it updated; once a second one more."""
    monkeypatch.setattr(assistant, "_looked_again_at", {"default": math.inf})
    with work(1 if can_lease_and_read() else 2):
        operation = prepare(request("threads.add_user_message"), context())

    assert operation.turn is not None
    assert operation.turn.take_position() == 2


# Whose it is


@pytest.mark.parametrize("kind", [*WRITING, *READING])
@pytest.mark.parametrize("stranger", STRANGERS, ids=repr)
def test_somebody_elses_thread_does_not_exist(
    conversation: ChatThread, kind: str, stranger: RequestContext
) -> None:
    ready(kind)

    with pytest.raises(NotFound):
        prepare(request(kind), stranger)
    assert is_free()


# Locked and closed


@pytest.mark.parametrize("kind", WRITING)
@pytest.mark.parametrize("status", ["locked", "closed"])
def test_a_locked_thread_takes_no_writes(conversation: ChatThread, kind: str, status: str) -> None:
    ready(kind)
    ChatThread.objects.update(status=status)
    before = ChatThreadItem.objects.count()

    with pytest.raises(ThreadLocked):
        prepare(request(kind), context())

    assert is_free()
    assert ChatThreadItem.objects.count() == before


@pytest.mark.parametrize("kind", READING)
@pytest.mark.parametrize("status", ["locked", "closed"])
def test_a_locked_thread_can_be_read(conversation: ChatThread, kind: str, status: str) -> None:
    ChatThread.objects.update(status=status)

    assert prepare(request(kind), context()).thread == conversation


def test_whether_it_is_locked_or_closed_is_said(conversation: ChatThread) -> None:
    ChatThread.objects.update(status="locked")
    with pytest.raises(ThreadLocked, match="You can read it, but not add to it"):
        prepare(request("threads.add_user_message"), context())
    ChatThread.objects.update(status="closed")
    with pytest.raises(ThreadLocked, match="Start a new one"):
        prepare(request("threads.add_user_message"), context())


# Attachments


@pytest.mark.parametrize("kind", ["threads.create", "threads.add_user_message"])
def test_a_turn_knows_the_attachments_it_names(conversation: ChatThread, kind: str) -> None:
    rows.attachment()

    operation = prepare(request(kind, input=message("atc_1")), context())

    assert operation.turn is not None
    assert operation.turn.attachments == {"atc_1": {"id": "atc_1"}}


@pytest.mark.parametrize("kind", ["threads.create", "threads.add_user_message"])
@pytest.mark.parametrize("columns", [{"scope": "user-2"}, {"assistant": "support"}])
def test_somebody_elses_attachment_does_not_exist(
    conversation: ChatThread, kind: str, columns: dict[str, str]
) -> None:
    rows.attachment(**columns)

    with pytest.raises(NotFound):
        prepare(request(kind, input=message("atc_1")), context())
    assert is_free()


@pytest.mark.parametrize("kind", ["threads.create", "threads.add_user_message"])
def test_an_attachment_must_have_been_sent(conversation: ChatThread, kind: str) -> None:
    rows.attachment(awaits_upload=True)

    with pytest.raises(InvalidRequest) as refused:
        prepare(request(kind, input=message("atc_1")), context())
    assert refused.value.code == "attachment_not_uploaded"
    assert is_free()


@pytest.mark.parametrize("kind", ["threads.create", "threads.add_user_message"])
def test_an_attachment_stays_in_its_conversation(conversation: ChatThread, kind: str) -> None:
    rows.attachment(thread=rows.thread("thr_2", scope="user-1"))

    with pytest.raises(InvalidRequest) as refused:
        prepare(request(kind, input=message("atc_1")), context())
    assert refused.value.code == "attachment_in_use"


def test_an_attachment_can_be_named_again_in_its_conversation(conversation: ChatThread) -> None:
    rows.attachment(thread=conversation)

    prepare(request("threads.add_user_message", input=message("atc_1")), context())


# Tool calls and questions


def test_a_tool_call_that_can_never_be_answered_is_dropped(conversation: ChatThread) -> None:
    pending_tool_call()

    prepare(request("threads.add_user_message"), context())

    assert not ChatThreadItem.objects.filter(id="tc_1").exists()


def test_an_answered_tool_call_stays(conversation: ChatThread) -> None:
    pending_tool_call(status="completed")

    prepare(request("threads.add_user_message"), context())

    assert ChatThreadItem.objects.filter(id="tc_1").exists()


@pytest.mark.parametrize("status", ["completed", None])
def test_an_output_needs_a_tool_call_that_waits(
    conversation: ChatThread, status: str | None
) -> None:
    if status is not None:
        pending_tool_call(status=status)

    with pytest.raises(InvalidRequest) as refused:
        prepare(request("threads.add_client_tool_output"), context())
    assert refused.value.code == "no_pending_tool_call"
    assert is_free()


def test_questions_are_answered_once(conversation: ChatThread) -> None:
    questions("answered")

    with pytest.raises(InvalidRequest) as refused:
        prepare(request("threads.add_structured_input"), context())
    assert refused.value.code == "structured_input_answered"
    assert is_free()


def test_only_questions_can_be_answered(conversation: ChatThread) -> None:
    with pytest.raises(InvalidRequest, match="asks no questions"):
        prepare(request("threads.add_structured_input", item_id="msg_1"), context())
    with pytest.raises(NotFound):
        prepare(request("threads.add_structured_input", item_id="si_unknown"), context())
    assert is_free()


# Retry


def test_a_retry_deletes_what_came_after(conversation: ChatThread) -> None:
    operation = prepare(request("threads.retry_after_item"), context())

    assert list(ChatThreadItem.objects.values_list("id", flat=True)) == ["msg_0"]
    assert operation.turn is not None
    assert operation.turn.take_position() == 1


def test_only_a_visitors_message_can_be_retried(conversation: ChatThread) -> None:
    with pytest.raises(InvalidRequest, match="Only a message of the visitor"):
        prepare(request("threads.retry_after_item", item_id="msg_1"), context())
    with pytest.raises(NotFound):
        prepare(request("threads.retry_after_item", item_id="msg_unknown"), context())

    assert ChatThreadItem.objects.count() == 2
    assert is_free()


# Feedback


@pytest.mark.parametrize("item_ids", [["msg_unknown"], ["msg_1", "msg_unknown"]])
def test_feedback_is_about_items_of_the_thread(
    conversation: ChatThread, item_ids: list[str]
) -> None:
    with pytest.raises(NotFound):
        prepare(request("items.feedback", item_ids=item_ids), context())


def test_a_hidden_item_does_not_exist_for_a_client(conversation: ChatThread) -> None:
    stored("hidden_context_item", {"id": "hcx_1", "content": "secret"}, 2)

    for kind, params in (
        ("items.feedback", {"item_ids": ["hcx_1"]}),
        ("threads.retry_after_item", {"item_id": "hcx_1"}),
        ("threads.add_structured_input", {"item_id": "hcx_1"}),
    ):
        with pytest.raises(NotFound):
            prepare(request(kind, **params), context())
