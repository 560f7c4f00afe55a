"""Rules on Quốc hiệu and Tiêu ngữ."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences, shown
from kh_docs.check.pieces import Piece, runs_between
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import QUOC_HIEU
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.word.extent import runs_width_mm
from kh_docs.word.lengths import mm_of_twips

_OFF_MOTTO_MM: Final = 5.0
_WRAP_TOLERANCE_MM: Final = 0.5
# Of a wrong size the size is the fault, not the wrapping that comes of it.
_SIZES = (12, 12.5, 13)
_QUOC_HIEU = PARTS["quoc_hieu"]


@rule("ND30-QH-TEXT", "must", _QUOC_HIEU.clause)
def quoc_hieu_text(anatomy: Anatomy) -> Iterator[Fault]:
    """Quốc hiệu stands at the top right, letter for letter, on one line.

    Bad:  CỘNG HOÀ XÃ HỘI CHỦ NGHĨA / VIỆT NAM
    Good: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    """
    pieces = anatomy.header.quoc_hieu
    if not pieces:
        if not anatomy.is_attachment:
            yield Fault(
                _("đầu trang 1"),
                _("không có"),
                QUOC_HIEU,
                _("Thiếu Quốc hiệu -> gõ vào ô bên phải, dòng đầu"),
            )
        return
    if len(pieces) > 1:
        yield Fault(
            pieces[0].where,
            _("hai dòng"),
            _("một dòng"),
            _("Quốc hiệu trình bày trên một dòng -> nới rộng ô bên phải, xóa dấu xuống dòng"),
        )
        return
    piece = pieces[0]
    if piece.text.upper().replace("HOÀ", "HÒA") != QUOC_HIEU:
        yield Fault(piece.where, piece.text, QUOC_HIEU, _("Quốc hiệu sai chữ -> gõ lại cho đúng"))
    elif piece.container.width_mm is not None and piece.container.kind == "cell" and piece.size_pt in _SIZES:
        look = piece.paragraph.format
        room = piece.container.width_mm - mm_of_twips(look.left + look.right + look.first_line)
        # Blanks behind the last word hang over the edge.
        width = runs_width_mm(runs_between(piece.runs, 0, len(piece.raw.rstrip())))
        if width > room + _WRAP_TOLERANCE_MM:
            yield Fault(
                piece.where,
                _("ô rộng {room} mm").format(room=shown(room)),
                _("ô rộng từ {width} mm").format(width=shown(width)),
                _("Quốc hiệu bị xuống dòng -> kéo rộng ô bên phải"),
            )
    elif piece.in_mid_page:
        yield Fault(
            piece.where,
            _("giữa trang"),
            _("phía trên, bên phải"),
            _("Quốc hiệu cùng hàng với tên cơ quan, ở bên phải -> đặt đầu trang trong bảng hai ô"),
        )


@rule("ND30-QH-FMT", "must", _QUOC_HIEU.clause)
def quoc_hieu_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Capitals, size 12 to 13, upright, bold, centred in its block.

    Bad:  size 14, or not bold
    Good: size 13, bold
    """
    for piece in anatomy.header.quoc_hieu:
        if wrong := differences(piece, _QUOC_HIEU):
            yield Fault(piece.where, *wrong, _("Quốc hiệu sai kiểu chữ -> chọn dòng này và đặt lại như bên"))
        elif _is_beside_motto(piece, anatomy.header.tieu_ngu):
            yield Fault(
                piece.where,
                _("lệch so với Tiêu ngữ"),
                _("canh giữa"),
                _("Quốc hiệu và Tiêu ngữ cùng canh giữa -> chọn hai dòng, bấm Ctrl+E, thụt dòng đầu 0"),
            )


def _is_beside_motto(piece: Piece, motto: Piece | None) -> bool:
    """Whether Quốc hiệu is not centred, and its middle plainly another than that of the line below."""
    if (
        motto is None
        or piece.paragraph.format.align in ("center", "right")
        or not (piece.alone and motto.alone)
    ):
        return False
    if piece.container is not motto.container or piece.container.kind != "cell":
        return False
    middles = [_middle_mm(each) for each in (piece, motto)]
    return None not in middles and abs((middles[0] or 0) - (middles[1] or 0)) > _OFF_MOTTO_MM


def _middle_mm(piece: Piece) -> float | None:
    """The middle of the line in its cell."""
    look, room = piece.paragraph.format, piece.container.width_mm
    if room is None or look.align not in ("left", "both", "center"):
        return None
    start = mm_of_twips(look.left + look.first_line)
    if look.align == "center":
        return (start + room - mm_of_twips(max(look.right, 0))) / 2
    return start + piece.width_mm - piece.ink_width_mm / 2
