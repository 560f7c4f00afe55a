"""The sheets of the workbook in their order, for those who write them and those who read them."""

from __future__ import annotations

from kh_docs.sheets.answers import answer_sheets
from kh_docs.sheets.form import AnySheet, Scope
from kh_docs.sheets.subjects import unit_sheets


def sheets_of(scope: Scope) -> list[AnySheet]:
    """All sheets but the guide."""
    return [*unit_sheets(scope), *answer_sheets(scope)]
