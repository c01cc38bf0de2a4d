"""Databases of a benchmark's own: created, filled, and dropped."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from .processes import run_step

POSTGRES_URL = os.environ.get(
    "CHATKIT_BENCHMARK_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres"
)
VARIABLE = "CHATKIT_BENCHMARK_DATABASE"


@contextlib.contextmanager
def postgres(threads: int) -> Iterator[str]:
    """The URL of a new PostgreSQL database with a visitor and so many threads."""
    import psycopg

    name = f"chatkit_benchmark_{os.getpid()}"
    parts = urlsplit(POSTGRES_URL)
    with psycopg.connect(POSTGRES_URL, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        url = urlunsplit(parts._replace(path=f"/{name}"))
        run_step("benchmarks.seed", {"threads": threads}, {VARIABLE: url})
        yield url
    finally:
        with psycopg.connect(POSTGRES_URL, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextlib.contextmanager
def sqlite(threads: int) -> Iterator[str]:
    """The URL of a new SQLite file with a visitor and so many threads."""
    with tempfile.TemporaryDirectory(prefix="chatkit-benchmark-") as folder:
        url = f"sqlite:///{Path(folder) / 'db.sqlite3'}"
        run_step("benchmarks.seed", {"threads": threads}, {VARIABLE: url})
        yield url


def connections(url: str) -> int:
    """How many connections others have to a PostgreSQL database."""
    import psycopg

    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchone()
    return int(row[0]) if row else 0


def stored_items(url: str) -> int:
    """How many items a PostgreSQL database holds."""
    import psycopg

    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*) FROM django_chatkit_chatthreaditem").fetchone()
    return int(row[0]) if row else 0


def stored_sessions(url: str) -> int:
    """How many sessions of hosted and self-hosted assistants a PostgreSQL database holds."""
    import psycopg

    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*) FROM django_chatkit_chatsession").fetchone()
    return int(row[0]) if row else 0
