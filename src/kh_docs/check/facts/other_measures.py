"""Figures of the plan that stand with another measure, or in another number in a phrase of its own."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.known_figures import KnownFigures
from kh_docs.check.facts.numbers import plain_number
from kh_docs.check.facts.passages import Passage
from kh_docs.check.facts.phrases import NUMBER, PHRASE, masked
from kh_docs.check.facts.said import said_around
from kh_docs.check.facts.shares import ALIKE, SURELY_ALIKE, states_it_too
from kh_docs.patterns import re

# A smaller number stands for many things in any sentence.
_TELLING, _RARE = 20, 100
_COUNTED: Final = re.compile(r"(?<![\w/.,])(?P<n>\d{2,})(?P<measure> [^\W\d_]+(?:(?:, | )[^\W\d_]+)?)")
# What nobody takes for bodies or places.
_OF_ANOTHER_SORT: Final = re.compile(
    r" (?:nghìn|triệu|tỷ|tr|trđ|đồng|lượt|giờ|phút|km|ha|năm|tháng|ngày"
    r"|vụ|việc|tin|đối tượng|người|hộ|nhân khẩu|hồ sơ|cuộc|buổi)\b"
)


def remeasured_in(passage: Passage, known: KnownFigures) -> Iterator[Statement]:
    """“105 khối, xóm” where the plan has 105 communes."""
    if passage.row:
        return
    taken = {at for match in known.pattern.finditer(passage.text) for at in range(*match.span())}
    for match in _COUNTED.finditer(passage.text):
        number = plain_number(match["n"])
        if not taken.isdisjoint(range(*match.span())):
            continue
        if int(number) < _TELLING or _OF_ANOTHER_SORT.match(match["measure"]):
            continue
        told = said_around(passage, match, known)
        for each in known.targets:
            if number == plain_number(each.target.value) and not states_it_too(each, told):
                alike = max(known.weights.told(each.subject, words) for words in told.in_words)
                if alike >= (ALIKE if int(number) >= _RARE else SURELY_ALIKE):
                    expected = f"{each.target.value} {each.target.measure}"
                    said = Statement("figure", match[0].rstrip(", "), match.start(), "contradicts")
                    yield said._replace(clause=each.target.clause, expected=expected)
                    break


def slogans_in(text: str, known: KnownFigures) -> Iterator[Statement]:
    """“3 tại chỗ” where the plan says “4 tại chỗ”: a phrase in quotation marks that holds a number."""
    for match in PHRASE.finditer(text):
        found = known.phrases.get(masked(match["words"]), [])
        number = NUMBER.search(match["words"])
        if not found or number is None:
            continue
        said = Statement("figure", match["words"], match.start("words"))
        same = (each for each in found if plain_number(NUMBER.findall(each[1])[0]) == plain_number(number[0]))
        if (right := next(same, None)) is not None:
            yield said._replace(state="matched", clause=right[0])
        else:
            yield said._replace(state="contradicts", clause=found[0][0], expected=found[0][1])
