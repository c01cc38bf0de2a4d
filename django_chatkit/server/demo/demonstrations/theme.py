"""Shows a client tool: the agent asks the page to change its theme and carries on after it has."""

from __future__ import annotations

import uuid
from typing import Any, Final

from chatkit.types import ClientToolCallItem, ThreadItemDoneEvent
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.language import words
from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

TOOL: Final = "switch_theme"
"""The client tool the page offers; its one argument is ``theme``, ``"dark"`` or ``"light"``."""

_THEME = "demo_theme"
"""The key of a thread's private metadata that keeps the theme asked for last."""

_DARK = frozenset(
    words("dark night dunkel dunkles dunkle nacht sombre oscuro noche داكن مظلم ليلي")
)
_LIGHT = frozenset(words("light bright day hell helles helle clair claro día فاتح مضيء نهاري"))


async def run(turn: Turn) -> Events:
    """Say what is about to happen, then call the tool; the turn goes on with its output."""
    theme = _wanted(turn)
    turn.thread.metadata[_THEME] = theme
    text = (
        _("I ask the page to turn dark.") if theme == "dark" else _("I ask the page to turn light.")
    )
    async for event in turn.say(turn.translate(text)):
        yield event
    yield ThreadItemDoneEvent(
        item=ClientToolCallItem(
            id=turn.item_id("tool_call"),
            thread_id=turn.thread.id,
            created_at=turn.now(),
            call_id=f"call_{uuid.uuid4().hex}",
            name=TOOL,
            arguments={"theme": theme},
        )
    )


async def after_tool_call(turn: Turn, call: ClientToolCallItem) -> Events:
    """Say what the page made of the tool call."""
    if call.name != TOOL:
        text = turn.markdown(_("The page answered **%(tool)s**."), tool=call.name)
    elif _failed(call.output):
        text = turn.translate(_("The page could not do it; it may not offer that tool."))
    elif call.arguments.get("theme") == "light":
        text = turn.translate(_("Done: the page is **light** now. Say “dark mode” to go back."))
    else:
        text = turn.translate(_("Done: the page is **dark** now. Say “light mode” to go back."))
    async for event in turn.say(text):
        yield event


def _wanted(turn: Turn) -> str:
    said = frozenset(words(turn.prompt))
    if said & _DARK:
        return "dark"
    if said & _LIGHT:
        return "light"
    return "light" if turn.thread.metadata.get(_THEME) == "dark" else "dark"


def _failed(output: Any) -> bool:
    if not isinstance(output, dict):
        return False
    return bool(output.get("error")) or output.get("success") is False


SKILL = Skill(
    name="theme",
    keywords={
        "en": ("dark mode", "light mode", "dark theme", "light theme", "theme", "client tool"),
        "de": ("Dunkelmodus", "dunkles design", "helles design", "Hellmodus", "Design", "Thema"),
        "fr": ("mode sombre", "mode clair", "thème", "thème sombre", "thème clair"),
        "es": ("modo oscuro", "modo claro", "tema", "tema oscuro", "tema claro"),
        "ar": ("الوضع الداكن", "الوضع الفاتح", "سمة", "مظهر"),
    },
    requests={
        "en": ("dark mode", "dark", "light", "page dark", "page light"),
        "de": ("Dunkelmodus", "dunkel", "hell"),
        "fr": ("mode sombre", "sombre", "clair"),
        "es": ("modo oscuro", "oscuro", "claro"),
        "ar": ("الوضع الداكن", "داكن", "فاتح"),
    },
    description=_("a client tool that changes the page's theme"),
    run=run,
)
