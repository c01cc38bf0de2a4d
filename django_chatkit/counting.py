"""Counting in fixed windows of time, in Django's cache, so across processes."""

import hashlib
import time

from django.core.cache import cache


def seconds_to_wait(key: str, most: int, seconds: int) -> int:
    """Count one more under ``key`` in the current window.

    Parameters:
        key: What is counted.
        most: How many there may be.
        seconds: How long a window is.

    Returns:
        0 where it was allowed, else the seconds until the next window.
    """
    now = time.time()
    window = int(now // seconds)
    digest = hashlib.sha256(key.encode(errors="replace")).hexdigest()
    name = f"django_chatkit:throttle:{digest}:{window}"
    cache.add(name, 0, timeout=seconds + 1)
    try:
        counted = cache.incr(name)
    except ValueError:
        return 0  # evicted since: the cache is full, and counting would refuse at random
    return max(1, int((window + 1) * seconds - now) + 1) if counted > most else 0
