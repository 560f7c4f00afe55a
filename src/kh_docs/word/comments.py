"""Comments: read those there are, and put one at a place in the main text, the others kept."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from kh_docs.word.identities import free_numbers_of
from kh_docs.word.package import Package, PartKind
from kh_docs.word.plain import plain_text
from kh_docs.word.revised_runs import run_of
from kh_docs.word.xml import Element, W, first, val

_PART: Final = PartKind(
    "comments.xml",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
)
# Word takes no comment in what floats or repeats.
_NO_COMMENT_IN: Final = frozenset({W + "txbxContent", W + "hdr", W + "ftr", W + "footnote", W + "endnote"})


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
        opening, closing = _edge(begin, 0), _edge(end, -1)
        _put_before(opening, etree.Element(W + "commentRangeStart", key))
        mark = etree.Element(W + "commentRangeEnd", key)
        _put_behind(closing, mark)
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


def place_for(element: Element) -> Element:
    """The element itself where Word takes comments, else the paragraph that holds the text box round it."""
    place = element
    for up in element.iterancestors():
        if up.tag in _NO_COMMENT_IN:
            place = next(up.iterancestors(W + "p"), place)
    return place


def _edge(element: Element, side: int) -> Element:
    """What to put a mark beside: of a paragraph its first or last piece, else the run's outermost wrapper."""
    if element.tag == W + "p":
        pieces = [child for child in element if child.tag != W + "pPr"]
        return pieces[side] if pieces else element
    while (up := element.getparent()) is not None and up.tag != W + "p":
        element = up
    return element


def _put_before(piece: Element, mark: Element) -> None:
    if piece.tag == W + "p":
        piece.insert(0 if first(piece, W + "pPr") is None else 1, mark)
    else:
        piece.addprevious(mark)


def _put_behind(piece: Element, mark: Element) -> None:
    if piece.tag == W + "p":
        piece.append(mark)
    else:
        piece.addnext(mark)
