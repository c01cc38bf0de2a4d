"""Lists of threads from the mirror, while OpenAI does not answer, beside a plain DRF list.

Both are asked by turns in one process through Django's whole stack on PostgreSQL. Ours also
throttles, finds the assistant, asks the circuit breaker, and writes OpenAI's shapes.
"""

from . import database
from .processes import run_step
from .report import Target, heading, median, ratio, table

NAMES = {"ours": "GET threads", "theirs": "plain DRF list"}
TARGET = 1.5
SETTINGS = "benchmarks.hosted_settings"


def run(*, quick: bool) -> list[Target]:
    """Measure a page of a few threads and of many, and count the queries of each."""
    targets: list[Target] = []
    counts = (25, 1_000 if quick else 20_000)
    with database.postgres(0) as url:
        results = run_step(
            "benchmarks.listing_step",
            {"threads": counts, "rounds": 8 if quick else 30, "each": 10},
            {database.VARIABLE: url, "DJANGO_SETTINGS_MODULE": SETTINGS},
        )
    for threads, result in results.items():
        heading(f"A page of 20 of {int(threads):,} threads")
        table(
            ["", "ms", "CPU, ms", "queries"],
            [
                [
                    name,
                    f"{1000 * median(result[key]['seconds']):.2f}",
                    f"{1000 * median(result[key]['cpu']):.2f}",
                    str(result[key]["queries"]),
                ]
                for key, name in NAMES.items()
            ],
        )
        held = [
            Target(
                f"a page of {int(threads):,} threads, {kind}, ours/plain",
                ratio(result["ours"][figure], result["theirs"][figure]),
                "at most",
                TARGET,
            )
            for kind, figure in (("time", "seconds"), ("CPU", "cpu"))
        ]
        for target in held:
            print(target.line(), flush=True)
        targets += held
    few, many = (result["ours"]["queries"] for result in results.values())
    constant = Target("queries that more threads add", many - few, "exactly", 0, "")
    print(constant.line(), flush=True)
    return [*targets, constant]
