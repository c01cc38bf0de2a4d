"""How a hosted thread's copy stands to what OpenAI has, and where an imported one came from."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.fields.json import KT
from django.http import HttpRequest
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import services
from ..enums import MirrorState
from ..models import ChatThread
from ..types import JSONObject
from .cells import ago
from .readable import record, text

IMPORTED = "imported"

_CLOUD = '<path d="M5.2 15.5h9.4a3.9 3.9 0 0 0 .5-7.77A5.4 5.4 0 0 0 4.7 8.3 3.65 3.65 0 0 0 5.2 15.5z"/>'
_MARKS: dict[str, str] = {
    MirrorState.IN_STEP: '<path d="m7.4 11.2 1.9 1.9 3.4-3.7"/>',
    MirrorState.BEHIND: '<path d="M10 8.9v2.7l1.8 1"/>',
    MirrorState.VANISHED: '<path d="m7.9 9.3 4.2 4.2m0-4.2-4.2 4.2"/>',
    IMPORTED: '<path d="M10 9v4.2m-1.7-1.7L10 13.2l1.7-1.7"/>',
    MirrorState.NEVER: '<path d="M7.3 11.6h.01M10 11.6h.01M12.7 11.6h.01"/>',
}
_PICTURES = {
    state: mark_safe(  # noqa: S308 - constants
        '<svg class="chatkit-cloud" viewBox="0 0 20 20" aria-hidden="true" focusable="false">'
        f"{_CLOUD}{mark}</svg>"
    )
    for state, mark in _MARKS.items()
}

EXPLAINED = {
    MirrorState.IN_STEP: gettext_lazy("The copy was compared with OpenAI within the last day."),
    MirrorState.BEHIND: gettext_lazy(
        "Nobody has asked OpenAI for more than a day: newer messages may be missing here."
    ),
    MirrorState.VANISHED: gettext_lazy(
        "OpenAI has it no more. The copy is kept for you; the person no longer sees it."
    ),
    MirrorState.NEVER: gettext_lazy("OpenAI holds the conversation; nothing of it was read yet."),
}


def mirror_badge(state: MirrorState) -> SafeString:
    """A state as a cloud with a mark and a word."""
    return _cloud(state.value, capfirst(str(state.label)), str(EXPLAINED[state]))


def _cloud(name: str, word: str, explained: str) -> SafeString:
    return format_html(
        '<span class="chatkit-mirror chatkit-mirror-{}" title="{}">{}'
        '<span class="chatkit-mirror-word">{}</span></span>',
        name,
        f"{word}. {explained}",
        _PICTURES[name],
        word,
    )


def mirror_cell(thread: ChatThread) -> SafeString | str:
    """The cell of a list: the state and since when; nothing for threads that are the site's own."""
    state = services.mirror_state(thread, has_items=getattr(thread, "has_items", True))
    if state is None:
        if getattr(thread, "is_imported", False):
            explained = _("It came from OpenAI, and is this site’s own now.")
            return _cloud(IMPORTED, _("Imported"), explained)
        return ""
    since = thread.vanished_at if state == MirrorState.VANISHED else thread.synced_at
    if since is None or state == MirrorState.NEVER:
        return mirror_badge(state)
    return format_html(
        '{} <small class="chatkit-quiet chatkit-since">{}</small>', mirror_badge(state), ago(since)
    )


def mark_imported(threads: Sequence[ChatThread]) -> None:
    """Put ``is_imported`` on those of a page's threads that came from OpenAI, in one query."""
    own = [thread.pk for thread in threads if not thread.is_mirror]
    imported = set(
        ChatThread.objects.filter(pk__in=own)
        .annotate(imported_at=KT("payload__imported_at"))
        .filter(imported_at__isnull=False)
        .values_list("pk", flat=True)
    )
    for thread in threads:
        vars(thread)["is_imported"] = thread.pk in imported


def mirror_facts(thread: ChatThread, *, has_items: bool) -> JSONObject | None:
    """What the page of a conversation that OpenAI holds says about its copy."""
    state = services.mirror_state(thread, has_items=has_items)
    if state is None:
        return None
    synced_at = None if state == MirrorState.NEVER else thread.synced_at
    return {"badge": mirror_badge(state), "explained": EXPLAINED[state], "synced_at": synced_at}


def origin_facts(thread: ChatThread) -> dict[str, Any] | None:
    """Where an imported conversation came from, and when."""
    payload = record(thread.payload)
    moment = text(payload.get("imported_at"))
    if thread.is_mirror or not moment:
        return None
    return {"assistant": text(payload.get("imported_from")), "when": _moment(moment)}


def _moment(words: str) -> datetime | None:
    try:
        return parse_datetime(words)
    except ValueError:
        return None


class MirrorFilter(admin.SimpleListFilter):
    """Threads by how their copy stands to what OpenAI has."""

    title = gettext_lazy("mirror")
    parameter_name = "mirror"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [(state.value, capfirst(str(state.label))) for state in MirrorState]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value is None or value not in MirrorState.values:
            return queryset
        return queryset.filter(services.in_mirror_state(MirrorState(value)))
