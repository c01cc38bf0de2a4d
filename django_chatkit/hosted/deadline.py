"""A connection whose every read ends with the call that it belongs to.

``httpx`` limits each read by itself: an answer that comes a byte at a time never ends. Here
each read may take what is left of the call.

Imported by the first connection: ``httpcore`` is what ``httpx`` itself sends with, and takes
a while to import.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx


class Deadline:
    """When the call is over that a connection serves now; of the monotonic clock."""

    def __init__(self) -> None:
        self.at = float("inf")

    def left(self, timeout: float | None) -> float | None:
        """The seconds that a step may take which by itself may take ``timeout``.

        Raises:
            httpcore.ReadTimeout: the call is over.
        """
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left if timeout is None else min(left, timeout)


class DeadlineTransport(httpx.HTTPTransport):
    """``httpx``'s transport with one connection that keeps to a deadline.

    Parameters:
        context: For TLS.
        limits: How the connection is kept.
        deadline: Of the call; whoever borrows the connection sets it.
    """

    def __init__(self, context: ssl.SSLContext, limits: httpx.Limits, deadline: Deadline) -> None:
        super().__init__(verify=context, limits=limits)
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_connections=limits.max_connections,
            max_keepalive_connections=limits.max_keepalive_connections,
            keepalive_expiry=limits.keepalive_expiry,
            network_backend=_Backend(deadline),
        )


class _Backend(httpcore.NetworkBackend):
    def __init__(self, deadline: Deadline) -> None:
        self._backend = httpcore.SyncBackend()
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._backend.connect_tcp(
            host, port, self._deadline.left(timeout), local_address, socket_options
        )
        return _Stream(stream, self._deadline)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
