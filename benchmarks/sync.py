"""``chatkit_sync`` of 10,000 threads with 100,000 items, against only reading them.

OpenAI answers in 20 ms and is asked by eight at a time. Both ask for the same pages; the bare
client throws away what ``chatkit_sync`` compares with the database and writes there.
"""

from . import database
from .processes import run_step
from .report import Target, heading, median, ratio, table
from .upstream import upstream

UPSTREAM_SECONDS = 0.02
CONCURRENCY = 8
NAMES = {"read": "bare client", "sync": "chatkit_sync", "again": "chatkit_sync, nothing new"}

SPEED = 0.7
"""How many times the bare client's threads per second a sync must read."""

GROWTH = 1.1
"""How many times its memory after a tenth of the work a sync may have at the end."""


def run(*, quick: bool) -> list[Target]:
    """Measure in processes of their own, by turns."""
    threads, rounds = (1_000, 1) if quick else (10_000, 2)
    results: dict[str, list[dict[str, float]]] = {}
    with upstream(seconds=UPSTREAM_SECONDS, threads=threads) as base_url:
        for _round in range(rounds):
            with database.postgres(0) as url:
                for mode in NAMES:
                    job = {"mode": mode, "base_url": base_url, "concurrency": CONCURRENCY}
                    result = run_step(
                        "benchmarks.sync_step",
                        {**job, "threads": threads},
                        {database.VARIABLE: url, "DJANGO_SETTINGS_MODULE": "benchmarks.settings"},
                    )
                    results.setdefault(mode, []).append(result)
                stored = database.stored_items(url)
    heading(f"{threads:,} threads with {10 * threads:,} items, {CONCURRENCY} requests at a time")
    table(
        ["", "threads/s", "CPU, ms/thread", "MB at a tenth", "MB at the end"],
        [
            [
                name,
                f"{median([one['per_second'] for one in results[mode]]):.0f}",
                f"{median([one['cpu'] for one in results[mode]]) * 1000:.2f}",
                f"{median([one['early'] for one in results[mode]]):.0f}",
                f"{median([one['late'] for one in results[mode]]):.0f}",
            ]
            for mode, name in NAMES.items()
        ],
    )
    speeds = {mode: [one["per_second"] for one in found] for mode, found in results.items()}
    targets = [
        Target(f"{NAMES[mode]}/bare client", ratio(speeds[mode], speeds["read"]), "at least", SPEED)
        for mode in ("sync", "again")
    ]
    targets += [
        Target(
            f"memory of {NAMES[mode]}, end/a tenth",
            ratio([one["late"] for one in results[mode]], [one["early"] for one in results[mode]]),
            "at most",
            GROWTH,
        )
        for mode in ("sync", "again")
    ]
    targets.append(Target("items missing", 10 * threads - stored, "exactly", 0, ""))
    for target in targets:
        print(target.line(), flush=True)
    return targets
