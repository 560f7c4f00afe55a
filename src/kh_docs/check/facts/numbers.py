"""Numbers in figures and in words."""

from typing import Final

# “Năm” and “một” alone are other words as well.
_UNITS: Final = {
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
_BEHIND_TEN: Final = {"một": 1, "tư": 4, "lăm": 5, **_UNITS}
_IN_WORDS: Final = {
    **{f"mười {word}": 10 + number for word, number in _BEHIND_TEN.items()},
    **_UNITS,
    "mười": 10,
}
# As part of a pattern, the longest first.
NUMBER_IN_WORDS: Final = "|".join(sorted(_IN_WORDS, key=len, reverse=True))


def plain_number(text: str) -> str:
    """Without zeros before it, of a figure in words too."""
    number = _IN_WORDS.get(text.lower())
    return str(number) if number is not None else text.lstrip("0") or "0"
