"""The lines drawn under parts of a document."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from kh_docs import decree30
from kh_docs.layout.style_xml import paragraph_style, size
from kh_docs.layout.xml import paragraph, w
from kh_docs.word.lengths import twips_of_mm


class Line(NamedTuple):
    """A line `length_mm` long in the middle of `width_mm`, in a paragraph style of its own."""

    style_id: str
    style_name: str
    length_mm: float
    width_mm: float

    def style(self, based_on: str) -> etree._Element:
        """A border of a thin paragraph: the one kind of line that Word, LibreOffice and WPS print alike."""
        border = w("pBdr", w("top", val="single", sz=6, space=0, color=decree30.FONT.colour))
        # Without the 3.5 pt above it a line would look like underlining.
        spacing = w("spacing", before=70, line=60, lineRule="exact")
        return paragraph_style(
            self.style_id, self.style_name, based_on, [w("keepNext"), border, spacing, self._place()], size(2)
        )

    def _place(self) -> etree._Element:
        indent = twips_of_mm((self.width_mm - self.length_mm) / 2)
        return w("ind", left=indent, right=indent)

    def placed(self) -> etree._Element:
        """The line of a length that only the document's words tell."""
        return w("p", w("pPr", w("pStyle", val=self.style_id), self._place()))

    def drawn(self) -> etree._Element:
        """The line itself."""
        return paragraph(self.style_id)
