"""The pieces of the paragraphs of a page, each cut once: every part is looked for among all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kh_docs.check.pieces import Piece, Side, runs_between
from kh_docs.check.stops import is_behind_a_mark, reaches_right
from kh_docs.patterns import re
from kh_docs.word.document import Paragraph

# A cell or box nearly as wide as the page is no column of it.
_WHOLE: Final = 0.8
# Blanks in place of a tab: before the motto, before the date, and far beside the recipients who signs.
_BREAK: Final = re.compile(
    # Both lines of the motto in one paragraph: the narrow cell breaks it there.
    r"[\t\n]|(?<=VIỆT NAM)(?P<wraps>[ \u00a0]+)(?=Độc [Ll]ập|ĐỘC LẬP)|"
    r"(?<=[^ \u00a0])[ \u00a0]{3,}+(?=C[ỘÔỌƠO]NG H|Độc [Ll]ập|ĐỘC LẬP|[^\W\d_][^,\t\n]{1,30}, *ngày\b)|"
    r"(?<=[^ \u00a0])(?P<far>[ \u00a0]{8,}+)(?=(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\b|(?:PHÓ |QUYỀN |THỨ )?"
    r"(?:CHỦ T|GIÁM ĐỐC|TỔNG GIÁM|TRƯỞNG|CHÁNH|CỤC TRƯỞNG|CHI CỤC|HIỆU |VIỆN TRƯỞNG|ĐỘI TRƯỞNG|THỦ TRƯỞNG|"
    r"TỔ TRƯỞNG|\{|«))"
)
NOTHING_CUT: Final[Mapping[int, list[Piece]]] = {}


@dataclass(slots=True, eq=False)
class Page:
    """How wide the text of a page may run, and the pieces of its paragraphs, by their ids.

    Every part of a document is looked for among all of them. A piece knows its paragraph, which for that
    must not know its pieces: only the garbage collector would untie them, and it runs rarely.
    """

    width_mm: float
    # Those that another document had as well.
    known: Mapping[int, list[Piece]] = field(default_factory=dict)
    found: dict[int, list[Piece]] = field(default_factory=dict)


def pieces_of(paragraph: Paragraph, page: Page) -> list[Piece]:
    """The pieces of a paragraph that print something, left to right."""
    if not paragraph.text:
        return []
    its = id(paragraph)
    pieces = page.known.get(its) or page.found.get(its)
    if pieces is None:
        pieces = page.found[its] = _pieces_of(paragraph, page.width_mm)
    return pieces


def _may_break(raw: str) -> bool:
    """Whether one of the signs that stand wherever it breaks is there: that asks for next to nothing."""
    return "\t" in raw or "\n" in raw or "   " in raw or "\u00a0" in raw or "VIỆT NAM" in raw


def _pieces_of(paragraph: Paragraph, page_mm: float) -> list[Piece]:
    raw = paragraph.raw
    if not _may_break(raw) or not _BREAK.search(raw):
        return [Piece(paragraph, paragraph.runs, _side(paragraph, page_mm), True, raw)]
    pieces: list[Piece] = []
    start = 0
    breaks = [match for match in _BREAK.finditer(raw) if not is_behind_a_mark(raw, match)]
    if not breaks:
        return [Piece(paragraph, paragraph.runs, _side(paragraph, page_mm), True, raw)]
    blanks = any(match[0][0] in " \u00a0" and match["wraps"] is None for match in breaks)
    columns = paragraph.container.kind != "cell" and (blanks or "\t" in raw.strip(" "))
    for match in (*breaks, None):
        end = match.start() if match else len(raw)
        part = raw[start:end]
        if part.strip():
            side = _side(paragraph, page_mm)
            if columns and "\n" not in raw[:end]:
                # The first text of a line is the left column, unless it alone follows a tab.
                lone = not pieces and not raw[end:].strip()
                moved = bool(pieces) or (lone and reaches_right(paragraph, raw[:start], page_mm))
                side = "right" if moved else "left"
            pieces.append(Piece(paragraph, runs_between(paragraph.runs, start, end), side, False, part))
        start = match.end() if match else end
    if len(pieces) == 1:
        only = pieces[0]
        return [Piece(paragraph, only.runs, only.side, True, only.raw)]
    return pieces


def _side(paragraph: Paragraph, page_mm: float) -> Side:
    container = paragraph.container
    if container.kind == "body" and not paragraph.frame:
        return ""
    if container.x_mm is None or container.width_mm is None:
        return "" if container.kind != "cell" else ("left" if container.column == 0 else "right")
    if container.width_mm > _WHOLE * page_mm:
        return ""
    return "left" if container.x_mm + container.width_mm / 2 < page_mm / 2 else "right"
