"""Threads in the admin: the list, the conversation, and what staff decide about it."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .. import services
from ..enums import MESSAGE_ITEM_TYPES
from ..models import (
    TITLE_MAX_LENGTH,
    ChatAttachment,
    ChatFeedback,
    ChatThread,
    ChatThreadItem,
)
from . import thread_rows
from .cells import ago, badge, running_marker
from .deletion import deletion_summary
from .filters import AssistantFilter, FeedbackFilter, PersonFilter, RunningFilter
from .hosted import HostedThreadsAdmin
from .links import admin_link
from .mirror import mirror_facts, origin_facts
from .moderation import CLOSE, DECISIONS, LOCK, REOPEN, Decision, ReasonForm, decide, decisions_for
from .people import email_of, person
from .readable import first_words, pretty, record

VIEW_HIDDEN = "django_chatkit.view_hidden_context"
MODERATE = "django_chatkit.moderate_chatthread"


@admin.register(ChatThread)
class ChatThreadAdmin(HostedThreadsAdmin):
    """Conversations as the support lead reads and steers them."""

    keyset_fields = ("last_activity_at", "sequence")
    text_search = ("title",)
    search_help_text = gettext_lazy(
        "Words of the title, a user name or e-mail address, or a whole thread id or scope."
    )
    list_display = (
        "conversation",
        "belongs_to",
        "assistant",
        "status_badge",
        "message_total",
        "last_activity",
    )
    list_filter = (
        "status",
        AssistantFilter,
        PersonFilter,
        FeedbackFilter,
        RunningFilter,
        "last_activity_at",
    )
    list_select_related = ("user",)
    actions = (
        "delete_selected",
        "lock_selected",
        "close_selected",
        "reopen_selected",
        "sync_selected",
    )
    empty_title = gettext_lazy("No conversations yet")
    empty_help = gettext_lazy(
        "They appear here as soon as somebody writes to an assistant on your site."
    )

    # The list

    def get_queryset(self, request: HttpRequest) -> QuerySet[ChatThread]:
        # The JSON columns may be long, and the list shows none of them.
        return (
            super()
            .get_queryset(request)
            .defer("payload", "private_metadata", "metadata", "allowed_image_domains")
        )

    @admin.display(description=gettext_lazy("conversation"))
    def conversation(self, thread: ChatThread) -> SafeString:
        return format_html(
            "{}{}",
            conversation_title(thread, getattr(thread, "opening_words", "")),
            running_marker() if is_running(thread) else "",
        )

    @admin.display(description=gettext_lazy("person"))
    def belongs_to(self, thread: ChatThread) -> SafeString:
        return person(thread.user, thread.scope)

    @admin.display(description=gettext_lazy("status"))
    def status_badge(self, thread: ChatThread) -> SafeString:
        return badge(thread.status, thread.get_status_display(), thread.status_reason)

    @admin.display(description=gettext_lazy("messages"))
    def message_total(self, thread: ChatThread) -> SafeString:
        count = getattr(thread, "message_count", "")
        # Seen where the column has no head.
        unit = ngettext("message", "messages", 1 if count == "1" else 2)
        return format_html('{}<span class="chatkit-unit"> {}</span>', count, unit)

    @admin.display(description=gettext_lazy("last activity"))
    def last_activity(self, thread: ChatThread) -> SafeString:
        return ago(thread.last_activity_at)

    # The conversation

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path(
                f"<int:thread_key>/{decision.name}/",
                wrap(self.decision_view),
                {"name": decision.name},
                name=f"django_chatkit_chatthread_{decision.name}",
            )
            for decision in DECISIONS.values()
        ]
        return own + super().get_urls()

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The conversation; there is nothing to change in it."""
        # Loaded by the first page that shows it: Django's start need not wait for it.
        from .conversation import read_conversation  # noqa: PLC0415

        thread = self._thread(request, object_id)
        show_hidden = request.user.has_perm(VIEW_HIDDEN)
        conversation = read_conversation(
            thread,
            show_hidden=show_hidden,
            before=_number(request, "before"),
            after=_number(request, "after"),
            item=_number(request, "item"),
        )
        opening = "" if thread.title else thread_rows.opening_words(thread)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": thread.title or opening or thread.id,
            "conversation_title": conversation_title(thread, opening, limit=TITLE_MAX_LENGTH),
            "media": self.media,
            "thread": thread,
            "conversation": conversation,
            "running": is_running(thread),
            "status": badge(thread.status, thread.get_status_display(), None),
            "facts": self._facts(request, thread, has_items=bool(conversation.entries)),
            "time_zone": timezone.get_current_timezone_name(),
            "item_shown": _number(request, "item"),
            "may_download": self._may_download(request),
            "decisions": decisions_for(thread) if self.has_moderate_permission(request) else [],
            "may_sync": self.may_sync(request, thread),
            "has_delete_permission": self.has_delete_permission(request, thread),
            "preserved_filters": self.get_preserved_filters(request),
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(
            request, "admin/django_chatkit/chatthread/conversation.html", context
        )

    def _thread(self, request: HttpRequest, object_id: str) -> ChatThread:
        if not object_id.isdecimal():
            raise Http404
        rows = ChatThread.objects.select_related("user", "session")
        thread = rows.filter(pk=min(int(object_id), 2**63 - 1)).first()
        if not self.has_view_permission(request, thread):
            raise PermissionDenied
        if thread is None:
            raise Http404
        return thread

    def _facts(
        self, request: HttpRequest, thread: ChatThread, *, has_items: bool
    ) -> dict[str, Any]:
        from .conversation import capped_count  # noqa: PLC0415 - as above, by the first page

        items = ChatThreadItem.objects.filter(thread=thread)
        return {
            "mirror": mirror_facts(thread, has_items=has_items),
            "origin": origin_facts(thread),
            "user_link": thread.user and admin_link(request, self.admin_site, thread.user),
            "session_link": thread.session and admin_link(request, self.admin_site, thread.session),
            "email": email_of(thread.user) if thread.user else "",
            "messages": capped_count(items.filter(type__in=MESSAGE_ITEM_TYPES)),
            "items": capped_count(items),
            "attachments": capped_count(ChatAttachment.objects.filter(thread=thread)),
            "positive": capped_count(ChatFeedback.objects.filter(thread=thread, kind="positive")),
            "negative": capped_count(ChatFeedback.objects.filter(thread=thread, kind="negative")),
            "metadata": [
                (name, value if isinstance(value, str) else pretty(value))
                for name, value in sorted(record(thread.metadata).items())
            ],
        }

    def _may_download(self, request: HttpRequest) -> bool:
        registered = self.admin_site._registry.get(ChatAttachment)
        return registered is not None and registered.has_view_permission(request)

    # Lock, close, reopen

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        """Whether this person may lock, close and reopen."""
        return request.user.has_perm(MODERATE)

    def decision_view(self, request: HttpRequest, thread_key: int, name: str) -> HttpResponse:
        """Ask for the reason of a decision about one thread, then take it."""
        thread = self._thread(request, str(thread_key))
        if not self.has_moderate_permission(request):
            raise PermissionDenied
        change_url = self.page_url("change", thread.pk)
        return self._decide(request, DECISIONS[name], [thread], change_url) or HttpResponseRedirect(
            change_url
        )

    @admin.action(permissions=["moderate"], description=gettext_lazy("Lock selected conversations"))
    def lock_selected(
        self, request: HttpRequest, queryset: QuerySet[ChatThread]
    ) -> HttpResponse | None:
        return self._decide_selected(request, LOCK, queryset)

    @admin.action(
        permissions=["moderate"], description=gettext_lazy("Close selected conversations")
    )
    def close_selected(
        self, request: HttpRequest, queryset: QuerySet[ChatThread]
    ) -> HttpResponse | None:
        return self._decide_selected(request, CLOSE, queryset)

    @admin.action(
        permissions=["moderate"], description=gettext_lazy("Reopen selected conversations")
    )
    def reopen_selected(
        self, request: HttpRequest, queryset: QuerySet[ChatThread]
    ) -> HttpResponse | None:
        return self._decide_selected(request, REOPEN, queryset)

    def _decide_selected(
        self, request: HttpRequest, decision: Decision, queryset: QuerySet[ChatThread]
    ) -> HttpResponse | None:
        # Never more than a page: "all pages" is not offered, and not taken from a forged form.
        threads = list(queryset[: self.list_per_page])
        return self._decide(request, decision, threads, request.get_full_path(), selected=True)

    def _decide(
        self,
        request: HttpRequest,
        decision: Decision,
        threads: list[ChatThread],
        back: str,
        *,
        selected: bool = False,
    ) -> HttpResponse | None:
        """The page that asks for a reason; None once the decision is taken."""
        confirmed = request.method == "POST" and (not selected or "decided" in request.POST)
        form = ReasonForm(decision, request.POST if confirmed else None)
        if confirmed and form.is_valid():
            done = decide(
                decision, threads, reason=form.cleaned_data["reason"], user_id=request.user.pk
            )
            message = decision.done % {"count": done}
            self.message_user(request, message, messages.SUCCESS)
            return None
        thread_rows.complete(threads)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": decision.heading % {"count": len(threads)},
            "media": self.media + form.media,
            "form": form,
            "decision": decision,
            "titles": [
                conversation_title(each, getattr(each, "opening_words", "")) for each in threads
            ],
            "thread": None if selected else threads[0],
            "threads": threads if selected else [],
            "action": f"{decision.name}_selected",
            "action_checkbox_name": ACTION_CHECKBOX_NAME,
            "back": back,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/django_chatkit/chatthread/decision.html", context)

    # Delete

    def get_deleted_objects(
        self, objs: Iterable[ChatThread], request: HttpRequest
    ) -> tuple[list[Any], dict[Any, Any], set[Any], list[Any]]:
        listed, counts = deletion_summary(objs, self.admin_site)
        return listed, counts, set(), []

    def delete_model(self, request: HttpRequest, obj: ChatThread) -> None:
        services.delete_here([obj])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[ChatThread]) -> None:
        services.delete_here(list(queryset))

    def response_delete(self, request: HttpRequest, obj_display: str, obj_id: int) -> HttpResponse:
        """Back to the list: Django leads who may not change rows to the index."""
        response = super().response_delete(request, obj_display, obj_id)
        if not isinstance(response, HttpResponseRedirect):
            return response
        return HttpResponseRedirect(
            add_preserved_filters(
                {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts},
                self.page_url("changelist"),
            )
        )


def conversation_title(thread: ChatThread, opening: str, *, limit: int = 100) -> SafeString:
    """A thread's title in at most ``limit`` characters, or how it began, or that it is empty."""
    if thread.title:
        return format_html("<bdi>{}</bdi>", first_words(thread.title, limit) or thread.title)
    if opening:
        return format_html('<bdi class="chatkit-opening">{}</bdi>', opening)
    return format_html('<span class="chatkit-quiet">{}</span>', _("Nothing written yet"))


def is_running(thread: ChatThread) -> bool:
    """Whether an answer is being written in the thread."""
    return bool(
        thread.turn_token and thread.turn_expires_at and thread.turn_expires_at > timezone.now()
    )


def _number(request: HttpRequest, name: str) -> int | None:
    """A position or key of the query string; None unless it is one."""
    word = request.GET.get(name, "")
    return int(word) if word.isdecimal() and len(word) < 19 else None
