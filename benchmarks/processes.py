"""Processes that a benchmark starts: a server, or one step that speaks JSON."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parent.parent


class Server:
    """An application in a process of its own."""

    def __init__(self, application: str, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.serve", application],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.pid = self._process.pid
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())

    def memory(self) -> int:
        """What the process takes, shared pages counted by share, in bytes."""
        return memory_of(self.pid)

    def cpu_seconds(self) -> float:
        """What the process has computed so far: other processes' work does not count (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """Stop it, kindly first."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextlib.contextmanager
def serving(application: str, environment: dict[str, str]) -> Iterator[Server]:
    """A running server, stopped at the end."""
    server = Server(application, environment)
    try:
        yield server
    finally:
        server.stop()


def memory_of(pid: int) -> int:
    """The proportional set size of a process in bytes (Linux)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    raise OSError("This kernel tells no proportional set size.")


def run_step(module: str, job: dict[str, Any], environment: dict[str, str] | None = None) -> Any:
    """Run ``python -m module`` with a JSON job on its input; return the JSON it prints.

    Raises:
        subprocess.CalledProcessError: it failed; what it said is on standard error.
    """
    done = subprocess.run(
        [sys.executable, "-m", module],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        input=json.dumps(job) + "\n",
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def read_job() -> dict[str, Any]:
    """In such a process: the job."""
    return cast("dict[str, Any]", json.loads(sys.stdin.readline()))


def tell(result: Any) -> None:
    """In such a process: answer."""
    print(json.dumps(result), flush=True)
