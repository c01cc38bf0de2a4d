"""Tells the date and the time, as the visitor's language writes them."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils import formats, timezone, translation
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn


def local_time() -> datetime:
    """Return the present moment in the site's time zone."""
    if settings.USE_TZ:
        return timezone.localtime()
    return datetime.now()  # noqa: DTZ005 - a site without time zones lives in one


async def run(turn: Turn) -> Events:
    """Say which day it is and what time."""
    now = turn.clock()
    with translation.override(turn.language):
        weekday = formats.date_format(now, "l")
        date = formats.date_format(now, "DATE_FORMAT")
        time = formats.time_format(now, "TIME_FORMAT")
    text = _("It is %(weekday)s, **%(date)s**, %(time)s by the site's clock.")
    async for event in turn.say(turn.markdown(text, weekday=weekday, date=date, time=time)):
        yield event


SKILL = Skill(
    name="date",
    keywords={
        "en": ("date", "what time", "what is the time", "what day", "today", "time is it", "clock"),
        "de": (
            "Datum",
            "Uhrzeit",
            "wie spät",
            "wieviel uhr",
            "wie viel uhr",
            "welcher tag",
            "heute",
        ),
        "fr": ("date", "quelle heure", "quel jour", "aujourd'hui"),
        "es": ("fecha", "qué hora", "qué día", "hoy"),
        "ar": ("تاريخ", "كم الساعة", "اليوم", "الوقت"),
    },
    requests={
        "en": ("date", "time"),
        "de": ("Datum", "zeit"),
        "fr": ("date", "heure"),
        "es": ("fecha", "hora"),
        "ar": ("تاريخ", "وقت"),
    },
    description=_("the date and the time"),
    run=run,
)
