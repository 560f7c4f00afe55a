"""Whether a file says and shows what another one does: saved again by some program, but not edited."""

import re
from itertools import zip_longest

from kh_docs.update.looks import alike_all, alike_page
from kh_docs.update.put_in import alike_widths, put_in
from kh_docs.update.refusing import refuse_stray, refuse_unfit
from kh_docs.word.document import Document
from kh_docs.word.package import Package, open_package
from kh_docs.word.reader import read_document
from kh_docs.word.xml import W


def same_meaning(base: bytes, mine: bytes) -> bool:
    """Whether nobody would see a difference between what we wrote and her file; in doubt not.

    Raises `Unfit` or `Refused` for a file of hers that is signed, protected or not understood whole.
    """
    first, second = (open_package(each) for each in (base, mine))
    refuse_stray(mine)
    refuse_unfit(second)
    if _said(first) != _said(second) or put_in(first) != put_in(second):
        return False
    left, right = read_document(first), read_document(second)
    return (
        alike_all(list(left.paragraphs()), list(right.paragraphs()))
        and alike_all(left.notes, right.notes)
        and all(alike_page(*pair) for pair in zip_longest(left.sections, right.sections))
        and _places(left) == _places(right)
        and alike_widths(first, second)
        and _printed(left) == _printed(right)
    )


def _said(package: Package) -> str:
    root = package.root(package.main)
    return "" if root is None else "".join(each.text or "" for each in root.iter(W + "t"))


def _places(document: Document) -> list[tuple[object, ...]]:
    """Which paragraph stands in which cell of which table."""
    return [
        (each.container.kind, each.container.number, each.container.row, each.container.column)
        for each in document.paragraphs()
    ]


def _printed(document: Document) -> set[str]:
    """What stands above and below the pages; the page number that was noted there last says nothing."""
    stories = (
        each for section in document.sections for each in (section.shown_headers, section.shown_footers)
    )
    return {re.sub(r"\d+", "#", each.text) for story in stories for each in story if each.text}
