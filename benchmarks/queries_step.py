"""Count the statements of a turn, in every thread that works on it.

Transaction control is left out: PostgreSQL's driver sends it along.
"""

import re
from typing import Any

from .messages import AT_ONCE, CSRF_TOKEN, PATH, SESSION_KEY, follow_up, thread_id
from .processes import read_job, tell
from .seed import set_up

TRANSACTION_CONTROL = re.compile(r"(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|SHOW)\b")


def main() -> None:
    """Take a turn in a thread of each length, and tell its statements."""
    job = read_job()
    set_up()
    from django.db.backends.signals import connection_created
    from django.test import Client

    seen: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not TRANSACTION_CONTROL.match(sql):
            seen.append(_short(sql))
        return execute(sql, params, many, context)

    def watch_connection(connection: Any, **_: Any) -> None:
        if watch not in connection.execute_wrappers:
            connection.execute_wrappers.append(watch)

    connection_created.connect(watch_connection)
    client = Client(enforce_csrf_checks=True)
    client.cookies["sessionid"] = SESSION_KEY
    client.cookies["csrftoken"] = CSRF_TOKEN
    counted = []
    for number, length in enumerate(job["lengths"]):
        _fill(number, length)
        seen.clear()
        body = follow_up(number, AT_ONCE).partition(b"\r\n\r\n")[2]
        response = client.post(PATH, body, "application/json", headers={"X-CSRFToken": CSRF_TOKEN})
        if not response.streaming:
            raise RuntimeError(response.content)
        b"".join(response.streaming_content)  # type: ignore[attr-defined]
        counted.append(list(seen))
    tell(counted)


def _fill(number: int, length: int) -> None:
    from django_chatkit.models import ChatThread

    from .items_step import insert_items

    insert_items(ChatThread.objects.get(id=thread_id(number)), length)


def _short(sql: str) -> str:
    """The statement's verb and tables."""
    verb = sql.split(maxsplit=1)[0]
    tables = re.findall(r'(?:FROM|INTO|UPDATE|JOIN) "?(\w+)"?', sql)
    return " ".join([verb, *dict.fromkeys(tables)])


if __name__ == "__main__":
    main()
