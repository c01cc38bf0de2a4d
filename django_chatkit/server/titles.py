"""A thread's title, taken from its first message."""

from __future__ import annotations

from typing import Final

from chatkit.types import UserMessageItem

MAX_LENGTH: Final = 60
"""The longest title, in characters, the ellipsis included."""


def title_of(message: UserMessageItem) -> str | None:
    """Return a title for a thread that starts with ``message``.

    The text of the message, or the name of its first attachment, on one line and cut between two
    words; ``None`` where the message has neither.
    """
    text = " ".join(" ".join(part.text for part in message.content).split())
    if not text and message.attachments:
        text = " ".join(message.attachments[0].name.split())
    return shorten(text) or None


def shorten(text: str, length: int = MAX_LENGTH) -> str:
    """Return ``text`` in at most ``length`` characters, cut between two words where it has any."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    if not text[length - 1].isspace():
        head = head.rpartition(" ")[0] or head
    return head.rstrip(" ,;:.-\u2013\u2014") + "\u2026"
