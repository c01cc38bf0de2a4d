"""What a turn used is counted, priced and kept."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User

from django_chatkit.models import ChatUsage
from django_chatkit.server import RequestContext
from django_chatkit.server.usage import TurnUsage, Used, cost, save
from tests.models import rows

PRICE = {"INPUT": Decimal("0.25"), "CACHED_INPUT": Decimal("0.025"), "OUTPUT": Decimal(2)}


def test_what_is_used_is_summed_by_model() -> None:
    usage = TurnUsage()
    usage.add("small", Used(requests=1, input_tokens=10, output_tokens=2))
    usage.add("large", Used(requests=1, input_tokens=100, output_tokens=20))
    usage.add("small", Used(requests=1, input_tokens=5, cached_input_tokens=4, output_tokens=1))

    assert usage.by_model["small"] == Used(2, 15, 4, 3)
    assert usage.total() == {
        "requests": 3,
        "input_tokens": 115,
        "cached_input_tokens": 4,
        "output_tokens": 23,
    }


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        (Used(1, 1_000_000, 0, 0), "0.25"),
        (Used(1, 1_000_000, 1_000_000, 0), "0.025"),
        (Used(1, 0, 0, 1_000_000), "2"),
        (Used(1, 1200, 1000, 300), "0.000675"),
    ],
)
def test_cached_input_costs_its_own_price(used: Used, expected: str) -> None:
    assert cost(used, PRICE) == Decimal(expected)


def test_without_a_price_there_is_no_cost() -> None:
    assert cost(Used(1, 10, 0, 10), None) is None


@pytest.mark.database
@pytest.mark.django_db
def test_a_turns_usage_is_a_row_for_each_model(settings: Any) -> None:
    settings.CHATKIT_ASSISTANTS = {
        "default": {
            "BACKEND": "django_chatkit.backends.SelfHostedBackend",
            "OPTIONS": {"PRICES": {"small": PRICE}},
        }
    }
    alice = User.objects.create_user("alice")
    thread = rows.thread()
    usage = TurnUsage()
    usage.add("small", Used(1, 1200, 1000, 300))
    usage.add("unpriced", Used(1, 7, 0, 1))

    save(usage, RequestContext(scope="user-1", user=alice), thread.sequence)

    kept = ChatUsage.objects.order_by("model").values_list(
        "model", "scope", "user", "thread_sequence", "input_tokens", "output_tokens", "cost"
    )
    assert list(kept) == [
        ("small", "user-1", alice.pk, thread.sequence, 1200, 300, Decimal("0.000675")),
        ("unpriced", "user-1", alice.pk, thread.sequence, 7, 1, None),
    ]


@pytest.mark.database
@pytest.mark.django_db
def test_usage_outlives_its_conversation_and_goes_with_its_user() -> None:
    alice = User.objects.create_user("alice")
    thread = rows.thread()
    usage = TurnUsage()
    usage.add("small", Used(1, 1, 0, 1))
    save(usage, RequestContext(scope="user-1", user=alice), thread.sequence)

    thread.delete()
    assert ChatUsage.objects.count() == 1
    alice.delete()
    assert ChatUsage.objects.count() == 0
