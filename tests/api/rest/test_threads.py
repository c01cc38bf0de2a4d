"""Threads and items over REST: OpenAI's shapes, cursors and limits; nobody else's rows."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from django_chatkit.models import ChatThread, ChatThreadItem
from tests.api.rest.conftest import Caller, problem, scope_of, thread_of

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def ids(page: Any) -> list[str]:
    return [entry["id"] for entry in page["data"]]


@pytest.fixture
def five(alice: Caller) -> list[str]:
    """Five threads of alice's, created at one moment."""
    return [thread_of("alice", f"thr_{n}", created_at=NOON).id for n in range(1, 6)]


def test_a_thread_has_openais_shape_and_our_additions(alice: Caller) -> None:
    thread_of("alice", title="Hello", created_at=NOON, metadata={"a": "b"})

    assert alice.read("threads/thr_1") == {
        "id": "thr_1",
        "object": "chatkit.thread",
        "created_at": int(NOON.timestamp()),
        "title": "Hello",
        "user": scope_of("alice"),
        "status": {"type": "active"},
        "metadata": {"a": "b"},
        "session_id": None,
        "assistant": "default",
    }


def test_a_locked_thread_says_why(alice: Caller) -> None:
    thread_of("alice", status="locked", status_reason="Done")

    assert alice.read("threads/thr_1")["status"] == {"type": "locked", "reason": "Done"}


def test_the_agents_own_notes_never_leave(alice: Caller) -> None:
    thread_of("alice", private_metadata={"secret": "plan"})

    assert b"plan" not in alice.get("/chatkit/threads/thr_1").content


def test_a_list_is_a_page_newest_first(alice: Caller, five: list[str]) -> None:
    page = alice.read("threads?limit=2")

    assert ids(page) == ["thr_5", "thr_4"]
    assert (page["first_id"], page["last_id"], page["has_more"]) == ("thr_5", "thr_4", True)


@pytest.mark.parametrize(
    ("query", "expected", "more"),
    [
        ("after=thr_4", ["thr_3", "thr_2", "thr_1"], False),
        ("after=thr_4&limit=2", ["thr_3", "thr_2"], True),
        ("order=asc&after=thr_2", ["thr_3", "thr_4", "thr_5"], False),
        ("before=thr_1&limit=2", ["thr_3", "thr_2"], True),
        ("order=asc&before=thr_5&limit=2", ["thr_3", "thr_4"], True),
        ("after=thr_5&before=thr_1", ["thr_4", "thr_3", "thr_2"], False),
        ("after=unknown", [], False),
        ("before=unknown", [], False),
        ("limit=0", ["thr_5", "thr_4", "thr_3", "thr_2", "thr_1"], False),
        ("limit=1000", ["thr_5", "thr_4", "thr_3", "thr_2", "thr_1"], False),
    ],
)
def test_cursors_cut_the_list_where_they_say(
    alice: Caller, five: list[str], query: str, expected: list[str], more: bool
) -> None:
    page = alice.read(f"threads?{query}")

    assert (ids(page), page["has_more"]) == (expected, more)


def test_a_foreign_cursor_is_an_unknown_one(alice: Caller, bob: Caller, five: list[str]) -> None:
    thread_of("bob", "thr_bob")

    assert ids(alice.read("threads?after=thr_bob")) == []


@pytest.mark.parametrize("limit", ["-1", "x", "1.5", "", "%201", "1_0", "%EF%BC%95"])
def test_an_impossible_limit_is_refused(alice: Caller, limit: str) -> None:
    assert problem(alice.send("get", f"threads?limit={limit}")) == (400, None, "limit")


@pytest.mark.parametrize("order", ["new", "ASC", ""])
def test_an_impossible_order_is_refused(alice: Caller, order: str) -> None:
    assert problem(alice.send("get", f"threads?order={order}")) == (400, None, "order")


def test_a_browser_lists_for_itself_only(alice: Caller) -> None:
    assert problem(alice.send("get", "threads?user=user-2")) == (400, None, "user")


def test_a_thread_of_somebody_else_does_not_exist(alice: Caller, bob: Caller) -> None:
    thread_of("alice")
    answers = [
        bob.send("get", "threads/thr_1"),
        bob.send("get", "threads/thr_1/items"),
        bob.send("patch", "threads/thr_1", {"title": "Mine"}),
        bob.send("delete", "threads/thr_1"),
        bob.send("post", "threads/thr_1/sync"),
        bob.send("get", "threads/unknown"),
    ]

    assert {problem(answer) for answer in answers} == {(404, "not_found", None)}
    assert len({answer.content for answer in answers}) == 1
    assert ChatThread.objects.get().title is None


def test_a_thread_is_created_with_a_title_and_metadata(alice: Caller) -> None:
    created = alice.send("post", "threads", {"title": "Plan", "metadata": {"k": "v"}}).json()

    assert created["id"].startswith("thr_")
    assert alice.read(f"threads/{created['id']}") == created
    assert (created["title"], created["metadata"]) == ("Plan", {"k": "v"})


def test_a_thread_is_created_in_a_session_and_listed_by_it(alice: Caller) -> None:
    session = alice.send("post", "sessions", {}).json()["id"]
    created = alice.send("post", "threads", {"session_id": session}).json()
    alice.send("post", "threads", {})

    assert created["session_id"] == session
    assert ids(alice.read(f"threads?session_id={session}")) == [created["id"]]


def test_a_session_of_somebody_else_takes_no_threads(alice: Caller, bob: Caller) -> None:
    session = alice.send("post", "sessions", {}).json()["id"]

    assert bob.send("post", "threads", {"session_id": session}).status_code == 404


@pytest.mark.parametrize("method", ["post", "patch"])
def test_title_and_metadata_change_and_metadata_is_replaced_whole(
    alice: Caller, method: str
) -> None:
    thread_of("alice", title="Old", metadata={"a": "1"})

    titled = alice.send(method, "threads/thr_1", {"title": "New"}).json()
    replaced = alice.send(method, "threads/thr_1", {"metadata": {"b": "2"}}).json()

    assert (titled["title"], titled["metadata"]) == ("New", {"a": "1"})
    assert (replaced["title"], replaced["metadata"]) == ("New", {"b": "2"})


def test_a_title_is_bounded(alice: Caller) -> None:
    thread_of("alice")

    assert problem(alice.send("patch", "threads/thr_1", {"title": "x" * 256})) == (
        400,
        None,
        "title",
    )


@pytest.mark.parametrize("status", ["locked", "closed"])
def test_a_locked_thread_takes_no_change_from_its_owner(alice: Caller, status: str) -> None:
    thread_of("alice", status=status)

    refused = [
        alice.send("patch", "threads/thr_1", {"title": "x"}),
        alice.send("delete", "threads/thr_1"),
    ]

    assert [problem(answer) for answer in refused] == [(403, "thread_locked", None)] * 2


def test_a_deleted_thread_is_gone_with_its_items(alice: Caller) -> None:
    thread = thread_of("alice")
    item(thread, 0, "assistant_message", content=[])

    deleted = alice.send("delete", "threads/thr_1")
    again = alice.send("delete", "threads/thr_1")

    assert deleted.json() == {"id": "thr_1", "object": "chatkit.thread.deleted", "deleted": True}
    assert again.status_code == 404
    assert not ChatThreadItem.objects.exists()


def item(thread: ChatThread, position: int, kind: str, **payload: Any) -> ChatThreadItem:
    return ChatThreadItem.objects.create(
        thread=thread,
        id=f"msg_{position}",
        scope=thread.scope,
        position=position,
        type=kind,
        payload={"id": f"msg_{position}", "type": kind, **payload},
        created_at=NOON,
    )


def shape(alice: Caller, kind: str, **payload: Any) -> Any:
    """What REST makes of one native item, without what all items have."""
    item(thread_of("alice"), 0, kind, **payload)
    [shown] = alice.read("threads/thr_1/items")["data"]
    assert (shown.pop("id"), shown.pop("thread_id")) == ("msg_0", "thr_1")
    assert (shown.pop("object"), shown.pop("created_at")) == (
        "chatkit.thread_item",
        int(NOON.timestamp()),
    )
    return shown


def test_a_user_message_shows_text_quote_and_choices(alice: Caller) -> None:
    shown = shape(
        alice,
        "user_message",
        content=[
            {"type": "input_text", "text": "Hello "},
            {"type": "input_tag", "id": "t", "text": "Ann", "data": {}},
        ],
        quoted_text="so it goes",
        attachments=[
            {"id": "atc_1", "name": "a.txt", "mime_type": "text/plain", "type": "file"},
        ],
        inference_options={"model": "m", "tool_choice": {"id": "search"}},
    )

    assert shown == {
        "type": "chatkit.user_message",
        "content": [
            {"type": "quoted_text", "text": "so it goes"},
            {"type": "input_text", "text": "Hello "},
            {"type": "input_text", "text": "Ann"},
        ],
        "attachments": [
            {
                "id": "atc_1",
                "name": "a.txt",
                "mime_type": "text/plain",
                "type": "file",
                "preview_url": None,
            }
        ],
        "inference_options": {"model": "m", "tool_choice": {"id": "search"}},
    }


def test_an_assistant_message_shows_files_and_links(alice: Caller) -> None:
    sources: list[dict[str, Any]] = [
        {"type": "url", "title": "A", "url": "https://example.com"},
        {"type": "file", "title": "B", "filename": "b.pdf"},
        {"type": "entity", "title": "C", "id": "c"},
    ]

    shown = shape(
        alice,
        "assistant_message",
        content=[
            {
                "type": "output_text",
                "text": "Hi",
                "annotations": [{"type": "annotation", "source": source} for source in sources],
            }
        ],
    )

    assert shown["content"][0]["annotations"] == [
        {"type": "url", "source": {"type": "url", "url": "https://example.com"}},
        {"type": "file", "source": {"type": "file", "filename": "b.pdf"}},
    ]


@pytest.mark.parametrize(
    ("status", "output", "expected"),
    [("pending", None, ("in_progress", None)), ("completed", {"ok": 1}, ("completed", '{"ok":1}'))],
)
def test_a_tool_call_shows_json_text(
    alice: Caller, status: str, output: Any, expected: tuple[str, str | None]
) -> None:
    shown = shape(
        alice,
        "client_tool_call",
        status=status,
        call_id="call_1",
        name="theme",
        arguments={"to": "dark"},
        output=output,
    )

    assert (shown["arguments"], shown["name"]) == ('{"to":"dark"}', "theme")
    assert (shown["status"], shown["output"]) == expected


def test_a_widget_is_json_text(alice: Caller) -> None:
    assert shape(alice, "widget", widget={"type": "Card", "children": []}) == {
        "type": "chatkit.widget",
        "widget": '{"type":"Card","children":[]}',
    }


def test_a_workflow_is_a_group_of_tasks(alice: Caller) -> None:
    shown = shape(
        alice,
        "workflow",
        workflow={
            "type": "custom",
            "tasks": [
                {"type": "thought", "title": "Hm", "content": "Let me see"},
                {"type": "web_search", "title_query": "tea", "queries": ["tea"], "sources": []},
            ],
        },
    )

    assert shown["tasks"] == [
        {"type": "thought", "heading": "Hm", "summary": "Let me see"},
        {"type": "custom", "heading": "tea", "summary": "tea"},
    ]


def test_a_task_says_its_kind(alice: Caller) -> None:
    shown = shape(alice, "task", task={"type": "custom", "title": "Pack", "content": "a bag"})

    assert shown == {
        "type": "chatkit.task",
        "task_type": "custom",
        "heading": "Pack",
        "summary": "a bag",
    }


def test_what_openai_has_no_type_for_is_kept_whole_in_a_widget(alice: Caller) -> None:
    shown = shape(alice, "structured_input", status="pending", inputs=[])

    # Databases may order the keys anew.
    assert (shown["type"], json.loads(shown["widget"])) == (
        "chatkit.widget",
        {"type": "structured_input", "status": "pending", "inputs": []},
    )


def test_hidden_items_and_markers_are_not_listed_and_pages_are_full(alice: Caller) -> None:
    thread = thread_of("alice")
    kinds = ["hidden_context_item", "assistant_message", "sdk_hidden_context", "end_of_turn"]
    for position, kind in enumerate(kinds * 3):
        item(thread, position, kind, content=[])

    page = alice.read("threads/thr_1/items?limit=2&order=asc")

    assert (ids(page), page["has_more"]) == (["msg_1", "msg_5"], True)
    assert ids(alice.read("threads/thr_1/items?after=msg_5&order=asc")) == ["msg_9"]


def test_a_server_key_sees_the_whole_site_or_one_user(
    server: Caller, alice: Caller, bob: Caller
) -> None:
    thread_of("alice", "thr_a")
    thread_of("bob", "thr_b")

    assert ids(server.read("threads")) == ["thr_b", "thr_a"]
    assert ids(server.read(f"threads?user={scope_of('alice')}")) == ["thr_a"]
    assert server.read("threads/thr_a")["user"] == scope_of("alice")
    assert server.send("delete", "threads/thr_b").status_code == 200


def test_a_server_key_says_whose_thread_it_creates(server: Caller) -> None:
    assert problem(server.send("post", "threads", {})) == (400, None, "user")
    assert server.send("post", "threads", {"user": "somebody"}).json()["user"] == "somebody"


def test_a_method_that_is_not_there_is_405(alice: Caller) -> None:
    refused = alice.send("put", "threads/thr_1", {})

    assert problem(refused) == (405, "method_not_allowed", None)


def test_every_answer_has_its_request_id(alice: Caller) -> None:
    for path in ("threads", "threads/unknown", "nowhere"):
        assert alice.get(f"/chatkit/{path}").headers["x-request-id"].startswith("req_")


@pytest.mark.row("B12")
def test_a_list_costs_the_same_however_long(alice: Caller, django_assert_num_queries: Any) -> None:
    for n in range(30):
        thread_of("alice", f"thr_{n}")

    with django_assert_num_queries(3):
        alice.read("threads?limit=5")
    with django_assert_num_queries(3):
        alice.read("threads?limit=25")
