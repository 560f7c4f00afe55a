"""Figures that a table gives to units: a row each, a column for each figure; the rest is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kh_docs.i18n import _
from kh_docs.planning.figure import Figure, UnitCalled
from kh_docs.planning.measures import MEASURE
from kh_docs.planning.outline import OutlineClause, Question
from kh_docs.planning.spans import Span
from kh_docs.planning.tables import Cell, Table, tables_in
from kh_docs.planning.unit_names import TYPE_WORDS

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_VALUE = re.compile(rf"(?P<number>{_NUMBER.pattern})\s?(?P<percent>%)?")
# What was reached stands beside what is to be reached.
_REACHED = re.compile(
    r"l[ũu][yỹ] kế|hiện (?:có|trạng|nay)|đã (?:đạt|có|thực hiện|hoàn thành)|kết quả"
    r"|ước (?:thực hiện|đạt)|cùng kỳ|năm trước",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng|toàn tỉnh)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()\d]+)\)")


def rows_of_units(clause: OutlineClause, unit_called: UnitCalled) -> tuple[Span, ...]:
    """The tables that give units figures: no figure of them is one of the text."""
    return tuple(
        Span(table.head[0].span.start, table.rows[-1][-1].span.end)
        for table in map(_under_one_head, tables_in(clause))
        if _units_column(table, unit_called) is not None
    )


def figures_of_tables(clause: OutlineClause, unit_called: UnitCalled) -> Iterator[Figure | Question]:
    """A figure for each column of numbers beside units; numbers of a table beside none are a question."""
    for table in map(_under_one_head, tables_in(clause)):
        column = _units_column(table, unit_called)
        if column is not None:
            yield from _by_unit(clause, table, column, unit_called)
        elif table.column("time") is None and (cell := _first_number(table)):
            message = _("bảng có số liệu không theo từng đơn vị, chưa thành chỉ tiêu")
            yield Question(clause.id, clause.line_at(cell.span.start), _row_text(table, cell), message)


def _under_one_head(table: Table) -> Table:
    """“Số xã đạt chuẩn | |” over “| Đến 2024 | Năm 2025 |”: each column under the words of both rows."""
    first, *rows = table.rows
    halves = any(not cell.text for cell in table.head) or len({cell.text for cell in table.head}) < len(first)
    if not rows or not halves or any(_VALUE.fullmatch(cell.text) for cell in first):
        return table
    if not any(
        below.text and below.text != above.text for above, below in zip(table.head, first, strict=True)
    ):
        return table
    head: list[Cell] = []
    over = ""
    for above, below in zip(table.head, first, strict=True):
        over = above.text or (over if below.text else "")
        words = over if not below.text or below.text == over else f"{over} {below.text}".strip()
        head.append(Cell(words, below.span if below.text else above.span))
    return table._replace(head=tuple(head), rows=tuple(rows))


def _units_column(table: Table, unit_called: UnitCalled) -> int | None:
    """The column in which most cells name units."""
    rows = [row for row in table.rows if not any(_TOTAL.match(cell.text) for cell in row)]
    counts = [sum(unit_called(row[at].text) is not None for row in rows) for at in range(len(table.head))]
    best = max(range(len(counts)), key=lambda at: counts[at])
    return best if counts[best] and counts[best] * 2 >= len(rows) else None


def _by_unit(
    clause: OutlineClause, table: Table, column: int, unit_called: UnitCalled
) -> Iterator[Figure | Question]:
    for row in table.rows:
        name = row[column].text
        known = not name or unit_called(name) or _TOTAL.match(name)
        # One with its type is asked about where places are looked for.
        if not known and name.split()[0].lower() not in TYPE_WORDS and not _heads_others(row):
            message = _("“{}” không có trong danh mục đơn vị của kế hoạch").format(name)
            yield Question(clause.id, clause.line_at(row[column].span.start), name, message)
    for at, head in enumerate(table.head):
        if at in (column, table.counting) or not head.text:
            continue
        cells = [(unit, row[at]) for row in table.rows if (unit := unit_called(row[column].text))]
        values = [(unit, found) for unit, cell in cells if (found := _VALUE.fullmatch(cell.text))]
        if not values:
            continue
        if _REACHED.search(head.text):
            message = _("cột số liệu đã đạt, chưa thành chỉ tiêu")
            yield Question(clause.id, clause.line_at(head.span.start), _words(clause, head), message)
            continue
        parts = tuple((unit, found["number"]) for unit, found in values)
        yield from _unread(clause, cells, head.text)
        total = next((row[at].text for row in table.rows if any(_TOTAL.match(cell.text) for cell in row)), "")
        yield Figure(
            clause.id,
            clause.line_at(head.span.start),
            head.span,
            _words(clause, head),
            total if _NUMBER.fullmatch(total) else "",
            "%" if values[0][1]["percent"] else _measure(head.text),
            units=tuple(unit for unit, _value in parts),
            parts=parts,
            said=head.text,
        )


def _unread(clause: OutlineClause, cells: Sequence[tuple[str, Cell]], name: str) -> Iterator[Question]:
    """A unit's figure in another shape: “3 - 5”."""
    for _unit, cell in cells:
        if re.search(r"\d", cell.text) and not _VALUE.fullmatch(cell.text):
            message = _("ô của một đơn vị trong cột “{}” không phải một con số").format(name)
            yield Question(clause.id, clause.line_at(cell.span.start), cell.text, message)


def _words(clause: OutlineClause, head: Cell) -> str:
    """The piece of the clause; a head over others is not said with it."""
    return clause.text[head.span.start : head.span.end].strip()


def _heads_others(row: Sequence[Cell]) -> bool:
    """“A | Khu vực miền núi | |”: a row that only heads those below it."""
    return not any(_VALUE.fullmatch(cell.text) for cell in row[1:])


def _measure(head: str) -> str:
    """“Tổng đàn (con)”, “Tỷ lệ (%)”; else what is counted, or the whole head."""
    if found := _IN_BRACKETS.search(head):
        return found[1].strip()
    if "%" in head:
        return "%"
    counted = re.search(MEASURE, head, re.IGNORECASE)
    return (counted[0] if counted else head).lower()


def _first_number(table: Table) -> Cell | None:
    return next(
        (
            cell
            for row in table.rows
            for at, cell in enumerate(row)
            if at != table.counting and at > 0 and _NUMBER.fullmatch(cell.text)
        ),
        None,
    )


def _row_text(table: Table, cell: Cell) -> str:
    row = next(row for row in table.rows if cell in row)
    return " | ".join(each.text for each in row)
