"""What the guide of a workbook says of it: which form of which plan, by which data it was filled."""

from __future__ import annotations

from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.sheets.form.shapes import FORM_MARK, GUIDE, form_code
from kh_docs.sheets.form.stamps import STAMP_MARK, stamps_in
from kh_docs.sheets.reading.opened import Opened


def check_form(opened: Opened, book: Book) -> None:
    """Say where the workbook is of another form or plan than today's."""
    if opened.needed(GUIDE) is None:
        return
    place, written = _form_of(opened)
    expected = form_code(book.head.id)
    if written != expected:
        opened.problem(
            place,
            _("biểu mẫu “{}” không phải bản hiện nay “{}”").format(written, expected),
            _("xuất bảng mới bằng kh-docs data export rồi chép số liệu sang"),
        )


def plan_of(opened: Opened) -> str:
    """The id of the plan that the workbook was made for; empty in one that is none of ours."""
    return _form_of(opened)[1].rpartition("; ")[2] if GUIDE in opened.sheets else ""


def _form_of(opened: Opened) -> tuple[str, str]:
    """The cell of the guide that names form and plan, and what stands there."""
    rows = opened.sheets[GUIDE].rows
    cells = ((row, column) for row, values in rows.items() for column in values)
    marked = (cell for cell in cells if str(rows[cell[0]][cell[1]]).startswith(FORM_MARK))
    row, column = next(marked, (3, 2))
    return opened.place(GUIDE, row, column), str(rows.get(row, {}).get(column, "")).strip()


def stamps_of(opened: Opened) -> dict[str, str]:
    """What the guide says of the data that the workbook was filled with; nothing in one of before."""
    rows = opened.sheets[GUIDE].rows.values()
    texts = (str(value) for cells in rows for value in cells.values())
    return next((stamps_in(text) for text in texts if text.startswith(STAMP_MARK)), {})
