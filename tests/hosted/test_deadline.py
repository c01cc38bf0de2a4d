"""A call ends when its time is up, whatever comes meanwhile."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import httpcore
import pytest

from django_chatkit.hosted import APITimeoutError, ChatKitClient, NotFoundError
from django_chatkit.hosted.deadline import Deadline
from django_chatkit.testing import FakeOpenAIServer


@pytest.fixture
def endless() -> Iterator[str]:
    """The base URL of something whose headers never end; a new one comes every few ms."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            connection, _address = listener.accept()
            with connection, contextlib.suppress(OSError):
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 200 OK\r\n")
                connection.settimeout(0.005)
                while True:
                    connection.sendall(b"x-more: yes\r\n")
                    with contextlib.suppress(TimeoutError):
                        if not connection.recv(1):
                            return

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    thread.join(timeout=10)


def test_headers_that_never_end_do_not_outlast_the_call(endless: str) -> None:
    with (
        ChatKitClient(api_key="sk-1", base_url=endless) as client,
        pytest.raises(APITimeoutError),
    ):
        client.threads.retrieve("cthr_1", timeout=0.3)


def test_a_connection_that_is_used_again_has_the_time_of_its_new_call(
    fake_openai_server: FakeOpenAIServer,
) -> None:
    api = fake_openai_server.api
    thread = api.add_thread("u")["id"]
    with ChatKitClient(api_key=api.api_key, base_url=fake_openai_server.base_url) as client:
        client.threads.retrieve(thread, timeout=0.5)
        [line] = client._connections._idle
        line.deadline.at = 0  # long ago

        assert client.threads.retrieve(thread).id == thread
        assert client._connections._idle == [line]


def test_a_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        asked = []

        def refuse() -> None:
            connection, _address = proxy.accept()
            with connection:
                asked.append(connection.recv(65536).split(b"\r\n")[0])
                connection.sendall(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n")

        thread = threading.Thread(target=refuse, daemon=True)
        thread.start()
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        with (
            ChatKitClient(api_key="sk-1", base_url="http://openai.example/v1") as client,
            contextlib.suppress(NotFoundError),
        ):
            client.threads.retrieve("cthr_1", timeout=5)
        thread.join(timeout=10)

    assert asked == [b"GET http://openai.example/v1/chatkit/threads/cthr_1 HTTP/1.1"]


def test_a_step_may_take_what_is_left_of_the_call() -> None:
    deadline = Deadline()
    assert deadline.left(None) == float("inf")
    assert deadline.left(5) == 5
    deadline.at = time.monotonic() + 100
    assert 99 < (deadline.left(1000) or 0) <= 100
    assert deadline.left(5) == 5
    deadline.at = time.monotonic()
    with pytest.raises(httpcore.ReadTimeout):
        deadline.left(5)
