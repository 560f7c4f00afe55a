"""Rules on what a digital signature prints in a document: number and symbol, and the time of signing."""

import re
from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pieces import Piece, pieces_of
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import SIGNED_LINE as PRINTED
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph

_ON_ANNEX: Final = "PL I, P.I, II.8.b; III.1.d"
_DAY: Final = r"(\d{4}-\d{2}-\d{2}|\d{2}[/.]\d{1,2}[/.]\d{4}|ngày \d{2} tháng \d{1,2} năm \d{4})"
# 2026-03-05T14:30:05+07:00, with a blank for the "T" as people read it.
_TIME: Final = re.compile(rf"{_DAY}[T;, ]+ ?\d{{2}}:\d{{2}}:\d{{2}} ?\+07:?00")
_HALF_TWIPS: Final = 4000
_BLANK: Final = re.compile(r"[.…_]{2,}|…|ngày/tháng/năm|giờ: ?phút")


def signed_lines(anatomy: Anatomy) -> list[Piece]:
    """The lines with which a signature says number and time, wherever they stand."""
    return [piece for paragraph in anatomy.signed_lines for piece in pieces_of(paragraph, anatomy.page_mm)]


@rule("ND30-ESIGN-INFO", "must", PRINTED.clause)
def signed_line_format(anatomy: Anatomy) -> Iterator[Fault]:
    """What a signature prints: size 10, upright; font and colour are as everywhere.

    Bad:  Số: 15/KH-UBND; 2026-03-05T14:30:05+07:00 in size 14, italic
    Good: the same in size 10, upright
    """
    mend = _("Thông tin ký số sai kiểu chữ -> Times New Roman, cỡ 10, đứng, màu đen")
    for piece in signed_lines(anatomy):
        if wrong := differences(piece, PRINTED, align=False):
            yield Fault(piece.where, *wrong, mend)


@rule("ND30-ESIGN-TIME", "should", _ON_ANNEX)
def signed_line_time(anatomy: Anatomy) -> Iterator[Fault]:
    """The time of signing: day, month, year; hours, minutes, seconds; the zone of Vietnam (ISO 8601).

    Bad:  Số: 15/KH-UBND; 14h30 ngày 05/3/2026
    Good: Số: 15/KH-UBND; 2026-03-05T14:30:05+07:00
    """
    for piece in signed_lines(anatomy):
        if not _TIME.search(piece.text) and not _BLANK.search(piece.text):
            yield Fault(
                piece.where,
                piece.text[-30:],
                "2026-03-05T14:30:05+07:00",
                _("Thời gian ký ghi ngày tháng năm; giờ phút giây; múi giờ +07:00 -> sửa lại"),
            )


@rule("ND30-ESIGN-ANNEX", "must", _ON_ANNEX)
def signed_annex(anatomy: Anatomy) -> Iterator[Fault]:
    """An annex in a file of its own is signed at the top right of page 1; one in the same file is not.

    Bad:  the line of a signature over “Phụ lục I” in the file of the document
    Good: the same line over “Phụ lục I” in a file of its own, at the right
    """
    for piece in signed_lines(anatomy):
        if not anatomy.is_annex_file and _stands_in_annex(anatomy, piece.paragraph):
            yield Fault(
                piece.where,
                _("phụ lục cùng tệp có thông tin ký số"),
                _("không có"),
                _("Phụ lục cùng tệp với văn bản không ký số riêng -> xóa dòng này"),
            )
        elif anatomy.is_annex_file and not _stands_right(anatomy, piece):
            yield Fault(
                at(piece.paragraph),
                _("không ở bên phải"),
                _("góc trên, bên phải, trang đầu"),
                _("Thông tin ký số của phụ lục ở góc trên, bên phải, trang đầu -> canh phải dòng này"),
            )


def _stands_in_annex(anatomy: Anatomy, paragraph: Paragraph) -> bool:
    return any(piece.paragraph is paragraph for annex in anatomy.annexes for piece in annex.pieces) or any(
        paragraph in _above(anatomy, annex.head.paragraph) for annex in anatomy.annexes
    )


def _above(anatomy: Anatomy, head: Paragraph) -> list[Paragraph]:
    """The paragraphs right above the head of an annex, on its page."""
    paragraphs = list(anatomy.document.paragraphs())
    at_head = next((index for index, each in enumerate(paragraphs) if each is head), 0)
    return [each for each in paragraphs[max(0, at_head - 2) : at_head] if each.section == head.section]


def _stands_right(anatomy: Anatomy, piece: Piece) -> bool:
    container = piece.container
    if container.kind == "body":
        look, moved = piece.paragraph.format, piece.paragraph.frame or "\t" in piece.paragraph.raw
        return look.align == "right" or bool(moved) or look.left > _HALF_TWIPS
    return container.x_mm is None or container.x_mm + (container.width_mm or 0) / 2 > anatomy.page_mm / 2
