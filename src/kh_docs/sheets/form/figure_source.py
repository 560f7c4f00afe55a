"""Where a report gets a figure from that the workbook asks for elsewhere: no number is asked twice."""

from __future__ import annotations

from kh_docs.facts.adding_up import sources
from kh_docs.model.fields import COMMUNES as OF_COMMUNES
from kh_docs.model.indicators import Indicator
from kh_docs.sheets.form.shapes import COMMUNES, Scope


def source_of(scope: Scope, kind: str, item: Indicator) -> str:
    """The words that stand in the cell of the figure instead; empty where it is asked."""
    if item.known:
        return "đã biết"
    if item.counted:
        return f"đếm ở trang “{_sheet_of(scope, item.counted.each)}”"
    if item.formula:
        return "kh-docs tính"
    source = sources(scope.book, kind).get(item.id)
    if source is None:
        return ""
    return f"cộng ở trang “{source.register.sheet or _sheet_of(scope, source.register.rows[0].each)}”"


def _sheet_of(scope: Scope, each: str) -> str:
    """The sheet on which these entries are told."""
    if each == OF_COMMUNES:
        return COMMUNES
    return next((field_list.sheet for field_list in scope.book.fields.lists if field_list.id == each), each)
