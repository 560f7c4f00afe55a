"""Whether a passage says that the plan, or who issued it, demands what it tells: then nothing may differ."""

from functools import lru_cache
from typing import Final

from kh_docs.patterns import re

_DEMANDS: Final = (
    r"(?:giao|xác định|đề ra|quy định|yêu cầu|ấn định|phân công|chọn|nêu|ghi|đặt (?:ra|mục tiêu|chỉ tiêu))"
)
# “Cao hơn mức tỉnh giao”, “huyện tự đặt”: the passage sets two things beside each other.
_COMPARED: Final = re.compile(
    r"\b(?:cao|thấp|sớm|chậm|muộn|nhiều|ít) hơn\b|\bvượt\b|\bgấp\b|so với|trước hạn"
    r"|\btự (?:đặt|đăng ký|nâng)\b",
    re.IGNORECASE,
)
# What follows from the demand is the unit's own.
_OWN: Final = re.compile(
    r"\b(?:nên|do đó|vì vậy|theo đó|dự kiến|trên cơ sở|phấn đấu|đăng ký|quyết tâm|kịp)\b", re.IGNORECASE
)
# “Theo đề án … của tỉnh”: not the plan.
_OTHER_PAPERS: Final = (
    r"(?:\w+ )?(?:đề án|dự án|phương án|nghị quyết|chương trình|quyết định|chỉ thị|quy chế|công văn)\b"
)
_BEGINS: Final = re.compile(r"\W*(?:Theo\b[^,;.]{0,40})?")
_TRIES: Final = re.compile(r"\bphấn đấu\b", re.IGNORECASE)
_SHORTLY_BEHIND, _LONG_BEFORE = 90, 300


def plan_named(number: str) -> str:
    """As part of a pattern: how a plan is named by those who carry it out."""
    return rf"\b(?:Kế hoạch|KH) (?:số )?{re.escape(number)}(?![\d])\S*"


class Attribution:
    """How a passage says that a plan demands something."""

    def __init__(self, number: str) -> None:
        plan = plan_named(number)
        self._speaks = re.compile(
            rf"{plan}|\btỉnh (?:đã |có )?(?:{_DEMANDS}|đề nghị|chỉ đạo|nhấn mạnh|nói)\b", re.IGNORECASE
        )
        self._pattern = re.compile(
            rf"\btỉnh (?:đã |có )?{_DEMANDS}\b"
            rf"|{plan}[^;.]{{0,45}}?\b{_DEMANDS}\b"
            rf"|\b(?:theo|như|tại)\b(?:[^;.,(]|\.(?=\w)){{0,60}}?{plan}"
            rf"|\([^()]*{plan}[^()]*\)"
            rf"|{plan}[^;.]{{0,160}}?\btheo [^;.,]{{0,30}}\b(?:mục|điểm|khoản) [\w.]+ (?:của )?"
            r"(?:Kế hoạch|KH)\b(?! (?:của )?(?:UBND )?(?:huyện|thị|thành|xã|phường))"
            rf"|\b(?:theo (?!{_OTHER_PAPERS})[^;.,]{{0,30}}|mốc|hạn|tiến độ|thời gian)"
            r"(?: chung)? của (?:UBND )?tỉnh\b",
            re.IGNORECASE,
        )

    def speaks_around(self, context: str, start: int, end: int) -> bool:
        """Whether what is quoted from `start` to `end` is said to be the plan's, or who issued it."""
        return any(
            self._speaks.search(each) is not None
            for each in (context[max(0, start - _LONG_BEFORE) : start], context[end : end + _SHORTLY_BEHIND])
        )

    def is_in(self, text: str) -> bool:
        """Whether a text says that something is demanded."""
        return bool(_demands(self._pattern, text))

    def covers(self, context: str, start: int, end: int) -> bool:
        """Whether what stands from `start` to `end` of the sentence `context` is said to be demanded."""
        for first, last in _demands(self._pattern, context):
            if first <= start and end <= last:
                return True
            # “Theo … tỉnh đề ra, huyện phấn đấu …”: it is what the province asks that he tries.
            between = context[last:start]
            tried = _TRIES.sub(" ", between) if _BEGINS.fullmatch(context[:first]) else between
            if last <= start and not _OWN.search(tried):
                return True
            if end <= first <= end + _SHORTLY_BEHIND and not _OWN.search(context, end, first):
                return True
        return False


@lru_cache(64)
def _demands(pattern: re.Pattern[str], context: str) -> tuple[tuple[int, int], ...]:
    """Where a sentence says that something is demanded; one that compares two things says it of neither."""
    if _COMPARED.search(context):
        return ()
    return tuple(match.span() for match in pattern.finditer(context))
