"""The guides to tools, client tools, actions and feedback, done as they are written."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from agents.testing import ModelStep, ScriptedModel, assistant_message, function_call
from asgiref.sync import sync_to_async
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client, override_settings

from django_chatkit.models import ChatFeedback
from tests.admin.conversations import exchange, make_thread
from tests.guides import Guide

pytestmark = pytest.mark.django_db(transaction=True)


def called(name: str, **arguments: Any) -> ModelStep:
    return ModelStep(output=[function_call(name, arguments, call_id="call_1")])


def said(text: str) -> ModelStep:
    return ModelStep(output=[assistant_message(text, item_id="__fake_id__")])


def guide(name: str) -> dict[str, Any]:
    """What the Python of a guide defines."""
    module = ModuleType(f"guide_{name.replace('-', '_')}")
    sys.modules[module.__name__] = module  # where pydantic looks for it
    Guide(name).run(vars(module))
    return vars(module)


class Talk:
    """Somebody's conversation with the assistant of the settings."""

    def __init__(self, client: Client, username: str = "ada") -> None:
        self.client = client
        self.user = User.objects.get_or_create(username=username)[0]
        client.force_login(self.user)
        self.thread_id = ""

    def ask(self, kind: str, **params: Any) -> Any:
        body = {"type": kind, "params": {"thread_id": self.thread_id, **params}}
        return self.client.post("/chatkit/conversation", body, content_type="application/json")

    def stream(self, kind: str, **params: Any) -> list[dict[str, Any]]:
        answer = self.ask(kind, **params)
        assert answer.status_code == 200, answer.content
        lines = answer.getvalue().decode().splitlines()
        return [json.loads(line.removeprefix("data: ")) for line in lines if line[:1] == "d"]

    def say(self, text: str) -> list[dict[str, Any]]:
        content = [{"type": "input_text", "text": text}]
        given = {"content": content, "attachments": [], "inference_options": {}}
        kind = "threads.add_user_message" if self.thread_id else "threads.create"
        events = self.stream(kind, input=given)
        if not self.thread_id:
            self.thread_id = events[0]["thread"]["id"]
        return events


def items(events: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [event["item"] for event in events if event.get("item", {}).get("type") == kind]


def texts(events: list[dict[str, Any]]) -> list[str]:
    return [
        item["content"][0]["text"] for item in items(events, "assistant_message") if item["content"]
    ]


# Tools


@pytest.fixture(scope="module")
def library() -> dict[str, Any]:
    return guide("give-tools")


@pytest.fixture
def loans(library: dict[str, Any]) -> Iterator[Any]:
    """The guide's table."""
    model = library["Loan"]
    with connection.schema_editor() as editor:
        editor.create_model(model)
    yield model
    with connection.schema_editor() as editor:
        editor.delete_model(model)


def results(model: ScriptedModel) -> list[str]:
    return [item["output"] for item in model.calls[-1].input if "output" in item]


def test_a_tool_reads_only_the_visitors_own_rows(
    library: dict[str, Any], loans: Any, client: Client
) -> None:
    talk = Talk(client)
    other = User.objects.create_user("bob")
    loans.objects.create(reader=talk.user, title="Walden", due=date(2026, 12, 1))
    loans.objects.create(reader=other, title="Emma", due=date(2026, 12, 2))
    model = ScriptedModel([called("my_loans"), said("You have Walden.")])
    with override_settings(CHATKIT_ASSISTANTS=_with_agent(library["librarian"].clone(model=model))):
        events = talk.say("What do I have?")

    assert texts(events) == ["You have Walden."]
    assert results(model) == ["['Walden (2026-12-01)']"]


@pytest.mark.parametrize(
    ("title", "result", "due"),
    [
        ("walden", "Walden is due on 2026-12-15 now.", date(2026, 12, 2)),
        ("Emma", "There is no loan of 'Emma'.", date(2026, 12, 2)),
    ],
)
def test_a_tool_changes_only_the_visitors_own_rows(
    library: dict[str, Any], loans: Any, client: Client, title: str, result: str, due: date
) -> None:
    talk = Talk(client)
    other = User.objects.create_user("bob")
    loans.objects.create(reader=talk.user, title="Walden", due=date(2026, 12, 1))
    loans.objects.create(reader=other, title="Emma", due=due)
    model = ScriptedModel([called("renew", title=title), said("Done.")])
    with override_settings(CHATKIT_ASSISTANTS=_with_agent(library["librarian"].clone(model=model))):
        talk.say("Renew it")

    assert results(model) == [result]
    assert loans.objects.get(reader=other).due == due


def test_an_agent_is_made_for_who_asks(library: dict[str, Any], loans: Any, client: Client) -> None:
    talk = Talk(client)
    model = ScriptedModel([said("Hello"), said("Hello again")])
    librarian = library["librarian"]
    library["librarian"] = librarian.clone(model=model)
    try:
        with override_settings(CHATKIT_ASSISTANTS=_with_agent(library["librarian_for"])):
            talk.say("Hi")
            loans.objects.create(reader=talk.user, title="Walden", due=date(2026, 12, 1))
            talk.say("Hi again")
    finally:
        library["librarian"] = librarian

    assert [[tool.name for tool in call.tools] for call in model.calls] == [
        [],
        ["my_loans", "renew"],
    ]


def test_a_tool_shows_that_it_works(library: dict[str, Any], loans: Any, client: Client) -> None:
    agent = library["librarian"].clone(
        tools=[library["search_catalogue"]],
        model=ScriptedModel([called("search_catalogue", words="tea"), said("None.")]),
    )
    with override_settings(CHATKIT_ASSISTANTS=_with_agent(agent)):
        events = Talk(client).say("Any books on tea?")

    shown = [event for event in events if event["type"] == "progress_update"]
    assert shown == [{"type": "progress_update", "icon": "search", "text": "Looking for tea"}]


def _with_agent(agent: Any) -> dict[str, Any]:
    guided: dict[str, Any] = Guide("give-tools").settings()["CHATKIT_ASSISTANTS"]
    assert guided["default"]["OPTIONS"] == {"AGENT": "library.agents.librarian"}
    guided["default"]["OPTIONS"]["AGENT"] = agent
    return guided


# Client tools


def test_a_client_tool_goes_to_the_page_and_back(client: Client) -> None:
    agent = guide("client-tools")["guide"]
    model = ScriptedModel([called("switch_theme", scheme="dark"), said("It is dark now.")])
    settings = Guide("client-tools").settings()
    settings["CHATKIT_ASSISTANTS"]["default"]["OPTIONS"]["AGENT"] = agent.clone(model=model)
    with override_settings(**settings):
        talk = Talk(client)
        [call] = items(talk.say("Make it dark"), "client_tool_call")
        events = talk.stream("threads.add_client_tool_output", result={"switched": True})
        again = talk.ask("threads.add_client_tool_output", result={"switched": True})

    assert (call["name"], call["arguments"]) == ("switch_theme", {"scheme": "dark"})
    assert texts(events) == ["It is dark now."]
    assert (again.status_code, again.json()["error"]["code"]) == (400, "no_pending_tool_call")
    [script] = Guide("client-tools").of("js")
    assert f"async {call['name']}(" in script


# Actions, questions


@pytest.fixture
def host(client: Client) -> Iterator[tuple[Talk, ScriptedModel]]:
    names = guide("run-actions")
    model = ScriptedModel([called("show_table", table=7), said("Here it is.")])
    server = names["TableServer"]
    server.agent = server.agent.clone(model=model)
    blocks = [code for code in Guide("run-actions").of("python") if "# settings.py" in code]
    settings: dict[str, Any] = {}
    exec(blocks[0], settings)  # noqa: S102 - our own documentation
    entry = settings["CHATKIT_ASSISTANTS"]["default"]
    assert entry["OPTIONS"] == {"SERVER": "shop.servers.TableServer"}
    entry["OPTIONS"]["SERVER"] = server
    with override_settings(CHATKIT_ASSISTANTS={"default": entry}):
        yield Talk(client), model


def test_a_form_of_a_widget_reaches_its_hook_and_the_agent(
    host: tuple[Talk, ScriptedModel],
) -> None:
    talk, model = host
    [widget] = items(talk.say("Show me table 7"), "widget")
    model.enqueue(said("See you, Ada."))
    book = {"type": "table.book", "payload": {"table": 7, "guest": {"name": "Ada"}}}

    events = talk.stream("threads.custom_action", item_id=widget["id"], action=book)
    book["payload"] = {"table": 7}
    refused = talk.ask("threads.custom_action", item_id=widget["id"], action=book)

    assert texts(events) == ["See you, Ada."]
    assert "Ada booked table 7." in json.dumps(model.calls[-1].input)
    assert (refused.status_code, refused.json()["error"]["param"]) == (
        400,
        "params.action.payload.guest",
    )


def test_a_button_changes_its_widget(host: tuple[Talk, ScriptedModel]) -> None:
    talk, _model = host
    [widget] = items(talk.say("Show me table 7"), "widget")
    like = {"type": "table.like", "payload": {"table": 7, "guest": {"name": ""}}}

    updated = talk.ask("threads.sync_custom_action", item_id=widget["id"], action=like).json()

    title = updated["updated_item"]["widget"]["children"][0]
    assert title["value"] == "Table 7: liked"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            {"answers": {"Evening.guests": {"values": ["4"]}}},
            "4 people, inside.",
        ),
        ({"status": "skipped"}, "The visitor would rather not say."),
    ],
)
def test_questions_come_back_typed(
    host: tuple[Talk, ScriptedModel], given: dict[str, Any], told: str
) -> None:
    talk, model = host
    talk.say("Show me table 7")
    model.enqueue(called("ask_about_evening"))
    [asked] = items(talk.say("I would like to come"), "structured_input")
    model.enqueue(said("Fine."))

    events = talk.stream("threads.add_structured_input", item_id=asked["id"], input=given)

    assert [question["question"] for question in asked["inputs"]] == [
        "How many are you?",
        "Where would you like to sit?",
        "Is there an occasion?",
    ]
    assert texts(events) == ["Fine."]
    assert told in json.dumps(model.calls[-1].input)


# Feedback


async def test_feedback_becomes_cases_of_an_evaluation(tmp_path: Path) -> None:
    names = guide("feedback-to-evaluations")
    agent_class = names["Agent"]
    steps = [said("Answer 4"), said("Something else")]
    path = tmp_path / "feedback.jsonl"
    await _export(names, path)

    found = list(names["cases"](path))
    lost = await names["regressions"](agent_class(name="New", model=ScriptedModel(steps)), path)

    assert [(answer, was_good) for _messages, answer, was_good in found] == [
        ("Answer 4", True),
        ("Answer 4", True),
    ]
    assert found[0][0][-1] == {"role": "user", "content": "Question 3"}
    assert lost == ["Question 3"]


async def _export(names: dict[str, Any], path: Path) -> None:
    def work() -> None:
        for number in (1, 2):
            thread = make_thread(number)
            ChatFeedback.objects.create(
                thread=thread,
                item=exchange(thread, 4)[-1],
                scope=thread.scope,
                kind="positive",
            )
        names["export_feedback"](path)

    await sync_to_async(work)()
