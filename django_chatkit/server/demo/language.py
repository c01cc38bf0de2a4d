"""Which language someone writes, and words made comparable across spellings.

A few dozen marker words are enough to tell the five languages of the demo agent apart, and say
"not clear" for anything else; a wrong guess would be worse than staying with the page's language.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from django.conf import settings
from django.utils.translation import get_supported_language_variant

LANGUAGES: Final = ("en", "de", "fr", "es", "ar")
"""The languages the demo agent understands and has a catalogue for."""

_WORD = re.compile(r"\w+")
_ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
_SPANISH_OPENING = re.compile("[\u00bf\u00a1]")
_TATWEEL = "\u0640"
_ARABIC_ARTICLE = "\u0627\u0644"

_MARKERS: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(
        "the is are you your what how who please show can could would my this that with and of "
        "thanks thank tell give want make let it in i hello me an".split()
    ),
    "de": frozenset(
        "der das und ist ich du sie wie wer bitte zeig zeige mir ein eine einen nicht kannst mit "
        "hallo danke guten heute welche mach auf fur wieviel viel zum uber deutsch hilfe fehler".split()
    ),
    "fr": frozenset(
        "le les une des est et je tu vous bonjour salut merci montre moi quel quelle qui quoi "
        "avec pour dans plait fais affiche bonsoir francais combien qu ai mon aide".split()
    ),
    "es": frozenset(
        "el los las una es y yo usted hola gracias por favor muestra muestrame quien como con "
        "para cual puedes dame haz ensename buenos buenas dias cuanto espanol me quiero que hora hay ayuda".split()
    ),
}
_GREETINGS: Final[dict[str, frozenset[str]]] = {
    "de": frozenset("hallo danke bitte guten zeig".split()),
    "fr": frozenset("bonjour bonsoir salut merci".split()),
    "es": frozenset("hola gracias muestrame buenos buenas".split()),
}
"""Words that settle the language alone. English has none: its short words travel too far."""


def fold(text: str) -> str:
    """Return ``text`` without case, accents, Arabic vowel signs and stretching."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(
        character
        for character in decomposed
        if not unicodedata.combining(character) and character != _TATWEEL
    )


def words(text: str) -> list[str]:
    """Return the words of ``text``, folded; Arabic ones without their article."""
    return [_without_article(word) for word in _WORD.findall(fold(text))]


def detect(text: str) -> str | None:
    """Return the language ``text`` is clearly written in, or ``None`` where that is not clear."""
    if len(_ARABIC_LETTER.findall(text)) > len(text) / 4:
        return "ar"
    if _SPANISH_OPENING.search(text):
        return "es"
    found = frozenset(words(text))
    scores = {language: _score(found, language) for language in _MARKERS}
    first, second = sorted(scores.values(), reverse=True)[:2]
    if first < 2 or first == second:
        return None
    return max(scores, key=lambda language: scores[language])


def supported(locale: str) -> str:
    """Return the Django language code to answer in for a BCP 47 tag such as ``"de-AT"``.

    Only the site's own languages and those of the demo agent come back, so that a made-up tag
    cannot make Django load and keep a catalogue for it.
    """
    code = locale.replace("_", "-").lower()
    try:
        return get_supported_language_variant(code)
    except LookupError:
        base = code.partition("-")[0]
        return base if base in LANGUAGES else settings.LANGUAGE_CODE


def base(language: str) -> str:
    """Return the language of a code without its region: ``"en"`` for ``"en-gb"``."""
    return language.partition("-")[0].lower()


def _without_article(word: str) -> str:
    if word.startswith(_ARABIC_ARTICLE) and len(word) > len(_ARABIC_ARTICLE) + 2:
        return word.removeprefix(_ARABIC_ARTICLE)
    return word


def _score(found: frozenset[str], language: str) -> int:
    settled = found & _GREETINGS.get(language, frozenset())
    return len(found & _MARKERS[language]) + len(settled)
