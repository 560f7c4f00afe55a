"""The lists of a return row by row: rows that somebody copied or added belong to them as the others do."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from kh_docs.returns.cells import without_dots
from kh_docs.returns.word_form import Form
from kh_docs.text import slug
from kh_docs.word.xml import Element

_NUMBERED: Final = re.compile(r"(\w+)\.(\w+)\.\d\d")
# Of each row: its columns, with what stands there and where.
ListRow = dict[str, tuple[str, str]]


def lists_of(form: Form, totals: Collection[str]) -> dict[str, list[ListRow]]:
    """The rows of each list in which something is written; `totals`: how rows are called that add up."""
    found: dict[str, list[ListRow]] = {}
    for rows in form.grid.tables:
        columns = _columns(form, rows)
        if not columns:
            continue
        register = next(iter(columns.values()))[0]
        first = next(at for at, row in enumerate(rows) if any(cell in form.homes for cell in row))
        for row in rows[first:]:
            if any(slug(form.grid.text_of(cell)) in totals for cell in row[:2]):
                continue
            told = {
                column: (without_dots(form.grid.text_of(cell)), str(form.grid.places[cell]))
                for at, (_register, column) in columns.items()
                if (cell := form.grid.cell_below(rows[first], at, row)) is not None
            }
            if any(slug(text) for text, _where in told.values()):
                found.setdefault(register, []).append(told)
    return found


def _columns(form: Form, rows: list[list[Element]]) -> dict[int, tuple[str, str]]:
    """Which column of a list each column of the table is; none where the table is no list."""
    found: dict[int, tuple[str, str]] = {}
    for row in rows:
        for at, cell in enumerate(row):
            if match := _NUMBERED.fullmatch(form.homes.get(cell, "")):
                found[at] = (match[1], match[2])
    return found
