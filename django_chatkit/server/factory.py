"""From a setting to a server: classes and factories, ours and other people's."""

import inspect
from collections.abc import Callable
from typing import Any

from chatkit.server import ChatKitServer
from django.core.exceptions import ImproperlyConfigured

from .attachments import DjangoAttachmentStore
from .observe import observe
from .serialize import to_wire
from .store import DjangoStore


def build_server(source: Callable[..., Any]) -> "ChatKitServer[Any]":
    """The server that ``OPTIONS["SERVER"]`` means.

    Parameters:
        source: A ``ChatKitServer`` subclass whose constructor takes a store and,
            if it wants one, an attachment store; or a factory without arguments.

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


def _construct(source: Callable[..., Any]) -> object:
    parameters = inspect.signature(source).parameters.values()
    positional = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    takes_any = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    stores: tuple[object, ...] = (DjangoStore(), DjangoAttachmentStore())
    return source(*(stores if takes_any else stores[: len(positional)]))
