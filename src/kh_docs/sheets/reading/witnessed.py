"""Read a workbook that came back: each filled cell under its place in the data, as it was written there.

Nothing is judged, converted or written; what cannot be read at all is told of by its cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from kh_docs.errors import Problem
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.spelt_numbers import shown
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.render.words import Words
from kh_docs.sheets.form.all_sheets import sheets_of
from kh_docs.sheets.form.rows import item_cells
from kh_docs.sheets.form.scope import scopes_of
from kh_docs.sheets.form.shapes import AnySheet, Cell, FixedSheet, Path
from kh_docs.sheets.reading.fixed_rows import FixedReading
from kh_docs.sheets.reading.guide_of import check_form, plan_of
from kh_docs.sheets.reading.opened import opened_from
from kh_docs.sheets.reading.sheet_reading import Session, SheetReading, Taken
from kh_docs.sheets.reading.units_of import units_of
from kh_docs.sheets.values import YES_NO

ANSWERS = "answers"


class Witness(NamedTuple):
    """What a person reads in a cell, and which cell it is: 1,5 and 19/02/2024, whatever Excel made of it."""

    raw: str
    sheet: str
    cell: str

    @property
    def where(self) -> str:
        """`Số liệu!J12`."""
        return f"{self.sheet}!{self.cell}"


class Witnessed(NamedTuple):
    """A workbook as it was read; `values` by unit and place in its data, empty cells left out.

    Entries of a list stand under their names: `("models", "Camera an ninh", "points")`.
    """

    plan: str
    values: Mapping[str, Mapping[Path, Witness]]
    problems: list[Problem]
    warnings: list[Problem]

    def answers(self, unit: str, kind: str) -> dict[str, Witness]:
        """What the unit answers in a document of this kind, by tags."""
        values = self.values.get(unit, {}).items()
        return {path[2]: each for path, each in values if path[:2] == (ANSWERS, kind)}

    def kinds(self, unit: str) -> list[str]:
        """The documents in which the unit answers anything."""
        paths = (path for path in self.values.get(unit, {}) if path[0] == ANSWERS)
        return list(dict.fromkeys(path[1] for path in paths))


def witnessed(name: str, content: bytes, book: Book, words: Words) -> Witnessed:
    """The workbook of these bytes, called `name`; DataError for a file that is not to be opened."""
    opened = opened_from(name, content)
    check_form(opened, book)
    plan = plan_of(opened)
    units = units_of(opened, book) if plan == book.head.id else []
    session = Session(opened, scopes_of(book, words, units), Taken({}))
    values: dict[str, dict[Path, Witness]] = {unit: {} for unit in units}
    for subject in sheets_of(session.scopes[units[0]]) if units else ():
        for unit, path, witness in _of_sheet(session, subject):
            values[unit][path] = witness
    return Witnessed(plan, values, opened.problems, opened.warnings)


def _of_sheet(session: Session, subject: AnySheet) -> Iterator[tuple[str, Path, Witness]]:
    sheet = session.opened.needed(subject.name)
    if sheet is None:
        return
    if isinstance(subject, FixedSheet):
        fixed = FixedReading(session, subject, sheet)
        if {"unit", subject.key} <= fixed.at.keys():
            for row, unit, known in fixed.matched(subject):
                yield from ((unit, *each) for each in _of_row(fixed, row, known.cells))
        return
    listed = SheetReading(session, subject, sheet)
    for row in listed.filled() if {"unit", "name"} <= listed.at.keys() else ():
        scope, name = listed.scope(row), listed.words(row, "name")
        if not name:
            listed.unknown(listed.place(row, listed.at["name"]), name, [])
        elif scope:
            found = _of_row(listed, row, item_cells(subject))
            yield from ((scope.unit.id, (subject.path, name, *path), witness) for path, witness in found)


def _of_row(reading: SheetReading, row: int, cells: Mapping[str, Cell]) -> Iterator[tuple[Path, Witness]]:
    for key, cell in cells.items():
        if witness := _witness(reading, row, key, cell):
            yield cell.path, witness


def _witness(reading: SheetReading, row: int, key: str, cell: Cell) -> Witness | None:
    column = reading.at.get(key)
    if column is None:
        return None
    if (row, column) in reading.sheet.formulas:
        message, fix = (
            _("công thức chưa có giá trị"),
            _("mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị"),
        )
        reading.opened.problem(reading.place(row, column), message, fix)
        return None
    if not reading.plain(row, column, cell):
        return None
    raw = as_read(reading.raw(row, key))
    return Witness(raw, reading.sheet.name, f"{get_column_letter(column)}{row}") if raw else None


def as_read(value: object) -> str:
    """What stands in a cell as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES_NO["yes" if value else "no"]
    if isinstance(value, datetime):
        return short_date(value.date())
    return shown(value) if isinstance(value, float) else str(value).strip()
