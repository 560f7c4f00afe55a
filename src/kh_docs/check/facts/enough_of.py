"""How many communes are said to be enough for a share that the plan demands."""

from collections.abc import Iterator
from math import ceil
from typing import Final

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.known_figures import Known, KnownFigures
from kh_docs.check.facts.passages import Passage
from kh_docs.check.facts.said import said_around
from kh_docs.check.facts.shares import OWN_ALIKE, told_of, too_few_of
from kh_docs.patterns import re

_COMMUNES: Final = r"(?:đơn vị(?: hành chính)?(?: cấp xã)?|xã|phường|thị trấn)"
# “04 đơn vị là đạt chỉ tiêu tỉnh giao”.
_ENOUGH: Final = re.compile(
    rf"(?<![\d/.,])(?P<first>(?P<n>\d{{1,3}}) {_COMMUNES})(?:(?:,| và)? {_COMMUNES})*"
    r"(?: [^\W\d_]+ [^\W\d_]+)?,?"
    r" (?:là|thì|sẽ|đã|mới) (?:\w+ )?(?:đạt|đủ|hoàn thành|bằng|bảo đảm|đảm bảo)\b[^;.,]{0,30}?"
    r"\b(?:chỉ tiêu|mức|tỷ lệ|yêu cầu)\b[^;.]{0,25}?\b(?:tỉnh|kế hoạch|KH)\b",
    re.IGNORECASE,
)
# “Một phần ba số đơn vị cấp xã”.
_PARTS: Final = {"hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "mười": 10}
_COUNTS: Final = {"một": 1, "hai": 2, "ba": 3, "bốn": 4}
_FRACTION: Final = re.compile(
    rf"\b(?P<of>(?P<n>{'|'.join(_COUNTS)}) phần (?P<parts>{'|'.join(_PARTS)})|một nửa)"
    rf"(?= (?:tổng )?(?:số )?{_COMMUNES}\b)",
    re.IGNORECASE,
)


def enough_in(passage: Passage, known: KnownFigures) -> Iterator[Statement]:
    """Each number or part of the communes that is less than what the plan demands of the unit."""
    shares = [each for each in known.targets if each.reach and each.target.at_least]
    if not shares or passage.row:
        return
    for match in _ENOUGH.finditer(passage.text):
        stated = [each for each in shares if _states(each, passage.text)]
        if stated and int(match["n"]) < int(stated[0].reach):
            yield too_few_of(Statement("figure", match["first"], match.start()), stated[0], known)
    for match in _FRACTION.finditer(passage.text):
        said = said_around(passage, match, known)
        if not (said.is_demanded or said.asks_the_least) or not said.is_aim or said.is_of_others(known):
            continue
        nearest = max(shares, key=lambda each: told_of(each, said, known))
        count = ceil(_share(match) * known.communes)
        if told_of(nearest, said, known) >= OWN_ALIKE and count < int(nearest.reach):
            yield too_few_of(Statement("figure", match[0], match.start()), nearest, known)


def _states(each: Known, text: str) -> bool:
    return re.search(rf"(?<!\d){re.escape(each.own)} ?%", text) is not None


def _share(match: re.Match[str]) -> float:
    return _COUNTS[match["n"].lower()] / _PARTS[match["parts"].lower()] if match["n"] else 0.5
