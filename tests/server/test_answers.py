"""What the operations do that answer with JSON."""

import json
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from chatkit.actions import Action
from chatkit.types import (
    HiddenContextItem,
    SyncCustomActionResponse,
    ThreadMetadata,
    WidgetItem,
)
from chatkit.widgets import DynamicWidgetRoot
from django.dispatch import Signal

from django_chatkit.exceptions import InvalidRequest, NotFound
from django_chatkit.models import ChatFeedback, ChatThread, ChatThreadItem
from django_chatkit.server import RequestContext
from django_chatkit.server.factory import build_server
from django_chatkit.server.operations import answer, prepare
from django_chatkit.signals import feedback_received, thread_deleted
from tests.agents import ScriptedServer
from tests.server.requests import request
from tests.server.samples import NOON, context, stored

pytestmark = [pytest.mark.django_db, pytest.mark.database]


class QuietServer(ScriptedServer):
    """Answers a sync action as a test wishes."""

    response: SyncCustomActionResponse

    async def sync_action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: RequestContext,
    ) -> SyncCustomActionResponse:
        return self.response


def answered(kind: str, /, **params: Any) -> Any:
    """The JSON of an operation that does not stream."""
    operation = prepare(request(kind, **params), context())
    return json.loads(async_to_sync(answer)(build_server(QuietServer), operation))


def received(signal: Signal) -> list[dict[str, Any]]:
    """What a signal says from now on."""
    heard: list[dict[str, Any]] = []

    def hear(**said: Any) -> None:
        del said["signal"]
        heard.append(said)

    signal.connect(hear, weak=False, dispatch_uid="test")
    return heard


def test_threads_and_items_are_listed(conversation: ChatThread) -> None:
    assert [thread["id"] for thread in answered("threads.list")["data"]] == ["thr_1"]
    items = answered("items.list", order="asc")["data"]
    assert [item["id"] for item in items] == ["msg_0", "msg_1"]
    thread = answered("threads.get_by_id")
    assert [item["id"] for item in thread["items"]["data"]] == ["msg_0", "msg_1"]


def test_a_thread_is_renamed(conversation: ChatThread) -> None:
    assert answered("threads.update", title="Plans")["title"] == "Plans"
    assert ChatThread.objects.get().title == "Plans"


def test_a_thread_is_deleted_and_the_site_told(conversation: ChatThread) -> None:
    heard = received(thread_deleted)
    try:
        assert answered("threads.delete") == {}
    finally:
        thread_deleted.disconnect(dispatch_uid="test")

    assert ChatThread.objects.count() == 0
    assert heard == [
        {
            "sender": ChatThread,
            "thread_id": "thr_1",
            "scope": "user-1",
            "assistant": "default",
        }
    ]


def test_feedback_is_kept_and_the_site_told(conversation: ChatThread) -> None:
    heard = received(feedback_received)
    try:
        answered("items.feedback", item_ids=["msg_1", "msg_0"])
        answered("items.feedback", kind="negative")
    finally:
        feedback_received.disconnect(dispatch_uid="test")

    kinds = ChatFeedback.objects.values_list("item__id", "scope", "kind")
    assert set(kinds) == {("msg_0", "user-1", "positive"), ("msg_1", "user-1", "negative")}
    assert [(said["item_ids"], said["kind"]) for said in heard] == [
        (["msg_1", "msg_0"], "positive"),
        (["msg_1"], "negative"),
    ]


def test_what_the_assistant_does_not_offer_is_the_requests_fault() -> None:
    with pytest.raises(InvalidRequest, match=r"'input\.transcribe'") as refused:
        answered("input.transcribe")
    assert (refused.value.code, refused.value.param) == ("not_supported", "type")


def test_an_unknown_attachment_cannot_be_deleted() -> None:
    with pytest.raises(NotFound):
        answered("attachments.delete")


def a_widget(id: str = "wgt_1", text: str = "New") -> WidgetItem:  # noqa: A002
    root = {"type": "Card", "children": [{"type": "Text", "value": text}]}
    return WidgetItem(
        id=id,
        thread_id="thr_1",
        created_at=NOON,
        widget=DynamicWidgetRoot.model_validate(root),
    )


def test_the_item_that_a_sync_action_changes_is_kept(conversation: ChatThread) -> None:
    stored("widget", a_widget(text="Old").model_dump(mode="json"), 2)
    QuietServer.response = SyncCustomActionResponse(updated_item=a_widget())

    shown = answered("threads.sync_custom_action", item_id="wgt_1")

    assert shown["updated_item"]["widget"]["children"][0]["value"] == "New"
    row = ChatThreadItem.objects.get(id="wgt_1")
    assert row.payload["widget"]["children"][0]["value"] == "New"
    assert row.position == 2


def test_a_hidden_item_of_a_sync_action_is_kept_and_not_shown(conversation: ChatThread) -> None:
    hidden = HiddenContextItem(id="hcx_1", thread_id="thr_1", created_at=NOON, content="secret")
    QuietServer.response = SyncCustomActionResponse(updated_item=hidden)

    assert answered("threads.sync_custom_action") == {}
    assert ChatThreadItem.objects.get(id="hcx_1").payload["content"] == "secret"


def test_only_a_widget_sends_an_action(conversation: ChatThread) -> None:
    with pytest.raises(InvalidRequest, match="Only a widget"):
        answered("threads.sync_custom_action", item_id="msg_1")
    with pytest.raises(NotFound):
        answered("threads.sync_custom_action", item_id="wgt_unknown")
