"""Print a table whose columns the data declare, where a layout says `{{p name }}`."""

from __future__ import annotations

from functools import lru_cache

from kh_docs.i18n import _
from kh_docs.layout.tables import Column, Frame, table_frame
from kh_docs.render.slots import Escaped, printed
from kh_docs.render.values import Table


def table_xml(table: object, escaped: Escaped) -> str:
    """The table as Word's XML; one without rows prints nothing, for Word calls it corrupt."""
    if not isinstance(table, Table):
        raise ValueError(
            _("mẫu in một giá trị không phải bảng -> viết {{ … }} hoặc {{r … }} thay cho {{p … }}")
        )
    if not table.rows:
        return ""
    frame = _frame(table.columns, table.closing)
    # Each value once: what is printed is remembered, and then looked for as often.
    forms = [frame.row] * (len(table.rows) - 1) + [frame.last if table.closing else frame.row]
    rows = (
        form.format(*(printed(cell, escaped) for cell in row))
        for form, row in zip(forms, table.rows, strict=True)
    )
    return "".join([frame.head, *rows, frame.end])


@lru_cache(maxsize=100)
def _frame(columns: tuple[Column, ...], closing: bool) -> Frame:
    return table_frame(columns, closing=closing)
