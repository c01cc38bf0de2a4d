"""What came with a message besides its text: files, tags, a quotation."""

from __future__ import annotations

from chatkit.types import UserMessageTagContent
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.escape import escape, quote
from django_chatkit.server.demo.turn import Turn


def of(turn: Turn) -> str:
    """Return Markdown to start the answer with, naming what came along; ``""`` if nothing did."""
    if turn.message is None:
        return ""
    lines = []
    if turn.message.quoted_text and turn.message.quoted_text.strip():
        lines += [turn.translate(_("You quote:")), quote(turn.message.quoted_text)]
    if turn.message.attachments:
        names = [attachment.name for attachment in turn.message.attachments]
        lines.append(turn.translate(_("I received: %(names)s."), names=_names(turn, names)))
    tags = [part.text for part in turn.message.content if isinstance(part, UserMessageTagContent)]
    if tags:
        lines.append(turn.translate(_("You mention: %(names)s."), names=_names(turn, tags)))
    return "".join(f"{line}\n\n" for line in lines)


def _names(turn: Turn, names: list[str]) -> str:
    return turn.translate(_(", ")).join(f"**{escape(name)}**" for name in names)
