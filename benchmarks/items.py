"""Pages of a thread with a million items, against a keyset query without Django's ORM."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from . import database
from .processes import run_step
from .report import Target, heading, median, ratio, table

DATABASES: dict[str, tuple[Callable[[int], contextlib.AbstractContextManager[str]], float]] = {
    "SQLite": (database.sqlite, 9),
    "PostgreSQL": (database.postgres, 4),
}
"""Each with how many times a raw query's cost a page may take."""

PAGE = 20
NOISE = 1.25
"""How many times page 1 the farthest page may take: what a busy machine adds by itself."""


def run(*, quick: bool) -> list[Target]:
    """Measure both databases, both orders, the first page and the farthest."""
    items = 100_000 if quick else 1_000_000
    job = {"items": items, "page": PAGE, "rounds": 60 if quick else 200}
    return [target for name in DATABASES for target in _measure(name, job)]


def _measure(name: str, job: dict[str, Any]) -> Iterator[Target]:
    opened, limit = DATABASES[name]
    with opened(1) as url:
        results = run_step("benchmarks.items_step", job, {database.VARIABLE: url})
    last = job["items"] // job["page"]
    heading(f"A page of {job['page']} of {job['items']:,} items on {name}")
    table(
        ["", "DjangoStore, ms", "raw keyset, ms"],
        [
            [label, f"{median(result['store']):.3f}", f"{median(result['raw']):.3f}"]
            for label, result in results.items()
        ],
    )
    targets = []
    for order in ("asc", "desc"):
        first, farthest = results[f"{order}, page 1"], results[f"{order}, page {last:,}"]
        targets += [
            Target(
                f"{name}, {order}, page {last:,}, store/raw",
                ratio(farthest["store"], farthest["raw"]),
                "at most",
                limit,
            ),
            Target(
                # Page 2 is the first that looks its cursor up, as every later one does.
                f"{name}, {order}, page {last:,} / page 2",
                ratio(farthest["store"], results[f"{order}, page 2"]["store"]),
                "at most",
                NOISE,
            ),
            Target(
                f"{name}, {order}, page 1, store/raw",
                ratio(first["store"], first["raw"]),
                "at most",
                limit,
            ),
        ]
    for target in targets:
        print(target.line())
    yield from targets
