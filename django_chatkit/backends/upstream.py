"""OpenAI behind a hosted assistant: its clients, the circuit breaker, and what failures become."""

import asyncio
import logging
import math
from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from django.utils.functional import cached_property

from ..exceptions import Unavailable
from ..hosted import AsyncChatKitClient, HostedError
from ..hosted.breaker import Breaker, CircuitOpen
from ..hosted.client import DEFAULT_BASE_URL, DEFAULT_MAX_RETRIES, DEFAULT_TIMEOUT, ChatKitClient
from .base import BaseBackend

logger = logging.getLogger("django_chatkit.hosted")

T = TypeVar("T")

RETRY_SECONDS = 5


class Upstream(BaseBackend):
    """A backend that asks OpenAI."""

    @cached_property
    def client(self) -> ChatKitClient:
        """The client of OpenAI's API, with pooled connections, for all threads."""
        return ChatKitClient(**self._client_settings())

    def async_client(self) -> AsyncChatKitClient:
        """The client of the event loop that runs here."""
        loop = asyncio.get_running_loop()
        client = self._async_clients.get(loop)
        if client is None:
            client = self._async_clients[loop] = AsyncChatKitClient(**self._client_settings())
        return client

    @cached_property
    def _async_clients(self) -> "WeakKeyDictionary[asyncio.AbstractEventLoop, AsyncChatKitClient]":
        return WeakKeyDictionary()

    def _client_settings(self) -> dict[str, Any]:
        named = {"OpenAI-Organization": "ORGANIZATION", "OpenAI-Project": "PROJECT"}
        return {
            "api_key": self.options["API_KEY"],
            "base_url": self.options.get("BASE_URL") or DEFAULT_BASE_URL,
            "timeout": self.options.get("TIMEOUT", DEFAULT_TIMEOUT),
            "max_retries": self.options.get("MAX_RETRIES", DEFAULT_MAX_RETRIES),
            "headers": {
                header: self.options[option]
                for header, option in named.items()
                if self.options.get(option)
            },
        }

    @cached_property
    def _breaker(self) -> Breaker:
        return Breaker(self.alias)

    def _ask(self, work: Callable[[], T]) -> T:
        return self._breaker.call(work)

    def _log(self, what: str, error: HostedError) -> None:
        logger.warning("OpenAI did not %s for %r: %s", what, self.alias, error)

    def _unavailable(self, what: str, error: HostedError) -> Unavailable:
        self._log(what, error)
        asked = getattr(error, "retry_after", None)
        seconds = math.ceil(asked) if asked and asked > 0 else RETRY_SECONDS
        if isinstance(error, CircuitOpen):
            seconds = error.retry_after
        return Unavailable(headers={"Retry-After": str(seconds)})
