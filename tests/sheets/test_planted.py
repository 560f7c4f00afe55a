"""Forty mistakes in one workbook: forty messages at their cells, nothing written, exit code 2."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from .clerk import fill, heads, put, row_of, rows

Run = Callable[..., tuple[int, str, str]]


def plant(path: Path) -> list[tuple[str, str]]:
    """Make the mistakes; their places and a word of the message each must get."""
    book = load_workbook(path)
    planted: list[tuple[str, str]] = []
    figure = row_of(book["Số liệu"], "so_buoi_tuyen_truyen")

    def wrong(sheet: str, row: int, head: str, value: Any, said: str) -> None:
        put(book[sheet], row, head, value)
        cell = book[sheet].cell(row, heads(book[sheet])[head]).coordinate
        planted.append((f"bang.xlsx!{sheet}!{cell}: ", said))

    wrong("Đơn vị", 5, "Nội dung nhập", "Vâng", "không có trong danh sách")
    wrong("Đơn vị", 7, "Nội dung nhập", 15, "đã bỏ số 0 ở đầu")
    wrong("Đơn vị", 8, "Nội dung nhập", "31/02/2024", "ngày không có thật")
    wrong("Đơn vị", 10, "Nội dung nhập", "23/2", "thiếu năm")
    wrong(
        "Đơn vị", row_of(book["Đơn vị"], "safe_areas"), "Nội dung nhập", "tám mươi", "đang là chữ “tám mươi”"
    )
    wrong("Đơn vị", row_of(book["Đơn vị"], "camera_communes"), "Nội dung nhập", -3, "số âm")
    wrong("Đơn vị", row_of(book["Đơn vị"], "forums"), "Nội dung nhập", 1.5, "số nguyên")
    wrong("Đơn vị", row_of(book["Đơn vị"], "training_classes"), "Nội dung nhập", "1,120", "đọc được hai cách")
    first, second = (str(book["Xã, phường"].cell(row, 2).value) for row in (4, 5))
    wrong("Xã, phường", 4, "Xã, phường, thị trấn", first[:-1], f"“{first}”")
    wrong("Xã, phường", 6, "Xã, phường, thị trấn", second, f"trùng “{second}”")
    wrong("Xã, phường", 7, "Số tiêu chí đạt/34", "=1/0", "công thức chưa có giá trị")
    wrong("Xã, phường", 8, "Số tiêu chí đạt/34", "#N/A", "báo lỗi #N/A")
    wrong("Xã, phường", 9, "Sạch về ma túy", "sạch", "không có trong danh sách")
    wrong("Xã, phường", 10, "Đăng ký điển hình", True, "đúng/sai")
    wrong("Xã, phường", 11, "Tiêu chí còn thiếu", datetime(2024, 7, 2), "đổi chữ thành ngày")
    wrong("Xã, phường", 12, "Thời điểm đề nghị công nhận", 4.5, "phải là chữ")
    wrong("Xã, phường", 13, "Đơn vị", "Nam Đà", "không có đơn vị “Nam Đà”")
    wrong("Xã, phường", 14, "Đơn vị", "Vinh", "không thuộc bảng này")
    wrong("Điển hình 2023", 5, "Loại", "cơ quan", "thiếu “Tên đơn vị”")
    book["Điển hình 2023"].cell(5, 2).value = None
    planted[-1] = ("bang.xlsx!Điển hình 2023!B5: ", planted[-1][1])
    wrong(
        "Cơ quan, DN, trường",
        5,
        "Tên cơ quan, doanh nghiệp, cơ sở giáo dục",
        "Cơ quan A",
        "trùng “Cơ quan A”",
    )
    wrong("Cơ quan, DN, trường", 6, "Loại", None, "thiếu “Loại”")
    wrong("Cơ quan, DN, trường", 7, "Loại", "trường", "không có trong danh sách")
    wrong("Trường THPT", 4, "Ngày ra mắt mô hình (dự kiến)", "tháng 3", "không phải một ngày")
    wrong("Trường THPT", 5, "Ngày ra mắt mô hình (dự kiến)", 45, "năm 1900 không hợp lý")
    wrong("Mô hình", 4, "Số điểm", "bốn", "đang là chữ")
    wrong("Mô hình", 4, "Mã mô hình", 7, "đã bỏ số 0 ở đầu")
    wrong("Mô hình", 5, "Xếp nhóm", "5. Khác", "không có trong danh sách")
    wrong("Mô hình", 5, "Số thành viên", 10**10, "số quá lớn")
    wrong("Đánh giá mô hình", 5, "Tên mô hình", "Mô hình lạ", "không có “Mô hình lạ”")
    wrong("Phân công", 4, "Mã", "N99", "không có “N99”")
    wrong("Phân công", 6, "Thời hạn: sửa thành", "quý\x1fII".replace("\x1f", "\u202e"), "ký tự đảo chiều")
    wrong("Số liệu", figure, "6 tháng: kỳ này", "mười", "đang là chữ")
    wrong("Số liệu", figure + 1, "Mã", "sai_ma", "không có “sai_ma”")
    wrong("Số liệu", figure, "Năm: cùng kỳ", -1, "số âm")
    wrong("Số liệu theo xã", 5, "6 tháng: xếp loại phong trào", "Giỏi", "không có trong danh sách")
    wrong("Kinh phí", 4, "Ngân sách cấp huyện", "12.5", "đọc được hai cách")
    book["Khen thưởng"].merge_cells("D5:E5")
    planted.append(("bang.xlsx!Khen thưởng!D5: ", "ô gộp"))
    put(book["Hồ sơ kiểm tra"], 3, "Đã cung cấp", "Cung cấp")
    planted.append(("bang.xlsx!Hồ sơ kiểm tra!C3: ", "thiếu cột “Đã cung cấp”"))
    del book["Kiến nghị"]
    planted.append(("bang.xlsx!Kiến nghị: ", "không có trang"))
    book["Hướng dẫn"]["B3"] = "kh-docs 1; 104-kh-ubnd-2024"
    planted.append(("bang.xlsx!Hướng dẫn!B3: ", "không phải bản hiện nay"))
    book.save(path)
    return planted


def test_forty_mistakes(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    fill(workspace / "bang.xlsx", 10)
    planted = plant(workspace / "bang.xlsx")
    assert len(planted) == len(dict(planted)) == 40
    code, out, err = run("data", "import", "bang.xlsx")
    assert (code, out) == (2, "")
    lines = [line.removeprefix("Lỗi: ") for line in err.splitlines() if line.startswith("Lỗi: ")]
    unseen = [
        (place, said)
        for place, said in planted
        if not any(line.startswith(place) and said in line for line in lines)
    ]
    assert unseen == []
    assert len(lines) == 40, [
        line for line in lines if not line.startswith(tuple(place for place, _said in planted))
    ]
    assert all(" -> " in line for line in lines)
    assert not (workspace / "data" / "districts").exists()


def test_a_commune_in_another_spelling_is_known(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    sheet = book["Xã, phường"]
    row = next(row for row in rows(sheet) if sheet.cell(row, 2).value == "Nam Hưng")
    put(sheet, row, "Xã, phường, thị trấn", unicodedata.normalize("NFD", "xã Nam Hưng "))
    put(sheet, row, "Đăng ký điển hình", "có")
    book.save(workspace / "bang.xlsx")
    assert run("data", "import", "bang.xlsx")[0] == 0
    text = (workspace / "data/districts/104-kh-ubnd-2024/nam-dan.yaml").read_text(encoding="utf-8")
    assert "communes:\n  Nam Hưng:\n    exemplary: yes\n" in text
