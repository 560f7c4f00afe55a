"""The sheet of figures for a report: a row for each indicator."""

from __future__ import annotations

from kh_docs.documents.applicable import applicable, means
from kh_docs.facts.adding_up import sources
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.periods import period_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.indicators import Indicator
from kh_docs.model.kinds import recipe
from kh_docs.sheets.form.shapes import Cell, CellKind, Column, FixedRow, FixedSheet, Scope

# The period of each report, as indicators.yaml and as a clerk calls it.
SPANS = {"bao-cao-6-thang": ("6-thang", "6 tháng"), "bao-cao-nam": ("nam", "năm")}
_KINDS: dict[str, CellKind] = {"n": "whole", "p": "number", "m": "number", "d": "date"}

_COLUMNS = (
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


def indicator_sheet(kind: str) -> FixedSheet:
    """The indicators that a report of `kind` asks this unit for."""
    span, words = SPANS[kind]

    def rows(scope: Scope) -> list[FixedRow]:
        period = period_of(scope.book, recipe(kind))
        plan = UnitPlan(scope.book, scope.unit, scope.book.head.issued_on)
        order = {group.id: number for number, group in enumerate(scope.book.indicators.groups)}
        asked = [
            item
            for item in scope.book.indicators.indicators
            if span in item.periods
            and applicable(plan, item, period)
            and not item.formula
            and (item.core or not (item.known or item.counted))
        ]
        listed = sources(scope.book, kind)
        return [
            _indicator(kind, item, listed=item.id in listed)
            for item in sorted(asked, key=lambda item: order[item.group])
        ]

    about = f"Phụ lục I báo cáo {words}. Cột “Lũy kế”, các tỷ lệ và % do kh-docs tính."
    return FixedSheet(f"Số liệu {words}", about, _COLUMNS, "code", rows)


def _indicator(kind: str, item: Indicator, *, listed: bool) -> FixedRow:
    where = ", ".join(clause_name(clause) for clause in item.clause)
    words = {
        "label": item.label,
        "measure": item.measure,
        "clause": f"{where} (cộng từ danh sách)".strip()
        if listed
        else where
        if item.core
        else f"{where} (không in)".strip(),
        "code": item.id,
    }
    cell_kind: CellKind = "choice" if item.choices else _KINDS.get(item.type, "text")
    cells = {
        column: Cell(("answers", kind, f"{item.id}.{column}"), cell_kind, item.choices, item.measure)
        for column in ("ky_truoc", "ky_nay")
        # What follows from a list is asked for there.
        if means(item, "previous" if column == "ky_truoc" else "current")
        and not (listed and column == "ky_nay")
    }
    cells["ghi_chu"] = Cell(("answers", kind, f"{item.id}.ghi_chu"), "text")
    # Targets of the unit itself have a sheet of their own; those that follow from other data may lack it.
    if item.asks_target:
        cells["chi_tieu"] = Cell(("answers", kind, f"{item.id}.chi_tieu"), "whole")
    return FixedRow(item.id, words, cells)
