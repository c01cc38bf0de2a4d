"""A line that says how far a command is, where somebody watches."""

import time

from django.core.management.base import OutputWrapper

INTERVAL = 0.1


class ProgressLine:
    """Overwrites one line of a terminal; elsewhere it is silent.

    Parameters:
        stream: Where the line goes.
        is_wanted: Whether it is written at all.
    """

    def __init__(self, stream: OutputWrapper, *, is_wanted: bool = True) -> None:
        self._stream = stream
        self._is_shown = is_wanted and stream.isatty()
        self._written_at = 0.0

    def show(self, text: str) -> None:
        """Replace the line, at most ten times a second."""
        now = time.monotonic()
        if self._is_shown and now - self._written_at >= INTERVAL:
            self._written_at = now
            self._stream.write(f"\r\x1b[K{text}", str, "")
            self._stream.flush()

    def clear(self) -> None:
        """Remove the line."""
        if self._is_shown:
            self._stream.write("\r\x1b[K", str, "")
            self._stream.flush()
