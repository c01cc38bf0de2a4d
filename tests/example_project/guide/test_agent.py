"""The guide at work on its scripted model, with the Agents SDK's own runner."""

import json
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest
from agents import RunConfig, Runner, RunResultStreaming
from agents.items import TResponseInputItem
from asgiref.sync import sync_to_async
from chatkit.agents import AgentContext, ClientToolCall
from chatkit.types import ThreadMetadata
from django.contrib.auth import get_user_model

from django_chatkit.server import DjangoStore, RequestContext
from guide.agent import GUIDE, guide_for, instructions, scripted_guide_for
from guide.facts import facts_of, keep
from guide.scripted_model import ScriptedModel

Context = AgentContext[RequestContext]


def user_says(text: str, *files: dict[str, Any]) -> list[TResponseInputItem]:
    parts = [{"type": "input_text", "text": text}, *files]
    return cast("list[TResponseInputItem]", [{"role": "user", "type": "message", "content": parts}])


def page_answered(
    name: str, arguments: dict[str, Any], result: dict[str, Any]
) -> list[TResponseInputItem]:
    call = {"type": "function_call", "call_id": "call_1", "name": name}
    return cast(
        "list[TResponseInputItem]",
        [
            {**call, "arguments": json.dumps(arguments)},
            {"type": "function_call_output", "call_id": "call_1", "output": json.dumps(result)},
        ],
    )


async def run(
    given: list[TResponseInputItem], told: str = "[]", user: Any = None, language: str = "en"
) -> tuple[RunResultStreaming, Context, list[str]]:
    """The end of a run, its context, and what was streamed."""
    context: Context = AgentContext(
        thread=ThreadMetadata(id="thr_1", created_at=datetime.now(UTC)),
        store=DjangoStore(),
        request_context=RequestContext(scope="user-1", user=user),
    )
    agent = GUIDE.clone(instructions=told, model=ScriptedModel(language, pace=0))
    result = Runner.run_streamed(
        agent, given, context=context, run_config=RunConfig(tracing_disabled=True)
    )
    deltas = [
        event.data.delta
        async for event in result.stream_events()
        if event.type == "raw_response_event" and event.data.type == "response.output_text.delta"
    ]
    return result, context, deltas


async def test_an_answer_streams_word_by_word_and_its_usage_is_told() -> None:
    result, _context, deltas = await run(user_says("When are you open?"))

    assert len(deltas) > 10
    assert "".join(deltas) == result.final_output
    assert result.final_output.startswith(
        "This is when the museum is open:\n\n- April to September"
    )
    usage = result.context_wrapper.usage
    assert usage.requests == 1
    assert min(usage.input_tokens, usage.output_tokens) > 0


@pytest.mark.django_db(transaction=True)
async def test_a_fact_is_saved_and_the_page_is_asked_to_show_it() -> None:
    alice = await get_user_model().objects.acreate(username="alice")
    _result, context, deltas = await run(user_says("Remember that I like tea"), user=alice)

    [fact] = [fact async for fact in facts_of(alice)]
    assert fact.text == "I like tea"
    assert context.client_tool_call == ClientToolCall(
        name="record_fact", arguments={"fact_id": fact.pk, "fact_text": "I like tea"}
    )
    assert deltas == []


async def test_nothing_is_remembered_of_a_stranger() -> None:
    result, context, _deltas = await run(user_says("Remember that I like tea"))

    assert context.client_tool_call is None
    assert result.final_output == ("Nothing can be remembered of a visitor who is not logged in.")


async def test_the_page_is_asked_to_change_its_theme() -> None:
    _result, context, _deltas = await run(user_says("dark theme please"))

    assert context.client_tool_call == ClientToolCall(
        name="switch_theme", arguments={"theme": "dark"}
    )


@pytest.mark.parametrize(
    ("name", "arguments", "result", "said"),
    [
        (
            "record_fact",
            {"fact_id": 1, "fact_text": "I like tea"},
            {"success": True},
            "I will remember: “I like tea”. It is in your notebook on this page.",
        ),
        (
            "switch_theme",
            {"theme": "dark"},
            {"success": True, "theme": "dark"},
            "Lights out: the page is dark now.",
        ),
        (
            "switch_theme",
            {"theme": "light"},
            {"success": True, "theme": "light"},
            "Good morning: the page is light again.",
        ),
        ("switch_theme", {"theme": "dark"}, {"success": False}, "The page did not let me."),
    ],
)
async def test_the_answer_goes_on_when_the_page_has_answered(
    name: str, arguments: dict[str, Any], result: dict[str, Any], said: str
) -> None:
    given = [*user_says("…"), *page_answered(name, arguments, result)]

    assert (await run(given))[0].final_output == said


async def test_the_weather_is_shown_as_a_widget() -> None:
    result, context, _deltas = await run(user_says("Weather in Lisbon"))

    event: Any = context._events.get_nowait()
    assert event.type == "thread.item.done"
    assert event.item.copy_text.startswith("Lisbon: ")
    assert result.final_output == "Here you are. Take a coat if you come by boat."


async def test_a_place_without_weather_is_told() -> None:
    result, context, _deltas = await run(user_says("Weather in Atlantis"))

    assert context._events.empty()
    assert result.final_output == "No place called 'Atlantis' is known."


async def test_a_file_is_read_with_the_message_or_after_it() -> None:
    file = {"type": "input_text", "text": "The file 'log.txt':\nAll quiet."}
    said = "log.txt has 2 words. It begins: “All quiet.”"

    assert (await run(user_says("Here", file)))[0].final_output == said
    later = [*user_says("Hello", file), *user_says("What is in the file?")]
    assert (await run(later))[0].final_output == said


async def test_without_a_file_the_visitor_learns_how_to_attach_one() -> None:
    result, _context, _deltas = await run(user_says("Can you read a file of mine?"))

    assert result.final_output.startswith("Attach a text, a PDF or a picture")


async def test_it_tells_what_it_was_told_before() -> None:
    told = instructions(["Likes tea", "Has a “boat”\nand more"], "en", date(2026, 11, 21))

    result, _context, _deltas = await run(user_says("What do you know about me?"), told)

    assert result.final_output == (
        "This is what you told me:\n\n- Likes tea\n- Has a “boat”\nand more"
    )


@pytest.mark.django_db(transaction=True)
async def test_each_visitors_guide_knows_that_visitor_alone() -> None:
    alice = await get_user_model().objects.acreate(username="alice")
    bob = await get_user_model().objects.acreate(username="bob")
    await sync_to_async(keep)(alice, "Likes tea")

    def told(user: Any) -> str:
        agent = guide_for(RequestContext(scope=f"user-{user.pk}", user=user, locale="de-AT"))
        return str(agent.instructions)

    assert '["Likes tea"]' in await sync_to_async(told)(alice)
    assert "language de," in await sync_to_async(told)(alice)
    assert (await sync_to_async(told)(bob)).endswith("\n[]")


def test_only_the_scripted_guide_brings_a_model_along() -> None:
    context = RequestContext(scope="user-1")

    assert guide_for(context).model is None
    assert isinstance(scripted_guide_for(context).model, ScriptedModel)
