"""About how tall the text of a section prints; enough to tell one page from two."""

import math
from typing import Final

from kh_docs.check.document import Block, Document, Paragraph
from kh_docs.check.lengths import mm_of_twips
from kh_docs.check.pieces import runs_width_mm

_LINE: Final = 1.15 * 25.4 / 72
_MARK_PT: Final = 12.0


def section_height_mm(document: Document, index: int) -> float:
    """The height of all blocks of one section."""
    return sum(_height_mm(block) for block in document.blocks if block.section == index)


def _height_mm(block: Block) -> float:
    if isinstance(block, Paragraph):
        size = max((run.format.size_pt for run in block.runs), default=_MARK_PT)
        room = max(block.container.width_mm or 165.0, 10.0)
        lines = max(1, math.ceil(runs_width_mm(block.runs) / room))
        look = block.format
        factor = look.line / 240 if look.line_rule == "auto" else 1.0
        gap = max(look.before or 0, look.after or 0)
        return lines * size * _LINE * factor + mm_of_twips(gap)
    return sum(max((sum(map(_height_mm, cell.blocks)) for cell in row), default=0.0) for row in block.rows)
