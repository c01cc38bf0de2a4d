"""Small pieces that lists and pages share: badges and times."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timesince import timesince
from django.utils.translation import gettext as _


def badge(name: str, label: str, detail: str | None = None) -> SafeString:
    """A coloured word; ``name`` picks its colour in the style sheet."""
    shown = format_html(
        '<span class="chatkit-badge chatkit-badge-{}">{}</span>', name, capfirst(label)
    )
    if not detail:
        return shown
    return format_html(
        '<span title="{}">{}</span> <small class="chatkit-quiet chatkit-detail">{}</small>',
        detail,
        shown,
        detail,
    )


def running_marker() -> SafeString:
    """The sign that an answer is being written."""
    return format_html(' <span class="chatkit-running">{}</span>', _("Answering"))


def ago(moment: datetime) -> SafeString:
    """A past time as people say it, with the exact one to hover over."""
    local = timezone.localtime(moment)
    exact = date_format(local, "DATETIME_FORMAT")
    passed = timezone.now() - moment
    if timedelta(0) <= passed < timedelta(minutes=1):
        words = _("just now")
    elif timedelta(0) <= passed < timedelta(days=1):
        words = _("%(time)s ago") % {"time": timesince(moment, depth=1)}
    else:
        words = date_format(local, "SHORT_DATETIME_FORMAT")
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        local.isoformat(),
        exact,
        words,
    )
