"""Spellings of the names of places that PL II, III.1.a fixes: every syllable of them is capital."""

from typing import Final

from kh_docs.check.spelling import Spelling
from kh_docs.check.words import LOWER, UPPER

# The names of all provinces and of the country: their second syllables, and before each its first ones.
_SYLLABLES: Final = {
    "an": "Long|Nghệ",
    "biên": "Điện",
    "bình": "Hòa|Hoà|Ninh|Quảng|Thái",
    "bái": "Yên",
    "bằng": "Cao",
    "cai": "Lào",
    "châu": "Lai",
    "dương": "Bình|Hải",
    "giang": "An|Bắc|Hà|Hậu|Kiên|Tiền",
    "hóa": "Thanh",
    "hoá": "Thanh",
    "hòa": "Khánh",
    "hoà": "Khánh",
    "kạn": "Bắc",
    "lai": "Gia",
    "la": "Sơn",
    "liêu": "Bạc",
    "long": "Vĩnh",
    "lắk": "Đắk|Đăk",
    "mau": "Cà",
    "nai": "Đồng",
    "nam": "Hà|Quảng|Việt",
    "nguyên": "Thái",
    "ngãi": "Quảng",
    "ninh": "Bắc|Quảng|Tây",
    "nông": "Đắk|Đăk",
    "nẵng": "Đà",
    "nội": "Hà",
    "phòng": "Hải",
    "phúc": "Vĩnh",
    "phước": "Bình",
    "quang": "Tuyên",
    "sơn": "Lạng",
    "tháp": "Đồng",
    "thơ": "Cần",
    "thiên": "Thừa",
    "thuận": "Bình|Ninh",
    "thọ": "Phú",
    "trăng": "Sóc",
    "tre": "Bến",
    "trị": "Quảng",
    "tum": "Kon",
    "tĩnh": "Hà",
    "yên": "Hưng|Phú",
    "đồng": "Lâm",
    "định": "Bình|Nam",
}
# “Hòa bình cho …”, “bình định”, “hải dương học” are words of every day: names only behind one for a unit.
_WORDS_TOO: Final = frozenset({"Hòa bình", "Hoà bình", "Thái bình", "Bình định", "Cao bằng", "Hải dương"})
_NAMES: Final = [f"{first} {second}" for second, firsts in _SYLLABLES.items() for first in firsts.split("|")]
# In the midst of a sentence; “Nguyễn Thái bình” is a person's name.
_MIDST: Final = rf"(?:(?<=[{LOWER},;(–-] )|(?<=\()|(?<=UBND )|(?<=HĐND ))"
# “xã Lạt tổ chức …”: what may follow a name of one syllable.
_VERBS: Final = (
    "ban|báo|bố|bị|bằng|chưa|chỉ|cho|chủ|còn|có|cùng|cũ|cũng|cần|cấp|cử|do|giao|gồm|gửi|hoặc|hướng|hỗ|họp|khi|"
    "không|khẩn|kiểm|kính|ký|là|lại|lập|luôn|mà|mới|nay|này|năm|nên|nêu|nghiêm|nhằm|nhận|như|nơi|phát|"
    "phê|phải|phối|qua|quyết|quản|ra|rà|rất|sau|số|sẽ|tham|thông|thẩm|thì|theo|thống|thực|thuộc|tiếp|trên|"
    "triển|trong|trình|trước|tăng|tại|tổ|từ|tự|vào|và|về|với|vừa|xây|đang|đã|đăng|đẩy|đến|đề|để|đó|được|"
    "đồng|công|dưới|hay"
)
# “UBND tỉnh Quyết định …”: a word that is no name, with a capital too many.
_NO_NAMES: Final = (
    "Ủy|Uỷ|Đoàn|Đội|Đảng|Hội|Ban|Sở|Bộ|Phòng|Chủ|Phó|Khóa|Khoá|Kế|Quyết|Nghị|Thông|Công|Báo|Mặt|Trung|"
    "Trường|Văn|Chi|Cục|Nhiệm|Giám|Trưởng|Chánh|Căn|Theo|Thực|Đề|Về|Số|Năm|Tổ|Các|Trong|Khi|Để|Bí|Đại biểu|"
    "An toàn|An ninh|Anh hùng|Nông|Phụ|Đạt|Đặc|Miền|Biên|Loại|Khu|Trọng|Điểm|Đơn|Thường|Mẫu|Kiểu|Thanh niên|"
    "Tại|Trên|Sau|Trước|Đến|Nhằm|Từ|Do|Với|Qua|Nay|Nếu|Và|Cùng|Hiện|Mọi|Những|Được|Có|Là|Không|Phải|Ngày|Bà|"
    "Ông|Đồng chí|Tổng|Tên|Diện|Dân|Địa|Thôn|Xóm|Khối|Lãnh|Cán"
)


def _s(wrong: str, right: str) -> Spelling:
    return Spelling("ND30-CAP-PLACE", wrong, right)


_ALL_CAPITAL: Final = "viết hoa mọi âm tiết của tên riêng"
_ANYWHERE: Final = "|".join(name for name in _NAMES if name not in _WORDS_TOO)
_IN_SMALL: Final = "|".join(name.lower() for name in _NAMES if name.lower() not in ("hòa bình", "hoà bình"))
_FIRST_SMALL: Final = "|".join(
    f"{first.lower()} {second.capitalize()}" for first, second in map(str.split, _NAMES)
)

PLACES: Final = (
    _s(rf"{_MIDST}(?:{_ANYWHERE})\b", _ALL_CAPITAL),
    _s(rf"\btỉnh (?:{_IN_SMALL})\b", _ALL_CAPITAL),
    _s(rf"\btỉnh (?:{_FIRST_SMALL})\b", _ALL_CAPITAL),
    *(
        _s(
            rf"\b{unit} (?!(?:{_NO_NAMES})\b)[{UPPER}][{LOWER}]+ (?!(?:{_VERBS})\b)[{LOWER}]+",
            _ALL_CAPITAL,
        )
        for unit in ("tỉnh", "huyện", "thị xã", "thị trấn", "xã", "phường", "quận")
    ),
)
