"""Whether a file says and shows what another one does: saved again by some program, but not edited."""

import re
from collections import Counter
from itertools import zip_longest
from typing import Final

from kh_docs.update.refusing import refuse_stray, refuse_unfit
from kh_docs.word.document import Document, Paragraph, Section
from kh_docs.word.formats import ParaFormat, RunFormat
from kh_docs.word.package import Package, open_package
from kh_docs.word.reader import read_document
from kh_docs.word.xml import W

# Programs round lengths to their own units when they save.
_TWIPS: Final = 5
_BLACK: Final = ("auto", "000000")
# What people put in that neither the words nor their effective look tells.
_PUT_IN: Final = tuple(
    W + name
    for name in (
        *("highlight", "strike", "dstrike", "shd", "em", "drawing", "pict", "object", "hyperlink"),
        *("footnoteReference", "endnoteReference", "commentReference", "ins", "del"),
    )
)
_LENGTHS: Final = ("first_line", "left", "right", "before", "after", "line")


def same_meaning(base: bytes, mine: bytes) -> bool:
    """Whether nobody would see a difference between what we wrote and her file; in doubt not.

    Raises `Unfit` or `Refused` for a file of hers that is signed, protected or not understood whole.
    """
    first, second = (open_package(each) for each in (base, mine))
    refuse_stray(mine)
    refuse_unfit(second)
    if _said(first) != _said(second) or _put_in(first) != _put_in(second):
        return False
    left, right = read_document(first), read_document(second)
    return (
        _alike_all(list(left.paragraphs()), list(right.paragraphs()))
        and _alike_all(left.notes, right.notes)
        and all(_alike_page(*pair) for pair in zip_longest(left.sections, right.sections))
        and _places(left) == _places(right)
        and _printed(left) == _printed(right)
    )


def _said(package: Package) -> str:
    root = package.root(package.main)
    return "" if root is None else "".join(each.text or "" for each in root.iter(W + "t"))


def _put_in(package: Package) -> Counter[object]:
    root = package.root(package.main)
    return Counter() if root is None else Counter(each.tag for each in root.iter(*_PUT_IN))


def _places(document: Document) -> list[tuple[object, ...]]:
    """Which paragraph stands in which cell of which table."""
    return [
        (each.container.kind, each.container.number, each.container.row, each.container.column)
        for each in document.paragraphs()
    ]


def _alike_all(left: list[Paragraph], right: list[Paragraph]) -> bool:
    return len(left) == len(right) and all(map(_alike, left, right))


def _alike(one: Paragraph, other: Paragraph) -> bool:
    if one.raw != other.raw or not one.text:  # how high an empty line is each program says in its own way
        return one.raw == other.raw
    # The look of a hint is the program's affair.
    only_hints = all(run.placeholder for run in one.runs)
    return _set_alike(one.format, other.format) and (only_hints or _looks(one) == _looks(other))


def _looks(paragraph: Paragraph) -> list[tuple[int, object]]:
    """Where in the text a look begins; blanks show none."""
    begins: list[tuple[int, object]] = []
    at = 0
    for run in paragraph.runs:
        look = _look(run.format)
        if run.text.strip() and (not begins or begins[-1][1] != look):
            begins.append((at + len(run.text) - len(run.text.lstrip()), look))
        at += len(run.text)
    return begins


def _look(look: RunFormat) -> object:
    return look._replace(colour="auto" if look.colour in _BLACK else look.colour)


def _set_alike(one: ParaFormat, other: ParaFormat) -> bool:
    lengths = ((getattr(one, name) or 0, getattr(other, name) or 0) for name in _LENGTHS)
    return one.align == other.align and all(abs(left - right) <= _TWIPS for left, right in lengths)


def _alike_page(one: Section | None, other: Section | None) -> bool:
    if one is None or other is None:
        return False
    sides = [(one.width, other.width), (one.height, other.height)]
    sides += [(one.margins[edge], other.margins[edge]) for edge in ("top", "bottom", "left", "right")]
    return all(abs((left or 0) - (right or 0)) <= _TWIPS for left, right in sides)


def _printed(document: Document) -> set[str]:
    """What stands above and below the pages; the page number that was noted there last says nothing."""
    stories = (
        each for section in document.sections for each in (section.shown_headers, section.shown_footers)
    )
    return {re.sub(r"\d+", "#", each.text) for story in stories for each in story if each.text}
