"""Lines that are no drawings: borders of paragraphs, rows of dashes and underscores."""

from __future__ import annotations

from typing import Final

from kh_docs.patterns import re
from kh_docs.word.document import DrawnLine, Paragraph
from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.widths import text_width_mm

_LINE_LIKE: Final = frozenset("_-–—─━¯‾")
# As many as make a row, perhaps with blanks between. Begun with all first letters, it is found four times
# as fast.
_MAY_BE_LINE: Final = re.compile(
    r"[_–—─━¯‾=~-](?:(?<=[_–—─━¯‾-])(?:\s*[_–—─━¯‾-]){4}|(?<=[–—-])\s*[*o0O=~]|(?<=[=~])[=~]{4})"
)
# “-----***-----”, “---- o0o ----”, “=======”: an ornament in the place of a line.
_ORNAMENT: Final = re.compile(r"[_–—-]{2,40}[*oO0=~]{1,7}[_–—-]{2,40}|[=~]{5,40}")
_SOLID: Final = frozenset("_—─━¯‾")
_COLUMNS: Final = re.compile(r"[\t\n]")
# Of a line set in two columns by tabs: about the middle of the left one, and of the right one.
_LEFT_PART, _RIGHT_PART = 0.2, 0.7

_SHORTEST_ROW: Final = 5
# Word sets raised and lowered letters in two thirds of their size.
_RAISED: Final = 2 / 3


def add_border_lines(paragraph: Paragraph) -> None:
    """A border above or below is a line as long as the paragraph is wide."""
    look = paragraph.format
    for border in (look.border_top, look.border_bottom):
        if border in ("none", "nil"):
            continue
        room, left = paragraph.container.width_mm, paragraph.container.x_mm
        width = None if room is None else room - mm_of_twips(look.left + look.right)
        centre = None if width is None or left is None else left + mm_of_twips(look.left) + width / 2
        dashed = border not in ("single", "thick", "double", "triple")
        line = DrawnLine("border", width, centre, dashed, paragraph.element)
        paragraph.lines = (*paragraph.lines, line)


def add_row_of_characters(paragraph: Paragraph) -> None:
    """Underscores alone on a line, or underlined blanks, are a line; a row of hyphens is a dashed one."""
    if not paragraph.runs:
        return
    raw = paragraph.raw
    if not paragraph.text:
        _add_underlined_blanks(paragraph)
        return
    if not _MAY_BE_LINE.search(raw):
        return
    look = paragraph.runs[0].format
    container = paragraph.container
    columns = container.kind not in ("cell", "box") and "\t" in raw.strip()
    for index, part in enumerate(_COLUMNS.split(raw.strip())):
        row = "".join(part.split())
        ornament = _ORNAMENT.fullmatch(row) is not None
        if len(row) < _SHORTEST_ROW or not (ornament or _LINE_LIKE.issuperset(row)):
            continue
        size = look.size_pt * (_RAISED if look.raised else 1)
        width = text_width_mm(row, size, look.bold)
        place = None
        if columns and container.width_mm is not None:
            place = container.width_mm * (_RIGHT_PART if index else _LEFT_PART)
        dashed = ornament or _SOLID.isdisjoint(row)
        paragraph.lines = (*paragraph.lines, DrawnLine("underscores", width, place, dashed))


def _add_underlined_blanks(paragraph: Paragraph) -> None:
    underlined = [run for run in paragraph.runs if run.format.underline not in ("none", "")]
    text = "".join(run.text for run in underlined)
    if len(text) < _SHORTEST_ROW:
        return
    look = underlined[0].format
    # How far a tab reaches, the file does not tell here.
    width = None if "\t" in text else text_width_mm(text, look.size_pt, look.bold)
    paragraph.lines = (*paragraph.lines, DrawnLine("underscores", width, None))
