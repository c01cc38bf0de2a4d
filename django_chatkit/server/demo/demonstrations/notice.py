"""Shows notices of the three levels."""

from __future__ import annotations

from chatkit.types import NoticeEvent
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn


async def run(turn: Turn) -> Events:
    """Emit one notice of each level, then say where they came from."""
    yield NoticeEvent(
        level="info",
        title=turn.translate(_("Good to know")),
        message=turn.translate(_("A notice is not part of the thread and is gone after a reload.")),
    )
    await turn.pause(20)
    yield NoticeEvent(
        level="warning",
        title=turn.translate(_("Nearly used up")),
        message=turn.translate(_("You have used **9 of 10** messages. [See the plans](/)")),
    )
    await turn.pause(20)
    yield NoticeEvent(
        level="danger",
        message=turn.translate(_("This one has no title and means it.")),
    )
    text = _("Three notices: information, a warning and danger.")
    async for event in turn.say(turn.translate(text)):
        yield event


SKILL = Skill(
    name="notice",
    keywords={
        "en": ("notice", "notices", "warning", "notification"),
        "de": ("Hinweis", "Hinweise", "Warnung", "Meldung"),
        "fr": ("avis", "avertissement", "notification"),
        "es": ("aviso", "avisos", "advertencia"),
        "ar": ("إشعار", "تنبيه", "تحذير"),
    },
    description=_("notices: information, warning, danger"),
    run=run,
)
