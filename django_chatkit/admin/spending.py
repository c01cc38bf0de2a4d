"""What assistants used, as the admin shows it: sums, limits and how they stand, days."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from django.db.models import F, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..limits import PERIODS, Limit, limits_of
from ..models import ChatUsage, Spent

DAYS = 30

BAR_HEIGHT = 100
"""Units of the picture's coordinates, in which the tallest bar is that high."""


class Sums(NamedTuple):
    """Sums, worded."""

    tokens: str
    cost: str


@dataclass(frozen=True)
class Standing:
    """A limit and how far it is used up.

    Parameters:
        limit: The limit.
        used: What was used of it by everybody; ``None`` where each person has it.
    """

    limit: Limit
    used: Decimal | None

    @property
    def share(self) -> float | None:
        """From 0 to 1, or more where the last answer went over it."""
        if self.used is None:
            return None
        return float(self.used / self.limit.most) if self.limit.most else 1.0

    @property
    def label(self) -> str:
        """What is limited, and for whom."""
        measure = {"TURNS": _("messages"), "TOKENS": _("tokens"), "COST": _("cost")}
        period = {
            "MINUTE": _("a minute"),
            "HOUR": _("an hour"),
            "DAY": _("a day"),
            "MONTH": _("in 30 days"),
        }
        whose = _("everybody") if self.limit.owner == "ASSISTANT" else _("each person")
        return _("%(measure)s %(period)s, %(whose)s") % {
            "measure": measure[self.limit.measure],
            "period": period[self.limit.period],
            "whose": whose,
        }

    @property
    def most(self) -> str:
        """The limit itself."""
        return number_format(self.limit.most, use_l10n=True, force_grouping=True)

    def meter(self) -> SafeString:
        """How far it is used up."""
        share = self.share or 0.0
        return format_html(
            '<meter class="chatkit-meter" min="0" max="1" high="0.8" optimum="0" value="{}"'
            ' aria-label="{}"></meter> <small class="chatkit-quiet">{} %</small>',
            f"{min(share, 1):.3f}",
            self.label,
            round(share * 100),
        )


class Day(NamedTuple):
    """One day's tokens, and its bar in the picture."""

    day: date
    label: str
    tokens: str
    cost: str
    x: int
    y: int
    height: int


def _spent(alias: str, period: timedelta) -> Spent:
    since = timezone.now() - period
    return ChatUsage.objects.filter(assistant=alias, created_at__gte=since).spent()


def sums_of(alias: str) -> Sums:
    """What an assistant used within 24 hours."""
    spent = _spent(alias, PERIODS["DAY"])
    if not spent.requests:
        return Sums("–", "–")
    return Sums(grouped(spent.tokens), money(spent.cost))


def standings_of(alias: str) -> list[Standing]:
    """An assistant's limits, those of everybody together with how they stand."""
    found = []
    for limit in limits_of(alias):
        used: Decimal | None = None
        if limit.owner == "ASSISTANT" and limit.measure != "TURNS":
            spent = _spent(alias, PERIODS[limit.period])
            used = Decimal(spent.tokens) if limit.measure == "TOKENS" else spent.cost
        found.append(Standing(limit, used))
    return found


def daily_use(alias: str) -> list[Day]:
    """The last thirty days of an assistant, oldest first; empty if it used nothing."""
    today = timezone.localdate()
    first = today - timedelta(days=DAYS - 1)
    rows = (
        ChatUsage.objects.filter(
            assistant=alias, created_at__gte=timezone.now() - timedelta(days=DAYS)
        )
        .annotate(day=TruncDate("created_at"))
        .values("day")
        .annotate(tokens=Sum(F("input_tokens") + F("output_tokens")), cost=Sum("cost"))
        .order_by()
    )
    by_day = {row["day"]: (int(row["tokens"] or 0), row["cost"]) for row in rows}
    if not by_day:
        return []
    highest = max(tokens for tokens, _cost in by_day.values()) or 1
    days = []
    for index in range(DAYS):
        day = first + timedelta(days=index)
        tokens, cost = by_day.get(day, (0, None))
        height = round(tokens / highest * BAR_HEIGHT)
        days.append(
            Day(
                day=day,
                label=date_format(day, "SHORT_DATE_FORMAT"),
                tokens=grouped(tokens),
                cost=money(cost) if cost is not None else "",
                x=index * 10,
                y=BAR_HEIGHT - height,
                height=height,
            )
        )
    return days


def grouped(value: int) -> str:
    """A count, with its thousands apart."""
    return number_format(value, use_l10n=True, force_grouping=True)


def money(value: Decimal) -> str:
    """A cost in the currency of ``PRICES``; small ones to the ten-thousandth."""
    return number_format(value, decimal_pos=2 if value >= 1 else 4, use_l10n=True)
