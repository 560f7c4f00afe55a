"""Find laws that are cited by their name alone: where the name of a law ends in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kh_docs.planning.spans import Span

_LAW = re.compile(
    r"(?<!\w)(?<![Dd]ự án )(?<![Pp]háp )(Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+(?!số\s|sư\b|gia\b|này\b|pháp\b)"
    r"(?=[^\W\d_])"
)
# Commas that belong to names of laws.
_INSIDE = (
    r"(?:,\s+(?:chống|tránh|khen thưởng|chữa bệnh|sử dụng|cư trú|quá cảnh|tôn giáo|an toàn|vệ sinh|bổ sung|"
    r"tố cáo|công nghệ|tiết kiệm|bảo vệ|vật liệu nổ|nhập cảnh|xuất cảnh|kiểm soát|trật tự|"
    r"di chuyển|giáo dục|cứu hộ|cứu nạn|thực tập|kiểm tra|quản lý)\b)"
)
_ENDS = re.compile(
    rf"(?!{_INSIDE})[;:,.()“”\"]|\s+(?:theo|ngày|của|quy định|về|trong|trên|đảm bảo|bảo đảm(?! an)"
    rf"|số(?=\s*:?\s*\d)|tại|đối với|để|"
    r"bằng|nhằm|đến|và (?:các|những|một số|theo|quy|hướng dẫn|văn bản|Luật|Bộ luật|Nghị|Thông|Quyết|Chỉ|Pháp"
    r"|Công (?:điện|văn)|K(?:ết luận|ế hoạch)|Hướng dẫn|Chương trình)"
    r"|có hiệu lực|"
    r"được|cho|tới|gắn với|phù hợp|sau khi|khi|trước khi|từ|do|là|hiện hành|hoặc|"
    r"(?:năm|sửa đổi)(?=\s+\d))(?=\W|$)"
)
# A law that amends others names them.
_AMENDING_ENDS = re.compile(r"[;:.()“”\"]|\s+(?:ngày|năm|số)\s+\d")
_YEAR = re.compile(r"\s+(?:sửa đổi\s+)?năm\s+\d{4}")
_DAY = re.compile(r"\s*,?\s*ngày\s+(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?:/|\s+năm\s+)(\d{4})")
_MOST_WORDS = 30


def laws_in(text: str) -> Iterator[tuple[Span, str, str, date | None]]:
    """Place, kind, name and day of each law named without a number."""
    reached = 0
    for found in _LAW.finditer(text):
        if found.start() < reached:
            continue
        amends = text.startswith("sửa đổi", found.end())
        ends = (_AMENDING_ENDS if amends else _ENDS).search(text, found.end() - 1)
        end = ends.start() if ends else len(text)
        name = text[found.end() : end].strip()
        if not name or len(name.split()) > _MOST_WORDS or re.match(r"\s+số\s+\d", text[end:]):
            continue
        day = None
        if dated := _DAY.match(text, end):
            day, end = _real_day(dated), dated.end()
        elif dated := _YEAR.match(text, end):
            end = dated.end()
        reached = end
        yield Span(found.start(), end), found[1], name, day


def _real_day(found: re.Match[str]) -> date | None:
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
