"""What the suite runs on: databases and caches, named by URL.

Tests that need a service ask :func:`reachable` first. A missing one is a skip on a developer's
machine and a failure where ``CHATKIT_TEST_REQUIRE=all`` says that everything must be there.
"""

import atexit
import functools
import os
import socket
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

POSTGRES_URL = os.environ.get(
    "CHATKIT_TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres"
)
MARIADB_URL = os.environ.get("CHATKIT_TEST_MARIADB_URL", "mysql://root@127.0.0.1:3306/mysql")
REDIS_URL = os.environ.get("CHATKIT_TEST_REDIS_URL", "redis://127.0.0.1:6379/0")

ENGINES = {
    "postgres": "django.db.backends.postgresql",
    "postgresql": "django.db.backends.postgresql",
    "mysql": "django.db.backends.mysql",
    "mariadb": "django.db.backends.mysql",
}


def everything_required() -> bool:
    """Whether a missing browser, database or cache fails the run instead of skipping tests."""
    return os.environ.get("CHATKIT_TEST_REQUIRE") == "all"


def sqlite(path: Path) -> dict[str, Any]:
    """A SQLite file that several threads and processes can write to.

    ``IMMEDIATE`` takes the write lock when a transaction starts, so that a writer waits for
    ``timeout`` seconds instead of failing half-way; WAL lets readers go on meanwhile.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        "TEST": {"NAME": str(path)},
    }


def database(url: str) -> dict[str, Any]:
    """Django's settings for the database at ``url``; ``"sqlite"`` is a file of this process."""
    if url == "sqlite":
        folder = Path(tempfile.gettempdir()) / f"django-chatkit-tests-{os.getuid()}"
        folder.mkdir(mode=0o700, exist_ok=True)
        return sqlite(folder / f"test-{os.getpid()}.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(parts.path))
    settings: dict[str, Any] = {
        "ENGINE": ENGINES[parts.scheme],
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "TEST": {"NAME": f"test_chatkit_{os.getpid()}"},
    }
    if settings["ENGINE"].endswith("mysql"):
        settings["OPTIONS"] = {"charset": "utf8mb4"}
        settings["TEST"] |= {"CHARSET": "utf8mb4", "COLLATION": "utf8mb4_unicode_ci"}
    return settings


def cache(url: str) -> dict[str, Any]:
    """Django's settings for the cache at ``url``; ``"locmem"`` is this process's memory."""
    if url == "locmem":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": url,
        "KEY_PREFIX": f"test-chatkit-{os.getpid()}",
    }


@functools.cache
def media_folder() -> Path:
    """Where uploaded files go: one folder for this run and the sites it starts."""
    inherited = os.environ.get("CHATKIT_TEST_MEDIA")
    if inherited is not None:
        return Path(inherited)
    folder = tempfile.TemporaryDirectory(prefix="django-chatkit-media-")
    atexit.register(folder.cleanup)
    os.environ["CHATKIT_TEST_MEDIA"] = folder.name
    return Path(folder.name)


def reachable(url: str) -> bool:
    """Whether something listens at the host and port of ``url``."""
    parts = urlsplit(url)
    if not parts.hostname or not parts.port:
        return False
    try:
        socket.create_connection((parts.hostname, parts.port), timeout=2).close()
    except OSError:
        return False
    return True
