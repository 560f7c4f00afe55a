"""The sheet by which the entries of a list are judged: what the list itself does not say of them."""

from __future__ import annotations

from kh_docs.model.fields import SHEET
from kh_docs.sheets.form.shapes import Column, ListSheet, Scope


def model_sheets(scope: Scope) -> list[ListSheet]:
    """A row for each entry of the list that model-sheet.yaml judges, where there is one."""
    sheet, judged = scope.book.sheet, scope.book.fields.judged
    if judged is None or not len(sheet):
        return []
    name = next(field.heading for field in judged.fields if field.id == "name")
    files, activity, review = sheet.files, sheet.activity, sheet.review
    columns = [
        Column("name", name, "fixed", 30, f"Như ở trang “{judged.sheet}”; thêm thì thêm ở trang đó."),
        *(Column(row.id, row.words, "choice", 14, choices=files.choices) for row in files.rows),
        *(Column(row.id, f"{row.words} ({row.measure})", "whole", 14) for row in activity.rows),
        *(Column(row.id, row.words, "choice", 16, choices=review.choices) for row in review.rows),
        *(Column(f"{row.id}.ghi_chu", f"Ghi chú: {row.words}", "text", 18) for row in review.rows),
        *(Column(item.id, item.label, "text", 20) for item in sheet.conclusion.fields if not item.choices),
    ]
    about = f"{sheet.title.capitalize()} (Phụ lục II biên bản kiểm tra)."
    return [ListSheet(sheet.sheet, about, tuple(columns), judged.id, inside=SHEET, follows=True)]
