"""What ``LIMITS`` and ``PRICES`` may say."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from django_chatkit import limits as limits_module
from django_chatkit.limits import Limit, limits_of, prices_of, read_limits, read_prices

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


def _assistants(turns: int) -> dict[str, Any]:
    options = {"LIMITS": {"SCOPE": {"TURNS_PER_DAY": turns}}, "PRICES": PRICES}
    return {"default": {"BACKEND": "django_chatkit.backends.SelfHostedBackend", "OPTIONS": options}}


def test_a_value_of_the_settings_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reads = 0

    def counted(options: Any) -> list[Limit]:
        nonlocal reads
        reads += 1
        return read_limits(options)

    monkeypatch.setattr(limits_module, "read_limits", counted)
    for turns in (5, 6):
        with override_settings(CHATKIT_ASSISTANTS=_assistants(turns)):
            reads = 0
            for _ in range(3):
                assert limits_of("default") == [Limit("SCOPE", "TURNS", "DAY", Decimal(turns))]
                assert prices_of("default") == {"gpt": {"INPUT": Decimal("0.25"), "OUTPUT": 2}}
            # Once by us; the backend may be built in between, and reads its own options.
            assert reads == 1


def test_an_assistant_that_is_not_there_has_no_limits() -> None:
    assert limits_of("nobody") == []
    assert prices_of("nobody") == {}
