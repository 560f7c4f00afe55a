"""Rules on Quốc hiệu and Tiêu ngữ."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences, shown
from kh_docs.check.registry import Fault, rule
from kh_docs.check.ruler import line_faults, spacing_faults
from kh_docs.check.words import QUOC_HIEU, TIEU_NGU
from kh_docs.decree30 import PARTS, SIZE_TRIPLETS_PT
from kh_docs.i18n import _
from kh_docs.word.document import clean
from kh_docs.word.lengths import mm_of_twips

_WRAP_TOLERANCE_MM: Final = 0.5
# Of a wrong size the size is the fault, not the wrapping that comes of it.
_SIZES = (12, 12.5, 13)
_TRIPLET: Final = "PL I, P.I, mục V, chú thích 1"
_QUOC_HIEU = PARTS["quoc_hieu"]
_TIEU_NGU = PARTS["tieu_ngu"]


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
        if piece.width_mm > room + _WRAP_TOLERANCE_MM:
            yield Fault(
                piece.where,
                _("ô rộng {room} mm").format(room=shown(room)),
                _("ô rộng từ {width} mm").format(width=shown(piece.width_mm)),
                _("Quốc hiệu bị xuống dòng -> kéo rộng ô bên phải"),
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


@rule("ND30-TN-TEXT", "must", _TIEU_NGU.clause)
def tieu_ngu_text(anatomy: Anatomy) -> Iterator[Fault]:
    """Capitals at Đ, T and H only; hyphens with a blank on each side.

    Bad:  Độc lập – Tự do – Hạnh phúc
    Good: Độc lập - Tự do - Hạnh phúc
    """
    piece = anatomy.header.tieu_ngu
    if piece is None:
        if anatomy.header.quoc_hieu or not anatomy.is_attachment:
            yield Fault(
                _("đầu trang 1"),
                _("không có"),
                TIEU_NGU,
                _("Thiếu Tiêu ngữ -> gõ dưới Quốc hiệu"),
            )
    elif clean(piece.raw) != TIEU_NGU:
        yield Fault(
            piece.where,
            clean(piece.raw),
            TIEU_NGU,
            _("Tiêu ngữ sai chữ hoặc sai gạch nối -> gõ lại, gạch nối ngắn “-” có cách hai bên"),
        )


@rule("ND30-TN-FMT", "must", _TIEU_NGU.clause)
def tieu_ngu_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Small letters, size 13 to 14, upright, bold, centred under Quốc hiệu.

    Bad:  size 12, or italic
    Good: size 14, bold
    """
    piece = anatomy.header.tieu_ngu
    if piece is not None and (wrong := differences(piece, _TIEU_NGU)):
        yield Fault(piece.where, *wrong, _("Tiêu ngữ sai kiểu chữ -> chọn dòng này và đặt lại như bên"))


@rule("ND30-TN-LINE", "must", _TIEU_NGU.clause)
def tieu_ngu_line(anatomy: Anatomy) -> Iterator[Fault]:
    """A solid line as long as the text stands under Tiêu ngữ.

    Bad:  underlined text, a dashed line, a line across the whole cell
    Good: a drawn line of 60 mm under 14 pt
    """
    header = anatomy.header
    if header.tieu_ngu is not None:
        yield from line_faults(
            _TIEU_NGU, _("Tiêu ngữ"), [header.tieu_ngu], header.right_lines, bool(header.stray_lines)
        )


@rule("ND30-QH-SPACING", "must", "PL I, P.I, II.1.c")
def quoc_hieu_spacing(anatomy: Anatomy) -> Iterator[Fault]:
    """Quốc hiệu and Tiêu ngữ follow each other at single line spacing.

    Bad:  a blank line between them, 1.5 lines
    Good: single spacing, no space before or after
    """
    header = anatomy.header
    if len(header.quoc_hieu) == 1 and header.tieu_ngu is not None:
        yield from spacing_faults(
            [header.quoc_hieu[0], header.tieu_ngu], _("Quốc hiệu, Tiêu ngữ"), _("hai dòng cách nhau dòng đơn")
        )


@rule("ND30-SIZE-CONSISTENT", "should", _TRIPLET)
def sizes_consistent(anatomy: Anatomy) -> Iterator[Fault]:
    """The sizes of Quốc hiệu, Tiêu ngữ and the date line grow and shrink together.

    Bad:  13, 13, 14
    Good: 13, 14, 14, or 12, 13, 13
    """
    header = anatomy.header
    if len(header.quoc_hieu) != 1 or header.tieu_ngu is None or header.date is None:
        return
    sizes = (header.quoc_hieu[0].size_pt, header.tieu_ngu.size_pt, header.date.size_pt)
    allowed = (_QUOC_HIEU.size_pt, _TIEU_NGU.size_pt, PARTS["dia_danh_ngay"].size_pt)
    known = all(size is not None and size in part for size, part in zip(sizes, allowed, strict=True))
    if known and sizes not in SIZE_TRIPLETS_PT:
        yield Fault(
            header.tieu_ngu.where,
            ", ".join(shown(size or 0) for size in sizes),
            "13, 14, 14 / 12, 13, 13",
            _("Cỡ chữ Quốc hiệu, Tiêu ngữ, ngày tháng cùng tăng hoặc cùng giảm -> đặt cả ba theo một bộ"),
        )
