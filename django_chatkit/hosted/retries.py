"""When a failed request is tried again, and how long to wait before."""

import math
import random
import time
from email.utils import parsedate_to_datetime

import httpx

RETRIED_STATUSES = frozenset({408, 409, 429})
"""Besides every status from 500 on."""

FIRST_DELAY = 0.5
LONGEST_DELAY = 8.0
LONGEST_WAIT = 120.0
"""Seconds OpenAI may ask for; when it asks for more, trying again is left to the caller."""


def retry_after(headers: httpx.Headers) -> float | None:
    """The seconds a response asks to wait, from ``retry-after-ms`` or ``Retry-After``.

    Source: RFC 9110, section 10.2.3.
    """
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    value: str = headers.get("retry-after", "")
    seconds = _number(value)
    if seconds is not None:
        return seconds
    try:
        return parsedate_to_datetime(value).timestamp() - time.time()
    except (OverflowError, ValueError):
        return None


def _number(value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def delay_after(response: httpx.Response | None, attempt: int) -> float | None:
    """The seconds to wait before trying again; ``None`` if that is no use.

    Parameters:
        response: The failed attempt's; ``None`` if there was no answer.
        attempt: How many attempts were made before this one.
    """
    if response is not None:
        asked = retry_after(response.headers)
        if asked is not None and asked > LONGEST_WAIT:
            return None
        if not _worth_it(response):
            return None
        if asked is not None and asked > 0:
            return asked
    jitter: float = random.uniform(0.75, 1)  # noqa: S311 - spreads load, keeps no secret
    return min(FIRST_DELAY * 2.0**attempt, LONGEST_DELAY) * jitter


def _worth_it(response: httpx.Response) -> bool:
    told = response.headers.get("x-should-retry")
    if told in {"true", "false"}:
        return bool(told == "true")
    return response.status_code in RETRIED_STATUSES or response.status_code >= 500
