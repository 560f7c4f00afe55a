"""The paragraph or table right above and below a paragraph, whatever controls and marks stand between."""

from collections.abc import Callable
from typing import Final

from kh_docs.word.document import Paragraph
from kh_docs.word.xml import Element, W, is_on

_BLOCKS: Final = frozenset({W + "p", W + "tbl"})
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
