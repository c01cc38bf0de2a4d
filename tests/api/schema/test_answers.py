"""A running site's answers to what works, each held to the schema; so are a hosted assistant's."""

import contextlib
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import override_settings

from django_chatkit.api.schema.operations import OPERATIONS
from django_chatkit.testing import FakeOpenAI
from django_chatkit.testing.pytest_plugin import (
    WORKFLOW_ID,
    fake_openai,
    fake_openai_server,
    hosted_assistant,
)
from tests.api.rest.conftest import KEY as SERVER_KEY
from tests.api.rest.conftest import Caller
from tests.api.schema.conftest import converse, events_of, message
from tests.images import picture
from tests.openapi import conforms, document, template_of, validator
from tests.servers import Site, Visitor

__all__ = ["fake_openai", "fake_openai_server", "hosted_assistant"]

PNG = picture()

Answered = set[tuple[str, int]]


def described_as(method: str, path: str) -> str:
    operation = document()["paths"][template_of(path)][method.lower()]
    return str(operation["operationId"])


@pytest.mark.socket
def test_every_operation_answers_as_described(schema_site: Site) -> None:
    alice = schema_site.log_in("alice")
    answered: Answered = set()

    def note(response: httpx.Response) -> None:
        response.read()
        request = response.request
        kind = response.headers.get("content-type", "")
        path = request.url.path
        conforms(request.method, path, response.status_code, kind, response.content)
        answered.add((described_as(request.method, path), response.status_code))

    alice.event_hooks["response"].append(note)
    _do_everything(alice)

    assert answered == {(op.id, status) for op in OPERATIONS for status in op.answers}


def _do_everything(alice: Visitor) -> None:
    session = alice.post("/chatkit/sessions", json={"metadata": {"page": "home"}}).json()
    alice.get("/chatkit/sessions")
    alice.get(f"/chatkit/sessions/{session['id']}")
    alice.post(f"/chatkit/sessions/{session['id']}/cancel")
    alice.get("/chatkit/config")
    (me,) = alice.get("/chatkit/entities?q=alice").json()["data"]
    alice.get(f"/chatkit/entities/{me['id']}")
    alice.post("/chatkit/client-events", json={"events": [{"name": "chatkit.error"}]})
    image = alice.post("/chatkit/files", files={"file": ("cat.png", PNG, "image/png")}).json()
    announced = converse(
        alice,
        "attachments.create",
        {"name": "notes.txt", "size": 5, "mime_type": "text/plain"},
    ).json()
    upload = announced["upload_descriptor"]
    alice.request(upload["method"], upload["url"], content=b"Hello")
    alice.get(f"/chatkit/files/{announced['id']}/content")
    stream = converse(
        alice, "threads.create", {"input": message("Look", image["id"], announced["id"])}
    )
    thread = events_of(stream.text)[0]["thread"]["id"]
    _follow_an_answer(alice, thread)
    created = alice.post("/chatkit/threads", json={"session_id": session["id"]}).json()["id"]
    alice.get("/chatkit/threads")
    alice.get(f"/chatkit/threads/{thread}")
    alice.get(f"/chatkit/threads/{thread}/items")
    alice.post(f"/chatkit/threads/{thread}/sync")
    alice.post(f"/chatkit/threads/{thread}", json={"title": "A cat"})
    alice.patch(f"/chatkit/threads/{thread}", json={"metadata": {"kind": "cat"}})
    alice.delete(f"/chatkit/threads/{created}")


def _follow_an_answer(alice: Visitor, thread: str) -> None:
    params = {"thread_id": thread, "input": message('{"deltas": ["a", "b"], "pause": 0.5}')}
    body = {"type": "threads.add_user_message", "params": params}
    with (
        contextlib.closing(Visitor(str(alice.base_url)).log_in("alice")) as elsewhere,
        elsewhere.stream("POST", "/chatkit/conversation", json=body) as answer,
    ):
        next(answer.iter_raw())
    alice.get(f"/chatkit/threads/{thread}/stream")
    alice.post(f"/chatkit/threads/{thread}/stop")
    while alice.get(f"/chatkit/threads/{thread}/stream").status_code != 204:
        pass


@pytest.mark.socket
def test_every_event_of_a_stream_is_described(schema_site: Site) -> None:
    stream = converse(
        schema_site.log_in("alice"),
        "threads.create",
        {"input": message('{"deltas": ["Hel", "lo"], "title": "Greeting"}')},
    )
    event = validator(("components", "schemas", "ChatKitProtocolEvent"))

    kinds = []
    for sent in events_of(stream.text):
        event.validate(sent)
        kinds.append(sent["type"])

    assert kinds[:2] == ["thread.created", "thread.item.done"]
    assert "thread.item.updated" in kinds


@pytest.fixture
def hosted(hosted_assistant: str, db: None) -> Iterator[Caller]:
    """Somebody whose assistant OpenAI hosts."""
    cache.clear()
    caller = Caller()
    caller.force_login(User.objects.create_user("alice"))
    yield caller
    cache.clear()


def test_a_hosted_assistant_answers_as_described(hosted: Caller, fake_openai: FakeOpenAI) -> None:
    session = hosted.send("post", "sessions", {}).json()
    thread = fake_openai.add_thread(session["user"], messages=["Hello", "Hi"])["id"]
    fake_openai.add_item(thread, "chatkit.task", heading="Pack", summary=None, task_type="custom")
    answers = [
        hosted.send("get", "threads"),
        hosted.send("get", f"threads/{thread}"),
        hosted.send("get", f"threads/{thread}/items"),
        hosted.send("post", f"threads/{thread}/sync"),
        hosted.send("patch", f"threads/{thread}", {"metadata": {"a": "b"}}),
        hosted.send("get", f"sessions/{session['id']}"),
        hosted.send("post", f"sessions/{session['id']}/cancel"),
        hosted.send("get", "config"),
        hosted.send("delete", f"threads/{thread}"),
    ]

    assert [answer.status_code for answer in answers] == [200] * len(answers)
    assert session["workflow"]["id"] == WORKFLOW_ID
    assert len(answers[2].json()["data"]) == 3


def test_a_silent_openai_is_answered_for_as_described(
    hosted: Caller, fake_openai: FakeOpenAI
) -> None:
    session = hosted.send("post", "sessions", {}).json()
    thread = fake_openai.add_thread(session["user"], messages=["Hello"])["id"]
    hosted.read(f"threads/{thread}/items")
    fake_openai.fail_next(3, status=500)

    mirrored = hosted.send("get", f"threads/{thread}")
    refused = hosted.send("post", "sessions", {})

    names = document()["paths"]["/chatkit/threads/{thread_id}"]["get"]["responses"]["200"]
    assert mirrored.headers["X-ChatKit-Mirror-Age"].isdigit()
    assert "X-ChatKit-Mirror-Age" in names["headers"]
    assert (refused.status_code, refused.json()["error"]["code"]) == (503, "upstream_unavailable")
    assert refused.headers["Retry-After"].isdigit()


def test_what_only_a_conversation_answers_of_a_hosted_assistant_is_described(
    hosted: Caller,
) -> None:
    refused = [
        hosted.send("post", "conversation", {"type": "threads.list", "params": {}}),
        hosted.send("post", "threads", {}),
    ]

    assert {answer.json()["error"]["code"] for answer in refused} == {"hosted_assistant"}


@override_settings(CHATKIT_SERVER_KEYS=[SERVER_KEY])
def test_the_schema_would_notice_a_field_that_it_does_not_name(db: None) -> None:
    """The yardstick itself: an answer with one more field, or one less, is refused."""
    caller = Caller(headers={"Authorization": f"Bearer {SERVER_KEY}"})
    thread: dict[str, Any] = caller.send("post", "threads", {"user": "somebody"}).json()
    shape = validator(("components", "schemas", "ChatKitThread"))

    assert shape.is_valid(thread)
    assert not shape.is_valid({**thread, "private_metadata": {}})
    assert not shape.is_valid({name: thread[name] for name in thread if name != "metadata"})
