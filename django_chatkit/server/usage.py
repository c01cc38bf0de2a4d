"""What models used for a turn: counted while it runs, kept when it ends."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING

from ..limits import prices_of
from ..models import ChatUsage

if TYPE_CHECKING:
    from .context import RequestContext

logger = logging.getLogger("django_chatkit.turns")

PER = Decimal(1_000_000)
"""Prices are per so many tokens, as providers quote them."""


@dataclass
class Used:
    """What was used of one model, by the Agents SDK's names; ``cached_input_tokens`` are among
    the ``input_tokens``."""

    requests: int = 0
    input_tokens: int = 0
    cached_input_tokens: int = 0
    output_tokens: int = 0

    def add(self, other: "Used") -> None:
        """Count ``other`` in."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))


class TurnUsage:
    """What a turn used so far, by model."""

    def __init__(self) -> None:
        self.by_model: dict[str, Used] = {}

    def add(self, model: str, used: Used) -> None:
        """Count what a run of ``model`` used."""
        self.by_model.setdefault(model, Used()).add(used)

    def total(self) -> dict[str, int]:
        """The sum over the models, for signals."""
        total = Used()
        for used in self.by_model.values():
            total.add(used)
        return {field.name: getattr(total, field.name) for field in fields(total)}


def save(usage: TurnUsage, context: "RequestContext", thread_sequence: int) -> None:
    """Keep what a turn used, a row for each model."""
    prices = prices_of(context.assistant)
    rows = [
        ChatUsage(
            assistant=context.assistant,
            scope=context.scope,
            user_id=getattr(context.user, "pk", None),
            thread_sequence=thread_sequence,
            model=model[: ChatUsage._meta.get_field("model").max_length or 0],
            requests=used.requests,
            input_tokens=used.input_tokens,
            cached_input_tokens=used.cached_input_tokens,
            output_tokens=used.output_tokens,
            cost=cost(used, prices.get(model)),
        )
        for model, used in usage.by_model.items()
    ]
    ChatUsage.objects.bulk_create(rows)


def cost(used: Used, price: Mapping[str, Decimal] | None) -> Decimal | None:
    """What it cost.

    Parameters:
        used: The tokens.
        price: ``INPUT``, ``CACHED_INPUT`` (that of the input unless given) and ``OUTPUT``, per
            million tokens, in the site's own currency.

    Returns:
        ``None`` without a price.
    """
    if price is None:
        return None
    fresh = price["INPUT"]
    return (
        fresh * (used.input_tokens - used.cached_input_tokens)
        + price.get("CACHED_INPUT", fresh) * used.cached_input_tokens
        + price["OUTPUT"] * used.output_tokens
    ) / PER
