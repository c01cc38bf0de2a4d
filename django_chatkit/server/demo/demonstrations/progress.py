"""Shows progress: one line that changes while the answer is prepared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from chatkit.icons import IconName
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_STEPS: Final[tuple[tuple[IconName, StrOrPromise], ...]] = (
    ("search", _("Looking around…")),
    ("document", _("Reading what is there…")),
    ("lightbulb", _("Making sense of it…")),
    ("write", _("Finding the words…")),
)


async def run(turn: Turn) -> Events:
    """Show four lines of progress, then an answer in their place."""
    for icon, text in _STEPS:
        async for event in turn.progress(text, icon):
            yield event
    answer = _("Here I am. Progress is shown only while you wait; it is not kept.")
    async for event in turn.say(turn.translate(answer)):
        yield event


SKILL = Skill(
    name="progress",
    keywords={
        "en": ("progress",),
        "de": ("Fortschritt",),
        "fr": ("progression", "progrès"),
        "es": ("progreso",),
        "ar": ("تقدم",),
    },
    description=_("a line of progress that changes"),
    run=run,
)
