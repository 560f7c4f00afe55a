"""Print what stands between paragraphs, where a layout says `{{p name }}`: declared tables, drawn lines."""

from __future__ import annotations

from functools import lru_cache

from kh_docs.i18n import _
from kh_docs.layout.lines import Line
from kh_docs.layout.tables import SHORT, Column, Frame, table_frame
from kh_docs.layout.xml import plain_xml
from kh_docs.render.slots import Escaped
from kh_docs.render.values import Table


def block_xml(block: object, escaped: Escaped) -> str:
    """What stands between paragraphs as Word's XML: a table, or a drawn line."""
    if isinstance(block, Line):
        return plain_xml(block.placed())
    if not isinstance(block, Table):
        raise ValueError(
            _("mẫu in một giá trị không phải bảng -> viết {{ … }} hoặc {{r … }} thay cho {{p … }}")
        )
    return _table_xml(block, escaped)


def _table_xml(table: Table, escaped: Escaped) -> str:
    """One without rows prints nothing, for Word calls it corrupt."""
    if not table.rows:
        return ""
    frame = _frame(table.columns, table.closing)
    # A short table is not torn: each row stays with the next one.
    short = len(table.rows) <= SHORT
    shapes = [*[frame.last if short else frame.row] * (len(table.rows) - 1), frame.row]
    if table.closing:
        shapes[-1] = frame.last
    # Each cell once: what is printed is remembered, and looked for in the document.
    run = escaped.run
    rows = [
        shape.format(*["".join(map(run, cell)) for cell in row])
        for shape, row in zip(shapes, table.rows, strict=True)
    ]
    return "".join([frame.head, *rows, frame.end])


@lru_cache(maxsize=100)
def _frame(columns: tuple[Column, ...], closing: bool) -> Frame:
    return table_frame(columns, closing=closing)
