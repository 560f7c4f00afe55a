"""How many parts a section of the plan is said to have: “08 nhóm nhiệm vụ (mục II)”."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from kh_docs.check.facts.attributed import plan_named
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import placed_sentences
from kh_docs.model.book import Book
from kh_docs.patterns import re

_COUNTED: Final = re.compile(
    r"\b(?:gồm|có|nêu|đề ra|xác định|chia thành) (?P<said>(?P<n>\d{1,2}) (?:nhóm )?"
    r"(?:nội dung|nhiệm vụ|giải pháp|biện pháp|khoản|phần))\b[^;.()]{0,40}"
    r"\((?:tại )?(?:[Mm]ục|[Pp]hần) (?P<section>[IVX]+)\)"
)


class PartsCounted:
    """The sections of a plan with how many parts each has."""

    def __init__(self, book: Book) -> None:
        self._plan = re.compile(plan_named(book.head.number), re.IGNORECASE)
        sections = (clause.id.rpartition(".") for clause in book.clauses)
        self._parts = Counter(section for section, _dot, part in sections if part.isdecimal())

    def wrong_in(self, text: str) -> Iterator[Statement]:
        """Each other number of parts."""
        for start, part in placed_sentences(text) if "(" in text else ():
            for match in _COUNTED.finditer(part) if self._plan.search(part) else ():
                right = self._parts[match["section"]]
                if right and int(match["n"]) != right:
                    said = Statement("figure", match["said"], start + match.start("said"), "contradicts")
                    yield said._replace(clause=match["section"], expected=f"{right:02}")
