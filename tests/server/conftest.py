"""Fixtures of the self-hosted server's tests."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from django_chatkit.models import ChatThread
from django_chatkit.server import lease
from tests.models import rows
from tests.server.samples import WaitingStore, stored
from tests.server.stage import RecordingKeeper

TRANSACTION_CONTROL = ("BEGIN", "COMMIT", "RELEASE SAVEPOINT", "ROLLBACK", "SAVEPOINT")

Work = Callable[[int], AbstractContextManager[None]]


@pytest.fixture
def waiting(db: None) -> WaitingStore:
    """The store, each method waited for."""
    return WaitingStore()


@pytest.fixture
def work() -> Work:
    """Expects a number of queries, transaction control not counted."""

    @contextmanager
    def expect(queries: int) -> Iterator[None]:
        with CaptureQueriesContext(connection) as captured:
            yield
        statements = [query["sql"] for query in captured.captured_queries]
        done = [sql for sql in statements if not sql.startswith(TRANSACTION_CONTROL)]
        assert len(done) == queries, "\n".join(done)

    return expect


@pytest.fixture
def conversation(db: None) -> ChatThread:
    """A question and its answer."""
    thread = rows.thread()
    content = [{"type": "input_text", "text": "Hi"}]
    stored(
        "user_message",
        {"id": "msg_0", "content": content, "attachments": [], "inference_options": {}},
        0,
    )
    text = {"type": "output_text", "text": "Hello", "annotations": []}
    stored("assistant_message", {"id": "msg_1", "content": [text]}, 1)
    return thread


@pytest.fixture
def keeper(monkeypatch: pytest.MonkeyPatch) -> RecordingKeeper:
    """Stands for the process's keeper of leases."""
    recording = RecordingKeeper()
    monkeypatch.setattr(lease, "keeper", recording)
    return recording
