"""The test project as a running server process, for tests that talk to it over sockets.

::

    with live_site("asgi", CHATKIT_ALLOW_ANONYMOUS=True) as site:
        visitor = site.log_in("alice")
        visitor.post("/chatkit/conversation", json={"type": "threads.list", "params": {}})

A site has a migrated database of its own on whatever ``CHATKIT_TEST_DATABASE`` names. The server
picks a free port itself and says which; the first answer it gives is the handshake, so that
nothing sleeps and no port is guessed.
"""

import contextlib
import functools
import itertools
import json
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

import httpx

from tests import services

Server = Literal["asgi", "wsgi"]

ROOT = Path(__file__).resolve().parent.parent
START_TIMEOUT = 60
"""Seconds a server may take to start; importing the SDKs alone takes some on a busy machine."""
STOP_TIMEOUT = 15
"""Seconds a server may take to stop before it is killed."""

_ADDRESS = re.compile(r"(?:running on|Listening at:) (http://[\d.]+:\d+)")
_numbers = itertools.count(1)


class Visitor(httpx.Client):
    """A browser's session with a site: cookies, and Django's CSRF token on unsafe requests."""

    def __init__(self, base_url: str) -> None:
        super().__init__(
            base_url=base_url, timeout=30, event_hooks={"request": [self._add_csrf_token]}
        )

    @property
    def csrf_token(self) -> str:
        """What a page would send as ``X-CSRFToken``; empty before the site has set one."""
        return self.cookies.get("csrftoken") or ""

    def log_in(self, username: str) -> Self:
        """Log in as ``username``, created if there is none."""
        self.post("/test/log-in", data={"username": username}).raise_for_status()
        return self

    def log_out(self) -> Self:
        """Log out; the cookies stay what the site made of them."""
        self.post("/test/log-out").raise_for_status()
        return self

    def session_headers(self) -> dict[str, str]:
        """``Cookie`` and ``X-CSRFToken``, for clients that write their own bytes."""
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.cookies.jar)
        return {"Cookie": cookies, "X-CSRFToken": self.csrf_token}

    def _add_csrf_token(self, request: httpx.Request) -> None:
        if request.method not in {"GET", "HEAD", "OPTIONS"} and self.csrf_token:
            request.headers.setdefault("X-CSRFToken", self.csrf_token)


class Site:
    """A running site: where it is, what it printed, and how to stop it."""

    def __init__(self, process: "subprocess.Popen[str]", server: Server, database: str) -> None:
        self.process = process
        self.server = server
        self.database = database
        """The URL of its database: another site started with it shares the rows."""
        self.url = ""
        """``http://127.0.0.1:<port>``"""
        self._lines: list[str] = []
        self._address: queue.Queue[str | None] = queue.Queue()
        self._visitors = contextlib.ExitStack()
        self._reader = threading.Thread(target=self._read_output, daemon=True)

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 0

    @property
    def output(self) -> str:
        """All that the server has printed so far."""
        return "".join(self._lines)

    def visitor(self) -> Visitor:
        """Someone with an empty cookie jar, closed with the site."""
        return self._visitors.enter_context(Visitor(self.url))

    def log_in(self, username: str) -> Visitor:
        """Someone logged in as ``username``, created if there is none."""
        return self.visitor().log_in(username)

    def wait_until_ready(self, page: str) -> None:
        """Return when ``page`` answers; raise with the server's output when it does not."""
        self._reader.start()
        try:
            self.url = self._address.get(timeout=START_TIMEOUT) or ""
            httpx.get(f"{self.url}{page}", timeout=START_TIMEOUT).raise_for_status()
        except (queue.Empty, httpx.HTTPError) as error:
            self.stop()
            raise RuntimeError(
                f"The {self.server} site did not start ({error!r}):\n{self.output}"
            ) from error

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop the server (again is allowed) and return its exit status."""
        self._visitors.close()
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            status = self.process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            status = self.process.wait()
        if self._reader.ident is not None:
            self._reader.join(STOP_TIMEOUT)
        return status

    def _read_output(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self._lines.append(line)
                if found := _ADDRESS.search(line):
                    self._address.put(found[1])
        self._address.put(None)


@contextlib.contextmanager
def live_site(
    server: Server = "asgi",
    *,
    database: str | None = None,
    environment: dict[str, str] | None = None,
    arguments: tuple[str, ...] = (),
    **overrides: Any,
) -> Iterator[Site]:
    """Run the test project under uvicorn (``"asgi"``) or gunicorn's gthread (``"wsgi"``).

    ``overrides`` are settings that differ from :mod:`tests.settings`; they travel as JSON, so
    name classes by their path. ``database`` is the URL of another site's database, to have two
    processes on the same rows; without it the site gets one of its own, dropped at the end.
    ``environment`` adds environment variables and ``arguments`` options of the server.
    """
    with contextlib.ExitStack() as stack:
        url = database or stack.enter_context(own_database())
        site = running(
            f"tests.{server}:application",
            server,
            database=url,
            environment=_environment(url, overrides) | (environment or {}),
            arguments=arguments,
        )
        yield stack.enter_context(site)


@contextlib.contextmanager
def running(
    application: str,
    server: Server,
    *,
    database: str,
    environment: dict[str, str],
    folder: Path = ROOT,
    arguments: tuple[str, ...] = (),
    ready: str = "/test/ready",
) -> Iterator[Site]:
    """Run any ``module:application`` from ``folder`` until its page ``ready`` answers."""
    process = subprocess.Popen(
        [sys.executable, "-m", *_command(server, application), *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    site = Site(process, server, database)
    try:
        site.wait_until_ready(ready)
        yield site
    finally:
        site.stop()


def _command(server: Server, application: str) -> list[str]:
    if server == "asgi":
        options = "--host 127.0.0.1 --port 0 --no-access-log --timeout-graceful-shutdown 3"
        return ["uvicorn", application, *options.split()]
    options = "--bind 127.0.0.1:0 --worker-class gthread --threads 64 --graceful-timeout 3"
    options += " --no-control-socket"  # one file for all gunicorns of a user
    return ["gunicorn", application, *options.split()]


def _environment(database: str, overrides: dict[str, Any]) -> dict[str, str]:
    inherited = {key: value for key, value in os.environ.items() if key != "OPENAI_API_KEY"}
    return inherited | {
        "CHATKIT_TEST_DATABASE": database,
        "CHATKIT_TEST_OVERRIDES": json.dumps(overrides),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONUNBUFFERED": "1",
    }


@contextlib.contextmanager
def own_database(engine: str | None = None) -> Iterator[str]:
    """A migrated, empty database: its URL, dropped at the end.

    ``engine`` is ``sqlite`` or a URL of the server; by default, what the suite runs on.
    """
    engine = engine or os.environ.get("CHATKIT_TEST_DATABASE", "sqlite")
    name = f"test_chatkit_{os.getpid()}_live_{next(_numbers)}"
    if engine.startswith("sqlite"):
        with tempfile.TemporaryDirectory(prefix="django-chatkit-live-") as folder:
            path = Path(folder) / f"{name}.sqlite3"
            shutil.copyfile(_migrated_sqlite(), path)
            yield f"sqlite://{path}"
        return
    url = urlsplit(engine)._replace(path=f"/{name}").geturl()
    _administer(engine, f"CREATE DATABASE {name}")
    try:
        _migrate(url)
        yield url
    finally:
        force = " WITH (FORCE)" if engine.startswith("postgres") else ""
        _administer(engine, f"DROP DATABASE {name}{force}")


@functools.cache
def _migrated_sqlite() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="django-chatkit-template-")
    _template_folders.append(folder)
    path = Path(folder.name) / "template.sqlite3"
    _migrate(f"sqlite://{path}")
    return path


_template_folders: list["tempfile.TemporaryDirectory[str]"] = []


def _migrate(url: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env=_environment(url, {}),
        stdin=subprocess.DEVNULL,
        check=True,
    )


def _administer(engine: str, statement: str) -> None:
    """Run one statement outside any transaction, on the database the service's URL names."""
    settings = services.database(engine)
    if engine.startswith("postgres"):
        import psycopg

        with psycopg.connect(engine, autocommit=True) as connection:
            connection.execute(statement.encode())
        return
    import MySQLdb

    with contextlib.closing(
        MySQLdb.connect(
            host=settings["HOST"],
            port=int(settings["PORT"] or 3306),
            user=settings["USER"],
            password=settings["PASSWORD"],
        )
    ) as connection:
        if statement.startswith("CREATE"):
            statement += " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"
        connection.cursor().execute(statement)
