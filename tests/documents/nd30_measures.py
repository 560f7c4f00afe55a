"""What the reading by hand measures with: tolerances, looks, widths of bold Times New Roman (Adobe AFM)."""

from __future__ import annotations

import unicodedata

from .word import Paragraph

TWIPS_PER_MM = 1440 / 25.4
# ±0.5 mm for page and margins, ±15 twips for indents, ±15 % for drawn lines.
PAGE_TOLERANCE = 28
INDENT_TOLERANCE = 15
LINE_TOLERANCE = 0.15
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]

# Thousandths of the size.
WIDTHS = {
    **dict.fromkeys("ABCDĐHKNQRUVXY", 722),
    **dict.fromkeys("GO", 778),
    "B": 667,
    "E": 667,
    "F": 611,
    "H": 778,
    "I": 389,
    "J": 500,
    "K": 778,
    "L": 667,
    "M": 944,
    "O": 778,
    "P": 611,
    "Q": 778,
    "S": 556,
    "T": 667,
    "W": 1000,
    "Z": 667,
    "Ơ": 790,
    "Ư": 800,
    **dict.fromkeys("agoxvyk", 500),
    **dict.fromkeys("bdđhnpqu", 556),
    **dict.fromkeys("cerz", 444),
    "f": 333,
    "i": 278,
    "j": 333,
    "k": 556,
    "l": 278,
    "m": 833,
    "s": 389,
    "t": 333,
    "w": 722,
    "ơ": 520,
    "ư": 600,
    **dict.fromkeys(" ,.", 250),
    "-": 333,
    "…": 1000,
    **dict.fromkeys("0123456789", 500),
}
# The horn makes another letter; the other marks stand above or below and widen nothing.
HORN = "\u031b"


def text_width(text: str, size: float) -> float:
    """The width in twips."""
    thousandths = 0
    letters = unicodedata.normalize("NFD", text)
    for number, letter in enumerate(letters):
        if unicodedata.combining(letter):
            continue
        marks = ""
        for mark in letters[number + 1 :]:
            if not unicodedata.combining(mark):
                break
            marks += mark
        whole = unicodedata.normalize("NFC", letter + HORN) if HORN in marks else letter
        thousandths += WIDTHS.get(whole, 500)
    return thousandths * size * 20 / 1000


def within(value: float, low: float, high: float, tolerance: float = 0) -> bool:
    return low - tolerance <= value <= high + tolerance


def looks(paragraph: Paragraph, sizes: tuple[float, float], *, bold: bool, italic: bool) -> bool:
    return all(
        sizes[0] <= look.size <= sizes[1] and look.bold == bold and look.italic == italic
        for look in paragraph.looks
    )
