"""What a conversation costs: queries, connections, heartbeats. Rows B10 to B12."""

import contextlib
import math
from typing import Any

import psycopg
import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from django_chatkit.models import ChatThread, ChatThreadItem, assistant
from django_chatkit.server.statements import can_lease_and_read
from tests import services
from tests.acceptance.conftest import (
    Chatter,
    Gates,
    Reader,
    assistants,
    events_of,
    play_site,
    user_input,
)
from tests.conftest import missing
from tests.servers import Server, own_database

TRANSACTION_CONTROL = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")


def counted(captured: CaptureQueriesContext) -> list[str]:
    """The queries, transaction control left out."""
    return [
        query["sql"]
        for query in captured.captured_queries
        if not query["sql"].startswith(TRANSACTION_CONTROL)
    ]


@pytest.fixture
def conversation_settings(settings: Any, gates: Gates, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHATKIT_TEST_GATES", str(gates.folder))
    settings.CHATKIT_ASSISTANTS = assistants()


@pytest.mark.parametrize("metadata", [{}, {"django_chatkit": {"request": "0123456789abcdef"}}])
@pytest.mark.parametrize("length", [2, 200])
@pytest.mark.django_db(transaction=True)
def test_a_follow_up_costs_the_same_however_long_the_thread(
    conversation_settings: None,
    client: Client,
    length: int,
    metadata: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """B12: session, user, the thread with its lease, two messages, release."""
    alice = User.objects.create_user("alice")
    thread = ChatThread.objects.create(
        id="thr_1", scope=f"user-{alice.pk}", user=alice, assistant="default"
    )
    ChatThreadItem.objects.bulk_create(
        ChatThreadItem(
            thread=thread,
            id=f"msg_{position}",
            scope=thread.scope,
            position=position,
            type="end_of_turn",
            payload={
                "id": f"msg_{position}",
                "type": "end_of_turn",
                "thread_id": "thr_1",
                "created_at": "2026-11-20T12:00:00",
            },
        )
        for position in range(length)
    )

    client.force_login(alice)
    # Whether staff paused the assistant is asked once a second: one query more.
    monkeypatch.setattr(assistant, "_looked_again_at", {"default": math.inf})
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(
            "/chatkit/conversation",
            {
                "type": "threads.add_user_message",
                "params": {"thread_id": "thr_1", "input": user_input("Hello")},
                "metadata": metadata,
            },
            content_type="application/json",
        )
        body = b"".join(answer)

    assert events_of(body.decode())[-1]["item"]["content"][0]["text"] == "Hello"
    # Some databases do not say which row they updated: there, the thread is read first.
    assert len(counted(captured)) == (6 if can_lease_and_read() else 7), counted(captured)


@pytest.mark.django_db(transaction=True)
def test_a_list_of_threads_costs_the_same_however_long(
    conversation_settings: None, client: Client
) -> None:
    """B12"""
    alice = User.objects.create_user("alice")
    client.force_login(alice)
    costs = []
    for count in (5, 500):
        ChatThread.objects.bulk_create(
            ChatThread(id=f"thr_{count}_{n}", scope=f"user-{alice.pk}", assistant="default")
            for n in range(count)
        )
        with CaptureQueriesContext(connection) as captured:
            answer = client.post(
                "/chatkit/conversation",
                {"type": "threads.list", "params": {"limit": 9999}},
                content_type="application/json",
            )
        costs.append(len(counted(captured)))
        assert answer.status_code == 200

    assert costs == [3, 3]
    assert len(answer.json()["data"]) == 100


@pytest.mark.socket
def test_silence_is_broken_by_a_comment(server: Server, gates: Gates) -> None:
    """B10: proxies close what is silent."""
    quick = {"CHATKIT_TEST_HEARTBEAT_SECONDS": "0.1", "CHATKIT_TEST_CHECKPOINT_SECONDS": "0.05"}
    gate = gates.name()
    with play_site(server, gates, environment=quick) as site:
        someone = Chatter(site.log_in("alice"))
        with someone.stream(
            "threads.create", input=user_input({"wait": gate}, {"say": "Done"})
        ) as answer:
            chunks = answer.iter_raw()
            received = b""
            while b": keep-alive\n\n" not in received:
                received += next(chunks)
            gates.open(gate)
            received += b"".join(chunks)

    events = events_of(received.decode())
    assert events[-1]["item"]["content"][0]["text"] == "Done"


@pytest.mark.socket
def test_answers_that_wait_hold_no_database_connection(gates: Gates) -> None:
    """B11: fifty open streams, on a server that counts connections."""
    if not services.reachable(services.POSTGRES_URL):
        missing("PostgreSQL")
    watcher = psycopg.connect(services.POSTGRES_URL, autocommit=True)
    with watcher, contextlib.ExitStack() as stack:
        url = stack.enter_context(own_database(services.POSTGRES_URL))
        site = stack.enter_context(play_site("asgi", gates, database=url))
        name = url.rsplit("/", 1)[1]
        gate = gates.name()
        readers = []
        for number in range(50):
            someone = Chatter(site.log_in(f"someone-{number}"))
            answer = stack.enter_context(
                someone.stream(
                    "threads.create",
                    input=user_input({"begin": None}, {"delta": "x"}, {"wait": gate}),
                )
            )
            reader = Reader(answer)
            reader.until_delta("x")
            readers.append(reader)

        [(open_connections,)] = watcher.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = %s", [name]
        ).fetchall()
        gates.open(gate)

    # The pool's threads may be about to close theirs.
    assert open_connections <= 8
