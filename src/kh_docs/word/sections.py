"""The sections of a body: where each begins, how wide its text is."""

from __future__ import annotations

from typing import Final

from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.xml import Element, W, val, whole

_SECT_PR: Final = W + "sectPr"
_OWNERS: Final = (W + "pPr", W + "body")
_TRACKED: Final = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))


def sections_and_changes(body: Element) -> tuple[list[Element], bool]:
    """All w:sectPr in force, those inside w:sectPrChange being the past; and whether changes are tracked.

    Asked for together: to go through all that a body holds takes half a millisecond.
    """
    sections: list[Element] = []
    tracked = False
    for found in body.iter(_SECT_PR, *_TRACKED):
        if found.tag != _SECT_PR:
            tracked = True
        elif (up := found.getparent()) is not None and up.tag in _OWNERS:
            sections.append(found)
    return sections, tracked


# Where a file says nothing of its margins, programs leave an inch.
UNSAID_MARGIN: Final = 1_440


def text_width_of(section: Element) -> float:
    """How wide the text of a section runs."""
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    width = whole(val(size, "w")) or 11906
    for edge in ("left", "right"):
        width -= UNSAID_MARGIN if margins is None else whole(val(margins, edge)) or 0
    return max(mm_of_twips(width), 10.0)
