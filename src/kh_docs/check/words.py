"""The words by which the parts of a document are known, whatever their marks, case or format."""

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from kh_docs.decree30 import ABBREVIATIONS, UNKNOWN_TYPES
from kh_docs.patterns import re

# Vietnamese letters for regular expressions: a range such as "à-ỹ" holds capitals too.
LOWER: Final = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
UPPER: Final = LOWER.upper()

_PLAIN: Final = {
    ord(letter): "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0] for letter in LOWER[3:]
}


# The documents of one run say much the same.
@lru_cache(4096)
def fold(text: str) -> str:
    """Small letters without marks, of a text in NFC: "Nơi nhận" -> "noi nhan"."""
    return text.lower().translate(_PLAIN)


@lru_cache(4096)
def letters(text: str) -> str:
    """Only the letters of the folded text."""
    return "".join(filter(str.isalpha, fold(text)))


def resembles(text: str, model: str, least: float = 0.85) -> bool:
    """Whether a text was meant to be `model`, slips of the keyboard included."""
    found = letters(text)
    if not 0.7 < len(found) / len(model) < 1.4:
        return False
    if found == model:
        return True
    likeness = SequenceMatcher(None, found, model)
    # How much they have in common, in whatever order, is quickly told, and mostly too little.
    return likeness.quick_ratio() >= least and likeness.ratio() >= least


QUOC_HIEU: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU: Final = "Độc lập - Tự do - Hạnh phúc"
QUOC_HIEU_LETTERS: Final = letters(QUOC_HIEU)
TIEU_NGU_LETTERS: Final = letters(TIEU_NGU)
PARTY_LETTERS: Final = letters("ĐẢNG CỘNG SẢN VIỆT NAM")

OFFICIAL_LETTER: Final = "Công văn"
CONTRACT: Final = "Hợp đồng"
# Folded type -> the type as the decree spells it; the longest first, for a short one may begin a long one.
TYPES: Final = {
    fold(name): name
    for name in sorted(
        (
            *ABBREVIATIONS,
            *UNKNOWN_TYPES,
            OFFICIAL_LETTER,
            "Luật",
            "Pháp lệnh",
            "Nghị định",
            "Thông tư",
            "Thông tư liên tịch",
        ),
        key=len,
        reverse=True,
    )
}
# With a year in the symbol these are legal normative texts, which NĐ 78/2025 governs.
NORMATIVE_GROUPS: Final = frozenset({"NQ", "QĐ", "NĐ", "TT", "TTLT", "L", "PL", "NQLT", "CT"})
NORMATIVE_TYPES: Final = frozenset({"Luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch"})

STAMPS: Final = frozenset(
    fold(text)
    for text in (
        "MẬT",
        "TỐI MẬT",
        "TUYỆT MẬT",
        "HỎA TỐC",
        "THƯỢNG KHẨN",
        "KHẨN",
        "DỰ THẢO",
        "XEM XONG TRẢ LẠI",
        "LƯU HÀNH NỘI BỘ",
        "HỎA TỐC HẸN GIỜ",
        "BẢN SAO",
        "SAO Y",
        "SAO LỤC",
        "TRÍCH SAO",
    )
)

# What a program will fill in, in the shapes that programs know.
FIELD: Final = re.compile(
    r"\{%[^{}]*%\}|\$?\{\{?[^{}]*\}?\}|«[^»]*»|<<[^<>]*>>|<[^<>]{1,40}>|"
    # Not “[Quận 3, ngày 23 tháng 9 năm 2024]”: that is filled in already.
    r"\[\[?(?![^\[\]]{0,40}ngày \d)[A-Za-z_][^\[\]]{0,40}\]\]?|%[A-Za-z_]+%|"
    r"#[A-Za-z_][\w.]*#|@[A-Za-z_]\w*@|\$[A-Za-z_]\w*\$|"
    r"\b[A-Z]{2,}(?:_[A-Z]+)+\b|\b(?:DAY|MONTH|YEAR)\b"
)
_FIELD_SIGNS: Final = re.compile(r"[{«<\[%_#@$]")
# "Số:", "Số /KH-UBND", "Số 5/KH": a colon or a slash tells it from "Số TT" and "Số điện thoại".
# Without the word it is known by its symbol: "05/KH-UBND". In VNI it reads “Soá:”, in TCVN3 “Sè:”.
NUMBER_LINE: Final = re.compile(
    r"\s*(?i:S(?:ố|oá|è))\b(?=\s*:|[\s\d.…_-]*/|\s*\d+\s*-)|\s*\d{0,5}\s*/[A-ZĐ][A-Za-zĐđ]{0,4}-[A-ZĐ]{2,}[^\s,]*\s*$"
)
# What a digital signature prints: "Số: 15/KH-UBND; 2026-03-05T14:30:05+07:00".
SIGNED_LINE: Final = re.compile(
    r"\(?(Số:? ?(\d*|[.…_ ]*)(/[^;,]{1,25})?[;,] ?.*?(\d{1,2} ?[:h] ?\d{2}|\bgiờ\b)|"
    r"(Thời gian ký|Ngày ký|Ký số|Ký bởi)\b)",
    re.IGNORECASE,
)
# With what such a line begins: nearly all others can be told by it.
_SIGNED_BEGINS: Final = frozenset("(SsſTtNnKkK")
# The line of place and date; not "(Kèm theo … ngày … của …)", "Hôm nay, ngày …", "Ngày, tháng, năm sinh",
# "báo cáo trước ngày …".
DATE_LINE: Final = re.compile(
    r"(?!\(|hom nay|.*\b(?:truoc|cham nhat|den|tu|vao) (?:het )?ngay\b)"
    r"[^()]*(?<![a-z])ngay(?![a-z])[^,()]{0,30}(?<![a-z])thang(?![a-z])[^,()]{0,30}"
    r"(?<![a-z])nam(?![a-z])(?!.*\)|.* cua )"
)
# "(Kèm theo Nghị định số 30/2020/NĐ-CP": a year in the symbol, as above.
NORMATIVE_SOURCE: Final = re.compile(rf"/\s*\d{{4}}\s*/\s*({'|'.join(sorted(NORMATIVE_GROUPS))})\s*-")
# What citizens and associations write of their own is no document of an administrative body.
FORMS: Final = re.compile(r"(don|to khai|phieu|so yeu ly lich|van ban thoa thuan|ban cam ket|giay de nghi)\b")
ADDRESSEE: Final = re.compile(r"kinh (gui|goi|trinh)\b")
SUBJECT: Final = re.compile(r"v\s*/\s*v\b|ve viec\b")
BASIS: Final = re.compile(r"(Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình|Theo Tờ trình)\b")
# “Nơi gửi:” says the same in a word of its own.
RECIPIENTS: Final = re.compile(r"noi (?:nhan\b|gui ?:)")
ANNEX: Final = re.compile(r"phụ lục(?P<so> số)?(?: (?P<number>[ivxlc]+|\d+|[a-hk]))?\s*[.:]?", re.IGNORECASE)
ATTACHED: Final = re.compile(r"\(?\s*(ban hanh |phe duyet )?(kem theo|dinh kem|ban hanh kem)\b")
AUTHORITY: Final = re.compile(r"(TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\b\.?")
POSITIONS: Final = re.compile(
    r"(QUYỀN |PHÓ |THỨ )?(CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TRƯỞNG|CHÁNH|CỤC TRƯỞNG|"
    r"VỤ TRƯỞNG|BỘ TRƯỞNG|"
    r"HIỆU TRƯỞNG|THỦ TƯỚNG|VIỆN TRƯỞNG|CHI CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|ĐỘI TRƯỞNG|THỦ TRƯỞNG|"
    r"CHỦ TỌA|CHỦ TOẠ|THƯ KÝ|"
    r"ĐẠI DIỆN|CHỈ HUY|CHỦ TRÌ|"
    r"NGƯỜI (?:GHI|LẬP|KÝ|VIẾT|BÁO CÁO|TRÌNH|TỔNG HỢP|ĐỀ NGHỊ|ĐỀ XUẤT|SOẠN|GIẢI QUYẾT|TIẾP|"
    r"NHẬN|GIAO|BÀN GIAO|CHỨNG KIẾN|LÀM CHỨNG|THỰC HIỆN|KIỂM TRA|THEO DÕI)|LÃNH ĐẠO|"
    r"(?:TỔ|NHÓM|TRẠM|KHOA|PHÂN VIỆN|PHÂN HIỆU) TRƯỞNG|KẾ TOÁN TRƯỞNG|THỦ QUỸ|THỦ KHO|BÊN (?:GIAO|NHẬN)\b|"
    r"ĐOÀN KIỂM TRA|ỦY BAN NHÂN DÂN|TỔNG THANH TRA|PHÁT NGÔN)"
)
# Types that nobody but a body or its unit issues.
ISSUED_BY_OFFICES: Final = frozenset(
    {
        "Chỉ thị",
        "Công điện",
        "Giấy giới thiệu",
        "Giấy mời",
        "Nghị quyết",
        "Quyết định",
        "Thông báo",
        "Thông cáo",
        "Tờ trình",
    }
)
# What an agency's name may begin with: a new line with such a word begins another body.
BODY_WORDS: Final = re.compile(
    r"(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HĐND|HỘI ĐỒNG NHÂN DÂN|BỘ|SỞ|PHÒNG|CÔNG AN|"
    r"TRUNG TÂM|TRƯỜNG|VĂN PHÒNG|"
    r"CHI CỤC|CỤC|BAN QUẢN LÝ|BAN CHỈ ĐẠO|THANH TRA|ĐOÀN KIỂM TRA|TRẠM|HẠT|BỆNH VIỆN)\b"
)
MASS_ORGANISATIONS: Final = re.compile(
    r"\b(MẶT TRẬN TỔ QUỐC|MTTQ|LIÊN ĐOÀN LAO ĐỘNG|CÔNG ĐOÀN|LIÊN HIỆP PHỤ NỮ|HỘI PHỤ NỮ|HỘI NÔNG DÂN|"
    r"HỘI CỰU CHIẾN BINH|ĐOÀN THANH NIÊN|TỈNH ĐOÀN|HUYỆN ĐOÀN)\b"
)
# "Yên Hòa, {{ngay_ky}}": all of the date is one field.
DATE_FIELD: Final = re.compile(r"[^\W\d_][^,{}<>«»\[\]]{1,40}, ?…")
PLACE_WORDS: Final = re.compile(r"(TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|QUẬN|ĐẶC KHU)\b")


def is_signed_line(text: str) -> bool:
    """Whether a digital signature printed it."""
    return text[:1] in _SIGNED_BEGINS and SIGNED_LINE.match(text) is not None


def unbracketed(text: str) -> str:
    """The text without the square brackets in which a template shows what was filled in."""
    return text.replace("[", "").replace("]", "") if "[" in text else text


def without_fields(text: str) -> str:
    """The text with a blank in place of what a program will fill in."""
    return FIELD.sub("…", text) if _FIELD_SIGNS.search(text) else text


def says_words(text: str) -> bool:
    """Whether more is printed than what a program fills in."""
    return any(map(str.isalpha, without_fields(text)))


def is_attached_note(text: str) -> bool:
    """Whether a line is “(Kèm theo Kế hoạch số …)”, in brackets."""
    return text[:1] == "(" and ATTACHED.match(fold(text)) is not None


def is_date_field(text: str) -> bool:
    """Whether a line is one field for the whole date, the place before it or not."""
    blank = without_fields(text)
    if blank == text:
        return False
    return DATE_FIELD.fullmatch(blank) is not None or (blank.strip() == "…" and "ngay" in fold(text))
