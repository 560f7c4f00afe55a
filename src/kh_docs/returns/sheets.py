"""Write a table into a sheet: words stay words, numbers numbers, and only our own formulas are formulas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kh_docs.sheets.writing import looks
from kh_docs.sheets.writing.workbook import as_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAD_ROW = 4


class Formula(NamedTuple):
    """A formula of ours, beginning with “=”."""

    text: str


Value = str | int | float | Formula | None


class Column(NamedTuple):
    head: str
    width: float
    # For the person to write in.
    open: bool = False
    centred: bool = False


def write_table(
    sheet: Worksheet, title: str, about: str, columns: Sequence[Column], rows: Sequence[Sequence[Value]]
) -> None:
    """Title, a line about it, then the table from row HEAD_ROW on, ready to be printed."""
    sheet.cell(1, 1, title).font = looks.TITLE_FONT
    sheet.cell(2, 1, about).font = looks.CELL_FONT
    widths = [column.width for column in columns]
    for number, values in enumerate([[column.head for column in columns], *rows], HEAD_ROW):
        is_head = number == HEAD_ROW
        for at, (column, value) in enumerate(zip(columns, values, strict=True), 1):
            cell: Any = sheet.cell(number, at)
            _put(cell, value)
            cell.font, cell.border = (looks.HEAD_FONT if is_head else looks.CELL_FONT), looks.FRAME
            cell.alignment = looks.CENTRED if is_head else looks.FIGURE if column.centred else looks.WRAPPED
            if is_head or column.open:
                cell.fill = looks.HEAD if is_head else looks.TO_FILL
        shown = ["" if value is None or isinstance(value, Formula) else str(value) for value in values]
        sheet.row_dimensions[number].height = looks.height_for(shown, widths, bold=is_head)
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    looks.set_widths(sheet, widths)
    looks.for_paper(sheet, HEAD_ROW, width=sum(widths))


def _put(cell: Any, value: Value) -> None:
    if isinstance(value, Formula):
        cell.value = value.text
    elif isinstance(value, str):
        cell.value = value or None
        if value:
            as_text(cell)
    else:
        cell.value = value
