"""One call with its retries and its deadline, as a generator that does no I/O.

The generator yields what to do next, :class:`Send` or :class:`Wait`, and is told
what came of it; the sync and the async client only carry it out.
"""

import json
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import TypeVar

import httpx

from .errors import APIConnectionError, APIResponseError, APITimeoutError, status_error
from .operations import Operation
from .retries import delay_after

T = TypeVar("T")


@dataclass(frozen=True)
class Send:
    """Send ``request``; answer with an :class:`Answer`, or throw the ``httpx`` error in."""

    request: httpx.Request
    deadline: float


@dataclass(frozen=True)
class Wait:
    """Wait so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Answer:
    """A response and its whole body."""

    response: httpx.Response
    body: bytes = field(repr=False)


class DeadlineExceeded(Exception):
    """The body was still coming when the call's time was up."""


Call = Generator[Send | Wait, Answer | None, T]


def call(
    operation: Operation[T],
    build: Callable[[Operation[T], float], httpx.Request],
    *,
    timeout: float,
    max_retries: int,
    clock: Callable[[], float] = time.monotonic,
) -> Call[T]:
    """Perform an operation, trying again where that may help.

    Parameters:
        operation: What to ask.
        build: Makes the request, given the seconds that are left.
        timeout: Seconds for the whole call.
        max_retries: Attempts after the first.
        clock: Seconds that only go forward.

    Raises:
        HostedError: the last attempt's failure.
    """
    deadline = clock() + timeout
    attempt = 0
    while True:
        failed: httpx.Response | None = None
        error: Exception
        try:
            answer = yield Send(build(operation, deadline - clock()), deadline)
            assert answer is not None  # noqa: S101 - the drivers answer every Send
            if answer.response.status_code < 400:
                break
            failed, error = answer.response, status_error(answer.response, answer.body)
        except (httpx.TimeoutException, DeadlineExceeded):
            error = APITimeoutError("OpenAI did not answer in time.")
        except httpx.HTTPError:
            error = APIConnectionError("OpenAI could not be reached.")
        delay = delay_after(failed, attempt)
        if attempt >= max_retries or delay is None or clock() + delay >= deadline:
            # The httpx error is left behind: its request carries the key.
            raise error from None
        attempt += 1
        yield Wait(delay)
    try:
        return _read(operation, answer)
    except APIResponseError as unreadable:
        message = str(unreadable)
    # Raised anew: the frames of the reading hold the answer, and it may hold a secret.
    raise APIResponseError(message)


def _read(operation: Operation[T], answer: Answer) -> T:
    try:
        document = json.loads(answer.body)
    except ValueError:
        raise APIResponseError("OpenAI's answer is not JSON.") from None
    return operation.read(document)
