"""Days that are in the calendar, on their weekday."""

import calendar
from collections.abc import Iterator
from datetime import date
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.i18n import _
from kh_docs.patterns import re

_CLAUSE: Final = "PL I, P.I, II.4.b"
_LONGEST_FEBRUARY: Final = 2000
_WEEKDAYS: Final = ("hai", "ba", "tư", "năm", "sáu", "bảy", "chủ nhật")
_DAY: Final = re.compile(
    r"\bngày (?P<d>\d{1,2})(/| tháng )(?P<m>\d{1,2})(?:(?:/| năm )(?P<y>\d{4})\b)?", re.IGNORECASE
)
_NAMES_A_DAY: Final = re.compile(r"gày \d|[Tt]hứ |hủ nhật")
_WEEKDAY: Final = re.compile(
    r"\b(?:thứ (?P<w>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<s>chủ nhật))\s*[,(]?\s*(?:ngày )?"
    r"(?P<d>\d{1,2})(?:/| tháng )(?P<m>\d{1,2})(?:/| năm )(?P<y>\d{4})\b",
    re.IGNORECASE,
)


@rule("ND30-DATE-REAL", "should", _CLAUSE)
def real_days(anatomy: Anatomy) -> Iterator[Fault]:
    """A day exists, and falls on the weekday that stands with it.

    Bad:  ngày 31 tháng 02; thứ Hai, ngày 01/01/2023
    Good: ngày 28 tháng 02; Chủ nhật, ngày 01/01/2023
    """
    for paragraph in anatomy.own_paragraphs:
        text = paragraph.text
        # What stands wherever the pattern finds something takes a quarter of its time.
        if not ("gày " in text or "hứ " in text or "hủ nhật" in text) or not _NAMES_A_DAY.search(text):
            continue
        for match in _DAY.finditer(text):
            day, month, year = int(match["d"]), int(match["m"]), int(match["y"] or _LONGEST_FEBRUARY)
            if 1 <= month <= 12 and year and calendar.monthrange(year, month)[1] < day <= 31:
                message = _("Ngày này không có thật -> kiểm tra lại ngày, tháng")
                yield Fault(at(paragraph), match[0], _("ngày có thật"), message)
        lowered = text.lower()
        for match in _WEEKDAY.finditer(text) if "thứ " in lowered or "chủ nhật" in lowered else ():
            try:
                day_of_week = date(int(match["y"]), int(match["m"]), int(match["d"])).weekday()
            except ValueError:
                continue
            if _weekday(match) != day_of_week:
                right = _WEEKDAYS[day_of_week]
                expected = right if day_of_week == 6 else f"thứ {right}"
                message = _("Thứ không khớp với ngày -> kiểm tra lại thứ hoặc ngày")
                yield Fault(at(paragraph), match[0], expected, message)


def _weekday(match: re.Match[str]) -> int:
    if match["s"]:
        return 6
    word = match["w"].lower()
    return int(word) - 2 if word.isdecimal() else _WEEKDAYS.index(word)
