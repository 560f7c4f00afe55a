"""Open a workbook and give its cells as they are, with the places of what cannot be trusted."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from kh_docs.errors import DataError, Problem
from kh_docs.i18n import _
from kh_docs.sheets.form import HEAD_ROW
from kh_docs.sheets.safety import MAX_ROWS, check_file

_EMPTY_CELL = re.compile(rb'<c r="[A-Z]+[0-9]+"(?: [a-z]+="[^"<>]*")*\s*(?:/>|></c>)')
# No sheet of ours is wider; what stands further right is not read.
MAX_COLUMNS = 60


@dataclass
class OpenedSheet:
    """One sheet: `rows` holds only rows with a value, `formulas` cells that Excel has not worked out."""

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, Any]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, str]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)

    def heads(self) -> dict[str, int]:
        """The columns by their heading."""
        return {
            " ".join(str(value).split()): column
            for column, value in sorted(self.rows.get(HEAD_ROW, {}).items(), reverse=True)
        }


@dataclass
class Opened:
    """A whole workbook; problems and warnings collect here, each with its cell."""

    file: str
    sheets: dict[str, OpenedSheet]
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def place(self, sheet: str, row: int, column: int) -> str:
        return f"{self.file}!{sheet}!{get_column_letter(column)}{row}"

    def problem(self, place: str, message: str, fix: str) -> None:
        self.problems.append(Problem(place, None, "", message, fix))

    def warn(self, place: str, message: str, fix: str) -> None:
        self.warnings.append(Problem(place, None, "", message, fix))


def open_workbook(path: Path) -> Opened:
    """The workbook at `path`; raises DataError for one that is not to be opened."""
    has_formulas = check_file(path)
    try:
        values = load_workbook(_without_looks(path), data_only=True)
        formulas = load_workbook(_without_looks(path)) if has_formulas else None
    # openpyxl lets through whatever its parsers raise on a file that is not what it says.
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        SyntaxError,
    ) as error:
        message = _("không mở được bảng tính ({})").format(type(error).__name__)
        raise DataError(
            [Problem(path.name, None, "", message, _("mở bằng Excel, lưu lại thành .xlsx rồi nhập lại"))]
        ) from error
    sheets = {}
    for sheet in values.worksheets:
        opened = OpenedSheet(sheet.title, hidden=sheet.sheet_state != "visible")
        for row, column, value in _cells(sheet):
            opened.rows.setdefault(row, {})[column] = value
        opened.hidden_rows = {row for row, shape in sheet.row_dimensions.items() if shape.hidden}
        opened.merged = [
            (area.min_row, area.min_col, area.coord)
            for area in sheet.merged_cells.ranges
            if area.max_row >= HEAD_ROW
        ]
        if formulas is not None:
            written = formulas[sheet.title]
            opened.formulas = {
                (row, column)
                for row, column, value in _cells(written)
                if written.cell(row, column).data_type == "f" and column not in opened.rows.get(row, {})
            }
        sheets[sheet.title] = opened
    return Opened(path.name, sheets)


def _without_looks(path: Path) -> io.BytesIO:
    """The workbook without cells that hold nothing: most of a form, and most of openpyxl's time."""
    result = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                content = _EMPTY_CELL.sub(b"", content)
            target.writestr(name, content)
    result.seek(0)
    return result


def _cells(sheet: Any) -> Iterator[tuple[int, int, Any]]:
    """The cells that hold something; walking over rows instead would make cells up to the last one."""
    for (row, column), cell in sorted(sheet._cells.items()):
        if cell.value is not None and row <= MAX_ROWS and column <= MAX_COLUMNS:
            yield row, column, cell.value
