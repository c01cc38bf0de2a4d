"""Shows how Markdown is drawn."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

_TEXT = _("""\
## A heading

Text can be **bold**, *italic*, ~~struck out~~ or `inline code`, and a [link](https://docs.djangoproject.com/) leads elsewhere.

### Lists

- a point
- another point
  - and one below it

1. first this
2. then that

- [x] a task that is done
- [ ] a task that is open

> A quotation stands a little apart.

---

That was Markdown, word by word as a model would send it.""")


async def run(turn: Turn) -> Events:
    """Stream one message with every common kind of Markdown."""
    async for event in turn.say(turn.translate(_TEXT)):
        yield event


SKILL = Skill(
    name="markdown",
    keywords={
        "en": ("markdown", "rich text", "formatting"),
        "de": ("Markdown", "Formatierung"),
        "fr": ("markdown", "mise en forme"),
        "es": ("markdown", "formato"),
        "ar": ("ماركداون", "تنسيق"),
    },
    description=_("headings, lists, tasks, links and a quotation"),
    run=run,
)
