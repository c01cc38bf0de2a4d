"""Stops, lost connections, killed processes, two at once. Rows B05 to B09, B11."""

import contextlib
import json
import signal
import socket
from typing import Any

import httpx
import pytest

from tests.acceptance.agent import BREAKABLE
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
from tests.servers import Server, Site

pytestmark = pytest.mark.socket


def idle(someone: Chatter, thread_id: str) -> bool:
    """Whether the thread takes the next turn."""
    answer = someone.ask("threads.add_user_message", thread_id=thread_id, input=user_input("next"))
    assert answer.status_code in {200, 409}, answer.text
    return answer.status_code == 200


def leave_after(someone: Chatter, thread_id: str, script: list[Any], delta: str) -> None:
    """Send a script, read on to a part of its text, and close the connection."""
    with someone.stream(
        "threads.add_user_message", thread_id=thread_id, input=user_input(*script)
    ) as answer:
        Reader(answer).until_delta(delta)


def test_what_was_said_before_a_stop_is_kept_once(someone: Chatter) -> None:
    """B05"""
    thread_id, _ = someone.begin("Hello")
    script = [{"begin": None}, *({"delta": f"{n} "} for n in range(5)), {"stall": True}]

    leave_after(someone, thread_id, script, "4 ")
    wait_until(lambda: idle(someone, thread_id))

    assert someone.said(thread_id)[1:] == ["0 1 2 3 4 ", "next"]


def test_the_agent_is_told_that_it_was_stopped(stage: Site, someone: Chatter) -> None:
    """B05: the SDK's hidden marker stands after the text, and never on the wire."""
    thread_id, _ = someone.begin("Hello")

    leave_after(someone, thread_id, [{"begin": None}, {"delta": "so "}, {"stall": True}], "so ")
    wait_until(lambda: idle(someone, thread_id))

    kinds_shown = [item["type"] for item in someone.items(thread_id)]
    assert kinds_shown == ["user_message", "assistant_message"] * 3


def test_a_stop_before_any_text_leaves_no_empty_message(someone: Chatter, gates: Gates) -> None:
    """B06"""
    thread_id, _ = someone.begin("Hello")
    gate = gates.name()
    with someone.stream(
        "threads.add_user_message",
        thread_id=thread_id,
        input=user_input({"begin": None}, {"wait": gate}, {"stall": True}),
    ) as answer:
        Reader(answer).next()
        gates.wait_for_agent(gate)
    wait_until(lambda: idle(someone, thread_id))

    assert someone.said(thread_id) == ["Hello", "next"]


def test_a_client_that_does_not_read_loses_nothing_either(stage: Site, someone: Chatter) -> None:
    """B06: the connection is full when it is closed."""
    thread_id, _ = someone.begin("Hello")
    part = "x" * 65_536
    script = [{"begin": None}, *({"delta": part} for _ in range(100)), {"stall": True}]
    body = json.dumps(
        {
            "type": "threads.add_user_message",
            "params": {"thread_id": thread_id, "input": user_input(*script)},
        }
    ).encode()
    headers = {
        "Host": f"{stage.host}:{stage.port}",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        **someone.visitor.session_headers(),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect((stage.host, stage.port))
        connection.sendall(f"POST /chatkit/conversation HTTP/1.1\r\n{head}\r\n".encode() + body)
        assert connection.recv(1024).startswith(b"HTTP/1.1 200")
        # The first checkpoint: by then the connection is full, and the agent waits.
        wait_until(lambda: len(someone.said(thread_id)) == 2)
    wait_until(lambda: idle(someone, thread_id))

    first, kept, last = someone.said(thread_id)
    assert (first, last) == ("Hello", "next")
    assert kept
    assert set(kept) == {"x"}
    assert len(kept) % 65_536 == 0


def test_a_finished_answer_has_no_marker(someone: Chatter) -> None:
    """B06: leaving after the end changes nothing."""
    thread_id, _ = someone.begin("Hello")
    before = someone.items(thread_id)

    assert idle(someone, thread_id)

    assert someone.items(thread_id)[:2] == before


def test_an_agents_failure_keeps_what_was_said(someone: Chatter) -> None:
    """What the visitor has read survives a reload."""
    thread_id, events = someone.begin({"begin": None}, {"delta": "So far"}, {"raise": "no"})

    assert events[-1]["type"] == "error"
    assert someone.said(thread_id) == ["So far"]


def test_two_turns_at_once_are_one_and_a_refusal(someone: Chatter, gates: Gates) -> None:
    """B07"""
    thread_id, _ = someone.begin("Hello")
    gate = gates.name()
    with someone.stream(
        "threads.add_user_message",
        thread_id=thread_id,
        input=user_input({"say": "one"}, {"wait": gate}, {"say": "two"}),
    ) as answer:
        gates.wait_for_agent(gate)
        second = someone.ask(
            "threads.add_user_message", thread_id=thread_id, input=user_input("three")
        )
        gates.open(gate)
        answer.read()

    assert (second.status_code, second.json()["error"]["code"]) == (409, "thread_busy")
    assert someone.said(thread_id) == ["Hello", "one", "two"]


def test_two_processes_do_not_interleave_either(server: Server, gates: Gates) -> None:
    """B07"""
    with (
        play_site(server, gates) as first,
        play_site(server, gates, database=first.database) as second,
    ):
        here = Chatter(first.log_in("alice"))
        there = Chatter(second.log_in("alice"))
        thread_id, _ = here.begin("Hello")
        gate = gates.name()
        with here.stream(
            "threads.add_user_message",
            thread_id=thread_id,
            input=user_input({"say": "one"}, {"wait": gate}, {"say": "two"}),
        ) as answer:
            gates.wait_for_agent(gate)
            refused = there.ask(
                "threads.add_user_message", thread_id=thread_id, input=user_input("three")
            )
            gates.open(gate)
            answer.read()
        there.say(thread_id, "four")

        assert refused.status_code == 409
        assert here.said(thread_id) == ["Hello", "one", "two", "four"]


def test_a_rename_during_an_answer_stands(someone: Chatter, gates: Gates) -> None:
    """B08: even against the agent's own title."""
    thread_id, _ = someone.begin("Hello")
    gate = gates.name()
    with someone.stream(
        "threads.add_user_message",
        thread_id=thread_id,
        input=user_input({"wait": gate}, {"set": {"title": "The agent's"}}, {"say": "Done"}),
    ) as answer:
        gates.wait_for_agent(gate)
        someone.ask("threads.update", thread_id=thread_id, title="The visitor's")
        gates.open(gate)
        events = events_of(answer.read().decode())

    thread = someone.ask("threads.get_by_id", thread_id=thread_id).json()
    assert thread["title"] == "The visitor's"
    assert [event["thread"]["title"] for event in events if "thread" in event][-1] == (
        "The visitor's"
    )


def test_a_thread_deleted_during_an_answer_stays_deleted(someone: Chatter, gates: Gates) -> None:
    """B08"""
    thread_id, _ = someone.begin("Hello")
    gate = gates.name()
    with someone.stream(
        "threads.add_user_message",
        thread_id=thread_id,
        input=user_input({"wait": gate}, {"say": "Too late"}),
    ) as answer:
        gates.wait_for_agent(gate)
        someone.ask("threads.delete", thread_id=thread_id)
        gates.open(gate)
        events = events_of(answer.read().decode())

    assert events[-1]["type"] == "error"
    assert someone.ask("threads.list").json()["data"] == []


def test_a_killed_process_loses_at_most_the_last_moments(server: Server, gates: Gates) -> None:
    """What was saved is there after a restart, and the thread is free once its lease is over."""
    quick = {"CHATKIT_TEST_CHECKPOINT_SECONDS": "0.05", "CHATKIT_TEST_LEASE_SECONDS": "2"}
    gate = gates.name()
    with play_site(server, gates) as other:
        with play_site(server, gates, database=other.database, environment=quick) as doomed:
            someone = Chatter(doomed.log_in("alice"))
            thread_id, _ = someone.begin("Hello")
            script = [{"begin": None}, {"delta": "so "}, {"delta": "far "}, {"wait": gate}]
            with someone.stream(
                "threads.add_user_message", thread_id=thread_id, input=user_input(*script)
            ) as answer:
                gates.wait_for_agent(gate)
                reader = Chatter(other.log_in("alice"))
                wait_until(lambda: reader.said(thread_id)[1:] == ["so far "])
                doomed.stop(signal.SIGKILL)
                with contextlib.suppress(httpx.HTTPError):  # however the connection ends
                    answer.read()
        survivor = Chatter(other.log_in("alice"))
        wait_until(lambda: idle(survivor, thread_id))

        assert survivor.said(thread_id) == ["Hello", "so far ", "next"]


def test_a_stopped_server_ends_in_time_and_keeps_what_was_said(
    server: Server, gates: Gates
) -> None:
    """B11"""
    with (
        play_site(server, gates) as other,
        play_site(server, gates, database=other.database) as site,
    ):
        someone = Chatter(site.log_in("alice"))
        thread_id, _ = someone.begin("Hello")
        gate = gates.name()
        script = [{"begin": None}, {"delta": "so far"}, {"wait": gate}]
        with someone.stream(
            "threads.add_user_message", thread_id=thread_id, input=user_input(*script)
        ) as answer:
            gates.wait_for_agent(gate)
            status = site.stop()
            with contextlib.suppress(httpx.HTTPError):  # however the connection ends
                answer.read()
        survivor = Chatter(other.log_in("alice"))
        wait_until(lambda: idle(survivor, thread_id))

        # uvicorn ends by the signal it was sent, once all is done.
        assert status in {0, -signal.SIGTERM}
        assert survivor.said(thread_id) == ["Hello", "so far", "next"]


def failing_operation(method: str, thread_id: str, item_id: str) -> tuple[str, dict[str, Any]]:
    """An operation that uses a method of the store."""
    events = {
        "save_item": {
            "type": "thread.item.replaced",
            "item": {"id": item_id, "type": "end_of_turn"},
        },
        "delete_thread_item": {"type": "thread.item.removed", "item_id": item_id},
    }
    if method in events:
        script = user_input({"event": events[method]}, {"say": "x"})
        return "threads.add_user_message", {"thread_id": thread_id, "input": script}
    operations: dict[str, tuple[str, dict[str, Any]]] = {
        "load_thread": ("threads.update", {"thread_id": thread_id, "title": "x"}),
        "save_thread": ("threads.create", {"input": user_input("Hi")}),
        "load_thread_items": ("items.list", {"thread_id": thread_id}),
        "add_thread_item": (
            "threads.add_user_message",
            {"thread_id": thread_id, "input": user_input("Hi")},
        ),
        "load_item": (
            "threads.custom_action",
            {"thread_id": thread_id, "item_id": item_id, "action": {"type": "a"}},
        ),
        "delete_thread": ("threads.delete", {"thread_id": thread_id}),
        "load_threads": ("threads.list", {}),
    }
    return operations[method]


@pytest.mark.parametrize("method", BREAKABLE)
def test_a_failing_store_is_seen_and_leaves_nothing_half_done(
    broken_stage: Site, gates: Gates, method: str
) -> None:
    """B09"""
    someone = Chatter(broken_stage.log_in(f"unlucky-{method}"))
    thread_id, events = someone.begin("Hello")
    item_id = events[1]["item"]["id"]
    kind, params = failing_operation(method, thread_id, item_id)
    before = [thread["id"] for thread in someone.ask("threads.list").json()["data"]]
    gates.break_store(method)

    failed = someone.ask(kind, **params)

    if failed.status_code == 200:
        assert events_of(failed)[-1]["type"] == "error"
    else:
        assert failed.status_code == 500
        assert failed.json()["error"]["message"] == "Something went wrong. Please try again."
    assert [thread["id"] for thread in someone.ask("threads.list").json()["data"]] == before
    assert kinds(someone.say(thread_id, "Again"))[-1] == "thread.item.done(assistant_message)"
