"""Pages of a change list that cost the same however long the table is.

Django's change list counts the table and skips to a page with ``OFFSET``. Here a
page begins where the one before it ended, so that each is one short read of an index.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

OLDER_VAR = "older"
NEWER_VAR = "newer"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def encode_cursor(row: Model, fields: Sequence[str]) -> str:
    """The place of ``row`` in a list ordered by ``fields``, as one word of a query string."""
    return "_".join(_encode(getattr(row, field)) for field in fields)


def _encode(value: Any) -> str:
    return (
        f"t{(value - _EPOCH) // _MICROSECOND}" if isinstance(value, datetime) else str(int(value))
    )


def decode_cursor(cursor: str, fields: Sequence[str]) -> list[Any]:
    """The values that :func:`encode_cursor` put into ``cursor``.

    Raises:
        ValueError: ``cursor`` is not one of ``fields``.
    """
    words = cursor.split("_")
    if len(words) != len(fields):
        raise ValueError(cursor)
    return [_decode(word) for word in words]


def _decode(word: str) -> Any:
    if not word.startswith("t"):
        # Beyond 64 bits no row can be, and SQLite refuses to compare.
        if not -(2**63) <= int(word) < 2**63:
            raise ValueError(word)
        return int(word)
    try:
        return _EPOCH + int(word[1:]) * _MICROSECOND
    except OverflowError as error:
        raise ValueError(word) from error


def beyond(values: Sequence[Any], fields: Sequence[str], *, older: bool) -> Q:
    """The rows strictly before (``older``) or after ``values`` in the order of ``fields``.

    One range on the first field with the rows of the same value taken out, as databases
    do not read an index in order for the OR that spells a keyset out.
    """
    strictly, inclusive, taken_out = ("lt", "lte", "gte") if older else ("gt", "gte", "lte")
    if len(fields) == 1:
        return Q(**{f"{fields[0]}__{strictly}": values[0]})
    first, second = fields
    return Q(**{f"{first}__{inclusive}": values[0]}) & ~Q(
        **{first: values[0], f"{second}__{taken_out}": values[1]}
    )


class KeysetChangeList(ChangeList):
    """A change list that goes to older and newer rows and counts nothing.

    Its model admin names one or two ``keyset_fields``, newest first, whose values
    together are unique.
    """

    model_admin: Any  # the admin of the list, with keyset_fields and complete_rows()
    older_link: str | None = None
    newer_link: str | None = None
    newest_link: str | None = None
    _cursors: dict[str, str]

    def get_queryset(
        self, request: HttpRequest, exclude_parameters: list[str | None] | None = None
    ) -> QuerySet[Any]:
        # The cursors are neither filters, nor kept when a filter or the search changes.
        self._cursors = {}
        for name in (OLDER_VAR, NEWER_VAR):
            self.filter_params.pop(name, None)
            self.params.pop(name, None)
            if cursor := request.GET.get(name):
                self._cursors[name] = cursor
        return super().get_queryset(request, exclude_parameters)

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Any]) -> list[Any]:
        return [f"-{field}" for field in self.model_admin.keyset_fields]

    def get_results(self, request: HttpRequest) -> None:
        rows = self._page()
        self.model_admin.complete_rows(rows)
        self.result_list = rows
        # Equal counts: there is no total to show, and nothing to select beyond the page.
        self.result_count = self.full_result_count = len(rows)
        self.show_full_result_count = False
        self.show_admin_actions = bool(rows)
        self.can_show_all = False
        self.multi_page = False
        self.paginator = Paginator(rows, max(len(rows), 1))

    def _page(self) -> list[Any]:
        fields: Sequence[str] = self.model_admin.keyset_fields
        size = self.list_per_page
        if newer := self._cursors.get(NEWER_VAR):
            after = self.queryset.filter(beyond(self._values(newer), fields, older=False))
            rows = list(after.order_by(*fields)[: size + 1])[::-1]
            # A page that is not full begins at the newest row anyway: show a full one.
            if len(rows) > size:
                return self._linked(rows[1:], newer=True, older=True)
            return self._linked_newest()
        if older := self._cursors.get(OLDER_VAR):
            before = self.queryset.filter(beyond(self._values(older), fields, older=True))
            rows = list(before[: size + 1])
            return self._linked(rows[:size], newer=True, older=len(rows) > size)
        return self._linked_newest()

    def _linked_newest(self) -> list[Any]:
        rows = list(self.queryset[: self.list_per_page + 1])
        older = len(rows) > self.list_per_page
        return self._linked(rows[: self.list_per_page], newer=False, older=older)

    def _linked(self, rows: list[Any], *, newer: bool, older: bool) -> list[Any]:
        fields: Sequence[str] = self.model_admin.keyset_fields
        if newer:
            self.newest_link = self.get_query_string()
        if newer and rows:
            cursor = encode_cursor(rows[0], fields)
            self.newer_link = self.get_query_string({NEWER_VAR: cursor})
        if older and rows:
            cursor = encode_cursor(rows[-1], fields)
            self.older_link = self.get_query_string({OLDER_VAR: cursor})
        return rows

    def _values(self, cursor: str) -> list[Any]:
        try:
            return decode_cursor(cursor, self.model_admin.keyset_fields)
        except ValueError as error:
            raise IncorrectLookupParameters from error
