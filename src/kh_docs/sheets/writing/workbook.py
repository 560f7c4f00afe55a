"""Make the workbook of some units: a guide, then a sheet for each subject, filled with what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from kh_docs.errors import DataError, Problem
from kh_docs.sheets.form.all_sheets import sheets_of
from kh_docs.sheets.form.rows import Row, rows_of
from kh_docs.sheets.form.shapes import (
    ABOUT_ROW,
    GUIDE,
    HEAD_ROW,
    TITLE_ROW,
    UNIT_COLUMN,
    AnySheet,
    Column,
    Data,
    Scope,
)
from kh_docs.sheets.values import FORMATS, BadCell, to_excel
from kh_docs.sheets.writing import looks
from kh_docs.sheets.writing.cells import put_words
from kh_docs.sheets.writing.choices import Choices
from kh_docs.sheets.writing.guide import fill_guide
from kh_docs.sheets.writing.stored import stored

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_UNIT_WIDTH = 11.0
_COMMENT_SIZE = (320, 110)


def workbook(scopes: Sequence[Scope], data: Mapping[str, Data]) -> bytes:
    """The workbook for the units of `scopes`, with their `data` by id."""
    result = looks.new_workbook()
    sheets = sheets_of(scopes[0])
    fill_guide(result.create_sheet(GUIDE), scopes, sheets, data)
    choices = Choices(result)
    problems: list[Problem] = []
    for sheet in sheets:
        rows = [(scope, row) for scope in scopes for row in rows_of(sheet, scope, data[scope.unit.id])]
        problems += _Writer(result.create_sheet(sheet.name), sheet, choices).write(rows)
    if problems:
        raise DataError(problems)
    choices.finish()
    return stored(result, scopes[0].book.head.issued_on)


class _Writer:
    """Writes one subject into its sheet."""

    def __init__(self, sheet: Worksheet, subject: AnySheet, choices: Choices) -> None:
        self.sheet, self.subject, self.choices = sheet, subject, choices
        self.columns = (Column("unit", UNIT_COLUMN, "fixed", _UNIT_WIDTH), *subject.columns)
        self.widths = [column.width for column in self.columns]
        self.styles: dict[tuple[str, str, bool], Any] = {}

    def write(self, rows: list[tuple[Scope, Row]]) -> list[Problem]:
        """All of it; the problems are values that no cell can hold."""
        self._head()
        problems = []
        for number, (scope, row) in enumerate(rows, HEAD_ROW + 1):
            shown = [scope.unit.name]
            for position, column in enumerate(self.columns[1:], 2):
                excel = self.sheet.cell(number, position)
                required = column.required or self.required(row)
                try:
                    said = self._cell(excel, column, row, required=required)
                    # A code is made small enough for its cell.
                    shown.append("" if column.key == "code" else said)
                except BadCell as error:
                    place = f"data/districts/{scope.book.head.id}/{scope.unit.id}.yaml"
                    problems.append(Problem(place, None, column.head, error.message, error.fix))
            self._fixed(self.sheet.cell(number, 1), scope.unit.name, "fixed" if row.cells else "band")
            self.sheet.row_dimensions[number].height = looks.height_for(shown, self.widths[: len(shown)])
        self.choices.apply(self.sheet)
        looks.set_widths(self.sheet, self.widths)
        # A sheet without rows is its head alone: one page will do, however wide.
        looks.for_paper(self.sheet, HEAD_ROW, width=sum(self.widths) if rows else 0)
        return problems

    def _head(self) -> None:
        put_words(self.sheet.cell(TITLE_ROW, 1), self.subject.name.upper()).font = looks.TITLE_FONT
        looks.explain(self.sheet, ABOUT_ROW, self.subject.about, self.widths)
        for position, column in enumerate(self.columns, 1):
            cell = put_words(self.sheet.cell(HEAD_ROW, position), column.head)
            cell.font, cell.fill, cell.border = looks.HEAD_FONT, looks.HEAD, looks.FRAME
            cell.alignment = looks.CENTRED
            if column.note:
                cell.comment = Comment(
                    column.note, "kh-docs", height=_COMMENT_SIZE[1], width=_COMMENT_SIZE[0]
                )
        heads = [column.head for column in self.columns]
        self.sheet.row_dimensions[HEAD_ROW].height = looks.height_for(heads, self.widths, bold=True)
        # The unit and the name of the row stay in sight.
        self.sheet.freeze_panes = f"{get_column_letter(3)}{HEAD_ROW + 1}"

    @staticmethod
    def required(row: Row) -> bool:
        """Whether the words of the row say that it must be filled in."""
        return any("(*)" in words for words in row.words.values())

    def _cell(self, excel: Any, column: Column, row: Row, *, required: bool) -> str:
        """Write one cell and give the text it shows."""
        cell, words = row.cells.get(column.key), row.words.get(column.key, "")
        text = row.values.get(column.key, "")
        if cell is None:
            self._fixed(
                excel, words, "band" if not row.cells else "closed" if column.kind != "fixed" else "fixed"
            )
            return words
        value = to_excel(cell.kind, text)
        if isinstance(value, str):
            put_words(excel, value)
        else:
            excel.value = value
        self._style(excel, "required" if required else "open", FORMATS[cell.kind])
        self.choices.note(excel, cell)
        return text

    def _fixed(self, excel: Any, words: str, look: str) -> None:
        if words:
            put_words(excel, words)
        quiet = self.columns[excel.column - 1].key == "code"
        self._style(excel, "quiet" if quiet and look == "fixed" else look, "@")

    def _style(self, excel: Any, look: str, number_format: str) -> None:
        """Dress a cell; openpyxl is slow at it, so each look is made once and then copied."""
        key = (look, number_format, bool(excel.quotePrefix))
        if key not in self.styles:
            excel.font = looks.FONTS.get(look, looks.CELL_FONT)
            excel.border, excel.number_format = looks.FRAME, number_format
            excel.alignment = looks.WRAPPED if number_format == FORMATS["text"] else looks.FIGURE
            if look == "quiet":
                excel.alignment = looks.SHRUNK
            if look in looks.FILLS:
                excel.fill = looks.FILLS[look]
            self.styles[key] = excel._style
        else:
            excel._style = copy(self.styles[key])
