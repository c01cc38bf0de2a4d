"""Agents of the Agents SDK on a scripted model: the visitor's words say what the model does."""

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx2  # what the openai SDK speaks HTTP with
import openai
from agents import (
    Agent,
    GuardrailFunctionOutput,
    InputGuardrail,
    RunContextWrapper,
    StopAtTools,
    function_tool,
)
from agents.testing import ModelCall, ModelStep, ScriptedModel, assistant_message, function_call
from agents.usage import Usage
from chatkit.agents import AgentContext, ClientToolCall
from django.contrib.auth import get_user_model

from django_chatkit.server import RequestContext

Wrapper = RunContextWrapper[AgentContext[RequestContext]]


class EndlessModel(ScriptedModel):
    """Has a script without end: each call is answered by :func:`_reply`."""

    def _next_resolved_step(self, call: ModelCall) -> Any:
        self.enqueue(ModelStep.respond(_reply))
        return super()._next_resolved_step(call)


@function_tool
async def who_am_i(ctx: Wrapper) -> str:
    """Say who the visitor is, as the database knows it."""
    context = ctx.context.request_context
    assert context.user is not None
    user = await context.database(get_user_model().objects.get, pk=context.user.pk)
    return str(user.get_username())


@function_tool
async def switch_theme(ctx: Wrapper, scheme: str) -> str:
    """Switch the page's theme."""
    ctx.context.client_tool_call = ClientToolCall(name="switch_theme", arguments={"scheme": scheme})
    return "asked"


def asked(call: ModelCall) -> str:
    """The visitor's newest words."""
    texts = [
        part["text"]
        for item in call.input
        if item.get("role") == "user"
        for part in item["content"]
        if part["type"] == "input_text"
    ]
    return texts[-1] if texts else ""


async def _reply(call: ModelCall) -> Any:
    last = call.input[-1]
    if last.get("type") == "function_call_output":
        return _said(f"The tool said {last['output']}")
    words = asked(call)
    if words == "Who am I?":
        return ModelStep(output=[function_call("who_am_i", {}, call_id="call_1")])
    if words == "Make it dark":
        return ModelStep(output=[function_call("switch_theme", {"scheme": "dark"}, call_id="c1")])
    if words == "Break":
        request = httpx2.Request("POST", "http://model.test")
        raise openai.APIConnectionError(request=request)
    if words.startswith("Wait "):
        await wait(Path(words.removeprefix("Wait ")))
    if words == "What do you know?":
        return _said(json.dumps(call.input))
    if words == "Which tool?":
        return _said(str(call.model_settings.tool_choice))
    return _said(f"You said: {words}")


def _said(text: str) -> ModelStep:
    usage = Usage(requests=1, input_tokens=12, output_tokens=3, total_tokens=15)
    return ModelStep(output=[assistant_message(text, item_id="__fake_id__")], usage=usage)


async def wait(mark: Path) -> None:
    """Work until it is cancelled, and say so in the file system."""
    mark.with_suffix(".began").touch()
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        mark.with_suffix(".cancelled").touch()
        raise


async def _no_secrets(
    ctx: Any, agent: Agent[Any], given: str | list[Any]
) -> GuardrailFunctionOutput:
    return GuardrailFunctionOutput(
        output_info=None, tripwire_triggered="the secret" in json.dumps(given)
    )


AGENT: Agent[AgentContext[RequestContext]] = Agent(
    name="Scripted",
    model=EndlessModel(),
    tools=[who_am_i, switch_theme],
    tool_use_behavior=StopAtTools(stop_at_tool_names=["switch_theme"]),
    input_guardrails=[InputGuardrail(guardrail_function=_no_secrets)],
)


def agent_for(context: RequestContext) -> Agent[AgentContext[RequestContext]]:
    """An agent made for each request."""
    return AGENT.clone(name=f"For {context.user}")


class TellingModel(ScriptedModel):
    """Answers with all that it is given."""

    def _next_resolved_step(self, call: ModelCall) -> Any:
        self.enqueue(ModelStep.respond(_tell))
        return super()._next_resolved_step(call)


async def _tell(call: ModelCall) -> Any:
    return _said(json.dumps(call.input))


TELLING: Agent[AgentContext[RequestContext]] = Agent(name="Telling", model=TellingModel())
