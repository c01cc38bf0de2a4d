"""One process that lists threads through Django's whole stack.

A job is ``{"threads", "rounds", "each"}``: how many threads there are, one after the other, how
often to measure, and how many requests are measured together.
"""

import io
import sys
import time
from datetime import timedelta
from typing import Any

from .messages import SESSION_KEY
from .processes import read_job, tell
from .seed import set_up

PATHS = {"ours": "/chatkit/threads", "theirs": "/rows"}


class Site:
    """The site as WSGI, without a server."""

    def __init__(self) -> None:
        from django.core.wsgi import get_wsgi_application

        self._application: Any = get_wsgi_application()

    def get(self, path: str) -> bytes:
        """The body of a page, as who is logged in gets it."""
        statuses: list[str] = []
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "SCRIPT_NAME": "",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_ACCEPT": "application/json",
            "HTTP_COOKIE": f"sessionid={SESSION_KEY}",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
        }
        response = self._application(environ, lambda status, _headers: statuses.append(status))
        body = b"".join(response)
        response.close()
        if statuses != ["200 OK"]:
            raise RuntimeError(f"{path}: {statuses} {body!r}")
        return body


def fill(threads: int) -> None:
    """Have so many mirrored threads of the visitor's."""
    from django.contrib.auth import get_user_model
    from django.utils import timezone

    from django_chatkit.adapter import get_adapter
    from django_chatkit.models import ChatThread

    user = get_user_model().objects.get()
    scope, now = get_adapter().get_user_scope(user), timezone.now()
    known = ChatThread.objects.count()
    ChatThread.objects.bulk_create(
        (
            ChatThread(
                id=f"cthr_{number:032x}",
                scope=scope,
                user=user,
                assistant="default",
                is_mirror=True,
                title=f"Conversation {number}",
                created_at=now + timedelta(seconds=number),
                synced_at=now,
                payload={"status": {"type": "active"}},
            )
            for number in range(known, threads)
        ),
        batch_size=1000,
    )


def queries(site: Site, path: str) -> int:
    """How many queries a page takes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        site.get(path)
    return len(captured)


def measure(site: Site, rounds: int, each: int) -> dict[str, Any]:
    """Seconds and CPU seconds of a page of both, by turns."""
    results: dict[str, Any] = {
        name: {"seconds": [], "cpu": [], "queries": queries(site, path)}
        for name, path in PATHS.items()
    }
    for _round in range(rounds):
        for name, path in PATHS.items():
            wall, cpu = time.perf_counter(), time.process_time()
            for _ in range(each):
                site.get(path)
            results[name]["seconds"].append((time.perf_counter() - wall) / each)
            results[name]["cpu"].append((time.process_time() - cpu) / each)
    return results


def main() -> None:
    """Read a job and do it."""
    job = read_job()
    set_up()
    from django.core.signals import request_finished
    from django.db import close_old_connections, connection

    # As a server with persistent connections: connecting is not what is measured.
    request_finished.disconnect(close_old_connections)
    site = Site()
    answers = {}
    for threads in job["threads"]:
        fill(threads)
        for path in PATHS.values():
            for _ in range(10):  # opens the circuit breaker, too
                site.get(path)
        answers[str(threads)] = measure(site, job["rounds"], job["each"])
    tell(answers)
    connection.close()


if __name__ == "__main__":
    main()
