"""Roman numerals, both ways."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def to_roman(number: int) -> str:
    """4 -> "IV"."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


# The numbers of annexes and headings, asked for by many rules.
@lru_cache(1_000)
def from_roman(text: str) -> int | None:
    """“IV” -> 4; `None` for what is no Roman number."""
    number, rest = 0, text.upper()
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            number, rest = number + value, rest[len(letters) :]
    return number if not rest and number and to_roman(number) == text.upper() else None
