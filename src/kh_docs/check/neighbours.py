"""The paragraph or table right above and below a paragraph, whatever controls and marks stand between."""

from collections.abc import Callable
from typing import Final

from kh_docs.word.document import Paragraph
from kh_docs.word.xml import Element, W, is_on

_BLOCKS: Final = frozenset({W + "p", W + "tbl"})
# A line of size 13, single.
_LINE_TWIPS: Final = 300
# What holds blocks without being seen.
_DRAWN: Final = (W + "drawing", W + "pict")
_AROUND: Final = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"})
_GONE: Final = (f"{W}pPr/{W}rPr/{W}del", f"{W}pPr/{W}rPr/{W}moveFrom")


def above(element: Element) -> Element | None:
    """The w:p or w:tbl before it in the same cell, box or page."""
    return _nearest(element, lambda each: each.getprevious(), last=True)


def below(element: Element) -> Element | None:
    """The w:p or w:tbl after it in the same cell, box or page."""
    return _nearest(element, lambda each: each.getnext(), last=False)


def is_in_next_row(upper: Element, lower: Element) -> bool:
    """Whether `lower` begins a cell and `upper`, a paragraph, ends the one above it, nothing higher beside.

    A row of a height of its own may leave any room between the two.
    """
    cell, cell_below = upper.getparent(), lower.getparent()
    row = cell.getparent() if cell is not None and cell.tag == W + "tc" else None
    row_below = row.getnext() if row is not None else None
    if row is None or row_below is None or cell_below is None or cell_below.getparent() is not row_below:
        return False
    cells, cells_below = list(row.iterchildren(W + "tc")), list(row_below.iterchildren(W + "tc"))
    if not any(one is cell and other is cell_below for one, other in zip(cells, cells_below, strict=False)):
        return False
    alone = all(len(list(each.iterchildren(W + "p", W + "tbl"))) == 1 for each in cells)
    return alone and above(lower) is None and not _is_high(row)


def is_alone_in_table(element: Element) -> bool:
    """Whether it stands in the only cell of a table."""
    cell = element.getparent()
    row = cell.getparent() if cell is not None and cell.tag == W + "tc" else None
    table = row.getparent() if row is not None else None
    return row is not None and table is not None and len(list(table.iter(W + "tc"))) == 1


def _is_high(row: Element) -> bool:
    """Whether a row is to be higher than any line of a header is."""
    height = row.find(f"{W}trPr/{W}trHeight")
    if height is None:
        return False
    return height.get(W + "hRule") == "exact" or int(height.get(W + "val") or 0) > _LINE_TWIPS


def is_empty_line(element: Element | None) -> bool:
    """Whether it is a paragraph without words."""
    return element is not None and element.tag == W + "p" and not says(element)


def says(element: Element) -> bool:
    """Whether words stand in it; of deleted ones w:delText remains."""
    return any((text.text or "").strip() and not _is_hidden(text) for text in element.iter(W + "t"))


def _is_hidden(text: Element) -> bool:
    """Whether its run is marked as hidden text."""
    mark = next(text.itersiblings(W + "rPr", preceding=True), None)
    hidden = mark.find(W + "vanish") if mark is not None else None
    return hidden is not None and is_on(hidden)


def line_between(first: Paragraph, second: Paragraph) -> bool:
    """Whether a paragraph without words, with the line that ends the abstract, stands between."""
    element = below(first.element) if first is not second else None
    while element is not None and element is not second.element:
        if not says(element) and next(element.iter(*_DRAWN), None) is not None:
            return True
        element = below(element)
    return False


def _nearest(element: Element, step: Callable[[Element], Element | None], *, last: bool) -> Element | None:
    at: Element | None = element
    while at is not None:
        following = step(at)
        while following is None and (up := at.getparent()) is not None and up.tag in _AROUND:
            at = up
            following = step(at)
        at = following
        while at is not None and at.tag in _AROUND and len(at):
            at = at[-1 if last else 0]
        if at is not None and at.tag in _BLOCKS and not _is_gone(at):
            return at
    return None


def _is_gone(element: Element) -> bool:
    """Whether it is a paragraph deleted under tracked changes."""
    return (
        element.tag == W + "p" and any(element.find(path) is not None for path in _GONE) and not says(element)
    )
