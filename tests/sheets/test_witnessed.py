"""What a workbook that came back says, each value with the cell it stands in; nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils import get_column_letter

from kh_docs.errors import DataError
from kh_docs.model.book import Book
from kh_docs.reading.book import load
from kh_docs.reading.workspace import find_workspace, wording_folders
from kh_docs.render.words import Words
from kh_docs.sheets.reading.witnessed import Witnessed, witnessed

from .clerk import HEAD_ROW, heads, put, row_of

Run = Callable[..., tuple[int, str, str]]
PLAN = "104-kh-ubnd-2024"
NOW = "Năm: kỳ này"


def needs(workspace: Path) -> tuple[Book, Words]:
    found = find_workspace(workspace)
    return load(found), Words(*wording_folders(found.templates, PLAN))


def read(path: Path, workspace: Path) -> Witnessed:
    return witnessed(path.name, path.read_bytes(), *needs(workspace))


def test_each_value_with_its_cell(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    sheet = book["Số liệu"]
    typed = {
        "so_buoi_tuyen_truyen": "12 buổi",
        "kdc_dang_ky_an_toan": 350.5,
        "luot_nguoi_tuyen_truyen": 15250,
    }
    placed = {code: row_of(sheet, code) for code in typed}
    for code, value in typed.items():
        put(sheet, placed[code], NOW, value)
    put(book["Lời văn"], HEAD_ROW + 2, "Nội dung", " Đoạn một.\nĐoạn hai. ")
    put(book["Trường THPT"], HEAD_ROW + 1, "Tên trường", "Trường THPT K")
    put(book["Trường THPT"], HEAD_ROW + 1, "Ngày ra mắt mô hình (dự kiến)", datetime(2024, 3, 5))
    column = get_column_letter(heads(sheet)[NOW])
    book.save(workspace / "bang.xlsx")

    found = read(workspace / "bang.xlsx", workspace)

    assert (found.plan, found.problems, found.warnings) == (PLAN, [], [])
    answers = found.answers("nam-dan", "bao-cao-nam")
    assert {tag: (each.raw, each.where) for tag, each in answers.items()} == {
        f"{code}.ky_nay": (raw, f"Số liệu!{column}{placed[code]}")
        for code, raw in zip(typed, ("12 buổi", "350,5", "15250"), strict=True)
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
    row = row_of(book["Số liệu"], "so_buoi_tuyen_truyen")
    put(book["Số liệu"], row, NOW, "=1+1")
    book["Kinh phí"].title = "Kinh phí cũ"
    book.save(workspace / "bang.xlsx")
    told = [str(problem) for problem in read(workspace / "bang.xlsx", workspace).problems]
    assert told[0].startswith(f"bang.xlsx!Số liệu!J{row}: công thức chưa có giá trị -> ")
    assert told[1].startswith("bang.xlsx!Kinh phí: không có trang “Kinh phí” -> ")


def test_another_workbook_is_none_of_ours(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    book["Hướng dẫn"]["B3"] = "kh-docs 2; 200-kh-ubnd-2025"
    book.save(workspace / "bang.xlsx")
    found = read(workspace / "bang.xlsx", workspace)
    assert (found.plan, dict(found.values)) == ("200-kh-ubnd-2025", {})
    with pytest.raises(DataError, match="không phải tệp"):
        witnessed("bang.ods", b"PK", *needs(workspace))


def test_what_is_struck_out_is_no_figure(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    sheet = book["Số liệu"]
    row = row_of(sheet, "so_van_ban_huyen_ban_hanh")
    put(sheet, row, NOW, CellRichText(TextBlock(InlineFont(strike=True), "12"), "85"))
    book.save(workspace / "bang.xlsx")
    found = read(workspace / "bang.xlsx", workspace)
    assert not found.answers("nam-dan", "bao-cao-nam")
    assert "gạch ngang" in found.problems[0].message
