"""What to try next, in the visitor's words."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.turn import Turn

_SUGGESTED: Final = ("markdown", "widget", "workflow", "theme")


def suggestion(turn: Turn) -> str:
    """Return one line of Markdown that names a few things to ask for."""
    by_name = {skill.name: skill for skill in turn.skills}
    chosen = [by_name[name] for name in _SUGGESTED if name in by_name]
    words = [f"`{skill.keyword(turn.language)}`" for skill in chosen]
    listed = turn.translate(_(", ")).join(words)
    helping = by_name["help"].keyword(turn.language) if "help" in by_name else "help"
    text = _("Try %(suggestions)s or `%(help)s`.")
    return turn.translate(text, suggestions=listed, help=helping)
