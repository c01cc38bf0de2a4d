"""User text inside Markdown, as data: it may be read, never change the structure around it.

CommonMark lets every ASCII punctuation character be written after a backslash
(https://spec.commonmark.org/0.31.2/#backslash-escapes).
"""

from __future__ import annotations

import re
from typing import Final

_STRUCTURAL: Final = re.compile(r"[\\`*_{}\[\]()#|<>~$&@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_LINE_START: Final = re.compile(r"^(\d*)([-+=.)])(?=[-=\s]|$)")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FENCE: Final = re.compile(r"`{3,}")


def escape(text: str) -> str:
    """Return ``text``, on one line, to stand inside a line of Markdown."""
    line = " ".join(_CONTROL.sub("", text).split())
    return _STRUCTURAL.sub(r"\\\g<0>", line)


def escape_line(text: str) -> str:
    """Return ``text``, on one line, to begin a line of Markdown: never as a list or a heading."""
    return _LINE_START.sub(r"\1\\\2", escape(text))


def quote(text: str) -> str:
    """Return ``text`` as a Markdown quotation, one line of it for each line of the text."""
    lines = [escape_line(line) for line in text.splitlines() if line.strip()]
    return "\n>\n".join(f"> {line}" for line in lines)


def fence(text: str, language: str = "") -> str:
    """Return ``text`` as a fenced code block that no backtick inside can close."""
    longest = max((len(run) for run in _FENCE.findall(text)), default=2)
    marks = "`" * (longest + 1)
    return f"{marks}{language}\n{text}\n{marks}"
