"""Queries of a follow-up text turn, by the length of the thread."""

from . import database
from .processes import run_step
from .report import Target, heading, table

LENGTHS = (2, 200, 20_000)
LIMIT = 9


def run(*, quick: bool) -> list[Target]:
    """Count them on PostgreSQL; quickly or not, it is one turn for each length."""
    with database.postgres(threads=len(LENGTHS)) as url:
        counted = run_step(
            "benchmarks.queries_step", {"lengths": LENGTHS}, {database.VARIABLE: url}
        )
    counts = [len(found) for found in counted]
    heading("Queries of a follow-up turn")
    table(
        ["items in the thread", "queries"],
        [[f"{length:,}", str(count)] for length, count in zip(LENGTHS, counts, strict=True)],
    )
    for number, statement in enumerate(counted[0], start=1):
        print(f"  {number}. {statement}")
    targets = [
        Target("queries of a follow-up turn", max(counts), "at most", LIMIT, ""),
        Target("more of them in a long thread", max(counts) - min(counts), "exactly", 0, ""),
    ]
    for target in targets:
        print(target.line())
    return targets
