"""The guide to local models: its settings start, and what it says of requests is so."""

import asyncio
import re
from typing import Any

import pytest
from agents import Agent, ModelSettings, OpenAIChatCompletionsModel, RunConfig, Runner

from django_chatkit.backends import SelfHostedBackend
from django_chatkit.server import AgentServer
from django_chatkit.server.agent.model import fit, provider
from django_chatkit.testing import FakeModelServer
from tests.guides import Guide

GUIDE = Guide("local-models")


def models() -> dict[str, dict[str, Any]]:
    """Each section's ``OPTIONS["MODEL"]``."""
    sections = re.findall(r"^## (\w+)$(.+?)(?=^## )", GUIDE.text, re.MULTILINE | re.DOTALL)
    found = {}
    for name, text in sections:
        [block] = re.findall(r"```python\n(# settings\.py\n.+?)```", text, re.DOTALL)
        names: dict[str, Any] = {"env": lambda variable: f"value of {variable}"}
        exec(block, names)  # noqa: S102 - our own documentation
        found[name] = names["CHATKIT_ASSISTANTS"]["default"]["OPTIONS"]["MODEL"]
    return found


def test_each_server_has_settings() -> None:
    assert list(models()) == ["Ollama", "vLLM", "LiteLLM"]


@pytest.mark.parametrize("name", ["Ollama", "vLLM", "LiteLLM"])
def test_the_settings_lead_to_chat_completions_at_that_address(name: str) -> None:
    options = models()[name]

    model = provider(options).get_model(options["NAME"])

    assert isinstance(model, OpenAIChatCompletionsModel)
    client = model._get_client()
    assert str(client.base_url) == options["BASE_URL"] + "/"
    assert client.api_key == options.get("API_KEY", "none")


def ask(endpoint: FakeModelServer, agent: Agent[Any], *, key: str | None = None) -> str:
    """Run an agent as :class:`AgentServer` does."""
    options = {**endpoint.options, **({} if key is None else {"API_KEY": key})}
    config = RunConfig(
        tracing_disabled=True, model=options["NAME"], model_provider=provider(options)
    )
    fit(config, agent, options["NAME"])

    async def run() -> str:
        result = Runner.run_streamed(agent, "Hello", run_config=config)
        async for _event in result.stream_events():
            pass
        return str(result.final_output)

    return asyncio.run(run())


def test_no_key_is_needed_where_there_is_an_address() -> None:
    with FakeModelServer(api_key="none") as endpoint:
        endpoint.says("Hi")

        assert ask(endpoint, Agent(name="A"), key="") == "Hi"


def test_usage_is_asked_for_unless_the_agent_says_not_to() -> None:
    with FakeModelServer() as endpoint:
        endpoint.says("Hi")
        endpoint.says("Hi")
        ask(endpoint, Agent(name="A"))
        ask(endpoint, Agent(name="B", model_settings=ModelSettings(include_usage=False)))

        assert [request["stream_options"] for request in endpoint.requests] == [
            {"include_usage": True},
            {"include_usage": False},
        ]


def test_settings_of_openais_models_are_not_sent_to_others() -> None:
    with FakeModelServer() as endpoint:
        endpoint.says("Hi")
        ask(endpoint, Agent(name="A"))

        assert set(endpoint.requests[0]) == {"model", "messages", "stream", "stream_options"}


def test_an_agent_keeps_the_model_that_it_names() -> None:
    with FakeModelServer(name="its-own") as endpoint:
        endpoint.says("Hi")
        agent = Agent(name="A", model="its-own")
        config = RunConfig(
            tracing_disabled=True, model="site's", model_provider=provider(endpoint.options)
        )
        fit(config, agent, "site's")

        assert asyncio.run(Runner.run(agent, "Hello", run_config=config)).final_output == "Hi"


def test_a_title_is_worded_by_the_same_model() -> None:
    class Titled(AgentServer):
        agent = Agent(name="A")
        title_agent = Agent(name="Titles")

    from chatkit.types import InferenceOptions, UserMessageItem, UserMessageTextContent
    from django.utils import timezone

    from django_chatkit.server import RequestContext

    message = UserMessageItem(
        id="msg_1",
        thread_id="thr_1",
        created_at=timezone.now(),
        content=[UserMessageTextContent(text="Where is my order?")],
        attachments=[],
        inference_options=InferenceOptions(),
    )
    with FakeModelServer() as endpoint:
        endpoint.says("“A lost order”")
        server = Titled(model=endpoint.options)

        title = asyncio.run(server.title(message, RequestContext(scope="user-1")))

        assert title == "A lost order"
        assert endpoint.requests[0]["messages"][-1]["content"] == "Where is my order?"


def test_the_upload_types_of_the_guide_are_an_option() -> None:
    from django_chatkit.conf import PER_ASSISTANT

    [block] = [code for code in GUIDE.text.split("```") if "ALLOWED_UPLOAD_TYPES" in code]

    assert "ALLOWED_UPLOAD_TYPES" in SelfHostedBackend.option_names | set(PER_ASSISTANT)
    assert "application/pdf" not in block
