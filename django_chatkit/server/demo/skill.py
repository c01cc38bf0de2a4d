"""Something the demo agent can do, and how a message asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from django_chatkit.server.demo.language import base, words
from django_chatkit.server.demo.turn import Events, Turn

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Keywords = Mapping[str, tuple[str, ...]]
"""Words or phrases by language code."""


@dataclass(frozen=True, kw_only=True)
class Skill:
    """One thing the demo agent does.

    ``keywords`` ask for it wherever they stand in a message, ``requests`` only when little else is
    said ("long", "please show me a long one"). The first request of a language, or else the first
    keyword, is the one that help suggests. ``description`` is one line for help; without one, help
    leaves the skill out. ``understands`` is for what keywords cannot say, such as a sum. Small talk
    is answered when nothing else is asked: "hello, help me" is about help.
    """

    name: str
    run: Callable[[Turn], Events]
    keywords: Keywords = field(default_factory=dict)
    requests: Keywords = field(default_factory=dict)
    description: StrOrPromise | None = None
    understands: Callable[[str], bool] | None = None
    small_talk: bool = False

    def keyword(self, language: str) -> str:
        """Return the word to suggest to someone who speaks ``language``."""
        code = base(language)
        for suggestions in (self.requests, self.keywords):
            if code in suggestions:
                return suggestions[code][0]
        return next(
            (found["en"][0] for found in (self.requests, self.keywords) if found), self.name
        )


_FILLER: Final = frozenset(
    # English
    "a an the me us i you it this that please pls show see give make do can could would will want "
    "like to let try demo demonstrate demonstration example of some get have display render use "
    "another one go now and in with your my hey hi hello ok okay switch turn set into "
    # German
    "ein eine einen einem der die das den mir uns bitte zeig zeige zeigen gib mach mache kannst "
    "konntest du ich will mochte mal beispiel fur von eines etwas noch jetzt und mit auf hallo "
    # French
    "un une des le la les moi nous sil te vous plait montre montrez affiche donne donnez fais "
    "faites peux pouvez tu je veux voudrais voir exemple de du d l s il encore et avec bonjour "
    # Spanish
    "unos unas el los las nos por favor muestra muestrame ensename dame haz puedes podrias quiero "
    "ver ejemplo otro otra ahora y con hola "
    # Arabic
    "من فضلك ارني اعرض اعطني هات اريد ان ارى مثال مثالا على لي هل يمكنك في مع مرحبا".split()
)


def find(skills: Sequence[Skill], message: str) -> Skill | None:
    """Return the skill that ``message`` asks for.

    The longest phrase wins, then the one that stands first in the message.
    """
    for skill in skills:
        if skill.understands is not None and skill.understands(message):
            return skill
    said = words(message)
    asked = _best((skill for skill in skills if not skill.small_talk), said)
    return asked or _best((skill for skill in skills if skill.small_talk), said)


def _best(skills: Iterable[Skill], said: list[str]) -> Skill | None:
    core = [word for word in said if word not in _FILLER]
    best: tuple[int, int] = (0, 0)
    chosen: Skill | None = None
    for skill in skills:
        for phrase in _phrases(skill.keywords):
            position = _position(phrase, said)
            if position is not None and (len(phrase), -position) > best:
                best, chosen = (len(phrase), -position), skill
        for phrase in _phrases(skill.requests):
            asked = [word for word in phrase if word not in _FILLER]
            whole = phrase == said or (bool(asked) and asked == core)
            if whole and (len(said), 0) > best:
                best, chosen = (len(said), 0), skill
    return chosen


def _phrases(keywords: Keywords) -> Iterable[list[str]]:
    for phrases in keywords.values():
        for phrase in phrases:
            yield _words(phrase)


@cache
def _words(phrase: str) -> list[str]:
    return words(phrase)


def _position(phrase: list[str], said: list[str]) -> int | None:
    length = len(phrase)
    for start in range(len(said) - length + 1):
        if said[start : start + length] == phrase:
            return start
    return None
