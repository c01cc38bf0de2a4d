"""Shows a generated image: a picture that becomes clearer, drawn by a few lines of code."""

from __future__ import annotations

from typing import Final

from chatkit.types import (
    GeneratedImage,
    GeneratedImageItem,
    GeneratedImageUpdated,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
)
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.picture import landscape
from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

_STAGES: Final = ((0.25, 32), (0.5, 16), (0.75, 8))
"""Progress from 0 to 1, and the size in pixels of the blocks the picture consists of by then."""


async def run(turn: Turn) -> Events:
    """Send three coarse versions of the picture, then the picture itself."""
    item = GeneratedImageItem(
        id=turn.item_id("message"), thread_id=turn.thread.id, created_at=turn.now()
    )
    yield ThreadItemAddedEvent(item=item)
    async for event in turn.progress(_("Mixing the colours…"), "square-image"):
        yield event
    for progress, block in _STAGES:
        yield turn.update(
            item,
            GeneratedImageUpdated(
                image=GeneratedImage(id=item.id, url=landscape(block)), progress=progress
            ),
        )
        await turn.pause(30)
    item.image = GeneratedImage(id=item.id, url=landscape())
    yield ThreadItemDoneEvent(item=item)
    text = _("An evening by the sea, painted pixel by pixel without any model.")
    async for event in turn.say(turn.translate(text)):
        yield event


SKILL = Skill(
    name="image",
    keywords={
        "en": ("image", "picture", "painting", "draw"),
        "de": ("Bild", "Gemälde", "male", "zeichne"),
        "fr": ("image", "dessine", "peinture"),
        "es": ("imagen", "dibuja", "pintura"),
        "ar": ("صورة", "ارسم"),
    },
    description=_("a picture that becomes clearer"),
    run=run,
)
