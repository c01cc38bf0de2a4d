"""Usage in the admin: which turn used what of which model."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import ChatThread, ChatUsage
from .base import RecordAdmin
from .cells import ago
from .filters import AssistantFilter, PersonFilter
from .people import person
from .spending import grouped, money


@admin.register(ChatUsage)
class ChatUsageAdmin(RecordAdmin[ChatUsage]):
    """A row for each turn and model, newest first."""

    exact_search = ("scope", "model")
    search_help_text = gettext_lazy("A user name or e-mail address, or a whole scope or model.")
    list_display = ("when", "belongs_to", "assistant", "model", "tokens", "price", "conversation")
    list_display_links = None
    list_filter = (AssistantFilter, PersonFilter, "created_at")
    list_select_related = ("user",)
    empty_title = gettext_lazy("Nothing used yet")
    empty_help = gettext_lazy("What the models of an AgentServer use is listed here, by turn.")

    def complete_rows(self, rows: list[ChatUsage]) -> None:
        wanted = {row.thread_sequence for row in rows}
        threads = ChatThread.objects.only("id", "title").in_bulk(wanted)
        for row in rows:
            row.thread = threads.get(row.thread_sequence)  # type: ignore[attr-defined]

    @admin.display(description=gettext_lazy("when"))
    def when(self, usage: ChatUsage) -> SafeString:
        return ago(usage.created_at)

    @admin.display(description=gettext_lazy("person"))
    def belongs_to(self, usage: ChatUsage) -> SafeString:
        return person(usage.user, usage.scope)

    @admin.display(description=gettext_lazy("tokens in, out"))
    def tokens(self, usage: ChatUsage) -> str:
        return f"{grouped(usage.input_tokens)}, {grouped(usage.output_tokens)}"

    @admin.display(description=gettext_lazy("cost"))
    def price(self, usage: ChatUsage) -> str:
        if usage.cost is None:
            return "–"
        return money(usage.cost)

    @admin.display(description=gettext_lazy("conversation"))
    def conversation(self, usage: ChatUsage) -> SafeString | str:
        thread: ChatThread | None = getattr(usage, "thread", None)
        if thread is None:
            return _("deleted")
        url = reverse(
            "admin:django_chatkit_chatthread_change",
            args=[thread.pk],
            current_app=self.admin_site.name,
        )
        return format_html('<a href="{}"><bdi>{}</bdi></a>', url, thread)
