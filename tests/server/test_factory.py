"""From a setting to a server."""

from typing import Any

import pytest
from chatkit.server import ChatKitServer as SDKServer
from django.core.exceptions import ImproperlyConfigured

from django_chatkit.server.attachments import DjangoAttachmentStore
from django_chatkit.server.factory import build_server
from django_chatkit.server.store import DjangoStore
from tests.agents import ScriptedServer


class SDKsOwn(SDKServer[Any]):
    """A server written for the SDK, without us."""

    async def respond(self, thread: Any, input_user_message: Any, context: Any) -> Any:
        yield


class OneStore(SDKsOwn):
    def __init__(self, data_store: Any) -> None:
        super().__init__(data_store)


class AnyArguments(SDKsOwn):
    def __init__(self, *stores: Any, **options: Any) -> None:
        self.given = (stores, options)
        super().__init__(*stores)


class NoArguments(SDKsOwn):
    def __init__(self) -> None:
        super().__init__(DjangoStore())


class KeywordOption(SDKsOwn):
    def __init__(self, store: Any, /, *, greeting: str = "Hi") -> None:
        self.greeting = greeting
        super().__init__(store)


class Named(SDKsOwn):
    def __init__(self, *, attachment_store: Any, store: Any) -> None:
        super().__init__(store, attachment_store)


class OwnStores(SDKsOwn):
    """What its constructor takes is its own affair."""

    def __init__(self, state: Any = None, agent: Any = None) -> None:
        assert (state, agent) == (None, None)
        super().__init__(DjangoStore())


class StoreAndAgent(SDKsOwn):
    def __init__(self, data_store: Any = None, agent: Any = None) -> None:
        assert agent is None
        super().__init__(data_store)


@pytest.mark.parametrize("source", [ScriptedServer, SDKsOwn, AnyArguments, Named])
def test_a_class_gets_the_stores_that_it_takes(source: Any) -> None:
    server = build_server(source)

    assert type(server) is source
    assert isinstance(server.store, DjangoStore)
    assert isinstance(server.attachment_store, DjangoAttachmentStore)


@pytest.mark.parametrize("source", [OneStore, NoArguments, KeywordOption, OwnStores, StoreAndAgent])
def test_a_class_may_do_without_a_store_for_files(source: Any) -> None:
    server = build_server(source)

    assert type(server) is source
    assert isinstance(server.store, DjangoStore)
    assert server.attachment_store is None


def test_a_factory_is_called_without_arguments() -> None:
    made = ScriptedServer()

    assert build_server(lambda: made) is made


@pytest.mark.parametrize("source", [lambda: None, lambda: ScriptedServer, dict, object])
def test_anything_else_is_a_mistake_in_the_settings(source: Any) -> None:
    with pytest.raises(ImproperlyConfigured, match="must be a ChatKitServer subclass"):
        build_server(source)


def test_a_constructor_that_wants_more_says_so() -> None:
    class Wants(SDKsOwn):
        def __init__(self, store: Any, files: Any, model: str) -> None:
            super().__init__(store, files)

    with pytest.raises(TypeError, match="model"):
        build_server(Wants)


def test_each_server_answers_with_offsets() -> None:
    from tests.server.samples import answer

    assert b'"created_at":"2026-03-01T12:00:00Z"' in build_server(SDKsOwn)._serialize(answer())
