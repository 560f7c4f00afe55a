"""Numbers for revisions, bookmarks and comments that no other one in the file has."""

from collections.abc import Iterator
from typing import Final

from kh_docs.word.package import Package
from kh_docs.word.xml import Element, W, whole

_NUMBERED: Final = tuple(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("moveFromRangeStart", "moveToRangeStart", "bookmarkStart", "comment", "commentRangeStart"),
        *("rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange"),
        *("tblGridChange", "tblPrExChange", "numberingChange", "permStart"),
    )
)


def free_numbers(*roots: Element) -> Iterator[int]:
    """Numbers above all that these parts hold, one after the other."""
    number = max(
        (whole(each.get(W + "id")) or 0 for root in roots for each in root.iter(*_NUMBERED)), default=0
    )
    while True:
        number += 1
        yield number


def free_numbers_of(package: Package) -> Iterator[int]:
    """Numbers that are free in the main part and whatever it links to."""
    stories = ("header", "footer", "footnotes", "endnotes", "comments")
    linked = (package.root(name) for kind, name in package.links.values() if kind in stories)
    roots = [package.root(package.main), *linked]
    return free_numbers(*(root for root in roots if root is not None))
