"""What ``LIMITS`` and ``PRICES`` may say."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from django_chatkit.limits import Limit, read_limits, read_prices

PRICES = {"gpt": {"INPUT": "0.25", "OUTPUT": 2}}


def test_without_limits_there_are_none() -> None:
    assert read_limits({}) == []


def test_each_limit_says_whose_what_and_for_how_long() -> None:
    options = {
        "LIMITS": {"SCOPE": {"TURNS_PER_MINUTE": 6}, "ASSISTANT": {"COST_PER_MONTH": "9.50"}},
        "PRICES": PRICES,
    }

    assert read_limits(options) == [
        Limit("SCOPE", "TURNS", "MINUTE", Decimal(6)),
        Limit("ASSISTANT", "COST", "MONTH", Decimal("9.50")),
    ]


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"SCOP": {}}, "LIMITS has an unknown key: 'SCOP'. Did you mean 'SCOPE'?"),
        (
            {"SCOPE": {"TOKEN_PER_DAY": 1}},
            "LIMITS['SCOPE'] has an unknown key: 'TOKEN_PER_DAY'. Did you mean 'TOKENS_PER_DAY'?",
        ),
        (
            {"SCOPE": {"TOKENS_PER_DAY": "many"}},
            "LIMITS['SCOPE']['TOKENS_PER_DAY'] is 'many', which is no number",
        ),
        (
            {"SCOPE": {"TOKENS_PER_DAY": -1}},
            "LIMITS['SCOPE']['TOKENS_PER_DAY'] is -1, which is no amount",
        ),
        ({"SCOPE": 5}, "LIMITS['SCOPE'] must be a dictionary"),
        ({"SCOPE": {"COST_PER_DAY": 1}}, "LIMITS limits the cost, and there are no PRICES"),
    ],
)
def test_a_mistake_in_the_limits_is_named(limits: dict[str, Any], message: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        read_limits({"LIMITS": limits})

    assert str(refused.value) == message


def test_prices_are_numbers_however_they_are_written() -> None:
    assert read_prices({"PRICES": PRICES}) == {
        "gpt": {"INPUT": Decimal("0.25"), "OUTPUT": Decimal(2)}
    }


@pytest.mark.parametrize(
    ("prices", "message"),
    [
        ({"gpt": {"INPUT": 1}}, "PRICES['gpt'] has no OUTPUT"),
        (
            {"gpt": {"INPUT": 1, "OUTPUT": 1, "CACHED": 1}},
            "PRICES['gpt'] has an unknown key: 'CACHED'. Did you mean 'CACHED_INPUT'?",
        ),
        ({"gpt": "cheap"}, "PRICES['gpt'] must be a dictionary"),
    ],
)
def test_a_mistake_in_the_prices_is_named(prices: dict[str, Any], message: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        read_prices({"PRICES": prices})

    assert str(refused.value) == message
