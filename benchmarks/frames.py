"""What a page's main thread did, read from a Chromium trace.

Times are of the thread's own CPU, to which waiting for other processes does not add. Chromium
throttles by making the thread spin, which counts.
"""

import json
from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

CATEGORIES = [
    "-*",
    "blink.user_timing",
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
]
"""What of a trace :func:`read` needs."""

BEGIN, END = "benchmark-begin", "benchmark-end"
"""Names of the ``performance.mark`` between which is measured."""


@dataclass(frozen=True)
class Frames:
    """The frames between the marks.

    Parameters:
        work: Milliseconds of the main thread for each frame that was committed: all its tasks
            since the commit before.
        tasks: Milliseconds of each task.
    """

    work: list[float]
    tasks: list[float]

    def percentile(self, part: float) -> float:
        """The milliseconds that ``part`` of the frames do not exceed."""
        ordered = sorted(self.work) or [0.0]
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def read(trace: bytes) -> Frames:
    """The frames of the page that set both marks.

    Raises:
        KeyError: the trace lacks a mark.
    """
    events: list[dict[str, Any]] = json.loads(trace)["traceEvents"]
    marks = {
        event["name"]: event
        for event in events
        if event["name"] in {BEGIN, END} and event["cat"].startswith("blink.user_timing")
    }
    begin, end = marks[BEGIN], marks[END]
    thread = begin["pid"], begin["tid"]
    own = sorted(
        (
            event
            for event in events
            if (event["pid"], event["tid"]) == thread
            and event["ph"] == "X"
            and begin["ts"] <= event["ts"] <= end["ts"]
        ),
        key=lambda event: event["ts"],
    )
    commits = [event["ts"] for event in own if event["name"] == "Commit"]
    work, tasks, since = [], [], 0.0
    for event in own:
        if event["name"] != "RunTask":
            continue
        tasks.append(event.get("tdur", 0) / 1000)
        since += tasks[-1]
        # A frame ends with the task that hands it to the compositor.
        at = bisect_left(commits, event["ts"])
        if at < len(commits) and commits[at] < event["ts"] + event["dur"]:
            work.append(since)
            since = 0.0
    return Frames(work, tasks)
