"""Shows hidden context: stored in the thread, never sent to the page."""

from __future__ import annotations

from chatkit.types import HiddenContextItem, ThreadItemDoneEvent
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn


async def run(turn: Turn) -> Events:
    """Store a hidden note, then say that it is there."""
    yield ThreadItemDoneEvent(
        item=HiddenContextItem(
            id=turn.item_id("message"),
            thread_id=turn.thread.id,
            created_at=turn.now(),
            content={"note": "The visitor asked for hidden context.", "author": "demo agent"},
        )
    )
    text = _(
        "I have put a note into this thread that you cannot see. "
        "It is there for the assistant, and in the admin for those who may read it."
    )
    async for event in turn.say(turn.translate(text)):
        yield event


SKILL = Skill(
    name="hidden",
    keywords={
        "en": ("hidden context", "hidden note", "secret note"),
        "de": ("versteckter kontext", "versteckte notiz"),
        "fr": ("contexte caché", "note cachée"),
        "es": ("contexto oculto", "nota oculta"),
        "ar": ("سياق مخفي", "ملاحظة مخفية"),
    },
    requests={
        "en": ("hidden",),
        "de": ("versteckt",),
        "fr": ("caché",),
        "es": ("oculto",),
        "ar": ("مخفي",),
    },
    description=_("a note that only staff can read"),
    run=run,
)
