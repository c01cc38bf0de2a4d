"""The fake model is as strict as OpenAI; the ``openai`` SDK and plain httpx ask it."""

from collections.abc import Iterator
from threading import Event
from typing import Any

import httpx
import openai
import pytest

from django_chatkit.testing import FakeModelServer

HELLO: Any = [{"role": "user", "content": "Hello"}]
TOOL: Any = {"type": "function", "function": {"name": "orders", "parameters": {"type": "object"}}}
CALL = {"id": "call_1", "type": "function", "function": {"name": "orders", "arguments": "{}"}}


@pytest.fixture
def model() -> Iterator[FakeModelServer]:
    with FakeModelServer() as server:
        yield server


@pytest.fixture
def sdk(model: FakeModelServer) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(
        api_key=model.api_key,
        base_url=model.base_url,
        max_retries=0,
        _strict_response_validation=True,
    ) as client:
        yield client


def post(server: FakeModelServer, path: str = "/chat/completions", **body: Any) -> httpx.Response:
    return httpx.post(
        f"{server.base_url}{path}",
        headers={"Authorization": f"Bearer {server.api_key}"},
        json={"model": server.name, "messages": HELLO, **body},
    )


def test_it_says_what_it_was_told_to(model: FakeModelServer, sdk: openai.OpenAI) -> None:
    model.says("Good morning!")

    answer = sdk.chat.completions.create(model="test-model", messages=HELLO)

    assert answer.choices[0].message.content == "Good morning!"
    assert answer.usage is not None
    assert answer.usage.total_tokens == 25
    assert model.requests == [{"model": "test-model", "messages": HELLO}]
    model.assert_done()


def test_it_streams_word_by_word(model: FakeModelServer, sdk: openai.OpenAI) -> None:
    model.says("Good morning to you")

    chunks = list(
        sdk.chat.completions.create(
            model="test-model",
            messages=HELLO,
            stream=True,
            stream_options={"include_usage": True},
        )
    )

    texts = [chunk.choices[0].delta.content for chunk in chunks if chunk.choices]
    assert texts == ["", "Good ", "morning ", "to ", "you", None]
    assert chunks[-2].choices[0].finish_reason == "stop"
    assert chunks[-1].usage is not None
    assert (chunks[-1].usage.prompt_tokens, chunks[-1].usage.completion_tokens) == (20, 5)


def test_usage_comes_only_when_it_is_asked_for(model: FakeModelServer) -> None:
    model.says("Hi")

    assert "usage" not in post(model, stream=True).text


def test_a_gate_holds_the_answer_after_its_first_word(
    model: FakeModelServer, sdk: openai.OpenAI
) -> None:
    gate = Event()
    model.says("First second", gate=gate)

    stream = iter(sdk.chat.completions.create(model="test-model", messages=HELLO, stream=True))
    next(stream)
    assert next(stream).choices[0].delta.content == "First "
    gate.set()
    assert next(stream).choices[0].delta.content == "second"


def test_it_calls_tools(model: FakeModelServer, sdk: openai.OpenAI) -> None:
    model.calls("orders", {"year": 2026}, ("orders", {}))

    answer = sdk.chat.completions.create(
        model="test-model",
        messages=HELLO,
        tools=[TOOL],
    )

    calls: Any = answer.choices[0].message.tool_calls
    assert [(call.function.name, call.function.arguments) for call in calls] == [
        ("orders", '{"year": 2026}'),
        ("orders", "{}"),
    ]
    assert answer.choices[0].finish_reason == "tool_calls"


def test_it_fails_as_planned(model: FakeModelServer, sdk: openai.OpenAI) -> None:
    model.fails(429, "Slow down.")

    with pytest.raises(openai.RateLimitError, match=r"Slow down\."):
        sdk.chat.completions.create(model="test-model", messages=HELLO)
    model.assert_done()


@pytest.mark.parametrize(
    ("body", "status", "message"),
    [
        ({"model": "gpt"}, 404, "The model 'gpt' does not exist."),
        ({"temprature": 1}, 400, "Unrecognized request argument supplied: temprature"),
        ({"messages": []}, 400, "'messages' is an empty array"),
        ({"tools": []}, 400, "'tools' is an empty array"),
        ({"tools": [{"type": "web"}]}, 400, "'tools[0]' is no function with a name"),
        ({"parallel_tool_calls": False}, 400, "'parallel_tool_calls' is only allowed"),
        ({"stream_options": {}}, 400, "'stream_options' is only allowed when 'stream'"),
        (
            {"tools": [TOOL], "tool_choice": {"type": "function", "function": {"name": "other"}}},
            400,
            "'tool_choice' names a tool that is not in 'tools'",
        ),
        ({"messages": [{"role": "robot", "content": "Hi"}]}, 400, "'messages[0].role' is none"),
        (
            {"messages": [{"role": "user", "content": [{"type": "input_text", "text": "Hi"}]}]},
            400,
            "'messages[0].content[0]' is no part that this role may have",
        ),
        (
            {"messages": [{"role": "tool", "tool_call_id": "call_1", "content": "1"}]},
            400,
            "'messages[0]' of the role 'tool' answers no preceding 'tool_calls'",
        ),
        (
            {"messages": [{"role": "assistant", "tool_calls": [CALL]}, *HELLO]},
            400,
            "'messages[1]' comes before every 'tool_calls' is answered",
        ),
        (
            {"messages": [{"role": "assistant", "tool_calls": [CALL]}]},
            400,
            "'messages' ends before every 'tool_calls' is answered",
        ),
    ],
)
def test_it_refuses_what_openai_refuses(
    model: FakeModelServer, body: dict[str, Any], status: int, message: str
) -> None:
    model.says("Hi")

    answer = post(model, **body)

    assert answer.status_code == status
    assert message in answer.json()["error"]["message"]
    with pytest.raises(AssertionError, match="The model refused"):
        model.assert_done()


def test_it_takes_one_key(model: FakeModelServer) -> None:
    assert httpx.post(f"{model.base_url}/chat/completions", json={}).status_code == 401


def test_it_has_one_address(model: FakeModelServer) -> None:
    assert post(model, "/responses").status_code == 404


def test_a_script_ends(model: FakeModelServer) -> None:
    assert post(model).json()["error"]["message"] == "The script is over: plan another answer."


def test_it_calls_no_tool_that_the_agent_has_not(model: FakeModelServer) -> None:
    model.calls("orders", {})

    assert post(model).json()["error"]["message"] == "The agent has no tool 'orders', only []."


def test_it_has_an_address_only_while_it_listens() -> None:
    with pytest.raises(RuntimeError, match="with statement"):
        _ = FakeModelServer().base_url
