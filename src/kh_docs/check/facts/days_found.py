"""Find the days, months, quarters and years that a text names."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from kh_docs.patterns import re
from kh_docs.word.roman import to_roman

# “25/02/2024”, “25-02-2024”, “25.02.2024”, “25 tháng 02 năm 2024”.
DAY: Final = (
    r"(?P<d>\d{1,2})(?:\s?[-/.]\s?|\s*tháng\s*)"
    r"(?P<m>\d{1,2})(?:\s?[-/.]\s?|,?\s*năm\s*)(?P<y>\d{4})(?!\d)"
)
_DAY: Final = re.compile(rf"\b(?:ngày\s*)?{DAY}\b")
_SHORT: Final = re.compile(
    r"(?:\bngày\s*|\()(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/]| ?(?:xã|phường|thị trấn|đơn vị))"
)
# “Quý III/2024”, “Q.III-2024”, “quý 3 năm 2024”.
_QUARTER: Final = re.compile(
    r"\b(?:[Qq]uý\s?|Q\.?\s?)(?P<q>I{1,3}|IV|[1-4])(?!\w)\s*(?:[-/]|,?\s*năm\s*)\s*(?P<y>\d{4})"
)
_MONTH: Final = re.compile(r"(?<!\d )\b[Tt]háng\s*(?P<m>\d{1,2})\s*(?:/|năm\s*)\s*(?P<y>\d{4})")
_YEAR: Final = re.compile(r"\b(?i:vào|đến|hết) năm (?P<y>20\d\d)\b")
_MONTHS, _LONGEST_MONTH, _DAY_AND_MONTH = 12, 31, 2


def quarter_key(quarter: str, year: str) -> str:
    """As quarters are named: “II/2024”, of “2” too."""
    return f"{to_roman(int(quarter)) if quarter.isdecimal() else quarter}/{year}"


def days_found(text: str, year: int) -> Iterator[tuple[re.Match[str], str]]:
    """Each with its key: “25/2/2024”, “2/2024”, “I/2024”, “2025”; `year`: of a day that names none."""
    taken: list[tuple[int, int]] = []
    for pattern in (_DAY, _QUARTER, _MONTH, _SHORT, _YEAR):
        for match in pattern.finditer(text):
            if any(low < match.end() and match.start() < high for low, high in taken):
                continue
            taken.append(match.span())
            groups = match.groupdict()
            if int(groups.get("m") or 1) not in range(1, _MONTHS + 1) or int(groups.get("y") or year) < 1:
                continue
            if "q" in groups:
                yield match, quarter_key(groups["q"], groups["y"])
            elif "m" not in groups:
                yield match, groups["y"]
            elif "d" not in groups:
                yield match, f"{int(groups['m'])}/{groups['y']}"
            elif 1 <= int(groups["d"]) <= _LONGEST_MONTH:
                yield match, f"{int(groups['d'])}/{int(groups['m'])}/{groups.get('y') or year}"


def without_days(text: str, year: int) -> str:
    """The text with blanks in place of them."""
    for match, _key in days_found(text, year):
        text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    return text


def key_of(day: date) -> str:
    """The key by which `days_found` names a day."""
    return f"{day.day}/{day.month}/{day.year}"


def last_before(key: str) -> date:
    """The last day before what a key names."""
    *parts, year = key.split("/")
    if len(parts) == _DAY_AND_MONTH:
        first = end_of(key)
    elif not parts:
        first = date(int(year), 1, 1)
    else:
        end = end_of(key)
        first = date(end.year, end.month if parts[0].isdecimal() else end.month - 2, 1)
    return first - timedelta(days=1)


def end_of(key: str) -> date:
    """The last day of what a key names."""
    *parts, year = key.split("/")
    if len(parts) == _DAY_AND_MONTH:
        day, month = map(int, parts)
        return date(int(year), month, min(day, monthrange(int(year), month)[1]))
    if not parts:
        return date(int(year), 12, 31)
    month = 3 * len(parts[0]) if parts[0] in ("I", "II", "III") else 12 if parts[0] == "IV" else int(parts[0])
    return date(int(year), month, monthrange(int(year), month)[1])
