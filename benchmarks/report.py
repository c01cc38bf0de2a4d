"""Medians, ratios and whether they meet their targets, as plain text."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Bound = Literal["at most", "at least", "exactly"]


@dataclass(frozen=True)
class Target:
    """One figure held to a bound.

    Parameters:
        name: What was measured.
        value: The figure: a ratio, a count, or milliseconds, as ``unit`` says.
        bound: Which side of ``limit`` is good.
        unit: Written after the figure.
    """

    name: str
    value: float
    bound: Bound
    limit: float
    unit: str = "×"

    @property
    def is_met(self) -> bool:
        """Whether the figure keeps to its bound."""
        if self.bound == "at most":
            return self.value <= self.limit
        if self.bound == "at least":
            return self.value >= self.limit
        return self.value == self.limit

    def line(self) -> str:
        """The target as one line of the report."""
        mark = "pass" if self.is_met else "MISS"
        return (
            f"  {mark}  {self.name}: {self.value:.4g} {self.unit}"
            f" ({self.bound} {self.limit:.4g} {self.unit})"
        )


def median(values: Sequence[float]) -> float:
    """The median, which one disturbed round does not move."""
    return statistics.median(values)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the rounds' ratios.

    What disturbs a round of interleaved measurements disturbs both sides of it.
    """
    return median([one / other for one, other in zip(ours, theirs, strict=True)])


def heading(text: str) -> None:
    """Begin a section of the report."""
    print(f"\n{text}\n{'-' * len(text)}", flush=True)


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their columns' names; all but the first are flush right."""
    lines = [list(columns), *[list(row) for row in rows]]
    widths = [max(len(line[index]) for line in lines) for index in range(len(columns))]
    for line in lines:
        first, *rest = [
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        print("  " + "   ".join([first, *rest]).rstrip(), flush=True)
