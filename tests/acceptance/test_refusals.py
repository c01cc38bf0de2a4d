"""What is refused, and how: bad requests, hostile sizes, locked threads, foreign rows.

Rows A29 to A31, B01 to B04.
"""

import json
from typing import Any

import httpx
import pytest

from tests.acceptance.conftest import (
    Chatter,
    Gates,
    events_of,
    kinds,
    play_site,
    user_input,
)
from tests.servers import Server, Site

pytestmark = pytest.mark.socket

HELLO = user_input("Hello")


def operations(thread_id: str, item_id: str) -> dict[str, dict[str, Any]]:
    """All operations on a thread or an item, with parameters that fit."""
    return {
        "threads.add_user_message": {"thread_id": thread_id, "input": HELLO},
        "threads.add_client_tool_output": {"thread_id": thread_id, "result": 1},
        "threads.add_structured_input": {
            "thread_id": thread_id,
            "item_id": item_id,
            "input": {"answers": {}},
        },
        "threads.retry_after_item": {"thread_id": thread_id, "item_id": item_id},
        "threads.custom_action": {
            "thread_id": thread_id,
            "item_id": item_id,
            "action": {"type": "a"},
        },
        "threads.sync_custom_action": {
            "thread_id": thread_id,
            "item_id": item_id,
            "action": {"type": "a"},
        },
        "threads.get_by_id": {"thread_id": thread_id},
        "threads.update": {"thread_id": thread_id, "title": "Mine"},
        "threads.delete": {"thread_id": thread_id},
        "items.list": {"thread_id": thread_id},
        "items.feedback": {"thread_id": thread_id, "item_ids": [item_id], "kind": "positive"},
    }


WRITES = sorted(set(operations("", "")) - {"threads.get_by_id", "items.list"})
STREAMING = [
    "threads.add_user_message",
    "threads.add_client_tool_output",
    "threads.add_structured_input",
    "threads.retry_after_item",
    "threads.custom_action",
]


@pytest.mark.parametrize("kind", sorted(operations("", "")))
def test_what_is_somebody_elses_is_like_what_is_not_there(
    someone: Chatter, stranger: Chatter, kind: str
) -> None:
    """B01, A29"""
    thread_id, events = someone.begin("Hello")
    item_id = events[1]["item"]["id"]
    before = someone.items(thread_id)

    foreign = stranger.ask(kind, **operations(thread_id, item_id)[kind])
    unknown = stranger.ask(kind, **operations("thr_unknown", "msg_unknown")[kind])

    assert foreign.status_code == unknown.status_code == 404
    assert foreign.content == unknown.content
    assert someone.items(thread_id) == before
    assert "title" not in someone.ask("threads.get_by_id", thread_id=thread_id).json()


def test_a_thread_of_another_assistant_is_not_there(someone: Chatter) -> None:
    """B01: a thread belongs to a scope and an assistant."""
    thread_id, _ = someone.begin("Hello")
    elsewhere = Chatter(someone.visitor, "/chatkit/conversation?assistant=other")

    assert elsewhere.ask("threads.get_by_id", thread_id=thread_id).status_code == 404
    assert elsewhere.ask("threads.list").json()["data"] == []


def test_an_unknown_assistant_is_like_an_unknown_thread(someone: Chatter) -> None:
    nowhere = Chatter(someone.visitor, "/chatkit/conversation?assistant=nowhere")

    refused = nowhere.ask("threads.list")

    assert refused.status_code == 404
    assert refused.content == someone.ask("threads.get_by_id", thread_id="thr_x").content


def test_the_assistant_may_be_named_in_the_body(someone: Chatter) -> None:
    body = {"type": "threads.create", "params": {"input": user_input({"context": True})}}

    answer = someone.visitor.post("/chatkit/conversation", json={**body, "assistant": "other"})

    told = json.loads(events_of(answer)[-1]["item"]["content"][0]["text"])
    assert told["assistant"] == "other"


@pytest.mark.parametrize("kind", STREAMING)
@pytest.mark.parametrize("reason", [None, "Moved"])
def test_a_refusal_before_the_answer_has_a_status(
    someone: Chatter, kind: str, reason: str | None
) -> None:
    """A29: never a truncated 200."""
    thread_id, _ = someone.begin("Hello")

    refused = someone.ask(kind, **operations(thread_id if reason else "thr_x", "msg_x")[kind])

    if kind == "threads.add_user_message" and reason:
        assert refused.status_code == 200
        return
    assert refused.status_code in {400, 404}
    assert refused.headers["content-type"].startswith("application/json")
    assert someone.begin("Still there?")[1][-1]["type"] == "thread.item.done"


BAD = {
    "empty": b"",
    "half": b'{"type":"threads.list","params":{',
    "not UTF-8": b'{"type":"threads.list","params":{"after":"\xff"}}',
    "BOM": b'\xef\xbb\xbf{"type":"threads.list","params":{}}',
    "a list": b"[]",
    "unknown type": b'{"type":"threads.burn","params":{}}',
    "no type": b'{"params":{}}',
    "no params": b'{"type":"threads.list"}',
    "null metadata": b'{"type":"threads.list","params":{},"metadata":null}',
    "half a limit": b'{"type":"threads.list","params":{"limit":5.5}}',
    "lone surrogate": b'{"type":"threads.update","params":{"thread_id":"t","title":"\\ud800"}}',
    "no inference options": b'{"type":"threads.create","params":{"input":{"content":[],'
    b'"attachments":[]}}}',
    "bad base64": b'{"type":"input.transcribe","params":{"audio_base64":"!","mime_type":"a/b"}}',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("name", BAD)
def test_a_request_that_is_none_is_refused_with_a_reason(someone: Chatter, name: str) -> None:
    """A30"""
    refused = someone.visitor.post("/chatkit/conversation", content=BAD[name])

    assert refused.status_code == 400, refused.text
    error = refused.json()["error"]
    assert sorted(error) == ["code", "message", "param", "type"]
    assert error["type"] == "invalid_request_error"
    assert refused.headers["x-request-id"].startswith("req_")


def test_the_field_at_fault_is_named(someone: Chatter) -> None:
    """A30"""
    refused = someone.ask("threads.create", input={"content": [], "attachments": []})

    assert refused.json()["error"] == {
        "message": "The field 'params.input.inference_options' is not valid: Field required.",
        "type": "invalid_request_error",
        "param": "params.input.inference_options",
        "code": None,
    }


def test_unknown_keys_are_ignored(someone: Chatter) -> None:
    """A30"""
    answer = someone.visitor.post(
        "/chatkit/conversation",
        json={"type": "threads.list", "params": {"new": 1}, "newer": 2},
    )

    assert answer.status_code == 200


def test_what_no_database_stores_is_replaced(someone: Chatter) -> None:
    """A31"""
    thread_id, events = someone.begin("nul \x00 here")
    someone.say(thread_id, {"begin": None}, {"delta": "a\x00b"}, {"done": True})

    assert events[1]["item"]["content"][0]["text"] == "nul \ufffd here"
    texts = [item["content"][0]["text"] for item in someone.items(thread_id)]
    assert texts[:2] == ["nul \ufffd here"] * 2
    assert texts[3] == "a\ufffdb"


def test_a_lone_surrogate_of_an_agent_is_replaced_on_the_wire_and_in_store(
    someone: Chatter,
) -> None:
    """A31"""
    text = json.dumps([{"begin": None}, {"delta": "a\ud800b"}, {"done": True}])
    # Escaped twice: the request is sound, what the agent makes of it is not.
    answer = someone.ask("threads.create", input=user_input(text))

    events = events_of(answer)
    thread_id = events[0]["thread"]["id"]
    assert someone.said(thread_id) == ["a\ufffdb"]
    assert [event["update"]["delta"] for event in events if "update" in event] == ["a\ufffdb"]


@pytest.mark.parametrize(
    ("kind", "params", "param"),
    [
        (
            "threads.create",
            {"input": user_input("x", attachments=["atc_1"] * 1000)},
            "params.input.attachments",
        ),
        (
            "threads.create",
            {"input": user_input("x", content=[{"type": "input_text", "text": "x"}] * 1000)},
            "params.input.content",
        ),
        (
            "items.feedback",
            {"thread_id": "t", "item_ids": ["m"] * 10_000, "kind": "positive"},
            "params.item_ids",
        ),
    ],
    ids=["attachments", "content", "item ids"],
)
def test_lists_are_bounded(someone: Chatter, kind: str, params: dict[str, Any], param: str) -> None:
    """A31"""
    refused = someone.ask(kind, **params)

    error = refused.json()["error"]
    assert (refused.status_code, error["code"], error["param"]) == (
        400,
        "array_above_max_length",
        param,
    )


def test_a_body_above_the_limit_is_refused(someone: Chatter) -> None:
    """A31"""
    refused = someone.ask("threads.create", input=user_input("x" * (10 * 1024 * 1024)))

    assert (refused.status_code, refused.json()["error"]["code"]) == (413, "request_too_large")


def test_two_megabytes_of_text_are_kept(someone: Chatter) -> None:
    """A31: within the limit, and more than Django takes by default."""
    text = "x" * (3 * 1024 * 1024)

    thread_id, _ = someone.begin(text)

    assert someone.items(thread_id)[0]["content"][0]["text"] == text


@pytest.mark.parametrize("status", ["locked", "closed"])
def test_a_locked_thread_takes_no_writes_and_can_be_read(someone: Chatter, status: str) -> None:
    """B04"""
    thread_id, events = someone.begin(
        {"set": {"status": {"type": status, "reason": "Done"}}}, {"say": "Bye"}
    )
    item_id = events[1]["item"]["id"]
    before = someone.items(thread_id)

    for kind in WRITES:
        refused = someone.ask(kind, **operations(thread_id, item_id)[kind])
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "thread_locked")
    thread = someone.ask("threads.get_by_id", thread_id=thread_id).json()
    assert thread["status"] == {"type": status, "reason": "Done"}
    assert someone.items(thread_id) == before


def test_nobody_is_asked_to_log_in(stage: Site) -> None:
    """B02"""
    refused = Chatter(stage.visitor()).ask("threads.list")

    assert (refused.status_code, refused.json()["error"]["code"]) == (
        401,
        "authentication_required",
    )


def test_a_log_out_ends_the_chat_and_another_user_sees_nothing(stage: Site) -> None:
    """B02"""
    browser = stage.log_in("first-of-two")
    thread_id, _ = Chatter(browser).begin("Hello")

    browser.log_out()
    after = Chatter(browser).ask("threads.list")
    browser.log_in("second-of-two")

    assert after.status_code == 401
    assert Chatter(browser).ask("threads.list").json()["data"] == []
    assert Chatter(browser).ask("threads.get_by_id", thread_id=thread_id).status_code == 404


def test_a_visitors_threads_become_the_users_at_log_in(server: Server, gates: Gates) -> None:
    """B02"""
    with play_site(server, gates, CHATKIT_ALLOW_ANONYMOUS=True) as site:
        browser = site.visitor()
        browser.get("/admin/login/")  # a page that sets the CSRF cookie
        visitor = Chatter(browser)
        thread_id, events = visitor.begin({"context": True})
        scope = json.loads(events[-1]["item"]["content"][0]["text"])["scope"]
        assert scope.startswith("anon-")
        assert len(scope.removeprefix("anon-")) == 32
        other = site.visitor()
        other.get("/admin/login/")
        assert Chatter(other).ask("threads.list").json()["data"] == []

        browser.log_in("alice")

        assert [t["id"] for t in visitor.ask("threads.list").json()["data"]] == [thread_id]
        told = json.loads(
            visitor.say(thread_id, {"context": True})[-1]["item"]["content"][0]["text"]
        )
        assert told["scope"].startswith("user-")
        browser.log_out()
        browser.get("/admin/login/")
        assert visitor.ask("threads.list").json()["data"] == []


def test_a_page_of_another_site_is_refused(someone: Chatter, stage: Site) -> None:
    """B03"""
    cookies = {"Cookie": someone.visitor.session_headers()["Cookie"]}
    body = {"type": "threads.list", "params": {}}

    refused = httpx.post(f"{stage.url}/chatkit/conversation", json=body, headers=cookies)

    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "csrf_failed")


def test_other_origins_get_no_leave(stage: Site) -> None:
    """B03"""
    asked = httpx.options(
        f"{stage.url}/chatkit/conversation",
        headers={
            "Origin": "https://elsewhere.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization",
        },
    )

    assert not [name for name in asked.headers if name.startswith("access-control-")]


def test_a_configured_origin_chats_with_a_secret_and_without_cookies(
    server: Server, gates: Gates
) -> None:
    """B03"""
    origin = "https://app.example"
    with play_site(server, gates, CHATKIT_CORS_ORIGINS=[origin]) as site:
        asked = httpx.options(
            f"{site.url}/chatkit/conversation",
            headers={"Origin": origin, "Access-Control-Request-Method": "POST"},
        )
        secret = site.log_in("alice").post("/chatkit/sessions", json={}).json()["client_secret"]
        answer = httpx.post(
            f"{site.url}/chatkit/conversation",
            json={"type": "threads.create", "params": {"input": HELLO}},
            headers={"Origin": origin, "Authorization": f"Bearer {secret}"},
        )

    assert asked.headers["access-control-allow-origin"] == origin
    assert "chatkit-frame-instance-id" in asked.headers["access-control-allow-headers"]
    assert answer.headers["access-control-allow-origin"] == origin
    assert "access-control-allow-credentials" not in {*asked.headers, *answer.headers}
    assert kinds(events_of(answer))[0] == "thread.created"


@pytest.mark.parametrize("path", ["conversation", "conversation/"])
def test_a_trailing_slash_changes_nothing(someone: Chatter, path: str) -> None:
    answer = someone.visitor.post(f"/chatkit/{path}", json={"type": "threads.list", "params": {}})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "conversation", 405, "method_not_allowed"),
        ("GET", "nowhere", 404, "not_found"),
        ("POST", "", 404, "not_found"),
        ("DELETE", "sessions/x/cancel", 405, "method_not_allowed"),
    ],
)
def test_every_path_under_the_mount_speaks_in_envelopes(
    someone: Chatter, method: str, path: str, status: int, code: str
) -> None:
    answer = someone.visitor.request(method, f"/chatkit/{path}")

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.headers["x-request-id"].startswith("req_")
