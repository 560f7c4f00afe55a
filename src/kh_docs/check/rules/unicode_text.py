"""Text typed in an old code instead of Unicode."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.old_code import UNICODE_ONLY
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.text import fonts_of, is_right_font
from kh_docs.decree30 import FONT
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.unseen import first_unseen, is_seen_as_stored
from kh_docs.word.document import Paragraph

_OLD_FONT: Final = re.compile(r"\.vn|vni-|vn?times|abc ?", re.IGNORECASE)
# Letters of TCVN3 and VNI as they show without their font, inside a word.
_OLD_CODES: Final = re.compile(
    r"[A-Za-z][®µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËªÌÐÎÏÑ«ÒÕÓÔÖ×ÝØÜÞßãáâä¬åèæçéïóñòô­øõö÷ùúýûüþ][a-z]"
)
_OLD_ONLY: Final = frozenset("®µ¸¶·¹¨»¾¼½©ª«¬")

# “Soá:”, “Sè:” of the number line, left by an old form beside letters of Unicode.
_OLD_NUMBER: Final = re.compile(r"\s*S(?:oá|è) *:")


def is_old_code(paragraph: Paragraph) -> bool:
    """Whether the text is in TCVN3 or VNI, readable only in its own font."""
    raw = paragraph.stored
    if UNICODE_ONLY.search(raw) or not any(map(str.isalpha, raw)):
        # Unicode letters, or figures alone, that merely kept the font of an older text.
        return False
    if any(
        _OLD_FONT.match(name) for run in paragraph.runs if not is_right_font(run) for name in fonts_of(run)
    ):
        return True
    return len(_OLD_ONLY.intersection(raw)) > 1 and bool(_OLD_CODES.search(raw))


# Nearly all texts are, and the documents of one run say much the same.
@lru_cache(4096)
def _is_plain(raw: str) -> bool:
    """Whether a text has letters of Unicode or none, marks in them, and nothing unseen: in any font."""
    is_unicode = UNICODE_ONLY.search(raw) is not None or not any(map(str.isalpha, raw))
    if is_unicode and is_seen_as_stored(raw):
        return True
    return is_unicode and not first_unseen(raw) and unicodedata.is_normalized("NFC", raw)


@rule("ND30-UNICODE", "must", FONT.clause)
def unicode_text(anatomy: Anatomy) -> Iterator[Fault]:
    """Text is Unicode; letters with their marks are one character each (NFC).

    Bad:  "KÕ ho¹ch" in .VnTime; "kế" typed as k + ê + a loose mark
    Good: "Kế hoạch"
    """
    for paragraph in anatomy.unjudged_paragraphs:
        raw = paragraph.stored
        old_number = raw[:60].lstrip()[:1] == "S" and _OLD_NUMBER.match(raw) is not None
        if raw.isascii() or (_is_plain(raw) and not old_number):
            continue
        if old_number or is_old_code(paragraph):
            yield Fault(
                at(paragraph),
                _("mã cũ (TCVN3, VNI)"),
                "Unicode",
                _("Chữ không phải Unicode -> dùng UniKey (Ctrl+Shift+F6) chuyển mã sang Unicode"),
            )
        elif unseen := first_unseen(raw):
            yield Fault(
                at(paragraph),
                _("ký tự vô hình U+{:04X}").format(ord(unseen)),
                _("không có"),
                _("Có ký tự không ai nhìn thấy (gạch nối mềm, dấu cách rộng 0…) -> xóa, gõ lại chữ đó"),
                "should",
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
