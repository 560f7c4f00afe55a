"""Whether a body is named as what it was: “(cũ)”, in a quotation, in the title of an older document."""

from typing import Final

from kh_docs.patterns import re

_PAST: Final = re.compile(
    r"trước đây|\bcũ\b|\bnguyên là\b|trước ngày|nay là|sáp nhập|hợp nhất|sắp xếp|giải thể|kết thúc hoạt động|"
    r"không (còn|tổ chức)|chuyển giao|tiếp nhận từ|bàn giao|giai đoạn (19|20)\d\d"
)
_CITED: Final = re.compile(r"\d+/(\d{4}/)?[A-ZĐ]{1,4}[A-Za-zĐđ]*-[A-ZĐ]")
_CLAUSE_END: Final = re.compile(r"[;.]\s")


def is_told_as_past(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` name what is over."""
    if _PAST.search(text):
        return True
    before = text[:start]
    clause = before[max((match.end() for match in _CLAUSE_END.finditer(before)), default=0) :]
    if _CITED.search(clause):
        return True
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
