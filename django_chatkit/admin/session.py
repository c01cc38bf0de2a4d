"""Sessions in the admin: who holds which secret until when, and never the secret."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..enums import SessionStatus
from ..models import ChatSession
from .cells import ago, badge
from .filters import AssistantFilter, PersonFilter, SessionStateFilter
from .people import person
from .revocation import RevocableSessionsAdmin


@admin.register(ChatSession)
class ChatSessionAdmin(RevocableSessionsAdmin):
    """Sessions, without their hashes and without what the backend keeps."""

    search_help_text = gettext_lazy(
        "A user name or e-mail address, or a whole session id or scope."
    )
    list_display = ("id", "belongs_to", "assistant", "state", "expires", "created")
    list_filter = (SessionStateFilter, AssistantFilter, PersonFilter, "created_at")
    list_select_related = ("user",)
    fields = (
        "id",
        "user",
        "scope",
        "assistant",
        "state",
        "expires_at",
        "max_requests_per_minute",
        "metadata",
        "created_at",
        "cancelled_at",
    )
    empty_title = gettext_lazy("No sessions yet")
    empty_help = gettext_lazy(
        "A session is minted when a page on another site, a mobile app or a script asks for a "
        "client secret."
    )

    def get_readonly_fields(
        self, request: HttpRequest, obj: ChatSession | None = None
    ) -> tuple[str, ...]:
        return self.fields

    @admin.display(description=gettext_lazy("person"))
    def belongs_to(self, session: ChatSession) -> SafeString:
        return person(session.user, session.scope)

    @admin.display(description=gettext_lazy("status"))
    def state(self, session: ChatSession) -> SafeString:
        if session.status == SessionStatus.ACTIVE and session.expires_at <= timezone.now():
            return badge("expired", _("expired"))
        if session.cancel_pending:
            detail = _("OpenAI has not confirmed it yet")
            return badge("locked", _("revoked here"), detail)
        return badge(session.status, session.get_status_display())

    @admin.display(description=gettext_lazy("expires"))
    def expires(self, session: ChatSession) -> SafeString:
        return ago(session.expires_at)

    @admin.display(description=gettext_lazy("created"))
    def created(self, session: ChatSession) -> SafeString:
        return ago(session.created_at)
