"""Cells that show something else than their value says: struck out, raised, noted, printed words changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from .clerk import put, row_of, rows

Run = Callable[..., tuple[int, str, str]]
STRUCK, RAISED, PLAIN = InlineFont(strike=True), InlineFont(vertAlign="superscript"), InlineFont(b=True)
NOW, NOTE, ROW = "6 tháng: kỳ này", "6 tháng: ghi chú", "so_van_ban_huyen_ban_hanh"


@pytest.fixture
def given(run: Run, workspace: Path) -> Callable[[str, Callable[[Worksheet], None]], tuple[int, str, str]]:
    """What importing says of a workbook in which one sheet was changed."""
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")

    def given(sheet: str, change: Callable[[Worksheet], None]) -> tuple[int, str, str]:
        book = load_workbook(workspace / "bang.xlsx")
        change(book[sheet])
        book.save(workspace / "bang.xlsx")
        return run("data", "import", "bang.xlsx", "--dry-run")

    return given


Given = Callable[[str, Callable[[Worksheet], None]], tuple[int, str, str]]


def typed(head: str, value: Any) -> Callable[[Worksheet], None]:
    return lambda sheet: put(sheet, row_of(sheet, ROW), head, value)


@pytest.mark.parametrize(
    ("head", "value", "said"),
    [
        (NOW, [TextBlock(STRUCK, "12"), "85"], "gạch ngang, phần không: “1285”"),
        (NOW, [TextBlock(PLAIN, "85"), TextBlock(STRUCK, " 12")], "gạch ngang, phần không: “85 12”"),
        (NOTE, [TextBlock(STRUCK, "lời bỏ"), " lời giữ"], "gạch ngang, phần không"),
        (NOW, ["5", TextBlock(RAISED, "1")], "dính liền thành “51”"),
        (NOTE, ["08:30", TextBlock(STRUCK, "x")], "gạch ngang, phần không"),
    ],
)
def test_a_value_of_two_parts_is_asked_about(given: Given, head: str, value: list[Any], said: str) -> None:
    code, out, err = given("Số liệu", typed(head, CellRichText(value)))
    assert code == 2
    assert not out
    assert said in err


@pytest.mark.parametrize(
    ("head", "value", "taken"),
    [
        (NOW, [TextBlock(PLAIN, "8"), "5"], "“85”"),
        (NOW, ["85", TextBlock(STRUCK, " ")], "“85”"),
        (NOTE, ["200 m", TextBlock(RAISED, "2")], "“200 m2”"),
    ],
)
def test_other_looks_say_nothing(given: Given, head: str, value: list[Any], taken: str) -> None:
    code, out, err = given("Số liệu", typed(head, CellRichText(value)))
    assert code == 0
    assert out.rstrip().endswith(taken)
    assert "gạch" not in err


@pytest.mark.parametrize("value", [7, "7", "7 văn bản"])
def test_what_is_struck_out_whole_is_asked_about(given: Given, value: Any) -> None:
    def strike(sheet: Worksheet) -> None:
        typed(NOW, value)(sheet)
        next(cell for cell in sheet[row_of(sheet, ROW)] if cell.value == value).font = Font(strike=True)

    code, out, err = given("Số liệu", strike)
    assert code == 2
    assert not out
    assert f"ô bị gạch ngang: “{value}”" in err


@pytest.mark.parametrize("value", [time(8, 30), timedelta(hours=27)])
@pytest.mark.parametrize(("head", "said"), [(NOTE, "đổi chữ thành giờ"), (NOW, "số")])
def test_what_excel_made_an_hour_is_not_printed(given: Given, value: Any, head: str, said: str) -> None:
    code, out, err = given("Số liệu", typed(head, value))
    assert code == 2
    assert not out
    assert said in err


def test_notes_are_told_of(given: Given) -> None:
    def noted(sheet: Worksheet) -> None:
        for row in rows(sheet):
            sheet.cell(row, 7).comment = Comment("[Threaded comment]\n\nComment:\n    số đúng là 12", "a")

    code, _out, err = given("Xã, phường", noted)
    assert code == 0
    assert err.count("“số đúng là 12”") == 5
    assert "còn 14 ghi chú" in err


@pytest.mark.parametrize(
    ("sheet", "head", "said"),
    [
        ("Phân công", "Chủ trì dự kiến", "Phân công!E4"),
        ("Số liệu", "Chỉ tiêu năm", "Số liệu!E4"),
        ("Đơn vị", "In ở đâu, điều khoản", "Đơn vị!D4"),
    ],
)
def test_what_is_typed_over_printed_words_is_told_of(given: Given, sheet: str, head: str, said: str) -> None:
    code, out, err = given(sheet, lambda page: put(page, 4, head, "Phòng Nội vụ"))
    assert code == 0
    assert not out
    assert said in err
    assert "không được đọc: “Phòng Nội vụ”" in err


def test_one_column_sorted_alone_is_told_of(given: Given) -> None:
    def sort(sheet: Worksheet) -> None:
        cells = [sheet.cell(row, 3) for row in rows(sheet)]
        for cell, value in zip(cells, [cell.value for cell in reversed(cells)], strict=True):
            cell.value = value

    code, _out, err = given("Số liệu", sort)
    assert code == 0
    assert "ô in sẵn nữa khác bản xuất ra" in err


def test_figures_in_another_measure_are_asked_about(given: Given) -> None:
    code, out, err = given("Số liệu", typed("Đơn vị tính", "nghìn văn bản"))
    assert code == 2
    assert not out
    assert "đơn vị tính bị đổi từ “văn bản”" in err


def test_what_changes_with_the_data_is_not_taken_for_typed(run: Run, workspace: Path, given: Given) -> None:
    """The target printed beside a figure follows the communes registered; nobody typed it."""
    given("Xã, phường", lambda sheet: put(sheet, 5, "Đăng ký điển hình", "Có"))
    assert run("data", "import", "bang.xlsx")[0] == 0
    code, _out, err = run("data", "import", "bang.xlsx")
    assert code == 0
    assert "in sẵn" not in err


def test_two_files_that_disagree_are_told_as_cells_read(run: Run, workspace: Path, given: Given) -> None:
    for name, value in (("mot.xlsx", "Có"), ("hai.xlsx", "Không")):
        given("Xã, phường", lambda sheet, value=value: put(sheet, 5, "Đăng ký điển hình", value))  # type: ignore[misc]
        (workspace / "bang.xlsx").rename(workspace / name)
        run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    code, _out, err = run("data", "import", "mot.xlsx", "hai.xlsx")
    assert code == 1
    assert "tệp mot.xlsx ghi “Có”" in err


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "form", "said"),
    [
        ("Số liệu", "G8", 12, '0" nghìn"', "“12 nghìn”: viết đủ các chữ số"),
        ("Kinh phí", "D4", 12_000_000, '#,##0\\ "đồng"', "“12000000 đồng” đọc là 12\n"),
        ("Kinh phí", "D4", 12_000_000, '#,##0\\ "₫"', "ghi rõ “đồng” sau số"),
    ],
)
def test_what_the_format_says_behind_a_number_counts(
    given: Given, sheet: str, cell: str, value: int, form: str, said: str
) -> None:
    def formed(page: Worksheet) -> None:
        page[cell].value, page[cell].number_format = value, form

    assert said in given(sheet, formed)[2]


@pytest.mark.parametrize("form", ["General", "#,##0", '0" văn bản"', '0;"không"', '0"."'])
def test_other_formats_change_no_number(given: Given, form: str) -> None:
    def formed(page: Worksheet) -> None:
        page["G8"].value, page["G8"].number_format = 12, form

    code, out, _err = given("Số liệu", formed)
    assert code == 0
    assert out.endswith("“12”\n")
