"""The wire: framing, order, progress, shapes. Rows A01 to A08, A28, A32, A36."""

import json
import socket
from datetime import datetime
from typing import Any

import pytest

from tests.acceptance.conftest import (
    Chatter,
    Gates,
    Reader,
    events_of,
    kinds,
    play_site,
    user_input,
)
from tests.servers import Server, Site

pytestmark = pytest.mark.socket

GZIP = "django.middleware.gzip.GZipMiddleware"


def raw_answer(site: Site, someone: Chatter, body: dict[str, Any]) -> tuple[bytes, bytes]:
    """Head and de-chunked body of an answer, byte for byte."""
    content = json.dumps(body).encode()
    headers = {
        "Host": f"{site.host}:{site.port}",
        "Content-Type": "application/json",
        "Content-Length": str(len(content)),
        "Connection": "close",
        **someone.visitor.session_headers(),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with socket.create_connection((site.host, site.port), timeout=30) as connection:
        connection.sendall(f"POST /chatkit/conversation HTTP/1.1\r\n{head}\r\n".encode() + content)
        received = b""
        while part := connection.recv(65536):
            received += part
    head_bytes, _, chunked = received.partition(b"\r\n\r\n")
    body_bytes = b""
    while chunked:
        size, _, chunked = chunked.partition(b"\r\n")
        length = int(size, 16)
        body_bytes += chunked[:length]
        chunked = chunked[length + 2 :]
    return head_bytes.lower(), body_bytes


def test_each_event_is_one_data_line(stage: Site, someone: Chatter) -> None:
    """A01"""
    head, body = raw_answer(
        stage, someone, {"type": "threads.create", "params": {"input": user_input("Hi")}}
    )

    assert b"200 ok" in head.splitlines()[0]
    assert b"content-type: text/event-stream" in head
    assert b"x-accel-buffering: no" in head
    assert b"cache-control: no-cache, no-transform" in head
    assert b"content-encoding" not in head
    assert b"\r" not in body
    assert body.endswith(b"\n\n")
    blocks = body.removesuffix(b"\n\n").split(b"\n\n")
    assert all(block.startswith(b"data: {") and b"\n" not in block for block in blocks)
    assert len([json.loads(block.removeprefix(b"data: ")) for block in blocks]) == 4


def test_text_survives_byte_for_byte(stage: Site, someone: Chatter) -> None:
    """A04"""
    text = 'ö é 日本 😀 \u2028 \u2029 </script> \\ " \n\t'

    thread_id, events = someone.begin({"begin": None}, *({"delta": c} for c in text), {"done": 1})

    streamed = "".join(event["update"]["delta"] for event in events if "update" in event)
    assert streamed == text
    assert someone.said(thread_id) == [text]


@pytest.mark.parametrize("middleware", [[], [GZIP]], ids=["plain", "GZipMiddleware"])
def test_every_event_comes_as_it_happens(
    server: Server, gates: Gates, middleware: list[str]
) -> None:
    """A02: the agent makes each part only after the visitor has read the one before."""
    from tests import settings

    with play_site(server, gates, MIDDLEWARE=[*middleware, *settings.MIDDLEWARE]) as site:
        someone = Chatter(site.log_in("alice"))
        doors = [gates.name() for _ in range(3)]
        script: list[dict[str, Any]] = [{"begin": None}]
        for number, door in enumerate(doors):
            script += [{"delta": str(number)}, {"wait": door}]
        with someone.stream("threads.create", input=user_input(*script, {"done": True})) as answer:
            reader = Reader(answer)
            for number, door in enumerate(doors):
                reader.until_delta(str(number))
                gates.open(door)
            assert reader.next()["type"] == "thread.item.done"


def test_a_good_answer_never_ends_in_an_error(someone: Chatter) -> None:
    """A03"""
    thread_id, _ = someone.begin()

    last = [someone.say(thread_id, "Again")[-1]["type"] for _ in range(50)]

    assert last == ["thread.item.done"] * 50


def test_a_thread_begins_with_itself_the_message_and_the_options(someone: Chatter) -> None:
    """A05"""
    thread_id, events = someone.begin("Hi")

    assert kinds(events) == [
        "thread.created",
        "thread.item.done(user_message)",
        "stream_options",
        "thread.item.done(assistant_message)",
    ]
    assert kinds(someone.say(thread_id, "Hi")) == kinds(events)[1:]
    stored = [item["id"] for item in someone.items(thread_id)]
    assert stored[:2] == [event["item"]["id"] for event in events if "item" in event]


def test_a_changed_thread_is_told_stored_and_listed(someone: Chatter) -> None:
    """A06"""
    thread_id, events = someone.begin(
        {"set": {"title": "Tea", "allowed_image_domains": ["example.com"]}}, {"say": "Done"}
    )

    [updated] = [event["thread"] for event in events if event["type"] == "thread.updated"]
    assert updated["title"] == "Tea"
    assert updated["items"] == {"data": [], "has_more": False}
    listed = someone.ask("threads.list").json()["data"]
    assert [(thread["id"], thread["title"]) for thread in listed] == [(thread_id, "Tea")]
    assert listed[0]["allowed_image_domains"] == ["example.com"]


def test_private_metadata_and_absent_fields_are_not_sent(someone: Chatter) -> None:
    """A07"""
    _, events = someone.begin(
        {"set": {"metadata": {"secret": "plan"}}},
        {"event": {"type": "client_effect", "name": "glow", "data": {"how": None}}},
    )

    # The script itself is in the first two events.
    assert "plan" not in json.dumps(events[2:])
    assert events[-2] == {"type": "client_effect", "name": "glow", "data": {"how": None}}
    assert events[-1]["thread"]["metadata"] == {}
    assert "title" not in events[0]["thread"]


def test_every_time_says_its_offset(someone: Chatter) -> None:
    """A08"""
    thread_id, events = someone.begin()

    times = [
        event[key]["created_at"] for event in events for key in ("thread", "item") if key in event
    ]
    times += [item["created_at"] for item in someone.items(thread_id)]
    times.append(someone.ask("threads.get_by_id", thread_id=thread_id).json()["created_at"])
    assert all(datetime.fromisoformat(time).utcoffset() is not None for time in times)


def test_an_exception_is_a_stream_error_without_its_text(someone: Chatter) -> None:
    """A28"""
    _, events = someone.begin({"say": "So far"}, {"raise": "a secret reason"})

    assert events[-1] == {"type": "error", "code": "stream.error", "allow_retry": True}
    assert "secret" not in json.dumps(events[-2:])


def test_an_error_for_the_visitor_is_told(someone: Chatter) -> None:
    """A28"""
    _, events = someone.begin({"custom": "Out of tea."})

    assert events[-1] == {
        "type": "error",
        "code": "custom",
        "message": "Out of tea.",
        "allow_retry": True,
    }


def test_passing_events_have_their_shapes_and_are_not_stored(someone: Chatter) -> None:
    """A32"""
    passing = [
        {"type": "progress_update", "icon": "search", "text": "Looking"},
        {"type": "client_effect", "name": "confetti", "data": {"pieces": 3}},
        {"type": "notice", "level": "warning", "message": "Careful", "title": "Hot"},
        {"type": "error", "code": "custom", "message": "Never mind", "allow_retry": False},
    ]

    thread_id, events = someone.begin(*({"event": event} for event in passing), {"say": "Done"})

    assert events[3:7] == passing
    assert [item["type"] for item in someone.items(thread_id)] == [
        "user_message",
        "assistant_message",
    ]


def test_metadata_and_language_reach_the_agent(someone: Chatter) -> None:
    """A36"""
    answer = someone.visitor.post(
        "/chatkit/conversation?assistant=other",
        json={
            "type": "threads.create",
            "params": {"input": user_input({"context": True})},
            "metadata": {"source": "footer"},
        },
        headers={"Accept-Language": "fr-CA,fr;q=0.8"},
    )

    told = json.loads(events_of(answer)[-1]["item"]["content"][0]["text"])
    assert told["metadata"] == {"source": "footer"}
    assert told["locale"] == "fr-CA"
    assert told["accept_language"] == "fr-CA,fr;q=0.8"
    assert told["assistant"] == "other"
    assert told["scope"].startswith("user-")
