"""Shows a long answer, to scroll through and to stop."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

SECTIONS: Final = 20
"""How many sections the answer has."""

_PARAGRAPHS: Final = (
    _(
        "A long answer is a good moment to scroll. The view follows the text while you are at "
        "the end of it, and stays where you are once you have scrolled up to read."
    ),
    _(
        "The stop button ends the answer here and now. What has been written so far stays in "
        "the thread, and is still there after a reload."
    ),
    _(
        "Nothing jumps while the text grows: words arrive one after the other, paragraphs "
        "settle where they begin, and the page around them does not move."
    ),
)


async def run(turn: Turn) -> Events:
    """Stream one message of many sections."""
    parts = [turn.translate(_("You asked for a long one. Stop me whenever you like."))]
    for number in range(1, SECTIONS + 1):
        heading = _("Section %(number)d of %(count)d")
        parts.append("## " + turn.translate(heading, number=number, count=SECTIONS))
        parts.append(turn.translate(_PARAGRAPHS[(number - 1) % len(_PARAGRAPHS)]))
    parts.append(turn.translate(_("That was the end. You have patience.")))
    async for event in turn.say("\n\n".join(parts)):
        yield event


SKILL = Skill(
    name="long",
    keywords={
        "en": ("long answer", "long text", "long message", "long reply", "long story", "essay"),
        "de": ("lange antwort", "langer text", "langen text"),
        "fr": ("longue réponse", "long texte", "réponse longue"),
        "es": ("respuesta larga", "texto largo"),
        "ar": ("إجابة طويلة", "نص طويل"),
    },
    requests={
        "en": ("long",),
        "de": ("lang",),
        "fr": ("long",),
        "es": ("largo",),
        "ar": ("طويل",),
    },
    description=_("a long answer, to scroll and to stop"),
    run=run,
)
