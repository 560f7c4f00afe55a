"""The year in which what a total counts was built: “16 Công an phường … đã xây dựng năm 2023”."""

import re
from collections.abc import Iterator
from typing import Final

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.known_figures import KnownFigures
from kh_docs.check.facts.numbers import plain_number
from kh_docs.check.facts.passages import Passage
from kh_docs.check.facts.said import said_around, years_in
from kh_docs.check.facts.shares import ALIKE, clause_of, is_measure, told_of

_BUILT: Final = re.compile(
    r"\b(?:xây dựng|công nhận|ra mắt|thực hiện|hoàn thành)(?: được| xong)? (?:trong |từ |vào )?"
    r"(?P<year>năm 20\d\d)\b"
)


def years_of_totals(passage: Passage, known: KnownFigures) -> Iterator[Statement]:
    """A past year that is another than the one in which the plan says that it was built."""
    if passage.row:
        return
    for match in known.pattern.finditer(passage.text):
        said = said_around(passage, match, known)
        built = _BUILT.search(said.behind)
        if built is None:
            continue
        year = built["year"].removeprefix("năm ")
        for each in known.targets:
            own = {one for one in years_in(each.target.words) if int(one) < known.year}
            same = plain_number(each.target.value) == plain_number(match["n"])
            if not same or not own or not is_measure(each.target.measure, match["measure"].strip()):
                continue
            told = told_of(each, said, known) >= ALIKE and int(year) < known.year
            if told and own.isdisjoint(said.years) and year not in clause_of(each, known):
                at = match.end() + built.start("year")
                right = f"năm {min(own)}"
                yield Statement("date", built["year"], at, "contradicts", each.target.clause, right)
