"""Rules on how the text cites other documents."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.once import once
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.bases import bases
from kh_docs.check.rules.citation_numbers import (
    bare_number,
    day_alone,
    is_named_in_full,
    number_and_no_more,
    short_name,
    undated_of_others,
)
from kh_docs.check.rules.citation_parts import (
    ABSTRACT_BEGINS,
    SYMBOL,
    has_day,
    is_in_an_abstract,
    lacks_issuer,
)
from kh_docs.check.rules.citation_tail import has_only_a_day, lacks_abstract
from kh_docs.check.words import OFFICIAL_LETTER, without_fields
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.document import Paragraph

_ISSUER: Final = re.compile(
    r"\bcủa\b|\bgiữa\b|UBND|Ủy ban|Uỷ ban|Chính phủ|Bộ |Sở |HĐND|Hội đồng|Thủ tướng|Công an|ủy\b|uỷ\b|"
    r"Chủ tịch|Quốc hội|Ban |[.…]{2,}"
)
_SUBJECT: Final = re.compile(ABSTRACT_BEGINS, re.IGNORECASE)
# “(theo Thông tư số 04/2021/TT-BGDĐT ngày 02/02/2021)”: neither whose it is nor what it is about.
_DATE_ALONE: Final = re.compile(
    r"[\s,(]*ngày\s*\d{1,2}(?:/|\s*tháng\s*)\d{1,2}(?:/|\s*năm\s*)\d{4}\s*(?:[;.)]|$)"
)
_DAY_AND_SUBJECT: Final = re.compile(
    rf"[\s,(]*ngày\s*\d{{1,2}}(?:/|\s*tháng\s*)\d{{1,2}}(?:/|\s*năm\s*)\d{{4}}[\s,]*(?:{ABSTRACT_BEGINS})",
    re.IGNORECASE,
)
_ANY_BODY: Final = re.compile(
    r"\b(?:Hội|Hiệp hội|Liên đoàn|Công ty|Tổng|Trường|Trung tâm|Phòng|Cục|Chi cục|Viện|Bệnh viện|Văn phòng|"
    r"Tòa án|Toà án|Thanh tra|Giám đốc|Hiệu trưởng|Trưởng|Đảng|Đoàn|Khoa|Vụ|Ngân hàng|Kho bạc|Bảo hiểm)\b"
)
# “Nghị định số …/…/NĐ-CP quy định chi tiết …”: no room is left for day and issuer.
_BLANK_AND_UNDATED: Final = re.compile(
    r"\b(?:Nghị định|Nghị quyết|Thông tư|Quyết định) số:? ?(?=[\d.…_/ ]*[.…_])[\d.…_/ ]+/?"
    rf"[A-ZĐ]{{2,}}-[A-ZĐƯƠÔÊÂĂ]+ (?:{ABSTRACT_BEGINS})"
)
_BEFORE: Final = 100
# As long as “Thông tư liên tịch số ” is.
_TYPE_BEFORE: Final = 25
# “… ngày 21/9/2021.”: neither who, nor about what.
_ONLY_A_DAY: Final = re.compile(
    rf"[\s,]*(?:(?:đã )?được |đã )?(?:ban hành |ký )?ngày\s*\d{{1,2}}(?:/|\s*tháng\s*)\d{{1,2}}"
    rf"(?:/|\s*năm\s*)\d{{4}}\s*(?:[.;]|$|,(?!\s*(?:của|{ABSTRACT_BEGINS}))|và (?:ý kiến |sự )?chỉ đạo\b)",
    re.IGNORECASE,
)
# “Xét đề nghị của Sở Nội vụ tại Tờ trình số …” says whose it is and what it wants.
_PROPOSED: Final = re.compile(r"đề nghị của [^.;]{2,70} tại [^.;]{2,20}$")
_YEARLESS: Final = re.compile(
    r"(?:số:? ?|[Nn]ghị định |[Tt]hông tư |liên tịch )\d+/(?:NĐ-CP|TT-[A-ZĐ]{2,}|TTLT-[A-ZĐ]{2,})\b"
    r"(?=[\s,]*ngày\s*\d{1,2}\D{1,9}\d{1,2}\D{1,7}20\d\d)"
)
# Cells name acts in the labels of their rows too; those that rest on one cite it.
_RESTS_ON: Final = re.compile(
    r"\b(theo|căn cứ|tại|của)( quy định( tại| của)?)?(,? (điểm|khoản|Khoản|"
    r"Điều) [^.;]{1,30})? [^.;,()]{2,30}$",
    re.IGNORECASE,
)
_RESOLVED: Final = re.compile(r"\b[Nn]ghị quyết(?: số:?)? ?$")
_ATTACHED: Final = re.compile(r"kèm theo [^;.()]{0,30}$", re.IGNORECASE)


@lru_cache(1024)
def _rests_on(text: str, start: int) -> bool:
    """Whether words before a symbol say that the text rests on the act."""
    return _RESTS_ON.search(text, 0, start) is not None


def _is_resolution(text: str, symbol: re.Match[str]) -> bool:
    """Whether one of the National Assembly is named: a law is cited without its symbol."""
    return _RESOLVED.search(text[max(0, symbol.start() - _TYPE_BEFORE) : symbol.start()]) is not None


@lru_cache(256)
def _names_issuer(text: str) -> bool:
    return _ISSUER.search(text) is not None


def _says_only_when(text: str, symbol: re.Match[str]) -> bool:
    """Whether a day follows, and neither whose it is nor what about; in brackets words before may tell."""
    before = text[max(0, symbol.start() - _BEFORE) : symbol.start()]
    only_a_day = _ONLY_A_DAY.match(text, symbol.end()) or has_only_a_day(text, symbol)
    if only_a_day and not _PROPOSED.search(before):
        return True
    return _DATE_ALONE.match(text, symbol.end()) is not None and not _ISSUER.search(before)


def _is_surely_nobodys(text: str, symbol: re.Match[str]) -> bool:
    """Whether its day and what it is about follow at once, and the text names no body of any kind."""
    return _DAY_AND_SUBJECT.match(text, symbol.end()) is not None and _ANY_BODY.search(text) is None


def lacks_year(text: str) -> bool:
    """Whether a legal normative act is named by a symbol without its year, which such have had since 1997."""
    return _YEARLESS.search(text) is not None


@lru_cache(1024)
def _is_yearless(text: str, symbol: re.Match[str]) -> bool:
    """The same of an act that is cited by this symbol."""
    if "NĐ-CP" not in symbol[0] and "TT" not in symbol[0]:
        return False
    act = _YEARLESS.search(text, max(0, symbol.start() - _TYPE_BEFORE))
    return act is not None and act.end() == symbol.end()


def is_blank_and_undated(text: str) -> bool:
    """Whether an act whose number is still blank is followed at once by what it is about."""
    # What stands wherever the pattern finds something stands in few texts.
    if not ("định số" in text or "quyết số" in text or "tư số" in text):
        return False
    return _BLANK_AND_UNDATED.search(without_fields(text)) is not None


def names_subject(text: str) -> bool:
    """Whether words of a text begin to say what an act is about."""
    return _SUBJECT.search(text) is not None


# The documents of one run say much the same.
@lru_cache(4096)
def _symbols(text: str) -> tuple[re.Match[str], ...]:
    return tuple(SYMBOL.finditer(text)) if "/" in text else ()


@once
def citations_in(anatomy: Anatomy) -> list[tuple[Paragraph, re.Match[str], bool]]:
    """Every symbol cited in body and annexes, their tables too, and whether it is its first mention."""
    found: list[tuple[Paragraph, re.Match[str], bool]] = []
    seen: set[str] = set()
    own = anatomy.header.number.text if anatomy.header.number else ""
    for paragraph in (*anatomy.body_texts, *anatomy.annex_texts):
        for match in _symbols(paragraph.text):
            if match[0] in own or ("QH" in match[0] and not _is_resolution(paragraph.text, match)):
                continue
            if paragraph.container.kind == "cell" and not _rests_on(paragraph.text, match.start()):
                continue
            found.append((paragraph, match, match[0] not in seen))
            seen.add(match[0])
    return found


@rule("ND30-CITE-FIRST", "must", "PL I, P.I, II.6.b")
def first_citation(anatomy: Anatomy) -> Iterator[Fault]:
    """The first mention gives type, number, date, issuer and abstract.

    Bad:  thực hiện Kế hoạch số 104/KH-UBND
    Good: thực hiện Kế hoạch số 104/KH-UBND ngày 07 tháng 02 năm 2026 của UBND tỉnh về …
    """
    in_bases = {id(paragraph) for paragraph in bases(anatomy)}
    for paragraph, match, first in citations_in(anatomy):
        if not first or id(paragraph) in in_bases:
            continue
        text, start = paragraph.text, match.start()
        if not has_day(text, match):
            if is_in_an_abstract(text, match):
                continue
            yield Fault(
                at(paragraph),
                _("{symbol} không có ngày").format(symbol=match[0]),
                _("… số {symbol} ngày … tháng … năm … của …").format(symbol=match[0]),
                _("Viện dẫn lần đầu ghi đủ ngày, cơ quan ban hành, trích yếu -> bổ sung"),
            )
        elif _is_yearless(text, match):
            yield Fault(
                at(paragraph),
                _("{symbol} không có năm").format(symbol=match[0]),
                match[0].replace("/", "/…/", 1),
                _("Số, ký hiệu của nghị định, thông tư có năm ban hành -> bổ sung"),
            )
        elif paragraph.container.kind == "cell":
            # A table has little room: who issued it, and on what day, is enough there.
            continue
        elif lacks_abstract(text, match) and not _ATTACHED.search(text, 0, start):
            yield Fault(
                at(paragraph),
                _("{symbol} không có trích yếu").format(symbol=match[0]),
                _("… số {symbol} ngày … tháng … năm … của … về …").format(symbol=match[0]),
                _("Viện dẫn lần đầu ghi đủ ngày, cơ quan ban hành, trích yếu -> bổ sung"),
            )
        elif _says_only_when(text, match) and not _ATTACHED.search(text, 0, start):
            yield Fault(
                at(paragraph),
                _("{symbol} không có cơ quan ban hành, trích yếu").format(symbol=match[0]),
                _("… số {symbol} ngày … tháng … năm … của … về …").format(symbol=match[0]),
                _("Viện dẫn lần đầu ghi đủ ngày, cơ quan ban hành, trích yếu -> bổ sung"),
            )
        elif (surely := lacks_issuer(text, match)) or not _names_issuer(text):
            yield Fault(
                at(paragraph),
                _("{symbol} không có cơ quan ban hành").format(symbol=match[0]),
                _("… số {symbol} ngày … tháng … năm … của …").format(symbol=match[0]),
                _("Viện dẫn lần đầu ghi đủ ngày, cơ quan ban hành, trích yếu -> bổ sung"),
                None if surely or _is_surely_nobodys(text, match) else "should",
            )
    named: set[str] = set()
    texts = [each.text for each in (*anatomy.body_texts, *anatomy.annex_texts)]
    for paragraph in anatomy.unjudged_body if anatomy.kind is not None else ():
        # The bases of a letter are text; those of others are judged as bases.
        if is_blank_and_undated(paragraph.text) and (
            anatomy.kind == OFFICIAL_LETTER or id(paragraph) not in in_bases
        ):
            yield Fault(
                at(paragraph),
                _("không có ngày, cơ quan ban hành"),
                _("… số …/ký hiệu ngày … tháng … năm … của …"),
                _("Viện dẫn lần đầu ghi đủ ngày, cơ quan ban hành, trích yếu -> bổ sung"),
            )
        bare = (
            bare_number(paragraph.text)
            or undated_of_others(paragraph.text, named)
            or number_and_no_more(paragraph.text, texts)
            or ("" if id(paragraph) in in_bases else day_alone(paragraph.text, texts))
        )
        if not bare and (short := short_name(paragraph.text)) is not None:
            bare = "" if is_named_in_full(short["number"], texts) else short[0]
        if bare:
            yield Fault(
                at(paragraph),
                bare,
                _("… số …/ký hiệu ngày … tháng … năm … của …"),
                _("Văn bản được viện dẫn ghi thiếu số, ký hiệu hoặc ngày -> bổ sung"),
            )
