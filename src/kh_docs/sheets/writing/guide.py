"""The first sheet: how to fill the workbook in, what the colours mean, what each sheet is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kh_docs.sheets.form.shapes import AnySheet, Data, Scope, form_code
from kh_docs.sheets.form.stamps import stamp
from kh_docs.sheets.writing import looks
from kh_docs.sheets.writing.cells import put_words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_STEPS = (
    "Nhập vào ô nền vàng; ô nền cam là mục bắt buộc trước khi trình ký; ô nền xám không nhập.",
    "Rê chuột vào đầu cột có góc đỏ để xem cột đó ghi gì, theo điều khoản nào của kế hoạch tỉnh.",
    "Ngày gõ dạng 24/02/2026. Số chỉ gõ chữ số. Số, ký hiệu văn bản gõ như trên giấy (05/KH-UBND).",
    "Chưa có số liệu thì để trống (văn bản giữ chỗ chấm); thật sự bằng không thì gõ 0.",
    "Không đổi tên trang, tên cột, mã; không gộp ô, không xóa dòng in sẵn. Danh sách "
    "thiếu dòng thì chèn thêm dòng, ghi tên đơn vị ở cột đầu.",
    "Dùng phông Unicode (bảng mã UTF-8); chữ TCVN3 (.VnTime), VNI không đọc được.",
    "Không ghi tên đối tượng, nguồn tin, phương án nghiệp vụ vào bảng này.",
    "Nhập xong, lưu và đóng tệp, rồi chạy: kh-docs data import TÊN_TỆP.xlsx "
    "--dry-run (xem trước), bỏ --dry-run để ghi.",
)


def fill_guide(
    sheet: Worksheet, scopes: Sequence[Scope], sheets: Sequence[AnySheet], data: Mapping[str, Data]
) -> None:
    """Write the guide for the units of `scopes` with their `data`."""
    head = scopes[0].book.head
    units = ", ".join(scope.unit.full_name for scope in scopes)
    plan = f"{head.kind} số {head.number}/{head.symbol} của {head.issuer_short}, năm {head.year}"
    sheet.cell(1, 1, "DỮ LIỆU RIÊNG CỦA ĐƠN VỊ").font = looks.TITLE_FONT
    facts = (("Thực hiện", plan), ("Mã biểu mẫu (không sửa)", form_code(head.id)), ("Đơn vị", units))
    texts = [*facts, ("", ""), *((f"Bước {n}" if n else "", step) for n, step in enumerate(_STEPS, 1))]
    texts += [("", ""), *((item.name, item.about) for item in sheets)]
    held = {scope.unit.id: data[scope.unit.id] for scope in scopes}
    texts += [("", ""), ("Mã dữ liệu (không sửa)", stamp(held))]
    widths = [26.0, 90.0]
    for number, (label, text) in enumerate(texts, 2):
        name, words = put_words(sheet.cell(number, 1), label), put_words(sheet.cell(number, 2), text)
        name.font, words.font = looks.HEAD_FONT, looks.CELL_FONT
        name.alignment = words.alignment = looks.WRAPPED
        sheet.row_dimensions[number].height = looks.height_for([label, text], widths)
    looks.set_widths(sheet, widths)
    looks.for_paper(sheet, 1, landscape=False)
