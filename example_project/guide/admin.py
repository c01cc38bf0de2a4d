"""Facts in the admin."""

from typing import TYPE_CHECKING

from django.contrib import admin
from django.http import HttpRequest

from guide.models import Fact

if TYPE_CHECKING:
    FactModelAdmin = admin.ModelAdmin[Fact]
else:
    FactModelAdmin = admin.ModelAdmin


@admin.register(Fact)
class FactAdmin(FactModelAdmin):
    """Staff read and delete what visitors told; nobody puts words into their mouths."""

    list_display = ["text", "user", "created_at"]
    list_select_related = ["user"]
    search_fields = ["text", "user__username"]
    date_hierarchy = "created_at"
    readonly_fields = ["user", "text", "created_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Fact | None = None) -> bool:
        return False
