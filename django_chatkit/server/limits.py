"""Whether a message is answered now: the pause that staff decided, and the assistant's limits."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _

from ..counting import seconds_to_wait
from ..exceptions import AssistantPaused
from ..limits import PERIODS, Limit, limits_of
from ..models import ChatAssistant, ChatUsage, Spent

if TYPE_CHECKING:
    from .context import RequestContext

FRESH_SECONDS = 5
"""How long the sum over everybody, which may be of many rows, is not read again."""


def refusal(context: "RequestContext") -> str | None:
    """What the visitor is told in the place of an answer; ``None`` where one may be given."""
    pause = ChatAssistant.objects.pause_of(context.assistant)
    if pause is not None:
        return pause or str(AssistantPaused.default_message)
    limits = limits_of(context.assistant)
    # Sums first: a message that they refuse is not counted.
    sums = (limit for limit in limits if limit.measure != "TURNS")
    return _spent_up(context, sums) or _too_many_turns(
        context, (limit for limit in limits if limit.measure == "TURNS")
    )


def _spent_up(context: "RequestContext", limits: Iterable[Limit]) -> str | None:
    sums: dict[tuple[str, str], Spent] = {}
    for limit in limits:
        key = (limit.owner, limit.period)
        if key not in sums:
            sums[key] = _spent(context, *key)
        spent = sums[key]
        used = Decimal(spent.tokens) if limit.measure == "TOKENS" else spent.cost
        if used >= limit.most:
            return _refused(limit)
    return None


def _spent(context: "RequestContext", owner: str, period: str) -> Spent:
    since = timezone.now() - PERIODS[period]
    rows = ChatUsage.objects.filter(assistant=context.assistant, created_at__gte=since)
    if owner == "SCOPE":
        return rows.filter(scope=context.scope).spent()
    key = f"django_chatkit:spent:{context.assistant}:{period}"
    found: Spent | None = cache.get(key)
    if found is None:
        found = rows.spent()
        cache.set(key, found, FRESH_SECONDS)
    return found


def _too_many_turns(context: "RequestContext", limits: Iterable[Limit]) -> str | None:
    for limit in limits:
        owner = context.scope if limit.owner == "SCOPE" else ""
        seconds = int(PERIODS[limit.period].total_seconds())
        key = f"turns:{limit.period}:{context.assistant}:{owner}"
        if seconds_to_wait(key, int(limit.most), seconds):
            return _refused(limit)
    return None


def _refused(limit: Limit) -> str:
    if limit.owner == "ASSISTANT":
        return _("So many people are writing that this assistant needs a rest. Try again later.")
    words = {
        "MINUTE": _("That was a lot in one minute. Take a breath and try again."),
        "HOUR": _("You have used up what this chat offers in an hour. Try again later."),
        "DAY": _("You have used up what this chat offers in a day. Try again tomorrow."),
        "MONTH": _("You have used up what this chat offers in a month."),
    }
    return words[limit.period]
