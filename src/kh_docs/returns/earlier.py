"""What units reported for the six months, by which the year is held: as collected, else as told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from kh_docs.facts.spelt_values import value_of
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.returns.changes import Earlier
from kh_docs.returns.sheets import HEAD_ROW
from kh_docs.returns.source_sheets import SOURCES

Figures = dict[str, dict[str, Earlier]]
# Columns of the sheet of sources, counted from 0.
_KEY, _VALUE, _FILE, _WHERE, _UNIT = 1, 2, 4, 5, 8


def collected_before(content: bytes) -> Figures:
    """The figures in a workbook that collect made of the six months; none where it can no longer be read."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError):
        return {}
    found: Figures = {}
    for sheet in workbook.worksheets:
        if sheet.title in (SOURCES, _(SOURCES)):
            for row in sheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True):
                value = row[_VALUE] if len(row) > _UNIT else None
                if isinstance(value, int | float):
                    where = _("báo cáo 06 tháng ({file}, {where})").format(file=row[_FILE], where=row[_WHERE])
                    found.setdefault(str(row[_UNIT]), {})[str(row[_KEY])] = Earlier(value, where)
    workbook.close()
    return found


def told_before(book: Book, kind: str) -> Figures:
    """The figures that the units' own data hold of the report `kind`."""
    return {unit: dict(_numbers(local.answers.get(kind, {}))) for unit, local in book.local.items()}


def _numbers(answers: Mapping[str, str]) -> Iterator[tuple[str, Earlier]]:
    for key, text in answers.items():
        value = value_of(text, "m").value
        if isinstance(value, int | float):
            yield key, Earlier(value, _("số 06 tháng trong dữ liệu của đơn vị"))
