"""Spellings that PL II fixes: what is wrong, what is right, under which rule."""

import re
from typing import Final, NamedTuple

from kh_docs.check.signs import sign_of
from kh_docs.check.words import LOWER, UPPER


class Spelling(NamedTuple):
    """A wrong spelling; `right` may use the groups of `wrong`."""

    rule: str
    wrong: re.Pattern[str]
    right: str
    # What stands in a text wherever it is wrong so.
    sign: str


# Before these a capital starts a sentence, an item or a quotation, and proves nothing.
_MID: Final = rf"(?<=[{LOWER},0-9)] )(?<!\b[{LOWER}]\) )"
_NAME: Final = rf"(?=[{UPPER}])"
# "UBND Tỉnh …" too.
_AFTER: Final = rf"(?:{_MID}|(?<=UBND )|(?<=HĐND )|(?<=MTTQ ))"
# Units named after a person are written with a capital unit word (PL II, III.1.b).
_SURNAMES: Final = (
    "Nguyễn|Trần|Lê|Phan|Phạm|Hoàng|Huỳnh|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Hà|Quang|Trưng|Tôn|Cao|Mạc|Lương|Tô|"
    "Điện|Cách|Nam Kỳ|Xô|Bắc Sơn|Tân Trào|Thống|Tự|Hùng"
)
_FIELDS: Final = (
    "Nội vụ|Tài chính|Y tế|Tư pháp|Xây dựng|Công Thương|Khoa học|Giáo dục|Nông nghiệp|Văn hóa|Văn hoá|"
    "Lao động|Thông tin|Giao thông|Kế hoạch|Tài nguyên|Ngoại vụ"
)


def _s(rule: str, wrong: str, right: str) -> Spelling:
    return Spelling(rule, re.compile(wrong), right, sign_of(wrong))


SPELLINGS: Final = (
    _s("ND30-CAP-PLACE", _AFTER + r"Tỉnh (?!Ủy|Uỷ|Đoàn|Đội|Hội)" + _NAME, "tỉnh"),
    _s("ND30-CAP-PLACE", _AFTER + rf"Huyện (?!Ủy|Uỷ|Đoàn|Đội|Hội|{_SURNAMES})" + _NAME, "huyện"),
    _s("ND30-CAP-PLACE", _AFTER + rf"Xã (?!Hội|Đoàn|Đội|{_SURNAMES})" + _NAME, "xã"),
    _s("ND30-CAP-PLACE", _AFTER + rf"Phường (?!Xuân |{_SURNAMES})" + _NAME, "phường"),
    _s("ND30-CAP-PLACE", _AFTER + rf"Thị (xã|trấn) (?!{_SURNAMES})" + _NAME, r"thị \1"),
    _s(
        "ND30-CAP-PLACE-NUM",
        r"\b(quận|phường) (\d+)(?=[,.;)]|$| (quận|thành phố|Quận|Thành phố|thực hiện|phối hợp|chủ trì|"
        r"tổ chức|báo cáo|chịu trách nhiệm|xây dựng|triển khai|có trách nhiệm|tham mưu|chỉ đạo|hướng dẫn)\b)",
        r"Q/P \2",
    ),
    _s("ND30-CAP-PLACE-SPECIAL", r"thủ đô Hà Nội", "Thủ đô Hà Nội"),
    _s("ND30-CAP-PLACE-SPECIAL", r"thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
    _s("ND30-CAP-ORG", r"(Ủy|Uỷ) (Ban [Nn]hân [Dd]ân|ban Nhân [Dd]ân)", "Ủy ban nhân dân"),
    _s("ND30-CAP-ORG", r"\b(ủy|uỷ) ban nhân dân\b", "Ủy ban nhân dân"),
    _s("ND30-CAP-ORG", r"Hội (Đồng [Nn]hân [Dd]ân|đồng Nhân [Dd]ân)", "Hội đồng nhân dân"),
    _s(
        "ND30-CAP-ORG",
        r"Sở (giáo dục|y tế|tài chính|nội vụ|tư pháp|công thương|xây dựng|nông nghiệp|văn hóa|lao động)",
        "Sở + chữ hoa đầu tên",
    ),
    _s(
        "ND30-CAP-ORG",
        rf"(?<=[{LOWER},;] )(?<!cơ )(?<!trụ )(?<!công )sở (?=[{UPPER}]{{3,}}\b|(?:{_FIELDS})\b)",
        "Sở",
    ),
    _s(
        "ND30-CAP-ORG",
        rf"(?:(?<= của )|(?<=[Tt]heo )|(?<= với ))bộ (?=(?:Công an|Quốc phòng|{_FIELDS})\b)",
        "Bộ",
    ),
    _s("ND30-CAP-ORG", r"\bCông An (?=(tỉnh|huyện|thị xã|thành phố|xã|phường|nhân dân)\b)", "Công an"),
    _s(
        "ND30-CAP-ORG",
        r"\bPhòng (giáo dục và|tài chính\b|nội vụ|tư pháp|văn h(?:óa|oá) (?:và|-)|lao động|nông nghiệp|"
        r"tài nguyên|kinh tế (?:và|-))",
        "Phòng + chữ hoa đầu tên",
    ),
    _s("ND30-CAP-ORG", r"\bMặt trận tổ quốc\b", "Mặt trận Tổ quốc"),
    _s("ND30-CAP-ORG", r"\bHội (nông dân|cựu chiến binh)\b", "Hội + chữ hoa đầu tên"),
    _s(
        "ND30-CAP-ORG",
        rf"(?<=[{LOWER},;] )công an (tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn) " + _NAME,
        r"Công an \1",
    ),
    _s(
        "ND30-CAP-DOC",
        rf"(?<=[{LOWER},] )(kế hoạch|nghị định|nghị quyết|quyết định|chỉ thị|thông tư|công văn|hướng dẫn|"
        rf"báo cáo|tờ trình) (?:số:? ?\d+[/-]|\d+(?:/\d{{4}})?/(?=[{UPPER}]{{2}}))",
        r"viết hoa chữ đầu “\1”",
    ),
    _s("ND30-CAP-DOC", rf"\b([Tt]heo|của|[Cc]ăn cứ|[Tt]hực hiện) luật (?=[{UPPER}])(?!Việt Nam)", r"\1 Luật"),
    _s(
        "ND30-CAP-CITE", rf"(?<=[{LOWER}0-9,] )(Khoản|Điểm) (\d{{1,2}}\b|[a-zđ]\b(?!\)))", r"viết thường “\1”"
    ),
    _s("ND30-CAP-CITE", r"\b([Tt]ại|[Tt]heo|của|[Nn]hư|khoản \d+|điểm [a-zđ]) điều (\d+)\b", r"\1 Điều \2"),
    _s(
        "ND30-CAP-CITE",
        r"\b([Tt]ại|[Tt]heo|của|[Nn]hư|khoản \d+) (chương|mục|phần) (?=[IVX]+\b|\d+ của\b)",
        r"\1 Chương, Mục, Phần",
    ),
    _s(
        "ND30-CAP-ND-NN",
        r"\b(quần chúng|các tầng lớp|mọi tầng lớp|bà con|toàn thể) nhân dân\b",
        r"\1 Nhân dân",
    ),
    _s("ND30-CAP-ND-NN", r"\bĐảng(,| và) nhà nước\b", r"Đảng\1 Nhà nước"),
    _s(
        "ND30-CAP-DAY",
        r"\b(sáng|chiều|tối|vào) thứ (hai|ba|tư|năm|sáu|bảy)\b(?! (bậc|hạng|cấp|nhất|là))",
        r"\1 thứ Hai … thứ Bảy",
    ),
    _s("ND30-CAP-DAY", r"\b[Tt]ết Nguyên Đán\b", "tết Nguyên đán"),
    _s("ND30-CAP-HOLIDAY", r"\b(ngày|dịp|lễ) quốc khánh\b", r"\1 Quốc khánh"),
    _s("ND30-CAP-HOLIDAY", r"\bAnh hùng lao động\b", "Anh hùng Lao động"),
    _s("ND30-HYPHEN", r"\b(chính trị|kinh tế|văn hóa|văn hoá)(-| – |–)(xã hội)\b", r"\1 - \3"),
)
# With a surname first, these middle names are surely part of a person's name.
PERSON: Final = re.compile(
    r"\b(Nguyễn|Trần|Lê|Phan|Phạm|Hoàng|Huỳnh|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Hà|Cao|Thái|Lương) "
    rf"(văn|thị|hữu|đình|xuân|ngọc) [{UPPER}]\w*"
)
