"""What ``OPTIONS["AGENT"]`` and ``OPTIONS["MODEL"]`` may be."""

import openai
import pytest
from agents import Agent, MaxTurnsExceeded
from django.core.exceptions import ImproperlyConfigured

from django_chatkit.server import AgentServer
from django_chatkit.server.agent.failures import told
from django_chatkit.server.agent.model import provider
from django_chatkit.server.factory import build_agent_server
from tests.agents import ScriptedServer

AGENT = Agent(name="Support")


class Polite(AgentServer):
    agent = AGENT


def test_an_agent_gets_a_server_of_its_own() -> None:
    assert type(build_agent_server(AGENT, {})) is AgentServer


def test_a_subclass_named_beside_the_agent_runs_it() -> None:
    assert type(build_agent_server(AGENT, {}, Polite)) is Polite


def test_a_server_that_runs_no_agents_is_refused_beside_one() -> None:
    with pytest.raises(ImproperlyConfigured, match="must be an AgentServer"):
        build_agent_server(AGENT, {}, ScriptedServer)


def test_a_server_without_an_agent_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="AgentServer has no agent"):
        AgentServer()


def test_a_mistyped_key_of_the_model_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="unknown key: 'MODLE'"):
        provider({"MODLE": "gpt"})


def test_an_api_that_is_none_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="'API'"):
        provider({"API": "grpc"})


def test_too_many_steps_may_be_tried_again() -> None:
    error = told(MaxTurnsExceeded("20"))

    assert error is not None
    assert error.allow_retry


def test_a_missing_key_is_not_worth_another_try() -> None:
    error = told(openai.OpenAIError("no key"))

    assert error is not None
    assert not error.allow_retry


def test_a_bug_is_left_to_the_general_error() -> None:
    assert told(ValueError("a bug")) is None
