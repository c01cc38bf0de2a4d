"""Retries, waits and the deadline of one call, on a clock of the test's own."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from django_chatkit.hosted import APIConnectionError, APITimeoutError, HostedError
from django_chatkit.hosted.calls import Answer, DeadlineExceeded, Send, Wait, call
from django_chatkit.hosted.operations import Operation

Outcome = Exception | tuple[int, dict[str, str]]

OK: Outcome = (200, {})


def perform(*outcomes: Outcome, retries: int = 2, timeout: float = 60) -> tuple[Any, list[float]]:
    """What comes of a call whose attempts end so, and how long it waited in between."""
    now = [0.0]
    waits: list[float] = []
    left = list(outcomes)
    operation: Operation[Any] = Operation("GET", "/x", lambda document: document)
    build: Callable[[Any, float], httpx.Request] = lambda op, seconds: httpx.Request(  # noqa: E731
        "GET", "https://openai.test/x"
    )
    steps = call(operation, build, timeout=timeout, max_retries=retries, clock=lambda: now[0])
    try:
        step = next(steps)
        while True:
            if isinstance(step, Wait):
                waits.append(step.seconds)
                now[0] += step.seconds
                step = steps.send(None)
                continue
            assert isinstance(step, Send)
            outcome = left.pop(0)
            if isinstance(outcome, Exception):
                step = steps.throw(outcome)
            else:
                status, headers = outcome
                response = httpx.Response(status, headers=headers)
                step = steps.send(Answer(response, b"{}"))
    except StopIteration as end:
        return end.value, waits
    except HostedError as error:
        return error, waits


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 599])
def test_what_may_pass_is_tried_again(status: int) -> None:
    result, waits = perform((status, {}), OK)

    assert result == {}
    assert len(waits) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_what_will_not_pass_is_not(status: int) -> None:
    result, waits = perform((status, {}))

    assert (result.status_code, waits) == (status, [])


@pytest.mark.parametrize(
    "error", [httpx.ConnectError("no"), httpx.ReadTimeout("slow"), httpx.RemoteProtocolError("cut")]
)
def test_a_lost_connection_is_tried_again(error: Exception) -> None:
    assert perform(error, OK)[0] == {}


def test_after_the_last_attempt_its_error_is_told() -> None:
    result, waits = perform((500, {}), (500, {}), httpx.ConnectError("no"))

    assert isinstance(result, APIConnectionError)
    assert len(waits) == 2


def test_without_retries_there_is_one_attempt() -> None:
    result, waits = perform((500, {}), retries=0)

    assert (result.status_code, waits) == (500, [])


def test_waits_double_with_jitter_up_to_eight_seconds() -> None:
    _result, waits = perform(*[(500, {})] * 7, retries=6)

    for wait, longest in zip(waits, [0.5, 1, 2, 4, 8, 8], strict=True):
        assert 0.75 * longest <= wait <= longest


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
    ],
)
def test_the_asked_for_wait_is_kept(headers: dict[str, str], seconds: float) -> None:
    assert perform((429, headers), OK) == ({}, [seconds])


@pytest.mark.parametrize("value", ["0", "-1", "soon", "nan", "inf"])
def test_a_senseless_wait_is_ignored(value: str) -> None:
    _result, [wait] = perform((429, {"retry-after": value}), OK)

    assert 0.375 <= wait <= 0.5


def test_a_wait_of_more_than_two_minutes_is_left_to_the_caller() -> None:
    result, waits = perform((429, {"retry-after": "121"}), timeout=1000)

    assert (result.retry_after, waits) == (121.0, [])


def test_the_server_may_say_whether_to_try_again() -> None:
    assert perform((400, {"x-should-retry": "true"}), OK)[0] == {}
    assert perform((500, {"x-should-retry": "false"}))[1] == []


def test_a_wait_beyond_the_deadline_is_not_begun() -> None:
    result, waits = perform((429, {"retry-after": "30"}), timeout=10)

    assert (result.status_code, waits) == (429, [])


def test_a_body_beyond_the_deadline_is_a_timeout() -> None:
    result, _waits = perform(DeadlineExceeded(), retries=0)

    assert isinstance(result, APITimeoutError)
