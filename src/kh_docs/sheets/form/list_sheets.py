"""The sheets that grow: a row for each entry of the lists that fields.yaml declares."""

from __future__ import annotations

from kh_docs.sheets.form.columns import column_of
from kh_docs.sheets.form.shapes import ListSheet, Scope


def list_sheets(scope: Scope) -> list[ListSheet]:
    """The lists in the order a clerk fills them in."""
    return [
        ListSheet(
            each.sheet, each.about, tuple(column_of(scope.book, field) for field in each.fields), each.id
        )
        for each in scope.book.fields.lists
    ]
