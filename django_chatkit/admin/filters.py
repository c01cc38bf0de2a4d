"""Filters beside the lists; none of them counts or joins."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import services
from ..conf import app_settings
from ..enums import FeedbackKind, SessionStatus
from ..models import ChatFeedback


class AssistantFilter(admin.SimpleListFilter):
    """By alias. The settings name them, so that no query has to look through the table."""

    title = _("assistant")
    parameter_name = "assistant"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        aliases = dict.fromkeys(app_settings.ASSISTANTS)
        if chosen := request.GET.get(self.parameter_name):
            aliases[chosen] = None  # one that the settings no longer name
        return [(alias, alias) for alias in aliases]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(assistant=self.value()) if self.value() else queryset


class PersonFilter(admin.SimpleListFilter):
    """Users or visitors."""

    title = _("person")
    parameter_name = "person"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [("user", _("User")), ("visitor", _("Visitor"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in ("user", "visitor"):
            return queryset
        return queryset.filter(user__isnull=self.value() == "visitor")


class FeedbackFilter(admin.SimpleListFilter):
    """Threads in which an answer was judged."""

    title = _("feedback")
    parameter_name = "feedback"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [
            (FeedbackKind.NEGATIVE.value, _("Has negative feedback")),
            (FeedbackKind.POSITIVE.value, _("Has positive feedback")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in FeedbackKind.values:
            return queryset
        # An EXISTS: a join would show a thread once for every thumb.
        return queryset.filter(
            Exists(ChatFeedback.objects.filter(thread=OuterRef("pk"), kind=self.value()))
        )


class RunningFilter(admin.SimpleListFilter):
    """Threads in which an answer is being written."""

    title = _("answer")
    parameter_name = "running"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [("yes", _("Being written now"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() != "yes":
            return queryset
        return queryset.filter(turn_token__gt="", turn_expires_at__gt=timezone.now())


class SessionStateFilter(admin.SimpleListFilter):
    """Sessions by what their secret opens now; ``expired`` is no stored status."""

    title = _("status")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [
            ("active", _("Active")),
            ("expired", _("Expired")),
            ("cancelled", _("Cancelled")),
            *([("pending", _("OpenAI not told yet"))] if services.has_hosted_assistants() else []),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        now = timezone.now()
        match self.value():
            case "active":
                return queryset.filter(status=SessionStatus.ACTIVE, expires_at__gt=now)
            case "expired":
                return queryset.filter(status=SessionStatus.ACTIVE, expires_at__lte=now)
            case "cancelled":
                return queryset.filter(status=SessionStatus.CANCELLED)
            case "pending":
                return queryset.filter(cancel_pending=True)
        return queryset
