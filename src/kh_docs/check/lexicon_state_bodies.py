"""Names of the bodies of the State, of the Party and of schools, with a capital too many or too few."""

from typing import Final

from kh_docs.check.spelling import field, org
from kh_docs.check.words import LOWER, UPPER

# In the midst of a sentence, of one body and not of bodies of a kind.
_MIDST: Final = rf"(?<=[{LOWER},;(] )(?<!các )(?<!hững )(?<!một số )(?<!mỗi )(?<!cấp )"
_FIELDS: Final = (
    "nội vụ|tài chính|tư pháp|y tế|công thương|ngoại vụ|giáo dục|nông nghiệp|khoa học|văn hóa|văn hoá|"
    "tài nguyên|giao thông|lao động"
)
_ONE_NAMED: Final = rf"(?:tỉnh|thành phố|huyện|xã|phường|thị xã) (?=[{UPPER}])"


STATE_BODIES: Final = (
    org(r"\bChính Phủ\b", "Chính phủ"),
    org(r"\bQuốc Hội\b", "Quốc hội"),
    org(r"\bThủ Tướng\b", "Thủ tướng"),
    org(r"\bThanh tra chính phủ\b", "Thanh tra Chính phủ"),
    org(r"\bThanh Tra (?=(?:tỉnh|huyện|thành phố|Chính|Bộ|Sở)\b)", "Thanh tra"),
    # Two fields, and both of them are capital: “Công Thương”.
    org(r"\b(Bộ|Sở) Công thương\b(?! mại)", r"\1 Công Thương"),
    # “các sở y tế”, “cơ sở y tế”, “công sở” are many; “sở y tế tỉnh Nghệ An” is one.
    org(
        rf"(?<=[{LOWER},;(] )(?<!các )(?<!cơ )(?<!trụ )(?<!công )"
        rf"sở (?:{_FIELDS})(?: [{LOWER}]+){{0,3}} {_ONE_NAMED}",
        field("Sở"),
    ),
    org(_MIDST + rf"bảo hiểm xã hội {_ONE_NAMED}", "Bảo hiểm xã hội"),
    org(
        rf"{_MIDST}(?:tỉnh|thành|huyện|thị|đảng) [uủ][ỷy] "
        rf"(?:(?:xã|phường|huyện|tỉnh) )?(?=[{UPPER}][{LOWER}])",
        "viết hoa chữ đầu tên",
    ),
    # Of districts and communes it may be any.
    org(r"\b[Tt]hường (?:trực|vụ) tỉnh [uủ][ỷy]\b", "Tỉnh ủy"),
    org(r"\bBan tổ chức (?=(?:Tỉnh|Thành|Huyện|Đảng|Trung ương)\b)", "Ban Tổ chức"),
    org(
        r"\bBan (?:nội chính|pháp chế|kinh tế - ngân sách|văn hóa - xã hội|kinh tế - xã hội)\b",
        field("Ban"),
    ),
    org(r"\b(?:Viện kiểm sát|Viện Kiểm sát) Nhân dân\b", "Viện kiểm sát nhân dân"),
    org(r"\bHội đồng Thi đua(?:,| -| –) khen thưởng\b", "Hội đồng Thi đua - Khen thưởng"),
    org(r"\bThanh Niên Cộng\b", "Thanh niên Cộng"),
    org(r"\bHội Cựu [Cc]hiến Binh\b|\bHội Cựu Chiến binh\b", "Hội Cựu chiến binh"),
    org(r"\b(?:Trung tâm|Trạm|Phòng|Sở) Y Tế\b", "Y tế"),
    org(r"\bTrung học (?:Cơ Sở|cơ Sở|Phổ Thông|phổ Thông)\b", "Trung học cơ sở, phổ thông"),
    org(
        r"\bBệnh viện (?:nhi|sản nhi|ung bướu|nội tiết|phục hồi chức năng|quân y|y dược|chấn thương)\b",
        field("Bệnh viện"),
    ),
    # “Phòng quản lý hồ sơ” does something; of these fields it is called.
    org(
        r"\bPhòng (?:quản lý (?:[Cc]ông nghiệp|[Tt]hương mại|[Nn]ăng lượng|[Đđ]ất đai|[Nn]gân sách|"
        r"[Hh]óa chất|[Hh]oá chất|[Dd]oanh nghiệp|[Đđ]ầu tư)|"
        r"phổ biến,? giáo dục|đăng ký (?:kinh doanh|đất đai)|"
        r"công tác (?:Học|Sinh|Chính)|tổ chức bộ máy)\b",
        field("Phòng"),
    ),
    org(
        r"\b[Cc]hánh văn phòng "
        r"(?=(?:UBND|HĐND|Ủy ban|Uỷ ban|Tỉnh|Huyện|Thành|Bộ|Sở|Chính phủ|Quốc hội|Đoàn)\b)",
        "Chánh Văn phòng",
    ),
    org(r"\bBan Quản lý (?:các )?Khu (?:Kinh tế|Công nghiệp)\b", "Ban Quản lý Khu kinh tế, công nghiệp"),
    org(r"\bBan (?:Tiếp Công|Cán Sự|Thường Trực|Đại Diện)\b", "chỉ chữ đầu viết hoa"),
)
