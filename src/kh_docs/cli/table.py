"""Lay out rows as an aligned table, or one below the other where the terminal is too narrow for columns."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

GAP = "  "
# With the marks between thousands that a language has.
COUNT = re.compile(r"\d[\d.,]*")
# No column is wider than this but the last, which takes what is left of the screen.
WIDEST = 26
# Narrower than this, wrapped Vietnamese cannot be read.
LEAST_LAST_COLUMN = 30
# What a screen that calls itself narrower is taken for.
LEAST_SCREEN = 20


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], width: int | None = None) -> list[str]:
    """The lines of the table; letters count as one column each, which holds for Vietnamese in NFC."""
    rows = [tuple(row) for row in rows]
    cells = [tuple(heads), *rows]
    widths = [min(WIDEST, max(_length(row[column]) for row in cells)) for column in range(len(heads) - 1)]
    screen = max(LEAST_SCREEN, width or shutil.get_terminal_size((110, 24)).columns)
    last = max(_length(row[-1]) for row in cells)
    wanted = min(last, LEAST_LAST_COLUMN)
    words = [max(_longest_word(row[column]) for row in cells) for column in range(len(heads) - 1)]
    while (left := screen - sum(widths) - len(GAP) * len(widths)) < wanted:
        spare = [(width, at) for at, width in enumerate(widths) if width > words[at]]
        if not spare:
            return [line for row in rows for line in _record(heads, row, screen)]
        widths[max(spare)[1]] -= 1
    widths.append(min(last, left))
    rule = GAP.join("-" * width for width in widths)
    counts = [all(COUNT.fullmatch(row[at]) for row in rows) for at in range(len(heads))]
    first, *others = (_lines(row, widths, counts) for row in cells)
    return [*first, rule, *(line for lines in others for line in lines)]


def _record(heads: Sequence[str], row: Sequence[str], screen: int) -> list[str]:
    """One row on a narrow screen: its first cell as a heading, the others that say something below it."""
    named = [f"{head}: {cell}" for head, cell in zip(heads[1:], row[1:], strict=True) if cell]
    wrapped = [_wrap(text, screen - 2 * len(GAP)) for text in named]
    below = [f"{GAP}{GAP if index else ''}{line}" for lines in wrapped for index, line in enumerate(lines)]
    return [row[0], *below]


def _lines(row: Sequence[str], widths: Sequence[int], counts: Sequence[bool]) -> list[str]:
    """The lines of one row; columns of `counts` stand at the right."""
    columns = [_wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    aligned = [str.rjust if count else str.ljust for count in counts]
    return [
        GAP.join(put(part, width) for put, part, width in zip(aligned, parts, widths, strict=True)).rstrip()
        for parts in zip_longest(*columns, fillvalue="")
    ]


def _wrap(text: str, width: int) -> list[str]:
    # A path cut in two could not be copied from the screen.
    if len(text) <= width and "\n" not in text:
        return [text]
    lines = (
        textwrap.wrap(line, width, break_on_hyphens=False, break_long_words=False)
        for line in text.splitlines()
    )
    return [part for parts in lines for part in parts]


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _length(text: str) -> int:
    return max(map(len, text.splitlines()), default=0)
