"""Write tables into a workbook row by row: words stay words, numbers numbers, only our formulas formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import Any, NamedTuple, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from kh_docs.sheets.writing import looks
from kh_docs.sheets.writing.cells import FORMULA_MARKS, put_words
from kh_docs.sheets.writing.stored import KNOWN

HEAD_ROW = 4
# A sheet so much wider than a page is printed smaller; a wider one over several pages.
_SQUEEZED = 1.2
# A sheet whose rows are written as they come; the types of openpyxl know little of it.
Sheet: TypeAlias = Any


class Formula(NamedTuple):
    """A formula of ours, beginning with “=”, and what it comes to."""

    text: str
    value: float | int | None = None


Value = str | int | float | Formula | None


class Column(NamedTuple):
    head: str
    width: float
    # For the person to write in.
    open: bool = False
    centred: bool = False
    hidden: bool = False


def new_workbook() -> Workbook:
    """A workbook whose rows go to the disk as they come; its default font is ours."""
    workbook = Workbook(write_only=True)
    styled: Any = workbook
    styled._fonts = looks.new_workbook()._fonts  # type: ignore[attr-defined]
    styled._named_styles["Normal"].font = looks.CELL_FONT
    return workbook


def write_table(
    sheet: Sheet,
    title: str,
    about: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    freeze: str = f"A{HEAD_ROW + 1}",
) -> int:
    """Title, a line about it, then the table from row HEAD_ROW on, ready to be printed; its last row."""
    widths = [column.width for column in columns]
    _prepare(sheet, columns, freeze)
    # The first two columns are repeated on every page of a wide sheet, and would cut a title off.
    before = [None, None] if _width(columns) > _SQUEEZED * looks.READABLE_WIDTH else []
    for words, font in ((title, looks.TITLE_FONT), (about, looks.CELL_FONT)):
        cell: Any = put_words(WriteOnlyCell(sheet), words)
        cell.font = font
        sheet.append([*before, cell])
    sheet.append([])
    pen = _Pen(sheet, columns)
    _append(sheet, HEAD_ROW, pen.head(), [column.head for column in columns], widths, bold=True)
    number = HEAD_ROW
    for number, values in enumerate(rows, HEAD_ROW + 1):
        _append(sheet, number, pen.row(values), values, widths)
    return number


def _prepare(sheet: Sheet, columns: Sequence[Column], freeze: str) -> None:
    """What a sheet that is written as it comes must know before its first row."""
    looks.set_widths(sheet, [column.width for column in columns])
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].hidden = column.hidden
    width = _width(columns)
    is_squeezed = width <= _SQUEEZED * looks.READABLE_WIDTH
    looks.for_paper(sheet, HEAD_ROW, width=min(width, looks.READABLE_WIDTH) if is_squeezed else width)
    sheet.freeze_panes = freeze


def _width(columns: Sequence[Column]) -> float:
    return sum(column.width for column in columns if not column.hidden)


def _append(
    sheet: Sheet,
    number: int,
    cells: Iterator[Any],
    values: Sequence[Value],
    widths: Sequence[float],
    *,
    bold: bool = False,
) -> None:
    shown = ["" if value is None or isinstance(value, Formula) else str(value) for value in values]
    # Most rows are of one line, and how high it is every program knows.
    is_high = any("\n" in text or len(text) > width - 2 for text, width in zip(shown, widths, strict=True))
    if is_high:
        sheet.row_dimensions[number].height = looks.height_for(shown, list(widths), bold=bold)
    sheet.append(cells)
    if is_high:
        del sheet.row_dimensions[number]


class _Pen:
    """One cell for each look, with which a whole column is written: looks take openpyxl its time."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._head: Any = _cell(sheet, looks.HEAD_FONT, looks.CENTRED, looks.HEAD)
        self._cells = [
            _cell(
                sheet,
                looks.CELL_FONT,
                looks.FIGURE if column.centred else looks.WRAPPED,
                looks.TO_FILL if column.open else None,
            )
            for column in columns
        ]
        self._quoted = [_quoted(sheet, cell) for cell in self._cells]

    def head(self) -> Iterator[Any]:
        for column in self._columns:
            yield put_words(self._head, column.head)

    def row(self, values: Sequence[Value]) -> Iterator[Any]:
        for cell, quoted, value in zip(self._cells, self._quoted, values, strict=True):
            if isinstance(value, Formula):
                known = "" if value.value is None else f"{KNOWN}{value.value}"
                cell.value = f"{value.text}{known}"
            elif isinstance(value, str) and value:
                cell = put_words(quoted if value.startswith(FORMULA_MARKS) else cell, value)
            else:
                cell.value = None if value == "" else value
            yield cell


def _cell(sheet: Sheet, font: Any, alignment: Any, fill: Any) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    cell.font, cell.border, cell.alignment = font, looks.FRAME, alignment
    if fill is not None:
        cell.fill = fill
    return cell


def _quoted(sheet: Sheet, cell: Any) -> Any:
    """The same look, for words that begin as a formula does."""
    quoted: Any = WriteOnlyCell(sheet)
    quoted._style = copy(cell._style)
    quoted.quotePrefix = True
    return quoted
