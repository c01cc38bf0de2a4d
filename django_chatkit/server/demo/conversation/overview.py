"""Lists what the demo agent can do."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn


async def run(turn: Turn) -> Events:
    """Stream one line for each skill that has a description."""
    lines = [
        turn.translate(_("I am a built-in demo agent; no model is asked. Say one of these words:")),
        "",
    ]
    lines += [
        f"- **{skill.keyword(turn.language)}**: {turn.translate(skill.description)}"
        for skill in turn.skills
        if skill.description is not None
    ]
    async for event in turn.say("\n".join(lines)):
        yield event


SKILL = Skill(
    name="help",
    keywords={
        "en": ("help", "what can you do", "what can I ask", "what can I say", "commands"),
        "de": ("Hilfe", "was kannst du", "Befehle"),
        "fr": ("aide", "que peux tu faire", "que sais tu faire"),
        "es": ("ayuda", "qué puedes hacer", "que sabes hacer"),
        "ar": ("مساعدة", "ماذا تستطيع", "ماذا يمكنك"),
    },
    run=run,
)
