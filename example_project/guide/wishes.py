"""What a visitor asks for, understood by a few words: the scripted model's ears."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["remember", "theme", "weather", "file", "known", "hours", "other"]

END = r"\s*[.?!؟]*\s*$"

REMEMBER = re.compile(
    r"(?:remember|note|don[’']t forget)(?:,? that)?[:,]?\s+(?P<en>.+?)" + END + "|"
    r"merke? dir(?:,? bitte)?(?:,? dass)?[:,]?\s+(?P<de>.+?)" + END + "|"
    r"recuerda(?: que)?[:,]?\s+(?P<es>.+?)" + END + "|"
    r"(?:souviens-toi|retiens)(?: que | qu[’']|[:,]?\s+)(?P<fr>.+?)" + END + "|"
    r"تذكر(?: أن|ي أن)?[:،]?\s+(?P<ar>.+?)" + END,
    re.IGNORECASE | re.DOTALL,
)
WEATHER = re.compile(r"\b(?:weather|wetter|tiempo|météo|meteo|forecast)\b|طقس", re.IGNORECASE)
PLACE = re.compile(r"(?:\b(?:in|at|for|en|à|a|of)|في)\s+(?P<place>[\w\s.’'-]+?)" + END)
THEME = re.compile(
    r"\b(?:theme|mode|design|modus|tema|modo|thème|page|seite)\b|مظهر|وضع", re.IGNORECASE
)
DARK = re.compile(r"\b(?:dark|dunk\w+|oscur\w+|sombre)\b|داكن", re.IGNORECASE)
LIGHT = re.compile(r"\b(?:light|hell\w*|clar\w+|clair\w*)\b|فاتح", re.IGNORECASE)
KNOWN = re.compile(
    r"know about me|wei(?:ß|ss)t du über mich|sabes (?:de|sobre) mí|sais de moi|تعرف عني",
    re.IGNORECASE,
)
HOURS = re.compile(
    r"\b(?:open(?:ing)?|hours|geöffnet|öffnungszeiten|abierto|horario|ouvert|horaires)\b|مواعيد",
    re.IGNORECASE,
)
FILE = re.compile(
    r"\b(?:files?|pictures?|images?|documents?|dateien|datei|bild|archivos?|imagen|fichiers?)\b|ملف",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Request:
    """What is asked for.

    Parameters:
        detail: The fact to remember, the theme to switch to, or the place whose weather it is.
    """

    kind: Kind
    detail: str = ""


def understand(words: str, *, with_file: bool = False) -> Request:
    """What a visitor's words ask for.

    Parameters:
        with_file: Whether a file came with them.
    """
    if found := REMEMBER.search(words):
        fact = next(text for text in found.groups() if text)
        return Request("remember", fact[:1].upper() + fact[1:])
    if KNOWN.search(words):
        return Request("known")
    if WEATHER.search(words):
        place = PLACE.search(words)
        return Request("weather", place["place"].strip() if place else "Skerry")
    if THEME.search(words) and DARK.search(words):
        return Request("theme", "dark")
    if THEME.search(words) and LIGHT.search(words):
        return Request("theme", "light")
    if with_file or FILE.search(words):
        return Request("file")
    if HOURS.search(words):
        return Request("hours")
    return Request("other")
