"""How the date line looks."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.neighbours import above
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.check.typed_header import is_off
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph
from kh_docs.word.extent import height_mm
from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.xml import W

_DATE = PARTS["dia_danh_ngay"]
_OFF_MOTTO_MM: Final = 15.0
_PT_PER_MM: Final = 72 / 25.4
# The heights are estimates: of lines that stand level none came to more than 7.2.
_ONE_LINE_PT: Final = 11.0


@rule("ND30-DATE-FMT", "must", _DATE.clause)
def date_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Place and date: size 13 to 14, italic, not bold, centred, on the line of the number.

    Bad:  upright; one row below the number
    Good: size 14, italic, in the row of the number
    """
    piece, number = anatomy.header.date, anatomy.header.number
    if piece is None:
        return
    if wrong := differences(piece, _DATE):
        yield Fault(piece.where, *wrong, _("Địa danh, ngày sai kiểu chữ -> chọn dòng này và đặt lại như bên"))
    elif is_off(piece, [*anatomy.header.quoc_hieu, *filter(None, (anatomy.header.tieu_ngu,))], _OFF_MOTTO_MM):
        yield Fault(
            piece.where,
            _("không ở giữa"),
            _("canh giữa"),
            _("Địa danh, ngày canh giữa dưới Tiêu ngữ -> đặt đầu trang trong bảng hai ô"),
        )
    if number is not None and piece.is_line_of_text and number.is_line_of_text:
        yield Fault(
            piece.where,
            _("khác dòng với dòng số"),
            _("cùng dòng với số, ký hiệu"),
            _("Địa danh, ngày trên cùng một dòng với số, ký hiệu -> đặt đầu trang trong bảng hai ô"),
        )
    if number is not None and piece.container.kind == number.container.kind == "cell":
        same_table = piece.container.number == number.container.number
        first = _is_first(piece.paragraph) and _is_first(number.paragraph)
        if same_table and first and piece.container.row != number.container.row:
            yield Fault(
                piece.where,
                _("khác hàng với dòng số"),
                _("cùng hàng với dòng số"),
                _("Địa danh, ngày trên cùng một dòng với số, ký hiệu -> chuyển vào cùng hàng của bảng"),
            )
        elif same_table and piece.container.row == number.container.row:
            yield from _beside_another_line(anatomy, piece, number)


def _beside_another_line(anatomy: Anatomy, piece: Piece, number: Piece) -> Iterator[Fault]:
    """What stands above the two in their cells, lines that wrap counted, moves one of them a line off."""
    off = (_above_mm(anatomy, piece) - _above_mm(anatomy, number)) * _PT_PER_MM
    if abs(off) > _ONE_LINE_PT:
        yield Fault(
            piece.where,
            _("thấp hơn dòng số một dòng trở lên") if off > 0 else _("cao hơn dòng số một dòng trở lên"),
            _("cùng dòng với số, ký hiệu"),
            _("Địa danh, ngày trên cùng một dòng với số, ký hiệu -> đặt hai dòng vào một hàng của bảng"),
        )


def _above_mm(anatomy: Anatomy, piece: Piece) -> float:
    """The height of what its cell holds above a line."""
    in_cell = (each for each in anatomy.document.paragraphs() if each.container is piece.container)
    higher = takewhile(lambda each: each is not piece.paragraph, in_cell)
    return sum(map(height_mm, higher)) + mm_of_twips(piece.paragraph.format.before or 0)


def _is_first(paragraph: Paragraph) -> bool:
    before = above(paragraph.element)
    return before is None or before.tag != W + "p"
