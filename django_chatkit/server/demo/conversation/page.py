"""Says what the page told the assistant about itself and the visitor."""

from __future__ import annotations

import json

from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.escape import fence
from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn


async def run(turn: Turn) -> Events:
    """Show the assistant's alias, the language and the page's context."""
    context = turn.context
    known = turn.markdown(
        _("I am the assistant **%(assistant)s**; your language is **%(language)s**."),
        assistant=context.assistant,
        language=context.locale or turn.language,
    )
    if context.page_context is None:
        parts = [known, turn.translate(_("This page told me nothing about itself."))]
    else:
        told = json.dumps(context.page_context, ensure_ascii=False, indent=2)
        parts = [known, turn.translate(_("This page told me about itself:")), fence(told, "json")]
    async for event in turn.say("\n\n".join(parts)):
        yield event


SKILL = Skill(
    name="context",
    keywords={
        "en": ("page context", "which page", "what page", "this page", "where am i"),
        "de": ("Seitenkontext", "welche seite", "diese seite", "wo bin ich"),
        "fr": ("contexte de la page", "quelle page", "cette page", "où suis je"),
        "es": ("contexto de la página", "qué página", "esta página", "dónde estoy"),
        "ar": ("سياق الصفحة", "أي صفحة", "هذه الصفحة", "أين أنا"),
    },
    description=_("what the page tells me about itself"),
    run=run,
)
