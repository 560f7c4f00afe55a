"""The figures of the reports: a row for each indicator, a column for each period."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.documents.applicable import means, reason_for_none
from kh_docs.documents.speech import Speech
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.periods import period_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.indicators import Indicator
from kh_docs.model.kinds import recipe
from kh_docs.sheets.form.figure_source import source_of
from kh_docs.sheets.form.shapes import Cell, CellKind, Column, FixedRow, FixedSheet, RowsOf, Scope

# The period of each report, as indicators.yaml and as a clerk calls it.
SPANS = {"bao-cao-6-thang": ("6-thang", "6 tháng"), "bao-cao-nam": ("nam", "năm")}
NAME, OPTIONAL = "Số liệu", "Số liệu thêm"
# What only a printed table has.
_PRINTED = ("tt", "target", "ghi_chu")
_KINDS: dict[str, CellKind] = {"n": "whole", "p": "number", "m": "number", "d": "date"}
_ABOUT = "Phụ lục I của hai báo cáo. Không có thì ghi 0; chưa có số liệu thì để trống. Tỷ lệ do kh-docs tính."
_OPTIONAL = "KHÔNG BẮT BUỘC: không in ở văn bản nào, chỉ để đơn vị theo dõi, đối chiếu; bỏ trống cũng được."


def figure_sheets(reports: list[str]) -> list[FixedSheet]:
    """What the reports print, then what only the unit keeps."""
    columns = (
        Column("tt", "TT", "fixed", 6),
        Column("label", "Chỉ tiêu", "fixed", 50),
        Column("measure", "Đơn vị tính", "fixed", 10),
        Column("target", "Chỉ tiêu năm", "fixed", 18),
        *(column for kind in reports for column in _columns(kind)),
        Column("clause", "Điều khoản", "fixed", 21),
        Column("code", "Mã", "fixed", 12),
    )
    without = tuple(
        column._replace(width=80) if column.key == "label" else column
        for column in columns
        if not column.key.endswith(_PRINTED)
    )
    return [
        FixedSheet(NAME, _ABOUT, columns, "code", _rows(reports, core=True)),
        FixedSheet(OPTIONAL, _OPTIONAL, without, "code", _rows(reports, core=False)),
    ]


def _columns(kind: str) -> Iterator[Column]:
    """What a report of `kind` asks of an indicator."""
    _span, words = SPANS[kind]
    head = words.capitalize()
    yield Column(f"{kind}.ky_truoc", f"{head}: cùng kỳ", "text", 9, "Số liệu cùng kỳ năm trước.")
    yield Column(f"{kind}.ky_nay", f"{head}: kỳ này", "text", 12, f"Số liệu trong kỳ báo cáo {words}.")
    yield Column(f"{kind}.ghi_chu", f"{head}: ghi chú", "text", 13)


def _rows(reports: list[str], *, core: bool) -> RowsOf:
    def rows(scope: Scope) -> list[FixedRow]:
        speech = _as_known(scope, reports[-1])
        found = []
        for group in scope.book.indicators.groups:
            members = (item for item in scope.book.indicators.indicators if item.group == group.id)
            made = [_row(scope, speech, reports, item) for item in members if item.core == core]
            if asked := [row for row in made if row.cells]:
                # A row of words alone, known by the letter of the group.
                found += [FixedRow(group.id, {"label": f"{group.id}. {group.title}", "code": group.id}, {})]
                found += asked
        return found

    return rows


def _as_known(scope: Scope, kind: str) -> Speech:
    """Targets are said with what the unit has told so far."""
    plan = UnitPlan(scope.book, scope.unit, scope.plans[kind].reference)
    return Speech(plan, scope.words, recipe(kind))


def _row(scope: Scope, speech: Speech, reports: list[str], item: Indicator) -> FixedRow:
    where, binds = f"indicators.yaml, {item.id}.target_text", speech.unit_plan.binds(item)
    words = {
        "tt": item.code,
        "label": item.label,
        "measure": item.measure,
        "target": speech.plain(item.target_text, where) if binds else "",
        "clause": ", ".join(clause_name(clause) for clause in item.clause),
        "code": item.id,
    }
    cells: dict[str, Cell] = {}
    for kind in reports:
        reason = _reason(scope, kind, item)
        if reason:
            words[f"{kind}.ky_nay"] = reason
            continue
        if source := source_of(scope, kind, item):
            words[f"{kind}.ky_nay"] = source
        asked = [column for column in ("ky_truoc", "ky_nay", "ghi_chu") if _asks(item, column, source)]
        cells |= {f"{kind}.{column}": _cell(kind, item, column) for column in asked}
    # One that is worked out is not asked for on account of a remark alone.
    asked_for = any(not key.endswith("ghi_chu") for key in cells)
    return FixedRow(item.id, words, cells if asked_for else {})


def _reason(scope: Scope, kind: str, item: Indicator) -> str:
    """Why this report has no figure for the indicator."""
    span, _words = SPANS[kind]
    if span not in item.periods:
        return "không hỏi"
    if item.target_only:
        return "là chỉ tiêu"
    return reason_for_none(scope.plans[kind], item, period_of(scope.book, recipe(kind)))


def _asks(item: Indicator, column: str, source: str) -> bool:
    """Whether the column has a cell: a remark is printed beside a figure or nowhere, a sum is worked out."""
    if column == "ghi_chu":
        return item.core
    if column == "ky_nay":
        return not source
    return means(item, "previous")


def _cell(kind: str, item: Indicator, column: str) -> Cell:
    path = ("answers", kind, f"{item.id}.{column}")
    if column == "ghi_chu":
        return Cell(path, "text")
    cell_kind: CellKind = "choice" if item.choices else _KINDS.get(item.type, "text")
    return Cell(path, cell_kind, item.choices, item.measure)
