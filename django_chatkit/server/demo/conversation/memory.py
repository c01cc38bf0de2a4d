"""Remembers what was said in the thread, by reading it back from the store."""

from __future__ import annotations

from chatkit.types import ThreadItem, UserMessageItem
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from django_chatkit.server.demo.escape import quote
from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn
from django_chatkit.server.titles import shorten

_QUOTED_LENGTH = 500


async def first(turn: Turn) -> Events:
    """Quote the first message of the thread."""
    said = _said(await turn.history("asc"), turn)
    text = _quoted(turn, turn.translate(_("The first thing you said:")), said)
    async for event in turn.say(text):
        yield event


async def last(turn: Turn) -> Events:
    """Quote the message before this one."""
    said = _said(await turn.history("desc"), turn)
    text = _quoted(turn, turn.translate(_("Before this you said:")), said)
    async for event in turn.say(text):
        yield event


async def count(turn: Turn) -> Events:
    """Count the words after a colon, or those of the message before this one."""
    _request, _colon, given = turn.prompt.partition(":")
    said = given.strip() or _said(await turn.history("desc"), turn)
    counted = ngettext_lazy(
        "That is **%(count)d** word.", "Those are **%(count)d** words.", "count"
    )
    text = _quoted(turn, turn.translate(counted, count=len((said or "").split())), said)
    async for event in turn.say(text):
        yield event


def _said(items: list[ThreadItem], turn: Turn) -> str | None:
    """Return the text of the first user message among ``items`` that is not this turn's."""
    for item in items:
        if isinstance(item, UserMessageItem) and item.id != turn.message_id:
            return " ".join(part.text for part in item.content).strip()
    return None


def _quoted(turn: Turn, text: str, said: str | None) -> str:
    if not said:
        return turn.translate(_("Nothing yet: this is where our conversation begins."))
    return text + "\n\n" + quote(shorten(said, _QUOTED_LENGTH))


FIRST = Skill(
    name="first",
    keywords={
        "en": ("what did I say first", "say first", "my first message", "first thing i said"),
        "de": ("was habe ich zuerst gesagt", "zuerst gesagt", "meine erste Nachricht"),
        "fr": ("qu'ai-je dit en premier", "dit en premier", "mon premier message"),
        "es": ("qué dije primero", "dije primero", "mi primer mensaje"),
        "ar": ("ماذا قلت أولا", "رسالتي الأولى", "أول رسالة"),
    },
    description=_("recalls how this conversation began"),
    run=first,
)

LAST = Skill(
    name="last",
    keywords={
        "en": ("what did I say", "what did I just say", "my last message", "i say before"),
        "de": ("was habe ich gesagt", "was habe ich gerade gesagt", "meine letzte Nachricht"),
        "fr": ("qu'ai-je dit", "qu'est-ce que j'ai dit", "mon dernier message"),
        "es": ("qué dije", "qué he dicho", "mi último mensaje"),
        "ar": ("ماذا قلت", "رسالتي الأخيرة"),
    },
    run=last,
)

COUNT = Skill(
    name="count",
    keywords={
        "en": ("count words", "count the words", "count my words", "how many words", "word count"),
        "de": ("zähle die Wörter", "Wörter zählen", "wie viele Wörter"),
        "fr": ("compte les mots", "compter les mots", "combien de mots"),
        "es": ("cuenta las palabras", "contar palabras", "cuántas palabras"),
        "ar": ("عدد الكلمات", "كم كلمة"),
    },
    description=_("counts the words of your previous message"),
    run=count,
)
