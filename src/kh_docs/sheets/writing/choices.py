"""Drop-down lists and the limits of numbers and dates, so that Excel itself refuses a slip."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation

from kh_docs.i18n import _
from kh_docs.sheets.form.shapes import LISTS, Cell, CellKind
from kh_docs.sheets.values import YES_NO
from kh_docs.sheets.writing.cells import put_words

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.worksheet.worksheet import Worksheet

_FIRST_DAY, _LAST_DAY = "36526", "73415"  # 01/01/2000, 31/12/2100


class Choices:
    """Remembers which cells take what; lists stand on a hidden sheet, for their words hold commas."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.lists: dict[tuple[str, ...], str] = {}
        self.cells: dict[tuple[CellKind, tuple[str, ...]], list[tuple[int, int]]] = {}

    def note(self, excel: ExcelCell, cell: Cell) -> None:
        """This cell of the sheet in hand takes what `cell` says."""
        choices = tuple(YES_NO.values()) if cell.kind == "yes" else cell.choices
        if choices or cell.kind in ("whole", "number", "date"):
            self.cells.setdefault((cell.kind, choices), []).append((excel.column, excel.row))

    def apply(self, sheet: Worksheet) -> None:
        """Put the limits of all cells noted into `sheet`."""
        for (kind, choices), places in self.cells.items():
            rule = self._rule(kind, choices)
            rule.sqref = MultiCellRange(_ranges(places))
            sheet.add_data_validation(rule)
        self.cells.clear()

    def finish(self) -> None:
        """Write the hidden sheet, after all others."""
        sheet = self.workbook.create_sheet(LISTS)
        for column, choices in enumerate(self.lists, 1):
            for row, word in enumerate(choices, 1):
                put_words(sheet.cell(row, column), word)
        sheet.sheet_state = "hidden"

    def _rule(self, kind: CellKind, choices: tuple[str, ...]) -> DataValidation:
        if choices:
            rule = DataValidation(type="list", formula1=self._list(choices), allow_blank=True)
            rule.error = _("Chọn một mục trong danh sách.")
        elif kind == "date":
            rule = DataValidation(
                type="date", operator="between", formula1=_FIRST_DAY, formula2=_LAST_DAY, allow_blank=True
            )
            rule.error, rule.errorStyle = _("Gõ ngày có thật, ví dụ 24/02/2026."), "warning"
        else:
            rule = DataValidation(
                type="whole" if kind == "whole" else "decimal",
                operator="greaterThanOrEqual",
                formula1="0",
                allow_blank=True,
            )
            # “12 văn bản” is read as well as 12.
            rule.error, rule.errorStyle = _("Gõ số từ 0 trở lên."), "warning"
        rule.errorTitle = "kh-docs"
        rule.showErrorMessage = True
        return rule

    def _list(self, choices: tuple[str, ...]) -> str:
        if choices not in self.lists:
            letter = get_column_letter(len(self.lists) + 1)
            self.lists[choices] = f"{LISTS}!${letter}$1:${letter}${len(choices)}"
        return self.lists[choices]


def _ranges(places: list[tuple[int, int]]) -> str:
    """`C4:C22 E4:E22`: cells below each other as one range."""
    found = []
    for column, group in groupby(sorted(places), key=lambda place: place[0]):
        rows = [row for _column, row in group]
        letter = get_column_letter(column)
        for _offset, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            members = [row for _index, row in run]
            found.append(f"{letter}{members[0]}:{letter}{members[-1]}")
    return " ".join(found)
