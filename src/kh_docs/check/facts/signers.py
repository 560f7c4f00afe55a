"""Who is said to have signed the plan."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.facts.attributed import plan_named
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import placed_sentences
from kh_docs.check.words import UPPER, fold
from kh_docs.model.book import Book
from kh_docs.patterns import re

_PERSON: Final = (
    r"(?:(?:[Đđ]ồng chí|đ/c|ông|bà|Chủ tịch(?: UBND tỉnh)?|Phó Chủ tịch(?: Thường trực)?(?: UBND tỉnh)?),? )+"
    rf"(?P<name>[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{1,4}})"
)
# Between the plan and who signed it: its day, and of whom it is.
_OF_IT: Final = (
    r"(?:,? (?:ngày|tháng|năm|của|UBND|tỉnh|được|này|đã|[\d/.]+"
    rf"|(?<=tỉnh )[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)*))*"
)


class Signer:
    """The one who signed the plan, and how a text says that somebody did; nobody where it is not known."""

    def __init__(self, book: Book) -> None:
        plan = plan_named(book.head.number)
        self.name = book.head.signer
        self._said = (
            re.compile(rf"{plan}{_OF_IT},? do {_PERSON}(?:,[^;.“]{{0,40}}?)? ký\b"),
            re.compile(rf"{_PERSON}(?:,[^;.“]{{0,40}}?)? ký (?:ban hành )?{plan}"),
        )

    def wrong_in(self, text: str) -> Iterator[Statement]:
        """Each other name."""
        for start, part in placed_sentences(text) if self.name and "ký" in text else ():
            for pattern in self._said:
                for match in pattern.finditer(part):
                    if fold(match["name"]) != fold(self.name):
                        said = Statement(
                            "reference", match["name"], start + match.start("name"), "contradicts"
                        )
                        yield said._replace(expected=self.name)
