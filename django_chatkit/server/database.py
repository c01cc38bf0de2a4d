"""Where the database work of a turn runs, and when connections are given back."""

import os
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from typing import Any, Protocol, TypeVar

from asgiref.sync import SyncToAsync, ThreadSensitiveContext, sync_to_async
from django.db import connections

T = TypeVar("T")

WORKERS = 8
"""Threads, and so connections, that all open streams of a process share."""


class Runner(Protocol):
    """Runs a synchronous function where it may use the database."""

    def __call__(self, work: Callable[[], Any], /) -> Awaitable[Any]: ...


async def run_in_request(work: Callable[[], Any]) -> Any:
    """Run ``work`` in the thread of the request, or of the test, that awaits it."""
    return await sync_to_async(work, thread_sensitive=True)()


async def run_in_pool(work: Callable[[], Any]) -> Any:
    """Run ``work`` in the process's pool and give its connection back.

    A stream may wait for its agent for minutes; it must not keep a connection
    meanwhile, as the thread of an ASGI request would.
    """
    return await sync_to_async(_returning_connections, thread_sensitive=False, executor=_pool())(
        work
    )


def _returning_connections(work: Callable[[], Any]) -> Any:
    close_old_connections()
    try:
        return work()
    finally:
        close_old_connections()


def close_old_connections() -> None:
    """Django's function of that name, for connections outside of transactions.

    Django takes a running transaction for a connection gone wrong and closes it,
    which would end the one that a test case runs in.
    """
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()


def close_request_connections() -> None:
    """Close what the request's own thread opened before its stream begins.

    Left alone are connections inside a transaction, as in a test case.
    """
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()


def release_request_thread() -> None:
    """Let the thread of an ASGI request go, with the connections it has open.

    Django starts one for each request and keeps it until the response ends; a thousand
    waiting streams would keep a thousand, and a connection each. What is still to be done
    in the request's name, closing it and the agent's own queries, the process's pool does.
    """
    context = SyncToAsync.thread_sensitive_context.get(None)
    if context is None:
        return
    executor = SyncToAsync.context_to_thread_executor.get(context)
    if executor is None:
        return
    SyncToAsync.context_to_thread_executor[context] = _shared_pool
    executor.submit(close_request_connections)
    executor.shutdown(wait=False)


def forget_request() -> None:
    """The request is over: spare it the thread that asgiref starts to end an executor."""
    context = SyncToAsync.thread_sensitive_context.get(None)
    if context is None:
        return
    if SyncToAsync.context_to_thread_executor.get(context) is _shared_pool:
        SyncToAsync.context_to_thread_executor.pop(context)


def outlive_request() -> object:
    """Let the agent's own queries go on after its request has ended, in the process's pool.

    Returns:
        What to hold on to meanwhile.
    """
    context = ThreadSensitiveContext()
    SyncToAsync.thread_sensitive_context.set(context)
    SyncToAsync.context_to_thread_executor[context] = _shared_pool
    return context


class _SharedPool(Executor):
    """The process's pool in the place of one request's thread, which it outlives.

    Calls of one request still come one after the other, as Django awaits each.
    """

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        return _pool().submit(_returning_connections, partial(fn, *args, **kwargs))


_shared_pool = _SharedPool()

_executor: ThreadPoolExecutor | None = None
_executor_process = 0


def _pool() -> ThreadPoolExecutor:
    global _executor, _executor_process  # noqa: PLW0603 - one per process, made after a fork
    if _executor is None or _executor_process != os.getpid():
        _executor = ThreadPoolExecutor(WORKERS, thread_name_prefix="chatkit-database")
        _executor_process = os.getpid()
    return _executor
