"""The async client."""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any, Self, TypeVar, Unpack

import httpx

from . import operations
from .calls import Answer, DeadlineExceeded, Send
from .client import ClientSettings, Order, page_operation
from .operations import Operation, RequestOptions
from .pages import PageData, PageRequest
from .pool import AsyncConnections
from .results import ChatSession, Thread, ThreadDeleted, ThreadItem

T = TypeVar("T")


class AsyncChatKitClient(ClientSettings):
    """OpenAI's ChatKit API, asynchronously. Close it, or use it with ``async with``.

    Parameters:
        http_client: An ``httpx.AsyncClient`` to send with, for a proxy or for tests.
    """

    def __init__(self, *, http_client: httpx.AsyncClient | None = None, **settings: Any) -> None:
        super().__init__(**settings)
        self._http = http_client
        self._connections = AsyncConnections()
        self.sessions = AsyncSessions(self)
        self.threads = AsyncThreads(self)

    async def close(self) -> None:
        """Close the pooled connections, or the given ``http_client``."""
        await self._connections.close()
        if self._http is not None:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def build(self, operation: Operation[Any], seconds: float) -> httpx.Request:
        """As for the sync client; the call's own timeout ends every step but connecting."""
        request = super().build(operation, seconds)
        request.extensions["timeout"].update(read=None, write=None, pool=None)
        return request

    async def perform(self, operation: Operation[T]) -> T:
        """Carry out one call."""
        steps = self.begin(operation)
        try:
            step = next(steps)
            while True:
                if isinstance(step, Send):
                    try:
                        answer = await self._send(step)
                    except (httpx.HTTPError, DeadlineExceeded) as error:
                        step = steps.throw(error)
                    else:
                        step = steps.send(answer)
                else:
                    await asyncio.sleep(step.seconds)
                    step = steps.send(None)
        except StopIteration as end:
            result: T = end.value
            return result

    async def _send(self, step: Send) -> Answer:
        try:
            async with asyncio.timeout(max(step.deadline - time.monotonic(), 0)):
                if self._http is not None:
                    return await self._exchange(self._http, step)
                async with self._connections.borrow() as http:
                    return await self._exchange(http, step)
        except TimeoutError:
            raise DeadlineExceeded from None

    async def _exchange(self, http: httpx.AsyncClient, step: Send) -> Answer:
        response = await http.send(step.request, stream=True)
        try:
            body = await response.aread()
        finally:
            await response.aclose()
        return Answer(response, body)


class AsyncSessions:
    """``client.sessions``, awaited."""

    def __init__(self, client: AsyncChatKitClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        user: str,
        workflow: Mapping[str, Any],
        chatkit_configuration: Mapping[str, Any] | None = None,
        expires_after: Mapping[str, Any] | None = None,
        rate_limits: Mapping[str, Any] | None = None,
        **options: Unpack[RequestOptions],
    ) -> ChatSession:
        """As :meth:`Sessions.create`."""
        operation = operations.create_session(
            user=user,
            workflow=workflow,
            chatkit_configuration=chatkit_configuration,
            expires_after=expires_after,
            rate_limits=rate_limits,
        )
        return await self._client.perform(operation.with_options(options))

    async def cancel(
        self,
        session_id: str,
        **options: Unpack[RequestOptions],
    ) -> ChatSession:
        """As :meth:`Sessions.cancel`."""
        return await self._client.perform(
            operations.cancel_session(session_id).with_options(options)
        )


class AsyncThreads:
    """``client.threads``, awaited."""

    def __init__(self, client: AsyncChatKitClient) -> None:
        self._client = client

    async def retrieve(
        self,
        thread_id: str,
        **options: Unpack[RequestOptions],
    ) -> Thread:
        """As :meth:`Threads.retrieve`."""
        return await self._client.perform(
            operations.retrieve_thread(thread_id).with_options(options)
        )

    async def delete(
        self,
        thread_id: str,
        **options: Unpack[RequestOptions],
    ) -> ThreadDeleted:
        """As :meth:`Threads.delete`."""
        return await self._client.perform(operations.delete_thread(thread_id).with_options(options))

    def list(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = None,
        order: Order | None = None,
        user: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> PageRequest[Thread]:
        """As :meth:`Threads.list`: await it for a page, or iterate it with ``async for``."""
        return self._page(
            *operations.list_threads(
                after=after, before=before, limit=limit, order=order, user=user
            ),
            options,
        )

    def list_items(
        self,
        thread_id: str,
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = None,
        order: Order | None = None,
        **options: Unpack[RequestOptions],
    ) -> PageRequest[ThreadItem]:
        """As :meth:`Threads.list_items`: await it for a page, or iterate it."""
        return self._page(
            *operations.list_items(thread_id, after=after, before=before, limit=limit, order=order),
            options,
        )

    def _page(
        self, path: str, query: dict[str, Any], entry: Callable[[Any], T], options: RequestOptions
    ) -> PageRequest[T]:
        async def fetch(after: str | None) -> PageData[T]:
            return await self._client.perform(page_operation(path, query, entry, after, options))

        return PageRequest(fetch)
