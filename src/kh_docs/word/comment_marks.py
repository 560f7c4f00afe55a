"""Where the marks of a comment stand around what it speaks of."""

from __future__ import annotations

from typing import Final

from kh_docs.word.xml import Element, W, first

# Word takes no comment in what floats or repeats.
NO_COMMENT_IN: Final = frozenset({W + "txbxContent", W + "hdr", W + "ftr", W + "footnote", W + "endnote"})


def place_for(element: Element) -> Element:
    """The element itself where Word takes comments, else the paragraph that holds the text box round it."""
    place = element
    for up in element.iterancestors():
        if up.tag in NO_COMMENT_IN:
            place = next(up.iterancestors(W + "p"), place)
    return place


def edge(element: Element, side: int) -> Element:
    """What to put a mark beside: of a paragraph its first or last piece, else the run's outermost wrapper."""
    if element.tag == W + "p":
        pieces = [child for child in element if child.tag != W + "pPr"]
        return pieces[side] if pieces else element
    while (up := element.getparent()) is not None and up.tag != W + "p":
        element = up
    return element


def put_before(piece: Element, mark: Element) -> None:
    if piece.tag == W + "p":
        piece.insert(0 if first(piece, W + "pPr") is None else 1, mark)
    else:
        piece.addprevious(mark)


def put_behind(piece: Element, mark: Element) -> None:
    if piece.tag == W + "p":
        piece.append(mark)
    else:
        piece.addnext(mark)
