"""The tables in a clause: rows of cells joined by “ | ”, the first of each saying what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kh_docs.planning.outline import OutlineClause
from kh_docs.planning.spans import Span

_BAR = re.compile(r"\s*\|\s*")
# By what a column is known, where its head says it.
_COLUMNS = {
    "task": re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động", re.IGNORECASE),
    "lead": re.compile(r"chủ trì|thực hiện(?!.*(?:thời|kinh))|phân công|trách nhiệm", re.IGNORECASE),
    "time": re.compile(r"thời (?:gian|hạn|điểm)|tiến độ|hoàn thành", re.IGNORECASE),
}
_COUNTS_ROWS = re.compile(r"(?:TT|STT|Số TT|Số thứ tự)\b", re.IGNORECASE)


class Cell(NamedTuple):
    """What stands in a cell, and where in the text of the clause."""

    text: str
    span: Span


class Table(NamedTuple):
    clause: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, kind: str) -> int | None:
        """The column whose head says that it holds tasks, those who lead them, or times."""
        pattern = _COLUMNS[kind]
        at = (at for at, cell in enumerate(self.head) if pattern.search(cell.text))
        return next((each for each in at if kind == "time" or each != self.column("time")), None)

    @property
    def counting(self) -> int | None:
        """The column that counts the rows."""
        return next((at for at, cell in enumerate(self.head) if _COUNTS_ROWS.match(cell.text)), None)


def tables_in(clause: OutlineClause) -> Iterator[Table]:
    """Each run of rows of the same width."""
    run: list[tuple[Cell, ...]] = []
    start = 0
    for text in clause.texts:
        row = _cells(text, start) if _is_row(text) else ()
        start += len(text) + 1
        if run and len(row) == len(run[0]) - 1 and text.endswith("|"):
            # The last bar is the border of the table, or begins an empty cell.
            row = (*row, Cell("", Span(start - 1, start - 1)))
        if run and len(row) != len(run[0]):
            yield from _table(clause.id, run)
            run = []
        if row:
            run.append(row)
    yield from _table(clause.id, run)


def row_at(clause: OutlineClause, position: int) -> tuple[Table, tuple[Cell, ...]] | None:
    """The row around `position`, and its table."""
    for table in tables_in(clause):
        for row in table.rows:
            if row[0].span.start <= position <= row[-1].span.end:
                return table, row
    return None


def _table(clause: str, rows: list[tuple[Cell, ...]]) -> Iterator[Table]:
    if len(rows) > 1:
        yield Table(clause, rows[0], tuple(rows[1:]))


def _is_row(text: str) -> bool:
    return " | " in text or text.endswith(" |")


def _cells(text: str, start: int) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    at = 0
    for bar in [*_BAR.finditer(text), None]:
        end = bar.start() if bar else len(text)
        if bar or text[at:end].strip():
            cells.append(Cell(text[at:end].strip(), Span(start + at, start + end)))
        at = bar.end() if bar else end
    return tuple(cells)
