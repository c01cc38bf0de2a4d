"""Turns: first byte, events per second and memory per open stream, beside what is underneath.

Four applications give the same answer of :data:`~benchmarks.messages.EVENTS` events. The last
two run the same agent on ``openai-chatkit``: FastAPI with a store in memory and nothing else,
and this app with session, log-in, CSRF, scope check, lease and storage in PostgreSQL. All of
them run at the same time and are asked in turns, so that what disturbs one disturbs all.
"""

import contextlib
import json
import os
import subprocess
import sys
from typing import Any

from . import database
from .applications import APPLICATIONS, FASTAPI, OURS
from .messages import AT_ONCE, EVENTS, ONE_BY_ONE, WAIT
from .processes import ROOT, Server, run_step, serving
from .report import Target, heading, median, ratio, table

THREADS = 1100

STREAMS = {1: 1.3, 100: 1.1, 500: 1.0}
"""Concurrent streams, and how many times FastAPI's events per second ours must be."""

TURNS = {1: 40, 100: 2, 500: 1}
"""Turns of each stream in one round."""

BARE_TURN = "Django, bare turn"
"""The least that a stored turn is in Django; see :mod:`benchmarks.bare_turn`."""

MEASURED = {**APPLICATIONS, BARE_TURN: APPLICATIONS[OURS]}

SETTINGS = {OURS: "benchmarks.settings", BARE_TURN: "benchmarks.bare_turn_settings"}

FIRST_BYTE_TARGET = 1.5
MEMORY_TARGET = 1.4

CONNECTIONS_TARGET = 16
"""The pool's size: what open streams may hold of PostgreSQL, however many they are."""

Results = dict[tuple[str, str, int], list[dict[str, Any]]]


def run(*, quick: bool) -> list[Target]:
    """Measure, print, and return what is held to a target."""
    print(f"  load of this machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with database.postgres(THREADS) as url:
        environment = {database.VARIABLE: url}
        return [
            *_speed(
                url,
                environment,
                counts=(1, 100) if quick else (1, 100, 500),
                rounds=2 if quick else 5,
            ),
            *_memory(url, environment, streams=200 if quick else 1000, rounds=1 if quick else 3),
        ]


def _environment(name: str, environment: dict[str, str]) -> dict[str, str]:
    if name not in SETTINGS:
        return {}
    return {**environment, "DJANGO_SETTINGS_MODULE": SETTINGS[name]}


def _speed(
    url: str, environment: dict[str, str], *, counts: tuple[int, ...], rounds: int
) -> list[Target]:
    results: Results = {}
    turns = 0
    with contextlib.ExitStack() as running:
        servers = {
            name: running.enter_context(serving(application, _environment(name, environment)))
            for name, application in MEASURED.items()
        }
        for server in servers.values():
            _load(server, streams=20, turns=2, pace=AT_ONCE)
            turns += 40
        for _round in range(rounds):
            for streams in counts:
                for pace in (AT_ONCE, ONE_BY_ONE):
                    for name, server in servers.items():
                        result = _load(server, streams=streams, turns=TURNS[streams], pace=pace)
                        results.setdefault((name, pace, streams), []).append(result)
    asked = 40 * len(SETTINGS) + sum(
        len(measured) * streams * TURNS[streams]
        for (name, _, streams), measured in results.items()
        if name in SETTINGS
    )
    if database.stored_items(url) != 2 * asked:
        raise RuntimeError(f"{database.stored_items(url)} items of {asked} turns were stored.")
    return _report_speed(results, counts)


def _load(server: Server, *, streams: int, turns: int, pace: str) -> dict[str, Any]:
    before = server.cpu_seconds()
    result: dict[str, Any] = run_step(
        "benchmarks.load",
        {
            "port": server.port,
            "streams": streams,
            "turns": turns,
            "pace": pace,
            "first_thread": 0,
        },
    )
    if result["failures"] or result["events"] != streams * turns * EVENTS:
        raise RuntimeError(f"Not every answer came whole: {result}")
    result["cpu"] = server.cpu_seconds() - before
    return result


def _per_cpu_second(results: Results, name: str, pace: str, streams: int) -> float:
    """Events for each second that the server computed, all rounds together.

    What is left of the comparison on a machine that others use too: time spent waiting for a
    processor, or for the database, is not in it.
    """
    found = results[name, pace, streams]
    return float(sum(one["events"] for one in found) / (sum(one["cpu"] for one in found) or 0.01))


def _rates(results: Results, name: str, pace: str, streams: int) -> list[float]:
    return [found["events"] / found["seconds"] for found in results[name, pace, streams]]


def _first_bytes(results: Results, name: str, pace: str) -> list[float]:
    return [found["first_byte"] * 1000 for found in results[name, pace, 1]]


def _report_speed(results: Results, counts: tuple[int, ...]) -> list[Target]:
    targets: list[Target] = []
    for pace in (ONE_BY_ONE, AT_ONCE):
        heading(f"Turns of {EVENTS} events, agent yields {pace}")
        table(
            ["", "first byte, ms", *[f"events/s at {streams}" for streams in counts]],
            [
                [
                    name,
                    f"{median(_first_bytes(results, name, pace)):.2f}",
                    *[f"{median(_rates(results, name, pace, count)):,.0f}" for count in counts],
                ]
                for name in MEASURED
            ],
        )
        print("  events for each second of the server's own computing:")
        table(
            ["", "undisturbed first byte, ms", *[f"at {streams}" for streams in counts]],
            [
                [
                    name,
                    f"{1000 * min(r['first_byte_undisturbed'] for r in results[name, pace, 1]):.2f}",
                    *[f"{_per_cpu_second(results, name, pace, count):,.0f}" for count in counts],
                ]
                for name in MEASURED
            ],
        )
        computing = [
            _per_cpu_second(results, OURS, pace, count)
            / _per_cpu_second(results, FASTAPI, pace, count)
            for count in counts
        ]
        print(
            "  ours/FastAPI, by computing alone:",
            ", ".join(
                f"{figure:.2f} × at {count}"
                for figure, count in zip(computing, counts, strict=True)
            ),
        )
        held = [
            Target(
                f"first byte, agent yields {pace}, ours/FastAPI",
                ratio(_first_bytes(results, OURS, pace), _first_bytes(results, FASTAPI, pace)),
                "at most",
                FIRST_BYTE_TARGET,
            ),
            *[
                Target(
                    f"events/s at {streams}, agent yields {pace}, ours/FastAPI",
                    ratio(
                        _rates(results, OURS, pace, streams),
                        _rates(results, FASTAPI, pace, streams),
                    ),
                    "at least",
                    STREAMS[streams],
                )
                for streams in counts
            ],
        ]
        _print(held)
        targets += held
    return targets


def _print(targets: list[Target]) -> None:
    for target in targets:
        print(target.line(), flush=True)


def _memory(url: str, environment: dict[str, str], *, streams: int, rounds: int) -> list[Target]:
    held: dict[str, list[float]] = {name: [] for name in APPLICATIONS}
    dropped = 0
    most_connections = 0
    for _round in range(rounds):
        for name, application in APPLICATIONS.items():
            with serving(application, _environment(name, environment)) as server:
                _load(server, streams=20, turns=2, pace=ONE_BY_ONE)
                before = server.memory()
                with _waiting(server, streams) as open_streams:
                    held[name].append((server.memory() - before) / streams / 1000)
                    if name == OURS:
                        most_connections = max(most_connections, database.connections(url))
                dropped += streams - open_streams["open"]
    heading(f"{streams:,} open streams that wait for their agent")
    table(
        ["", "kB for each"],
        [[name, f"{median(figures):.1f}"] for name, figures in held.items()],
    )
    targets = [
        Target(
            "memory of a waiting stream, ours/FastAPI",
            ratio(held[OURS], held[FASTAPI]),
            "at most",
            MEMORY_TARGET,
        ),
        Target("streams dropped", dropped, "exactly", 0, ""),
        Target(
            "database connections of all waiting streams",
            most_connections,
            "at most",
            CONNECTIONS_TARGET,
            "",
        ),
    ]
    _print(targets)
    return targets


@contextlib.contextmanager
def _waiting(server: Server, streams: int) -> Any:
    """Hold so many streams open; what is yielded tells afterwards how many still were."""
    job = {
        "port": server.port,
        "streams": streams,
        "turns": 1,
        "pace": WAIT,
        "first_thread": 50,
    }
    visitors = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.load"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert visitors.stdin is not None
    assert visitors.stdout is not None
    visitors.stdin.write(json.dumps(job) + "\n")
    visitors.stdin.flush()
    waiting = json.loads(visitors.stdout.readline())["waiting"]
    if waiting != streams:
        print(f"  only {waiting} of {streams} streams came to wait", flush=True)
    result: dict[str, Any] = {}
    yield result
    visitors.stdin.write("\n")
    visitors.stdin.flush()
    result.update(json.loads(visitors.stdout.readline()))
    visitors.wait()
