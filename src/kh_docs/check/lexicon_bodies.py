"""Spellings of the names of bodies that PL II, IV.1.a fixes: their type and their field are capital."""

from typing import Final

from kh_docs.check.spelling import Spelling, spelt
from kh_docs.check.words import LOWER, UPPER

_NAME: Final = rf"(?=[{UPPER}])"
_FIELDS: Final = (
    "Nội vụ|Tài chính|Y tế|Tư pháp|Xây dựng|Công Thương|Khoa học|Giáo dục|Nông nghiệp|Văn hóa|Văn hoá|"
    "Lao động|Thông tin|Giao thông|Kế hoạch|Tài nguyên|Ngoại vụ"
)
_ROOMS: Final = (
    f"{_FIELDS}|Thanh tra|Kiểm tra|Đào tạo|Hành chính|Tổ chức|Kinh tế|Quản lý|Công tác|Dân tộc|Tham mưu|"
    "Cảnh sát|Hậu cần|Kế toán|Nghiệp vụ"
)
# Words for a type of body, with a capital too many.
_TYPES: Final = (
    "Công Ty|Liên Đoàn|Trung Tâm|Văn Phòng|Bệnh Viện|Công Đoàn|Kho Bạc|Ngân Hàng|Chi Cục|Tổng Cục|Đại Học|"
    "Học Viện"
)
_TITLED: Final = "Tài Chính|Nội Vụ|Y Tế|Tư Pháp|Xây Dựng|Giáo Dục|Công An|Quốc Phòng|Ngoại Giao|Nông Nghiệp"


def _s(wrong: str, right: str) -> Spelling:
    return spelt("ND30-CAP-ORG", wrong, right)


BODIES: Final = (
    _s(r"(Ủy|Uỷ) (Ban [Nn]hân [Dd]ân|ban Nhân [Dd]ân)", "Ủy ban nhân dân"),
    _s(r"\b(ủy|uỷ) ban nhân dân\b", "Ủy ban nhân dân"),
    _s(r"\b(Ủy|Uỷ) ban kiểm tra\b", "Ủy ban Kiểm tra"),
    _s(r"Hội (Đồng [Nn]hân [Dd]ân|đồng Nhân [Dd]ân)", "Hội đồng nhân dân"),
    _s(
        r"Sở (giáo dục|y tế|tài chính|nội vụ|tư pháp|công thương|xây dựng|nông nghiệp|văn hóa|lao động|"
        r"thông tin)",
        "Sở + chữ hoa đầu tên",
    ),
    _s(
        rf"(?<=[{LOWER},;] )(?<!cơ )(?<!trụ )(?<!công )sở (?=[{UPPER}]{{3,}}\b|(?:{_FIELDS})\b)",
        "Sở",
    ),
    _s(rf"(?:(?<= của )|(?<=[Tt]heo )|(?<= với ))bộ (?=(?:Công an|Quốc phòng|{_FIELDS})\b)", "Bộ"),
    _s(rf"\b(Bộ|Sở|Phòng) (?:{_TITLED})\b", r"\1 + chỉ chữ đầu viết hoa"),
    _s(
        rf"(?<=[{LOWER},;] )công an (tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn) " + _NAME,
        r"Công an \1",
    ),
    _s(r"\bCông An (?=(tỉnh|huyện|thị xã|thành phố|xã|phường|nhân dân)\b)", "Công an"),
    _s(
        r"\bPhòng (giáo dục và|tài chính\b|nội vụ|tư pháp|văn h(?:óa|oá) (?:và|-)|lao động|nông nghiệp|"
        r"tài nguyên|kinh tế (?:và|-))",
        "Phòng + chữ hoa đầu tên",
    ),
    _s(rf"(?<=[{LOWER},;] )(?<!rưởng )(?<!các )phòng (?=(?:{_ROOMS})\b)", "Phòng"),
    _s(rf"(?<=[{LOWER},;] )(?<!các )trường (?=(?:Đại học|Cao đẳng) [{UPPER}])", "Trường"),
    _s(rf"\b(?:{_TYPES})(?= [{UPPER}{LOWER}])", "chỉ chữ đầu viết hoa"),
    _s(r"\bBan (chỉ đạo|chỉ huy|chấp hành|quản lý dự án|thường vụ)\b", "Ban + chữ hoa đầu tên"),
    _s(
        r"\b(Cục|Trung tâm) (quản lý|thông tin|y tế|văn hóa|văn hoá|phục vụ|xúc tiến|giáo dục|dịch vụ|"
        r"hạ tầng)\b",
        r"\1 + chữ hoa đầu tên",
    ),
    _s(r"\bHội đồng (thi đua|khen thưởng|nghĩa vụ)\b", "Hội đồng + chữ hoa đầu tên"),
    _s(r"\bMặt trận tổ quốc\b", "Mặt trận Tổ quốc"),
    _s(r"\bHội (nông dân|cựu chiến binh)\b", "Hội + chữ hoa đầu tên"),
)
