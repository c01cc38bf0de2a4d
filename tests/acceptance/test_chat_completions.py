"""The example's guide on an endpoint that is not OpenAI's: chat completions at a socket.

Row B16's other half: what Ollama, vLLM and LiteLLM speak, with streaming, tools, files and usage.
"""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest

from django_chatkit.testing import FakeModelServer
from tests.acceptance.conftest import Chatter, Reader, events_of, user_input
from tests.acceptance.test_agent_server import said
from tests.servers import ROOT, Server, Site, live_site

pytestmark = pytest.mark.socket

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture(scope="module")
def endpoint() -> Iterator[FakeModelServer]:
    with FakeModelServer() as server:
        yield server


@pytest.fixture
def model(endpoint: FakeModelServer) -> Iterator[FakeModelServer]:
    """The endpoint, which in the end has said what it was told to and refused nothing."""
    endpoint.reset()
    yield endpoint
    endpoint.assert_done()


@pytest.fixture(scope="module")
def sites(endpoint: FakeModelServer) -> Iterator[dict[Server, Site]]:
    options = {"AGENT": "guide.agent.guide_for", "MODEL": endpoint.options}
    assistants = {
        "default": {
            "BACKEND": "django_chatkit.backends.SelfHostedBackend",
            "OPTIONS": options,
            "ELEMENT": {"composer": {"tools": [{"id": "get_weather", "label": "Weather"}]}},
        }
    }
    with (
        live_site("asgi", CHATKIT_ASSISTANTS=assistants) as asgi,
        live_site("wsgi", CHATKIT_ASSISTANTS=assistants) as wsgi,
    ):
        yield {"asgi": asgi, "wsgi": wsgi}


@pytest.fixture
def site(sites: dict[Server, Site], server: Server) -> Site:
    return sites[server]


@pytest.fixture
def alice(site: Site) -> Chatter:
    return Chatter(site.log_in("alice"))


def rows(site: Site, model_name: str) -> list[dict[str, Any]]:
    """The fields of a table's rows."""
    dumped = subprocess.run(
        [sys.executable, "-m", "django", "dumpdata", model_name],
        cwd=ROOT,
        env=os.environ
        | {
            "CHATKIT_TEST_DATABASE": site.database,
            "CHATKIT_TEST_OVERRIDES": "{}",
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        },
        check=True,
        capture_output=True,
    )
    return [row["fields"] for row in json.loads(dumped.stdout)]


def test_the_first_word_arrives_before_the_second_is_said(
    alice: Chatter, model: FakeModelServer
) -> None:
    gate = Event()
    model.says("Good morning, Alice.", gate=gate)

    with alice.stream("threads.create", input=user_input("Hello")) as answer:
        reader = Reader(answer)
        reader.until_delta("Good ")
        gate.set()
        reader.until_delta("morning, ")


def test_the_endpoint_is_asked_for_nothing_but_what_it_knows(
    alice: Chatter, model: FakeModelServer
) -> None:
    model.says("Hi")
    alice.begin("Hello")

    [request] = model.requests
    assert {**request, "messages": [], "tools": []} == {
        "model": "test-model",
        "messages": [],
        "tools": [],
        "parallel_tool_calls": False,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    assert [message["role"] for message in request["messages"]] == ["system", "user"]
    assert [tool["function"]["name"] for tool in request["tools"]] == [
        "save_fact",
        "switch_theme",
        "get_weather",
    ]


def test_a_tool_is_called_and_its_result_returned(alice: Chatter, model: FakeModelServer) -> None:
    model.calls("get_weather", {"place": "Paris"})
    model.says("Take a coat.")

    _thread_id, events = alice.begin("How is the weather in Paris?")

    assert said(events) == ["Take a coat."]
    [widget] = [e["item"]["widget"] for e in events if e.get("item", {}).get("type") == "widget"]
    assert widget["type"] == "Card"
    call, result = model.requests[1]["messages"][2:]
    assert call["tool_calls"][0]["function"] == {
        "name": "get_weather",
        "arguments": '{"place": "Paris"}',
    }
    assert result["content"].startswith("The visitor sees a card. Paris: ")


def test_two_tools_at_once_are_both_answered(alice: Chatter, model: FakeModelServer) -> None:
    model.calls("get_weather", {"place": "Paris"}, ("get_weather", {"place": "Atlantis"}))
    model.says("There is no Atlantis.")

    _thread_id, events = alice.begin("Weather?")

    assert said(events) == ["There is no Atlantis."]
    results = [m["content"] for m in model.requests[1]["messages"] if m["role"] == "tool"]
    assert results[1] == "No place called 'Atlantis' is known."


def test_a_fact_goes_through_the_database_and_the_page(
    site: Site, alice: Chatter, model: FakeModelServer
) -> None:
    fact = f"Likes tea under {site.server}"
    model.calls("save_fact", {"fact": fact})
    thread_id, events = alice.begin("I like tea")

    [call] = [e["item"] for e in events if e.get("item", {}).get("type") == "client_tool_call"]
    assert (call["name"], call["arguments"]["fact_text"]) == ("record_fact", fact)
    assert fact in [row["text"] for row in rows(site, "guide.fact")]

    model.says("Noted.")
    answer = alice.ask(
        "threads.add_client_tool_output", thread_id=thread_id, result={"success": True}
    )
    assert said(events_of(answer)) == ["Noted."]
    assert fact in model.requests[1]["messages"][0]["content"], "the next turn knows the fact"
    assert json.loads(model.requests[1]["messages"][-1]["content"]) == {"success": True}


def test_a_later_turn_has_the_earlier_ones(alice: Chatter, model: FakeModelServer) -> None:
    model.calls("get_weather", {"place": "Paris"})
    model.says("Take a coat.")
    thread_id, _events = alice.begin("Weather?")
    model.says("You are welcome.")

    alice.say(thread_id, "Thanks")

    texts = [json.dumps(message["content"]) for message in model.requests[2]["messages"][1:]]
    assert [message["role"] for message in model.requests[2]["messages"]][-2:] == [
        "assistant",
        "user",
    ]
    assert "Weather?" in texts[0]
    assert "Take a coat." in texts[-2]
    assert "Thanks" in texts[-1]


def test_what_was_used_is_kept(site: Site, model: FakeModelServer) -> None:
    carol = Chatter(site.log_in("carol"))
    model.calls("get_weather", {"place": "Oslo"})
    model.says("Cold.")
    carol.begin("Weather in Oslo?")

    row = rows(site, "django_chatkit.chatusage")[-1]
    assert (row["model"], row["requests"]) == ("test-model", 2)
    assert (row["input_tokens"], row["output_tokens"]) == (40, 10)


@pytest.mark.parametrize(
    ("name", "mime_type", "data", "part"),
    [
        ("notes.txt", "text/plain", b"Buy milk", {"type": "text"}),
        ("dot.png", "image/png", PNG, {"type": "image_url"}),
        ("log.pdf", "application/pdf", b"%PDF-1.4\n%%EOF", {"type": "file"}),
    ],
)
def test_files_reach_the_model(
    alice: Chatter,
    model: FakeModelServer,
    name: str,
    mime_type: str,
    data: bytes,
    part: dict[str, str],
) -> None:
    answer = alice.visitor.post("/chatkit/files", files={"file": (name, data, mime_type)})
    assert answer.status_code == 200, answer.text
    model.says("A file.")

    message = user_input("What is this?", attachments=[answer.json()["id"]])
    events = events_of(alice.ask("threads.create", input=message))

    assert said(events) == ["A file."]
    words, file = model.requests[0]["messages"][-1]["content"]
    assert words["text"] == "What is this?"
    assert file["type"] == part["type"]
    if file["type"] == "text":
        assert file["text"] == "The file 'notes.txt':\nBuy milk"


def test_a_tool_that_the_visitor_chose_must_be_used(alice: Chatter, model: FakeModelServer) -> None:
    model.calls("get_weather", {"place": "Paris"})
    model.says("Voilà.")
    chosen = user_input("Paris", inference_options={"tool_choice": {"id": "get_weather"}})

    alice.ask("threads.create", input=chosen)

    assert model.requests[0]["tool_choice"] == {
        "type": "function",
        "function": {"name": "get_weather"},
    }
    assert "tool_choice" not in model.requests[1]


def test_a_model_that_is_busy_may_be_asked_again(alice: Chatter, model: FakeModelServer) -> None:
    for _ in range(3):  # the SDK's client tries twice more by itself
        model.fails(503, "Loading the model.")

    _thread_id, events = alice.begin("Hello")

    [error] = [event for event in events if event["type"] == "error"]
    assert error["allow_retry"]
    assert "Loading" not in error["message"]
