"""What the admin of threads has besides, where OpenAI holds some: their state, sync, deletion."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import actions
from django.contrib.admin.models import CHANGE, DELETION
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .. import services
from ..enums import RemoteOutcome
from ..models import ChatThread
from . import thread_rows
from .base import RecordAdmin
from .confirmation import Choice, Question, ask, chosen_keys, tell
from .deletion import deletion_summary
from .filters import AssistantFilter
from .log import log
from .mirror import MirrorFilter, mark_imported, mirror_cell
from .outcomes import Line, told_deletion, told_sync
from .readable import first_words

SYNC = "django_chatkit.change_chatthread"

WHERE = {"both": (True, True), "here": (True, False), "there": (False, True)}
"""The answers to where to delete, as (here, there)."""


class HostedThreadsAdmin(RecordAdmin[ChatThread]):
    """Threads of which OpenAI may hold some; without a hosted assistant there is no sign of it."""

    # The list

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        columns: list[Any] = list(super().get_list_display(request))
        if services.has_hosted_assistants():
            columns.insert(columns.index("message_total"), "mirror")
        return columns

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        filters: list[Any] = list(super().get_list_filter(request))
        if services.has_hosted_assistants():
            filters.insert(filters.index(AssistantFilter) + 1, MirrorFilter)
        return filters

    def complete_rows(self, rows: list[ChatThread]) -> None:
        thread_rows.complete(rows)
        if services.has_hosted_assistants():
            mark_imported(rows)

    @admin.display(description=gettext_lazy("OpenAI"), empty_value="")
    def mirror(self, thread: ChatThread) -> SafeString | str:
        return mirror_cell(thread)

    # Addresses

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        name = "django_chatkit_chatthread_"
        return [
            path("sync/", wrap(self.sync_view), name=f"{name}sync_selected"),
            path("<int:thread_key>/sync/", wrap(self.sync_view), name=f"{name}sync"),
            path("delete-hosted/", wrap(self.delete_hosted_view), name=f"{name}delete_hosted"),
            *super().get_urls(),
        ]

    def page_url(self, name: str, *args: Any) -> str:
        """The address of one of the pages about threads."""
        return reverse(
            f"admin:django_chatkit_chatthread_{name}", args=args, current_app=self.admin_site.name
        )

    def _chosen(self, request: HttpRequest, key: int | None) -> list[ChatThread]:
        keys = chosen_keys(request, self.list_per_page) if key is None else [key]
        rows = self.get_queryset(request).select_related("user").filter(pk__in=keys)
        return list(rows.order_by("-last_activity_at", "-sequence"))

    # Sync

    def has_sync_permission(self, request: HttpRequest) -> bool:
        """Whether this person may have OpenAI asked for what is new, if the site has it at all."""
        allowed = self.has_view_permission(request) and request.user.has_perm(SYNC)
        return allowed and services.has_hosted_assistants()

    def may_sync(self, request: HttpRequest, thread: ChatThread) -> bool:
        """Whether this person may sync this thread, and there is anybody to ask."""
        hosted = thread.is_mirror and services.hosted_backend(thread.assistant) is not None
        return hosted and self.has_sync_permission(request)

    @admin.action(
        permissions=["sync"], description=gettext_lazy("Sync selected conversations with OpenAI")
    )
    def sync_selected(self, request: HttpRequest, queryset: QuerySet[ChatThread]) -> HttpResponse:
        threads = list(queryset[: self.list_per_page])
        return self._ask_to_sync(request, threads, request.get_full_path())

    # What is asked of OpenAI may take its time, and should hold no transaction open.
    @transaction.non_atomic_requests
    def sync_view(self, request: HttpRequest, thread_key: int | None = None) -> HttpResponse:
        """Ask about one thread, or sync those that a page asked about."""
        if not self.has_sync_permission(request):
            raise PermissionDenied
        chosen = self._chosen(request, thread_key)
        threads = [thread for thread in chosen if thread.is_mirror]
        if thread_key is not None and not threads:
            raise Http404
        back = self.page_url("changelist" if thread_key is None else "change", *_args(thread_key))
        if not threads or request.method != "POST" or "confirmed" not in request.POST:
            return self._ask_to_sync(request, chosen, back)
        if len(threads) > 1 and services.has_queue():
            services.enqueue_sync(threads)
            log(request.user.pk, ChatThread, threads, CHANGE, _("Sync asked for."))
            self.message_user(request, _queued(len(threads)), messages.INFO)
            return HttpResponseRedirect(back)
        outcomes = services.sync_held_threads(threads)
        done = [thread for thread, outcome in outcomes if outcome == RemoteOutcome.DONE]
        log(request.user.pk, ChatThread, done, CHANGE, _("Synced with OpenAI."))
        lines = [
            Line(_title(thread), self.page_url("change", thread.pk), told_sync(thread, outcome))
            for thread, outcome in outcomes
        ]
        return self._tell(request, _("What was synced"), lines, back)

    def _ask_to_sync(
        self, request: HttpRequest, threads: list[ChatThread], back: str
    ) -> HttpResponse:
        held = [thread for thread in threads if thread.is_mirror]
        if not held:
            self.message_user(
                request, _("OpenAI holds none of these conversations."), messages.WARNING
            )
            return HttpResponseRedirect(back)
        count = len(held)
        effects = [
            _(
                "OpenAI is asked for the title, the status and the newest messages, and the copy "
                "here follows. Nothing changes at OpenAI."
            )
        ]
        if left := len(threads) - count:
            effects.append(_left_alone(left))
        if count > 1 and services.has_queue():
            effects.append(_("This is done in the background."))
        elif count > 1:
            effects.append(
                _("It takes %(seconds)d seconds at most; what is not done then is listed.")
                % {"seconds": services.PATIENCE_SECONDS}
            )
        question = Question(
            heading=ngettext("Sync this conversation", "Sync %(count)d conversations", count)
            % {"count": count},
            verb=_("Sync now"),
            effects=effects,
            url=self._action_url("sync", "sync_selected", held),
            back=back,
        )
        return ask(request, self, question, self._rows(held))

    # Delete

    @admin.action(permissions=["delete"], description=gettext_lazy("Delete selected conversations"))
    def delete_selected(
        self, request: HttpRequest, queryset: QuerySet[ChatThread]
    ) -> HttpResponse | None:
        """Django's action, which asks where if OpenAI holds some of them."""
        threads = []
        if services.has_hosted_assistants():
            threads = list(queryset[: self.list_per_page])
        if not any(thread.is_mirror for thread in threads):
            return actions.delete_selected(self, request, queryset)
        return self._ask_to_delete(request, threads, request.get_full_path())

    @transaction.non_atomic_requests
    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Django's page, or for a thread that OpenAI holds the one that asks where."""
        threads = []
        if services.has_hosted_assistants() and object_id.isdecimal():
            threads = self._chosen(request, min(int(object_id), 2**63 - 1))
        if not any(thread.is_mirror for thread in threads):
            response: HttpResponse = super().delete_view(request, object_id, extra_context)
            return response
        if not self.has_delete_permission(request, threads[0]):
            raise PermissionDenied
        return self._ask_to_delete(request, threads, self.page_url("change", threads[0].pk))

    @transaction.non_atomic_requests
    def delete_hosted_view(self, request: HttpRequest) -> HttpResponse:
        """Delete the threads that a page asked about, where its form says."""
        if not self.has_delete_permission(request):
            raise PermissionDenied
        changelist = self.page_url("changelist")
        threads = self._chosen(request, None)
        if request.method != "POST" or not threads:
            return HttpResponseRedirect(changelist)
        if not all(self.has_delete_permission(request, thread) for thread in threads):
            raise PermissionDenied
        where = request.POST.get("where", "")
        if where not in WHERE or "confirmed" not in request.POST:
            return self._ask_to_delete(request, threads, changelist)
        here, there = WHERE[where]
        thread_rows.complete(threads)  # titles, while there is something to read them from
        deletions = services.delete_held_threads(threads, here=here, there=there)
        self._log_deletions(request, deletions)
        lines = [
            Line(
                _title(each.thread),
                None if each.here else self.page_url("change", each.thread.pk),
                told_deletion(each),
            )
            for each in deletions
        ]
        gone = all(each.here for each in deletions)
        back = changelist if gone else self.page_url("change", threads[0].pk)
        return self._tell(
            request, _("What was deleted"), lines, back if len(threads) == 1 else changelist
        )

    def _ask_to_delete(
        self, request: HttpRequest, threads: list[ChatThread], back: str
    ) -> HttpResponse:
        held = [thread for thread in threads if thread.is_mirror]
        reachable = [thread for thread in held if services.hosted_backend(thread.assistant)]
        count, own = len(threads), len(threads) - len(held)
        effects = [_("This cannot be undone.")]
        if own:
            effects.insert(0, _own_too(own))
        _links, counts = deletion_summary(threads, self.admin_site)
        question = Question(
            heading=ngettext("Delete this conversation", "Delete %(count)d conversations", count)
            % {"count": count},
            verb=_("Delete"),
            effects=effects,
            url=self.page_url("delete_hosted"),
            back=back,
            choices=_places(
                can_ask=bool(reachable),
                vanished=all(thread.vanished_at is not None for thread in held),
            ),
            legend=_("Delete where?"),
            dangerous=True,
            counts=[(str(name), number) for name, number in counts.items()][1:],
        )
        return ask(request, self, question, self._rows(threads))

    def _log_deletions(self, request: HttpRequest, deletions: list[services.Deletion]) -> None:
        for here, there, flag, message in (
            (True, False, DELETION, ""),
            (True, True, DELETION, _("Deleted here and at OpenAI.")),
            (False, True, CHANGE, _("Deleted at OpenAI.")),
        ):
            rows = [
                each.thread
                for each in deletions
                if (each.here, each.there == RemoteOutcome.DONE) == (here, there)
            ]
            log(request.user.pk, ChatThread, rows, flag, message)

    # What both need

    def _action_url(self, one: str, several: str, threads: list[ChatThread]) -> str:
        if len(threads) == 1:
            return self.page_url(one, threads[0].pk)
        return self.page_url(several)

    def _rows(self, threads: list[ChatThread]) -> list[tuple[Any, SafeString]]:
        thread_rows.complete(threads)
        return [(thread.pk, _title(thread)) for thread in threads]

    def _tell(
        self, request: HttpRequest, heading: str, lines: list[Line], back: str
    ) -> HttpResponse:
        """A message about one thread, a page about several."""
        if len(lines) != 1:
            return tell(request, self, heading, lines, self.page_url("changelist"))
        told = lines[0].told
        self.message_user(request, told.message, told.level)
        return HttpResponseRedirect(back)


def _args(key: int | None) -> list[int]:
    return [] if key is None else [key]


def _title(thread: ChatThread) -> SafeString:
    words = thread.title or getattr(thread, "opening_words", "") or thread.id
    return format_html("<bdi>{}</bdi>", first_words(words, 100) or thread.id)


def _left_alone(count: int) -> str:
    return ngettext(
        "%(count)d of those you chose is this site’s own and is left alone.",
        "%(count)d of those you chose are this site’s own and are left alone.",
        count,
    ) % {"count": count}


def _own_too(count: int) -> str:
    return ngettext(
        "%(count)d of them is this site’s own: it is deleted unless you choose OpenAI alone.",
        "%(count)d of them are this site’s own: they are deleted unless you choose OpenAI alone.",
        count,
    ) % {"count": count}


def _queued(count: int) -> str:
    return ngettext(
        "%(count)d conversation is synced in the background. Reload the list to see how far it is.",
        "%(count)d conversations are synced in the background. Reload the list to see how far "
        "they are.",
        count,
    ) % {"count": count}


def _places(*, can_ask: bool, vanished: bool) -> list[Choice]:
    nobody = "" if can_ask else _("The settings name no hosted assistant that could be asked.")
    only_here = vanished or not can_ask
    return [
        Choice(
            value="both",
            label=_("Here and at OpenAI"),
            effect=nobody
            or _(
                "OpenAI deletes its conversation; then the copy here goes with its messages and "
                "files. If OpenAI cannot be reached, nothing is deleted."
            ),
            checked=not only_here,
            disabled=not can_ask,
        ),
        Choice(
            value="here",
            label=_("Only here"),
            effect=_("The copy here goes. OpenAI has the conversation no more.")
            if vanished
            else _(
                "The copy here goes. OpenAI keeps its conversation: it comes back with the next "
                "sync, or when the person opens the chat."
            ),
            checked=only_here,
        ),
        Choice(
            value="there",
            label=_("Only at OpenAI"),
            effect=nobody
            or _(
                "OpenAI deletes its conversation, and the person no longer sees it. The copy here "
                "is kept for you."
            ),
            disabled=not can_ask,
        ),
    ]
