"""The client of OpenAI's API beside the ``openai`` SDK: CPU of a call, start, lost slots."""

from typing import Any

from .processes import run_step
from .report import Target, heading, median, ratio, table
from .upstream import upstream

STEP = "benchmarks.hosted_client_step"
NAMES = ("ours", "openai")
MODES = {"sync": 1, "async, 1 at once": 1, "async, 50 at once": 50, "async, 500 at once": 500}
CANCELLED = 1500


def run(*, quick: bool) -> list[Target]:
    """Measure in fresh processes, ours and theirs by turns."""
    rounds, calls = (1, 500) if quick else (5, 2000)
    figures: dict[tuple[str, str], list[float]] = {}

    def note(what: str, name: str, figure: float) -> None:
        figures.setdefault((what, name), []).append(figure)

    with upstream() as base_url:
        for _round in range(rounds):
            for name in NAMES:
                job: dict[str, Any] = {"client": name, "base_url": base_url, "calls": calls}
                result = run_step(STEP, {**job, "mode": "import"})
                note("start, ms", name, result["seconds"] * 1000)
                note("memory, MB", name, result["megabytes"])
                for mode, at_once in MODES.items():
                    kind = mode.partition(",")[0]
                    result = run_step(STEP, {**job, "mode": kind, "at_once": at_once})
                    note(f"{mode}, µs", name, result["cpu"] * 1e6)
        lost = run_step(
            STEP, {"mode": "cancel", "base_url": base_url, "calls": CANCELLED, "at_once": 50}
        )["lost"]
    heading("sessions.create: CPU of a call, and a client's start")
    kinds = list(dict.fromkeys(what for what, _name in figures))
    table(
        ["", *NAMES, "ratio"],
        [
            [
                what,
                *[f"{median(figures[what, name]):.0f}" for name in NAMES],
                f"{ratio(figures[what, 'ours'], figures[what, 'openai']):.2f}",
            ]
            for what in kinds
        ],
    )
    limits = {"start, ms": 0.2, "memory, MB": 0.4, "sync, µs": 0.55}
    targets = [
        Target(
            what,
            ratio(figures[what, "ours"], figures[what, "openai"]),
            "at most",
            limits.get(what, 0.65),
        )
        for what in kinds
    ]
    targets.append(Target(f"slots lost of {CANCELLED} cancelled", lost, "exactly", 0, ""))
    for target in targets:
        print(target.line())
    return targets
