"""What staff did, in Django's admin log.

Rows are logged by id: a log outlives the erasure of what it is about, and titles and file
names are people's words.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model


def log(
    user_id: Any, model: type[Model], rows: Iterable[Model], flag: int, message: str = ""
) -> list[LogEntry]:
    """Log that a user did something to ``rows`` of ``model``.

    Args:
        user_id: primary key of the user.
        model: the rows' model.
        rows: the rows; those without an ``id`` are logged by primary key.
        flag: one of ``django.contrib.admin.models``' ``ADDITION``, ``CHANGE``, ``DELETION``.
        message: what was done, for people.
    """
    listed = list(rows)
    if not listed:
        return []
    content_type = ContentType.objects.get_for_model(model)
    return LogEntry.objects.bulk_create(
        LogEntry(
            user_id=user_id,
            content_type_id=content_type.pk,
            object_id=str(row.pk),
            object_repr=str(getattr(row, "id", row.pk))[:200],
            action_flag=flag,
            change_message=message,
        )
        for row in listed
    )
