"""What the seed's text holds, written down by hand from the text (shared/domain.md, D, L and T)."""

from __future__ import annotations

from datetime import date

# Clause, words, last day.
DEADLINES = [
    ("II.1.c", "trong năm 2024", date(2024, 12, 31)),  # D13
    ("II.2.c", "(19/8)", date(2024, 8, 19)),  # D11
    ("II.2.c", "(18/11)", date(2024, 11, 18)),  # D12
    ("II.5.a.2", "trong năm 2024", date(2024, 12, 31)),  # D14
    ("II.5.b.2", "đến năm 2030", date(2030, 12, 31)),  # D17
    ("II.5.b.2", "năm 2024", date(2024, 12, 31)),  # D15
    ("II.5.b.2", "vào năm 2025", date(2025, 12, 31)),  # D16
    ("II.5.c.2", "năm 2024", date(2024, 12, 31)),  # D18
    ("II.6.a.1", "trước ngày 15/02/2024", date(2024, 2, 14)),  # D04
    ("II.6.a.1", "trong Quý II/2024", date(2024, 6, 30)),  # D05
    ("II.6.a.3", "trước tháng 10/2024", date(2024, 9, 30)),  # D06
    ("II.6.a.4", "trước tháng 10/2024", date(2024, 9, 30)),  # D07
    ("II.6.b", "trong năm 2024", date(2024, 12, 31)),  # D19
    ("II.6.c", "trong Quý I/2024", date(2024, 3, 31)),  # D08
    ("II.6.c", "trước ngày 15/5/2024", date(2024, 5, 14)),  # D09
    ("II.6.c", "trước ngày 15/11/2024", date(2024, 11, 14)),  # D10
    ("III.1", "trước ngày 25/02/2024", date(2024, 2, 24)),  # D01
    ("III.1", "trước ngày 14/6", date(2024, 6, 13)),  # D02
    ("III.1", "trước ngày 14/12", date(2024, 12, 13)),  # D03
]

# Kind, number, day, issuer; L01-L18, each where it is first cited. L19 has no numbers.
BASES = [
    ("Kết luận", "44-KL/TW", date(2019, 1, 22), "Ban Bí thư Trung ương Đảng", "opening"),
    ("Chỉ thị", "09-CT/TW", date(2011, 12, 1), "Ban Bí thư", "opening"),
    ("Nghị quyết", "06-NQ/TU", date(2021, 12, 21), "Ban Chấp hành Đảng bộ tỉnh", "II.1.a"),
    ("Nghị quyết", "10-NQ/TU", date(2023, 2, 15), "Ban Thường vụ Tỉnh ủy", "II.1.a"),
    ("Nghị quyết", "11-NQ/TU", date(2023, 3, 7), "Ban Thường vụ Tỉnh ủy", "II.1.a"),
    ("Quyết định", "146/QĐ-UBND", date(2023, 3, 16), "UBND tỉnh", "II.1.a"),
    ("Kế hoạch", "205/KH-UBND", date(2023, 4, 12), "UBND tỉnh", "II.1.a"),
    ("Quyết định", "57/QĐ-UBND", date(2006, 6, 9), "UBND tỉnh", "II.1.a"),
    ("Nghị định", "06/2014/NĐ-CP", date(2014, 1, 21), "Chính phủ", "II.1.b"),
    ("Chỉ thị", "26/CT-UBND", date(2014, 12, 24), "UBND tỉnh", "II.1.b"),
    ("Chỉ thị", "172/CT-UBND", date(2014, 10, 25), "UBND tỉnh", "II.1.b"),
    ("Chỉ thị", "07/CT-BCA-V28", date(2014, 8, 15), "Bộ Công an", "II.1.b"),
    ("Chỉ thị", "13/CT-UBND", date(2010, 7, 1), "UBND tỉnh", "II.1.b"),
    ("Luật", "", None, "", "II.1.d"),
    (
        "Chương trình",
        "07/CtrPH-BCA-MTTQ",
        date(2023, 10, 17),
        "Bộ Công an và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam và các tổ chức thành viên",
        "II.2.a",
    ),
    ("Nghị định", "02/2020/NĐ-CP", date(2020, 6, 30), "Chính phủ", "II.8.a"),
    ("Luật", "", None, "", "II.8.c"),
    ("Thông tư", "40/2023/TT-BTC", date(2023, 6, 9), "Bộ Tài Chính", "II.8.c"),
    ("Kế hoạch", "104/KH-UBND", date(2024, 2, 7), "UBND tỉnh Nghệ An", ""),
]

# Clause, words, value, measure, at least, each, units; T16, T18 and T19 have no digits, T25 counts years.
FIGURES = [
    ("II.1.c", "105 đơn vị cấp xã", "105", "đơn vị cấp xã", False, False, ""),
    (
        "II.1.c",
        "06 đơn vị cấp huyện",
        "06",
        "đơn vị cấp huyện",
        False,
        False,
        "thai-hoa thanh-chuong con-cuong tuong-duong que-phong nghi-loc",
    ),
    ("II.2.c", "01 đơn vị cấp xã", "01", "đơn vị cấp xã", False, False, ""),
    ("II.2.c", "01 khu dân cư", "01", "khu dân cư", False, True, ""),
    ("II.5.a.1", "16 Công an phường", "16", "Công an phường", False, False, "vinh cua-lo thai-hoa"),
    ("II.5.a.2", "07 Công an phường", "07", "Công an phường", False, False, "vinh hoang-mai"),
    ("II.5.b.1", "48 xã, phường, thị trấn", "48", "xã, phường, thị trấn", False, False, ""),
    (
        "II.5.b.1",
        "42 cơ quan, doanh nghiệp, cơ sở giáo dục",
        "42",
        "cơ quan, doanh nghiệp, cơ sở giáo dục",
        False,
        False,
        "",
    ),
    (
        "II.5.b.2",
        "100% xã, phường, thị trấn, cơ quan, doanh nghiệp, cơ sở giáo dục",
        "100",
        "%",
        False,
        False,
        "",
    ),
    ("II.5.b.2", "ít nhất 15% đơn vị cấp xã", "15", "%", True, False, ""),
    ("II.5.b.2", "ít nhất 01 cơ quan", "01", "cơ quan", True, False, ""),
    ("II.5.b.2", "01 doanh nghiệp", "01", "doanh nghiệp", True, False, ""),
    ("II.5.b.2", "02 cơ sở giáo dục", "02", "cơ sở giáo dục", True, False, ""),
    ("II.5.b.2", "100% xã, phường", "100", "%", False, False, "hoang-mai"),
    ("II.5.b.2", "ít nhất 50% đơn vị cấp xã", "50", "%", True, False, "nam-dan"),
    ("II.5.b.2", "ít nhất 08 đơn vị", "08", "đơn vị", True, False, ""),
    ("II.6.a.2", "ít nhất 01 mô hình", "01", "mô hình", True, False, ""),
    ("II.6.a.2", "100% xã, phường, thị trấn", "100", "%", False, False, ""),
    ("II.6.a.3", "01 mô hình", "01", "mô hình", False, True, ""),
    ("II.6.a.4", "ít nhất 02 mô hình", "02", "mô hình", True, False, ""),
    ("II.6.c", "04 cấp học", "04", "cấp học", False, False, ""),
    ("II.6.c", "100% trường THPT", "100", "%", False, False, ""),
    ("II.7.a", "04 xã", "04", "xã", False, False, ""),
]

# D20, D21, T16, T18, T19: clause, words.
QUESTIONS = [
    ("II.1.a", "giai đoạn 2021 - 2025"),
    ("II.1.a", "giai đoạn 2023 - 2030"),
    ("II.2.a", "giai đoạn 2023-2033"),
    ("II.2.b", "giai đoạn 2019-2024"),
    ("II.5.b.2", "huyện điển hình về phong trào toàn dân bảo vệ ANTQ vào năm"),
    ("II.5.c.1", "thị xã điển hình về phong trào toàn dân bảo vệ ANTQ đã xây dựng năm"),
    ("II.5.c.2", "thị xã điển hình về phong trào toàn dân bảo vệ ANTQ năm"),
]
