"""What follows the day of a cited act: who issued it, and whether it is said what it is about."""

from functools import lru_cache
from typing import Final

from kh_docs.check.rules.citation_parts import ABSTRACT_BEGINS, NEAR, SYMBOL
from kh_docs.patterns import re

_DAY: Final = (
    r"(?:(?:được )?(?:ban hành |ký )?ngày\s*\d{1,2}(?:[/.-]|\s*tháng\s*)\d{1,2}(?:[/.-]|\s*năm\s*)\d{4})"
)
# Words with which the sentence goes on, instead of what the act is about: “… của Chính phủ đã quy định 05
# trường hợp”, “… của Chính phủ để ban hành …”, “… của Chính phủ và các văn bản hướng dẫn”.
_GOES_ON: Final = (
    r"(?-i:(?:đã|cũng|chỉ|chưa|không|được|phải|là|thì|nêu|để|nhằm|nhưng|trên địa bàn|như sau)\b|"
    r"và (?:các|những|được|đã|sự|ý kiến|chỉ đạo|hướng dẫn của|quy định của)\b)"
)
# “Bộ Giao thông vận tải”, “Sở Xây dựng”: here a name begins with what an abstract may begin with.
_NAME: Final = (
    r"(?-i:\b(?:Bộ|Sở|Ban|Phòng|Cục|Vụ|Tổng|ty|phần|Trường|Viện|tâm|Tổ|Ủy ban|Thứ trưởng Bộ) "
    r"(?:Xây|Giao|Tổ|Chuyển|Hướng|Phân|Điều|Tiếp|Quy|Thông|Bổ|Nâng)\b)"
)
# “Ủy ban nhân dân (UBND) tỉnh”: how it will be called stands within the name.
_SHORT: Final = r"\([A-ZĐÂÊÔƯĂ&][A-ZĐÂÊÔƯĂ&\d -]{1,20}\)"
_ISSUER: Final = rf"(?:{_NAME}|{_SHORT}|(?!\b{_GOES_ON}|{ABSTRACT_BEGINS})[^,;:.()“\"]){{2,90}}?"
# “… và Thông tư số 92/2018/TT-BTC … sửa đổi”: what follows is about the second act only.
_AND_WHAT_AMENDS_IT: Final = (
    rf"\svà (?:Nghị định|Nghị quyết|Thông tư|Quyết định) số (?:(?!{ABSTRACT_BEGINS})[^;.]){{2,160}}?"
    r"(?:về việc |về )?(?:sửa đổi|thay thế|bãi bỏ)"
)
_STOP: Final = rf"\s*(?:[;.)]|$|,(?!\s*(?:{ABSTRACT_BEGINS}))|{_GOES_ON})"
# “… của Bộ Giao thông vận tải (nay là Bộ Xây dựng) về …”: what stands in brackets belongs to the name.
_END: Final = rf"(?:\s*\([^()]{{3,200}}\))?{_STOP}"
_ANOTHER: Final = (
    r"(?P<next>\s+và (?:(?:Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Kế hoạch|Công văn|Văn bản|"
    r"Thông báo|Tờ trình|Báo cáo|Hướng dẫn|Kết luận) )?(?:số:? ?)?(?=\d))"
)
_DAY_AND_ISSUER: Final = re.compile(
    rf"[\s,(]*(?:{_DAY}[\s,]*của {_ISSUER}|của {_ISSUER}[\s,]*{_DAY})"
    rf"(?:{_AND_WHAT_AMENDS_IT}|{_ANOTHER}|{_END})",
    re.IGNORECASE,
)
# “Công văn số … ngày … và Công văn số … ngày … và được phê duyệt”: neither says what it is about.
_DAYS_ALONE: Final = re.compile(rf"[\s,(]*{_DAY}(?:{_ANOTHER}|\s+và được\b)", re.IGNORECASE)
_CLAUSE_OF: Final = re.compile(
    r"\bĐiều \d{1,3}[a-z]?,?(?: của)? (?:Nghị định|Thông tư|Quyết định)(?: số:?)? ?$", re.IGNORECASE
)
# “Điều 12 Nghị định … của Chính phủ giao UBND cấp tỉnh quyết định”: that is what the clause says.
_CLAUSE_SAYS: Final = re.compile(
    rf"[\s,(]*{_DAY}[\s,]*của {_ISSUER}\s+(?:giao|cho phép|yêu cầu|"
    r"quy định(?= ?:| rõ\b| như sau| cụ thể,|,? ?tại\b|,? theo đó| ?[“\"]))",
    re.IGNORECASE,
)
# “Quyết định phê duyệt kết quả lựa chọn nhà thầu số …”: what it is about stands before its number.
_TOLD_BEFORE: Final = re.compile(
    r"\b(?:[Nn]ghị quyết|[Qq]uyết định|[Kk]ế hoạch|[Cc]ông văn|[Tt]hông báo|[Tt]ờ trình|[Bb]áo cáo|[Gg]iấy|"
    r"[Hh]ợp đồng|[Bb]iên bản)(?: (?!(?:số|theo|tại|của)\b|"
    r"(?:Quyết|Nghị|Văn|Tờ|Công|Thông|Kế|Báo|Chỉ|Hướng|Kết)\b)[^\W\d_]+){4,} số:? ?$"
)
# In a row of acts each may say what the next does; a longer row nobody reads to its end.
_MOST: Final = 6


# The first mention of the plan, which is read to its end, is the same in all documents of a run.
@lru_cache(256)
def lacks_abstract(text: str, symbol: re.Match[str], left: int = _MOST) -> bool:
    """Whether day and issuer follow a symbol, and not what the act is about.

    One that shares it with the act named next (“… và Quyết định số … về …”) has it.
    """
    told = _DAY_AND_ISSUER.match(text, symbol.end())
    if told is not None and _TOLD_BEFORE.search(_before(text, symbol)):
        return False
    if told is None:
        says = _CLAUSE_SAYS.match(text, symbol.end())
        return says is not None and _CLAUSE_OF.search(_before(text, symbol)) is not None
    return told["next"] is None or _next_lacks(text, told.end(), left)


def has_only_a_day(text: str, symbol: re.Match[str], left: int = _MOST) -> bool:
    """Whether only its day follows a symbol, and then another act of which no more is said."""
    told = _DAYS_ALONE.match(text, symbol.end())
    return told is not None and (told["next"] is None or _next_lacks(text, told.end(), left))


def _before(text: str, symbol: re.Match[str]) -> str:
    return text[max(0, symbol.start() - NEAR) : symbol.start()]


def _next_lacks(text: str, start: int, left: int) -> bool:
    symbol = SYMBOL.match(text, start)
    if symbol is None or not left:
        return False
    return lacks_abstract(text, symbol, left - 1) or has_only_a_day(text, symbol, left - 1)
