"""What sites test with: strict fakes of OpenAI's ChatKit API and of a model, a scripted agent.

Importing it needs neither Django settings nor the OpenAI SDK::

    from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer

    with FakeOpenAIServer() as server:
        client = ChatKitClient(api_key=server.api.api_key, base_url=server.base_url)
        thread = server.api.add_thread(user="user-1")
        server.api.fail_next(2, status=500)

The fixtures are a pytest plugin: ``pytest_plugins = ["django_chatkit.testing.pytest_plugin"]``.
"""

from .agent import ScriptedAgent
from .fake import FakeOpenAI
from .model import FakeModelServer
from .requests import RecordedRequest
from .server import FakeOpenAIServer
from .transport import fake_transport

__all__ = [
    "FakeModelServer",
    "FakeOpenAI",
    "FakeOpenAIServer",
    "RecordedRequest",
    "ScriptedAgent",
    "fake_transport",
]
