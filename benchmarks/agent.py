"""``AgentServer``: what each event of an agent's answer costs, beside ``openai-chatkit`` alone.

The same agent on the same scripted model, on FastAPI with a store in memory and
``stream_agent_response``, and on this app with all that it checks and stores. An answer is asked
for in two lengths: their difference is what the events cost, without what a turn does.
"""

import contextlib
import os
from typing import Any

from . import database
from .applications import FASTAPI, OURS
from .processes import Server, run_step, serving
from .report import Target, heading, median, ratio, table

SHORT, LONG = 200, 1000
"""Parts of an answer."""

TURNS = 5
"""Turns of each stream in one round, in a thread of its own."""

STREAMS = (1, 20)
EVENT_TARGET = 1.2

APPLICATIONS = {
    FASTAPI: "benchmarks.applications.fastapi_agent:application",
    OURS: "benchmarks.applications.django_site:application",
}

Costs = dict[tuple[str, int], list[tuple[float, float, float]]]
"""By application and streams, of each round: ms for a short turn, µs for an event, µs computed."""


def run(*, quick: bool) -> list[Target]:
    """Measure, print, and return what is held to a target."""
    rounds = 3 if quick else 7
    threads = 2 * (2 + rounds) * sum(STREAMS)
    with database.postgres(threads) as url, contextlib.ExitStack() as running:
        ours = {database.VARIABLE: url, "DJANGO_SETTINGS_MODULE": "benchmarks.agent_settings"}
        servers = {
            name: running.enter_context(serving(application, ours if name == OURS else {}))
            for name, application in APPLICATIONS.items()
        }
        costs: Costs = {}
        thread = 0
        for round_ in range(rounds + 1):
            for streams in STREAMS:
                for name, server in servers.items():
                    cost = _cost(server, streams, thread)
                    if round_:  # the first warms up
                        costs.setdefault((name, streams), []).append(cost)
                thread += 2 * streams
    return _report(costs)


def _cost(server: Server, streams: int, thread: int) -> tuple[float, float, float]:
    short = _load(server, streams, SHORT, thread)
    long = _load(server, streams, LONG, thread + streams)
    events = long["events"] - short["events"]
    return (
        1000 * short["seconds"] / TURNS,
        1e6 * (long["seconds"] - short["seconds"]) / events,
        1e6 * (long["cpu"] - short["cpu"]) / events,
    )


def _load(server: Server, streams: int, parts: int, thread: int) -> dict[str, Any]:
    before = server.cpu_seconds()
    job = {
        "port": server.port,
        "streams": streams,
        "turns": TURNS,
        "pace": str(parts),
        "first_thread": thread,
    }
    result: dict[str, Any] = run_step("benchmarks.load", job)
    if result["failures"] or result["events"] < streams * TURNS * parts:
        raise RuntimeError(f"Not every answer came whole: {result}")
    result["cpu"] = server.cpu_seconds() - before
    return result


def _report(costs: Costs) -> list[Target]:
    print(f"  load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    targets = []
    for streams in STREAMS:
        heading(f"An agent's answer, {streams} at once")
        table(
            ["", f"turn of {SHORT} parts, ms", "each event, µs", "of it computing, µs"],
            [
                [
                    name,
                    *(
                        f"{median(figures):.1f}"
                        for figures in zip(*costs[name, streams], strict=True)
                    ),
                ]
                for name in APPLICATIONS
            ],
        )
        theirs, ours = ([cost[1] for cost in costs[name, streams]] for name in (FASTAPI, OURS))
        targets.append(
            Target(
                f"each event of an agent's answer, {streams} at once, ours/FastAPI",
                ratio(ours, theirs),
                "at most",
                EVENT_TARGET,
            )
        )
    for target in targets:
        print(target.line(), flush=True)
    return targets
