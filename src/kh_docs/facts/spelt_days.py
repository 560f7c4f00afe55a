"""Take words, give the days that stand in them: 19/2/2024, ngày 05 tháng 3 năm 2024, 2024-03-05."""

from __future__ import annotations

from datetime import date
from typing import Final

from kh_docs.patterns import re

_DAY, _MONTH = r"(?<!\d)(?P<day>\d{1,2})", r"(?P<month>\d{1,2})"
_YEAR_FIRST: Final = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})\s*[-/.]\s*{_MONTH}\s*[-/.]\s*(?P<day>\d{{1,2}})(?!\d)"
)
_IN_WORDS: Final = re.compile(
    rf"{_DAY}\s*tháng\s*{_MONTH}(?:,?\s*năm\s*(?P<year>\d{{4}}))?(?!\d)", re.IGNORECASE
)
_DAY_FIRST: Final = re.compile(rf"{_DAY}\s*[/.-]\s*{_MONTH}(?:\s*[/.-]\s*(?P<year>\d{{4}}|\d{{2}}))?(?!\d)")


def days_in(text: str, year: int | None = None) -> list[date | None]:
    """Every day in the text, None for one that the calendar lacks; `year` where none is written."""
    found = []
    for form in (_YEAR_FIRST, _IN_WORDS, _DAY_FIRST):
        found += [_day(match, year) for match in form.finditer(text)]
        text = form.sub(" ", text)
    return list(dict.fromkeys(found))


def _day(match: re.Match[str], year: int | None) -> date | None:
    written = match["year"]
    full = year if written is None else int(written) + (2000 if len(written) == 2 else 0)
    try:
        return date(full or 0, int(match["month"]), int(match["day"]))
    except ValueError:
        return None
