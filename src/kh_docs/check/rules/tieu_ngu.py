"""Tiêu ngữ."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.registry import Fault, rule
from kh_docs.check.ruler import line_faults
from kh_docs.check.typed_header import is_off
from kh_docs.check.words import TIEU_NGU
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.unseen import compared

_TIEU_NGU = PARTS["tieu_ngu"]
_OFF_CENTRE_MM: Final = 10.0
_DOUBLED: Final = re.compile(r"[ \u00a0]{2}")


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
    elif compared(piece.raw) != TIEU_NGU:
        yield Fault(
            piece.where,
            compared(piece.raw),
            TIEU_NGU,
            _("Tiêu ngữ sai chữ hoặc sai gạch nối -> gõ lại, gạch nối ngắn “-” có cách hai bên"),
        )
    elif _DOUBLED.search(piece.raw.strip()):
        yield Fault(
            piece.where,
            _("thừa dấu cách"),
            TIEU_NGU,
            _("Giữa các chữ của Tiêu ngữ chỉ một dấu cách -> xóa dấu cách thừa"),
            "should",
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
    elif piece is not None and is_off(piece, anatomy.header.quoc_hieu, _OFF_CENTRE_MM):
        yield Fault(
            piece.where,
            _("không ở giữa"),
            _("canh giữa"),
            _("Tiêu ngữ canh giữa dưới Quốc hiệu -> đặt đầu trang trong bảng hai ô"),
        )


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
