"""A bound on work of several calls, for somebody who waits."""

import time
from collections.abc import Callable

CALL_SECONDS = 3.0
"""With less time left than this, no call is begun: it would be cut off and look like a failure."""


class TimeLimit:
    """So many seconds from now.

    Parameters:
        seconds: How many; ``None`` is as long as it takes.
        clock: Seconds that only go forward.
    """

    def __init__(
        self, seconds: float | None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._clock = clock
        self._end = None if seconds is None else clock() + seconds

    @property
    def is_up(self) -> bool:
        """Whether there is no time for another call."""
        return self._end is not None and self._end - self._clock() < CALL_SECONDS

    def of_call(self, usual: float) -> float:
        """Seconds that a call may take which usually may take ``usual``."""
        if self._end is None:
            return usual
        return min(usual, max(self._end - self._clock(), CALL_SECONDS))
