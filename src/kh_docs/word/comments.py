"""Comments: read those there are, and put one at a place in the main text, the others kept."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from kh_docs.word.comment_marks import edge, put_before, put_behind
from kh_docs.word.identities import free_numbers_of
from kh_docs.word.package import Package, PartKind
from kh_docs.word.plain import plain_text
from kh_docs.word.revised_runs import run_of
from kh_docs.word.xml import Element, W, val

_PART: Final = PartKind(
    "comments.xml",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
)


class Comment(NamedTuple):
    """One comment; `date` as the file has it."""

    number: str
    author: str
    date: str
    text: str


class Commenter:
    """Puts the comments of one author into one document; without a date they bear none, which Word allows."""

    def __init__(self, package: Package, author: str, date: str = "", initials: str = "") -> None:
        self._package = package
        self._author, self._date, self._initials = author, date, initials or author[:2]
        self._numbers = free_numbers_of(package)
        self._part: Element | None = package.linked("comments")

    def add(self, begin: Element, end: Element, text: str) -> int:
        """Comment on what stands from `begin` to `end`, each a run or a paragraph of the main text."""
        number = next(self._numbers)
        key = {W + "id": str(number)}
        opening, closing = edge(begin, 0), edge(end, -1)
        put_before(opening, etree.Element(W + "commentRangeStart", key))
        mark = etree.Element(W + "commentRangeEnd", key)
        put_behind(closing, mark)
        reference = etree.Element(W + "r")
        etree.SubElement(reference, W + "commentReference", key)
        mark.addnext(reference)
        self._comments().append(self._comment(number, text))
        return number

    def _comment(self, number: int, text: str) -> Element:
        attributes = {
            W + "id": str(number),
            W + "author": self._author,
            W + "initials": self._initials,
        }
        if self._date:
            attributes[W + "date"] = self._date
        comment = etree.Element(W + "comment", attributes)
        for line in text.split("\n"):
            etree.SubElement(comment, W + "p").append(run_of(line, None))
        return comment

    def _comments(self) -> Element:
        if self._part is None:
            self._part = etree.Element(W + "comments", nsmap={"w": W[1:-1]})
            self._package.add_part(_PART, self._part)
        return self._part


def comments_of(package: Package) -> Iterator[Comment]:
    """All comments in the order of their part."""
    part = package.linked("comments")
    for each in part.iterfind(W + "comment") if part is not None else ():
        yield Comment(
            val(each, "id") or "", val(each, "author") or "", val(each, "date") or "", plain_text(each)
        )
