"""Which units a workbook is about: those it names on its first sheet and whose communes it lists."""

from __future__ import annotations

from contextlib import suppress

from kh_docs.errors import Problem, UsageError
from kh_docs.facts.finding import unit_by_name
from kh_docs.model.book import Book
from kh_docs.sheets.form.shapes import COMMUNES
from kh_docs.sheets.reading.opened import Opened, OpenedSheet

FIRST_SHEET = "Đơn vị"


def units_of(opened: Opened, book: Book) -> list[str]:
    """The units of the first sheet; misspelt ones are told of when rows are read."""
    sheet = opened.needed(FIRST_SHEET)
    if sheet is None:
        return []
    found: dict[str, None] = {}
    wrong: list[Problem] = []
    exported = _named_on_communes(opened, book)
    for name, row in _units_named(sheet).items():
        try:
            unit = unit_by_name(book, name)
        except UsageError as error:
            message, _arrow, fix = str(error).partition(" -> ")
            wrong.append(Problem(opened.place(FIRST_SHEET, row, 1), None, "", message, fix))
            continue
        # One typed over another has no rows on any list and would lose what it has; it is told of later.
        if unit.id in exported:
            found[unit.id] = None
    if not found:
        opened.problems += wrong
    return list(found)


def _units_named(sheet: OpenedSheet) -> dict[str, int]:
    """What stands in the first column, each with its first row."""
    rows: dict[str, int] = {}
    for row in sorted(row for row in sheet.rows if row > sheet.head_row):
        rows.setdefault(str(sheet.rows[row].get(1) or "").strip(), row)
    rows.pop("", None)
    return rows


def _named_on_communes(opened: Opened, book: Book) -> set[str]:
    """The units whose communes the workbook lists; all of them where that sheet is gone, which is told of."""
    sheet = opened.sheets.get(COMMUNES)
    if sheet is None:
        return set(book.units)
    found = set()
    for name in _units_named(sheet):
        with suppress(UsageError):
            found.add(unit_by_name(book, name).id)
    return found
