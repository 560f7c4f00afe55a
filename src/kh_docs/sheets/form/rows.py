"""Fill the rows of a sheet from the data, and put what was read back into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kh_docs.sheets.form.shapes import AnySheet, Cell, Data, FixedSheet, ListSheet, Path, Scope, get


class Row(NamedTuple):
    """A row as it is written: the fixed words, and the cells to fill with their values."""

    words: Mapping[str, str]
    cells: Mapping[str, Cell]
    values: Mapping[str, str]


def rows_of(sheet: AnySheet, scope: Scope, data: Data) -> Iterator[Row]:
    """The rows of one unit; a list ends with empty rows to go on in."""
    if isinstance(sheet, FixedSheet):
        for row in sheet.rows(scope):
            yield Row(row.words, row.cells, {key: get(data, cell.path) for key, cell in row.cells.items()})
        return
    items = items_of(data, sheet.path)
    for item in items:
        values = {column: get(item, path) for column, path in item_paths(sheet).items()}
        fixed = {column.key: values[column.key] for column in sheet.columns if column.kind == "fixed"}
        yield Row(fixed, item_cells(sheet), values)
    for _spare in range(0 if sheet.follows else sheet.spare):
        yield Row({}, item_cells(sheet), {})


def items_of(data: Data, path: str) -> list[Data]:
    """The list `path` of the data, as far as it is one."""
    items = data.get(path)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def item_paths(sheet: ListSheet) -> dict[str, Path]:
    """Where the columns of a list stand inside its items; the name is always at the top."""
    return {
        column.key: (column.key,) if not sheet.inside or column.key == "name" else (sheet.inside, column.key)
        for column in sheet.columns
    }


def item_cells(sheet: ListSheet) -> dict[str, Cell]:
    """The cells of one item, their paths inside the item."""
    paths = item_paths(sheet)
    return {
        column.key: Cell(paths[column.key], column.kind, column.choices, column.measure)
        for column in sheet.columns
        if column.kind != "fixed"
    }
