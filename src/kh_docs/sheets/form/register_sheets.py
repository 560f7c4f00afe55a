"""The sheets that fill the declared tables of the reports: by commune, and by fixed lines."""

from __future__ import annotations

from kh_docs.documents.register_rows import Row, rows_of
from kh_docs.facts.adding_up import every_commune
from kh_docs.facts.offering import kind_name
from kh_docs.model.registers import Register
from kh_docs.sheets.form.indicator_sheet import SPANS
from kh_docs.sheets.form.shapes import Cell, Column, FixedRow, FixedSheet, RowsOf, Scope


def commune_sheets(scope: Scope, kind: str) -> list[FixedSheet]:
    """A sheet for each table of communes that the report `kind` prints."""
    _span, words = SPANS[kind]
    return [
        FixedSheet(
            f"{register.sheet} {words}",
            f"{register.about} {words}.",
            _commune_columns(register),
            "name",
            _communes(kind, register),
        )
        for register in scope.book.registers
        if register.sheet and every_commune(register) and kind in register.kinds
    ]


def line_sheets(scope: Scope) -> list[FixedSheet]:
    """A sheet for each table of fixed lines, for all documents that print it."""
    return [
        FixedSheet(register.sheet, register.about, _line_columns(register), "code", _line_rows(register))
        for register in scope.book.registers
        if register.sheet and register.rows[0].lines
    ]


def _commune_columns(register: Register) -> tuple[Column, ...]:
    """What a table of communes asks beyond what the sheet of communes says."""
    asked = [
        Column(column.id, column.title, column.type, 16, choices=column.choices)
        for column in register.columns
        if column.id and not column.known
    ]
    return (Column("name", "Xã, phường, thị trấn", "fixed", 24), *asked)


def _communes(kind: str, register: Register) -> RowsOf:
    """A row for each commune in the report `kind`."""
    columns = [column for column in register.columns if column.id and not column.known]

    def rows(scope: Scope) -> list[FixedRow]:
        return [
            FixedRow(
                commune.name,
                {"name": commune.name},
                {
                    column.id: Cell(
                        ("answers", kind, Row("", {}, commune.code).tag(register, column)),
                        column.type,
                        column.choices,
                        column.measure,
                    )
                    for column in columns
                },
            )
            for commune in scope.unit.children
        ]

    return rows


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
        Column("code", "Mã", "fixed", 22),
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
