"""Feedback in the admin."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from .. import services
from ..enums import HIDDEN_ITEM_TYPES
from ..models import ChatFeedback
from .base import RecordAdmin
from .cells import ago, badge
from .filters import PersonFilter
from .people import person


@admin.register(ChatFeedback)
class ChatFeedbackAdmin(RecordAdmin[ChatFeedback]):
    """What people thought of answers; each row leads to the answer in its conversation."""

    exact_search = ("thread__id", "scope")
    text_search = ("thread__title",)
    search_help_text = gettext_lazy(
        "Words of the conversation's title, a user name or e-mail address, or a whole thread id "
        "or scope."
    )
    list_display = ("verdict", "answer", "conversation", "belongs_to", "when")
    list_display_links = ("answer",)
    list_filter = ("kind", PersonFilter, "updated_at")
    list_select_related = ("thread", "item", "user")
    empty_title = gettext_lazy("No feedback yet")
    empty_help = gettext_lazy("Thumbs that people give to answers are collected here.")
    change_list_template = "admin/django_chatkit/chatfeedback/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        export = self.admin_site.admin_view(self.export_view)
        return [
            path("export/", export, name="django_chatkit_chatfeedback_export"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = dict(extra_context or {})
        if self._may_export(request):
            url = reverse(
                "admin:django_chatkit_chatfeedback_export", current_app=self.admin_site.name
            )
            context["export_url"] = f"{url}?{request.GET.urlencode()}" if request.GET else url
        return super().changelist_view(request, context)

    def export_view(self, request: HttpRequest) -> HttpResponseBase:
        """What the list shows, all pages of it, as JSON Lines."""
        if not self._may_export(request):
            raise PermissionDenied
        try:
            feedback = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters:
            raise Http404 from None
        return StreamingHttpResponse(
            services.feedback_lines(feedback),
            content_type="application/jsonl",
            headers={"Content-Disposition": 'attachment; filename="feedback.jsonl"'},
        )

    def _may_export(self, request: HttpRequest) -> bool:
        """An export holds what was said, so it takes both permissions."""
        return self.has_view_permission(request) and request.user.has_perm(
            "django_chatkit.view_chatthread"
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[ChatFeedback]:
        return (
            super()
            .get_queryset(request)
            .defer("thread__payload", "thread__private_metadata", "thread__metadata")
        )

    @admin.display(description=gettext_lazy("verdict"))
    def verdict(self, feedback: ChatFeedback) -> SafeString:
        return badge(feedback.kind, feedback.get_kind_display())

    @admin.display(description=gettext_lazy("answer"))
    def answer(self, feedback: ChatFeedback) -> SafeString:
        # Loaded by the first page that shows it: Django's start need not wait for it.
        from .entries import excerpt, item_label  # noqa: PLC0415

        item = feedback.item
        hidden = item.type in HIDDEN_ITEM_TYPES
        words = item_label(item.type) if hidden else excerpt(item)
        return format_html("<bdi>{}</bdi>", words)

    @admin.display(description=gettext_lazy("conversation"))
    def conversation(self, feedback: ChatFeedback) -> SafeString:
        return format_html("<bdi>{}</bdi>", feedback.thread)

    @admin.display(description=gettext_lazy("person"))
    def belongs_to(self, feedback: ChatFeedback) -> SafeString:
        return person(feedback.user, feedback.scope)

    @admin.display(description=gettext_lazy("when"))
    def when(self, feedback: ChatFeedback) -> SafeString:
        return ago(feedback.updated_at)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead to the judged item in its conversation."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        feedback = self.get_object(request, object_id)
        if feedback is None:
            raise Http404
        url = reverse(
            "admin:django_chatkit_chatthread_change",
            args=[feedback.thread_id],
            current_app=self.admin_site.name,
        )
        return HttpResponseRedirect(f"{url}?item={feedback.item_id}#item-{feedback.item_id}")
