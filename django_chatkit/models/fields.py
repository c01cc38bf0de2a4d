"""Columns that behave the same on every database."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

if TYPE_CHECKING:
    CharField = models.CharField[str, str]
    JSONField = models.JSONField[Any, Any]
else:
    CharField = models.CharField
    JSONField = models.JSONField


class ExactCharField(CharField):
    """A ``CharField`` in which ``A``, ``a``, ``á`` and ``a `` are four values.

    PostgreSQL and SQLite compare byte for byte by themselves. MariaDB and MySQL
    ignore case, accents and trailing spaces by default, so an owner could pass
    for another there: a binary collation without padding is asked for.
    """

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        parameters = dict(super().db_parameters(connection))
        if connection.vendor == "mysql":
            mariadb = getattr(connection, "mysql_is_mariadb", False)
            parameters["collation"] = "utf8mb4_nopad_bin" if mariadb else "utf8mb4_0900_bin"
        return parameters


class PayloadField(JSONField):
    """A ``JSONField`` for documents of any depth.

    MariaDB refuses JSON columns that nest deeper than 32 levels, which a widget of
    sixteen nested boxes does. There, the document is kept as text.
    """

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        if getattr(connection, "mysql_is_mariadb", False):
            return "longtext"
        return super().db_type(connection)

    def db_check(self, connection: BaseDatabaseWrapper) -> str | None:
        if getattr(connection, "mysql_is_mariadb", False):
            return None
        return super().db_check(connection)
