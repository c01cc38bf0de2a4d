"""Connections: lent one at a time, shared by threads, never lost."""

import asyncio
import threading
import time

import pytest

from django_chatkit.hosted import APITimeoutError, AsyncChatKitClient, ChatKitClient
from django_chatkit.hosted import pool as pool_module
from django_chatkit.hosted.pool import AsyncConnections, Connections, ssl_context
from django_chatkit.testing import FakeOpenAIServer


def test_a_connection_is_used_again() -> None:
    connections = Connections()
    with connections.borrow(time.monotonic() + 1) as first:
        pass
    with connections.borrow(time.monotonic() + 1) as second:
        assert first is second
    connections.close()


def test_a_connection_whose_call_failed_is_thrown_away() -> None:
    connections = Connections()
    with pytest.raises(KeyError), connections.borrow(time.monotonic() + 1) as first:
        raise KeyError
    with connections.borrow(time.monotonic() + 1) as second:
        assert first is not second
        assert first.is_closed
    connections.close()


def test_all_connections_share_one_ssl_context() -> None:
    assert ssl_context() is ssl_context()


def test_who_finds_no_connection_in_time_gets_a_timeout(
    monkeypatch: pytest.MonkeyPatch, fake_openai_server: FakeOpenAIServer
) -> None:
    monkeypatch.setattr(pool_module, "MAX_CONNECTIONS", 1)
    client = ChatKitClient(
        api_key=fake_openai_server.api.api_key, base_url=fake_openai_server.base_url
    )
    with client._connections.borrow(time.monotonic() + 1), pytest.raises(APITimeoutError):
        client.threads.list(user="u", timeout=0.01)
    client.close()


async def test_cancelled_calls_lose_no_slot(
    monkeypatch: pytest.MonkeyPatch, fake_openai_server: FakeOpenAIServer
) -> None:
    monkeypatch.setattr(pool_module, "MAX_CONNECTIONS", 4)
    api = fake_openai_server.api
    async with AsyncChatKitClient(
        api_key=api.api_key, base_url=fake_openai_server.base_url
    ) as client:
        for _round in range(10):
            calls = [
                asyncio.ensure_future(client.threads.list(user="u")._first()) for _ in range(20)
            ]
            await asyncio.sleep(0)
            for call in calls:
                call.cancel()
            await asyncio.gather(*calls, return_exceptions=True)

        pages = await asyncio.gather(*[client.threads.list(user="u")._first() for _ in range(20)])

    assert len(pages) == 20


async def test_waiters_take_turns() -> None:
    connections = AsyncConnections()
    most, now = 0, 0

    async def use() -> None:
        nonlocal most, now
        async with connections.borrow():
            now += 1
            most = max(most, now)
            await asyncio.sleep(0)
            now -= 1

    await asyncio.gather(*[use() for _ in range(300)])

    assert most == pool_module.MAX_CONNECTIONS
    assert len(connections._idle) == most
    await connections.close()


def test_threads_share_the_client(fake_openai_server: FakeOpenAIServer) -> None:
    api = fake_openai_server.api
    with ChatKitClient(api_key=api.api_key, base_url=fake_openai_server.base_url) as client:
        threads = [
            threading.Thread(target=lambda: client.sessions.create(user="u", workflow={"id": "w"}))
            for _ in range(16)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert len(api.sessions) == 16
