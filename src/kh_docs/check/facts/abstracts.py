"""What a cited document is said to be about, held against its title in the plan's data."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from kh_docs.check.facts.weights import Weights
from kh_docs.check.facts.wording import Replaced, Word, compared, words_in

# Between a reference and what it is about stands who issued it, and no other document.
_ABOUT: Final = re.compile(
    r"[\s,)]*(?:(?:của|giữa) [^;.,“\d]{0,140}?(?<! đã)(?<! được))?"
    r"(?:về(?: việc)?|quy định(?: về)?|ban hành|phê duyệt) (?P<about>“[^”]*”|[^;.()]+)"
)
# “Gửi … về UBND tỉnh”: the same word says where something goes.
_RECEIVER: Final = re.compile(
    r"(?:UBND|HĐND|Công an|CA|Sở|Phòng|Ban|Bộ|Trung tâm|Văn phòng|Ủy ban|Uỷ ban|Thường trực|tỉnh|huyện|xã"
    r"|phường|thị|thành phố|các|từng|tận|đến|địa bàn|cơ sở)\b"
)
_FEWEST, _OTHER_WORDS = 4, 4
# So little of what is said stands in the title that another is meant, so much that this one is.
_ANOTHER, _THIS, _OTHER = 0.34, 0.6, 0.9
# So many words before what is replaced are the same, and behind it; none, where both end there.
_BEFORE, _BEHIND, _BEFORE_THE_END = 2, 2, 3
_NUMBER: Final = re.compile(r"\d")


class Misnamed(NamedTuple):
    """What is wrong in what a document is said to be about."""

    literal: str
    start: int


def misnamed(text: str, end: int, subject: str, others: Iterable[str], weights: Weights) -> Misnamed | None:
    """Whether the words behind a reference that ends at `end` tell of another document than `subject`.

    `others`: what the other documents that the plan cites are about.
    """
    found = _ABOUT.match(text, end)
    if found is None or not subject or _RECEIVER.match(found["about"]):
        return None
    start = found.start("about")
    about = found["about"]
    planned, written = words_in(subject, weights.short), words_in(about, weights.short)
    first = words_in(_first_part(about, weights), weights.short)
    if _is_of_another(planned, first) or _suits_another(planned, written, others, weights):
        literal = _first_part(about, weights).strip()
        return Misnamed(literal, start)
    how = compared(planned, written)
    if how.same < _FEWEST or how.same < _BEFORE_THE_END + 1:
        return None
    for each in how.replaced:
        if _is_another_word(each, about):
            return Misnamed(about[each.start : each.end], start + each.start)
    return None


def _first_part(about: str, weights: Weights) -> str:
    """Up to a comma, where that says enough: behind it the unit may tell of itself."""
    part = about.partition(", ")[0]
    return part if weights.says_enough(part) else about


def _suits_another(
    planned: tuple[Word, ...], written: tuple[Word, ...], others: Iterable[str], weights: Weights
) -> bool:
    """Whether the title of another document is what is said, word for word."""
    if len(written) < _FEWEST or compared(planned, written).same > len(written) * _THIS:
        return False
    titles = (words_in(each, weights.short) for each in others)
    return any(compared(each, written).same >= len(written) * _OTHER for each in titles)


def _is_of_another(planned: tuple[Word, ...], written: tuple[Word, ...]) -> bool:
    """Whether hardly a word of it stands in the title."""
    titled = {word.plain for word in planned}
    told = {word.plain for word in written}
    return len(told) >= _FEWEST and len(told & titled) < len(told) * _ANOTHER


def _is_another_word(each: Replaced, about: str) -> bool:
    """Whether a few words stand in the place of a few others."""
    if max(each.written, each.planned) > _OTHER_WORDS or _NUMBER.search(about, each.start, each.end):
        return False
    if each.before >= _BEFORE and each.behind >= _BEHIND:
        return True
    ends = not each.left and not about[each.end :].partition(",")[0].strip("” ")
    return ends and each.before >= _BEFORE_THE_END
