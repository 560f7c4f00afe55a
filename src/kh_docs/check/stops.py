"""How far tabs bring what stands behind them."""

from typing import Final

from kh_docs.patterns import re
from kh_docs.word.document import Paragraph
from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.xml import W, val, whole

# As many of the usual stops do not reach the right half of the page.
_USUAL_STOPS: Final = 2
# Of the width of the page: a stop in the middle of the left column, or where the right one begins.
_MIDDLE: Final = 0.5
_RIGHT_BEGINS: Final = 0.3
_MARK: Final = re.compile(r"\s*(?:[-–+•*]|\d{1,2}[.)]|[IVX]{1,4}\.|[a-zđ]\))")


def reaches_right(paragraph: Paragraph, before: str, page_mm: float) -> bool:
    """Whether tabs bring what follows to the right half; one or two stops of half an inch do not."""
    count = before.count("\t")
    if not paragraph.format.tabs:
        return count > _USUAL_STOPS
    stops = sorted(
        (mm_of_twips(whole(val(stop, "pos")) or 0), val(stop) or "")
        for stop in paragraph.element.iterfind(f"{W}pPr/{W}tabs/{W}tab")
        if val(stop) != "clear"
    )
    if not 0 < count <= len(stops):
        return count > 0
    place, kind = stops[count - 1]
    return place > (_MIDDLE if kind == "center" else _RIGHT_BEGINS) * page_mm


def is_behind_a_mark(raw: str, tab: re.Match[str]) -> bool:
    """Whether a tab stands between the mark of an item and its text: “-”, “1.”, “a)”."""
    return (
        tab[0] == "\t" and _MARK.fullmatch(raw, raw.rfind("\n", 0, tab.start()) + 1, tab.start()) is not None
    )
