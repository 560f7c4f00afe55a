"""Names of the bodies of the State, of the Party and of schools, with a capital too many or too few."""

from typing import Final

from kh_docs.check.spelling import Spelling
from kh_docs.check.words import LOWER, UPPER

# In the midst of a sentence, of one body and not of bodies of a kind.
_MIDST: Final = rf"(?<=[{LOWER},;(] )(?<!các )(?<!hững )(?<!một số )(?<!mỗi )(?<!cấp )"
_FIELDS: Final = (
    "nội vụ|tài chính|tư pháp|y tế|công thương|ngoại vụ|giáo dục|nông nghiệp|khoa học|văn hóa|văn hoá|"
    "tài nguyên|giao thông|lao động"
)
_ONE_NAMED: Final = rf"(?:tỉnh|thành phố|huyện|xã|phường|thị xã) (?=[{UPPER}])"


def _s(wrong: str, right: str) -> Spelling:
    return Spelling("ND30-CAP-ORG", wrong, right)


STATE_BODIES: Final = (
    _s(r"\bChính Phủ\b", "Chính phủ"),
    _s(r"\bQuốc Hội\b", "Quốc hội"),
    _s(r"\bThủ Tướng\b", "Thủ tướng"),
    _s(r"\bThanh tra chính phủ\b", "Thanh tra Chính phủ"),
    _s(r"\bThanh Tra (?=(?:tỉnh|huyện|thành phố|Chính|Bộ|Sở)\b)", "Thanh tra"),
    # Two fields, and both of them are capital: “Công Thương”.
    _s(r"\b(Bộ|Sở) Công thương\b(?! mại)", r"\1 Công Thương"),
    # “các sở y tế”, “cơ sở y tế”, “công sở” are many; “sở y tế tỉnh Nghệ An” is one.
    _s(
        rf"(?<=[{LOWER},;(] )(?<!các )(?<!cơ )(?<!trụ )(?<!công )"
        rf"sở (?:{_FIELDS})(?: [{LOWER}]+){{0,3}} {_ONE_NAMED}",
        "Sở + chữ hoa đầu tên",
    ),
    _s(_MIDST + rf"bảo hiểm xã hội {_ONE_NAMED}", "Bảo hiểm xã hội"),
    _s(
        rf"{_MIDST}(?:tỉnh|thành|huyện|thị|đảng) [uủ][ỷy] "
        rf"(?:(?:xã|phường|huyện|tỉnh) )?(?=[{UPPER}][{LOWER}])",
        "viết hoa chữ đầu tên",
    ),
    # Of districts and communes it may be any.
    _s(r"\b[Tt]hường (?:trực|vụ) tỉnh [uủ][ỷy]\b", "Tỉnh ủy"),
    _s(r"\bBan tổ chức (?=(?:Tỉnh|Thành|Huyện|Đảng|Trung ương)\b)", "Ban Tổ chức"),
    _s(
        r"\bBan (?:nội chính|pháp chế|kinh tế - ngân sách|văn hóa - xã hội|kinh tế - xã hội)\b",
        "Ban + chữ hoa đầu tên",
    ),
    _s(r"\b(?:Viện kiểm sát|Viện Kiểm sát) Nhân dân\b", "Viện kiểm sát nhân dân"),
    _s(r"\bHội đồng Thi đua(?:,| -| –) khen thưởng\b", "Hội đồng Thi đua - Khen thưởng"),
    _s(r"\bThanh Niên Cộng\b", "Thanh niên Cộng"),
    _s(r"\bHội Cựu [Cc]hiến Binh\b|\bHội Cựu Chiến binh\b", "Hội Cựu chiến binh"),
    _s(r"\b(?:Trung tâm|Trạm|Phòng|Sở) Y Tế\b", "Y tế"),
    _s(r"\bTrung học (?:Cơ Sở|cơ Sở|Phổ Thông|phổ Thông)\b", "Trung học cơ sở, phổ thông"),
    _s(
        r"\bBệnh viện (?:nhi|sản nhi|ung bướu|nội tiết|phục hồi chức năng|quân y|y dược|chấn thương)\b",
        "Bệnh viện + chữ hoa đầu tên",
    ),
    # “Phòng quản lý hồ sơ” does something; of these fields it is called.
    _s(
        r"\bPhòng (?:quản lý (?:[Cc]ông nghiệp|[Tt]hương mại|[Nn]ăng lượng|[Đđ]ất đai|[Nn]gân sách|"
        r"[Hh]óa chất|[Hh]oá chất|[Dd]oanh nghiệp|[Đđ]ầu tư)|"
        r"phổ biến,? giáo dục|đăng ký (?:kinh doanh|đất đai)|"
        r"công tác (?:Học|Sinh|Chính)|tổ chức bộ máy)\b",
        "Phòng + chữ hoa đầu tên",
    ),
    _s(
        r"\b[Cc]hánh văn phòng "
        r"(?=(?:UBND|HĐND|Ủy ban|Uỷ ban|Tỉnh|Huyện|Thành|Bộ|Sở|Chính phủ|Quốc hội|Đoàn)\b)",
        "Chánh Văn phòng",
    ),
    _s(r"\bBan Quản lý (?:các )?Khu (?:Kinh tế|Công nghiệp)\b", "Ban Quản lý Khu kinh tế, công nghiệp"),
    _s(r"\bBan (?:Tiếp Công|Cán Sự|Thường Trực|Đại Diện)\b", "chỉ chữ đầu viết hoa"),
)
