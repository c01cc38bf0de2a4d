"""A message whose sender never heard of it is sent again: it is there once, and answered once."""

import contextlib
import itertools
import json
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.acceptance.agent import PlayServer  # noqa: F401 - named by the settings
from tests.acceptance.conftest import (
    Chatter,
    Gates,
    Reader,
    events_of,
    kinds,
    play_site,
    user_input,
    wait_until,
)
from tests.servers import Site

pytestmark = pytest.mark.socket

_names = itertools.count(1)


def new_key() -> str:
    return f"key-of-a-request-{next(_names)}"


def body(kind: str, key: str | None, **params: Any) -> dict[str, Any]:
    metadata = {} if key is None else {"django_chatkit": {"request": key}}
    return {"type": kind, "params": params, "metadata": metadata}


def send(someone: Chatter, kind: str, key: str | None, **params: Any) -> httpx.Response:
    return someone.visitor.post(someone.path, json=body(kind, key, **params))


@contextlib.contextmanager
def unheard(someone: Chatter, kind: str, key: str, **params: Any) -> Iterator[None]:
    """A request whose connection dies before its sender has read a byte of the answer."""
    content = json.dumps(body(kind, key, **params)).encode()
    url = someone.visitor.base_url
    headers = {
        "Host": f"{url.host}:{url.port}",
        "Content-Type": "application/json",
        "Content-Length": str(len(content)),
        **someone.visitor.session_headers(),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with socket.create_connection((url.host, url.port or 80)) as connection:
        connection.sendall(f"POST {someone.path} HTTP/1.1\r\n{head}\r\n".encode() + content)
        yield


def threads(someone: Chatter) -> list[str]:
    answer = someone.ask("threads.list", limit=100).json()
    return [thread["id"] for thread in answer["data"]]


def state(someone: Chatter, thread_id: str) -> str:
    answer = someone.ask("threads.get_by_id", thread_id=thread_id)
    return str(answer.headers["x-chatkit-turn"])


def types(someone: Chatter, thread_id: str) -> list[str]:
    return [item["type"] for item in someone.items(thread_id)]


STORED = [
    "thread.item.done(user_message)",
    "stream_options",
    "thread.item.done(assistant_message)",
]


def test_a_conversation_that_was_begun_unheard_is_begun_once(someone: Chatter) -> None:
    key = new_key()
    with unheard(someone, "threads.create", key, input=user_input("Hello")):
        wait_until(lambda: threads(someone))
        [thread_id] = threads(someone)
        wait_until(lambda: state(someone, thread_id) == "idle")

    again = send(someone, "threads.create", key, input=user_input("Hello"))

    assert again.headers["content-type"].startswith("text/event-stream")
    events = events_of(again)
    assert kinds(events) == ["thread.created", *STORED]
    assert events[0]["thread"]["id"] == thread_id
    assert [event["item"] for event in events if "item" in event] == someone.items(thread_id)
    assert threads(someone) == [thread_id]
    assert someone.said(thread_id) == ["Hello"]


def test_a_message_that_arrived_unheard_is_stored_and_answered_once(someone: Chatter) -> None:
    thread_id, _ = someone.begin("Hello")
    key = new_key()
    message = {"thread_id": thread_id, "input": user_input("And now?")}
    with unheard(someone, "threads.add_user_message", key, **message):
        wait_until(lambda: someone.said(thread_id) == ["Hello", "And now?"])
        wait_until(lambda: state(someone, thread_id) == "idle")

    again = send(someone, "threads.add_user_message", key, **message)

    assert kinds(events_of(again)) == STORED
    assert types(someone, thread_id) == ["user_message", "assistant_message"] * 2
    assert someone.said(thread_id) == ["Hello", "And now?"]


def test_a_message_that_never_arrived_is_taken_as_any_other(someone: Chatter) -> None:
    thread_id, _ = someone.begin("Hello")

    for _ in range(2):
        send(
            someone,
            "threads.add_user_message",
            new_key(),
            thread_id=thread_id,
            input=user_input("Hello"),
        )

    assert someone.said(thread_id) == ["Hello", "Hello", "Hello"]


def test_without_a_key_the_same_words_are_another_message(someone: Chatter) -> None:
    thread_id, _ = someone.begin("Hello")

    for _ in range(2):
        someone.say(thread_id, "Yes")

    assert someone.said(thread_id) == ["Hello", "Yes", "Yes"]


def test_while_its_answer_is_running_a_repeat_is_told_to_wait(
    someone: Chatter, gates: Gates
) -> None:
    key, gate = new_key(), gates.name()
    script = user_input({"begin": None}, {"delta": "So far."}, {"wait": gate}, {"done": True})
    with someone.visitor.stream(
        "POST", someone.path, json=body("threads.create", key, input=script)
    ) as answer:
        reader = Reader(answer)  # what is left of it would hang up
        reader.until_delta("So far.")

        again = send(someone, "threads.create", key, input=script)
        gates.open(gate)

    assert (again.status_code, again.json()["error"]["code"]) == (409, "thread_busy")
    assert len(threads(someone)) == 1


def test_an_answer_that_its_lost_connection_stopped_is_told_as_it_was_left(
    someone: Chatter, gates: Gates
) -> None:
    thread_id, _ = someone.begin("Hello")
    key, gate = new_key(), gates.name()
    script = user_input(
        {"begin": None}, {"delta": "So far."}, {"wait": gate}, {"delta": " More"}, {"done": True}
    )
    message = {"thread_id": thread_id, "input": script}
    with unheard(someone, "threads.add_user_message", key, **message):
        gates.wait_for_agent(gate)
    # Not every server hears that somebody has left before it writes to them.
    gates.open(gate)
    wait_until(lambda: state(someone, thread_id) != "running")

    again = send(someone, "threads.add_user_message", key, **message)

    assert again.headers["x-chatkit-turn"] == state(someone, thread_id)
    assert kinds(events_of(again)) == STORED
    assert types(someone, thread_id) == ["user_message", "assistant_message"] * 2


def test_while_a_later_answer_is_running_an_earlier_one_is_told_as_it_is_stored(
    someone: Chatter, gates: Gates
) -> None:
    thread_id, _ = someone.begin("Hello")
    key, gate = new_key(), gates.name()
    earlier = {"thread_id": thread_id, "input": user_input("Earlier")}
    send(someone, "threads.add_user_message", key, **earlier)
    script = user_input({"begin": None}, {"delta": "So far."}, {"wait": gate}, {"done": True})
    with someone.stream("threads.add_user_message", thread_id=thread_id, input=script) as later:
        reader = Reader(later)  # what is left of it would hang up
        reader.until_delta("So far.")

        again = send(someone, "threads.add_user_message", key, **earlier)
        gates.open(gate)

    assert again.headers["x-chatkit-turn"] == "running"
    assert kinds(events_of(again))[:4] == [*STORED, "thread.item.done(user_message)"]


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def lasting(request: pytest.FixtureRequest, gates: Gates) -> Iterator[Site]:
    """One process with Django's default cache, whose answers outlive their connections."""
    with play_site(request.param, gates, CHATKIT_ON_DISCONNECT="continue") as site:
        yield site


@pytest.mark.parametrize("begins", [True, False], ids=["create", "add_user_message"])
def test_a_running_answer_is_joined_by_who_sends_again(
    lasting: Site, gates: Gates, begins: bool
) -> None:
    someone = Chatter(lasting.log_in(f"repeats-{next(_names)}"))
    key, gate = new_key(), gates.name()
    script = user_input(
        {"begin": None}, {"delta": "So "}, {"wait": gate}, {"delta": "far."}, {"done": True}
    )
    operation: tuple[str, dict[str, Any]] = ("threads.create", {"input": script})
    if not begins:
        thread_id, _ = someone.begin("Hello")
        operation = ("threads.add_user_message", {"thread_id": thread_id, "input": script})
    kind, params = operation
    with unheard(someone, kind, key, **params):
        gates.wait_for_agent(gate)

    with someone.visitor.stream("POST", someone.path, json=body(kind, key, **params)) as again:
        text = ""
        for chunk in again.iter_text():
            text += chunk
            if '"So "' in text:
                gates.open(gate)

    [thread_id] = threads(someone)
    assert again.headers["x-chatkit-stream"] == f"/chatkit/threads/{thread_id}/stream"
    lines = [line for line in text.splitlines() if line.startswith("data: ")]
    events = [json.loads(line.removeprefix("data: ")) for line in lines]
    assert ("thread.created" in kinds(events)) is begins
    assert events[-1]["item"]["content"][0]["text"] == "So far."
    turns = 1 if begins else 2
    assert types(someone, thread_id) == ["user_message", "assistant_message"] * turns


def test_a_key_is_its_senders_alone(someone: Chatter, stranger: Chatter) -> None:
    key = new_key()
    send(someone, "threads.create", key, input=user_input("Mine"))

    send(stranger, "threads.create", key, input=user_input("Yours"))

    [mine], [yours] = threads(someone), threads(stranger)
    assert mine != yours
    assert (someone.said(mine), stranger.said(yours)) == (["Mine"], ["Yours"])


@pytest.mark.parametrize("key", ["short", "x" * 129, 17, ["a list"]], ids=repr)
def test_what_cannot_be_a_key_is_refused(someone: Chatter, key: Any) -> None:
    answer = send(someone, "threads.create", key, input=user_input("Hello"))

    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == "metadata.django_chatkit.request"
    assert threads(someone) == []
