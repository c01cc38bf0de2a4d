"""An ``AgentServer`` with hooks: it sells berths, and asks questions first."""

import json
from collections.abc import AsyncIterator
from typing import Annotated, Any, ClassVar, Literal

from agents import Agent, StopAtTools, function_tool
from agents.testing import ModelCall, ModelStep, ScriptedModel, assistant_message, function_call
from chatkit.agents import AgentContext
from chatkit.types import ProgressUpdateEvent, ThreadStreamEvent
from chatkit.widgets import DynamicWidgetRoot
from django.contrib.auth import get_user_model
from pydantic import BaseModel, Field
from typing_extensions import TypedDict  # pydantic asks for it before Python 3.12

from django_chatkit.server import (
    ActionRequest,
    AgentServer,
    AnswersRequest,
    RequestContext,
    Suggestions,
    action,
    answers,
    ask,
)
from django_chatkit.server.agent.server import AgentSource
from tests.scripted_agents import Wrapper


class Berth(BaseModel):
    """What an action is about."""

    number: int = Field(gt=0)


class Opened(TypedDict):
    """What the page says of itself."""

    path: str


class Booking(BaseModel):
    """What is asked before a berth is booked."""

    nights: int = Field(title="How many nights?", description="A number", ge=1)
    side: Literal["port", "starboard"] = Field("port", title="Which side?")
    extras: list[Literal["water", "power"]] = Field([], title="What else?")
    colour: Annotated[str, Suggestions("red", "blue")] = Field("", title="Which colour is she?")


def berth_widget(number: int, state: str) -> DynamicWidgetRoot:
    """A card with a button for each thing that can be done."""

    def button(kind: str, **more: Any) -> dict[str, Any]:
        run = {"type": kind, "payload": {"number": number}, **more}
        return {"type": "Button", "label": kind, "onClickAction": run}

    return DynamicWidgetRoot.model_validate(
        {
            "type": "Card",
            "children": [
                {"type": "Text", "value": f"Berth {number}: {state}"},
                button("berth.take"),
                button("berth.like", streaming=False),
                button("berth.tell"),
                button("berth.unknown"),
                button("berth.who", streaming=False),
            ],
        }
    )


@function_tool
async def show_berth(ctx: Wrapper, number: int) -> str:
    """Show a berth."""
    await ctx.context.stream_widget(berth_widget(number, "free"))
    return "shown"


@function_tool
async def ask_for_booking(ctx: Wrapper) -> str:
    """Ask what a booking needs."""
    return await ask(ctx, Booking)


class HarbourModel(ScriptedModel):
    """Has a script without end."""

    def _next_resolved_step(self, call: ModelCall) -> Any:
        self.enqueue(ModelStep.respond(_reply))
        return super()._next_resolved_step(call)


async def _reply(call: ModelCall) -> ModelStep:
    texts = [
        part["text"]
        for item in call.input
        if item.get("role") == "user"
        for part in item["content"]
        if part["type"] == "input_text"
    ]
    if call.input[-1].get("type") == "function_call_output":
        return _said("There it is.")
    if texts[-1].startswith("Show "):
        number = int(texts[-1].removeprefix("Show "))
        step = function_call("show_berth", {"number": number}, call_id="call_1")
        return ModelStep(output=[step])
    if texts[-1] == "Book":
        return ModelStep(output=[function_call("ask_for_booking", {}, call_id="call_2")])
    return _said(f"I was told: {texts[-1]}")


def _said(text: str) -> ModelStep:
    return ModelStep(output=[assistant_message(text, item_id="__fake_id__")])


class HarbourServer(AgentServer):
    """With a hook of each kind."""

    agent: ClassVar[AgentSource | None] = Agent[AgentContext[RequestContext]](
        name="Harbour",
        model=HarbourModel(),
        tools=[show_berth, ask_for_booking],
        tool_use_behavior=StopAtTools(stop_at_tool_names=["ask_for_booking"]),
    )

    @action("berth.take")
    async def take(self, request: ActionRequest[Berth]) -> DynamicWidgetRoot:
        return berth_widget(request.payload.number, "taken")

    @action("berth.like")
    async def like(self, request: ActionRequest[Berth]) -> DynamicWidgetRoot:
        return berth_widget(request.payload.number, "liked")

    @action("berth.who")
    def who(self, request: ActionRequest[Berth]) -> DynamicWidgetRoot:
        """With the ORM, as it is no coroutine."""
        user = request.context.user
        assert user is not None
        name = get_user_model().objects.get(pk=user.pk).get_username()
        return berth_widget(request.payload.number, f"asked for by {name}")

    @action("berth.tell")
    async def tell(self, request: ActionRequest[Berth]) -> AsyncIterator[ThreadStreamEvent]:
        yield ProgressUpdateEvent(text="Telling")
        note = f"berth {request.payload.number} is wanted"
        async for event in self.respond_to(note, request.thread, request.context):
            yield event

    @action("page.opened", of_page=True)
    async def opened(self, request: ActionRequest[Opened]) -> DynamicWidgetRoot | None:
        if request.payload["path"] == "/":
            return None
        return berth_widget(len(request.payload["path"]), "opened")

    @answers(Booking)
    def booked(self, request: AnswersRequest[Booking]) -> str | None:
        if request.answers is None:
            return None
        user = request.context.user
        assert user is not None
        name = get_user_model().objects.get(pk=user.pk).get_username()
        return f"{name} booked {json.dumps(request.answers.model_dump())}"
