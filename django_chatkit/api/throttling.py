"""How often one may ask: per scope, visitors also per address, counted in Django's cache."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from ..conf import app_settings
from ..counting import seconds_to_wait
from ..exceptions import RateLimited
from .identity import Identity

PERIODS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
"""Seconds by a period's first letter, as DRF reads its rates."""


def throttle(request: HttpRequest, who: Identity, kind: str) -> None:
    """Count one request of a kind and refuse it above the rate.

    Server keys are not throttled.

    Parameters:
        request: Its address counts for visitors, who can get new scopes at will.
        who: Whose request it is.
        kind: A key of ``CHATKIT_THROTTLE_RATES``.

    Raises:
        RateLimited: with ``Retry-After``.
    """
    rate = app_settings.THROTTLE_RATES.get(kind)
    if rate is None or who.is_site:
        return
    number, period = rate.split("/")
    keys = [str(who.scope)]
    if who.user is None and who.session is None:
        keys.append(f"address:{request.META.get('REMOTE_ADDR', '')}")
    for key in keys:
        count(f"{kind}:{key}", int(number), PERIODS[period[0]])


def throttle_session(who: Identity) -> None:
    """Count one answer against the limit of the session whose secret was shown.

    Raises:
        RateLimited: with ``Retry-After``.
    """
    if who.session is not None:
        count(f"session:{who.session.id}", who.session.max_requests_per_minute, 60)


def count(key: str, limit: int, seconds: int) -> None:
    """Count one more under ``key`` in the current window of so many seconds.

    Raises:
        RateLimited: it is more than ``limit``.
    """
    if wait := seconds_to_wait(key, limit, seconds):
        raise RateLimited(
            _("Too many requests. Try again in %(seconds)d seconds.") % {"seconds": wait},
            headers={"Retry-After": str(wait)},
        )
