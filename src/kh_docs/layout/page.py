"""Sections: paper, margins and page numbers, of the document and of each phụ lục."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from kh_docs import decree30
from kh_docs.decree30.page import LANDSCAPE_MARGIN_MM
from kh_docs.layout.styles import SECTION_END, style_id
from kh_docs.layout.xml import run, w
from kh_docs.word.lengths import twips_of_mm
from kh_docs.word.xml import W

# The number stands inside the top margin.
_HEADER_MM = 10
FIRST_HEADER, OTHER_HEADER = "rIdFirstHeader", "rIdOtherHeader"


class Section(NamedTuple):
    """Paper lying one way, with its pages numbered on or from 1."""

    landscape: bool = False
    annex: bool = True

    @property
    def text_width_mm(self) -> float:
        """What the margins leave of a line."""
        if self.landscape:
            return decree30.PAGE.height_mm - 2 * LANDSCAPE_MARGIN_MM.ours
        return decree30.TEXT_WIDTH_MM

    def properties(self) -> etree._Element:
        """The `w:sectPr`; annexes take the headers over from the first section."""
        width, height = twips_of_mm(decree30.PAGE.width_mm), twips_of_mm(decree30.PAGE.height_mm)
        paper = w("pgSz", w=width, h=height)
        if self.landscape:
            paper = w("pgSz", w=height, h=width, orient="landscape")
        return w(
            "sectPr",
            *(
                []
                if self.annex
                else [
                    w("headerReference", type="first", r_id=FIRST_HEADER),
                    w("headerReference", type="default", r_id=OTHER_HEADER),
                ]
            ),
            w("type", val="nextPage"),
            paper,
            self._margins(),
            *([w("pgNumType", start=decree30.PAGE_NUMBER.start)] if self.annex else []),
            w("cols", space=720),
            w("titlePg"),
        )

    def _margins(self) -> etree._Element:
        sides = {side: margin.ours for side, margin in decree30.MARGINS_MM.items()}
        if self.landscape:
            sides = dict.fromkeys(sides, LANDSCAPE_MARGIN_MM.ours)
        element = w("pgMar", header=twips_of_mm(_HEADER_MM), footer=twips_of_mm(_HEADER_MM), gutter=0)
        for side, mm in sides.items():
            element.set(W + side, str(twips_of_mm(mm)))
        return element


MAIN = Section(annex=False)
ANNEX_UPRIGHT = Section()
ANNEX_WIDE = Section(landscape=True)


def section_end(section: Section | None = None) -> etree._Element:
    """An invisible paragraph that ends `section`; the last section ends with the file."""
    breaks = [section.properties()] if section else []
    return w("p", w("pPr", w("pStyle", val=SECTION_END), *breaks))


def first_header() -> etree._Element:
    """The number of a first page is not shown."""
    return w("hdr", w("p", w("pPr", w("pStyle", val=style_id("so_trang")))))


def other_header() -> etree._Element:
    """The number alone, as the decree wants it."""
    field = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", w("instrText", text=" PAGE ")),
        w("r", w("fldChar", fldCharType="separate")),
        run("2"),
        w("r", w("fldChar", fldCharType="end")),
    ]
    return w("hdr", w("p", w("pPr", w("pStyle", val=style_id("so_trang"))), *field))
