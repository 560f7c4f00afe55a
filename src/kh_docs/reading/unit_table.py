"""One table of units (.csv) read strictly: a row a line, a cell a heading, nothing guessed."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.reading.typed import Collector, did_you_mean
from kh_docs.text import TextRefused, clean, mended
from kh_docs.text_files import read_text_file, tidied

MOST_CHARACTERS = 10_000


class Row(NamedTuple):
    line: int
    cells: dict[str, str]


class Table(NamedTuple):
    """A file's rows; faults go to `collector` with the line and the column."""

    path: Path
    rows: list[Row]
    collector: Collector

    def problem(self, row: Row, column: str, message: str, fix: str) -> None:
        self.collector.problem_at(self.path, row.line, column, message, fix)


def read_table(path: Path, needed: tuple[str, ...], collector: Collector) -> Table:
    """The rows of `path` whose cells can all be read; the columns `needed` are there and filled."""
    lines = _lines(path, collector)
    table = Table(path, [], collector)
    names = _cells(table, 1, lines[0]) if lines else None
    if names is None:
        return table
    if missing := [name for name in needed if name not in names]:
        message = _("thiếu cột “{}”").format("”, “".join(missing))
        collector.problem_at(path, 1, "", message, did_you_mean(missing[0], names))
        return table
    for number, line in enumerate(lines[1:], 2):
        cells = _cells(table, number, line)
        if cells is not None and any(cells):
            _add(table, Row(number, dict(zip(names, cells, strict=False))), len(cells), names, needed)
    return table


def _lines(path: Path, collector: Collector) -> list[str]:
    shown = collector.shown(path)
    file = tidied(read_text_file(path, shown), shown)
    collector.warnings += file.warnings
    collector.problems += file.problems
    return [] if file.problems else file.text.split("\n")


def _cells(table: Table, number: int, line: str) -> list[str] | None:
    """The cells of one line; a row never goes on in the next, so that a lone quote swallows no others."""
    if len(line) > MOST_CHARACTERS:
        message = _("dài {count} ký tự, quá {limit}").format(count=len(line), limit=MOST_CHARACTERS)
        table.collector.problem_at(table.path, number, "", message, _("kiểm tra dòng này"))
        return None
    try:
        cells = next(csv.reader([line], strict=True), [])
    except csv.Error:
        cells = ['"']
    if any('"' in cell for cell in cells):
        message = _("dấu nháy kép lẻ, hoặc nằm giữa ô")
        table.collector.problem_at(table.path, number, "", message, _("xóa dấu nháy kép ở dòng này"))
        return None
    return cells


def _add(table: Table, row: Row, count: int, names: list[str], needed: tuple[str, ...]) -> None:
    if count != len(names):
        message = _("có {} ô, dòng tên cột có {}").format(count, len(names))
        table.problem(row, "", message, _("thêm hoặc bớt dấu phẩy cho đúng số ô"))
        return
    try:
        cells = {name: mended(clean(value, name)) for name, value in row.cells.items()}
    except TextRefused as refused:
        table.problem(row, refused.where, refused.message, refused.fix)
        return
    if empty := [name for name in needed if not cells[name]]:
        table.problem(row, empty[0], _("để trống"), _("nhập nội dung, hoặc xóa cả dòng"))
        return
    table.rows.append(Row(row.line, cells))
