"""Does sums, exactly: a parser for arithmetic alone, on fractions, within bounds."""

from __future__ import annotations

import ast
import re
import unicodedata
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

from django.utils import formats, translation
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.escape import escape_line
from django_chatkit.server.demo.language import fold
from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

_MAX_LENGTH: Final = 200
_MAX_BITS: Final = 4096
"""How large a numerator or denominator may become, in bits."""
_MAX_DIGITS: Final = 12
"""Digits after the point, at most."""

_OPERATOR_WORDS: Final = {
    "+": ("plus", "mas", "und", "زائد"),
    "-": ("minus", "moins", "menos", "weniger", "ناقص"),
    "*": ("times", "multiplied by", "mal", "fois", "por", "ضرب", "في", "x"),
    "/": ("divided by", "geteilt durch", "durch", "divise par", "dividido por", "قسمة", "على"),
    "**": ("to the power of", "hoch", "puissance", "elevado a", "أس"),
    "/100*": (
        "% of",
        "percent of",
        "% von",
        "prozent von",
        "% de",
        "pour cent de",
        "por ciento de",
    ),
}
_QUESTION_WORDS: Final = (
    "what is|what s|whats|how much is|calculate|compute|solve|please|"
    "was ist|was ergibt|wie viel ist|wieviel ist|was macht|rechne|berechne|bitte|"
    "combien font|combien fait|calcule|calculez|"
    "cuanto es|cuanto son|calcula|"
    "كم يساوي|كم|احسب|ما هو|ما حاصل"
)
_SYMBOLS: Final = str.maketrans(
    {"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "'": " ", "’": " ", "٫": "."}
)
_EXPRESSION: Final = re.compile(r"[\d\s.+\-*/%()]+")
_DATE: Final = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}")


class ArithmeticFailed(Exception):
    """The sum has no answer here: a division by zero, or a number that would be too large."""


async def run(turn: Turn) -> Events:
    """Answer the sum in the message."""
    expression = expression_in(turn.prompt) or ""
    try:
        result = evaluate(expression)
    except ZeroDivisionError:
        text = turn.translate(_("Nothing can be divided by zero, not even by me."))
    except ArithmeticFailed:
        text = turn.translate(_("That number is too large for me."))
    else:
        asked = escape_line(_shown(expression, turn.language))
        text = f"{asked} = **{_number(result, turn.language)}**"
    async for event in turn.say(text):
        yield event


def expression_in(message: str) -> str | None:
    """Return the sum that ``message`` asks for in Python's notation, or ``None`` if it is none."""
    if len(message) > _MAX_LENGTH or _DATE.fullmatch(message.strip()):
        return None
    text = fold(message.translate(_SYMBOLS)).replace("^", "**")
    text = "".join(_digit(character) for character in text)
    text = re.sub(rf"^\W*\b(?:(?:{fold(_QUESTION_WORDS)})\b[\s:]*)+", "", text.strip(" ?؟=!¿"))
    for symbol, names in _OPERATOR_WORDS.items():
        for name in names:
            text = re.sub(rf"(?<=[\d)\s]){re.escape(fold(name))}(?=[\d(\s-])", symbol, text)
    text = re.sub(r"\b\d{1,3}(?:,\d{3})+\b", lambda found: found[0].replace(",", ""), text)
    text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    text = text.strip(" .=?")
    if _EXPRESSION.fullmatch(text) is None or not re.search(r"[\d)]\s*[+\-*/%]", text):
        return None
    try:
        ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    return text


def evaluate(expression: str) -> Fraction:
    """Return the value of an arithmetic expression in Python's notation.

    Raises:
        ZeroDivisionError: something is divided by zero.
        ArithmeticFailed: a number would be too large, or the expression is not arithmetic.
    """
    return _value(ast.parse(expression, mode="eval").body, expression)


def _value(node: ast.expr, source: str) -> Fraction:
    match node:
        case ast.Constant(value=int() | float()):
            return Fraction(ast.get_source_segment(source, node) or "0")
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, source)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _value(operand, source)
        case ast.BinOp(left=left, op=operator, right=right):
            result = _apply(operator, _value(left, source), _value(right, source))
        case _:
            raise ArithmeticFailed
    if max(result.numerator.bit_length(), result.denominator.bit_length()) > _MAX_BITS:
        raise ArithmeticFailed
    return result


def _apply(operator: ast.operator, left: Fraction, right: Fraction) -> Fraction:
    match operator:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.Div():
            return left / right
        case ast.FloorDiv():
            return Fraction(left // right)
        case ast.Mod():
            return left % right
        case ast.Pow():
            return _power(left, right)
        case _:
            raise ArithmeticFailed


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator == 1:
        size = max(base.numerator.bit_length(), base.denominator.bit_length())
        if size * abs(exponent) > _MAX_BITS:
            raise ArithmeticFailed
        return Fraction(base ** int(exponent))
    try:
        root = float(base) ** float(exponent)
    except OverflowError as error:
        raise ArithmeticFailed from error
    if isinstance(root, complex):
        raise ArithmeticFailed
    return Fraction(root).limit_denominator(10**_MAX_DIGITS)


def _shown(expression: str, language: str) -> str:
    """Return the sum as people write it."""
    point = formats.get_format("DECIMAL_SEPARATOR", lang=language)
    text = " ".join(expression.split()).replace(".", point)
    text = re.sub(r"\s*/100\*\s*", "% \u00d7 ", text)
    return text.replace("**", "^").replace("*", "\u00d7")


def _number(value: Fraction, language: str) -> str:
    """Return ``value`` as the language writes numbers, with at most ``_MAX_DIGITS`` decimals."""
    if abs(value) >= 10**40:
        with localcontext() as context:
            context.prec = _MAX_DIGITS
            return f"{Decimal(value.numerator) / Decimal(value.denominator):.6E}"
    with localcontext() as context:
        context.prec = 60
        decimal = Decimal(value.numerator) / Decimal(value.denominator)
        decimal = round(decimal, _MAX_DIGITS).normalize()
    with translation.override(language):
        return str(formats.number_format(f"{decimal:f}", use_l10n=True))


def _digit(character: str) -> str:
    """Return the ASCII digit for a decimal digit of any script."""
    return str(unicodedata.digit(character)) if character.isdecimal() else character


SKILL = Skill(
    name="arithmetic",
    keywords={
        "en": ("12 × 3.5",),
        "de": ("12 × 3,5",),
        "fr": ("12 × 3,5",),
        "es": ("12 × 3,5",),
        "ar": ("12 × 3.5",),
    },
    description=_("sums, exactly"),
    understands=lambda message: expression_in(message) is not None,
    run=run,
)
