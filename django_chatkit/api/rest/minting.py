"""Minting where OpenAI hosts the assistant, without a thread and a connection that wait for it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from asgiref.sync import SyncToAsync, sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest
from rest_framework.response import Response

from ...backends import BaseBackend, HostedBackend
from ...backends.base import Owner, SessionRequest
from ...hosted import HostedError
from ...services import mint_session, tell_minted
from ...types import JSONObject
from .base import RESTView

Shape = Callable[[JSONObject], JSONObject]
"""What the caller gets to see of a session."""


def minted(
    request: HttpRequest,
    backend: BaseBackend,
    owner: Owner,
    session: SessionRequest,
    shape: Shape = lambda document: document,
) -> Response:
    """The answer with a new session: at once, or when OpenAI has minted it.

    Under ASGI the answer asks OpenAI when Django renders it, which it does in the event loop.
    Only a server gives each request a thread of its own, which may be let go; a test client
    does not.

    Parameters:
        request: Django's own.
        shape: Makes of the session what the caller sees.

    Raises:
        ChatKitError: it cannot be minted.
    """
    has_own_thread = SyncToAsync.thread_sensitive_context.get(None) is not None
    if not (
        isinstance(backend, HostedBackend) and isinstance(request, ASGIRequest) and has_own_thread
    ):
        return Response(shape(mint_session(backend, owner, session)))
    return SessionResponse(backend, owner, session, shape)


class SessionResponse(Response):
    """An answer that is complete when OpenAI has minted."""

    def __init__(
        self, backend: HostedBackend, owner: Owner, session: SessionRequest, shape: Shape
    ) -> None:
        super().__init__()
        self._backend = backend
        self._minting = backend.begin_session(owner, session)
        self._shape = shape

    async def render(self) -> Response:  # type: ignore[override]
        """Ask OpenAI, store the session, and write the answer."""
        from ...server.database import (  # noqa: PLC0415 - ASGI alone
            forget_request,
            release_request_thread,
        )

        # A database connection that waits for OpenAI is one that other requests wait for.
        release_request_thread()
        self._resource_closers.append(forget_request)  # type: ignore[attr-defined]
        client = self._backend.async_client()
        try:
            session = await client.sessions.create(**self._minting.parameters)
        except HostedError as error:
            finish: Callable[[], JSONObject] = partial(self._refuse, error)
        else:
            finish = partial(self._store, session)
        return await sync_to_async(self._finish)(finish)

    def _refuse(self, error: HostedError) -> JSONObject:
        raise self._backend.refuse_session(self._minting, error)

    def _store(self, session: Any) -> JSONObject:
        return self._shape(tell_minted(*self._backend.store_session(self._minting, session)))

    def _finish(self, finish: Callable[[], JSONObject]) -> Response:
        try:
            self.data = finish()
        except Exception as error:  # noqa: BLE001 - logged and worded as every view's are
            failed = RESTView().handle_exception(error)
            self.data, self.status_code = failed.data, failed.status_code
            for name, value in failed.headers.items():
                self.headers[name] = value
        rendered: Response = super().render()
        return rendered
