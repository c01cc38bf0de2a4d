"""Links from one page of the admin to another."""

from django.contrib.admin import AdminSite
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse


def admin_link(request: HttpRequest, site: AdminSite, row: Model) -> str | None:
    """Where the admin shows ``row``; none where it does not or this person may not see it."""
    registered = site._registry.get(type(row))
    if registered is None or not registered.has_view_or_change_permission(request, row):
        return None
    options = row._meta
    return reverse(
        f"admin:{options.app_label}_{options.model_name}_change",
        args=[row.pk],
        current_app=site.name,
    )
