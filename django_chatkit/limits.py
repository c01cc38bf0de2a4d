"""The ``LIMITS`` and ``PRICES`` of an assistant's ``OPTIONS``, read and checked.

:func:`limits_of` and :func:`prices_of` read each value of the settings once.
"""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from django.core.exceptions import ImproperlyConfigured

from .conf import app_settings
from .spelling import did_you_mean

OWNERS = ("SCOPE", "ASSISTANT")
"""Whose use is limited: each person's, or everybody's together."""

MEASURES = ("TURNS", "TOKENS", "COST")

PERIODS = {
    "MINUTE": timedelta(minutes=1),
    "HOUR": timedelta(hours=1),
    "DAY": timedelta(days=1),
    "MONTH": timedelta(days=30),
}

PRICES = ("INPUT", "CACHED_INPUT", "OUTPUT")

Prices = dict[str, dict[str, Decimal]]
"""By model, then by the names of :data:`PRICES`."""


class Limit(NamedTuple):
    """The most that may be used in a period.

    Parameters:
        owner: One of :data:`OWNERS`.
        measure: One of :data:`MEASURES`.
        period: A key of :data:`PERIODS`.
        most: Turns, tokens, or cost in the currency of ``PRICES``.
    """

    owner: str
    measure: str
    period: str
    most: Decimal

    @property
    def name(self) -> str:
        """As the settings spell it."""
        return f"{self.measure}_PER_{self.period}"


_read: dict[str, tuple[Mapping[str, Any], list[Limit], Prices]] = {}
"""By alias: the options that were read, which are the settings' own object, and what they say."""


def limits_of(alias: str) -> list[Limit]:
    """An assistant's limits, as :func:`read_limits` has them; not to be changed."""
    return _read_once(alias)[1]


def prices_of(alias: str) -> Prices:
    """An assistant's prices, as :func:`read_prices` has them; not to be changed."""
    return _read_once(alias)[2]


def _read_once(alias: str) -> tuple[Mapping[str, Any], list[Limit], Prices]:
    options = app_settings.assistant_options(alias)
    known = _read.get(alias)
    # A changed setting is another object, and this one is held: identity says enough.
    if known is None or known[0] is not options:
        known = _read[alias] = (options, read_limits(options), read_prices(options))
    return known


def read_limits(options: Mapping[str, Any]) -> list[Limit]:
    """The limits of ``OPTIONS["LIMITS"]``.

    ::

        {"SCOPE": {"TURNS_PER_MINUTE": 6, "COST_PER_DAY": "0.20"},
         "ASSISTANT": {"COST_PER_MONTH": "200"}}

    Raises:
        ImproperlyConfigured: a key is unknown or a value is no number.
    """
    limits = []
    names = [f"{measure}_PER_{period}" for measure in MEASURES for period in PERIODS]
    for owner, entry in _mapping("LIMITS", options.get("LIMITS")).items():
        _known("LIMITS", owner, OWNERS)
        where = f"LIMITS[{owner!r}]"
        for name, value in _mapping(where, entry).items():
            _known(where, name, names)
            measure, _, period = name.partition("_PER_")
            limits.append(Limit(owner, measure, period, _number(f"{where}[{name!r}]", value)))
    if any(limit.measure == "COST" for limit in limits) and not options.get("PRICES"):
        raise ImproperlyConfigured("LIMITS limits the cost, and there are no PRICES")
    return limits


def read_prices(options: Mapping[str, Any]) -> Prices:
    """The prices of ``OPTIONS["PRICES"]``, by model.

    ::

        {"gpt-5-mini": {"INPUT": "0.25", "CACHED_INPUT": "0.025", "OUTPUT": "2.00"}}

    Raises:
        ImproperlyConfigured: a key is unknown or lacks, or a value is no number.
    """
    prices = {}
    for model, entry in _mapping("PRICES", options.get("PRICES")).items():
        where = f"PRICES[{model!r}]"
        given = _mapping(where, entry)
        for name in given:
            _known(where, name, PRICES)
        for name in ("INPUT", "OUTPUT"):
            if name not in given:
                raise ImproperlyConfigured(f"{where} has no {name}")
        prices[model] = {
            name: _number(f"{where}[{name!r}]", value) for name, value in given.items()
        }
    return prices


def _mapping(where: str, value: Any) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ImproperlyConfigured(f"{where} must be a dictionary")
    return value


def _known(where: str, name: str, names: "tuple[str, ...] | list[str]") -> None:
    if name not in names:
        hint = did_you_mean(name, names)
        raise ImproperlyConfigured(f"{where} has an unknown key: {name!r}. {hint or ''}".strip())


def _number(where: str, value: Any) -> Decimal:
    try:
        if isinstance(value, bool):
            raise InvalidOperation
        number = Decimal(str(value))
    except InvalidOperation:
        raise ImproperlyConfigured(f"{where} is {value!r}, which is no number") from None
    if not number.is_finite() or number < 0:
        raise ImproperlyConfigured(f"{where} is {value!r}, which is no amount")
    return number
