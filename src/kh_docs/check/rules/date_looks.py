"""How the date line looks."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph

_DATE = PARTS["dia_danh_ngay"]


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


def _is_first(paragraph: Paragraph) -> bool:
    before = paragraph.element.getprevious()
    return before is None or not str(before.tag).endswith("}p")
