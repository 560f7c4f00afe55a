"""The sheet of assignments: every task as the plan would print it, and room to have it otherwise."""

from __future__ import annotations

from kh_docs.documents.task_table import task_row
from kh_docs.model.local import Assignment
from kh_docs.sheets.form.columns import plain
from kh_docs.sheets.form.shapes import Cell, Column, FixedRow, FixedSheet, Scope

_COLUMNS = (
    Column("code", "Mã", "fixed", 7),
    Column("clause", "Điều khoản", "fixed", 16),
    Column("task", "Nhiệm vụ", "fixed", 48),
    Column("lead_was", "Chủ trì dự kiến", "fixed", 20),
    Column("due_was", "Thời hạn dự kiến", "fixed", 20),
    Column(
        "lead",
        "Chủ trì: sửa thành",
        "text",
        20,
        "Chỉ nhập khi khác dự kiến. Cơ quan ngoài UBND ghi thêm “(đề nghị)”.",
    ),
    Column("support", "Phối hợp: sửa thành", "text", 24, "Chỉ nhập khi khác dự kiến."),
    Column(
        "due",
        "Thời hạn: sửa thành",
        "text",
        20,
        "Chỉ nhập khi khác dự kiến; không muộn hơn thời hạn của tỉnh.",
    ),
    Column("product", "Sản phẩm: sửa thành", "text", 24, "Chỉ nhập khi khác dự kiến."),
)


def assignment_sheet(kind: str) -> FixedSheet:
    """The tasks as the document `kind` prints them."""

    def rows(scope: Scope) -> list[FixedRow]:
        speech = scope.speech(kind)
        tasks = speech.unit_plan.tasks
        printed = ((task.id, task_row(speech, number, task)) for number, task in enumerate(tasks, 1))
        return [
            FixedRow(
                task,
                {
                    "code": task,
                    "task": plain(row.text),
                    "clause": plain(row.clause),
                    "lead_was": plain(row.lead),
                    "due_was": plain(row.due),
                },
                {name: Cell(("assignments", task, name), "text") for name in Assignment.field_types},
            )
            for task, row in printed
        ]

    about = "Phân công, thời hạn ở Phụ lục II kế hoạch. Chỉ nhập chỗ khác dự kiến."
    return FixedSheet("Phân công", about, _COLUMNS, "code", rows)
