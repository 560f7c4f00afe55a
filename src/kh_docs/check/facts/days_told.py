"""On which days it happens what a sentence tells, in a document that has no day of its own."""

from datetime import date
from typing import Final

from kh_docs.check.facts.days_found import DAY, end_of, quarter_key
from kh_docs.check.facts.passages import placed_sentences
from kh_docs.check.words import LOWER, UPPER
from kh_docs.patterns import re

# What happens on a day, not what is due before it.
_ON_THE_DAY: Final = re.compile(
    rf"(?:(?<=[;,.] )|^)[Nn]gày {DAY},? (?=(?:UBND|Công an|Đoàn|Ban|Hội|Ủy ban) [{LOWER}{UPPER}])"
)
# “Sáu tháng đầu năm 2024, …”, “Trong quý II năm 2024, …”.
_IN_A_PERIOD: Final = re.compile(
    r"\s*(?:\(\d+\) |- )?(?:(?:Trong|Kết quả) )?(?:(?:0?6|sáu) tháng đầu năm"
    r"|quý (?P<q>I{1,3}|IV|[1-4])(?: năm|/)|tháng (?P<m>0?[1-9]|1[0-2])(?: năm|/)) ?(?P<y>20\d\d)\b,? ",
    re.IGNORECASE,
)


def days_told(text: str, at: int, days: tuple[date, date]) -> tuple[date, date]:
    """The first and last day that the sentence of a character tells of, within `days`."""
    if days[0] == days[1]:
        return days
    spans = ((low, low + len(part)) for low, part in placed_sentences(text))
    start, end = next((span for span in spans if span[0] < at <= span[1]), (0, at))
    if (told := _ON_THE_DAY.search(text, start, at)) is not None:
        try:
            day = date(int(told["y"]), int(told["m"]), int(told["d"]))
        except ValueError:
            return days
        return (day, day) if days[0] <= day <= days[1] else days
    period = _IN_A_PERIOD.match(text, start, end)
    last = end_of(_key(period)) if period is not None else days[1]
    return (days[0], last) if days[0] <= last <= days[1] else days


def _key(period: re.Match[str]) -> str:
    """As days are named: “6/2024”, “II/2024”."""
    if period["q"] is not None:
        return quarter_key(period["q"].upper(), period["y"])
    return f"{int(period['m'] or 6)}/{period['y']}"
