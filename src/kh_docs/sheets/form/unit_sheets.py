"""The sheets about the unit itself: signer, papers, own targets."""

from __future__ import annotations

from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.fields import OWN_TARGETS
from kh_docs.sheets.form.columns import kind_of
from kh_docs.sheets.form.shapes import Cell, CellKind, Column, FixedRow, FixedSheet, Scope

VALUE = Column(
    "value", "Nội dung nhập", width=44, note="Nhập ở cột này. Ô để trống: văn bản giữ chỗ chấm để điền sau."
)


def _columns_of_items() -> tuple[Column, ...]:
    return (
        Column("item", "Mục", "fixed", 46),
        VALUE,
        Column("where", "In ở đâu, điều khoản", "fixed", 50),
        Column("code", "Mã", "fixed", 14),
    )


# Key, words, kind, where it is printed; the required ones are marked.
_UNIT_ITEMS: tuple[tuple[str, str, CellKind, str], ...] = (
    ("signer.name", "Họ và tên người ký (*)", "text", "Chữ ký của kế hoạch, báo cáo"),
    (
        "signer.deputy",
        "Cấp phó ký thay (KT. CHỦ TỊCH / PHÓ CHỦ TỊCH)",
        "yes",
        "Chữ ký; NĐ 30/2020/NĐ-CP, Phụ lục I",
    ),
    (
        "party_basis",
        "Văn bản của cấp ủy làm căn cứ (nếu có), viết cả số, ngày, trích yếu",
        "text",
        "Đoạn mở đầu của kế hoạch",
    ),
    ("proposal.number", "Tờ trình đề nghị ban hành: số, ký hiệu (nếu có)", "code", "Mở đầu của kế hoạch"),
    ("proposal.issued_on", "Tờ trình đề nghị ban hành: ngày", "date", "Mở đầu của kế hoạch"),
    (
        "plan_issued.number",
        "Kế hoạch đã ban hành của đơn vị: số, ký hiệu",
        "code",
        "Báo cáo, biên bản",
    ),
    (
        "plan_issued.issued_on",
        "Kế hoạch đã ban hành của đơn vị: ngày",
        "date",
        "Báo cáo, biên bản",
    ),
)


# A row of words alone.
_TARGETS = FixedRow(
    OWN_TARGETS,
    {
        "item": "Chỉ tiêu đơn vị tự đặt hoặc có quyết định riêng; các chỉ tiêu khác kh-docs tự tính",
        "code": OWN_TARGETS,
    },
    {},
)


def _unit_rows(scope: Scope) -> list[FixedRow]:
    """What any plan asks, then what this one declares, then the targets that the unit sets itself."""
    declared = [
        (field.id, f"{field.heading} (*)" if field.required else field.heading, kind_of(field), field.note)
        for field in scope.book.fields.unit
    ]
    targets = _target_rows(scope)
    return [
        *(
            _item(code, words, kind, where, tuple(code.split(".")))
            for code, words, kind, where in (*_UNIT_ITEMS, *declared)
        ),
        *([_TARGETS] if targets else []),
        *targets,
    ]


def _target_rows(scope: Scope) -> list[FixedRow]:
    """Only the targets this unit prints."""
    plan = UnitPlan(scope.book, scope.unit, scope.book.head.issued_on)
    return [
        _item(field.id, field.heading, kind_of(field), field.note, (OWN_TARGETS, field.id), field.measure)
        for field in scope.book.fields.own_targets
        if not field.with_target
        or (field.with_target in scope.book.targets and plan.binds(scope.book.targets[field.with_target]))
    ]


def _item(
    code: str, words: str, kind: CellKind, where: str, path: tuple[str, ...], measure: str = ""
) -> FixedRow:
    cells = {"value": Cell(path, kind, measure=measure)}
    return FixedRow(code, {"item": words, "where": where, "code": code}, cells)


def unit_sheet() -> FixedSheet:
    """The signer and what only the unit knows of itself."""
    return FixedSheet(
        "Đơn vị",
        "Người ký và những điều chỉ đơn vị biết. (*) là mục bắt buộc trước khi trình ký.",
        _columns_of_items(),
        "code",
        _unit_rows,
    )
