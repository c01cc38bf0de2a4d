"""A fake OpenAI for the tests of what talks to it."""

from collections.abc import Iterator

import pytest

from django_chatkit.hosted import ChatKitClient
from django_chatkit.testing import FakeOpenAIServer
from django_chatkit.testing.pytest_plugin import (
    fake_openai,
    fake_openai_server,
    hosted_assistant,
    scripted_agent,
)

__all__ = ["fake_openai", "fake_openai_server", "hosted_assistant", "scripted_agent"]


@pytest.fixture
def client(fake_openai_server: FakeOpenAIServer) -> Iterator[ChatKitClient]:
    """A client of the fake that does not try again."""
    with ChatKitClient(
        api_key=fake_openai_server.api.api_key,
        base_url=fake_openai_server.base_url,
        max_retries=0,
    ) as client:
        yield client
