"""Open a workbook and give its cells as they are, with the places of what cannot be trusted."""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import InvalidFileException

from kh_docs.errors import DataError, Problem
from kh_docs.facts.spelt_numbers import shown
from kh_docs.i18n import _
from kh_docs.limits import TooLong, guarded
from kh_docs.sheets.form.shapes import HEAD_ROW, UNIT_COLUMN
from kh_docs.sheets.reading.marks import Mark, marks_of, notes_of
from kh_docs.sheets.reading.safety import MAX_ROWS, check_content, read_file
from kh_docs.unseen import seen

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# No sheet of ours is wider; what stands further right is not read.
MAX_COLUMNS = 60
# Ten times what the largest workbook of ours takes.
OPEN_SECONDS = 20.0
# Rows that a clerk may have put above the heads.
_SEARCHED_ROWS = 30

# Words that a format of one's own puts behind every number: `#,##0" nghìn"` shows 12 as 12 nghìn.
_SAID_BEHIND = re.compile(r'[^;"]*[0#?][^;"]*"\s*([^"]*[^\W\d_][^"]*?|₫)\s*"')

CellValue = str | int | float | bool | datetime | time | timedelta


@dataclass
class OpenedSheet:
    """One sheet: `rows` holds only cells with a value, `formulas` those that Excel has not worked out."""

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, CellValue]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, str]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    marks: dict[tuple[int, int], Mark] = field(default_factory=dict)
    notes: list[tuple[int, int, str]] = field(default_factory=list)
    head_row: int = HEAD_ROW

    def heads(self) -> dict[str, int]:
        """The columns by their heading."""
        cells = self.rows.get(self.head_row, {})
        return {_one_line(value): column for column, value in sorted(cells.items(), reverse=True)}

    def columns_headed(self, head: str) -> list[int]:
        """All columns with this heading, from the left."""
        cells = self.rows.get(self.head_row, {})
        return [column for column, value in sorted(cells.items()) if _one_line(value) == head]

    def find_heads(self) -> None:
        """Rows may have been put in or taken out above the heads."""
        rows = (row for row in sorted(self.rows) if row <= _SEARCHED_ROWS)
        units = (row for row in rows if UNIT_COLUMN in map(_one_line, self.rows[row].values()))
        self.head_row = next(units, HEAD_ROW)


class Respelt(NamedTuple):
    """A number or a day that somebody spelt in her own way: what stood in the cell, what it was taken for."""

    place: str
    raw: str
    text: str

    def __str__(self) -> str:
        taken = self.text or _("(trống)")
        return _("{place}: “{raw}” đọc là {taken}").format(place=self.place, raw=self.raw[:60], taken=taken)


@dataclass
class Opened:
    """A whole workbook; problems and warnings collect here, each with its cell."""

    file: str
    sheets: dict[str, OpenedSheet]
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    respelt: list[Respelt] = field(default_factory=list)

    def needed(self, name: str) -> OpenedSheet | None:
        """The sheet of this name, without which nothing can be read; where it is gone, that is told of."""
        sheet = self.sheets.get(name)
        if sheet is None:
            message, fix = _("không có trang “{}”").format(name), _("xuất lại bảng, không xóa trang này")
            self.problem(f"{self.file}!{name}", message, fix)
        return sheet

    def place(self, sheet: str, row: int, column: int) -> str:
        return f"{self.file}!{sheet}!{get_column_letter(column)}{row}"

    def problem(self, place: str, message: str, fix: str) -> None:
        self.problems.append(Problem(place, None, "", message, fix))

    def warn(self, place: str, message: str, fix: str) -> None:
        self.warnings.append(Problem(place, None, "", message, fix))


def open_workbook(path: Path) -> Opened:
    """The workbook at `path`; raises DataError for one that is not to be opened."""
    return opened_from(path.name, read_file(path))


def opened_from(name: str, content: bytes) -> Opened:
    """The workbook of these bytes, called `name` in messages; raises DataError as open_workbook does."""
    checked = check_content(name, content)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it leaves out, such as looks and drop-down lists: they hold no data.
            warnings.simplefilter("ignore")
            # From memory: it leaves a file open that it cannot make sense of.
            with guarded(OPEN_SECONDS):
                values = load_workbook(io.BytesIO(checked.content), data_only=True)
                formulas = load_workbook(io.BytesIO(checked.content)) if checked.has_formulas else None
                sheets = [_read(sheet, formulas) for sheet in values.worksheets]
                if checked.has_marks:
                    runs = load_workbook(io.BytesIO(checked.content), data_only=True, rich_text=True)
                    for sheet in sheets:
                        sheet.marks = {
                            (row, column): mark for row, column, mark in marks_of(runs[sheet.name])
                        }
    # openpyxl lets through whatever its parsers raise on a file that is not what it says.
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        SyntaxError,
    ) as error:
        raise _unreadable(name, _("không mở được bảng tính ({})").format(type(error).__name__)) from error
    except TooLong as error:
        raise _unreadable(name, str(error)) from error
    return Opened(name, {sheet.name: sheet for sheet in sheets})


def _unreadable(name: str, message: str) -> DataError:
    return DataError([Problem(name, None, "", message, _("mở bằng Excel, lưu lại thành .xlsx rồi nhập lại"))])


def _read(source: Worksheet, formulas: Workbook | None) -> OpenedSheet:
    sheet = OpenedSheet(source.title, source.sheet_state != "visible")
    for cell in _cells(source):
        value = _value(cell)
        if value is not None:
            sheet.rows.setdefault(cell.row, {})[cell.column] = value
    sheet.hidden_rows = {row for row, look in source.row_dimensions.items() if look.hidden}
    for look in source.column_dimensions.values():
        if look.hidden and look.min and look.max:
            sheet.hidden_columns.update(range(look.min, min(look.max, MAX_COLUMNS) + 1))
    sheet.find_heads()
    sheet.notes = [note for note in notes_of(source) if note[0] > sheet.head_row]
    # A title over several columns is merged by many hands and says nothing.
    merged = (area for area in source.merged_cells.ranges if area.max_row >= sheet.head_row)
    sheet.merged = sorted((area.min_row, area.min_col, area.coord) for area in merged)
    if formulas is not None:
        for cell in _cells(formulas[source.title]):
            result = source.cell(cell.row, cell.column)
            # One whose words are empty has been worked out.
            if cell.data_type == "f" and result.value is None and result.data_type != "str":
                sheet.formulas.add((cell.row, cell.column))
    return sheet


def _cells(sheet: Worksheet) -> Iterator[Cell]:
    """The cells within reach that hold something."""
    rows = sheet.iter_rows(max_row=min(sheet.max_row, MAX_ROWS), max_col=min(sheet.max_column, MAX_COLUMNS))
    return (cell for row in rows for cell in row if isinstance(cell, Cell) and cell.value is not None)


def _value(cell: Cell) -> CellValue | None:
    """What the cell holds; None for nothing, also for blanks."""
    value = cell.value
    if isinstance(value, str):
        # Excel writes so what XML cannot hold (ECMA-376, part 1, 22.9.2.19); openpyxl leaves it as it is.
        text = unescape(value) if "_x" in value else value
        return text if text.strip() else None
    if isinstance(value, (int, float)) and not isinstance(value, bool) and "%" in cell.number_format:
        return f"{round(value * 100, 6):g}%".replace(".", ",")
    if isinstance(value, (int, float)) and (said := _SAID_BEHIND.match(cell.number_format)):
        return f"{shown(value)} {said[1]}"
    if isinstance(value, (int, float, datetime, time, timedelta)):
        return value
    return datetime.combine(value, time()) if isinstance(value, date) else str(value)


def _one_line(value: CellValue) -> str:
    return unicodedata.normalize("NFC", " ".join(seen(str(value)).split()))
