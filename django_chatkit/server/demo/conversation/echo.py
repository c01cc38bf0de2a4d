"""What the demo agent says when it recognises nothing: your words, and a look at them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from django_chatkit.server.demo.conversation.suggestion import suggestion
from django_chatkit.server.demo.escape import escape_line, quote
from django_chatkit.server.demo.turn import Events, Turn
from django_chatkit.server.titles import shorten

_QUOTED_LENGTH = 500


async def run(turn: Turn) -> Events:
    """Repeat the message, count its words and read it backwards."""
    async for event in turn.say(_answer(turn)):
        yield event


def _answer(turn: Turn) -> str:
    said = turn.prompt.split()
    if not said:
        return turn.translate(_("Thank you.")) + " " + suggestion(turn)
    counted = ngettext_lazy("That is %(count)d word.", "Those are %(count)d words.", "count")
    looks = [turn.translate(counted, count=len(said))]
    if len(said) > 1:
        longest = max(said, key=len)
        looks.append(turn.markdown(_("The longest is “%(word)s”."), word=shorten(longest)))
        backwards = shorten(" ".join(reversed(said)), 120)
        looks.append(turn.markdown(_("Backwards: %(text)s"), text=backwards))
    parts = [
        turn.translate(_("You say:")),
        quote(shorten(turn.prompt, _QUOTED_LENGTH)) or escape_line(turn.prompt),
        " ".join(looks),
        suggestion(turn),
    ]
    return "\n\n".join(parts)
