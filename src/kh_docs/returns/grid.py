"""The tables of a document as rows and cells, and where a cell stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.word.plain import plain_text
from kh_docs.word.xml import Element, W, first, val, whole

_GONE = (W + "del", W + "moveFrom", W + "cellDel")


class Place(NamedTuple):
    """Counted from 0; `str` gives it as people count."""

    table: int
    row: int
    column: int

    def __str__(self) -> str:
        return _("bảng {table}, dòng {row}, cột {column}").format(
            table=self.table + 1, row=self.row + 1, column=self.column + 1
        )


class Grid(NamedTuple):
    """Tables in reading order; rows and cells that somebody deleted with changes tracked are left out."""

    tables: list[list[list[Element]]]
    places: dict[Element, Place]

    def text_of(self, cell: Element) -> str:
        """What stands in the cell, prompts of empty controls left out."""
        return plain_text(cell, prompts=False, crossed="marked").strip("\n")

    def cell_below(self, head: list[Element], at: int, row: list[Element]) -> Element | None:
        """The cell of the row in the column `at` of the head; none where it is gone or was merged."""
        if len(row) == len(head):
            return row[at]
        ours, theirs = list(_extents(head)), list(_extents(row))
        if not theirs or at >= len(ours) or ours[-1][1] != theirs[-1][1]:
            return None
        return next((cell for cell, extent in zip(row, theirs, strict=True) if extent == ours[at]), None)


def _extents(row: list[Element]) -> Iterator[tuple[int, int]]:
    """From where to where each cell reaches, in columns of the table's grid."""
    properties = first(next(row[0].iterancestors(W + "tr")), W + "trPr") if row else None
    start = whole(val(first(properties, W + "gridBefore"))) or 0 if properties is not None else 0
    for cell in row:
        stated = first(cell, W + "tcPr")
        width = whole(val(first(stated, W + "gridSpan"))) or 1 if stated is not None else 1
        yield start, start + width
        start += width


def grid_of(root: Element) -> Grid:
    """All tables below `root`, those inside of others too."""
    tables = [
        [_cells(row) for row in table.iter(W + "tr") if _table_of(row) is table and not _is_gone(row, "trPr")]
        for table in root.iter(W + "tbl")
    ]
    places = {
        cell: Place(at, number, column)
        for at, rows in enumerate(tables)
        for number, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    }
    return Grid(tables, places)


def _cells(row: Element) -> list[Element]:
    return [
        cell
        for cell in row.iter(W + "tc")
        if next(cell.iterancestors(W + "tr"), None) is row and not _is_gone(cell, "tcPr")
    ]


def _table_of(row: Element) -> Element | None:
    return next(row.iterancestors(W + "tbl"), None)


def _is_gone(element: Element, properties: str) -> bool:
    stated = first(element, W + properties)
    return stated is not None and any(child.tag in _GONE for child in stated)
