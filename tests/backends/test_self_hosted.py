"""The self-hosted backend: which server answers."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from chatkit.server import ChatKitServer
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from django_chatkit.backends import SelfHostedBackend, assistants
from django_chatkit.server.demo import DemoServer
from django_chatkit.server.store import DjangoStore


class Server(ChatKitServer[Any]):
    """A site's own."""

    async def respond(self, thread: Any, input_user_message: Any, context: Any) -> Any:
        return
        yield


def make_server() -> Server:
    """A site's own factory."""
    server = Server(DjangoStore())
    server.made_by = "factory"  # type: ignore[attr-defined]
    return server


def server_of(**options: Any) -> ChatKitServer[Any]:
    return SelfHostedBackend("default", options).server


def test_without_a_server_the_demo_agent_answers() -> None:
    assert isinstance(server_of(), DemoServer)


@pytest.mark.parametrize("server", [Server, "tests.backends.test_self_hosted.Server"])
def test_a_class_or_its_dotted_path_is_given_the_stores(server: Any) -> None:
    built = server_of(SERVER=server)

    assert isinstance(built, Server)
    assert isinstance(built.store, DjangoStore)


@pytest.mark.parametrize("server", [make_server, "tests.backends.test_self_hosted.make_server"])
def test_a_factory_or_its_dotted_path_is_called(server: Any) -> None:
    assert getattr(server_of(SERVER=server), "made_by", None) == "factory"


def test_what_makes_no_server_is_an_error() -> None:
    with pytest.raises(ImproperlyConfigured, match="must be a ChatKitServer subclass or make one"):
        server_of(SERVER=dict)


def test_all_threads_share_one_server() -> None:
    backend = SelfHostedBackend("default", {"SERVER": make_server})
    together = threading.Barrier(4)

    def ask() -> int:
        together.wait()
        return id(backend.server)

    with ThreadPoolExecutor(4) as threads:
        found = [future.result() for future in [threads.submit(ask) for _ in range(4)]]

    assert len(set(found)) == 1


@override_settings(
    CHATKIT_ASSISTANTS={"default": {"BACKEND": "django_chatkit.backends.SelfHostedBackend"}}
)
def test_the_registry_holds_on_to_the_server() -> None:
    first = assistants["default"]
    second = assistants["default"]

    assert isinstance(first, SelfHostedBackend)
    assert isinstance(second, SelfHostedBackend)
    assert first.server is second.server


def test_neither_starting_nor_checking_nor_showing_the_element_imports_the_sdk() -> None:
    program = """
import sys
import django
from django.core.management import call_command
django.setup()
call_command("check")
from tests.pages import user_request
from django_chatkit.html import chatkit
assert "<openai-chatkit" in chatkit(user_request())
print([name for name in ("agents", "chatkit", "openai") if name in sys.modules])
"""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.stderr == ""
    assert run.stdout.splitlines()[-1] == "[]"
