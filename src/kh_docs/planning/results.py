"""Which clauses tell what was reached so far: their figures are nobody's target."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kh_docs.planning.outline import OutlineClause

_RESULTS = re.compile(
    r"(?:đánh giá\s+(?:chung\s+)?)?"
    r"(?:kết quả(?:\s+(?:đã\s+)?đạt được|\s+thực hiện|\s+công tác|\s+năm)?|tình hình|đặc điểm"
    r"|thực trạng|tồn tại|hạn chế|khó khăn|thuận lợi|ưu điểm)(?!\s+(?:cần|phải|dự kiến|mong đợi|đầu ra))",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"nhiệm vụ|mục tiêu|chỉ tiêu|giải pháp|phấn đấu|kế hoạch|phương hướng|biện pháp", re.IGNORECASE
)
# “… đã đạt được trong năm 2025: …”: a sentence that looks back.
# “ít nhất 42 xã (năm 2025: 31 xã)”: how many there were.
BEFORE_THAT = re.compile(r"\((?:cùng kỳ\s+)?năm\s+20\d\d\s*(?::|là|đạt|có)\s*$", re.IGNORECASE)
LOOKS_BACK = re.compile(r"đã đạt được|đã hoàn thành|đã thực hiện được|đã xảy ra", re.IGNORECASE)


def clauses_of_results(clauses: Sequence[OutlineClause]) -> set[str]:
    """The ids of clauses under a heading that names results or how things stand."""
    found: set[str] = set()
    inside: int | None = None
    for clause in clauses:
        depth = clause.id.count(".")
        if inside is not None and depth <= inside:
            inside = None
        tells = clause.heading and _RESULTS.match(clause.text) and not _TO_COME.search(clause.text)
        if tells and inside is None:
            inside = depth
        if inside is not None:
            found.add(clause.id)
    return found
