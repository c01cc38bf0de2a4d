"""A bound on work of several calls."""

import pytest

from django_chatkit.hosted.time_limit import TimeLimit


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_no_call_is_begun_that_would_be_cut_off(clock: Clock) -> None:
    time = TimeLimit(20, clock=clock)

    assert time.is_up is False
    clock.now += 17
    assert time.is_up is False
    clock.now += 0.5
    assert time.is_up is True


def test_a_call_takes_what_it_usually_may_and_no_more_than_is_left(clock: Clock) -> None:
    time = TimeLimit(20, clock=clock)

    assert time.of_call(10) == 10
    clock.now += 15
    assert time.of_call(10) == 5
    clock.now += 4
    assert time.of_call(10) == 3


def test_without_a_bound_it_takes_as_long_as_it_takes(clock: Clock) -> None:
    time = TimeLimit(None, clock=clock)
    clock.now += 10_000

    assert time.is_up is False
    assert time.of_call(10) == 10
