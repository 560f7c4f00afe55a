"""The sheets a clerk fills in about her unit itself: signer, targets, communes, lists, assignments."""

from __future__ import annotations

from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.fields import OWN_TARGETS
from kh_docs.sheets.columns import kind_of
from kh_docs.sheets.commune_sheet import commune_columns, commune_rows
from kh_docs.sheets.form import COMMUNES, AnySheet, Cell, CellKind, Column, FixedRow, FixedSheet, Scope
from kh_docs.sheets.list_sheets import list_sheets

VALUE = Column(
    "value", "Nội dung nhập", width=44, note="Nhập ở cột này. Ô để trống: văn bản giữ chỗ chấm để điền sau."
)


def _columns_of_items() -> tuple[Column, ...]:
    return (
        Column("item", "Mục", "fixed", 46),
        VALUE,
        Column("where", "In ở đâu, điều khoản", "fixed", 50),
        Column("code", "Mã", "fixed", 22),
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
    ("proposal.number", "Tờ trình của Công an: số, ký hiệu (nếu có)", "code", "Đoạn mở đầu của kế hoạch"),
    ("proposal.issued_on", "Tờ trình của Công an: ngày", "date", "Đoạn mở đầu của kế hoạch"),
    (
        "plan_issued.number",
        "Kế hoạch đã ban hành của đơn vị: số, ký hiệu",
        "code",
        "Mở đầu của hai báo cáo, biên bản; Mục III, khoản 1",
    ),
    (
        "plan_issued.issued_on",
        "Kế hoạch đã ban hành của đơn vị: ngày",
        "date",
        "Mở đầu của hai báo cáo, biên bản",
    ),
)


def _unit_rows(scope: Scope) -> list[FixedRow]:
    """What any plan asks, then what this one declares."""
    declared = [
        (field.id, f"{field.heading} (*)" if field.required else field.heading, kind_of(field), field.note)
        for field in scope.book.fields.unit
    ]
    return [
        _item(code, words, kind, where, tuple(code.split(".")))
        for code, words, kind, where in (*_UNIT_ITEMS, *declared)
    ]


def _target_rows(scope: Scope) -> list[FixedRow]:
    """Only the targets this unit prints."""
    plan = UnitPlan(scope.book, scope.unit, scope.book.head.issued_on)
    return [
        _item(field.id, field.heading, kind_of(field), field.note, (OWN_TARGETS, field.id))
        for field in scope.book.fields.own_targets
        if not field.with_target
        or (field.with_target in scope.book.targets and plan.binds(scope.book.targets[field.with_target]))
    ]


def _item(code: str, words: str, kind: CellKind, where: str, path: tuple[str, ...]) -> FixedRow:
    return FixedRow(code, {"item": words, "where": where, "code": code}, {"value": Cell(path, kind)})


def _assignment_rows(scope: Scope) -> list[FixedRow]:
    """Every task of the unit as its plan prints it, and room for what the unit wants otherwise."""
    rows = []
    for row in scope.contexts["ke-hoach"]["tasks"]:
        if row["heading"]:
            continue
        printed = {name: "".join(run.text for run in row[name]) for name in ("text", "clause", "lead", "due")}
        words = {
            "code": row["id"],
            "task": printed["text"],
            "clause": printed["clause"],
            "lead_was": printed["lead"],
            "due_was": printed["due"],
        }
        cells = {
            key: Cell(("assignments", row["id"], key), "text")
            for key in ("lead", "support", "due", "product")
        }
        rows.append(FixedRow(row["id"], words, cells))
    return rows


_ASSIGNMENT_COLUMNS = (
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
        "Chỉ nhập khi khác dự kiến (G21). Cơ quan ngoài UBND ghi thêm “(đề nghị)”.",
    ),
    Column("support", "Phối hợp: sửa thành", "text", 24, "Chỉ nhập khi khác dự kiến."),
    Column(
        "due",
        "Thời hạn: sửa thành",
        "text",
        20,
        "Kế hoạch tỉnh không ghi thời hạn của một số việc (G06); không muộn hơn thời hạn của tỉnh.",
    ),
    Column("product", "Sản phẩm: sửa thành", "text", 24, "Chỉ nhập khi khác dự kiến."),
)


def unit_sheets(scope: Scope) -> list[AnySheet]:
    """The sheets about the unit, in the order a clerk fills them in."""
    return [
        FixedSheet(
            "Đơn vị",
            "Người ký và những điều chỉ đơn vị biết. (*) là mục bắt buộc trước khi trình ký.",
            _columns_of_items(),
            "code",
            _unit_rows,
        ),
        FixedSheet(
            "Chỉ tiêu",
            "Chỉ tiêu đơn vị tự đặt hoặc có quyết định riêng; các chỉ tiêu khác kh-docs tự tính.",
            _columns_of_items(),
            "code",
            _target_rows,
        ),
        *_sheet_of_communes(scope),
        *list_sheets(scope),
        FixedSheet(
            "Phân công",
            "Phân công, thời hạn ở Phụ lục II kế hoạch. Chỉ nhập chỗ khác dự kiến.",
            _ASSIGNMENT_COLUMNS,
            "code",
            _assignment_rows,
        ),
    ]


def _sheet_of_communes(scope: Scope) -> list[AnySheet]:
    """None where no units lie below this one."""
    if not scope.unit.children:
        return []
    note = "Mỗi dòng một xã, phường, thị trấn. In ở Phụ lục III, IV của kế hoạch."
    return [FixedSheet(COMMUNES, note, commune_columns(scope), "name", commune_rows)]
