"""How far a long command is: a bar on a terminal, a line now and then elsewhere."""

import os
import shutil
import time
from collections.abc import Callable

from django.core.management.base import OutputWrapper

REDRAW_SECONDS = 0.1
"""A terminal's line is written again at most so often."""

LINE_SECONDS = 10.0
"""Between two lines where nobody watches, such as in the mail of a cron job."""

BAR_WIDTH = 24


class Progress:
    """What is being done, how much of it is done, and how fast.

    On a terminal it is one line that is overwritten; elsewhere a line is added every ten
    seconds, so that short runs say nothing and long ones can be followed in a log.

    Parameters:
        stream: Where it is written.
        is_wanted: Whether it is written at all: ``--verbosity 0`` wants nothing.
        clock: Seconds that only go forward.
    """

    def __init__(
        self,
        stream: OutputWrapper,
        *,
        is_wanted: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._is_wanted = is_wanted
        self._is_terminal = stream.isatty() and os.environ.get("TERM") != "dumb"
        self._clock = clock
        self._is_drawn = False
        self.begin("")

    def begin(self, what: str) -> None:
        """Go over to another piece of work, such as ``"Importing"``."""
        self._what = what
        self._began_at = self._clock()
        self._written_at = self._began_at - (REDRAW_SECONDS if self._is_terminal else 0)

    def show(self, done: int, unit: str, *, total: int | None = None, note: str = "") -> None:
        """Say how far it is, if it is time to.

        Parameters:
            done: How many are done.
            unit: What is counted, in the plural.
            total: How many there are; ``None`` if that is not known.
            note: What else is worth knowing.
        """
        now = self._clock()
        if not self._is_wanted or now - self._written_at < self._pause:
            return
        self._written_at = now
        seconds = now - self._began_at
        rate = done / seconds if seconds > 0 else 0
        parts = [f"{done:,} {unit}" if total is None else f"{done:,} of {total:,} {unit}"]
        if note:
            parts.append(note)
        if rate:
            parts.append(f"{rate:,.0f}/s" if rate >= 10 else f"{rate:.1f}/s")
        if total and rate:
            parts.append(f"{_clock_time((total - done) / rate)} left")
        text = ", ".join(parts)
        share = min(done / total, 1) if total else None
        if not self._is_terminal:
            self._stream.write(f"{self._what}: {'' if share is None else f'{share:.0%} '}{text}")
            return
        bar = "" if share is None else f"[{_bar(share)}] {share:4.0%}  "
        # A line that wraps could not be overwritten.
        columns = shutil.get_terminal_size().columns
        self._write(f"\r\x1b[K{f'{self._what}  {bar}{text}'[: columns - 1]}")
        self._is_drawn = True

    def clear(self) -> None:
        """Remove the bar, so that what follows begins at the margin."""
        if self._is_drawn:
            self._write("\r\x1b[K")
            self._is_drawn = False

    @property
    def _pause(self) -> float:
        return REDRAW_SECONDS if self._is_terminal else LINE_SECONDS

    def _write(self, text: str) -> None:
        self._stream.write(text, str, "")
        self._stream.flush()


def _bar(share: float) -> str:
    full = round(share * BAR_WIDTH)
    return "#" * full + "-" * (BAR_WIDTH - full)


def _clock_time(seconds: float) -> str:
    """``1:05`` or ``2:00:09``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
