"""Assistants in the admin: what they used, their limits, and the switch that pauses them."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..conf import app_settings
from ..models import ChatAssistant
from .base import ModelAdmin
from .cells import ago, badge
from .spending import daily_use, standings_of, sums_of


@admin.register(ChatAssistant)
class ChatAssistantAdmin(ModelAdmin[ChatAssistant]):
    """The assistants that the settings name: each may be paused, none added or deleted."""

    list_display = ("alias", "state", "tokens", "cost", "limits", "changed")
    fields = ("alias", "is_paused", "notice", "changed_by", "changed_at")
    readonly_fields = ("alias", "changed_by", "changed_at")
    ordering = ("alias",)
    sortable_by = ()
    actions: Sequence[str] | None = None
    change_form_template = "admin/django_chatkit/chatassistant/change_form.html"

    class Media:
        css = {"all": ["django_chatkit/admin/lists.css", "django_chatkit/admin/usage.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[ChatAssistant]:
        """Those that the settings name now."""
        assistants: QuerySet[ChatAssistant] = super().get_queryset(request)
        return assistants.filter(alias__in=app_settings.ASSISTANTS)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        known = set(ChatAssistant.objects.values_list("alias", flat=True))
        ChatAssistant.objects.bulk_create(
            [ChatAssistant(alias=alias) for alias in app_settings.ASSISTANTS if alias not in known],
            ignore_conflicts=True,
        )
        context = {"title": _("Assistants"), **(extra_context or {})}
        response: HttpResponse = super().changelist_view(request, context)
        return response

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The switch, the limits and how they stand, and thirty days of use as a picture."""
        assistant = self.get_object(request, object_id)
        context = dict(extra_context or {})
        if assistant is not None:
            context |= {
                "usage_days": daily_use(assistant.alias),
                "usage_limits": standings_of(assistant.alias),
            }
        response: HttpResponse = super().change_view(request, object_id, form_url, context)
        return response

    def save_model(self, request: HttpRequest, obj: ChatAssistant, form: Any, change: bool) -> None:
        obj.changed_by_id = request.user.pk
        obj.changed_at = timezone.now()
        super().save_model(request, obj, form, change)

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: ChatAssistant | None = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("status"))
    def state(self, assistant: ChatAssistant) -> SafeString:
        if assistant.is_paused:
            return badge("locked", _("paused"), assistant.notice or None)
        return badge("active", _("answering"))

    @admin.display(description=gettext_lazy("tokens, 24 hours"))
    def tokens(self, assistant: ChatAssistant) -> str:
        return sums_of(assistant.alias).tokens

    @admin.display(description=gettext_lazy("cost, 24 hours"))
    def cost(self, assistant: ChatAssistant) -> str:
        return sums_of(assistant.alias).cost

    @admin.display(description=gettext_lazy("nearest limit"))
    def limits(self, assistant: ChatAssistant) -> SafeString | str:
        standing = [limit for limit in standings_of(assistant.alias) if limit.share is not None]
        if not standing:
            return "–"
        nearest = max(standing, key=lambda limit: limit.share or 0)
        return format_html(
            '{} <small class="chatkit-quiet">· {}</small>', nearest.meter(), nearest.label
        )

    @admin.display(description=gettext_lazy("changed"))
    def changed(self, assistant: ChatAssistant) -> SafeString | str:
        return ago(assistant.changed_at) if assistant.changed_by_id else "–"
