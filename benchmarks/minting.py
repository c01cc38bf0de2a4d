"""Minting client secrets with OpenAI at 100 ms, in one process.

Ours does all that a site needs: Django's session, the user, CSRF, throttle, a row in
PostgreSQL. At 50 visitors, behind the middleware that knowing a visitor takes, it is held against
FastAPI with the async ``openai`` SDK, which does none of that. At 500, behind the middleware of
``startproject``, it is held against an empty view behind the same, which shows what Django itself
allows. Between them stands the least that minting is in Django: a view that knows the visitor and
asks OpenAI, and does nothing else. All servers run at the same time and are asked in turns.
"""

import contextlib
from typing import Any

from . import database
from .applications import OURS
from .messages import CSRF_TOKEN, SESSION_KEY
from .processes import Server, run_step, serving
from .report import Target, heading, median, ratio, table
from .upstream import upstream

FASTAPI, EMPTY = "FastAPI + openai", "empty Django view"
BARE = "Django, bare mint"

UPSTREAM_SECONDS = 0.1
FEW, MANY = 50, 500
TARGETS = {FEW: (FASTAPI, 0.75), MANY: (EMPTY, 0.6)}
"""Visitors at once, what ours is held against, and how many times its throughput ours must be."""

SETTINGS = {FEW: "benchmarks.hosted_settings", MANY: "benchmarks.startproject_settings"}

TAIL = 2.0
"""How many times the median the slowest hundredth may take."""

Results = dict[tuple[str, int], list[dict[str, Any]]]


def request(path: str) -> str:
    """What a visitor's page sends."""
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Accept: application/json\r\nX-CSRFToken: {CSRF_TOKEN}\r\n"
        f"Cookie: sessionid={SESSION_KEY}; csrftoken={CSRF_TOKEN}\r\n"
        "Content-Length: 2\r\n\r\n{}"
    )


def run(*, quick: bool) -> list[Target]:
    """Measure, print, and return what is held to a target."""
    rounds = 1 if quick else 4
    each = {FEW: 10 if quick else 20, MANY: 4}
    results: Results = {}
    with (
        upstream(seconds=UPSTREAM_SECONDS) as base_url,
        database.postgres(0) as url,
        contextlib.ExitStack() as running,
    ):
        openai = {"CHATKIT_BENCHMARK_UPSTREAM": base_url}
        sites = {
            at_once: running.enter_context(
                serving(
                    "benchmarks.applications.django_site:application",
                    {**openai, database.VARIABLE: url, "DJANGO_SETTINGS_MODULE": settings},
                )
            )
            for at_once, settings in SETTINGS.items()
        }
        theirs = running.enter_context(
            serving("benchmarks.applications.fastapi_minting:application", openai)
        )
        asked = {
            at_once: {
                OURS: (site, "/chatkit/sessions"),
                FASTAPI: (theirs, "/chatkit/sessions"),
                EMPTY: (site, "/empty"),
                BARE: (site, "/bare-mint"),
            }
            for at_once, site in sites.items()
        }
        for servers in asked.values():
            for server, path in servers.values():
                _load(server, path, at_once=20, each=5)
        for _round in range(rounds):
            for at_once, servers in asked.items():
                for name, (server, path) in servers.items():
                    result = _load(server, path, at_once=at_once, each=each[at_once])
                    results.setdefault((name, at_once), []).append(result)
        stored = database.stored_sessions(url)
    asked_of_ours = 200 + rounds * sum(at_once * each[at_once] for at_once in TARGETS)
    return _report(results, asked_of_ours - stored)


def _load(server: Server, path: str, *, at_once: int, each: int) -> dict[str, Any]:
    before = server.cpu_seconds()
    result: dict[str, Any] = run_step(
        "benchmarks.requests_load",
        {"port": server.port, "request": request(path), "at_once": at_once, "each": each},
    )
    for failure in result["failures"]:
        print(f"  {failure}", flush=True)
    result["cpu"] = (server.cpu_seconds() - before) / (at_once * each)
    return result


def _report(results: Results, lost: int) -> list[Target]:
    targets = []
    for at_once, (other, limit) in TARGETS.items():
        heading(f"Minting, {at_once} visitors at once")
        shown = [name for name, count in results if count == at_once]
        table(
            ["", "a second", "median, ms", "p99, ms", "CPU, ms"],
            [
                [
                    name,
                    *[
                        f"{scale * median([one[figure] for one in results[name, at_once]]):.{places}f}"
                        for figure, scale, places in (
                            ("per_second", 1, 0),
                            ("median", 1000, 0),
                            ("p99", 1000, 0),
                            ("cpu", 1000, 2),
                        )
                    ],
                ]
                for name in shown
            ],
        )
        ours = results[OURS, at_once]
        held = [
            Target(
                f"mints/s at {at_once}, ours/{other}",
                ratio(
                    [one["per_second"] for one in ours],
                    [one["per_second"] for one in results[other, at_once]],
                ),
                "at least",
                limit,
            ),
            Target(
                f"p99/median at {at_once}",
                ratio([one["p99"] for one in ours], [one["median"] for one in ours]),
                "at most",
                TAIL,
            ),
            Target(f"dropped at {at_once}", sum(one["dropped"] for one in ours), "exactly", 0, ""),
        ]
        for target in held:
            print(target.line(), flush=True)
        targets += held
        print(
            "  by computing alone:"
            f" {ratio([one['cpu'] for one in results[other, at_once]], [one['cpu'] for one in ours]):.2f} ×"
        )
    stored = Target("secrets without their row", lost, "exactly", 0, "")
    print(stored.line(), flush=True)
    return [*targets, stored]
