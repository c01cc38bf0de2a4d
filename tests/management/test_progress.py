"""What an operator sees while a long command runs."""

import io
from typing import Any

import pytest
from django.core.management.base import OutputWrapper

from django_chatkit.management.progress import Progress


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Seconds that a test turns forward."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def clock() -> Clock:
    return Clock()


def progress(stream: io.StringIO, clock: Clock, **options: Any) -> Progress:
    bar = Progress(OutputWrapper(stream), clock=clock, **options)
    bar.begin("Importing into default")
    return bar


def last_line(stream: io.StringIO) -> str:
    """What the terminal's line shows."""
    return stream.getvalue().rpartition("\r\x1b[K")[2]


def test_a_terminal_shows_a_bar_with_the_share_the_count_the_rate_and_the_time_left(
    clock: Clock,
) -> None:
    terminal = Terminal()
    bar = progress(terminal, clock)
    clock.now += 10

    bar.show(250, "threads", total=1000)

    assert last_line(terminal) == (
        "Importing into default  [######------------------]  25%  250 of 1,000 threads, "
    )
    assert terminal.getvalue().count("\n") == 0


def test_a_wider_terminal_shows_all_of_it(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    terminal = Terminal()
    bar = progress(terminal, clock)
    clock.now += 10

    bar.show(250, "threads", total=1000, note="2,500 items")

    assert last_line(terminal) == (
        "Importing into default  [######------------------]  25%  "
        "250 of 1,000 threads, 2,500 items, 25/s, 0:30 left"
    )


def test_where_the_end_is_not_known_it_shows_the_count_and_the_rate(clock: Clock) -> None:
    terminal = Terminal()
    bar = progress(terminal, clock)
    clock.now += 4

    bar.show(10, "threads", note="31 new items")

    assert last_line(terminal) == "Importing into default  10 threads, 31 new items, 2.5/s"


def test_the_line_is_written_at_most_ten_times_a_second(clock: Clock) -> None:
    terminal = Terminal()
    bar = progress(terminal, clock)

    for done in range(1, 1001):
        clock.now += 0.001
        bar.show(done, "threads", total=1000)

    assert terminal.getvalue().count("\r") == 10


def test_the_bar_is_removed_before_the_command_says_what_it_did(clock: Clock) -> None:
    terminal = Terminal()
    bar = progress(terminal, clock)
    bar.show(1, "threads")

    bar.clear()

    assert last_line(terminal) == ""


def test_each_piece_of_work_has_a_rate_of_its_own(clock: Clock) -> None:
    terminal = Terminal()
    bar = progress(terminal, clock)
    clock.now += 1000
    bar.begin("Mirroring legacy")
    clock.now += 1

    bar.show(20, "threads")

    assert last_line(terminal) == "Mirroring legacy  20 threads, 20/s"


def test_elsewhere_a_line_is_added_every_ten_seconds(clock: Clock) -> None:
    log = io.StringIO()
    bar = progress(log, clock)

    for second in range(1, 26):
        clock.now += 1
        bar.show(second * 20, "threads", total=1000)
    bar.clear()

    assert log.getvalue() == (
        "Importing into default: 20% 200 of 1,000 threads, 20/s, 0:40 left\n"
        "Importing into default: 40% 400 of 1,000 threads, 20/s, 0:30 left\n"
    )


def test_a_terminal_that_cannot_overwrite_gets_lines(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    bar = progress(terminal, clock)
    clock.now += 10

    bar.show(5, "threads")

    assert terminal.getvalue() == "Importing into default: 5 threads, 0.5/s\n"


def test_without_words_there_is_no_progress(clock: Clock) -> None:
    terminal = Terminal()
    bar = progress(terminal, clock, is_wanted=False)
    clock.now += 10

    bar.show(5, "threads", total=10)
    bar.clear()

    assert terminal.getvalue() == ""


def test_hours_are_told_as_such(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    terminal = Terminal()
    bar = progress(terminal, clock)
    clock.now += 10

    bar.show(10, "threads", total=7219)

    assert last_line(terminal).endswith("1.0/s, 2:00:09 left")
