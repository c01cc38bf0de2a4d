"""The demo agent's conversations, on a store in memory and on the real one."""

import pytest
from chatkit.store import Store

from django_chatkit.server.context import RequestContext
from django_chatkit.server.store import DjangoStore
from tests.server.demo.conversation import Conversation
from tests.server.demo.memory_store import MemoryStore


@pytest.fixture
def memory() -> MemoryStore:
    """A store that forgets everything when the test ends."""
    return MemoryStore()


@pytest.fixture
def talk(memory: MemoryStore) -> Conversation:
    """A conversation in English that no database has to keep."""
    return Conversation(memory)


@pytest.fixture(
    params=["memory", pytest.param("database", marks=pytest.mark.django_db(transaction=True))]
)
def store(request: pytest.FixtureRequest) -> Store[RequestContext]:
    """Each kind of store in turn."""
    return MemoryStore() if request.param == "memory" else DjangoStore()


@pytest.fixture
def conversation(store: Store[RequestContext]) -> Conversation:
    """A conversation in English, on each kind of store in turn."""
    return Conversation(store)
