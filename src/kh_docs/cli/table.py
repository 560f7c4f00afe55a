"""Lay out rows as an aligned table for a terminal; long texts wrap inside their column."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

GAP = "  "
# No column is wider than this but the last, which takes what is left of the screen.
WIDEST = 26
# Narrower than this, wrapped Vietnamese cannot be read.
LEAST_LAST_COLUMN = 30


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], width: int | None = None) -> list[str]:
    """The lines of the table; letters count as one column each, which holds for Vietnamese in NFC."""
    cells = [tuple(heads), *(tuple(row) for row in rows)]
    widths = [min(WIDEST, max(_length(row[column]) for row in cells)) for column in range(len(heads) - 1)]
    screen = width or shutil.get_terminal_size((110, 24)).columns
    left = screen - sum(widths) - len(GAP) * len(widths)
    widths.append(min(max(_length(row[-1]) for row in cells), max(LEAST_LAST_COLUMN, left)))
    rule = GAP.join("-" * width for width in widths)
    first, *others = (_lines(row, widths) for row in cells)
    return [*first, rule, *(line for lines in others for line in lines)]


def _lines(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [_wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    return [
        GAP.join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()
        for parts in zip_longest(*columns, fillvalue="")
    ]


def _wrap(text: str, width: int) -> list[str]:
    # A path cut in two could not be copied from the screen; numbers keep the blanks that align them.
    if len(text) <= width and "\n" not in text:
        return [text]
    lines = (
        textwrap.wrap(line, width, break_on_hyphens=False, break_long_words=False)
        for line in text.splitlines()
    )
    return [part for parts in lines for part in parts]


def _length(text: str) -> int:
    return max(map(len, text.splitlines()), default=0)
