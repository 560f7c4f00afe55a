"""The overview of the province: those that are kept and the new ones in two columns, totals of each (R21)."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from kh_docs.model.book import Book
from kh_docs.model.local import LocalData
from kh_docs.sheets.writing.summary import summary


def test_kept_and_new_stand_apart(book: Book) -> None:
    told = {
        # 10 of 19 to be reached in all, 04 of them kept.
        "nam-dan": LocalData(own={"own_targets.kept_communes": 4}),
        "vinh": LocalData(own={"own_targets.kept_communes": 3}),
    }
    content = summary(book.replace(local=told), {})
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    heads = {cell.value: at for at, cell in enumerate(sheet[4])}
    rows = {str(row[1].value): [cell.value for cell in row] for row in sheet.iter_rows(min_row=5)}
    kept, new = heads["Xã điển hình: duy trì"], heads["Xã điển hình: mới"]
    assert [rows["huyện Nam Đàn"][at] for at in (kept, new)] == [4, 6]
    assert rows["thành phố Vinh"][kept] == 3
    assert rows["huyện Kỳ Sơn"][kept] == "–"
    for at in (kept, new):
        figures = [row[at] for name, row in rows.items() if name != "Tổng cộng" and isinstance(row[at], int)]
        assert rows["Tổng cộng"][at] == sum(figures)
