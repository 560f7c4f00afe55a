"""The sheet of the communes: what the unit has decided about each of them."""

from __future__ import annotations

from kh_docs.model.local import DRUG_STATES, NTM_STATES
from kh_docs.sheets.form import Cell, Column, FixedRow, Scope

COMMUNE_COLUMNS = (
    Column("name", "Xã, phường, thị trấn", "fixed", 22, "Danh mục của đơn vị; không sửa tên."),
    Column(
        "exemplary",
        "Đăng ký điển hình",
        "yes",
        11,
        "Có: đăng ký xây dựng điển hình trong năm (điểm b khoản 5 Mục II; G08, G10).",
    ),
    Column(
        "year",
        "Năm đăng ký",
        "code",
        9,
        "Để trống thì in năm của kế hoạch; nơi tính tổng số đến hết năm (G08) thì phải ghi.",
    ),
    Column("met", "Số tiêu chí đạt/34", "whole", 10, "Theo bảng tự chấm của xã (0 đến 34)."),
    Column("missing", "Tiêu chí còn thiếu", "text", 22, "Ghi số hoặc tên tiêu chí chưa đạt."),
    Column("due", "Thời điểm đề nghị công nhận", "text", 16, "Ví dụ: Quý IV/2024."),
    Column(
        "decision",
        "Quyết định công nhận (số, ngày)",
        "text",
        20,
        "Khi đã được công nhận; in ở báo cáo năm, Phụ lục IV.",
    ),
    Column(
        "drugs",
        "Sạch về ma túy",
        "choice",
        11,
        "giữ vững: đã được công nhận, nay giữ; làm sạch: phấn đấu trong năm (điểm c khoản 1 Mục II; G17).",
        choices=DRUG_STATES,
    ),
    Column("drugs_due", "Thời hạn làm sạch", "text", 14, "In ở Phụ lục III kế hoạch."),
    Column("drugs_note", "Ghi chú về ma túy", "text", 16, "In ở Phụ lục III kế hoạch."),
    Column(
        "key_area",
        "Trọng điểm phức tạp về ANTT",
        "yes",
        11,
        "Chỉ xã thuộc diện 04 xã của khoản 7 Mục II (điểm a); không dùng danh sách về "
        "trật tự, an toàn xã hội (G12).",
    ),
    Column(
        "ntm",
        "Nông thôn mới",
        "choice",
        14,
        "Nơi ưu tiên mô hình camera (điểm b khoản 6 Mục II).",
        choices=NTM_STATES,
    ),
    Column(
        "share.exemplary",
        "Giao: điển hình",
        "text",
        12,
        "Phụ lục IV kế hoạch; bỏ trống cả năm cột thì không có Phụ lục IV.",
    ),
    Column("share.drug_free", "Giao: sạch về ma túy", "text", 12, "Phụ lục IV kế hoạch."),
    Column(
        "share.drug_model",
        "Giao: mô hình phòng, chống ma túy",
        "text",
        12,
        "Phụ lục IV kế hoạch; ít nhất 01 mô hình mỗi xã (điểm a khoản 6 Mục II).",
    ),
    Column("share.camera", "Giao: mô hình camera", "text", 12, "Phụ lục IV kế hoạch."),
    Column("share.safe_areas", "Giao: số khu dân cư An toàn về ANTT", "whole", 12, "Phụ lục IV kế hoạch."),
)


def commune_rows(scope: Scope) -> list[FixedRow]:
    rows = []
    for commune in scope.unit.children:
        cells = {
            column.key: Cell(("communes", commune.name, *column.key.split(".")), column.kind, column.choices)
            for column in COMMUNE_COLUMNS
            if column.kind != "fixed"
        }
        rows.append(FixedRow(commune.name, {"name": commune.name}, cells))
    return rows
