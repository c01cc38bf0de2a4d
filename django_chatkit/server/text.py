"""Characters that databases cannot store, replaced or refused."""

import math
from typing import Any

REPLACEMENT = "\ufffd"


def has_lone_surrogate(text: str) -> bool:
    """Whether ``text`` cannot be written as UTF-8."""
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def clean_text(text: str) -> str:
    """``text`` with NUL and lone surrogates as U+FFFD, so that every database takes it."""
    if "\x00" in text:
        text = text.replace("\x00", REPLACEMENT)
    if has_lone_surrogate(text):
        text = "".join(REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def clean_json(value: Any) -> Any:
    """A JSON value with every string cleaned and numbers JSON cannot write as ``None``."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {clean_json(key): clean_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean_json(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
