"""Rolls dice and flips a coin."""

from __future__ import annotations

import re
from typing import Final

from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

MAX_DICE: Final = 20
MAX_SIDES: Final = 1000

_DICE: Final = re.compile(r"\b(\d{1,2})?\s?[dw](\d{1,4})\b", re.IGNORECASE)
"""Dice as players write them: ``2d6``, and ``2w6`` in German."""


async def roll(turn: Turn) -> Events:
    """Roll the dice the message asks for, or one die of six sides."""
    count, sides = _asked(turn.prompt)
    thrown = [turn.rng.randint(1, sides) for _number in range(count)]
    if count == 1:
        text = turn.translate(_("The die shows **%(result)d**."), result=thrown[0])
    else:
        text = turn.translate(
            _("%(dice)s: %(thrown)s. Together **%(sum)d**."),
            dice=f"{count}d{sides}",
            thrown=" + ".join(str(number) for number in thrown),
            sum=sum(thrown),
        )
    async for event in turn.say(text):
        yield event


async def flip(turn: Turn) -> Events:
    """Flip a coin."""
    heads = turn.rng.random() < 0.5
    text = _("The coin shows **heads**.") if heads else _("The coin shows **tails**.")
    async for event in turn.say(turn.translate(text)):
        yield event


def _understands_dice(message: str) -> bool:
    return _DICE.search(message) is not None and len(message.split()) <= 6


def _asked(message: str) -> tuple[int, int]:
    found = _DICE.search(message)
    if found is None:
        return 1, 6
    count, sides = int(found[1] or 1), int(found[2])
    return max(1, min(count, MAX_DICE)), max(2, min(sides, MAX_SIDES))


DICE = Skill(
    name="dice",
    keywords={
        "en": ("dice", "roll a die", "a die"),
        "de": ("Würfel", "würfle", "würfeln"),
        "fr": ("dé", "dés", "lance un dé"),
        "es": ("dado", "dados"),
        "ar": ("نرد", "زهر"),
    },
    description=_("rolls dice, also `2d6` and the like"),
    understands=_understands_dice,
    run=roll,
)

COIN = Skill(
    name="coin",
    keywords={
        "en": ("coin", "heads or tails"),
        "de": ("Münze", "kopf oder zahl"),
        "fr": ("pile ou face", "pièce de monnaie"),
        "es": ("moneda", "cara o cruz"),
        "ar": ("عملة", "ملك أو كتابة"),
    },
    description=_("flips a coin"),
    run=flip,
)
