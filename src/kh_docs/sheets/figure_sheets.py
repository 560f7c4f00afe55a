"""The sheets of figures for the two reports: a row for each indicator, a row for each commune."""

from __future__ import annotations

from kh_docs.documents.indicator_table import applicable, means
from kh_docs.documents.register_rows import Row, rows_of
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.offering import kind_name
from kh_docs.facts.periods import period_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.forms import Indicator
from kh_docs.model.kinds import recipe
from kh_docs.model.registers import Register
from kh_docs.sheets.form import Cell, CellKind, Column, FixedRow, RowsOf, Scope

# The period of each report, as indicators.yaml and as a clerk calls it.
SPANS = {"bao-cao-6-thang": ("6-thang", "6 tháng"), "bao-cao-nam": ("nam", "năm")}
_KINDS: dict[str, CellKind] = {"n": "whole", "p": "number", "m": "number", "d": "date"}

INDICATOR_COLUMNS = (
    Column("label", "Chỉ tiêu", "fixed", 52),
    Column("measure", "Đơn vị tính", "fixed", 11),
    Column(
        "chi_tieu", "Chỉ tiêu năm", "text", 14, "Chỉ nhập ở dòng để trắng; các dòng khác kh-docs đã biết."
    ),
    Column("ky_truoc", "Kỳ trước (cùng kỳ)", "text", 14, "Số liệu cùng kỳ năm trước."),
    Column(
        "ky_nay",
        "Thực hiện kỳ này",
        "text",
        16,
        "Số liệu trong kỳ báo cáo. Không có thì ghi 0; chưa có số liệu thì để trống.",
    ),
    Column("ghi_chu", "Ghi chú", "text", 24),
    Column("clause", "Điều khoản, nơi in", "fixed", 30),
    Column("code", "Mã", "fixed", 22),
)


def indicators(kind: str) -> RowsOf:
    """The indicators that a report of `kind` asks this unit for."""

    def rows(scope: Scope) -> list[FixedRow]:
        span, _words = SPANS[kind]
        period = period_of(scope.book, recipe(kind))
        plan = UnitPlan(scope.book, scope.unit, scope.book.head.issued_on)
        order = {group.id: number for number, group in enumerate(scope.book.indicators.groups)}
        asked = [
            item
            for item in scope.book.indicators.indicators
            if span in item.periods
            and applicable(plan, item, period)
            and not item.formula
            and (item.core or not item.known)
        ]
        return [_indicator(kind, item) for item in sorted(asked, key=lambda item: order[item.group])]

    return rows


def _indicator(kind: str, item: Indicator) -> FixedRow:
    where = ", ".join(clause_name(clause) for clause in item.clause)
    words = {
        "label": item.label,
        "measure": item.measure,
        "clause": where if item.core else f"{where} (không in)".strip(),
        "code": item.id,
    }
    cell_kind: CellKind = "choice" if item.choices else _KINDS.get(item.type, "text")
    cells = {
        column: Cell(("answers", kind, f"{item.id}.{column}"), cell_kind, item.choices)
        for column in ("ky_truoc", "ky_nay")
        if means(item, "previous" if column == "ky_truoc" else "current", bool(item.target_text))
    }
    cells["ghi_chu"] = Cell(("answers", kind, f"{item.id}.ghi_chu"), "text")
    # Targets of the unit itself have a sheet of their own; those that follow from other data may lack it.
    if "local." in item.target_text:
        cells["chi_tieu"] = Cell(("answers", kind, f"{item.id}.chi_tieu"), "whole")
    return FixedRow(item.id, words, cells)


def commune_columns(register: Register) -> tuple[Column, ...]:
    """What a table of communes asks beyond what the sheet of communes says."""
    asked = [
        Column(column.id, column.title, column.type, 16, choices=column.choices)
        for column in register.columns
        if column.id and not column.known
    ]
    return (Column("name", "Xã, phường, thị trấn", "fixed", 24), *asked)


def communes(kind: str, register: Register) -> RowsOf:
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
                    )
                    for column in columns
                },
            )
            for commune in scope.unit.children
        ]

    return rows


def line_columns(register: Register) -> tuple[Column, ...]:
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


def line_rows(register: Register) -> RowsOf:
    """The fixed lines of a register, in each document that prints it; an open line is named here."""

    def rows(scope: Scope) -> list[FixedRow]:
        return [
            _line(register, kind, kind_name(scope.book, kind), row)
            for kind, speech in scope.speeches.items()
            if kind in register.kinds
            for row in rows_of(speech, register)
        ]

    return rows


def _line(register: Register, kind: str, name: str, row: Row) -> FixedRow:
    code = f"{kind}:{register.id}.{row.key}"
    words = {"document": name, "label": str(row.told.get("line", "")), "code": code}
    cells = {
        "label" if column.field == "line" else column.id: Cell(
            ("answers", kind, row.tag(register, column)), column.type
        )
        for column in register.columns
        if column.field != "line" or not row.told
    }
    return FixedRow(code, words, cells)
