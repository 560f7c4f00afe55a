"""The sheets that grow: exemplary units, bodies that register, high schools, models."""

from __future__ import annotations

from kh_docs.model.local import BODY_KINDS, KEPT_KINDS
from kh_docs.sheets.form import Column, ListSheet, Scope


def list_sheets(scope: Scope) -> list[ListSheet]:
    """The lists in the order a clerk fills them in."""
    sheet = scope.book.sheet
    choices = {field.id: field.choices for part in (sheet.info, sheet.conclusion) for field in part.fields}
    return [
        ListSheet(
            "Điển hình 2023",
            "Đơn vị điển hình đã xây dựng năm 2023, nay phải duy trì (G18).",
            (
                Column("name", "Tên đơn vị", "text", 46, "Theo quyết định công nhận.", required=True),
                Column(
                    "kind",
                    "Loại",
                    "choice",
                    22,
                    "Điểm a, điểm b khoản 5 Mục II.",
                    required=True,
                    choices=KEPT_KINDS,
                ),
                Column("decision", "Quyết định công nhận (số, ngày)", "text", 34, "In ở Phụ lục IV báo cáo."),
                Column("note", "Ghi chú", "text", 30),
            ),
            "kept",
        ),
        ListSheet(
            "Cơ quan, DN, trường",
            "Ít nhất 01 cơ quan, 01 doanh nghiệp, 02 cơ sở giáo dục đăng ký điển hình (điểm "
            "b khoản 5 Mục II).",
            (
                Column(
                    "name",
                    "Tên cơ quan, doanh nghiệp, cơ sở giáo dục",
                    "text",
                    46,
                    "Tên đầy đủ.",
                    required=True,
                ),
                Column(
                    "kind", "Loại", "choice", 18, "Điểm b khoản 5 Mục II.", required=True, choices=BODY_KINDS
                ),
                Column(
                    "size",
                    "Quy mô, cấp học",
                    "text",
                    24,
                    "G11: nên là THCS, GDNN-GDTX; doanh nghiệp không nhỏ, siêu nhỏ; không phải đơn "
                    "vị vũ trang.",
                ),
                Column("address", "Địa chỉ (xã, phường, thị trấn)", "text", 26),
                Column(
                    "decision",
                    "Quyết định công nhận (số, ngày)",
                    "text",
                    26,
                    "Khi đã được công nhận; in ở báo cáo năm.",
                ),
            ),
            "bodies",
        ),
        ListSheet(
            "Trường THPT",
            "Tất cả trường trung học phổ thông trên địa bàn; số trường lấy theo danh sách "
            "này (điểm c khoản 6 Mục II; G14).",
            (
                Column("name", "Tên trường", "text", 46, "Tên đầy đủ.", required=True),
                Column(
                    "launched_on",
                    "Ngày ra mắt mô hình (dự kiến)",
                    "date",
                    18,
                    "Ra mắt trong Quý I năm 2024 (điểm c khoản 6 Mục II).",
                ),
                Column("officer", "Cán bộ Công an phụ trách", "text", 34),
            ),
            "high_schools",
        ),
        ListSheet(
            "Mô hình",
            "Mỗi dòng một mô hình, mỗi mô hình một phiếu kiểm tra; "
            "đếm điểm, tổ theo Hướng dẫn 22/HD-BCA-V05.",
            (
                Column("name", "Tên mô hình", "text", 32, "Khoản 6 Mục II (điểm a).", required=True),
                Column("code", "Mã mô hình", "code", 9, "Nếu có."),
                Column(
                    "kind",
                    "Loại mô hình",
                    "choice",
                    18,
                    "Chọn trong danh sách.",
                    choices=choices.get("m_loai", ()),
                ),
                Column("commune", "Nơi có mô hình", "text", 16, "Tên xã, phường, thị trấn."),
                Column("proposer", "Chủ thể đề xuất", "text", 16),
                Column("lead", "Cơ quan chủ trì", "text", 16),
                Column("decision", "Quyết định thành lập", "text", 18, "Số, ngày."),
                Column("year", "Năm xây dựng", "code", 9),
                Column("points", "Số điểm", "whole", 8, "Số nơi áp dụng mô hình."),
                Column("teams", "Số tổ", "whole", 8, "Số tổ thực hiện."),
                Column("members", "Số thành viên", "whole", 9),
                Column("officer", "Công an phụ trách", "text", 16),
                Column(
                    "funding",
                    "Nguồn kinh phí",
                    "text",
                    16,
                    "Thông tư số 40/2023/TT-BTC (điểm c khoản 8 Mục II).",
                ),
                Column(
                    "group",
                    "Xếp nhóm",
                    "choice",
                    18,
                    "Nhân rộng, củng cố, kết thúc hay xây mới (điểm a khoản 6 Mục II).",
                    choices=choices.get("m_kl_nhom", ()),
                ),
                Column(
                    "reviewed_on",
                    "Ngày rà soát",
                    "date",
                    12,
                    "Hoàn thành trước ngày 15/02/2024 (điểm a khoản 6 Mục II).",
                ),
                Column("note", "Ghi chú", "text", 16),
            ),
            "models",
        ),
    ]
