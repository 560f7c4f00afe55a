"""Numbers as Vietnamese documents print them: 05, 1.234, 12,5."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from kh_docs.patterns import re

_NUMBER = re.compile(r"(\d+)(,\d+)?")


def printed_number(text: str) -> str:
    """A plain number with a zero before it under ten and dots between thousands; other words as they are."""
    match = _NUMBER.fullmatch(text)
    if match is None or (len(match[1]) > 1 and match[1][0] == "0"):
        return text
    whole, decimals = f"{int(match[1]):,}".replace(",", "."), match[2] or ""
    return f"{whole}{decimals}" if decimals or whole == "0" else whole.zfill(2)


def number_of(text: str) -> float | None:
    """What `text` counts, however it is printed; None where it is no number."""
    plain = text.replace(".", "").replace(",", ".")
    try:
        return float(plain) if plain else None
    except ValueError:
        return None


def percentage(part: float, whole: float) -> str:
    """`part` of `whole` in per cent with at most one decimal: 52,6."""
    return f"{per_cent(part, whole):.1f}".removesuffix(".0").replace(".", ",")


def per_cent(part: float, whole: float) -> float:
    """`part` of `whole` in per cent, to one decimal: 156.3 for 25 of 16."""
    return to_one_decimal(100 * Fraction(str(part)) / Fraction(str(whole)))


def to_one_decimal(number: Fraction) -> float:
    """Rounded as people and spreadsheets do: a half goes away from 0 (Python's `round` to the even digit)."""
    found = floor(10 * abs(number) + Fraction(1, 2)) / 10
    return found if number >= 0 else -found
