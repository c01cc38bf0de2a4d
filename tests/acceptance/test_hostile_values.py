"""JSON that a page or an agent should never send, and that breaks databases. Row A31."""

import json
from typing import Any

import pytest

from tests.acceptance.conftest import Chatter, events_of, kinds

pytestmark = pytest.mark.socket

CALL = {
    "event": {
        "type": "thread.item.done",
        "item": {
            "type": "client_tool_call",
            "id": "tc_1",
            "call_id": "call_1",
            "name": "look",
            "arguments": {},
        },
    }
}

OUTPUTS: dict[str, tuple[str, Any]] = {
    "deep": ("[" * 150 + "]" * 150, None),
    "many digits": ("1" * 400, int("1" * 400)),
    "infinity": ('{"ratio": 1e400}', {"ratio": None}),
    "no number": ('{"ratio": NaN}', {"ratio": None}),
    "a long key": (json.dumps({"k" * 100_000: 1}), {"k" * 100_000: 1}),
    "an empty key": ('{"": 1}', {"": 1}),
    "NUL": ('{"a\\u0000": "\\u0000"}', {"a\ufffd": "\ufffd"}),
    "a key twice": ('{"a": 1, "a": 2}', {"a": 2}),
    "a pair of surrogates": ('"\\ud83d\\ude00"', "😀"),
    "no characters": ('"\\uffff\\ufffe"', "\uffff\ufffe"),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_strange_output_is_stored_and_the_chat_goes_on(someone: Chatter, name: str) -> None:
    written, kept = OUTPUTS[name]
    thread_id, _ = someone.begin(CALL)
    start = f'{{"type": "threads.add_client_tool_output", "params": {{"thread_id": "{thread_id}"'

    answer = someone.visitor.post(
        "/chatkit/conversation", content=f'{start}, "result": {written}}}}}'.encode()
    )

    assert kinds(events_of(answer))[-1] == "thread.item.done(assistant_message)"
    output = someone.items(thread_id)[1]["output"]
    assert output == (json.loads(written) if kept is None else kept)
    assert kinds(someone.say(thread_id, "Hi"))[-1] == "thread.item.done(assistant_message)"


@pytest.mark.parametrize("written", ["[" * 300 + "]" * 300, "1" * 5000], ids=["depth", "digits"])
def test_json_beyond_reason_is_no_json(someone: Chatter, written: str) -> None:
    thread_id, _ = someone.begin(CALL)
    start = f'{{"type": "threads.add_client_tool_output", "params": {{"thread_id": "{thread_id}"'

    refused = someone.visitor.post(
        "/chatkit/conversation", content=f'{start}, "result": {written}}}}}'.encode()
    )

    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "invalid_json")
    assert someone.items(thread_id)[1]["status"] == "pending"


@pytest.mark.parametrize(
    "strange", ["", "x" * 100_000, "\x00", "thr_1' OR '1'='1", "../thr_1", "😀"]
)
def test_a_strange_id_is_an_unknown_one(someone: Chatter, strange: str) -> None:
    thread_id, _ = someone.begin("Hi")
    empty = {"data": [], "has_more": False}

    assert someone.ask("threads.get_by_id", thread_id=strange).status_code == 404
    retried = someone.ask("threads.retry_after_item", thread_id=thread_id, item_id=strange)
    assert retried.status_code == 404
    if strange:
        assert someone.ask("threads.list", after=strange).json() == empty
        assert someone.ask("items.list", thread_id=thread_id, after=strange).json() == empty


def test_an_agents_overlong_id_is_an_error_and_the_chat_goes_on(someone: Chatter) -> None:
    item = {"type": "task", "id": "tsk_" + "x" * 1000, "task": {"type": "custom", "title": "A"}}

    thread_id, events = someone.begin({"event": {"type": "thread.item.done", "item": item}})

    if events[-1]["type"] != "error":  # SQLite stores any length
        assert someone.items(thread_id)[1]["id"] == item["id"]
    assert kinds(someone.say(thread_id, "Hi"))[-1] == "thread.item.done(assistant_message)"
