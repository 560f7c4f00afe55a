"""Districts and laws of before two-tier government."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.two_tier import applies
from kh_docs.i18n import _
from kh_docs.patterns import re

_CLAUSE: Final = "Luật 72/2025/QH15, Điều 51.3"
_OLD_LAW: Final = re.compile(
    r"Luật Tổ chức chính quyền địa phương(?P<rest>[^;]*(77/2015|47/2019|năm 2015|năm 2019|\b2015\b)[^;]*)"
)
_OLD_DISTRICT: Final = re.compile(r"(Huyện|Thị xã|Thị trấn|Quận) ", re.IGNORECASE)


@rule("ND30-2T-PLACE", "should", _CLAUSE)
def two_tier_place(anatomy: Anatomy) -> Iterator[Fault]:
    """The place of a document is a province or a commune.

    Bad:  Huyện Yên Hòa, ngày 05 tháng 01 năm 2026
    Good: Vạn An, ngày 05 tháng 01 năm 2026
    """
    piece = anatomy.header.date
    if applies(anatomy) and piece is not None and (old := _OLD_DISTRICT.match(piece.text)):
        yield Fault(
            piece.where,
            old[0].strip(),
            _("tên tỉnh hoặc tên xã, phường, đặc khu"),
            _("Từ 01/7/2025 không còn cấp huyện -> sửa địa danh"),
        )


@rule("ND30-2T-LAW", "should", _CLAUSE)
def two_tier_law(anatomy: Anatomy) -> Iterator[Fault]:
    """The law on local government in force is that of 16 June 2025.

    Bad:  Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015
    Good: Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    """
    if not applies(anatomy):
        return
    for paragraph in anatomy.body:
        if match := _OLD_LAW.search(paragraph.text):
            yield Fault(
                at(paragraph),
                match["rest"].strip()[:40],
                _("ngày 16 tháng 6 năm 2025"),
                _("Luật Tổ chức chính quyền địa phương 2015 đã hết hiệu lực -> viện dẫn luật năm 2025"),
            )
