"""One process that reads all that an OpenAI has, or mirrors it.

A job is ``{"mode", "base_url", "concurrency", "threads"}``; modes are ``"read"`` and anything
else, which mirrors.
"""

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from .processes import memory_of, read_job, tell
from .seed import set_up


class Watch:
    """Memory after a tenth of the work and at its end, in MB."""

    def __init__(self, threads: int) -> None:
        self._early_at = threads // 10
        self.done = 0
        self.early = 0.0

    def count(self, done: int) -> None:
        """So many threads are done."""
        self.done = done
        if done == self._early_at:
            self.early = memory_of(os.getpid()) / 1e6


def read(job: dict[str, Any], watch: Watch) -> None:
    """Ask for every page, eight at a time, and throw it away."""
    from django_chatkit.hosted import ChatKitClient

    with (
        ChatKitClient(api_key="sk-test-key", base_url=job["base_url"]) as client,
        ThreadPoolExecutor(job["concurrency"]) as executor,
    ):
        ask: Callable[[str], Any] = lambda thread_id: client.threads.list_items(  # noqa: E731
            thread_id, limit=100, order="asc"
        )
        page: Any = client.threads.list(limit=100, order="asc")
        while page is not None:
            upcoming = executor.submit(page.next_page)
            for _items in executor.map(ask, [thread.id for thread in page.data]):
                watch.count(watch.done + 1)
            page = upcoming.result()


def mirror(job: dict[str, Any], watch: Watch) -> None:
    """Mirror it all."""
    from django_chatkit.hosted import ChatKitClient
    from django_chatkit.hosted.sync import sync_threads

    with ChatKitClient(api_key="sk-test-key", base_url=job["base_url"]) as client:
        report = sync_threads(
            client,
            "default",
            concurrency=job["concurrency"],
            progress=lambda report: watch.count(report.threads),
        )
    if not report.is_complete:
        raise RuntimeError(f"{report.error} {report.failures[:3]}")


def main() -> None:
    """Read a job and do it."""
    job = read_job()
    set_up()
    watch = Watch(job["threads"])
    wall, cpu = time.perf_counter(), time.process_time()
    (read if job["mode"] == "read" else mirror)(job, watch)
    seconds, computed = time.perf_counter() - wall, time.process_time() - cpu
    if watch.done != job["threads"]:
        raise RuntimeError(f"{watch.done} of {job['threads']} threads were read.")
    tell(
        {
            "per_second": watch.done / seconds,
            "cpu": computed / watch.done,
            "early": watch.early,
            "late": memory_of(os.getpid()) / 1e6,
        }
    )


if __name__ == "__main__":
    main()
