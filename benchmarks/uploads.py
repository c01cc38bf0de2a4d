"""Memory of a large file on its way in and out, above the idle server's."""

import contextlib
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import httpx

from . import database
from .applications import APPLICATIONS
from .messages import CSRF_TOKEN, SESSION_KEY
from .processes import ROOT, serving
from .report import Target, heading, median, table

MEGABYTE = 1024 * 1024
SIZE = 100 * MEGABYTE
LIMIT = 16
HEAD = b"%PDF-1.7\n"
_ADDRESS = re.compile(r"Listening at: http://[\d.]+:(\d+)")

T = TypeVar("T")
Measured = dict[str, list[float]]


def run(*, quick: bool) -> list[Target]:
    """Send and fetch a file of 100 MB under uvicorn and gunicorn; quickly, once instead of thrice."""
    targets = []
    lines = []
    with database.sqlite(threads=0) as url, tempfile.TemporaryDirectory() as folder:
        environment = {database.VARIABLE: url, "CHATKIT_BENCHMARK_MEDIA": folder}
        large = Path(folder) / "large.pdf"
        _write(large)
        for name, serve in (("uvicorn", _uvicorn), ("gunicorn", _gunicorn)):
            with serve(environment) as (pid, port), _visitor(port) as visitor:
                idle, measured = _measure(pid, visitor, large, rounds=1 if quick else 3)
            for what, peaks in measured.items():
                lines.append([f"{name}, {what}", f"{idle:.1f}", f"{median(peaks):.1f}"])
                targets.append(
                    Target(f"memory of 100 MB, {name}, {what}", max(peaks), "at most", LIMIT, "MB")
                )
    heading("Memory of a file of 100 MB")
    table(["server, way", "idle, MB", "above idle, MB"], lines)
    for target in targets:
        print(target.line())
    return targets


def _write(path: Path) -> None:
    with path.open("wb") as file:
        file.write(HEAD)
        for _ in range(SIZE // MEGABYTE - 1):
            file.write(os.urandom(MEGABYTE))
        file.write(os.urandom(MEGABYTE - len(HEAD)))


def _measure(pid: int, visitor: httpx.Client, large: Path, rounds: int) -> tuple[float, Measured]:
    """The idle server's memory and the peaks above it, after a small file went every way."""
    small = large.with_name("small.pdf")
    small.write_bytes(HEAD)
    for way in (_direct, _two_phases):
        _fetch(visitor, way(visitor, small), len(HEAD))
    idle = _status(pid, "VmRSS")
    measured: Measured = {"one request": [], "two phases": [], "download": []}
    for _ in range(rounds):
        for name, way in (("one request", _direct), ("two phases", _two_phases)):
            peak, attachment_id = _peak(pid, partial(way, visitor, large))
            measured[name].append(peak)
            peak, _ = _peak(pid, partial(_fetch, visitor, attachment_id, SIZE))
            measured["download"].append(peak)
            _operate(visitor, "attachments.delete", attachment_id=attachment_id)
    return idle / MEGABYTE, measured


def _peak(pid: int, work: Callable[[], T]) -> tuple[float, T]:
    """How far the process grew meanwhile, in megabytes, and what was returned."""
    time.sleep(0.2)
    before = _status(pid, "VmRSS")
    Path(f"/proc/{pid}/clear_refs").write_text("5")  # forgets the peak so far
    returned = work()
    return (_status(pid, "VmHWM") - before) / MEGABYTE, returned


def _status(pid: int, name: str) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise OSError(f"This kernel tells no {name}.")


def _direct(visitor: httpx.Client, path: Path) -> str:
    with path.open("rb") as file:
        answer = visitor.post("/chatkit/files", files={"file": ("a.pdf", file, "application/pdf")})
    return str(answer.raise_for_status().json()["id"])


def _two_phases(visitor: httpx.Client, path: Path) -> str:
    size = path.stat().st_size
    announced = _operate(
        visitor, "attachments.create", name="a.pdf", size=size, mime_type="application/pdf"
    )
    target = announced["upload_descriptor"]
    with path.open("rb") as file:
        visitor.request(
            target["method"], target["url"], content=file, headers={"Content-Length": str(size)}
        ).raise_for_status()
    return str(announced["id"])


def _fetch(visitor: httpx.Client, attachment_id: str, size: int) -> None:
    with visitor.stream("GET", f"/chatkit/files/{attachment_id}/content") as answer:
        answer.raise_for_status()
        assert sum(len(chunk) for chunk in answer.iter_bytes()) == size


def _operate(visitor: httpx.Client, kind: str, **params: object) -> dict[str, dict[str, str]]:
    answer = visitor.post("/chatkit/conversation", json={"type": kind, "params": params})
    answered: dict[str, dict[str, str]] = answer.raise_for_status().json()
    return answered


@contextlib.contextmanager
def _visitor(port: int) -> Iterator[httpx.Client]:
    with httpx.Client(
        base_url=f"http://127.0.0.1:{port}",
        cookies={"sessionid": SESSION_KEY, "csrftoken": CSRF_TOKEN},
        headers={"X-CSRFToken": CSRF_TOKEN},
        timeout=120,
    ) as client:
        yield client


@contextlib.contextmanager
def _uvicorn(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    with serving(APPLICATIONS["django-chatkit"], environment) as server:
        yield server.pid, server.port


@contextlib.contextmanager
def _gunicorn(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Its one worker, whose memory counts, and the port."""
    application = "benchmarks.applications.django_wsgi:application"
    options = "--bind 127.0.0.1:0 --worker-class gthread --threads 8 --no-control-socket"
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", application, *options.split()],
        cwd=ROOT,
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    try:
        found = None
        while found is None:
            found = _ADDRESS.search(process.stderr.readline())
        port = int(found[1])
        httpx.get(f"http://127.0.0.1:{port}/chatkit/threads", timeout=60)  # the worker is there
        [worker] = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        yield int(worker), port
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stderr.close()
