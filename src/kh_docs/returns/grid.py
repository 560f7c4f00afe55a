"""The tables of a document as rows and cells, and where a cell stands in them."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.word.plain import plain_text
from kh_docs.word.xml import Element, W, first

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
        return plain_text(cell, prompts=False).strip("\n")


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
