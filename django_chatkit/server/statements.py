"""The statements that every turn runs, written out: the ORM takes longer to build them than
the database to run them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from ..enums import ThreadStatus
from ..models import ChatThread, ChatThreadItem
from ..types import JSONObject


def _fields(model: type[models.Model], *names: str) -> "tuple[models.Field[Any, Any], ...]":
    by_name = {field.name: field for field in model._meta.concrete_fields}
    return tuple(by_name[name] for name in names)


THREAD_FIELDS = _fields(
    ChatThread,
    "sequence",
    "id",
    "scope",
    "title",
    "status",
    "status_reason",
    "allowed_image_domains",
    "private_metadata",
    "payload",
    "created_at",
    "turn_token",
    "turn_expires_at",
)
"""What the checks of a request and the SDK want to know of its thread."""

ITEM_FIELDS = _fields(
    ChatThreadItem, "thread", "id", "scope", "position", "type", "payload", "created_at"
)

PAGE_FIELDS = _fields(ChatThreadItem, "payload", "created_at", "id")

TABLE = ChatThread._meta.db_table
ITEM_TABLE = ChatThreadItem._meta.db_table

OF_SCOPE = "{table}.id = %s AND {table}.scope = %s AND {table}.assistant = %s AND NOT is_mirror"

OWN_THREAD = f"""(
    SELECT own.sequence FROM {TABLE} own
    WHERE {OF_SCOPE.format(table="own")}
)"""

LAST = """(
    SELECT item.{column} FROM {items} item
    WHERE item.thread_id = {table}.sequence ORDER BY item.position DESC LIMIT 1
)"""

WITHOUT_ITEM = f"""
    AND NOT EXISTS (
        SELECT 1 FROM {ITEM_TABLE} item WHERE item.thread_id = {TABLE}.sequence AND item.id = %s
    )"""

UNSYNCED = " AND set_config('synchronous_commit', 'off', true) = 'off'"
"""On PostgreSQL, lets the commit of an update return before it is on the disk.

Other processes see it at once. What a crash of the database may lose of it is a lease,
which runs out by itself; messages are waited for.

Source: https://www.postgresql.org/docs/current/wal-async-commit.html
"""


class FoundThread(NamedTuple):
    """A thread of the scope that was asked for, and where it ends."""

    thread: ChatThread
    last_position: int | None
    last_type: str | None


def find_thread(thread_id: str, scope: str, assistant: str) -> FoundThread | None:
    """The thread of that scope and assistant, with its last item's position and type."""
    connection = connections[router.db_for_read(ChatThread)]
    return _thread(connection, _find_sql(), [thread_id, scope, assistant])


def lease_thread(
    thread_id: str,
    scope: str,
    assistant: str,
    token: str,
    until: datetime,
    without: str | None = None,
) -> FoundThread | None:
    """Take the lease of the thread, if it is active and free, and read it in one statement.

    Parameters:
        thread_id: The thread's id.
        scope: Whose it is.
        assistant: The assistant's alias.
        token: The lease's.
        until: When the lease runs out.
        without: The id of an item that must not be there yet.

    Returns:
        As :func:`find_thread`; ``None`` also if the lease was not to be had.

    Raises:
        NotSupportedError: the database has no ``RETURNING`` (:func:`can_lease_and_read`).
    """
    connection = connections[router.db_for_write(ChatThread)]
    adapt = connection.ops.adapt_datetimefield_value
    parameters = [token, adapt(until), thread_id, scope, assistant, adapt(timezone.now())]
    if without is not None:
        parameters.append(without)
    return _thread(connection, _lease_sql(connection.vendor, without is not None), parameters)


def can_lease_and_read() -> bool:
    """Whether the database answers an update with the row it changed."""
    return connections[router.db_for_write(ChatThread)].vendor in {"postgresql", "sqlite"}


def release_thread(sequence: int, token: str, left: str) -> None:
    """Give the lease back and note the activity, if ``token`` still holds it.

    Parameters:
        sequence: The thread's key.
        token: The lease's.
        left: What stands in the token's place from now on.
    """
    connection = connections[router.db_for_write(ChatThread)]
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(_release_sql(connection.vendor), [left, now, sequence, token])


def insert_item(
    sequence: int,
    scope: str,
    item_id: str,
    payload: JSONObject,
    created_at: datetime,
    position: int,
) -> None:
    """Add an item.

    Raises:
        IntegrityError: the thread has an item of that id or at that position, or is gone.
    """
    connection = connections[router.db_for_write(ChatThreadItem)]
    values = (sequence, item_id, scope, position, payload["type"], payload, created_at)
    parameters = [
        field.get_db_prep_save(value, connection)
        for field, value in zip(ITEM_FIELDS, values, strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.execute(_insert_sql(), parameters)


def items_page(
    thread: int | tuple[str, str, str], after: str | None, limit: int, order: str
) -> list[tuple[JSONObject, datetime, str]]:
    """Payloads, times and ids of a thread's items, in one query.

    Parameters:
        thread: Its key, or the scope, assistant and id of one that may not be there. Whose an
            item is says its thread: its own scope may be that of a visitor who has logged in
            since.
        after: The id of the item before the page; of an unknown one nothing comes after.
        limit: How many at most.
        order: ``"asc"`` or ``"desc"``.
    """
    connection = connections[router.db_for_read(ChatThreadItem)]
    own = "%s"
    whose: list[Any] = [thread]
    if not isinstance(thread, int):
        scope, assistant, thread_id = thread
        own, whose = OWN_THREAD, [thread_id, scope, assistant]
    parameters = [*whose]
    if after is not None:
        parameters += [*whose, after]
    with connection.cursor() as cursor:
        cursor.execute(_page_sql(own, after is not None, order == "asc"), [*parameters, limit])
        rows = cursor.fetchall()
    convert = _converters(connection, ITEM_TABLE, PAGE_FIELDS)
    return [tuple(convert(row)) for row in rows]


def _converters(
    connection: BaseDatabaseWrapper, table: str, fields: "Sequence[models.Field[Any, Any]]"
) -> Callable[[Sequence[Any]], list[Any]]:
    """What makes Python values of a row that begins with those fields' columns."""
    found = []
    for index, field in enumerate(fields):
        column = field.get_col(table)
        converters = (
            *connection.ops.get_db_converters(column),
            *column.get_db_converters(connection),
        )
        found += [(index, column, converter) for converter in converters]

    def convert(row: Sequence[Any]) -> list[Any]:
        values = list(row)
        for index, column, converter in found:
            values[index] = converter(values[index], column, connection)
        return values

    return convert


def _thread(
    connection: BaseDatabaseWrapper, sql: str, parameters: Sequence[Any]
) -> FoundThread | None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        row = cursor.fetchone()
    if row is None:
        return None
    values = _converters(connection, TABLE, THREAD_FIELDS)(row)
    last_type, last_position = values.pop(), values.pop()
    thread = ChatThread.from_db(
        connection.alias, [field.attname for field in THREAD_FIELDS], values
    )
    return FoundThread(thread, last_position, last_type)


def _columns(table: str) -> str:
    own = [f"{table}.{field.column}" for field in THREAD_FIELDS]
    last = [
        LAST.format(column=name, items=ITEM_TABLE, table=table) for name in ("position", "type")
    ]
    return ", ".join([*own, *last])


@cache
def _find_sql() -> str:
    return f"SELECT {_columns(TABLE)} FROM {TABLE} WHERE {OF_SCOPE.format(table=TABLE)}"


@cache
def _lease_sql(vendor: str, has_item: bool) -> str:
    return (
        f"UPDATE {TABLE} SET turn_token = %s, turn_expires_at = %s"
        f" WHERE {OF_SCOPE.format(table=TABLE)} AND status = '{ThreadStatus.ACTIVE.value}'"
        f" AND (turn_expires_at IS NULL OR turn_expires_at < %s)"
        f"{WITHOUT_ITEM if has_item else ''}{_unsynced(vendor)}"
        f" RETURNING {_columns(TABLE)}"
    )


@cache
def _release_sql(vendor: str) -> str:
    return (
        f"UPDATE {TABLE} SET turn_token = %s, turn_expires_at = NULL, last_activity_at = %s"
        f" WHERE sequence = %s AND turn_token = %s{_unsynced(vendor)}"
    )


@cache
def _insert_sql() -> str:
    columns = ", ".join(str(field.column) for field in ITEM_FIELDS)
    return f"INSERT INTO {ITEM_TABLE} ({columns}) VALUES ({', '.join(['%s'] * len(ITEM_FIELDS))})"


@cache
def _page_sql(own: str, has_cursor: bool, ascending: bool) -> str:
    columns = ", ".join(str(field.column) for field in PAGE_FIELDS)
    beyond = ""
    if has_cursor:
        beyond = (
            f" AND position {'>' if ascending else '<'} (SELECT cursor_item.position"
            f" FROM {ITEM_TABLE} cursor_item WHERE cursor_item.thread_id = {own}"
            " AND cursor_item.id = %s)"
        )
    return (
        f"SELECT {columns} FROM {ITEM_TABLE} WHERE thread_id = {own}{beyond}"
        f" ORDER BY position {'ASC' if ascending else 'DESC'} LIMIT %s"
    )


def _unsynced(vendor: str) -> str:
    return UNSYNCED if vendor == "postgresql" else ""
