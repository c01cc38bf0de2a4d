"""Sums are exact, bounded, and nothing but sums is ever evaluated."""

from fractions import Fraction

import pytest

from django_chatkit.server.demo.conversation.arithmetic import (
    ArithmeticFailed,
    evaluate,
    expression_in,
)


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ("2+2", 4),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("(1 + 2) * 3 =", 9),
        ("-5 + 3", -2),
        ("2^10", 1024),
        ("7 // 2", 3),
        ("10 % 3", 1),
        ("20% of 50", 10),
        ("1,000 + 5", 1005),
        ("What's 12 times 7?", 84),
        ("100 divided by 8", Fraction(25, 2)),
        ("Was ist 3 mal 4?", 12),
        ("15 % von 80", 12),
        ("combien font 7 fois 8 ?", 56),
        ("¿Cuánto es 7 por 8?", 56),
        ("كم يساوي ٣ + ٤؟", 7),
        ("6 × 7 ÷ 2", 21),
    ],
)
def test_understands_sums_in_several_languages(message: str, value: int | Fraction) -> None:
    expression = expression_in(message)
    assert expression is not None
    assert evaluate(expression) == value


@pytest.mark.parametrize(
    "message",
    [
        "",
        "5",
        "hello 2",
        "2026-11-20",
        "20.11.2026",
        "call 555-1234",
        "__import__('os')",
        "1e9 + 1",
        "2 +",
        "(((1)",
        "1+" * 150 + "1",
    ],
)
def test_anything_else_is_no_sum(message: str) -> None:
    assert expression_in(message) is None


@pytest.mark.parametrize("expression", ["9**9**9", "2**5000", "(-1)**0.5", "10**400**0.5*10**4000"])
def test_numbers_without_bounds_are_refused(expression: str) -> None:
    with pytest.raises(ArithmeticFailed):
        evaluate(expression)


def test_nothing_is_divided_by_zero() -> None:
    with pytest.raises(ZeroDivisionError):
        evaluate("1 / (2 - 2)")


@pytest.mark.parametrize(
    "expression", ["print(1)", "a + 1", "'a' * 9", "[1] + [2]", "1 if 1 else 2"]
)
def test_code_is_not_arithmetic(expression: str) -> None:
    with pytest.raises(ArithmeticFailed):
        evaluate(expression)
