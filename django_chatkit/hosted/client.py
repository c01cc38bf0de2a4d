"""The sync client, and what it shares with the async one."""

import functools
import time
from collections.abc import Callable, Mapping
from typing import Any, Literal, Self, TypeVar, Unpack

import httpx

from . import operations
from .calls import Answer, Call, DeadlineExceeded, Send, call
from .operations import Operation, RequestOptions
from .pages import Page, PageData
from .pool import Connections
from .results import ChatSession, Thread, ThreadDeleted, ThreadItem

T = TypeVar("T")

Order = Literal["asc", "desc"]
Headers = Mapping[str, str]

DEFAULT_BASE_URL = "https://api.openai.com/v1"
DEFAULT_TIMEOUT = 10.0
DEFAULT_MAX_RETRIES = 2
CONNECT_TIMEOUT = 5.0


@functools.lru_cache(maxsize=64)
def _url(address: str) -> httpx.URL:
    """An address taken apart, once for the few that are asked again and again."""
    return httpx.URL(address)


class ClientSettings:
    """What both clients are made with.

    Parameters:
        api_key: OpenAI's key; in no repr, log or error of the client.
        base_url: Where the API is; a site of ours works as well.
        timeout: Seconds for a whole call, its retries included.
        max_retries: Attempts after the first.
        headers: Added to every request, such as ``OpenAI-Project``.
    """

    def __init__(
        self,
        *,
        api_key: str,
        base_url: str = DEFAULT_BASE_URL,
        timeout: float = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_MAX_RETRIES,
        headers: Headers | None = None,
    ) -> None:
        if not api_key:
            raise ValueError("api_key must not be empty.")
        self._api_key = api_key
        self.base_url = base_url.rstrip("/")
        self.timeout = timeout
        self.max_retries = max_retries
        self._headers = dict(headers or {})

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"

    def build(self, operation: Operation[Any], seconds: float) -> httpx.Request:
        """The ``httpx`` request of an operation that has so many seconds left."""
        left = max(seconds, 0.001)
        return httpx.Request(
            operation.method,
            _url(self.base_url + operation.path),
            params=operation.query or None,
            json=operation.body,
            headers={
                "Accept": "application/json",
                "Authorization": f"Bearer {self._api_key}",
                "User-Agent": "django-openai-chatkit",
                **self._headers,
                **operation.headers,
            },
            extensions={
                "timeout": {
                    "connect": min(CONNECT_TIMEOUT, left),
                    "read": left,
                    "write": left,
                    "pool": left,
                }
            },
        )

    def begin(self, operation: Operation[T]) -> Call[T]:
        """The steps of one call, for a driver to carry out."""
        timeout = self.timeout if operation.timeout is None else operation.timeout
        return call(operation, self.build, timeout=timeout, max_retries=self.max_retries)


def page_operation(
    path: str,
    query: dict[str, Any],
    entry: Callable[[Any], T],
    after: str | None,
    options: RequestOptions,
) -> "Operation[PageData[T]]":
    """The operation that asks for a page of a list."""
    asked = query if after is None else {**query, "after": after}
    operation: Operation[PageData[T]] = Operation(
        "GET", path, lambda document: PageData.read(document, entry), query=asked
    )
    return operation.with_options(options)


class ChatKitClient(ClientSettings):
    """OpenAI's ChatKit API, synchronously. Close it, or use it with ``with``.

    Parameters:
        http_client: An ``httpx.Client`` to send with, for a proxy or for tests.
    """

    def __init__(self, *, http_client: httpx.Client | None = None, **settings: Any) -> None:
        super().__init__(**settings)
        self._http = http_client
        self._connections = Connections()
        self.sessions = Sessions(self)
        self.threads = Threads(self)

    def close(self) -> None:
        """Close the pooled connections, or the given ``http_client``."""
        self._connections.close()
        if self._http is not None:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def perform(self, operation: Operation[T]) -> T:
        """Carry out one call."""
        steps = self.begin(operation)
        try:
            step = next(steps)
            while True:
                if isinstance(step, Send):
                    try:
                        answer = self._send(step)
                    except (httpx.HTTPError, DeadlineExceeded) as error:
                        step = steps.throw(error)
                    else:
                        step = steps.send(answer)
                else:
                    time.sleep(step.seconds)
                    step = steps.send(None)
        except StopIteration as end:
            result: T = end.value
            return result

    def _send(self, step: Send) -> Answer:
        if self._http is not None:
            return self._exchange(self._http, step)
        with self._connections.borrow(step.deadline) as http:
            return self._exchange(http, step)

    def _exchange(self, http: httpx.Client, step: Send) -> Answer:
        response = http.send(step.request, stream=True)
        try:
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if time.monotonic() > step.deadline:
                    raise DeadlineExceeded
        finally:
            response.close()
        return Answer(response, bytes(body))


class Sessions:
    """``client.sessions``"""

    def __init__(self, client: ChatKitClient) -> None:
        self._client = client

    def create(
        self,
        *,
        user: str,
        workflow: Mapping[str, Any],
        chatkit_configuration: Mapping[str, Any] | None = None,
        expires_after: Mapping[str, Any] | None = None,
        rate_limits: Mapping[str, Any] | None = None,
        **options: Unpack[RequestOptions],
    ) -> ChatSession:
        """Mint a session and its client secret.

        Parameters:
            user: The scope that owns what is said in it.
            workflow: ``{"id", "version"?, "state_variables"?, "tracing"?}``.
            chatkit_configuration: Titling, uploads and history.
            expires_after: ``{"anchor": "created_at", "seconds": …}``.
            rate_limits: ``{"max_requests_per_1_minute": …}``.
            options: See :class:`~django_chatkit.hosted.operations.RequestOptions`.

        Raises:
            HostedError: see :mod:`django_chatkit.hosted.errors`.
        """
        operation = operations.create_session(
            user=user,
            workflow=workflow,
            chatkit_configuration=chatkit_configuration,
            expires_after=expires_after,
            rate_limits=rate_limits,
        )
        return self._client.perform(operation.with_options(options))

    def cancel(
        self,
        session_id: str,
        **options: Unpack[RequestOptions],
    ) -> ChatSession:
        """Revoke a session's client secret."""
        return self._client.perform(operations.cancel_session(session_id).with_options(options))


class Threads:
    """``client.threads``"""

    def __init__(self, client: ChatKitClient) -> None:
        self._client = client

    def retrieve(
        self,
        thread_id: str,
        **options: Unpack[RequestOptions],
    ) -> Thread:
        """One thread. The API does not ask whose: compare ``user`` before showing it."""
        return self._client.perform(operations.retrieve_thread(thread_id).with_options(options))

    def delete(
        self,
        thread_id: str,
        **options: Unpack[RequestOptions],
    ) -> ThreadDeleted:
        """Delete a thread with its items and attachments."""
        return self._client.perform(operations.delete_thread(thread_id).with_options(options))

    def list(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int | None = None,
        order: Order | None = None,
        user: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Thread]:
        """Threads, newest first unless ``order`` says otherwise.

        Parameters:
            user: Whose; without it, those of **all** users of the project.
        """
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
    ) -> Page[ThreadItem]:
        """A thread's items, newest first unless ``order`` says otherwise."""
        return self._page(
            *operations.list_items(thread_id, after=after, before=before, limit=limit, order=order),
            options,
        )

    def _page(
        self, path: str, query: dict[str, Any], entry: Callable[[Any], T], options: RequestOptions
    ) -> Page[T]:
        def fetch(after: str | None) -> PageData[T]:
            return self._client.perform(page_operation(path, query, entry, after, options))

        return Page(fetch(None), fetch)
