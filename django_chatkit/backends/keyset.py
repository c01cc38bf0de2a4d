"""Keyset pages as OpenAI's API cuts them: no counting, no offsets, any depth at one cost."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from .base import ListQuery, Order

M = TypeVar("M", bound=Model)


def keyset_page(
    rows: QuerySet[M], query: ListQuery, *, key: str = "created_at", tie: str = "sequence"
) -> tuple[list[M], bool]:
    """A page of rows in the requested order, and whether there are more beyond it.

    ``before`` gives the nearest rows that precede its cursor, and combines with
    ``after``. A cursor that is not one of ``rows`` gives an empty page.

    Parameters:
        rows: What may be listed, already limited to the owner's.
        query: Cursors, limit and order.
        key: The column to order by.
        tie: The column that settles equal keys; the same as ``key`` if that is unique.
    """
    for cursor, follows in ((query.after, True), (query.before, False)):
        if cursor is None:
            continue
        values = rows.filter(id=cursor).values_list(key, tie).first()
        if values is None:
            return [], False
        forward = (query.order == "asc") is follows
        rows = _beyond(rows, {key: values[0], tie: values[1]}, key, tie, forward=forward)
    backwards = query.before is not None
    order: Order = query.order
    if backwards:
        order = "desc" if order == "asc" else "asc"
    sign = "" if order == "asc" else "-"
    columns = dict.fromkeys([f"{sign}{key}", f"{sign}{tie}"])
    found = list(rows.order_by(*columns)[: query.limit + 1])
    page = found[: query.limit]
    if backwards:
        page.reverse()
    return page, len(found) > query.limit


def _beyond(
    rows: QuerySet[M], cursor: dict[str, Any], key: str, tie: str, *, forward: bool
) -> QuerySet[M]:
    """The rows after a cursor going up, or before it going down."""
    compare = "gt" if forward else "lt"
    if key == tie:
        return rows.filter(**{f"{key}__{compare}": cursor[key]})
    # A range on the index and a filter on ties: an OR of two would scan.
    opposite = "lte" if forward else "gte"
    return rows.filter(**{f"{key}__{compare}e": cursor[key]}).exclude(
        **{key: cursor[key], f"{tie}__{opposite}": cursor[tie]}
    )
