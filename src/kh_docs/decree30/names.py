"""Names the decree fixes: abbreviations of types (PL III), signing prefixes, letters of điểm; its day."""

from types import MappingProxyType
from typing import Final

SIGNED_ON: Final = "2020-03-05"

ABBREVIATIONS: Final = MappingProxyType(
    {
        "Nghị quyết": "NQ",
        "Quyết định": "QĐ",
        "Chỉ thị": "CT",
        "Quy chế": "QC",
        "Quy định": "QyĐ",
        "Thông cáo": "TC",
        "Thông báo": "TB",
        "Hướng dẫn": "HD",
        "Chương trình": "CTr",
        "Kế hoạch": "KH",
        "Phương án": "PA",
        "Đề án": "ĐA",
        "Dự án": "DA",
        "Báo cáo": "BC",
        "Biên bản": "BB",
        "Tờ trình": "TTr",
        "Hợp đồng": "HĐ",
        "Công điện": "CĐ",
        "Bản ghi nhớ": "BGN",
        "Bản thỏa thuận": "BTT",
        "Giấy ủy quyền": "GUQ",
        "Giấy mời": "GM",
        "Giấy giới thiệu": "GGT",
        "Giấy nghỉ phép": "GNP",
        "Phiếu gửi": "PG",
        "Phiếu chuyển": "PC",
        "Phiếu báo": "PB",
    }
)
ABBREVIATIONS_CLAUSE: Final = "PL III, mục I"
COPY_ABBREVIATIONS: Final = MappingProxyType({"Bản sao y": "SY", "Bản trích sao": "TrS", "Bản sao lục": "SL"})
# Not among the 29 types of Điều 7: they have no abbreviation, and none may be made up.
UNKNOWN_TYPES: Final = ("Phiếu kiểm tra", "Phiếu khảo sát")

# These carry "Kính gửi" (PL I, P.I, II.9.b): a báo cáo only when it goes to a higher body.
KINDS_WITH_ADDRESSEE: Final = ("Tờ trình", "Báo cáo", "Công văn")

SIGN_PREFIXES: Final = ("TM.", "Q.", "KT.", "TL.", "TUQ.")
SIGN_CLAUSE: Final = "PL I, P.I, II.7.b"

# The order in which the decree's own lists run: d, đ, e, g; no f, j, w, z and no ă, â, ê, ô, ơ, ư.
POINT_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
