"""The page, margins, font, page number and the spacing of body text (PL I, P.I, mục I and II.6.e)."""

from types import MappingProxyType
from typing import Final, NamedTuple

from kh_docs.decree30.ranges import Range


class Page(NamedTuple):
    """A sheet of paper, upright."""

    width_mm: float
    height_mm: float
    tolerance_mm: float
    clause: str


class Font(NamedTuple):
    """The one font of a document."""

    name: str
    colour: str
    clause: str


class PageNumber(NamedTuple):
    """Where and how pages are numbered."""

    style_name: str
    size_pt: Range
    align: str
    start: int
    clause: str
    annex_clause: str


PAGE: Final = Page(210, 297, 0.5, "PL I, P.I, I.1")
FONT: Final = Font("Times New Roman", "000000", "PL I, P.I, I.4")
# The right margin is the smallest allowed: the tables of the annexes and the header need the 165 mm.
MARGINS_MM: Final = MappingProxyType(
    {
        "top": Range(20, 25, 20),
        "bottom": Range(20, 25, 20),
        "left": Range(30, 35, 30),
        "right": Range(15, 20, 15),
    }
)
MARGINS_CLAUSE: Final = "PL I, P.I, I.3"
# The decree gives no figures for landscape pages; its own annex file uses 15 to 30 mm.
LANDSCAPE_MARGIN_MM: Final = Range(15, 35, 20)
TEXT_WIDTH_MM: Final = PAGE.width_mm - MARGINS_MM["left"].ours - MARGINS_MM["right"].ours
PAGE_NUMBER: Final = PageNumber(
    "Số trang", Range(13, 14, 13), "center", 1, "PL I, P.I, I.7", "PL I, P.I, III.1.đ"
)
# Quốc hiệu, Tiêu ngữ, địa danh và ngày: they grow and shrink together (PL I, P.I, mục V, chú thích 1).
SIZE_TRIPLETS_PT: Final = ((13, 14, 14), (12, 13, 13))

FIRST_LINE_CM: Final = (1.0, 1.27)
PARA_SPACE_PT: Final = Range(6, 18, 6)
LINE_SPACING: Final = Range(1.0, 1.5, 1.0)
BODY_CLAUSE: Final = "PL I, P.I, II.6.e"
# The Mẫu draw this length under the "Kèm theo" line of a phụ lục.
PL_LINE_MM: Final = 25.0
