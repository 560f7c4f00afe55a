"""What cannot be, or hardly, is warned of by its cell and stops nothing (R18, R19)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from .clerk import heads as heads_of
from .clerk import put, row_of, rows
from .test_whole_way import text_of

Run = Callable[..., tuple[int, str, str]]
HALF, WHOLE_YEAR = "6 tháng: kỳ này", "Năm: kỳ này"


def imported(run: Run, workspace: Path, values: dict[tuple[str, str, str], Any]) -> list[str]:
    """The warnings of a workbook with these values, by sheet, code and heading."""
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    for (sheet, code, head), value in values.items():
        put(book[sheet], row_of(book[sheet], code), head, value)
    book.save(workspace / "bang.xlsx")
    left, _out, err = run("data", "import", "bang.xlsx", "--dry-run")
    assert left == 0, err
    return [line for line in err.splitlines() if line.startswith("Lưu ý: bang.xlsx!")]


@pytest.mark.parametrize(
    ("values", "cell", "said"),
    [
        (
            {("Số liệu", "xa_to_chuc_ngay_hoi", WHOLE_YEAR): 25},
            "Số liệu!J",
            "25 lớn hơn mức cao nhất có thể là 19",
        ),
        (
            {("Kinh phí", "bao-cao-nam:kinh_phi.01", "Ngân sách cấp huyện"): 412750000},
            "Kinh phí!D",
            "412750000 lớn hơn mức cao nhất có thể là 100000",
        ),
        (
            {("Số liệu", "kinh_phi_ngan_sach_huyen", HALF): 412750000},
            "Số liệu!G",
            "412750000 lớn hơn mức cao nhất có thể là 100000",
        ),
        (
            {
                ("Số liệu", "nguon_tin_co_gia_tri", WHOLE_YEAR): 500,
                ("Số liệu", "nguon_tin_nhan_dan_cung_cap", WHOLE_YEAR): 199,
            },
            "Số liệu!J",
            "số liệu là 500 và 199",
        ),
        (
            {
                ("Số liệu", "so_buoi_tuyen_truyen", WHOLE_YEAR): 4120,
                ("Số liệu", "so_buoi_tuyen_truyen", "Năm: cùng kỳ"): 41,
            },
            "Số liệu!J",
            "kỳ này 4120, cùng kỳ 41, chênh quá 10 lần",
        ),
        (
            {
                ("Số liệu", "so_buoi_tuyen_truyen", HALF): 120,
                ("Số liệu", "so_buoi_tuyen_truyen", WHOLE_YEAR): 85,
            },
            "Số liệu!J",
            "cả năm 85, riêng 06 tháng đầu năm đã 120",
        ),
    ],
)
def test_a_figure_that_can_hardly_be(
    run: Run, workspace: Path, values: dict[tuple[str, str, str], Any], cell: str, said: str
) -> None:
    found = imported(run, workspace, values)
    assert [line for line in found if line.startswith(f"Lưu ý: bang.xlsx!{cell}") and said in line], found


def test_figures_in_order_are_not_warned_of(run: Run, workspace: Path) -> None:
    assert (
        imported(
            run,
            workspace,
            {
                ("Số liệu", "xa_to_chuc_ngay_hoi", WHOLE_YEAR): 19,
                ("Số liệu", "so_buoi_tuyen_truyen", HALF): 60,
                ("Số liệu", "so_buoi_tuyen_truyen", WHOLE_YEAR): 120,
                ("Số liệu", "so_buoi_tuyen_truyen", "Năm: cùng kỳ"): 98,
                ("Số liệu", "nguon_tin_nhan_dan_cung_cap", WHOLE_YEAR): 12,
                ("Số liệu", "nguon_tin_nhan_dan_cung_cap", "Năm: cùng kỳ"): 1,
                ("Kinh phí", "bao-cao-nam:kinh_phi.01", "Ngân sách cấp huyện"): 412.75,
            },
        )
        == []
    )


def test_parts_are_held_against_what_the_communes_add_up_to(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    sheet = book["Số liệu theo xã"]
    for row in rows(sheet):
        put(sheet, row, "Năm: tổng số khu dân cư", 5)
    put(book["Số liệu"], row_of(book["Số liệu"], "kdc_dang_ky_an_toan"), WHOLE_YEAR, 96)
    book.save(workspace / "bang.xlsx")
    _code, _out, err = run("data", "import", "bang.xlsx", "--dry-run")
    assert "không được lớn hơn tổng số khu dân cư: số liệu là 96 và 95" in err


@pytest.mark.parametrize(("new", "warned"), [(6, False), (5, True)])
def test_those_that_are_kept_count(run: Run, workspace: Path, new: int, warned: bool) -> None:
    """04 kept and 06 new make the 10 that are due; then nothing dotted is left in the plan's list."""
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    put(book["Đơn vị"], row_of(book["Đơn vị"], "kept_communes"), "Nội dung nhập", 4)
    sheet = book["Xã, phường"]
    names = []
    for row in list(rows(sheet))[:new]:
        names.append(str(sheet.cell(row, heads_of(sheet)["Xã, phường, thị trấn"]).value))
        put(sheet, row, "Đăng ký điển hình", "Có")
        put(sheet, row, "Năm đăng ký", "2024")
        put(sheet, row, "Số tiêu chí đạt/34", 30)
        put(sheet, row, "Thời điểm đề nghị công nhận", "Quý IV/2024")
    book.save(workspace / "bang.xlsx")
    code, _out, err = run("data", "import", "bang.xlsx")
    assert code == 0
    assert ("mới có 09 đơn vị cấp xã điển hình, chỉ tiêu là 10" in err) == warned
    assert run("generate", "nam-dan", "--kind", "ke-hoach")[0] == 0
    path = workspace / "out/104-kh-ubnd-2024/nam-dan/ke-hoach-nam-dan-2024.docx"
    heads = [(table, [cell.text for cell in table.rows[0].cells]) for table in Document(str(path)).tables]
    table = next(table for table, head in heads if "Năm đăng ký" in head)
    assert len(table.rows) - 1 == 6
    assert [name for name in names if name not in text_of(path)] == []
