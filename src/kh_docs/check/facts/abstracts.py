"""What a cited document is said to be about, held against its title in the plan's data."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from kh_docs.check.facts.weights import Weights
from kh_docs.check.facts.wording import Replaced, Word, compared, first_part, is_short_for, words_in
from kh_docs.patterns import re

# Between a reference and what it is about stands who issued it, and no other document.
_ABOUT: Final = re.compile(
    r"[\s,)]*(?:(?:của|giữa) [^;.,“\d]{0,140}?(?<! đã)(?<! được))?"
    r"(?:về(?: việc)?|quy định(?: về)?|ban hành|phê duyệt) (?P<about>[“\"][^”\"]*[”\"]|[^;.()”\"]+)"
)
# “Gửi … về UBND tỉnh”: the same word says where something goes.
_RECEIVER: Final = re.compile(
    r"(?:UBND|HĐND|Công an|CA|Sở|Phòng|Ban|Bộ|Trung tâm|Văn phòng|Ủy ban|Uỷ ban|Thường trực|tỉnh|huyện|xã"
    r"|phường|thị|thành phố|các|từng|tận|đến|địa bàn|cơ sở)\b"
)
_FEWEST, _OTHER_WORDS = 4, 4
# So little of what is said stands in the title that another is meant, so much that this one is.
_ANOTHER, _THIS, _OTHER = 0.34, 0.6, 0.9
# So many words on each side of what is replaced are the same, or so many on both together.
_BESIDE, _ON_BOTH_SIDES = 2, 4
# Behind such a word the sentence tells what was done with it.
_GOES_ON: Final = re.compile(
    r"\s(?=(?:được|đã|tới|đến|cho|tại|lấy|gồm|khi|để|do|lồng ghép|gắn|với|trong (?:tháng|năm)|\d)\b)"
)
_ANOTHER_ACT: Final = re.compile(
    r",? (?:và|cùng) (?:các )?(?:Kết luận|Chỉ thị|Nghị quyết|Nghị định|Quyết định|Thông tư|Kế hoạch|Luật)\b"
)
_IN_QUOTES: Final = re.compile(r"(?:về )?“([^“”]{12,})”")
_WHERE: Final = re.compile(r",? trên địa bàn [^,]*")
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
    about = _ANOTHER_ACT.split(found["about"])[0]
    planned, written = words_in(_title(subject), weights.short), words_in(about, weights.short)
    named = words_in(_GOES_ON.split(about)[0], weights.short)
    first = words_in(_GOES_ON.split(_first_part(about, weights))[0], weights.short)
    if _is_of_another(planned, first) or any(
        _suits_another(planned, words, others, weights) for words in (written, named)
    ):
        literal = _first_part(about, weights).strip()
        return Misnamed(literal, start)
    for part in (about, _first_part(about, weights)):
        word = _other_word(planned, _WHERE.sub("", part), weights)
        if word is not None:
            return word._replace(start=start + word.start)
    return None


def _other_word(planned: tuple[Word, ...], about: str, weights: Weights) -> Misnamed | None:
    """The first words that stand in the place of others of the title."""
    how = compared(planned, words_in(about, weights.short))
    for each in how.replaced if how.same >= _FEWEST else ():
        if _is_another_word(each, about):
            return Misnamed(about[each.start : each.end], each.start)
    return None


def _title(subject: str) -> str:
    """What is in quotation marks, or all but where it holds: nobody says that again."""
    quoted = _IN_QUOTES.match(subject)
    return quoted[1] if quoted else _WHERE.sub("", subject)


def _first_part(about: str, weights: Weights) -> str:
    """Up to a comma, where that says enough: behind it the unit may tell of itself."""
    part = first_part(about, weights.short)
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
    both = sum(word in titled or is_short_for(word, planned) for word in told)
    begins = all(word.plain in titled or is_short_for(word.plain, planned) for word in written[:2])
    return len(told) >= _FEWEST and both < len(told) * _ANOTHER and not begins


def _is_another_word(each: Replaced, about: str) -> bool:
    """Whether a few words stand in the place of a few others."""
    told = about[each.start : each.end]
    if max(each.written, each.planned) > _OTHER_WORDS or told.isupper() or _NUMBER.search(told):
        return False
    if min(each.before, each.behind) >= _BESIDE:
        return True
    beside = each.before + each.behind
    return beside >= _ON_BOTH_SIDES and (each.behind > 0 or _ends(each, about))


def _ends(each: Replaced, about: str) -> bool:
    """Whether both end there; behind a comma one tells of something else."""
    return not each.left and not about[each.end :].partition(",")[0].strip("” ")
