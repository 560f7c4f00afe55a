"""Numbers by which a text names a document without the letters of its symbol, or without its day."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from kh_docs.check.rules.citation_parts import ABSTRACT_BEGINS
from kh_docs.patterns import re

_NUMBER_ALONE: Final = re.compile(
    r"\b(?:nghị định|nghị quyết|quyết định|chỉ thị|thông tư|công văn|kế hoạch|quy định|thông báo|văn bản|"
    r"công điện|hướng dẫn|kết luận) "
    r"(?:(?:số:? ?)?\d+,? ngày \d|số:? ?\d+,? (?:của|về|quy định)\b)",
    re.IGNORECASE,
)
# “Nghị định 30/2020 của Chính phủ”: the letters of its symbol left out.
# “Nghị định số 181/2024/NĐCP”: not its symbol.
_YEAR_ALONE: Final = re.compile(
    r"\b(?:[Nn]ghị định|[Tt]hông tư)(?: số:?)? \d{1,3}/\d{4}(?:(?![\d/.-]|/)(?! ?/)|/(?:NĐCP|ND-?CP)\b)"
)
# “văn bản số 02/TNL2025 của Công ty …”, “Giấy mời số HTS/TM của Hội …”: symbols of those who are no office.
_OF_OTHERS: Final = re.compile(
    r"\b(?:[Vv]ăn bản|[Cc]ông văn|[Tt]ờ trình|[Bb]áo cáo|[Tt]hông báo|[Gg]iấy mời|[Kk]ế hoạch|[Qq]uyết định) "
    r"số:? ?(?:\d+/[A-ZĐ]{2,}\d*|[A-ZĐ]{2,}/[A-ZĐ]{2,})(?= của\b(?![^.;]{0,120}\bngày \d))"
)
# “theo NĐ 75”: known only to who remembers its symbol, unless the text gives that somewhere. Begun with its
# first letters, and what stands before them asked then, it is found three times as fast.
_SHORT: Final = re.compile(
    r"(?:N(?<!\w.)(?:Đ|Q|ghị định|ghị quyết)|T(?<!\w.)(?:T|TLT|hông tư)|C(?<!\w.)hỉ thị)"
    r"(?: số:?)? (?P<number>\d{1,4})"
    r"(?![\w/-]|[.,]\d| \(kh[oó])"
)
# “Quyết định số 569.”, “Công văn số 4055 lấy ý kiến …”: known to who has read it, unless named in full.
_NUMBER_AND_NO_MORE: Final = re.compile(
    r"\b(?:[Nn]ghị định|[Nn]ghị quyết|[Qq]uyết định|[Cc]hỉ thị|[Tt]hông tư|[Cc]ông văn|[Cc]ông điện|Văn bản) "
    rf"số:? ?(?P<number>\d{{1,5}})(?=\s*(?:[;,)]|\.(?!\d)|$|{ABSTRACT_BEGINS}))"
)
# “Nghị định ngày 21/12/2021 của Chính phủ”: its number left out.
_DAY_ALONE: Final = re.compile(
    r"\b(?:Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Công văn|Công điện|Kế hoạch) "
    r"(?P<day>ngày \d{1,2}(?:[/.-]|\s*tháng\s*)\d{1,2}(?:[/.-]|\s*năm\s*)\d{4}) của\b"
)
# What stands in all of them, found in a tenth of the time.
_BEFORE_WHOSE: Final = re.compile(r"/[A-ZĐ]{2,}\d* của\b")
_BEFORE_A_DAY: Final = re.compile(r"\d,? (?:ngày \d|của\b|về\b|quy định\b)", re.IGNORECASE)


@lru_cache(4096)
def bare_number(text: str) -> str:
    """The first document that a text names by a number without letters."""
    found = _NUMBER_ALONE.search(text) if _BEFORE_A_DAY.search(text) else None
    if found is None and ("ghị định" in text or "hông tư" in text):
        found = _YEAR_ALONE.search(text)
    return found[0] if found else ""


def number_and_no_more(text: str, texts: Sequence[str]) -> str:
    """A document named by type and number alone, of which no text says more."""
    found = _NUMBER_AND_NO_MORE.search(text) if " số" in text else None
    if found is None or is_named_in_full(found["number"].lstrip("0"), texts):
        return ""
    return found[0]


def day_alone(text: str, texts: Sequence[str]) -> str:
    """A document named by type and day alone, where no text gives the number of one of that day."""
    found = _DAY_ALONE.search(text) if " ngày " in text else None
    if found is None or any(found["day"] in each.replace(found[0], "") for each in texts):
        return ""
    return found[0]


def undated_of_others(text: str, named: set[str]) -> str:
    """The first one of those who are no office, without its day, and not named before."""
    found = _OF_OTHERS.search(text) if _BEFORE_WHOSE.search(text) else None
    if found is None or found[0] in named:
        return ""
    named.add(found[0])
    return found[0]


def short_name(text: str) -> re.Match[str] | None:
    """The first act that a text names by its type and bare number."""
    return _SHORT.search(text)


def is_named_in_full(number: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts names an act of that number by its symbol."""
    full = re.compile(rf"(?<![\d/])0?{number} ?[/-] ?[\dA-ZĐ]")
    return any(full.search(text) for text in texts)
