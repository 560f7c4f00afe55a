"""Numbers and days as people spell them are taken and told of; only what has two readings is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kh_docs.sheets.form.shapes import Cell
from kh_docs.sheets.reading.cell_text import Said, said_in
from kh_docs.sheets.values import BadCell

from .clerk import put, row_of

Run = Callable[..., tuple[int, str, str]]
WHOLE, DAY, YEAR, WORDS = (Cell(("x",), kind) for kind in ("whole", "date", "year", "text"))
MONEY, SHARE = Cell(("x",), "number", (), "triệu đồng"), Cell(("x",), "number", (), "%")


@pytest.mark.parametrize(
    ("cell", "typed", "taken"),
    [
        (WHOLE, "12 văn bản", "12"), (WHOLE, "15.250", "15250"), (WHOLE, "15 250", "15250"),
        (WHOLE, "1.205.500", "1205500"), (WHOLE, "06", "6"), (WHOLE, "12 ...", "12"), (WHOLE, "'12", "12"),
        (MONEY, "1.234,5 triệu", "1234,5"),
        (MONEY, "1.205.500.000 đ", "1205,5"), (MONEY, "1,2 tỷ đồng", "1200"),
        (SHARE, "85%", "85"), (SHARE, "85,5 %", "85,5"),
        (DAY, "19/2/2024", "19/02/2024"), (DAY, "19-2-2024", "19/02/2024"), (DAY, "5.3.24", "05/3/2024"),
        (DAY, "ngày 05 tháng 3 năm 2024", "05/3/2024"), (DAY, "2024-03-05", "05/3/2024"),
        (WHOLE, "Chưa có số liệu", ""), (WHOLE, "…", ""), (WHOLE, "......", ""), (WHOLE, "Chưa đến kỳ", ""),
    ],
)  # fmt: skip
def test_another_spelling_is_taken_and_told_of(cell: Cell, typed: str, taken: str) -> None:
    said = said_in(cell, typed)
    assert (said.text, bool(said.spelt)) == (taken, True)


@pytest.mark.parametrize(
    ("cell", "typed", "taken"),
    [
        (WHOLE, "12", "12"), (WHOLE, 15250.0, "15250"), (WHOLE, 0, "0"), (MONEY, "350,5", "350,5"),
        (MONEY, 350.5, "350,5"), (SHARE, "85", "85"), (DAY, "19/02/2024", "19/02/2024"),
        (DAY, datetime(2024, 3, 5), "05/3/2024"), (YEAR, 2024, "2024"), (YEAR, "2024", "2024"),
        (WORDS, 7, "7"), (WHOLE, None, ""), (DAY, "  ", ""),
    ],
)  # fmt: skip
def test_what_needs_no_telling(cell: Cell, typed: Any, taken: str) -> None:
    assert said_in(cell, typed) == Said(taken)


@pytest.mark.parametrize(
    ("cell", "typed", "asked"),
    [
        (WHOLE, "1,120", "“1,120” đọc được hai cách, là 1120 hay 1,12?"),
        (MONEY, "1.5", "“1.5” đọc được hai cách, là 1,5 hay 15?"),
        (WHOLE, "12 nghìn lượt", "“12 nghìn lượt”: viết đủ các chữ số"),
        (WHOLE, "khoảng 12", "“khoảng 12” không phải một số"),
        (WHOLE, "85%", "“85%”: ở đây cần số lượng, không phải tỷ lệ"),
        (WHOLE, "mười hai", "ô phải là số, đang là chữ “mười hai”"),
        (WHOLE, -5, "số âm (-5)"),
        (WHOLE, 1.5, "phải là số nguyên, đang là 1,5"),
        (WHOLE, 10**10, "số quá lớn (10000000000)"),
        (WHOLE, datetime(2024, 1, 2), "ô phải là số, đang là 2024-01-02 00:00:00"),
        (DAY, "19/2", "“19/2” thiếu năm"),
        (DAY, "31/02/2024", "“31/02/2024” là ngày không có thật"),
        (DAY, "từ 1/5/2024 đến 3/5/2024", "“từ 1/5/2024 đến 3/5/2024” có hơn một ngày"),
        (DAY, "tháng 3", "“tháng 3” không phải một ngày"),
        (DAY, "19/2/1024", "năm 1024 không hợp lý"),
        (DAY, 45, "ô phải là ngày, đang là 45"),
        (WORDS, 7.15, "ô phải là chữ, đang là số 7.15"),
        (WORDS, datetime(2024, 1, 2), "Excel đã đổi chữ thành ngày (2024-01-02 00:00:00)"),
    ],
)  # fmt: skip
def test_what_has_two_readings_or_none_is_asked(cell: Cell, typed: Any, asked: str) -> None:
    with pytest.raises(BadCell) as caught:
        said_in(cell, typed)
    assert caught.value.message == asked
    assert caught.value.fix


def test_each_is_told_of_by_its_cell(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    typed = {
        ("Đơn vị", "proposal.number", "Nội dung nhập"): "15/TTr-CAH",
        ("Đơn vị", "proposal.issued_on", "Nội dung nhập"): "ngày 19 tháng 2 năm 2024",
        ("Đơn vị", "training_classes", "Nội dung nhập"): "02 lớp",
        ("Kinh phí", "bao-cao-nam:kinh_phi.01", "Ngân sách cấp huyện"): "1.205.500.000 đ",
        ("Kinh phí", "bao-cao-nam:kinh_phi.02", "Ngân sách cấp huyện"): "350,5",
    }
    for (sheet, code, head), value in typed.items():
        put(book[sheet], row_of(book[sheet], code), head, value)
    book.save(workspace / "bang.xlsx")
    left, _out, err = run("data", "import", "bang.xlsx")
    assert left == 0, err
    assert [line for line in err.splitlines() if line.startswith("Đã chuyển: ")] == [
        "Đã chuyển: bang.xlsx!Đơn vị!C8: “ngày 19 tháng 2 năm 2024” đọc là 19/02/2024",
        "Đã chuyển: bang.xlsx!Đơn vị!C19: “02 lớp” đọc là 2",
        "Đã chuyển: bang.xlsx!Kinh phí!D4: “1.205.500.000 đ” đọc là 1205,5",
    ]
    text = (workspace / "data/districts/104-kh-ubnd-2024/nam-dan.yaml").read_text(encoding="utf-8")
    assert "training_classes: 2\n" in text
    assert "kinh_phi.huyen.01: 1205,5\n    kinh_phi.huyen.02: 350,5\n" in text
