"""Running sites with the playing agent, and what a test says to them."""

import itertools
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.servers import Server, Site, Visitor, live_site

NEVER = 30
"""Seconds after which something that a test waits for will not come."""

_names = itertools.count(1)


class Gates:
    """Points in an agent's script that wait for the test, by files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def name(self) -> str:
        """A gate that no other test uses."""
        return f"gate-{next(_names)}"

    def wait_for_agent(self, name: str) -> None:
        """Return when the agent has come to the gate."""
        wait_until((self.folder / f"{name}.reached").exists)

    def open(self, name: str) -> None:
        """Let the agent go on."""
        (self.folder / f"{name}.open").touch()

    def break_store(self, method: str) -> None:
        """Let the next call of a store method fail."""
        (self.folder / f"break.{method}").touch()


def wait_until(condition: Any) -> None:
    """Return when ``condition()`` is true; fail when it never comes."""
    end = time.monotonic() + NEVER
    while not condition():
        assert time.monotonic() < end, "It never came."
        time.sleep(0.01)


@pytest.fixture(scope="session")
def gates(tmp_path_factory: pytest.TempPathFactory) -> Gates:
    return Gates(tmp_path_factory.mktemp("gates"))


def assistants(server: str = "PlayServer") -> dict[str, Any]:
    """``CHATKIT_ASSISTANTS`` with an agent of ``tests.acceptance.agent``."""
    return {
        alias: {
            "BACKEND": "django_chatkit.backends.SelfHostedBackend",
            "OPTIONS": {"SERVER": f"tests.acceptance.agent.{server}"},
        }
        for alias in ("default", "other")
    }


def play_site(server: Server, gates: Gates, agent: str = "PlayServer", **options: Any) -> Any:
    """A running site whose agent plays scripts."""
    environment = {
        "CHATKIT_TEST_GATES": str(gates.folder),
        **options.pop("environment", {}),
    }
    return live_site(
        server, environment=environment, CHATKIT_ASSISTANTS=assistants(agent), **options
    )


@pytest.fixture(scope="session")
def asgi_stage(gates: Gates) -> Iterator[Site]:
    with play_site("asgi", gates) as site:
        yield site


@pytest.fixture(scope="session")
def wsgi_stage(gates: Gates) -> Iterator[Site]:
    with play_site("wsgi", gates) as site:
        yield site


@pytest.fixture
def stage(server: Server, request: pytest.FixtureRequest) -> Site:
    """A site with the playing agent, under each kind of server in turn."""
    site: Site = request.getfixturevalue(f"{server}_stage")
    return site


@pytest.fixture
def someone(stage: Site) -> "Chatter":
    """Somebody who has never been there before."""
    return Chatter(stage.log_in(f"someone-{next(_names)}"))


@pytest.fixture
def stranger(stage: Site) -> "Chatter":
    """Somebody else."""
    return Chatter(stage.log_in(f"stranger-{next(_names)}"))


def user_input(*script: Any, **changes: Any) -> dict[str, Any]:
    """A message: one text, or the steps of a script."""
    plain = len(script) == 1 and isinstance(script[0], str)
    text = script[0] if plain else json.dumps(list(script))
    return {
        "content": [{"type": "input_text", "text": text}],
        "attachments": [],
        "inference_options": {},
        **changes,
    }


def events_of(answer: httpx.Response | str) -> list[dict[str, Any]]:
    """The events of a streamed answer, comments left out."""
    text = answer if isinstance(answer, str) else answer.text
    blocks = [block for block in text.split("\n\n") if block and not block.startswith(":")]
    return [json.loads(block.removeprefix("data: ")) for block in blocks]


def kinds(events: list[dict[str, Any]]) -> list[str]:
    """What kind each event is; of items, with the item's."""
    return [
        f"{event['type']}({event['item']['type']})" if "item" in event else event["type"]
        for event in events
    ]


class Chatter:
    """Somebody with a browser session who speaks the protocol."""

    def __init__(self, visitor: Visitor, path: str = "/chatkit/conversation") -> None:
        self.visitor = visitor
        self.path = path

    def ask(self, kind: str, /, **params: Any) -> httpx.Response:
        """One operation."""
        return self.visitor.post(self.path, json={"type": kind, "params": params})

    def begin(self, *script: Any) -> tuple[str, list[dict[str, Any]]]:
        """A new thread: its id and its events."""
        answer = self.ask("threads.create", input=user_input(*(script or ("Hello",))))
        assert answer.status_code == 200, answer.text
        events = events_of(answer)
        return events[0]["thread"]["id"], events

    def say(self, thread_id: str, *script: Any) -> list[dict[str, Any]]:
        """A message in a thread: its events."""
        answer = self.ask(
            "threads.add_user_message", thread_id=thread_id, input=user_input(*script)
        )
        assert answer.status_code == 200, answer.text
        return events_of(answer)

    def items(self, thread_id: str, **params: Any) -> list[dict[str, Any]]:
        """A thread's items, oldest first, all of them."""
        found: list[dict[str, Any]] = []
        after = None
        while True:
            page = self.ask(
                "items.list", thread_id=thread_id, order="asc", after=after, limit=100, **params
            ).json()
            found += page["data"]
            if not page["has_more"]:
                return found
            after = page["after"]

    def said(self, thread_id: str) -> list[str]:
        """What the assistant said in a thread."""
        return [
            "".join(part["text"] for part in item["content"])
            for item in self.items(thread_id)
            if item["type"] == "assistant_message"
        ]

    def stream(self, kind: str, /, **params: Any) -> Any:
        """One operation whose answer is read as it comes."""
        return self.visitor.stream("POST", self.path, json={"type": kind, "params": params})


class Reader:
    """Reads the events of a streamed answer one by one."""

    def __init__(self, answer: httpx.Response) -> None:
        self._chunks = answer.iter_raw()
        self._rest = b""

    def next(self) -> dict[str, Any]:
        """The next event."""
        while True:
            while b"\n\n" not in self._rest:
                self._rest += next(self._chunks)
            block, self._rest = self._rest.split(b"\n\n", 1)
            if not block.startswith(b":"):
                event: dict[str, Any] = json.loads(block.removeprefix(b"data: "))
                return event

    def until_delta(self, text: str) -> None:
        """Read on to the event that brings this part of a text."""
        while self.next().get("update", {}).get("delta") != text:
            pass


@pytest.fixture(scope="session", params=["asgi", "wsgi"])
def broken_stage(request: pytest.FixtureRequest, gates: Gates) -> Iterator[Site]:
    """A site whose store fails when a test says so, under each kind of server in turn."""
    with play_site(request.param, gates, "BrokenStoreServer") as site:
        yield site
