"""Shows a client effect: something the page does without answering."""

from __future__ import annotations

from chatkit.types import ClientEffectEvent
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn


async def run(turn: Turn) -> Events:
    """Fire the effect ``confetti``, then explain it."""
    yield ClientEffectEvent(name="confetti", data={"pieces": 80})
    text = _(
        "I sent the effect `confetti`. What the page does with it is the page's choice: "
        "it listens for `chatkit.effect`."
    )
    async for event in turn.say(turn.translate(text)):
        yield event


SKILL = Skill(
    name="effect",
    keywords={
        "en": ("effect", "client effect", "confetti"),
        "de": ("Effekt", "Konfetti"),
        "fr": ("effet", "confettis"),
        "es": ("efecto", "confeti"),
        "ar": ("تأثير", "قصاصات"),
    },
    description=_("an effect for the page to play"),
    run=run,
)
