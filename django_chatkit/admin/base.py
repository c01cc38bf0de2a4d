"""What the admin's lists have in common: read-only, and quick however long they are."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib import admin
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.admin.views.main import ChangeList
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst

from .keyset import KeysetChangeList
from .log import log
from .people import people_matching

_Row = TypeVar("_Row", bound=Model)

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin
else:

    class ModelAdmin(admin.ModelAdmin):
        """Django's, which the type checker knows as generic."""

        def __class_getitem__(cls, _row: type) -> type:
            return cls


class RecordAdmin(ModelAdmin[_Row]):
    """Rows that staff read: nothing is added or edited, and nothing counted.

    Deletion stays with Django's permissions, because the admin asks for them also
    where a user's rows go with the user.
    """

    keyset_fields: Sequence[str] = ("sequence",)
    """One or two fields whose values, newest first, order the list and are unique together."""

    exact_search: Sequence[str] = ("id", "scope")
    """Indexed fields that a search term is first compared with as a whole."""

    text_search: Sequence[str] = ()
    """Fields that each word of a search may be part of."""

    actions: Sequence[str] | None = None
    list_per_page = 100
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    sortable_by = ()
    search_fields = ("scope",)  # shows the box; get_search_results() searches
    change_list_template = "admin/django_chatkit/change_list.html"

    class Media:
        css = {"all": ["django_chatkit/admin/lists.css"]}

    empty_title: Any = ""
    empty_help: Any = ""

    def complete_rows(self, rows: list[_Row]) -> None:
        """Put what the list shows beyond the columns on a page's rows, in few queries."""

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return KeysetChangeList

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {
            "title": capfirst(str(self.opts.verbose_name_plural)),
            "empty_title": self.empty_title,
            "empty_help": self.empty_help,
            **(extra_context or {}),
        }
        response: HttpResponse = super().changelist_view(request, context)
        return response

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        context = {"show_delete": False, **(extra_context or {})}
        response: HttpResponse = super().change_view(request, object_id, form_url, context)
        return response

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[_Row], search_term: str
    ) -> tuple[QuerySet[_Row], bool]:
        """The rows of an exact id or scope, else those whose text or user has every word."""
        term = search_term.strip()
        for field in self.exact_search:
            exact = Q(**{field: term})
            if term and self.model._default_manager.filter(exact).exists():
                return queryset.filter(exact), False
        for word in term.split():
            matches = Q(user_id__in=people_matching(word))
            for field in self.text_search:
                matches |= Q(**{f"{field}__icontains": word})
            queryset = queryset.filter(matches)
        return queryset, False

    def log_deletions(self, request: HttpRequest, queryset: Iterable[_Row]) -> list[LogEntry]:
        """Log by id, see :mod:`.log`."""
        return log(request.user.pk, self.model, queryset, DELETION)

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: _Row | None = None) -> bool:
        return False
