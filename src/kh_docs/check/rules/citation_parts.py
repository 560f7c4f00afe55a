"""Whether the words around a cited symbol say when the act was issued, and by whom."""

from typing import Final

from kh_docs.patterns import re

# "QĐ-TTg", "TTr-CAT(PC04)", "CCHC&VTLT": small letters too, as offices shorten their names.
# “57-NQ/TW”, “202/2025/QH15”: of the Party, and of the National Assembly.
SYMBOL: Final = re.compile(
    r"\b(?:\d+\.)?\d+(?:[a-z]?/(\d{4}/)?[A-ZĐ][A-Za-zĐđ]{0,8}(?:\.[A-ZĐ]{2,6})?(-[A-ZĐƯƠÔÊÂĂ][A-Za-zĐđƯƠÔÊÂĂ0-9&]*)+"
    r"(\([^()\s]{1,8}\))?(\.[A-ZĐ]+)?|-[A-ZĐ][A-Za-zĐđ]{1,4}/[A-ZĐ][A-ZĐa-z]+|/\d{4}/QH\d+)"
)
# What the words begin with that say what an act is about.
ABSTRACT_BEGINS: Final = (
    r"(?:về|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|bổ sung|công bố|thông báo|kiện toàn|thành lập|"
    r"triển khai|giao|tăng cường|đẩy mạnh|thực hiện|điều chỉnh|bãi bỏ|tổ chức|xây dựng|phát động|"
    r"kết luận|V/v|chủ trương|đề nghị|yêu cầu|cho phép|chấp thuận|trả lời|góp ý|(?:lấy|xin|cho) ý kiến|"
    r"cung cấp|rà soát|đôn đốc|chấn chỉnh|bổ nhiệm|đính chính|gia hạn|phân công|phân cấp|thu hồi|tiếp tục|"
    r"nâng cao|truyền đạt|ủy quyền|tặng|chuyển|giải quyết|báo cáo|mời|đề xuất|kiến nghị|đăng ký|xử lý|"
    r"công nhận|hỗ trợ)\b|[“\"]"
)
_NEAR_DATE: Final = re.compile(
    r"[\s,(]*(được ban hành |ban hành )?(ngày|năm(?! \d{4}))\b|[\s,]*\(?\d{1,2}/\d{1,2}/\d{4}|"
    r"[\s]*[.…_]{2,}|\s*…|"
    # "số 1294/QĐ-UBND đến … số 1336/QĐ-UBND ngày …", "số 227/MTTQ-BTT của … ngày …"
    # … but not “…, báo cáo trước ngày 15/3/2024”.
    r"(?P<far>[^.;]{0,160}(?<!trước )(?<!đến )(?<!hết )(?<!vào )(?<!từ )(?<!sau )\bngày\s*\d)"
)
# “… của UBND tỉnh, Sở tổ chức hội nghị ngày 20/5/2024”: the day of what was done then.
_OF_WHAT_WAS_DONE: Final = re.compile(
    r",[^,]*\b(?:tổ chức|đã|sẽ|họp|báo cáo|trình|hoàn thành|diễn ra|khai mạc|tiến hành|"
    r"có hiệu lực|làm việc)\b",
    re.IGNORECASE,
)
_DAY: Final = re.compile(r"\b[Nn]gày\s*(\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?|\d{1,2}\s*tháng\s*\d{1,2})")
_ISSUED: Final = re.compile(
    r"[^.;]*\b(ban hành|ký|gửi|trình|phê duyệt|thông qua|công bố|nhận được|có)\b[^.;]*$"
)
_TOLD: Final = re.compile(rf"\b(?:của|do)\b|{ABSTRACT_BEGINS}", re.IGNORECASE)
# A row of acts that nobody reads to its end is no longer asked.
_ROW: Final = 1500
# How far from its symbol the date of a document may stand.
NEAR: Final = 300


def has_day(text: str, symbol: re.Match[str]) -> bool:
    """Whether the day of a cited act stands behind its symbol, or before who issued it."""
    near = _NEAR_DATE.match(text, symbol.end())
    if near is not None and near["far"] and _OF_WHAT_WAS_DONE.search(near["far"]):
        near = None
    return (near is not None and not _is_of_another(text, symbol, near.end())) or _day_before(text, symbol)


def _is_of_another(text: str, symbol: re.Match[str], end: int) -> bool:
    """“số 1/QĐ-UBND về … và Quyết định số 2/QĐ-UBND ngày …”: the day is that of the second act only."""
    other = SYMBOL.search(text, symbol.end(), end)
    return other is not None and _TOLD.search(text, symbol.end(), other.start()) is not None


def _day_before(text: str, symbol: re.Match[str]) -> bool:
    """“Ngày 06/10/2025, Bộ Nội vụ ban hành Công văn số …” names its day first."""
    start = max(0, symbol.start() - NEAR)
    return any(
        _ISSUED.match(text, day.end(), symbol.start())
        and not _ends_with_symbol(text[start : day.start()])
        and not _is_told_of_another(text, day.end(), symbol.start())
        for day in _DAY.finditer(text, start, symbol.start())
    )


def _is_told_of_another(text: str, start: int, end: int) -> bool:
    """“Ngày 12/6/2025, Quốc hội ban hành Nghị quyết số 1 về …, căn cứ Nghị định số 2”: that of the first."""
    other = SYMBOL.search(text, start, end)
    return other is not None and _TOLD.search(text, other.end(), end) is not None


def _ends_with_symbol(text: str) -> bool:
    return any(found.end() == len(text.rstrip(" ,(")) for found in SYMBOL.finditer(text))


_TYPES: Final = (
    r"(?:Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Thông tư liên tịch|Kế hoạch|Công văn|Thông báo|"
    r"Hướng dẫn|Chương trình|Kết luận|Văn bản|Công điện|Quy định)"
)
# “Thực hiện Kế hoạch số …”, “theo quy định tại Điều 8 Nghị định số …”: what the document rests on.
_RESTS_ON: Final = re.compile(
    r"\b(?:theo|thực hiện|(?<!tổ chức )triển khai|căn cứ|nhận được|tiếp thu|"
    r"(?:quy định|hướng dẫn|ban hành) (?:tại|của)|"
    r"(?:điều|khoản) \d+(?: của)?)(?: (?:nội dung|tinh thần|đúng))?"
    rf" {_TYPES}(?: (?!số\b)[^\W\d_]+){{0,3}}(?: số:?)? ?$",
    re.IGNORECASE,
)
# “Thực hiện Kế hoạch số 1 … của Sở Y tế về …; Kế hoạch số 2 ngày … về …”: one more on which it rests.
_ONE_MORE: Final = re.compile(rf"(?:[;,]| và) {_TYPES}(?: số:?)? ?$", re.IGNORECASE)
_RESTS_ON_A_ROW: Final = re.compile(
    rf"^[-–+ ]*(?:theo|thực hiện|triển khai|căn cứ|tiếp thu) {_TYPES} số:? ?\d(?:(?!như ?:)[^.])*$",
    re.IGNORECASE,
)
# “… ngày 14/01/2026 của Tỉnh ủy triển khai thực hiện Nghị quyết số …”: as the other act is called.
# … but “…, tỉnh đã ban hành Kế hoạch số …” begins to tell something.
_TELLS: Final = r", [^,;.]*\b(?:đã|có|nhận được|ban hành|đề nghị|báo cáo|xây dựng|tiếp tục)\b"
_CALLED_SO: Final = re.compile(
    r"ngày\s*\d{1,2}(?:/|\s*tháng\s*)\d{1,2}(?:/|\s*năm\s*)\d{4}[\s,]*(?:của [^,;.“\"]{2,80}?)?[\s,]*\b"
    rf"(?:{ABSTRACT_BEGINS})(?:(?!{_TELLS})[^;.])*$",
    re.IGNORECASE,
)
_CENTRAL: Final = re.compile(r"\d/(?:NĐ-CP|NQ-CP|TT-B[A-ZĐ]+|(?:QĐ|CT)-TTg)$")
_BY_THEM: Final = re.compile(r"\b(?:Chính phủ|Thủ tướng|Bộ)\b[^.;]*\b(?:ban hành|ký|có|thông qua)\b[^.;]*$")
_DAY_AND_SUBJECT: Final = re.compile(
    rf"[\s,(]*ngày\s*\d{{1,2}}(?:/|\s*tháng\s*)\d{{1,2}}(?:/|\s*năm\s*)\d{{4}}[\s,]*(?:{ABSTRACT_BEGINS})",
    re.IGNORECASE,
)
# “… về kế hoạch sử dụng đất của UBND tỉnh”: it may name at the end who issued it.
_BY_WHOM_LAST: Final = re.compile(
    r"[^.;/]*\b(?:của|do) (?:Chính phủ|Thủ tướng|Bộ|UBND|[ỦUúu][yỷ] ban|HĐND|Hội đồng|Sở|Chủ tịch|Giám đốc|"
    r"Tổng|Cục|Ban|Quốc hội|Tỉnh ủy|Thường trực)[^.;,]{0,80}(?:[.;,)]|$)"
)
_BY_THE_STATE_LAST: Final = re.compile(r"[^.;/]*\b(?:của|do) (?:Chính phủ|Thủ tướng|Bộ)\b")


def lacks_issuer(text: str, symbol: re.Match[str]) -> bool:
    """Whether what an act is about follows its day at once, and no word says who issued it."""
    dated = _DAY_AND_SUBJECT.match(text, symbol.end())
    if dated is None:
        return False
    before = text[max(0, symbol.start() - NEAR) : symbol.start()]
    if _CENTRAL.search(symbol[0]):
        return _BY_THEM.search(before) is None and not _BY_THE_STATE_LAST.match(text, dated.end())
    rests = _RESTS_ON.search(before) or (_ONE_MORE.search(before) and _rests_on_a_row(text, symbol))
    return bool(rests) and not _BY_WHOM_LAST.match(text, dated.end())


def _rests_on_a_row(text: str, symbol: re.Match[str]) -> bool:
    return symbol.start() < _ROW and _RESTS_ON_A_ROW.match(text[: symbol.start()]) is not None


def is_in_an_abstract(text: str, symbol: re.Match[str]) -> bool:
    """Whether an act is named in what another is about: that is repeated as it was issued."""
    before = text[max(0, symbol.start() - NEAR) : symbol.start()]
    return _CALLED_SO.search(before) is not None and not _ONE_MORE.search(before)
