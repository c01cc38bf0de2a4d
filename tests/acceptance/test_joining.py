"""Answers that outlive their connection: joined, stopped and finished from elsewhere. Row B11."""

import itertools
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from tests import services
from tests.acceptance.agent import PlayServer  # noqa: F401 - named by the settings
from tests.acceptance.conftest import (
    Chatter,
    Gates,
    Reader,
    events_of,
    play_site,
    user_input,
    wait_until,
)
from tests.servers import Server, Site

pytestmark = pytest.mark.socket

_names = itertools.count(1)


@contextmanager
def lasting_site(server: Server, gates: Gates, **options: Any) -> Iterator[Site]:
    """A site whose answers outlive their connections, with the cache that processes share."""
    with play_site(
        server,
        gates,
        CACHES={
            "default": {
                "BACKEND": "django.core.cache.backends.redis.RedisCache",
                "LOCATION": services.REDIS_URL,
                "KEY_PREFIX": f"joining-{os.getpid()}",
            }
        },
        CHATKIT_ON_DISCONNECT="continue",
        **options,
    ) as site:
        yield site


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def lasting(request: pytest.FixtureRequest, gates: Gates) -> Iterator[Site]:
    with lasting_site(request.param, gates) as site:
        yield site


@pytest.fixture
def visitor(lasting: Site) -> Chatter:
    return Chatter(lasting.log_in(f"lasting-{next(_names)}"))


class Joined:
    """A running answer that somebody joins."""

    def __init__(self, someone: Chatter, thread_id: str, after: int = 0) -> None:
        self._request = someone.visitor.stream(
            "GET", f"/chatkit/threads/{thread_id}/stream", params={"after": after}
        )

    def __enter__(self) -> "Joined":
        self.response = self._request.__enter__()
        self._lines = self.response.iter_lines()
        self.numbers: list[int] = []
        return self

    def __exit__(self, *error: Any) -> None:
        self._request.__exit__(*error)

    def blocks(self) -> Iterator[dict[str, Any]]:
        """Events as they come; their numbers are remembered."""
        for line in self._lines:
            if line.startswith("id: "):
                self.numbers.append(int(line.removeprefix("id: ")))
            elif line.startswith("data: "):
                [event] = events_of(line + "\n\n")
                yield event


def deltas(events: list[dict[str, Any]]) -> str:
    return "".join(event.get("update", {}).get("delta", "") for event in events)


def leave(someone: Chatter, thread_id: str, *script: Any, after: str) -> httpx.Headers:
    """Send a script, read on to a part of its text, and close the connection."""
    with someone.stream(
        "threads.add_user_message", thread_id=thread_id, input=user_input(*script)
    ) as answer:
        Reader(answer).until_delta(after)
        headers: httpx.Headers = answer.headers
        return headers


def state(someone: Chatter, thread_id: str) -> str:
    answer = someone.ask("threads.get_by_id", thread_id=thread_id)
    return str(answer.headers["x-chatkit-turn"])


def test_an_answer_goes_on_when_its_connection_is_lost(visitor: Chatter, gates: Gates) -> None:
    thread_id, _ = visitor.begin("Hello")
    gate = gates.name()
    headers = leave(
        visitor,
        thread_id,
        {"begin": None},
        {"delta": "So "},
        {"wait": gate},
        {"delta": "far."},
        {"done": True},
        after="So ",
    )
    assert headers["x-chatkit-stream"] == f"/chatkit/threads/{thread_id}/stream"
    assert headers["x-chatkit-stop"] == f"/chatkit/threads/{thread_id}/stop"
    assert state(visitor, thread_id) == "running"

    gates.open(gate)
    wait_until(lambda: state(visitor, thread_id) == "idle")

    assert visitor.said(thread_id) == ["Hello", "So far."]


def test_who_joins_gets_every_event_once(visitor: Chatter, gates: Gates) -> None:
    thread_id, _ = visitor.begin("Hello")
    gate = gates.name()
    leave(
        visitor,
        thread_id,
        {"begin": None},
        *({"delta": f"{number} "} for number in range(50)),
        {"wait": gate},
        *({"delta": f"{number} "} for number in range(50, 100)),
        {"done": True},
        after="49 ",
    )

    with Joined(visitor, thread_id) as joined:
        events = []
        for event in joined.blocks():
            events.append(event)
            if event.get("update", {}).get("delta") == "49 ":
                gates.open(gate)

    assert deltas(events) == "".join(f"{number} " for number in range(100))
    assert joined.numbers == list(range(1, len(events) + 1))
    assert [event["type"] for event in events[:2]] == ["thread.item.done", "stream_options"]
    assert events[1]["stream_options"] == {"allow_cancel": False}
    assert events[-1]["type"] == "thread.item.done"


def test_who_saw_a_part_joins_after_it(visitor: Chatter, gates: Gates) -> None:
    thread_id, _ = visitor.begin("Hello")
    gate = gates.name()
    leave(
        visitor,
        thread_id,
        {"begin": None},
        *({"delta": part} for part in ("a", "b", "c")),
        {"wait": gate},
        {"delta": "d"},
        {"done": True},
        after="c",
    )

    # The message, the options, the item, and the first part.
    with Joined(visitor, thread_id, after=4) as joined:
        gates.open(gate)
        events = list(joined.blocks())

    assert deltas(events) == "bcd"
    assert joined.numbers[0] == 5


def test_without_a_running_answer_there_is_nothing_to_join(visitor: Chatter) -> None:
    thread_id, _ = visitor.begin("Hello")

    answer = visitor.visitor.get(f"/chatkit/threads/{thread_id}/stream")

    assert (answer.status_code, answer.content) == (204, b"")


def test_a_stop_ends_the_answer_and_keeps_what_was_said(visitor: Chatter) -> None:
    thread_id, _ = visitor.begin("Hello")
    leave(visitor, thread_id, {"begin": None}, {"delta": "So "}, {"stall": True}, after="So ")

    answer = visitor.visitor.post(f"/chatkit/threads/{thread_id}/stop")
    wait_until(lambda: state(visitor, thread_id) == "interrupted")

    assert (answer.status_code, answer.json()["object"]) == (200, "chatkit.thread")
    assert visitor.said(thread_id) == ["Hello", "So "]


def test_nobody_joins_or_stops_what_is_not_theirs(
    lasting: Site, visitor: Chatter, gates: Gates
) -> None:
    thread_id, _ = visitor.begin("Hello")
    stranger = lasting.log_in(f"stranger-{next(_names)}")
    gate = gates.name()
    leave(
        visitor, thread_id, {"begin": None}, {"delta": "So "}, {"wait": gate}, {"done": True},
        after="So ",
    )  # fmt: skip

    refused = [
        stranger.get(f"/chatkit/threads/{thread_id}/stream"),
        stranger.post(f"/chatkit/threads/{thread_id}/stop"),
        lasting.visitor().get(f"/chatkit/threads/{thread_id}/stream"),
        visitor.visitor.post(
            f"/chatkit/threads/{thread_id}/stop", headers={"X-CSRFToken": "forged"}
        ),
    ]

    assert [answer.status_code for answer in refused] == [404, 404, 401, 403]
    assert state(visitor, thread_id) == "running"
    gates.open(gate)


def test_another_process_joins_and_stops_an_answer(server: Server, gates: Gates) -> None:
    with (
        lasting_site(server, gates) as first,
        lasting_site(server, gates, database=first.database) as second,
    ):
        here = Chatter(first.log_in("alice"))
        there = Chatter(second.log_in("alice"))
        thread_id, _ = here.begin("Hello")
        gate = gates.name()
        leave(
            here,
            thread_id,
            {"begin": None},
            {"delta": "So "},
            {"wait": gate},
            {"delta": "far "},
            {"stall": True},
            after="So ",
        )

        with Joined(there, thread_id) as joined:
            text = ""
            for event in joined.blocks():
                text += event.get("update", {}).get("delta", "")
                if text == "So ":
                    gates.open(gate)
                if text == "So far ":
                    there.visitor.post(f"/chatkit/threads/{thread_id}/stop")
                    text = "stopped"

        assert text == "stopped"
        wait_until(lambda: state(there, thread_id) == "interrupted")
        assert there.said(thread_id) == ["Hello", "So far "]


def test_joining_is_quick(visitor: Chatter) -> None:
    thread_id, _ = visitor.begin("Hello")
    leave(visitor, thread_id, {"begin": None}, {"delta": "So "}, {"stall": True}, after="So ")
    times = []
    for _ in range(5):
        began = time.perf_counter()
        with Joined(visitor, thread_id) as joined:
            next(joined.blocks())
            times.append(time.perf_counter() - began)

    assert min(times) < 0.2
    visitor.visitor.post(f"/chatkit/threads/{thread_id}/stop")


def test_a_killed_process_ends_what_joined_it_and_leaves_a_mark(
    server: Server, gates: Gates
) -> None:
    with (
        lasting_site(server, gates) as first,
        lasting_site(server, gates, database=first.database) as second,
    ):
        here = Chatter(first.log_in("alice"))
        there = Chatter(second.log_in("alice"))
        thread_id, _ = here.begin("Hello")
        leave(here, thread_id, {"begin": None}, {"delta": "So "}, {"stall": True}, after="So ")
        wait_until(lambda: there.said(thread_id) == ["Hello", "So "])
        with Joined(there, thread_id) as joined:
            events = joined.blocks()
            next(events)
            first.stop(signal.SIGKILL)

            # The stream ends by itself once the dead process's lease has run out.
            there.visitor.timeout = 60
            assert deltas(list(events)) == "So "

        assert state(there, thread_id) == "interrupted"
        assert there.said(thread_id) == ["Hello", "So "]
        there.say(thread_id, "Go on")
        assert there.said(thread_id)[-1] == "Go on"
