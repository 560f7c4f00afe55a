"""Rules on every letter: its font, its code, its colour."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import STAMPS, fold
from kh_docs.decree30 import FONT
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph, Run

_SYMBOL_FONTS: Final = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "courier new")
_OLD_FONT: Final = re.compile(r"\.vn|vni-|vn?times|abc ?", re.IGNORECASE)
# Letters of TCVN3 and VNI as they show without their font, inside a word.
_OLD_CODES: Final = re.compile(
    r"[A-Za-z][®µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËªÌÐÎÏÑ«ÒÕÓÔÖ×ÝØÜÞßãáâä¬åèæçéïóñòô­øõö÷ùúýûüþ][a-z]"
)
_OLD_ONLY: Final = frozenset("®µ¸¶·¹¨»¾¼½©ª«¬")
# Letters that the old codes do not have.
_UNICODE_ONLY: Final = re.compile("[\u1ea0-\u1ef9\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0]")
_DARKEST: Final = 0x1A


def _fonts(run: Run) -> Iterator[str]:
    """The fonts that the run's letters and figures use."""
    if run.text.isascii():
        if any(letter.isalnum() for letter in run.text):
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
    return all(map(_is_times, _fonts(run)))


def is_old_code(paragraph: Paragraph) -> bool:
    """Whether the text is in TCVN3 or VNI, readable only in its own font."""
    raw = paragraph.raw
    if _UNICODE_ONLY.search(raw) or not any(map(str.isalpha, raw)):
        # Unicode letters, or figures alone, that merely kept the font of an older text.
        return False
    if any(_OLD_FONT.match(name) for run in paragraph.runs if not is_right_font(run) for name in _fonts(run)):
        return True
    return len(_OLD_ONLY.intersection(raw)) > 1 and bool(_OLD_CODES.search(raw))


@rule("ND30-FONT", "must", FONT.clause)
def font(anatomy: Anatomy) -> Iterator[Fault]:
    """All text is in Times New Roman: numbers, tables, headers and annexes too.

    Bad:  Calibri, .VnTime, a bullet in Symbol
    Good: Times New Roman
    """
    mend = _("Phông chữ không phải Times New Roman -> chọn đoạn chữ, đặt phông Times New Roman")
    for paragraph in anatomy.every_paragraph:
        for run in paragraph.runs:
            if _is_times(run.format.font_ascii) and _is_times(run.format.font_other):
                continue
            for name in _fonts(run):
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


@rule("ND30-UNICODE", "must", FONT.clause)
def unicode_text(anatomy: Anatomy) -> Iterator[Fault]:
    """Text is Unicode; letters with their marks are one character each (NFC).

    Bad:  "KÕ ho¹ch" in .VnTime; "kế" typed as k + ê + a loose mark
    Good: "Kế hoạch"
    """
    for paragraph in anatomy.every_paragraph:
        raw = paragraph.raw
        if raw.isascii():
            continue
        if is_old_code(paragraph):
            yield Fault(
                at(paragraph),
                _("mã cũ (TCVN3, VNI)"),
                "Unicode",
                _("Chữ không phải Unicode -> dùng UniKey (Ctrl+Shift+F6) chuyển mã sang Unicode"),
            )
        elif not unicodedata.is_normalized("NFC", raw):
            yield Fault(
                at(paragraph),
                _("Unicode tổ hợp"),
                _("Unicode dựng sẵn"),
                _(
                    "Dấu tách rời khỏi chữ -> chạy kh-docs check --fix, hoặc UniKey chuyển sang Unicode "
                    "dựng sẵn"
                ),
                "should",
            )


@rule("ND30-COLOR", "must", FONT.clause)
def colour(anatomy: Anatomy) -> Iterator[Fault]:
    """All text is black; urgency stamps alone are red.

    Bad:  a blue e-mail address
    Good: black, or "automatic"
    """
    for paragraph in anatomy.every_paragraph:
        for run in paragraph.runs:
            if run.format.colour == "auto" or is_black(run.format.colour):
                continue
            if run.placeholder or not run.text.strip() or fold(paragraph.text) in STAMPS:
                continue
            yield Fault(
                at(paragraph),
                f"#{run.format.colour}",
                _("đen"),
                _("Chữ không phải màu đen -> chọn đoạn chữ, Font Color, chọn Automatic"),
            )


@cache
def is_black(value: str) -> bool:
    """Whether a colour prints black, or so near that no eye tells it from black."""
    if value == "auto" or not re.fullmatch(r"[0-9A-Fa-f]{6}", value):
        return True
    return all(int(value[at : at + 2], 16) <= _DARKEST for at in (0, 2, 4))
