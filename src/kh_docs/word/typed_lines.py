"""Lines that are no drawings: borders of paragraphs, rows of dashes and underscores."""

from __future__ import annotations

from typing import Final

from kh_docs.word.document import DrawnLine, Paragraph
from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.widths import text_width_mm

_LINE_LIKE: Final = frozenset("_-–—")

_SHORTEST_ROW: Final = 5


def add_border_lines(paragraph: Paragraph) -> None:
    """A border above or below is a line as long as the paragraph is wide."""
    look = paragraph.format
    if look.border_top == look.border_bottom == "none":
        return
    for border in (look.border_top, look.border_bottom):
        if border in ("none", "nil"):
            continue
        room, left = paragraph.container.width_mm, paragraph.container.x_mm
        width = None if room is None else room - mm_of_twips(look.left + look.right)
        centre = None if width is None or left is None else left + mm_of_twips(look.left) + width / 2
        dashed = border not in ("single", "thick", "double", "triple")
        paragraph.lines.append(DrawnLine("border", width, centre, dashed, paragraph.element))


def add_row_of_characters(paragraph: Paragraph) -> None:
    """A paragraph of underscores is a line; one of hyphens is a dashed line."""
    if not paragraph.runs or paragraph.runs[0].text.lstrip()[:1] not in _LINE_LIKE:
        return
    text = paragraph.text.replace(" ", "")
    if len(text) < _SHORTEST_ROW or not _LINE_LIKE.issuperset(text):
        return
    look = paragraph.runs[0].format
    width = text_width_mm(text, look.size_pt, look.bold)
    paragraph.lines.append(DrawnLine("underscores", width, None, dashed="_" not in text and "—" not in text))
