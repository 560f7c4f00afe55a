"""How wide runs print, and about how tall a section: enough to tell one page from two."""

import math
from typing import Final

from kh_docs.word.document import Block, Document, Paragraph, Run, Section
from kh_docs.word.formats import ParaFormat
from kh_docs.word.lengths import mm_of_twips
from kh_docs.word.sections import UNSAID_MARGIN
from kh_docs.word.widths import text_width_mm
from kh_docs.word.xml import W, val, whole

_LINE: Final = 1.15 * 25.4 / 72
_MARK_PT: Final = 12.0
_MM_PER_PT: Final = 25.4 / 72


def runs_width_mm(runs: list[Run]) -> float:
    """The width of these runs on one line, letter spacing and stretch counted."""
    width = 0.0
    for run in runs:
        look = run.format
        text = run.text.upper() if look.caps else run.text
        spacing = look.letter_spacing_pt * len(text) * _MM_PER_PT
        width += text_width_mm(text.replace("\t", " "), look.size_pt, look.bold) * look.stretch + spacing
    return width


def section_height_mm(document: Document, index: int, until: int | None = None) -> float:
    """The height of the blocks of one section, up to block `until`; blank lines at its end print nothing."""
    blocks = [block for block in document.blocks[:until] if block.section == index]
    while blocks and isinstance(blocks[-1], Paragraph) and blocks[-1].is_blank:
        blocks.pop()
    return sum(map(height_mm, blocks))


def breaks_page(document: Document, index: int, until: int | None = None) -> bool:
    """Whether a section surely goes on to a second page: somebody broke it, or the program last did."""
    printed = False
    broken = False
    for block in document.blocks[:until]:
        if block.section != index:
            continue
        blank = isinstance(block, Paragraph) and block.is_blank
        if not blank and printed and (broken or _starts_page(block)):
            return True
        printed = printed or not blank
        broken = broken or (isinstance(block, Paragraph) and block.page_break and printed)
    return False


def _starts_page(block: Block) -> bool:
    if isinstance(block, Paragraph) and block.format.page_break_before:
        return True
    return next(block.element.iter(W + "lastRenderedPageBreak"), None) is not None


def estimated_pages(document: Document) -> int:
    """About how many pages the document prints on."""
    return sum(
        max(1, math.ceil(section_height_mm(document, section.index) / page_height_mm(section)))
        for section in document.sections
    )


def page_height_mm(section: Section) -> float:
    """The room for text on one page of the section."""
    sides = [section.margins["top"], section.margins["bottom"]]
    edges = 2 * UNSAID_MARGIN if sides == [None, None] else sum(each or 0 for each in sides)
    return max(mm_of_twips((section.height or 16838) - edges), 10.0)


def height_mm(block: Block) -> float:
    """About how tall a paragraph or a table prints."""
    if isinstance(block, Paragraph):
        size = max((run.format.size_pt for run in block.runs), default=_mark_pt(block))
        room = max(block.container.width_mm or 165.0, 10.0)
        lines = max(1, math.ceil(runs_width_mm(block.runs) / room), block.raw.count("\n") + 1)
        look = block.format
        gap = max(look.before or 0, look.after or 0)
        return lines * _line_mm(size, look) + mm_of_twips(gap)
    return sum(max((sum(map(height_mm, cell.blocks)) for cell in row), default=0.0) for row in block.rows)


def _line_mm(size_pt: float, look: ParaFormat) -> float:
    if look.line_rule == "exact":
        return mm_of_twips(look.line)
    if look.line_rule == "atLeast":
        return max(mm_of_twips(look.line), size_pt * _LINE)
    return size_pt * _LINE * look.line / 240


def _mark_pt(paragraph: Paragraph) -> float:
    """The size of an empty line: that of its mark."""
    mark = paragraph.element.find(f"{W}pPr/{W}rPr/{W}sz")
    return (whole(val(mark)) or 0) / 2 or _MARK_PT
