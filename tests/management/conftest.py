"""A fake OpenAI for the commands that talk to it."""

from django_chatkit.testing.pytest_plugin import (
    fake_openai,
    fake_openai_server,
    hosted_assistant,
    scripted_agent,
)

__all__ = ["fake_openai", "fake_openai_server", "hosted_assistant", "scripted_agent"]
