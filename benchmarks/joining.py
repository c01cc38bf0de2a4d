"""Joining a running answer: from the request to its first event."""

import http.client
import statistics
import time
from typing import Any

from . import database
from .messages import CSRF_TOKEN, SESSION_KEY, WAIT, follow_up, thread_id
from .processes import Server, serving
from .report import Target, heading, table

JOINS = 100
MOST_MS = 200.0

HEADERS = {
    "Cookie": f"sessionid={SESSION_KEY}; csrftoken={CSRF_TOKEN}",
    "X-CSRFToken": CSRF_TOKEN,
}


def run(*, quick: bool) -> list[Target]:
    """Begin an answer that waits, leave it, and join it again and again."""
    joins = JOINS // 5 if quick else JOINS
    with database.postgres(threads=1) as url:
        environment = {
            database.VARIABLE: url,
            "DJANGO_SETTINGS_MODULE": "benchmarks.joining_settings",
        }
        with serving("benchmarks.applications.django_site:application", environment) as server:
            _begin(server)
            _join(server)  # imports what it needs
            times = [_join(server) for _ in range(joins)]
            _stop(server)
    heading("Joining a running answer")
    table(
        ["", "ms"],
        [["median", f"{statistics.median(times):.1f}"], ["worst", f"{max(times):.1f}"]],
    )
    target = Target("joining a running answer, worst", max(times), "at most", MOST_MS, "ms")
    print(target.line())
    return [target]


def _connection(server: Server) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)


def _begin(server: Server) -> None:
    """Ask, read to the first part of the answer, and hang up."""
    head, _, body = follow_up(0, WAIT).partition(b"\r\n\r\n")
    fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
    connection = _connection(server)
    while True:
        try:
            connection.connect()
            break
        except ConnectionRefusedError:  # it has a port, and does not listen yet
            time.sleep(0.05)
    connection.request("POST", "/chatkit/conversation", body, fields)
    _until(connection.getresponse(), b"text_delta")
    connection.close()


def _join(server: Server) -> float:
    """Milliseconds from the request, a new connection included, to the first event."""
    begun = time.perf_counter()
    connection = _connection(server)
    connection.request("GET", f"/chatkit/threads/{thread_id(0)}/stream", headers=HEADERS)
    response = connection.getresponse()
    if response.status != 200:
        raise RuntimeError(f"There was nothing to join: {response.status}")
    _until(response, b"data: ")
    taken = 1000 * (time.perf_counter() - begun)
    connection.close()
    return taken


def _stop(server: Server) -> None:
    connection = _connection(server)
    connection.request("POST", f"/chatkit/threads/{thread_id(0)}/stop", headers=HEADERS)
    connection.getresponse().read()
    connection.close()


def _until(response: Any, mark: bytes) -> None:
    read = b""
    while mark not in read:
        chunk = response.read1(65536)
        if not chunk:
            raise RuntimeError(f"The answer ended: {read[-500:]!r}")
        read += chunk
