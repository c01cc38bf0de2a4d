"""Shows a table."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

_TEXT = _("""\
The planets that have a surface to stand on:

| Planet | Moons | A day lasts | Worth a visit |
| :--- | ---: | ---: | :---: |
| Mercury | 0 | 176 days | no |
| Venus | 0 | 117 days | *hot* |
| **Earth** | 1 | 24 hours | **yes** |
| Mars | 2 | 24 hours 40 minutes | soon |

A wide table scrolls by itself and leaves the page alone.""")


async def run(turn: Turn) -> Events:
    """Stream one message with a table of four columns."""
    async for event in turn.say(turn.translate(_TEXT)):
        yield event


SKILL = Skill(
    name="table",
    keywords={
        "en": ("table", "markdown table", "columns"),
        "de": ("Tabelle", "Spalten"),
        "fr": ("tableau", "table", "colonnes"),
        "es": ("tabla", "columnas"),
        "ar": ("جدول", "جدولا"),
    },
    description=_("a table with aligned columns"),
    run=run,
)
