"""Rules on tên loại, trích yếu and V/v."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pieces import Piece
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _

_TYPE = PARTS["ten_loai"]


@rule("ND30-TYPE-FMT", "must", _TYPE.clause)
def type_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Tên loại: capitals, size 13 to 14, upright, bold, centred on the page.

    Bad:  Kế hoạch
    Good: KẾ HOẠCH in bold, centred
    """
    piece = anatomy.title.type_name or anatomy.title.unknown
    if piece is None or (anatomy.title.type_name is None and not anatomy.header.quoc_hieu):
        return
    if wrong := differences(piece, _TYPE):
        yield Fault(piece.where, *wrong, _("Tên loại sai kiểu chữ -> chọn dòng này và đặt lại như bên"))
    if piece is not anatomy.title.type_name:
        # What the decree does not call a type is judged by its letters only.
        return
    if not wrong and _is_pushed_by_blanks(piece):
        yield Fault(
            piece.where,
            _("đẩy vào giữa bằng dấu cách, Tab"),
            _("canh giữa"),
            _("Tên loại đặt giữa trang bằng dấu cách -> xóa dấu cách, Tab ở đầu dòng, bấm Ctrl+E"),
            "should",
        )
    look = piece.paragraph.format
    if look.align == "center" and look.first_line > 60 and piece.alone:
        yield Fault(
            piece.where,
            _("thụt đầu dòng"),
            _("không thụt"),
            _("Tên loại đặt lệch vì thụt đầu dòng -> Paragraph, Special, chọn none"),
        )


def _is_pushed_by_blanks(piece: Piece) -> bool:
    return piece.container.kind == "body" and piece.paragraph.raw[:3].isspace()
