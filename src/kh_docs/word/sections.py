"""The sections of a body: where each begins, how wide its text is."""

from __future__ import annotations

from typing import Final

from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.xml import Element, W, val, whole


def sections_in(body: Element) -> list[Element]:
    """All w:sectPr in force; those inside w:sectPrChange are the past."""
    owners = (W + "pPr", W + "body")
    return [
        section
        for section in body.iter(W + "sectPr")
        if (up := section.getparent()) is not None and up.tag in owners
    ]


# Where a file says nothing of its margins, programs leave an inch.
UNSAID_MARGIN: Final = 1_440


def text_width_of(section: Element) -> float:
    """How wide the text of a section runs."""
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    width = whole(val(size, "w")) or 11906
    for edge in ("left", "right"):
        width -= UNSAID_MARGIN if margins is None else whole(val(margins, edge)) or 0
    return max(mm_of_twips(width), 10.0)
