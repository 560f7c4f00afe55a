"""Lengths as Word files hold them, in millimetres and twips."""

from typing import Final

from kh_docs.patterns import re

TWIPS_PER_MM: Final = 1440 / 25.4
EMU_PER_MM: Final = 36_000
_UNIT_MM: Final = {
    "pt": 25.4 / 72,
    "in": 25.4,
    "cm": 10.0,
    "mm": 1.0,
    "px": 25.4 / 96,
    "pc": 25.4 / 6,
    "": 25.4 / 96,
}
_LENGTH: Final = re.compile(r"\s*(-?\d*\.?\d+)\s*(pt|in|cm|mm|px|pc)?\s*$")


def mm_of_twips(twips: float) -> float:
    """Twentieths of a point in millimetres."""
    return twips / TWIPS_PER_MM


def twips_of_mm(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def mm_of_css(text: str | None) -> float | None:
    """A VML length such as `72pt`."""
    match = _LENGTH.match(text or "")
    return float(match[1]) * _UNIT_MM[match[2] or ""] if match else None
