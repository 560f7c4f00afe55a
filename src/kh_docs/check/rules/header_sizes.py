"""The spacing and the sizes of the lines of the header, one beside the other."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import shown
from kh_docs.check.registry import Fault, rule
from kh_docs.check.ruler import spacing_faults
from kh_docs.decree30 import PARTS, SIZE_TRIPLETS_PT
from kh_docs.i18n import _

_TRIPLET: Final = "PL I, P.I, mục V, chú thích 1"


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
    allowed = tuple(PARTS[part].size_pt for part in ("quoc_hieu", "tieu_ngu", "dia_danh_ngay"))
    known = all(size is not None and size in part for size, part in zip(sizes, allowed, strict=True))
    if known and sizes not in SIZE_TRIPLETS_PT:
        yield Fault(
            header.tieu_ngu.where,
            ", ".join(shown(size or 0) for size in sizes),
            "13, 14, 14 / 12, 13, 13",
            _("Cỡ chữ Quốc hiệu, Tiêu ngữ, ngày tháng cùng tăng hoặc cùng giảm -> đặt cả ba theo một bộ"),
        )
