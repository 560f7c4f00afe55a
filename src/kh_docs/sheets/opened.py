"""Open a workbook and give its cells as they are, with the places of what cannot be trusted.

Not with openpyxl: it makes an object of every cell, and nine in ten cells of a form are empty.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache, reduce
from pathlib import Path

from lxml import etree

from kh_docs.errors import DataError, Problem
from kh_docs.i18n import _
from kh_docs.sheets.form import HEAD_ROW, UNIT_COLUMN
from kh_docs.sheets.package import Package, text_of, unescaped
from kh_docs.sheets.safety import check_file

# No sheet of ours is wider; what stands further right is not read.
MAX_COLUMNS = 60
# Rows that a clerk may have put above the heads.
_SEARCHED_ROWS = 30
_REFERENCE = re.compile("([A-Z]+)([0-9]+)")
_TRUE = ("1", "true")

CellValue = str | int | float | bool | datetime


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
    head_row: int = HEAD_ROW

    def heads(self) -> dict[str, int]:
        """The columns by their heading."""
        cells = self.rows.get(self.head_row, {})
        return {_one_line(value): column for column, value in sorted(cells.items(), reverse=True)}

    def find_heads(self) -> None:
        """Rows may have been put in or taken out above the heads."""
        rows = (row for row in sorted(self.rows) if row <= _SEARCHED_ROWS)
        units = (row for row in rows if UNIT_COLUMN in map(_one_line, self.rows[row].values()))
        self.head_row = next(units, HEAD_ROW)


@dataclass
class Opened:
    """A whole workbook; problems and warnings collect here, each with its cell."""

    file: str
    sheets: dict[str, OpenedSheet]
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def place(self, sheet: str, row: int, column: int) -> str:
        return f"{self.file}!{sheet}!{letters_of(column)}{row}"

    def problem(self, place: str, message: str, fix: str) -> None:
        self.problems.append(Problem(place, None, "", message, fix))

    def warn(self, place: str, message: str, fix: str) -> None:
        self.warnings.append(Problem(place, None, "", message, fix))


def open_workbook(path: Path) -> Opened:
    """The workbook at `path`; raises DataError for one that is not to be opened."""
    check_file(path)
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(archive)
            sheets = [_read(package, part.name, part.part, part.hidden) for part in package.sheets()]
    # What a file that is not what it says leads to, wherever it breaks off.
    except (
        etree.XMLSyntaxError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        LookupError,
        ValueError,
        StopIteration,
    ) as error:
        message = _("không mở được bảng tính ({})").format(type(error).__name__)
        raise DataError(
            [Problem(path.name, None, "", message, _("mở bằng Excel, lưu lại thành .xlsx rồi nhập lại"))]
        ) from error
    return Opened(path.name, {sheet.name: sheet for sheet in sheets})


def _read(package: Package, name: str, part: str, hidden: bool) -> OpenedSheet:
    sheet = OpenedSheet(name, hidden)
    areas: list[str] = []
    number = 0
    for element in package.elements(part, "row", "mergeCell", "col"):
        if element.tag.endswith("}row"):
            number = int(element.get("r") or number + 1)
            if element.get("hidden") in _TRUE:
                sheet.hidden_rows.add(number)
            _read_row(package, sheet, number, element)
        elif element.tag.endswith("}col"):
            if element.get("hidden") in _TRUE:
                last = min(int(element.get("max", "1")), MAX_COLUMNS)
                sheet.hidden_columns.update(range(int(element.get("min", "1")), last + 1))
        else:
            areas.append(element.get("ref", ""))
    sheet.find_heads()
    for area in areas:
        corners = [(int(row), number_of_column(letters)) for letters, row in _REFERENCE.findall(area)]
        # A title over several columns is merged by many hands and says nothing.
        if corners and max(corners)[0] >= sheet.head_row:
            sheet.merged.append((*min(corners), area))
    return sheet


def _read_row(package: Package, sheet: OpenedSheet, number: int, row: etree._Element) -> None:
    column = 0
    values: dict[int, CellValue] = {}
    for cell in row:
        reference = cell.get("r")
        column = number_of_column(reference.rstrip("0123456789")) if reference else column + 1
        if len(cell) == 0 or column > MAX_COLUMNS:
            continue
        inner = {child.tag.rpartition("}")[2]: child for child in cell}
        value = _value(package, cell, inner)
        if value is not None:
            values[column] = value
        elif "f" in inner and not (cell.get("t") == "str" and "v" in inner):
            # A formula whose words are empty has been worked out.
            sheet.formulas.add((number, column))
    if values:
        sheet.rows[number] = values


def _value(package: Package, cell: etree._Element, inner: dict[str, etree._Element]) -> CellValue | None:
    """What the cell holds (18.18.11); None for nothing, also for blanks."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        text = text_of(inner["is"]) if "is" in inner else ""
    else:
        text = (inner["v"].text or "") if "v" in inner else ""
    if kind == "s" and text:
        text = package.strings[int(text)]
    elif kind == "str":
        text = unescaped(text)
    if not text.strip():
        return None
    if kind == "b":
        return text in _TRUE
    if kind == "d":
        return datetime.fromisoformat(text.removesuffix("Z"))
    if kind != "n":
        return text
    figure = int(text) if text.isdigit() else float(text)
    style = package.style(int(cell.get("s", "0")))
    if style == "percent":
        return f"{round(figure * 100, 6):g}%"
    if style == "date":
        # A number that is no day is judged as a number.
        with suppress(OverflowError, ValueError):
            return package.first_day + timedelta(days=figure)
    return figure


@cache
def number_of_column(letters: str) -> int:
    """`AB` -> 28."""
    return reduce(lambda number, letter: number * 26 + ord(letter) - 64, letters, 0)


@cache
def letters_of(column: int) -> str:
    """28 -> `AB`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _one_line(value: CellValue) -> str:
    return unicodedata.normalize("NFC", " ".join(str(value).split()))
