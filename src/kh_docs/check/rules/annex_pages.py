"""The pages of annexes."""

import itertools
from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import QUOC_HIEU_LETTERS, resembles
from kh_docs.i18n import _


@rule("ND30-PL-LINE", "should", "Mẫu 2.1, 2.2")
def annex_line(anatomy: Anatomy) -> Iterator[Fault]:
    """A short line stands under the "Kèm theo" line.

    Bad:  no line
    Good: a drawn line of about 25 mm
    """
    for annex in anatomy.annexes:
        if annex.attached is not None and not annex.lines:
            yield Fault(
                annex.attached.where,
                _("không có dòng kẻ"),
                _("dòng kẻ ngắn"),
                _("Mẫu 2.1 có dòng kẻ ngắn dưới dòng “(Kèm theo …)” -> Insert, Shapes, Line"),
            )


@rule("ND30-PL-NOHEADER", "should", "Mẫu 2.1")
def annex_without_header(anatomy: Anatomy) -> Iterator[Fault]:
    """A phụ lục has no Quốc hiệu of its own.

    Bad:  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM over "Phụ lục II"
    Good: only "Phụ lục II", its title and "(Kèm theo …)"
    """
    for annex in anatomy.annexes:
        for piece in itertools.islice(annex.pieces, 40):
            if resembles(piece.text, QUOC_HIEU_LETTERS):
                yield Fault(
                    piece.where,
                    _("có Quốc hiệu"),
                    _("không có"),
                    _("Phụ lục không ghi Quốc hiệu, Tiêu ngữ -> xóa, trừ biểu mẫu in trong phụ lục"),
                )
                break


@rule("ND30-PL-NEWPAGE", "should", "PL I, P.I, III.1.đ; Mẫu 2.1")
def annex_new_page(anatomy: Anatomy) -> Iterator[Fault]:
    """A phụ lục starts on a new page.

    Bad:  "Phụ lục I" in the middle of a page
    Good: a section break (next page) before it
    """
    for annex in anatomy.annexes:
        if not annex.new_page:
            yield Fault(
                annex.head.where,
                _("giữa trang"),
                _("đầu trang mới"),
                _("Phụ lục bắt đầu ở trang mới -> Layout, Breaks, Next Page trước dòng này"),
            )
