"""The tables of one annex: heading, columns and cells, or a form for others to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kh_docs.documents.alone import heading
from kh_docs.documents.controls import Missing
from kh_docs.documents.register_cells import cells_of
from kh_docs.documents.register_rows import Row, rows_of
from kh_docs.documents.register_values import sum_of, texts_of
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.listing import is_form
from kh_docs.layout.page import ANNEX_WIDE
from kh_docs.layout.tables import Column, number_column
from kh_docs.model.registers import Register, RegisterColumn
from kh_docs.render.values import Slot, Table

# To the clerk, of a table that the unit has no data for.
FORM_ONLY = "{}: chưa nhập, đang in là mẫu đăng ký"

_NUMBER = number_column()


class NamedTable(NamedTuple):
    """One table of an annex; its `name` stands above it."""

    name: str
    table: Table


def tables(speech: Speech, registers: Sequence[Register], place: str) -> list[NamedTable]:
    """The tables of one annex; the last one closes it."""
    return [
        NamedTable(
            heading(
                speech.plain(_heading(speech, register), f"registers.yaml, {register.id}.heading"),
                alone=len(registers) == 1,
            ),
            _table(speech, register, place, closing=register is registers[-1]),
        )
        for register in registers
    ]


def _heading(speech: Speech, register: Register) -> str:
    form = register.form
    if form is None or not is_form(speech.unit_plan, register, speech.controls.answers):
        return register.heading
    return form.heading


def _table(speech: Speech, register: Register, place: str, *, closing: bool) -> Table:
    columns = _columns(speech, register)
    if not register.blank:
        return Table(columns, _cells(speech, register), closing)
    title = speech.plain(register.blank, f"registers.yaml, {register.id}")
    if register.form and is_form(speech.unit_plan, register, speech.controls.answers):
        speech.controls.missing.append(Missing(register.id, FORM_ONLY.format(title), place))
        return Table(columns, _form(speech, register, register.form.rows), closing)
    with speech.table(register.id, title, place):
        return Table(columns, _cells(speech, register), closing)


def _columns(speech: Speech, register: Register) -> tuple[Column, ...]:
    where = f"registers.yaml, {register.id}"
    heads = tuple(
        (speech.plain(each.heading, where), speech.plain(each.group, where)) for each in register.columns
    )
    ids = tuple(map(id, register.columns))
    return speech.piece(("columns", register.id, ids, heads), lambda: _made_columns(register, heads))


def _made_columns(register: Register, heads: Sequence[tuple[str, str]]) -> tuple[Column, ...]:
    # As wide as the page, whatever the widths add up to.
    scale = (ANNEX_WIDE.text_width_mm - _NUMBER.width_mm) / sum(column.width for column in register.columns)
    return (
        _NUMBER,
        *(
            Column(heading, column.width * scale, column.id, column.centred, group)
            for column, (heading, group) in zip(register.columns, heads, strict=True)
        ),
    )


def _form(speech: Speech, register: Register, count: int) -> list[list[Slot]]:
    key = ("form", register.id, tuple(map(id, register.columns)))
    return speech.piece(key, lambda: _blank_cells(speech, register, count))


def _blank_cells(speech: Speech, register: Register, count: int) -> list[list[Slot]]:
    """Rows for others to write in, which nobody here has to fill."""
    return [
        [
            words(str(number)),
            *(
                speech.note_cell(
                    f"{register.id}.{column.id or 'ten_xa'}.{number:02d}", f"{column.title}, dòng {number}"
                )
                for column in register.columns
            ),
        ]
        for number in range(1, count + 1)
    ]


def _cells(speech: Speech, register: Register) -> list[list[Slot]]:
    rows = rows_of(speech, register)
    texts = [texts_of(speech, register, column) for column in register.columns]
    if any(row.told for row in rows):
        return _rows_of_cells(speech, register, rows, texts)
    # Of rows that nobody has told anything of, only their number and what stands in all of them differs.
    key = ("cells", register.id, tuple(map(id, register.columns)), tuple(map(tuple, texts)))
    return speech.piece(key, lambda: _rows_of_cells(speech, register, rows, texts))


def _rows_of_cells(
    speech: Speech, register: Register, rows: Sequence[Row], texts: Sequence[Sequence[str]]
) -> list[list[Slot]]:
    cells = cells_of(speech, register, rows, texts)
    if register.total:
        totals = (_total(speech, register, column) for column in register.columns[1:])
        cells.append([[], words(register.total), *totals])
    return cells


def _total(speech: Speech, register: Register, column: RegisterColumn) -> Slot:
    """A sum is no place to fill in: the number would be asked for twice."""
    if column.total == "none":
        return words("x")
    return words(sum_of(speech, register, column))
