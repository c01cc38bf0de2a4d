"""Text cut as a model would send it: a word, and the space after it, at a time."""

from __future__ import annotations

import re
from typing import Final

_PIECE: Final = re.compile(r"\s*\S+\s*", re.UNICODE)


def pieces(text: str) -> list[str]:
    """Return the pieces of ``text``; joined they are ``text`` again."""
    return _PIECE.findall(text) or [text] * bool(text)
