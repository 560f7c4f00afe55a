"""Fill an exported workbook in as a clerk would, through openpyxl; every name here is made up."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

HEAD_ROW = 3
ANSWERS = {"date": datetime(2024, 2, 14), "yes": "Có", "number": 12.5, "whole": 3}
ITEMS: dict[str, Any] = {
    "signer.name": "Nguyễn Văn A",
    "signer.deputy": "Có",
    "party_basis": "Nghị quyết số 05-NQ/HU ngày 15 tháng 01 năm 2024 của Ban Thường vụ về công tác "
    "bảo đảm ANTT năm 2024",
    "proposal.number": "15/TTr-CAH",
    "proposal.issued_on": datetime(2024, 2, 19),
    "plan_issued.number": "45/KH-UBND",
    "plan_issued.issued_on": datetime(2024, 2, 23),
    "model_area.name": "Khu dân cư Thử Nghiệm",
    "model_area.address": "Xã Thử Nghiệm",
    "model_area.reason": "Phong trào khá, có mô hình hoạt động tốt",
    "safe_areas": 85,
    "camera_communes": 5,
    "forums": 1,
    "training_classes": 2,
    "drug_free_new": 3,
    "kept_communes": 2,
    "kept_bodies": 1,
    "kept_wards": 0,
}
BODIES = [
    ("Cơ quan A", "cơ quan", "25 người", "Xã A"),
    ("Công ty B", "doanh nghiệp", "vừa, 180 lao động", "Xã B"),
    ("Trường THCS C", "cơ sở giáo dục", "trung học cơ sở", "Xã C"),
    ("Trường THCS D", "cơ sở giáo dục", "trung học cơ sở", "Xã D"),
]


def heads(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[HEAD_ROW] if cell.value}


def rows(sheet: Worksheet) -> range:
    return range(HEAD_ROW + 1, sheet.max_row + 1)


def put(sheet: Worksheet, row: int, head: str, value: Any) -> None:
    sheet.cell(row, heads(sheet)[head]).value = value


def row_of(sheet: Worksheet, code: str) -> int:
    """The row that is known by this code."""
    column = heads(sheet)["Mã"]
    return next(
        row for row in rows(sheet) if str(sheet.cell(row, column).value).replace("_x005F_", "_") == code
    )


def fill(path: Path, exemplary: int) -> None:
    """Everything the workbook of one district asks, so that no document keeps a blank."""
    book = load_workbook(path)
    sheet = book["Đơn vị"]
    for row in rows(sheet):
        put(sheet, row, "Nội dung nhập", ITEMS.get(str(sheet.cell(row, heads(sheet)["Mã"]).value)))
    _communes(book["Xã, phường"], exemplary)
    _list(book["Điển hình 2023"], [("Xã E", "đơn vị cấp xã", "12/QĐ-CAT ngày 20/12/2023", "")])
    _list(book["Cơ quan, DN, trường"], BODIES)
    _list(
        book["Trường THPT"], [(f"Trường THPT {name}", datetime(2024, 3, 15), "Trần Thị B") for name in "KL"]
    )
    models = [
        (
            f"Mô hình {name}",
            "01",
            "Địa bàn dân cư",
            "Xã A",
            "Công an xã",
            "UBND xã A",
            "07/QĐ-UBND ngày 05/3/2022",
            "2022",
            4,
            12,
            86,
            "Lê Văn C",
            "Xã hội hóa",
            "1. Nhân rộng",
            datetime(2024, 2, 7),
            "",
        )
        for name in ("Camera an ninh", "Tiếng kẻng an ninh")
    ]
    _list(book["Mô hình"], models)
    sheet = book["Đánh giá mô hình"]
    for number, model in enumerate(models):
        row = HEAD_ROW + 1 + number
        sheet.cell(row, 1).value = sheet.cell(HEAD_ROW + 1, 1).value
        put(sheet, row, "Tên mô hình", model[0])
        for head, column in heads(sheet).items():
            if column > 2:
                sheet.cell(row, column).value = _judged(head)
    for name in ("Số liệu", "Số liệu thêm"):
        _figures(book[name])
    chosen = {"kết quả điển hình": "Đạt", "xếp loại phong trào": "Khá"}
    both = {f"{span}: {head}": value for span in ("6 tháng", "Năm") for head, value in chosen.items()}
    _everything(book["Số liệu theo xã"], both, "Có", 3)
    _everything(book["Kinh phí"], {"Nội dung": "Chi khác"}, 12.5, 12.5)
    _everything(book["Khen thưởng"], {}, 2, 2)
    _everything(book["Phiếu kiểm tra"], {"Ghi chú": None}, "Đạt", None, only_empty=True)
    _everything(book["Số liệu kiểm tra"], {"Ghi chú": "Khớp"}, 4, 4)
    _everything(book["Hồ sơ kiểm tra"], {"Còn thiếu": "Không", "Ghi chú": None}, "Có", None)
    _list_rows(
        book["Kiến nghị"],
        {
            "Nội dung kiến nghị": "Bổ sung hồ sơ mô hình",
            "Đơn vị thực hiện": "Công an huyện",
            "Thời hạn khắc phục": "30/8/2024",
        },
    )
    for row in rows(book["Lời văn"]):
        code = str(book["Lời văn"].cell(row, heads(book["Lời văn"])["Mã"]).value)
        if tag := code.partition(":")[2]:
            put(book["Lời văn"], row, "Nội dung", _written(tag))
    book.save(path)


def _written(tag: str) -> str:
    """Words for a narrative or a single blank, as the minutes and reports need them."""
    if tag.startswith("so_quyet_dinh"):
        return "12/QĐ-CAT"
    if tag.startswith("ngay_"):
        return "15 tháng 5 năm 2024"
    if tag.startswith(("so_lieu_", "ky_so_lieu")):
        return "31/5/2024" if "den" in tag else "01/12/2023"
    if tag.startswith("ky_"):
        return "Nguyễn Văn A"
    return "Đoạn thứ nhất do người soạn viết.\nĐoạn thứ hai." if "noi_dung" in tag else "Nguyễn Văn A, cán bộ"


def _communes(sheet: Worksheet, exemplary: int) -> None:
    for number, row in enumerate(rows(sheet)):
        put(sheet, row, "Đăng ký điển hình", "Có" if number < exemplary else None)
        if number < exemplary:
            put(sheet, row, "Năm đăng ký", "2024")
            put(sheet, row, "Số tiêu chí đạt/34", 30)
            put(sheet, row, "Tiêu chí còn thiếu", "2, 7, 15, 31")
            put(sheet, row, "Thời điểm đề nghị công nhận", "Quý IV/2024")
        cleaned = number % 5 == 0
        put(sheet, row, "Sạch về ma túy", "làm sạch" if cleaned else "giữ vững")
        put(sheet, row, "Thời hạn làm sạch", "Quý III/2024" if cleaned else None)
        put(sheet, row, "Trọng điểm phức tạp về ANTT", "Có" if number == 1 else None)
        put(sheet, row, "Giao: mô hình phòng, chống ma túy", "01 mô hình")
        put(sheet, row, "Giao: số khu dân cư An toàn về ANTT", 9)


def _list(sheet: Worksheet, items: list[tuple[Any, ...]]) -> None:
    for row, item in enumerate(items, HEAD_ROW + 1):
        for column, value in enumerate(item, 2):
            sheet.cell(row, column).value = value or None


def _list_rows(sheet: Worksheet, values: dict[str, Any]) -> None:
    for row in rows(sheet):
        for head, value in values.items():
            put(sheet, row, head, value)


def _judged(head: str) -> Any:
    if head.startswith("Ghi chú") or head in ("Lý do", "Cơ quan chịu trách nhiệm"):
        return "Hoạt động đều"
    if head == "Thời hạn thực hiện":
        return "Quý III/2024"
    if head.startswith("Số "):
        return 2
    return "Đạt" if head.startswith(("Phù hợp", "Hoạt động", "Được", "Hồ sơ bảo đảm", "Không")) else "Có"


def _figures(sheet: Worksheet) -> None:
    places = heads(sheet)
    for row in rows(sheet):
        for head in (f"{span}: {words}" for span in ("6 tháng", "Năm") for words in ("cùng kỳ", "kỳ này")):
            cell = sheet.cell(row, places[head])
            if cell.fill.fgColor.rgb == "00EEEEEE":
                continue
            cell.value = _figure(sheet, cell, head)


def _figure(sheet: Worksheet, cell: Any, head: str) -> Any:
    if cell.number_format == "dd/mm/yyyy":
        return datetime(2024, 2, 7)
    for rule in sheet.data_validations.dataValidation:
        if cell.coordinate in rule.sqref and rule.type == "list":
            lists, area = rule.formula1.split("!")
            assert sheet.parent is not None
            return sheet.parent[lists][area.replace("$", "").split(":")[0]].value
    if cell.number_format in ("0", "General"):
        return 4 if head.endswith("kỳ này") else 2
    return "Đã nêu trong báo cáo"


def _everything(
    sheet: Worksheet, fixed: dict[str, Any], words: Any, number: Any, only_empty: bool = False
) -> None:
    """Fill every open cell; `fixed` says what belongs under some headings."""
    for row in rows(sheet):
        for head, column in heads(sheet).items():
            cell = sheet.cell(row, column)
            if cell.fill.fgColor.rgb != "00FFF9DB":
                continue
            value = fixed.get(head, number if cell.number_format in ("0", "General") else words)
            if head == "Ghi chú" and "Ghi chú" not in fixed:
                value = None
            cell.value = value
