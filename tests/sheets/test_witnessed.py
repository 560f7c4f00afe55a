"""What a workbook that came back says, each value with the cell it stands in; nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from kh_docs.errors import DataError
from kh_docs.model.book import Book
from kh_docs.reading.book import load
from kh_docs.reading.workspace import find_workspace, wording_folders
from kh_docs.render.words import Words
from kh_docs.sheets.reading.witnessed import Witnessed, witnessed

from .clerk import HEAD_ROW, heads, put, rows

Run = Callable[..., tuple[int, str, str]]
PLAN = "104-kh-ubnd-2024"


def needs(workspace: Path) -> tuple[Book, Words]:
    found = find_workspace(workspace)
    return load(found), Words(*wording_folders(found.templates, PLAN))


def read(path: Path, workspace: Path) -> Witnessed:
    return witnessed(path.name, path.read_bytes(), *needs(workspace))


def test_each_value_with_its_cell(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    sheet = book["Số liệu năm"]
    typed = {"12 văn bản": 4, 350.5: 5, 15250: 6}
    for value, row in typed.items():
        put(sheet, row, "Thực hiện kỳ này", value)
    put(book["Lời văn"], HEAD_ROW + 1, "Nội dung", " Đoạn một.\nĐoạn hai. ")
    put(book["Trường THPT"], HEAD_ROW + 1, "Tên trường", "Trường THPT K")
    put(book["Trường THPT"], HEAD_ROW + 1, "Ngày ra mắt mô hình (dự kiến)", datetime(2024, 3, 5))
    codes = {row: str(sheet.cell(row, heads(sheet)["Mã"]).value) for row in rows(sheet)}
    column = get_column_letter(heads(sheet)["Thực hiện kỳ này"])
    book.save(workspace / "bang.xlsx")

    found = read(workspace / "bang.xlsx", workspace)

    assert (found.plan, found.problems, found.warnings) == (PLAN, [], [])
    answers = found.answers("nam-dan", "bao-cao-nam")
    assert {tag: (each.raw, each.where) for tag, each in answers.items()} == {
        f"{codes[4]}.ky_nay": ("12 văn bản", f"Số liệu năm!{column}4"),
        f"{codes[5]}.ky_nay": ("350,5", f"Số liệu năm!{column}5"),
        f"{codes[6]}.ky_nay": ("15250", f"Số liệu năm!{column}6"),
    }
    school = found.values["nam-dan"]["high_schools", "Trường THPT K", "launched_on"]
    assert (school.raw, school.sheet, school.cell) == ("05/3/2024", "Trường THPT", f"C{HEAD_ROW + 1}")
    assert found.kinds("nam-dan") == ["bao-cao-nam", "bao-cao-6-thang"]


def test_nothing_filled_in_says_nothing(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn", "--district", "Vinh")
    found = read(workspace / "bang.xlsx", workspace)
    assert set(found.values) == {"nam-dan", "vinh"}
    assert found.answers("vinh", "bao-cao-nam") == {}


def test_what_cannot_be_read_is_told_of_by_its_cell(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    put(book["Số liệu năm"], 4, "Thực hiện kỳ này", "=1+1")
    book["Kinh phí"].title = "Kinh phí cũ"
    book.save(workspace / "bang.xlsx")
    told = [str(problem) for problem in read(workspace / "bang.xlsx", workspace).problems]
    assert told[0].startswith("bang.xlsx!Số liệu năm!F4: công thức chưa có giá trị -> ")
    assert told[1].startswith("bang.xlsx!Kinh phí: không có trang “Kinh phí” -> ")


def test_another_workbook_is_none_of_ours(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    book["Hướng dẫn"]["B3"] = "kh-docs 1; 200-kh-ubnd-2025"
    book.save(workspace / "bang.xlsx")
    found = read(workspace / "bang.xlsx", workspace)
    assert (found.plan, dict(found.values)) == ("200-kh-ubnd-2025", {})
    with pytest.raises(DataError, match="không phải tệp"):
        witnessed("bang.ods", b"PK", *needs(workspace))
