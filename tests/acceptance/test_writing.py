"""Writing: titles, tools, questions, retries, actions, widgets, workflows. Rows A13 to A22, A33, A35."""

from typing import Any

import pytest

from tests.acceptance.conftest import Chatter, events_of, kinds, user_input

pytestmark = pytest.mark.socket

CALL = {
    "event": {
        "type": "thread.item.done",
        "item": {
            "type": "client_tool_call",
            "id": "tc_1",
            "call_id": "call_1",
            "name": "switch_theme",
            "arguments": {"theme": "dark"},
        },
    }
}
QUESTIONS = {
    "event": {
        "type": "thread.item.done",
        "item": {
            "type": "structured_input",
            "id": "msg_questions",
            "inputs": [
                {
                    "type": "multiple_choice",
                    "id": "size",
                    "question": "Which size?",
                    "options": [{"value": "S"}, {"value": "L"}],
                },
                {"type": "freeform", "id": "why", "question": "Why?"},
            ],
        },
    }
}
CARD = {"type": "Card", "children": [{"type": "Text", "id": "t", "value": "Hi"}]}


def done(item: dict[str, Any]) -> dict[str, Any]:
    return {"event": {"type": "thread.item.done", "item": item}}


def refusal(answer: Any) -> tuple[int, str | None, str | None]:
    error = answer.json()["error"]
    return answer.status_code, error["code"], error["param"]


@pytest.mark.parametrize("title", ["", "<script>alert(1)</script>", "x" * 255])
def test_a_thread_is_renamed_to_any_text(someone: Chatter, title: str) -> None:
    """A13"""
    thread_id, _ = someone.begin()

    renamed = someone.ask("threads.update", thread_id=thread_id, title=title).json()

    assert renamed["title"] == title
    assert someone.ask("threads.list").json()["data"][0]["title"] == title


def test_a_title_is_bounded(someone: Chatter) -> None:
    """A13"""
    thread_id, _ = someone.begin()

    refused = someone.ask("threads.update", thread_id=thread_id, title="x" * 10_000)

    assert refusal(refused) == (400, "string_above_max_length", "params.title")


def test_a_deleted_thread_is_gone_for_every_operation(someone: Chatter) -> None:
    """A13"""
    thread_id, _ = someone.begin()

    assert someone.ask("threads.delete", thread_id=thread_id).json() == {}
    for kind in ("threads.delete", "threads.get_by_id", "items.list"):
        assert someone.ask(kind, thread_id=thread_id).status_code == 404
    assert someone.ask("threads.list").json()["data"] == []


def test_a_tools_output_completes_the_call_and_the_answer_goes_on(someone: Chatter) -> None:
    """A14"""
    thread_id, events = someone.begin(CALL)

    assert events[-1]["item"]["status"] == "pending"
    answer = events_of(
        someone.ask("threads.add_client_tool_output", thread_id=thread_id, result={"ok": [1, None]})
    )
    assert kinds(answer) == ["stream_options", "thread.item.done(assistant_message)"]
    call = someone.items(thread_id)[1]
    assert (call["status"], call["output"]) == ("completed", {"ok": [1, None]})
    assert someone.said(thread_id) == ["continued"]


@pytest.mark.parametrize("last", ["a message", "an answered call"])
def test_an_output_that_nothing_waits_for_is_refused(someone: Chatter, last: str) -> None:
    """A15"""
    thread_id, _ = someone.begin("Hi")
    if last == "an answered call":
        someone.say(thread_id, CALL)
        someone.ask("threads.add_client_tool_output", thread_id=thread_id, result=1)

    refused = someone.ask("threads.add_client_tool_output", thread_id=thread_id, result=2)

    assert refusal(refused) == (400, "no_pending_tool_call", "params.thread_id")
    assert (
        kinds(someone.say(thread_id, "Still there?"))[-1] == "thread.item.done(assistant_message)"
    )


def test_a_message_instead_of_the_output_withdraws_the_call(someone: Chatter) -> None:
    """A15"""
    thread_id, _ = someone.begin(CALL)

    someone.say(thread_id, "Never mind")

    assert [item["type"] for item in someone.items(thread_id)] == [
        "user_message",
        "user_message",
        "assistant_message",
    ]


def answers(someone: Chatter, thread_id: str, item_id: str = "msg_questions", **given: Any) -> Any:
    return someone.ask(
        "threads.add_structured_input", thread_id=thread_id, item_id=item_id, input=given
    )


def test_answers_are_stored_and_shown(someone: Chatter) -> None:
    """A16: one value of a single choice, a value of one's own, unknown questions ignored."""
    thread_id, _ = someone.begin(QUESTIONS)

    events = events_of(
        answers(
            someone,
            thread_id,
            answers={
                "size": {"values": ["XL", "S"]},
                "why": {"values": ["Because"]},
                "other": {"values": ["x"]},
            },
        )
    )

    assert kinds(events) == [
        "stream_options",
        "thread.item.replaced(structured_input)",
        "thread.item.done(assistant_message)",
    ]
    stored = someone.items(thread_id)[1]
    assert stored == events[1]["item"]
    assert stored["status"] == "answered"
    assert [question["answer"]["values"] for question in stored["inputs"]] == [["XL"], ["Because"]]


def test_questions_are_skipped_once(someone: Chatter) -> None:
    """A17"""
    thread_id, _ = someone.begin(QUESTIONS)

    skipped = events_of(answers(someone, thread_id, status="skipped"))
    again = answers(someone, thread_id, answers={})

    assert skipped[1]["item"]["status"] == "skipped"
    assert refusal(again) == (400, "structured_input_answered", "params.item_id")


def test_answers_to_something_else_are_refused(someone: Chatter) -> None:
    """A17"""
    thread_id, events = someone.begin(QUESTIONS)

    assert answers(someone, thread_id, "msg_unknown").status_code == 404
    assert refusal(answers(someone, thread_id, events[1]["item"]["id"])) == (
        400,
        None,
        "params.item_id",
    )


def test_a_retry_deletes_all_that_came_after_and_answers_again(someone: Chatter) -> None:
    """A18: more than the SDK reads at once."""
    thread_id, events = someone.begin(*({"say": str(number)} for number in range(30)))
    message = events[1]["item"]["id"]
    someone.say(thread_id, "And more")

    answer = events_of(
        someone.ask("threads.retry_after_item", thread_id=thread_id, item_id=message)
    )

    assert kinds(answer)[0] == "stream_options"
    assert someone.said(thread_id) == [str(number) for number in range(30)]
    assert next(item["id"] for item in someone.items(thread_id)) == message


def test_a_retry_of_something_else_deletes_nothing(someone: Chatter) -> None:
    """A18"""
    thread_id, events = someone.begin("Hi")
    before = someone.items(thread_id)

    unknown = someone.ask("threads.retry_after_item", thread_id=thread_id, item_id="msg_unknown")
    answer = someone.ask(
        "threads.retry_after_item", thread_id=thread_id, item_id=events[-1]["item"]["id"]
    )

    assert unknown.status_code == 404
    assert refusal(answer) == (400, None, "params.item_id")
    assert someone.items(thread_id) == before


def test_feedback_is_for_items_of_the_thread(someone: Chatter, stranger: Chatter) -> None:
    """A19"""
    thread_id, events = someone.begin("Hi")
    item = events[-1]["item"]["id"]
    _, foreign = stranger.begin("Hi")

    def judge(*items: str, kind: str = "positive", thread: str = thread_id) -> Any:
        return someone.ask("items.feedback", thread_id=thread, item_ids=list(items), kind=kind)

    assert judge(item).json() == {}
    assert judge(item, kind="negative").json() == {}
    assert judge(item, "msg_unknown").status_code == 404
    assert judge(foreign[-1]["item"]["id"]).status_code == 404
    assert judge(item, thread="thr_unknown").status_code == 404


def test_an_action_comes_with_its_widget_or_alone(someone: Chatter) -> None:
    """A20"""
    thread_id, _ = someone.begin(done({"type": "widget", "id": "msg_w", "widget": CARD}))
    action = {"type": "vote", "payload": {"for": "tea"}}

    for sender in ("msg_w", None):
        events = events_of(
            someone.ask("threads.custom_action", thread_id=thread_id, item_id=sender, action=action)
        )
        assert kinds(events) == ["stream_options", "thread.item.done(assistant_message)"]
    assert '"sender": "msg_w"' in someone.said(thread_id)[0]
    assert '"sender": null' in someone.said(thread_id)[1]


def test_an_action_of_something_that_is_no_widget_is_an_error(someone: Chatter) -> None:
    """A20"""
    thread_id, events = someone.begin("Hi")

    answer = someone.ask(
        "threads.custom_action",
        thread_id=thread_id,
        item_id=events[-1]["item"]["id"],
        action={"type": "vote"},
    )

    assert events_of(answer) == [{"type": "error", "code": "stream.error", "allow_retry": False}]


def test_what_a_sync_action_updates_is_kept(someone: Chatter) -> None:
    """A21"""
    thread_id, _ = someone.begin(done({"type": "widget", "id": "msg_w", "widget": CARD}))
    changed = {"type": "Card", "children": [{"type": "Text", "value": "Changed"}]}

    updated = someone.ask(
        "threads.sync_custom_action",
        thread_id=thread_id,
        item_id="msg_w",
        action={"type": "like", "payload": {"widget": changed}},
    ).json()["updated_item"]

    assert updated["widget"]["children"][0]["value"] == "Changed"
    assert someone.items(thread_id)[1] == updated


def test_a_stored_widget_keeps_every_property(someone: Chatter) -> None:
    """A22: those too that the SDK's classes do not know."""
    widget = {
        "type": "Card",
        "border": {"size": 2, "color": "red"},
        "children": [{"type": "Table", "striped": True, "children": []}],
    }

    thread_id, _events = someone.begin(done({"type": "widget", "id": "msg_w", "widget": widget}))

    stored = someone.items(thread_id)[1]["widget"]
    assert stored["border"] == {"size": 2, "color": "red"}
    assert stored["children"] == [{"type": "Table", "striped": True, "children": []}]


def test_a_widget_that_grows_is_stored_as_it_ended(someone: Chatter) -> None:
    """A22"""
    item = {"type": "widget", "id": "msg_w", "widget": CARD}
    ended = {"type": "Card", "children": [{"type": "Text", "id": "t", "value": "Hi there"}]}

    thread_id, events = someone.begin(
        {"event": {"type": "thread.item.added", "item": item}},
        {
            "event": {
                "type": "thread.item.updated",
                "item_id": "msg_w",
                "update": {
                    "type": "widget.streaming_text.value_delta",
                    "component_id": "t",
                    "delta": " there",
                    "done": True,
                },
            }
        },
        done({**item, "widget": ended}),
    )

    assert kinds(events)[3:] == [
        "thread.item.added(widget)",
        "thread.item.updated",
        "thread.item.done(widget)",
    ]
    assert someone.items(thread_id)[1]["widget"]["children"][0]["value"] == "Hi there"


def test_a_workflow_that_goes_on_after_a_tool_is_one_item(someone: Chatter) -> None:
    """A33"""
    workflow = {
        "type": "workflow",
        "id": "wf_1",
        "workflow": {"type": "custom", "tasks": [{"type": "custom", "title": "Look"}]},
    }
    longer = {
        **workflow,
        "workflow": {
            "type": "custom",
            "tasks": [{"type": "custom", "title": "Look"}, {"type": "custom", "title": "See"}],
            "summary": {"duration": 3},
        },
    }
    thread_id, _ = someone.begin(done(workflow), CALL)

    someone.ask(
        "threads.add_client_tool_output",
        thread_id=thread_id,
        result={"script": [done(longer), {"say": "Done"}]},
    )

    items = someone.items(thread_id)
    assert [item["id"] for item in items if item["type"] == "workflow"] == ["wf_1"]
    assert len(items[1]["workflow"]["tasks"]) == 2
    assert items[1]["workflow"]["summary"] == {"duration": 3}


def test_messages_that_share_a_fake_id_all_survive(someone: Chatter, stranger: Chatter) -> None:
    """A35"""
    fake = "__fake_id__"
    for chatter in (someone, stranger):
        for _ in range(2):
            thread_id, _ = chatter.begin({"begin": fake}, {"delta": "one"}, {"done": True})
            chatter.say(thread_id, {"begin": fake}, {"delta": "two"}, {"done": True})
            assert chatter.said(thread_id) == ["one", "two"]
            assert fake not in [item["id"] for item in chatter.items(thread_id)]


def test_an_item_that_is_done_twice_is_one_item_in_its_place(someone: Chatter) -> None:
    """A35"""
    first = {"type": "task", "id": "tsk_1", "task": {"type": "custom", "title": "One"}}
    second = {**first, "task": {"type": "custom", "title": "Two"}}

    thread_id, _ = someone.begin(done(first), {"say": "Between"}, done(second))

    items = someone.items(thread_id)
    assert [item["type"] for item in items] == ["user_message", "task", "assistant_message"]
    assert items[1]["task"]["title"] == "Two"


def test_ids_cannot_be_guessed(someone: Chatter) -> None:
    """B14"""
    thread_id, events = someone.begin("Hi")

    for known in (thread_id, *(event["item"]["id"] for event in events if "item" in event)):
        prefix, digits = known.split("_")
        assert prefix in {"thr", "msg"}
        assert len(digits) == 32
        int(digits, 16)


def test_a_dictated_minute_is_taken(someone: Chatter) -> None:
    """Three megabytes are more than Django takes by default."""
    audio = "AAAA" * (1024 * 1024 * 3 // 4)

    answer = someone.ask("input.transcribe", audio_base64=audio, mime_type="audio/webm;codecs=opus")

    assert answer.json() == {"text": f"{1024 * 1024 * 9 // 4} bytes of audio/webm"}


def test_the_first_message_may_be_empty_of_text(someone: Chatter) -> None:
    """Tags alone are a message."""
    tag = {"type": "input_tag", "id": "t", "text": "Ann", "data": {"n": None}}

    answer = events_of(
        someone.ask("threads.create", input=user_input("", content=[tag], quoted_text=""))
    )

    assert answer[1]["item"]["content"] == [{**tag, "interactive": False}]
