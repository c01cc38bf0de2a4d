"""Turns under WSGI: a loop for the process, and each request's thread for its database work."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from django_chatkit.server import wsgi
from django_chatkit.server.wsgi import (
    RequestThread,
    StreamedBody,
    background_loop,
    disconnection_probe,
)


def test_all_turns_of_a_process_share_one_loop() -> None:
    loop = background_loop()

    assert background_loop() is loop
    asked = asyncio.run_coroutine_threadsafe(asyncio.sleep(0, "answered"), loop)
    assert asked.result(timeout=30) == "answered"


def test_after_a_fork_there_is_another_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    parents = background_loop()
    # What is written from here on is taken back at the end.
    monkeypatch.setattr(wsgi, "_loop", parents)
    monkeypatch.setattr(wsgi, "_loop_process", -1)
    before = set(threading.enumerate())

    childs = background_loop()

    assert childs is not parents
    asked = asyncio.run_coroutine_threadsafe(asyncio.sleep(0, "answered"), childs)
    assert asked.result(timeout=30) == "answered"
    [runner] = set(threading.enumerate()) - before
    childs.call_soon_threadsafe(childs.stop)
    runner.join(timeout=30)
    childs.close()


def test_a_requests_thread_does_its_turns_database_work() -> None:
    thread = RequestThread()

    async def turn() -> tuple[int, int]:
        inside: int = await thread.run(threading.get_ident)
        return inside, threading.get_ident()

    worker, loop = thread.wait_for(turn())

    assert worker == threading.get_ident()
    assert loop != threading.get_ident()


def test_what_fails_in_the_thread_fails_in_the_turn() -> None:
    thread = RequestThread()

    def fail() -> None:
        raise LookupError("not there")

    async def turn() -> str:
        try:
            await thread.run(fail)
        except LookupError as error:
            return str(error)
        return "nothing"

    assert thread.wait_for(turn()) == "not there"


def test_what_fails_in_the_turn_fails_in_the_request() -> None:
    async def turn() -> None:
        raise LookupError("not there")

    with pytest.raises(LookupError, match="not there"):
        RequestThread().wait_for(turn())


def test_a_thread_that_has_left_sends_its_work_to_the_pool() -> None:
    thread = RequestThread()

    async def name() -> str:
        found: str = await thread.run(lambda: threading.current_thread().name)
        return found

    mine = thread.wait_for(name())
    thread.leave()
    elsewhere = asyncio.run_coroutine_threadsafe(name(), background_loop()).result(timeout=30)

    assert mine == threading.current_thread().name
    assert elsewhere.startswith("chatkit-database")


def test_what_was_asked_before_the_thread_left_is_done() -> None:
    thread = RequestThread()
    asked = threading.Event()

    async def ask() -> str:
        working = asyncio.ensure_future(thread.run(lambda: "done"))
        await asyncio.sleep(0)
        asked.set()
        done: str = await working
        return done

    result = asyncio.run_coroutine_threadsafe(ask(), background_loop())
    assert asked.wait(timeout=30)
    thread.leave()

    assert result.result(timeout=30) == "done"


@pytest.mark.django_db  # it gives back what connections its thread has
def test_a_client_that_leaves_in_silence_is_noticed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wsgi, "PROBE_SECONDS", 0.001)
    gone: list[str] = []
    thread = RequestThread(gone=lambda: True)

    async def wait(left: asyncio.Event) -> str:
        await left.wait()
        return "stopped"

    left = asyncio.Event()

    def on_gone() -> None:
        gone.append("gone")
        background_loop().call_soon_threadsafe(left.set)

    assert thread.wait_for(wait(left), on_gone=on_gone) == "stopped"
    assert gone == ["gone"]


# The probe


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """The server's and the client's end of a connection."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_gunicorn_lets_us_see_whether_the_client_is_there(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    ours, theirs = pair
    gone = disconnection_probe({"gunicorn.socket": ours})
    assert gone is not None
    while_there = gone()

    theirs.close()

    assert (while_there, gone()) == (False, True)


def test_what_a_client_sends_meanwhile_is_left_to_the_server(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    ours, theirs = pair
    theirs.sendall(b"GET / HTTP/1.1")
    gone = disconnection_probe({"gunicorn.socket": ours})
    assert gone is not None

    assert gone() is False
    assert ours.recv(100) == b"GET / HTTP/1.1"


def test_a_connection_closed_on_our_side_is_gone(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    ours, _theirs = pair
    gone = disconnection_probe({"gunicorn.socket": ours})
    assert gone is not None

    ours.close()

    assert gone() is True


@pytest.mark.parametrize("environ", [{}, {"gunicorn.socket": None}, {"gunicorn.socket": "x"}])
def test_other_servers_cannot_be_asked(environ: dict[str, Any]) -> None:
    assert disconnection_probe(environ) is None


# The body


class Tape:
    """A stream that has its chunks ready."""

    def __init__(self, *chunks: bytes) -> None:
        self._chunks = list(chunks)
        self.calls: list[str] = []

    async def read(self) -> bytes:
        return self._chunks.pop(0) if self._chunks else b""

    async def drained(self) -> None:
        self.calls.append("drained")

    outlives = False

    def leave_from_thread(self) -> None:
        self.calls.append("leave")


def body_of(tape: Any) -> tuple[StreamedBody, RequestThread]:
    thread = RequestThread()
    return StreamedBody(tape, thread), thread


def test_the_body_is_the_streams_chunks() -> None:
    body, _thread = body_of(Tape(b"one", b"two"))

    assert list(body) == [b"one", b"two"]


def test_closing_the_body_of_a_lasting_answer_waits_for_nothing() -> None:
    tape = Tape(b"one", b"two")
    tape.outlives = True
    body, _thread = body_of(tape)
    assert next(body) == b"one"

    body.close()

    assert tape.calls == ["leave"]


def test_closing_the_body_leaves_the_turn_and_waits_until_it_is_saved() -> None:
    tape = Tape(b"one", b"two")
    body, thread = body_of(tape)
    assert next(body) == b"one"

    body.close()

    async def name() -> str:
        found: str = await thread.run(lambda: threading.current_thread().name)
        return found

    assert tape.calls == ["leave", "drained"]
    later = asyncio.run_coroutine_threadsafe(name(), background_loop()).result(timeout=30)
    assert later.startswith("chatkit-database")
