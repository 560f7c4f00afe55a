"""The sheet by which one model is judged (Phiếu M): who, which files, what it did, what becomes of it."""

from __future__ import annotations

from typing import Any

from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech


def sheet_tables(speech: Speech) -> dict[str, Any]:
    """The tables of the sheet; it is copied for every model that is looked at."""
    sheet = speech.unit_plan.book.sheet
    controls = speech.controls
    speech.miss("phieu_mo_hinh", "Phiếu đánh giá từng mô hình (mỗi mô hình một phiếu)", "Phụ lục II")
    return {
        "sheet_info": [
            {"label": field.label, "value": speech.cell(f"{field.id}.gia_tri", field.label[:64])}
            for field in sheet.info.fields
        ],
        "sheet_files": [
            {
                "tt": words(str(number)),
                "text": words(row.words),
                "state": [
                    controls.choice(f"{row.id}.co_khong", f"Có/Không – {row.words[:50]}", kind="yesno")
                ],
            }
            for number, row in enumerate(sheet.files.rows, 1)
        ],
        "sheet_activity": [
            {
                "text": words(f"{row.words} ({row.measure})" if row.measure else row.words),
                "value": speech.cell(f"{row.id}.so", row.words[:64]),
            }
            for row in sheet.activity.rows
        ],
        "sheet_review": [
            {
                "tt": words(str(number)),
                "text": words(row.words),
                "state": [controls.choice(f"{row.id}.ket_qua", f"Đánh giá – {row.words[:50]}")],
                "note": speech.cell(f"{row.id}.ghi_chu", f"Ghi chú – {row.words[:50]}"),
            }
            for number, row in enumerate(sheet.review.rows, 1)
        ],
        "sheet_conclusion": [
            _conclusion(speech, field.id, field.label, bool(field.choices))
            for field in sheet.conclusion.fields
        ],
    }


def _conclusion(speech: Speech, name: str, label: str, chosen: bool) -> dict[str, Any]:
    if chosen:
        value = [speech.controls.choice(f"{name}.gia_tri", label, kind="group")]
    else:
        value = speech.cell(f"{name}.gia_tri", label)
    return {"text": words(label), "value": value}
