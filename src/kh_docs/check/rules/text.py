"""Rules on every letter: its font, its code, its colour."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import FONT
from kh_docs.i18n import _
from kh_docs.word.document import Run

_SYMBOL_FONTS: Final = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "courier new")


def fonts_of(run: Run) -> Iterator[str]:
    """The fonts that the run's letters and figures use."""
    if run.text.isascii():
        # A dash or full stop of its own in another font shows too.
        if run.text.strip():
            yield run.format.font_ascii
        return
    if any(letter.isascii() and letter.isalnum() for letter in run.text):
        yield run.format.font_ascii
    if any(not letter.isascii() and letter.isalpha() for letter in run.text):
        yield run.format.font_other


@cache
def _is_times(name: str) -> bool:
    return name.lower().replace(" ", "").startswith("timesnewroman")


def is_right_font(run: Run) -> bool:
    """Whether all its letters and figures are in Times New Roman."""
    return all(map(_is_times, fonts_of(run)))


@rule("ND30-FONT", "must", FONT.clause)
def font(anatomy: Anatomy) -> Iterator[Fault]:
    """All text is in Times New Roman: numbers, tables, headers and annexes too.

    Bad:  Calibri, .VnTime, a bullet in Symbol
    Good: Times New Roman
    """
    right = all(_is_times(look.font_ascii) and _is_times(look.font_other) for look in anatomy.looks)
    mend = _("Phông chữ không phải Times New Roman -> chọn đoạn chữ, đặt phông Times New Roman")
    for paragraph in anatomy.unjudged_paragraphs:
        for run in paragraph.runs if not right else ():
            for name in fonts_of(run):
                if not _is_times(name):
                    yield Fault(at(paragraph), name, FONT.name, mend)
        label = paragraph.label
        if label and label.bullet and label.font.lower() in _SYMBOL_FONTS and paragraph.text:
            yield Fault(
                at(paragraph),
                label.font,
                FONT.name,
                _("Dấu đầu dòng dùng phông ký hiệu -> bỏ danh sách tự động, gõ dấu gạch “- ”"),
            )
