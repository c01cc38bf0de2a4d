"""Revoking sessions: asked first, done here at once, and told to OpenAI within a bound."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.models import CHANGE
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .. import services
from ..backends.shapes import session_status
from ..enums import Revocation, SessionStatus
from ..models import ChatSession
from .base import RecordAdmin
from .confirmation import Question, ask, chosen_keys, tell
from .log import log
from .outcomes import Line, told_revocation
from .people import person

REVOKE = "django_chatkit.change_chatsession"


class RevocableSessionsAdmin(RecordAdmin[ChatSession]):
    """Sessions that staff with ``change_chatsession`` may revoke."""

    actions = ("revoke_selected",)
    change_form_template = "admin/django_chatkit/chatsession/change_form.html"

    def get_actions(self, request: HttpRequest, action_location: Any = None) -> dict[str, Any]:
        # Django 6.1 names the place; 5.2 knows of none.
        place = {} if action_location is None else {"action_location": action_location}
        actions: dict[str, Any] = super().get_actions(request, **place)
        # A session that is deleted here still opens OpenAI's chat: revoking is what is meant.
        actions.pop("delete_selected", None)
        return actions

    def has_revoke_permission(self, request: HttpRequest) -> bool:
        """Whether this person may revoke sessions."""
        return self.has_view_permission(request) and request.user.has_perm(REVOKE)

    def get_urls(self) -> list[URLPattern]:
        revoke = path(
            "revoke/",
            self.admin_site.admin_view(self.revoke_view),
            name="django_chatkit_chatsession_revoke_selected",
        )
        revoke_one = path(
            "<int:session_key>/revoke/",
            self.admin_site.admin_view(self.revoke_view),
            name="django_chatkit_chatsession_revoke",
        )
        return [revoke, revoke_one, *super().get_urls()]

    def _url(self, name: str, *args: Any) -> str:
        return reverse(
            f"admin:django_chatkit_chatsession_{name}",
            args=args,
            current_app=self.admin_site.name,
        )

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The session, with a button where there is something to revoke."""
        context = dict(extra_context or {})
        if self.has_revoke_permission(request) and object_id.isdecimal():
            key = min(int(object_id), 2**63 - 1)
            session = self.get_queryset(request).filter(pk=key).first()
            if session is not None and is_revocable(session):
                context["revoke_url"] = self._url("revoke", session.pk)
                context["revoke_again"] = session.cancel_pending
        return super().change_view(request, object_id, form_url, context)

    @admin.action(permissions=["revoke"], description=gettext_lazy("Revoke selected sessions"))
    def revoke_selected(
        self, request: HttpRequest, queryset: QuerySet[ChatSession]
    ) -> HttpResponse:
        return self._ask(request, list(queryset[: self.list_per_page]), self._url("changelist"))

    # OpenAI is told after the commit, so there must be none around the whole request.
    @transaction.non_atomic_requests
    def revoke_view(self, request: HttpRequest, session_key: int | None = None) -> HttpResponse:
        """Ask about one session, or revoke those that a page asked about."""
        if not self.has_revoke_permission(request):
            raise PermissionDenied
        back = self._url("changelist")
        keys = chosen_keys(request, self.list_per_page)
        if session_key is not None:
            keys, back = [session_key], self._url("change", session_key)
        rows = self.get_queryset(request).select_related("user").filter(pk__in=keys)
        sessions = list(rows.order_by("-sequence"))
        if not sessions:
            return HttpResponseRedirect(self._url("changelist"))
        if request.method != "POST" or "confirmed" not in request.POST:
            return self._ask(request, sessions, back)
        outcomes = services.revoke_for_staff(sessions)
        self._log(request, outcomes)
        if len(sessions) == 1 and outcomes:
            told = told_revocation(*outcomes[0])
            self.message_user(request, told.message, told.level)
            return HttpResponseRedirect(back)
        lines = [
            Line(session.id, self._url("change", session.pk), told_revocation(session, outcome))
            for session, outcome in outcomes
        ]
        return tell(request, self, _("What was revoked"), lines, self._url("changelist"))

    def _ask(self, request: HttpRequest, sessions: list[ChatSession], back: str) -> HttpResponse:
        count = len(sessions)
        effects = [
            ngettext(
                "The session’s client secret opens nothing any more on this site, at once and "
                "for good. The person can begin a new session.",
                "The sessions’ client secrets open nothing any more on this site, at once and "
                "for good. The people can begin new sessions.",
                count,
            )
        ]
        if any(services.hosted_backend(session.assistant) for session in sessions):
            effects.append(
                _(
                    "OpenAI is told to cancel it as well, and is waited for a few seconds. If it "
                    "does not answer, it is told again later; until then the secret works in "
                    "OpenAI’s chat, at most until it expires."
                )
            )
        url = self._url("revoke", sessions[0].pk) if count == 1 else self._url("revoke_selected")
        question = Question(
            heading=ngettext("Revoke this session", "Revoke %(count)d sessions", count)
            % {"count": count},
            verb=_("Revoke"),
            effects=effects,
            url=url,
            back=back,
            dangerous=True,
        )
        rows = [
            (
                session.pk,
                format_html(
                    "<code>{}</code> · {}", session.id, person(session.user, session.scope)
                ),
            )
            for session in sessions
        ]
        return ask(request, self, question, rows)

    def _log(self, request: HttpRequest, outcomes: list[tuple[ChatSession, Revocation]]) -> None:
        for outcome, message in (
            (Revocation.REVOKED, _("Revoked.")),
            (Revocation.PENDING, _("Revoked here; OpenAI has not confirmed it yet.")),
        ):
            rows = [session for session, each in outcomes if each == outcome]
            log(request.user.pk, ChatSession, rows, CHANGE, message)


def is_revocable(session: ChatSession) -> bool:
    """Whether there is something to revoke, here or still at OpenAI."""
    return session.cancel_pending or session_status(session) == SessionStatus.ACTIVE
