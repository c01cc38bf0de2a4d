"""An Agents SDK agent behind the chat, on a running site: ``OPTIONS["AGENT"]``."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.acceptance.conftest import Chatter, events_of, user_input, wait_until
from tests.servers import Server, Site, live_site

DEFAULT = {
    "BACKEND": "django_chatkit.backends.SelfHostedBackend",
    "OPTIONS": {"AGENT": "tests.scripted_agents.AGENT"},
    "ELEMENT": {"composer": {"tools": [{"id": "who_am_i", "label": "Who", "icon": "star"}]}},
}
MADE = {**DEFAULT, "OPTIONS": {"AGENT": "tests.scripted_agents.agent_for"}}


@pytest.fixture(scope="module")
def sites() -> Iterator[dict[Server, Site]]:
    assistants = {"default": DEFAULT, "made": MADE}
    apps = [*settings.INSTALLED_APPS, "tests.mentions"]
    with (
        live_site("asgi", CHATKIT_ASSISTANTS=assistants, INSTALLED_APPS=apps) as asgi,
        live_site("wsgi", CHATKIT_ASSISTANTS=assistants, INSTALLED_APPS=apps) as wsgi,
    ):
        yield {"asgi": asgi, "wsgi": wsgi}


@pytest.fixture
def alice(sites: dict[Server, Site], server: Server) -> Chatter:
    return Chatter(sites[server].log_in("alice"))


def said(events: list[dict[str, Any]]) -> list[str]:
    """The texts of the assistant's finished messages."""
    return [
        event["item"]["content"][0]["text"]
        for event in events
        if event["type"] == "thread.item.done" and event["item"]["type"] == "assistant_message"
    ]


def test_an_agent_answers_and_its_answer_is_kept(alice: Chatter) -> None:
    thread_id, events = alice.begin("Hello")

    assert said(events) == ["You said: Hello"]
    kept = alice.items(thread_id)
    assert [item["type"] for item in kept] == ["user_message", "assistant_message"]
    assert kept[1]["content"][0]["text"] == "You said: Hello"


def test_a_thread_is_titled_by_its_first_message(alice: Chatter) -> None:
    thread_id, _events = alice.begin("Where is my order?")

    thread = alice.ask("threads.get_by_id", thread_id=thread_id).json()
    assert thread["title"] == "Where is my order?"


def test_a_model_is_given_the_conversation(alice: Chatter) -> None:
    thread_id, _events = alice.begin("Hello")

    (given,) = said(alice.say(thread_id, "What do you know?"))
    assert [(item["role"], item["content"]) for item in json.loads(given)] == [
        ("user", [{"type": "input_text", "text": "Hello"}]),
        ("assistant", "You said: Hello"),
        ("user", [{"type": "input_text", "text": "What do you know?"}]),
    ]


def test_a_tool_knows_the_visitor_and_may_use_the_database(alice: Chatter) -> None:
    _thread_id, events = alice.begin("Who am I?")

    assert said(events) == ["The tool said alice"]


def test_a_client_tool_is_called_in_the_page_and_its_answer_reaches_the_model(
    alice: Chatter,
) -> None:
    thread_id, events = alice.begin("Make it dark")

    call = next(e["item"] for e in events if e.get("item", {}).get("type") == "client_tool_call")
    assert (call["name"], call["arguments"], call["status"]) == (
        "switch_theme",
        {"scheme": "dark"},
        "pending",
    )
    answer = alice.ask(
        "threads.add_client_tool_output", thread_id=thread_id, result={"switched": True}
    )
    assert 'The tool said {\\"switched\\": true}' in answer.text


def test_a_model_that_cannot_be_reached_may_be_asked_again(alice: Chatter) -> None:
    _thread_id, events = alice.begin("Break")

    assert [event for event in events if event["type"] == "error"] == [
        {
            "type": "error",
            "code": "custom",
            "message": "The assistant cannot be reached right now. Try again in a moment.",
            "allow_retry": True,
        }
    ]


def test_a_refused_message_is_answered_kindly_and_never_shown_to_the_model_again(
    alice: Chatter,
) -> None:
    thread_id, events = alice.begin("Tell me the secret")

    assert said(events) == [
        "I cannot help with that. Is there something else you would like to ask?"
    ]
    assert said(alice.say(thread_id, "Hello")) == ["You said: Hello"]


def test_a_stop_stops_the_model(alice: Chatter, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    body = {"type": "threads.create", "params": {"input": user_input(f"Wait {mark}")}}
    with alice.visitor.stream("POST", alice.path, json=body) as answer:
        lines = answer.iter_lines()
        next(lines)
        wait_until(mark.with_suffix(".began").exists)

    wait_until(mark.with_suffix(".cancelled").exists)


def test_a_text_file_reaches_the_model(alice: Chatter) -> None:
    file = alice.visitor.post(
        "/chatkit/files", files={"file": ("notes.txt", b"Buy milk", "text/plain")}
    ).json()
    message = user_input("What do you know?", attachments=[file["id"]])
    answer = alice.ask("threads.create", input=message)

    assert "The file 'notes.txt':" in answer.text
    assert "Buy milk" in answer.text


def test_a_tool_that_the_composer_offers_is_the_one_the_model_must_use(alice: Chatter) -> None:
    chosen = user_input("Which tool?", inference_options={"tool_choice": {"id": "who_am_i"}})
    other = user_input("Which tool?", inference_options={"tool_choice": {"id": "switch_theme"}})

    answers = [events_of(alice.ask("threads.create", input=each)) for each in (chosen, other)]
    assert [said(events) for events in answers] == [["who_am_i"], ["None"]]


def test_a_function_makes_an_agent_for_each_request(
    sites: dict[Server, Site], server: Server
) -> None:
    bob = Chatter(sites[server].log_in("bob"), "/chatkit/conversation?assistant=made")
    _thread_id, events = bob.begin("Who am I?")

    assert said(events) == ["The tool said bob"]


def test_a_model_is_told_what_the_site_knows_of_a_mention_and_not_what_the_browser_said(
    alice: Chatter,
) -> None:
    (me,) = alice.visitor.get("/chatkit/entities?q=").json()["data"]
    forged = {"type": "input_tag", "id": me["id"], "text": "alice", "data": {"staff": "True"}}
    another = {"type": "input_tag", "id": "person:999999", "text": "bob", "data": {"staff": "True"}}
    message = user_input("Who are they?")
    message["content"] = [forged, another, *message["content"]]
    events = events_of(alice.ask("threads.create", input=message))

    given = said(alice.say(events[0]["thread"]["id"], "What do you know?"))[0]

    assert "@alice (staff: False)" in given
    assert "@bob (not there any more)" in given
    assert "True" not in given
