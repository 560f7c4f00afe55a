"""What a cell shows and its value does not say: words struck out, figures raised, a note hung on it.

Someone who strikes 12 out and writes 85 behind it has told 85; the value of that cell is 1285.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock

from kh_docs.i18n import _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_RAISED = ("superscript", "subscript")


class Mark(NamedTuple):
    """Why the value is not to be taken; `in_figures`: only where a number or a day is asked."""

    message: str
    fix: str
    in_figures: bool = False


def marks_of(sheet: Worksheet) -> Iterator[tuple[int, int, Mark]]:
    """The marked cells of a sheet that was opened with its runs."""
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell, Cell) and cell.value is not None and (mark := _mark(cell)):
                yield cell.row, cell.column, mark


def _mark(cell: Cell) -> Mark | None:
    value = cell.value
    # A run that says nothing of its looks has those of the cell.
    of_cell = bool(cell.font.strike)
    runs = [run for run in value if str(run).strip()] if isinstance(value, CellRichText) else []
    struck = {bool(run.font.strike) if isinstance(run, TextBlock) else of_cell for run in runs} or {of_cell}
    if struck == {True, False}:
        return Mark(
            _("ô có phần chữ gạch ngang, phần không: “{}”").format(_short(value)),
            _("xóa hẳn phần đã gạch rồi nhập lại"),
        )
    raised = {isinstance(run, TextBlock) and run.font.vertAlign in _RAISED for run in runs}
    if raised == {True, False}:
        return Mark(
            _("ô có chữ số viết cao hoặc thấp hơn dòng, dính liền thành “{}”").format(_short(value)),
            _("gõ lại số; chú thích ghi ở cột Ghi chú"),
            in_figures=True,
        )
    if True in struck:
        return Mark(
            _("ô bị gạch ngang: “{}”").format(_short(value)),
            _("đã bỏ thì xóa hẳn giá trị, còn đúng thì bỏ gạch ngang"),
        )
    return None


def notes_of(sheet: Worksheet) -> Iterator[tuple[int, int, str]]:
    """What people hung on cells, also empty ones."""
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell, Cell) and cell.comment and (words := cell.comment.text.strip()):
                # Excel puts a speech of its own before the words of a conversation.
                yield cell.row, cell.column, " ".join(words.rpartition("Comment:\n")[2].split())


def _short(value: object) -> str:
    return " ".join(str(value).split())[:60]
