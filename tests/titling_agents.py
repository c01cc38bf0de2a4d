"""An ``AgentServer`` whose models have names, and whose threads are titled by an agent."""

from pathlib import Path
from typing import Any, ClassVar

from agents import Agent, Model, ModelProvider, RunConfig
from agents.testing import ModelCall, ModelStep, ScriptedModel, assistant_message
from agents.usage import Usage

from django_chatkit.server import AgentServer, RequestContext
from django_chatkit.server.agent.server import AgentSource
from tests.scripted_agents import wait


class NamedModel(ScriptedModel):
    """Says what it is called."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def _next_resolved_step(self, call: ModelCall) -> Any:
        self.enqueue(_said(f"I am {self.name}"))
        return super()._next_resolved_step(call)


class TitleModel(ScriptedModel):
    """Titles a thread, in its own time where the message says so."""

    def _next_resolved_step(self, call: ModelCall) -> Any:
        self.enqueue(ModelStep.respond(_title))
        return super()._next_resolved_step(call)


async def _title(call: ModelCall) -> ModelStep:
    words = call.input[-1]["content"]  # the message alone
    if words.startswith("Wait "):
        await wait(Path(words.removeprefix("Wait ")))
    if words == "Fail":
        raise RuntimeError("no title")
    return _said(f' "About\n{words.lower()}" ')


def _said(text: str) -> ModelStep:
    usage = Usage(requests=1, input_tokens=5, output_tokens=2, total_tokens=7)
    return ModelStep(output=[assistant_message(text, item_id="__fake_id__")], usage=usage)


class Named(ModelProvider):
    """Has a model of every name."""

    def get_model(self, model_name: str | None) -> Model:
        return NamedModel(model_name or "nobody")


class TitlingServer(AgentServer):
    """With a title agent, and models by name."""

    agent: ClassVar[AgentSource | None] = Agent(name="Answers", model="usual")
    title_agent: ClassVar[Agent[Any] | None] = Agent(name="Titles", model=TitleModel())

    def run_config(self, context: RequestContext) -> RunConfig:
        config = super().run_config(context)
        config.model_provider = Named()
        return config
