"""Numbers in figures and in words."""

from typing import Final

_UNITS: Final = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_BEHIND_TEN: Final = {"một": 1, "mốt": 1, "tư": 4, "lăm": 5, "năm": 5, **_UNITS}
# “Năm” and “một” alone are other words as well; so much is counted in words and no more.
_IN_WORDS: Final = {
    **_UNITS,
    "mười": 10,
    **{f"mười {word}": 10 + number for word, number in _BEHIND_TEN.items()},
    **{f"{tens} mươi": 10 * number for tens, number in (*_UNITS.items(), ("năm", 5))},
    **{
        f"{tens} mươi {word}": 10 * number + more
        for tens, number in (*_UNITS.items(), ("năm", 5))
        for word, more in _BEHIND_TEN.items()
    },
}
# As part of a pattern, the longest first; “một trăm hai mươi” is none of them.
_ANY: Final = "|".join(sorted(_IN_WORDS, key=len, reverse=True))
NUMBER_IN_WORDS: Final = rf"(?<!trăm )(?<!linh )(?<!lẻ )(?:{_ANY})(?! (?:trăm|nghìn|mươi))"


def plain_number(text: str) -> str:
    """Without zeros before it, of a figure in words too."""
    number = _IN_WORDS.get(text.lower())
    return str(number) if number is not None else text.lstrip("0") or "0"


def amount(text: str) -> float:
    """As a number: “12,5”."""
    return float(text.replace(",", "."))
