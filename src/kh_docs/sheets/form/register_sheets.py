"""The sheets that fill the declared tables of the reports: by commune, and by fixed lines."""

from __future__ import annotations

from kh_docs.documents.applicable import reason_for_none
from kh_docs.documents.register_rows import Row, rows_of
from kh_docs.facts.adding_up import every_commune
from kh_docs.facts.offering import kind_name
from kh_docs.facts.periods import period_of
from kh_docs.model.kinds import recipe
from kh_docs.model.registers import Register, RegisterColumn
from kh_docs.sheets.form.indicator_sheet import SPANS
from kh_docs.sheets.form.shapes import Cell, Column, FixedRow, FixedSheet, RowsOf, Scope


def commune_sheets(scope: Scope, kinds: list[str]) -> list[FixedSheet]:
    """A sheet for each table of communes that the reports of `kinds` print, all periods side by side."""
    found = []
    for register in scope.book.registers:
        printing = [kind for kind in kinds if kind in register.kinds]
        if register.sheet and every_commune(register) and printing:
            columns = _commune_columns(register, printing)
            rows = _communes(printing, register)
            found.append(FixedSheet(register.sheet, register.about, columns, "name", rows))
    return found


def line_sheets(scope: Scope) -> list[FixedSheet]:
    """A sheet for each table of fixed lines, for all documents that print it."""
    return [
        FixedSheet(register.sheet, register.about, _line_columns(register), "code", _line_rows(register))
        for register in scope.book.registers
        if register.sheet and register.rows[0].lines
    ]


def _asked(register: Register) -> list[RegisterColumn]:
    """What a table of communes asks beyond what the sheet of communes says."""
    return [column for column in register.columns if column.id and not column.known]


def _commune_columns(register: Register, kinds: list[str]) -> tuple[Column, ...]:
    asked = [
        Column(
            f"{kind}.{column.id}",
            f"{SPANS[kind][1].capitalize()}: {column.title[:1].lower()}{column.title[1:]}",
            column.type,
            13,
            choices=column.choices,
        )
        for kind in kinds
        for column in _asked(register)
    ]
    return (Column("name", "Xã, phường, thị trấn", "fixed", 20), *asked)


def _communes(kinds: list[str], register: Register) -> RowsOf:
    """A row for each commune in the reports."""

    def cell(kind: str, column: RegisterColumn, code: str) -> Cell:
        path = ("answers", kind, Row("", {}, code).tag(register, column))
        return Cell(path, column.type, column.choices, column.measure)

    def rows(scope: Scope) -> list[FixedRow]:
        places = [(kind, column) for kind in kinds for column in _asked(register)]
        reasons = {f"{kind}.{column.id}": _reason(scope, kind, column) for kind, column in places}
        locked = {key: reason for key, reason in reasons.items() if reason}
        return [
            FixedRow(
                commune.name,
                {"name": commune.name, **locked},
                {
                    f"{kind}.{column.id}": cell(kind, column, commune.code)
                    for kind, column in places
                    if f"{kind}.{column.id}" not in locked
                },
            )
            for commune in scope.unit.children
        ]

    return rows


def _reason(scope: Scope, kind: str, column: RegisterColumn) -> str:
    """Why nobody has figures for the column in this period."""
    items = (item for item in scope.book.indicators.indicators if item.id == column.indicator)
    reasons = (
        reason_for_none(scope.plans[kind], item, period_of(scope.book, recipe(kind))) for item in items
    )
    return next(reasons, "")


def _line_columns(register: Register) -> tuple[Column, ...]:
    """Document and words of the line, then what is asked."""
    asked = (
        Column(column.id, column.title, column.type, 16)
        for column in register.columns
        if column.id and column.field != "line"
    )
    return (
        Column("document", "Văn bản", "fixed", 24),
        Column("label", "Nội dung", "fixed", 60),
        *asked,
        Column("code", "Mã", "fixed", 12),
    )


def _line_rows(register: Register) -> RowsOf:
    """The fixed lines of a register, in each document that prints it; an open line is named here."""

    def rows(scope: Scope) -> list[FixedRow]:
        return [
            _line(register, kind, kind_name(scope.book, kind), row)
            for kind in scope.plans
            if kind in register.kinds
            for row in rows_of(scope.speech(kind), register)
        ]

    return rows


def _line(register: Register, kind: str, name: str, row: Row) -> FixedRow:
    code = f"{kind}:{register.id}.{row.key}"
    words = {"document": name, "label": str(row.told.get("line", "")), "code": code}
    cells = {
        "label" if column.field == "line" else column.id: Cell(
            ("answers", kind, row.tag(register, column)), column.type, measure=column.measure
        )
        for column in register.columns
        if column.field != "line" or not row.told
    }
    return FixedRow(code, words, cells)
