"""Fixtures for sites' own tests.

Name the plugin in ``conftest.py``: ``pytest_plugins = ["django_chatkit.testing.pytest_plugin"]``.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from .agent import ScriptedAgent
from .fake import FakeOpenAI
from .model import FakeModelServer
from .server import FakeOpenAIServer

WORKFLOW_ID = "wf_test"


@pytest.fixture
def fake_openai_server() -> Iterator[FakeOpenAIServer]:
    """OpenAI's ChatKit API at a socket of this machine, empty for each test."""
    with FakeOpenAIServer() as server:
        yield server


@pytest.fixture
def fake_openai(fake_openai_server: FakeOpenAIServer) -> FakeOpenAI:
    """The state behind :func:`fake_openai_server`: seed it, break it, ask what it was asked."""
    return fake_openai_server.api


@pytest.fixture
def hosted_assistant(fake_openai_server: FakeOpenAIServer, settings: Any) -> str:
    """The site has one assistant, ``default``, hosted by :func:`fake_openai`; its alias."""
    settings.CHATKIT_ASSISTANTS = {
        "default": {
            "BACKEND": "django_chatkit.backends.HostedBackend",
            "OPTIONS": {
                "API_KEY": fake_openai_server.api.api_key,
                "WORKFLOW_ID": WORKFLOW_ID,
                "BASE_URL": fake_openai_server.base_url,
                "MAX_RETRIES": 0,
            },
        }
    }
    return "default"


@pytest.fixture
def scripted_agent(settings: Any) -> Callable[..., ScriptedAgent]:
    """Makes the assistant ``default`` say the given texts, and returns its agent."""

    def use(*answers: str) -> ScriptedAgent:
        agent = ScriptedAgent(*answers)
        settings.CHATKIT_ASSISTANTS = {
            "default": {
                "BACKEND": "django_chatkit.backends.SelfHostedBackend",
                "OPTIONS": {"SERVER": agent},
            }
        }
        return agent

    return use


@pytest.fixture
def fake_model(settings: Any) -> Iterator[FakeModelServer]:
    """Makes every assistant with an ``OPTIONS["AGENT"]`` run on a model that says what it is told."""
    with FakeModelServer() as model:
        assistants = getattr(settings, "CHATKIT_ASSISTANTS", {})
        with_agent = {
            alias: {**assistant, "OPTIONS": {**assistant["OPTIONS"], "MODEL": model.options}}
            for alias, assistant in assistants.items()
            if "AGENT" in assistant.get("OPTIONS", {})
        }
        if not with_agent:
            pytest.fail("fake_model: no assistant has an OPTIONS['AGENT'].", pytrace=False)
        settings.CHATKIT_ASSISTANTS = {**assistants, **with_agent}
        yield model
