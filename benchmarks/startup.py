"""Starting Django: how much later a site is ready with the app, and what that imports."""

from .processes import run_step
from .report import Target, heading, median, table

LIMIT_MS = 40
FORBIDDEN = ("openai", "agents", "chatkit")
"""The SDKs, which only a conversation may import."""

REPORTED = (*FORBIDDEN, "httpx", "rest_framework")


def run(*, quick: bool) -> list[Target]:
    """Measure in fresh processes, with and without the app by turns."""
    rounds = 7 if quick else 21
    times: dict[bool, list[float]] = {False: [], True: []}
    imported: set[str] = set()
    for _round in range(rounds):
        for with_app in (False, True):
            result = run_step("benchmarks.startup_step", {"app": with_app, "watch": REPORTED})
            times[with_app].append(result["seconds"] * 1000)
            if with_app:
                imported |= set(result["imported"])
    heading("django.setup()")
    table(
        ["", "ms"],
        [
            ["without the app", f"{median(times[False]):.1f}"],
            ["with the app", f"{median(times[True]):.1f}"],
        ],
    )
    print(f"  imported by it: {', '.join(sorted(imported)) or 'none'} (of {', '.join(REPORTED)})")
    added = [ours - bare for ours, bare in zip(times[True], times[False], strict=True)]
    targets = [
        Target("django.setup() takes longer by", median(added), "at most", LIMIT_MS, "ms"),
        Target("SDKs imported", len(imported & set(FORBIDDEN)), "exactly", 0, ""),
    ]
    for target in targets:
        print(target.line())
    return targets
