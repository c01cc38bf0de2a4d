"""A second user who learnt the first one's ids: whatever they ask, nothing is there."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from django_chatkit.api.schema.operation import Operation
from django_chatkit.api.schema.operations import OPERATIONS
from django_chatkit.ids import new_id
from tests.api.schema.conftest import KEY, belongings, converse, message
from tests.servers import Site, Visitor

pytestmark = pytest.mark.socket

SECRET = "nobody else reads this"

Ids = dict[str, str]
Ask = Callable[[Any, Ids, Ids], httpx.Response]
"""Sends a request: who asks, the ids of what they ask for, and of what is their own."""

UNKNOWN = {
    "entity_id": "person:999999",
    "session_id": new_id("session"),
    "thread_id": new_id("thread"),
    "item_id": new_id("message"),
    "attachment_id": new_id("attachment"),
}
"""Ids as the first one's are, of what never was."""


@pytest.fixture(scope="module")
def alice(schema_site: Site) -> Visitor:
    return schema_site.log_in("alice")


@pytest.fixture(scope="module", params=["cookie", "client secret"])
def bob(schema_site: Site, request: pytest.FixtureRequest) -> Any:
    """The second user, as a person and as a client secret of theirs."""
    bob = schema_site.log_in("bob")
    if request.param == "cookie":
        return bob
    minted = schema_site.visitor().post(
        "/chatkit/sessions",
        headers={"Authorization": f"Bearer {KEY}"},
        json={
            "user": bob.post("/chatkit/sessions", json={}).json()["user"],
            "workflow": {"id": "default"},
            "rate_limits": {"max_requests_per_1_minute": 1000},
        },
    )
    bob.headers["Authorization"] = f"Bearer {minted.json()['client_secret']}"
    return bob


@pytest.fixture(scope="module")
def of_bob(schema_site: Site) -> Ids:
    return belongings(schema_site.log_in("bob"))


FOLDERS = {"session": "sessions", "thread": "threads", "file": "files", "entity": "entities"}


def by_path(operation: Operation) -> Ask:
    """An operation whose path names something."""

    def ask(who: Visitor, ids: Ids, own: Ids) -> httpx.Response:
        names = [p["name"] for p in operation.parameters if p["in"] == "path"]
        folder = FOLDERS[operation.endpoint.partition("_")[0]]
        ending = {
            "session_cancel": "/cancel",
            "thread_items": "/items",
            "thread_stop": "/stop",
            "thread_stream": "/stream",
            "thread_sync": "/sync",
            "file_content": "/content",
        }.get(operation.endpoint, "")
        body: Any = None if operation.method in {"get", "delete"} else {}
        path = f"/chatkit/{folder}/{ids[names[0]]}{ending}"
        return who.request(operation.method.upper(), path, json=body)

    return ask


def by_protocol(kind: str, *names: str, **params: Any) -> Ask:
    """An operation of the protocol with some ids, of which the first is what is asked for."""

    def ask(who: Visitor, ids: Ids, own: Ids) -> httpx.Response:
        given = {name: ids[name] if name == names[0] else own[name] for name in names}
        return converse(who, kind, {**params, **given})

    return ask


ACTION = {"type": "press", "payload": {}}

BY_PATH = {
    operation.id: by_path(operation)
    for operation in OPERATIONS
    if any(p["in"] == "path" for p in operation.parameters) and operation.callers
}
BY_PROTOCOL: dict[str, Ask] = {
    "get a thread": by_protocol("threads.get_by_id", "thread_id"),
    "rename a thread": by_protocol("threads.update", "thread_id", title="Mine"),
    "delete a thread": by_protocol("threads.delete", "thread_id"),
    "list the items": by_protocol("items.list", "thread_id"),
    "write to a thread": by_protocol(
        "threads.add_user_message", "thread_id", input=message("Let me in")
    ),
    "answer a tool call": by_protocol(
        "threads.add_client_tool_output", "thread_id", result={"ok": True}
    ),
    "answer questions": by_protocol(
        "threads.add_structured_input", "thread_id", "item_id", input={"answers": {}}
    ),
    "answer questions in one's own thread": by_protocol(
        "threads.add_structured_input", "item_id", "thread_id", input={"answers": {}}
    ),
    "retry": by_protocol("threads.retry_after_item", "thread_id", "item_id"),
    "retry in one's own thread": by_protocol("threads.retry_after_item", "item_id", "thread_id"),
    "act": by_protocol("threads.custom_action", "thread_id", action=ACTION),
    "act and wait": by_protocol("threads.sync_custom_action", "thread_id", action=ACTION),
    "judge": lambda who, ids, own: converse(
        who,
        "items.feedback",
        {"thread_id": ids["thread_id"], "item_ids": [own["item_id"]], "kind": "positive"},
    ),
    "judge in one's own thread": lambda who, ids, own: converse(
        who,
        "items.feedback",
        {"thread_id": own["thread_id"], "item_ids": [ids["item_id"]], "kind": "positive"},
    ),
    "delete a file": by_protocol("attachments.delete", "attachment_id"),
    "send a file": lambda who, ids, own: converse(
        who, "threads.create", {"input": message("Look", ids["attachment_id"])}
    ),
}
ASKS = {**BY_PATH, **BY_PROTOCOL}


def told(answer: httpx.Response) -> tuple[int, bytes, str | None]:
    """All that an answer says: what it has in its headers is the same for everything."""
    return answer.status_code, answer.content, answer.headers.get("content-type")


def seen(who: Visitor, ids: Ids) -> list[Any]:
    """What somebody has, whole."""
    return [
        who.get(f"/chatkit/sessions/{ids['session_id']}").json(),
        who.get(f"/chatkit/threads/{ids['thread_id']}").json(),
        who.get(f"/chatkit/threads/{ids['thread_id']}/items").json(),
        who.get(f"/chatkit/files/{ids['attachment_id']}/content").content,
    ]


@pytest.mark.parametrize("asked", ASKS)
def test_what_is_the_first_ones_is_what_never_was(
    alice: Visitor, bob: Visitor, of_bob: Ids, asked: str
) -> None:
    ids = belongings(alice, SECRET)
    before = seen(alice, ids)

    foreign = ASKS[asked](bob, ids, of_bob)
    unknown = ASKS[asked](bob, UNKNOWN, of_bob)

    assert told(foreign) == told(unknown)
    secret = "Authorization" in bob.headers and foreign.status_code == 403
    assert foreign.status_code == 404 or (secret and asked in BY_PATH)
    assert SECRET not in foreign.text
    assert not any(value in foreign.text for value in ids.values())
    assert seen(alice, ids) == before


@pytest.mark.parametrize("asked", ASKS)
def test_the_first_one_finds_it(alice: Visitor, asked: str) -> None:
    """The requests above are refused for who asks, not for what they say."""
    ids = belongings(alice, SECRET)

    assert ASKS[asked](alice, ids, ids).status_code != 404


LISTS = ["sessions", "threads", "threads/{thread_id}/items"]


@pytest.mark.parametrize("cursor", ["after", "before"])
@pytest.mark.parametrize("path", LISTS)
def test_the_first_ones_ids_are_no_places_in_a_list(
    schema_site: Site, alice: Visitor, of_bob: Ids, path: str, cursor: str
) -> None:
    bob = schema_site.log_in("bob")
    ids = belongings(alice, SECRET)
    [kind] = {
        "sessions": ["session_id"],
        "threads": ["thread_id"],
        "threads/{thread_id}/items": ["item_id"],
    }[path]
    address = f"/chatkit/{path.format(**of_bob)}"

    pages = [bob.get(address, params={cursor: where[kind]}) for where in (ids, UNKNOWN)]

    assert told(pages[0]) == told(pages[1])
    assert pages[0].json()["data"] == []


def test_the_first_ones_session_filters_nothing_out(schema_site: Site, alice: Visitor) -> None:
    bob = schema_site.log_in("bob")
    session = alice.post("/chatkit/sessions", json={}).json()["id"]
    alice.post("/chatkit/threads", json={"session_id": session}).raise_for_status()

    listed = bob.get("/chatkit/threads", params={"session_id": session})
    created = bob.post("/chatkit/threads", json={"session_id": session})

    assert listed.json()["data"] == []
    assert created.status_code == 404
