"""From a setting to a server: classes and factories, ours and other people's."""

import inspect
from collections.abc import Callable, Mapping
from itertools import takewhile
from typing import Any

from chatkit.server import ChatKitServer
from django.core.exceptions import ImproperlyConfigured

from .attachments import DjangoAttachmentStore
from .observe import observe
from .serialize import to_wire
from .store import DjangoStore

STORE_NAMES = ("store", "attachment_store")
"""What the SDK calls them."""


def build_server(source: Callable[..., Any]) -> "ChatKitServer[Any]":
    """The server that ``OPTIONS["SERVER"]`` means.

    Parameters:
        source: A ``ChatKitServer`` subclass whose constructor takes a store and,
            if it wants one, an attachment store, or makes its own; or a factory without
            arguments.

    Raises:
        ImproperlyConfigured: it is neither.
    """
    is_server_class = inspect.isclass(source) and issubclass(source, ChatKitServer)
    server: object = _construct(source) if is_server_class else source()
    if not isinstance(server, ChatKitServer):
        raise ImproperlyConfigured(
            f"OPTIONS['SERVER'] must be a ChatKitServer subclass or make one, not {server!r}."
        )
    observe(server)
    # The SDK writes its times without an offset, which browsers read as their own.
    server._serialize = to_wire  # type: ignore[method-assign, assignment]
    return server


def build_agent_server(
    agent: Any, model: Mapping[str, Any], source: Any = None
) -> "ChatKitServer[Any]":
    """The server that ``OPTIONS["AGENT"]`` means.

    Parameters:
        agent: An Agents SDK ``Agent``, or a function that makes one for a request's context.
        model: ``OPTIONS["MODEL"]``.
        source: ``OPTIONS["SERVER"]``: a subclass of ``AgentServer``; that itself unless given.

    Raises:
        ImproperlyConfigured: ``source`` is no such class, or ``model`` has an unknown key.
    """
    from .agent.server import AgentServer  # noqa: PLC0415 - the Agents SDK, where it is used

    server_class = source or AgentServer
    if not (inspect.isclass(server_class) and issubclass(server_class, AgentServer)):
        raise ImproperlyConfigured(
            "OPTIONS['SERVER'] must be an AgentServer where there is an OPTIONS['AGENT']."
        )
    return build_server(lambda: server_class(agent=agent, model=model))


def _construct(source: Callable[..., Any]) -> object:
    stores: tuple[object, ...] = (DjangoStore(), DjangoAttachmentStore())
    parameters = inspect.signature(source).parameters.values()
    if any(p.kind is p.VAR_POSITIONAL for p in parameters):
        return source(*stores)
    positional = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    named = {p.name for p in parameters if p.kind is p.KEYWORD_ONLY}
    given = takewhile(lambda pair: _takes_store(pair[0]), zip(positional, stores, strict=False))
    by_name = dict(zip(STORE_NAMES, stores, strict=True))
    return source(
        *(store for _parameter, store in given),
        **{name: store for name, store in by_name.items() if name in named},
    )


def _takes_store(parameter: inspect.Parameter) -> bool:
    """Whether a parameter is for a store: what can be left out is only if its name says so."""
    return parameter.default is parameter.empty or "store" in parameter.name
