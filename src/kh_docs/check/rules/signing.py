"""Rules on what a digital signature prints in a document: number and symbol, and the time of signing."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pages import pieces_of
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import SIGNED_LINE as PRINTED
from kh_docs.i18n import _
from kh_docs.patterns import re

_ON_ANNEX: Final = "PL I, P.I, II.8.b; III.1.d"
_DAY: Final = r"(\d{4}-\d{2}-\d{2}|\d{2}[/.]\d{1,2}[/.]\d{4}|ngày \d{2} tháng \d{1,2} năm \d{4})"
# 2026-03-05T14:30:05+07:00, with a blank for the "T" as people read it.
_TIME: Final = re.compile(rf"{_DAY}[T;, ]+ ?\d{{2}}:\d{{2}}:\d{{2}} ?\+07:?00")
_BLANK: Final = re.compile(r"[.…_]{2,}|…|ngày/tháng/năm|giờ: ?phút")


def signed_lines(anatomy: Anatomy) -> list[Piece]:
    """The lines with which a signature says number and time, wherever they stand."""
    return [piece for paragraph in anatomy.signed_lines for piece in pieces_of(paragraph, anatomy.page)]


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
