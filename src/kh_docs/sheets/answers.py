"""The sheets whose cells fill the blanks of one document: figures, tables of the inspection, words."""

from __future__ import annotations

from kh_docs.documents.register_rows import by_commune
from kh_docs.documents.runs import YES_NO
from kh_docs.model.registers import Register
from kh_docs.sheets.document_tables import table_columns, tables
from kh_docs.sheets.figure_sheets import (
    INDICATOR_COLUMNS,
    SPANS,
    commune_columns,
    communes,
    indicators,
    line_columns,
    line_rows,
)
from kh_docs.sheets.form import AnySheet, Column, FixedSheet, ListSheet, Scope
from kh_docs.sheets.words_sheet import WORD_COLUMNS, narratives

CHECK = "phieu-kiem-tra"
_RESULTS = ("Đạt", "Không đạt", "Không áp dụng", "Chưa đến hạn")


def answer_sheets(scope: Scope) -> list[AnySheet]:
    """The sheets of the two reports, then those of the inspection, then all that is written in words."""
    sheets: list[AnySheet] = []
    asked = [register for register in scope.book.registers if register.sheet and by_commune(register)]
    for kind, (_span, words) in SPANS.items():
        if kind not in scope.contexts:
            continue
        sheets += [
            FixedSheet(
                f"Số liệu {words}",
                f"Phụ lục I báo cáo {words}. Cột “Lũy kế”, các tỷ lệ và % do kh-docs tính.",
                INDICATOR_COLUMNS,
                "code",
                indicators(kind),
            ),
            *(_communes_sheet(register, kind, words) for register in asked if kind in register.kinds),
        ]
    lines = [register for register in scope.book.registers if register.sheet and register.rows[0].lines]
    return [
        *sheets,
        *(_lines_sheet(register) for register in lines),
        FixedSheet(
            "Phiếu kiểm tra",
            "Phụ lục I biên bản kiểm tra; đơn vị tự chấm trước khi Đoàn làm việc.",
            table_columns(
                ("self", "Tự chấm", "choice"), ("team", "Đoàn chấm", "choice"), ("note", "Ghi chú", "text")
            ),
            "code",
            tables("checklist", CHECK, choices=_RESULTS),
        ),
        FixedSheet(
            "Số liệu kiểm tra",
            "Số liệu đối chiếu trong biên bản kiểm tra.",
            table_columns(
                ("reported", "Theo báo cáo", "number"),
                ("filed", "Theo hồ sơ", "number"),
                ("actual", "Thực tế", "number"),
                ("note", "Ghi chú", "text"),
            ),
            "code",
            tables("figures", CHECK),
        ),
        FixedSheet(
            "Hồ sơ kiểm tra",
            "Phụ lục III biên bản kiểm tra.",
            table_columns(
                ("given", "Đã cung cấp", "choice"),
                ("missing", "Còn thiếu", "choice"),
                ("note", "Ghi chú", "text"),
            ),
            "code",
            tables("dossier", CHECK, choices=YES_NO),
        ),
        FixedSheet(
            "Kiến nghị",
            "Kiến nghị, yêu cầu trong biên bản kiểm tra.",
            table_columns(
                ("text", "Nội dung kiến nghị", "text"),
                ("body", "Đơn vị thực hiện", "text"),
                ("due", "Thời hạn khắc phục", "text"),
                heading="Kiến nghị",
            ),
            "code",
            tables("remedies", CHECK),
        ),
        _model_sheet(scope),
        FixedSheet(
            "Lời văn",
            "Phần viết của hai báo cáo và biên bản. Nhiều đoạn: xuống dòng trong ô bằng Alt+Enter.",
            WORD_COLUMNS,
            "code",
            narratives,
        ),
    ]


def _communes_sheet(register: Register, kind: str, words: str) -> FixedSheet:
    columns = commune_columns(register)
    return FixedSheet(
        f"{register.sheet} {words}", f"{register.about} {words}.", columns, "name", communes(kind, register)
    )


def _lines_sheet(register: Register) -> FixedSheet:
    return FixedSheet(register.sheet, register.about, line_columns(register), "code", line_rows(register))


def _model_sheet(scope: Scope) -> ListSheet:
    """What the sheet for a model asks beside what the list of models already says."""
    sheet = scope.book.sheet
    columns = [
        Column("name", "Tên mô hình", "fixed", 30, "Như ở trang “Mô hình”; thêm mô hình thì thêm ở trang đó.")
    ]
    columns += [Column(row.id, row.words, "choice", 14, choices=YES_NO) for row in sheet.files.rows]
    columns += [Column(row.id, f"{row.words} ({row.measure})", "whole", 14) for row in sheet.activity.rows]
    columns += [Column(row.id, row.words, "choice", 16, choices=_RESULTS[:2]) for row in sheet.review.rows]
    columns += [Column(f"{row.id}.ghi_chu", f"Ghi chú: {row.words}", "text", 18) for row in sheet.review.rows]
    columns += [
        Column(item.id, item.label, "text", 20) for item in sheet.conclusion.fields if not item.choices
    ]
    return ListSheet(
        "Đánh giá mô hình",
        "Phiếu đánh giá từng mô hình (Phụ lục II biên bản kiểm tra).",
        tuple(columns),
        "models",
        inside="sheet",
        follows=True,
    )
