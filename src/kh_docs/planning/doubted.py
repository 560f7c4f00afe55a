"""Figures that read like a target and are none that a unit could be given: why, as a question."""

from __future__ import annotations

import re

from kh_docs.i18n import N_, _
from kh_docs.planning.spans import Span, before

RANGE = N_("một khoảng số, không phải một con số")
# “từ 60% đến 70%”, “tăng từ 60% lên 70%”; not “90% đến 2030”.
_RANGE = re.compile(r"\s*%?\s*(?:-|–|đến|lên|xuống(?: còn)?)\s*(?!20\d\d\b)\d")
_RANGE_BEFORE = re.compile(r"\d\s?%?\s*(?:-|–|đến)\s*$")
_AT_MOST = re.compile(
    r"(?:(?<!không )dưới|không (?:để )?(?:quá|vượt quá|vượt|cao hơn|lớn hơn|nhiều hơn)|tối đa|nhiều nhất)"
    r"(?: là| mức)?\s*$",
    re.IGNORECASE,
)
_SHARE_OF_ANOTHER = re.compile(r"\((?:chiếm|đạt|bằng|tương đương|tỷ lệ)(?: tỷ lệ)?\s*$")
# Behind a type these say that only some of its units are meant, and not which.
_SOME = (
    r"đồng bằng|miền núi|vùng cao|vùng núi|trung du|ven biển|ven đô|biên giới|hải đảo|bãi ngang|nội thành"
    r"|loại (?:I{1,3}|[1-3])|khu vực (?:I{1,3}|[1-3])|(?:đặc biệt )?khó khăn|trọng điểm|còn lại|khác"
)
_OF_SOME = re.compile(
    rf"\b(?:huyện|thị xã|thành phố|xã|phường|thị trấn|đặc khu|đơn vị|địa phương)\s+(?:{_SOME})\b[^,;:.\d\n]*"
    r"(?:\|[^\d\n]*)?$",
    re.IGNORECASE,
)


def doubt(text: str, whole: Span, number: Span, named: bool) -> str | None:
    """Why the number at this place is no target; `whole` begins with “ít nhất”, `named`: its units are."""
    if _RANGE.match(text, number.end) or _RANGE_BEFORE.search(before(text, number.start)):
        return _(RANGE)
    if _AT_MOST.search(before(text, whole.start)):
        return _("một mức tối đa, chưa đọc thành chỉ tiêu")
    if _SHARE_OF_ANOTHER.search(before(text, whole.start)):
        return _("tỷ lệ của con số đứng trước, chưa đọc thành chỉ tiêu")
    if not named and _OF_SOME.search(before(text, whole.start)):
        return _("giao một nhóm đơn vị, chưa rõ gồm những đơn vị nào")
    return None
