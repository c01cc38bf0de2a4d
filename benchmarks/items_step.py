"""Read pages of one long thread, through the store and by hand."""

import asyncio
import json
import time
from typing import Any

from .messages import thread_id
from .processes import read_job, tell
from .seed import set_up

PAYLOAD = {
    "id": "",
    "thread_id": thread_id(0),
    "created_at": "2026-01-01T00:00:00",
    "type": "assistant_message",
    "content": [{"type": "output_text", "text": "An answer of some words.", "annotations": []}],
}


def insert_items(thread: Any, count: int) -> None:
    """Fill a thread with messages by one statement; their ids are their positions."""
    from django.db import connection

    postgresql = connection.vendor == "postgresql"
    numbers = (
        "SELECT n FROM generate_series(0, %s - 1) AS n"
        if postgresql
        else "WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < %s - 1)"
        " SELECT n FROM s"
    )
    payload = json.dumps(PAYLOAD).replace('"id": ""', '"id": "POSITION"')
    cast = "::jsonb" if postgresql else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_chatkit_chatthreaditem"
            " (thread_id, id, scope, position, type, payload, created_at)"
            " SELECT %s, CAST(n AS varchar(20)), %s, n, 'assistant_message',"
            f" REPLACE(%s, 'POSITION', CAST(n AS varchar(20))){cast}, %s FROM ({numbers}) AS all_n",
            [thread.sequence, thread.scope, payload, thread.created_at, count],
        )
        cursor.execute("ANALYZE")


def _by_hand(sequence: int, after: str | None, limit: int, order: str) -> list[Any]:
    """The payloads of a page by the cheapest query there is: one range of an index."""
    from django.db import connection

    connection.ensure_connection()
    driver = connection.connection
    sign = "?" if connection.vendor == "sqlite" else "%s"
    compare, direction = (">", "ASC") if order == "asc" else ("<", "DESC")
    beyond = ""
    parameters: list[Any] = [sequence]
    if after is not None:
        beyond = (
            f"AND position {compare} (SELECT position FROM django_chatkit_chatthreaditem"
            f" WHERE thread_id = {sign} AND id = {sign})"
        )
        parameters += [sequence, after]
    cursor = driver.cursor()
    try:
        found = cursor.execute(
            "SELECT id, payload, created_at FROM django_chatkit_chatthreaditem"
            f" WHERE thread_id = {sign} {beyond} ORDER BY position {direction} LIMIT {limit + 1}",
            parameters,
        ).fetchall()
    finally:
        cursor.close()
    return [json.loads(row[1]) if isinstance(row[1], str) else row[1] for row in found]


async def _measure(job: dict[str, Any], thread: Any) -> dict[str, dict[str, list[float]]]:
    from django_chatkit.server import DjangoStore, RequestContext

    async def in_place(work: Any) -> Any:
        """The store's work without a hop to a thread, which is none of its cost."""
        return work()

    store = DjangoStore()
    page, items = job["page"], job["items"]
    context = RequestContext(scope=thread.scope, runner=in_place)
    cases = {}
    for order in ("asc", "desc"):
        last = items // page
        for number in (1, 2, last):
            before = (number - 1) * page - 1
            after = str(before if order == "asc" else items - 1 - before) if number > 1 else None
            cases[f"{order}, page {number:,}"] = (after, order)
    # Requests know their thread, whose owner they have checked.
    await store.load_thread(thread.id, context)
    results: dict[str, dict[str, list[float]]] = {name: {"store": [], "raw": []} for name in cases}
    for _round in range(job["rounds"]):
        for name, (after, order) in cases.items():
            begun = time.perf_counter()
            found = await store.load_thread_items(thread.id, after, page, order, context)
            middle = time.perf_counter()
            by_hand = _by_hand(thread.sequence, after, page, order)
            ended = time.perf_counter()
            results[name]["store"].append((middle - begun) * 1000)
            results[name]["raw"].append((ended - middle) * 1000)
            if [item.id for item in found.data] != [row["id"] for row in by_hand[:page]]:
                raise RuntimeError(f"The store and the raw query disagree about {name}.")
    return results


def main() -> None:
    """Fill the thread, read its pages, tell how long each took."""
    job = read_job()
    set_up()
    from django.db import connection

    from django_chatkit.models import ChatThread

    thread = ChatThread.objects.get()
    insert_items(thread, job["items"])
    connection.ensure_connection()
    import os

    # One thread reads and nothing else runs: SQLite's check of threads is met.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    tell(asyncio.run(_measure(job, thread)))


if __name__ == "__main__":
    main()
