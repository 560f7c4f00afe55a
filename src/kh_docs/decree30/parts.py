"""Each part of a document (thành phần thể thức): its Word style, type, alignment and clause."""

from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from kh_docs.decree30.ranges import Range

Align = Literal["left", "center", "both"]

_LINE_WHOLE: Final = Range(1.0, 1.0, 1.0)
_LINE_THIRD_TO_HALF: Final = Range(1 / 3, 1 / 2, 0.4)


class Part(NamedTuple):
    """How one part looks; `None` means that the decree leaves it open."""

    key: str
    style_name: str
    clause: str
    size_pt: Range
    bold: bool | None = False
    italic: bool | None = False
    caps: bool | None = False
    align: Align | None = None
    # Length of the line drawn under the part, as a fraction of its own text.
    line: Range | None = None
    # Level in Word's navigation pane, 1 being the highest.
    outline: int | None = None


_12_13 = Range(12, 13, 13)
_13_14 = Range(13, 14, 14)
_HEADER = "PL I, P.I, II."
_BODY = "PL I, P.I, II.6"

_ALL: Final = (
    Part("quoc_hieu", "Quốc hiệu", _HEADER + "1.a", _12_13, bold=True, caps=True, align="center"),
    Part("tieu_ngu", "Tiêu ngữ", _HEADER + "1.b", _13_14, bold=True, align="center", line=_LINE_WHOLE),
    Part("co_quan_chu_quan", "Cơ quan chủ quản", _HEADER + "2.b", _12_13, caps=True, align="center"),
    Part(
        "co_quan_ban_hanh",
        "Cơ quan ban hành",
        _HEADER + "2.b",
        _12_13,
        bold=True,
        caps=True,
        align="center",
        line=_LINE_THIRD_TO_HALF,
    ),
    Part("so_ky_hieu", "Số ký hiệu", _HEADER + "3.c", Range(13, 13, 13), caps=None, align="center"),
    Part("dia_danh_ngay", "Địa danh ngày", _HEADER + "4.c", _13_14, italic=True, align="center"),
    Part("ten_loai", "Tên loại", _HEADER + "5.b", _13_14, bold=True, caps=True, align="center", outline=1),
    Part(
        "trich_yeu", "Trích yếu", _HEADER + "5.b", _13_14, bold=True, align="center", line=_LINE_THIRD_TO_HALF
    ),
    Part("trich_yeu_cong_van", "Trích yếu công văn", _HEADER + "5.b", _12_13, align="center"),
    Part("kinh_gui", "Kính gửi", _HEADER + "9.d", _13_14),
    Part("can_cu", "Căn cứ", _BODY + ".a", _13_14, italic=True, align="both"),
    Part("noi_dung", "Nội dung", _BODY + ".e", _13_14, align="both"),
    Part("phan_chuong", "Phần Chương", _BODY + ".đ", _13_14, bold=True, align="center", outline=1),
    Part("ten_phan_chuong", "Tên phần chương", _BODY + ".đ", _13_14, bold=True, caps=True, align="center"),
    Part("muc_tieu_muc", "Mục", _BODY + ".đ", _13_14, bold=True, align="center", outline=2),
    Part("ten_muc_tieu_muc", "Tên mục", _BODY + ".đ", _13_14, bold=True, caps=True, align="center"),
    Part("dieu", "Điều", _BODY + ".đ", _13_14, bold=True, outline=3),
    Part(
        "muc_la_ma",
        "Mục La Mã",
        "PL I, P.I, mục V, hàng 6.b",
        _13_14,
        bold=True,
        caps=True,
        align="both",
        outline=1,
    ),
    Part("khoan_co_tieu_de", "Khoản có tiêu đề", _BODY + ".đ", _13_14, bold=True, align="both", outline=2),
    Part("khoan", "Khoản", _BODY + ".đ", _13_14, align="both"),
    Part("diem", "Điểm", _BODY + ".đ", _13_14, align="both"),
    Part("gach_dau_dong", "Gạch đầu dòng", _BODY + ".e", _13_14, align="both"),
    Part(
        "quyen_han_chuc_vu",
        "Quyền hạn chức vụ",
        _HEADER + "7.đ",
        _13_14,
        bold=True,
        caps=True,
        align="center",
    ),
    Part("ho_ten", "Họ tên", _HEADER + "7.đ", _13_14, bold=True, align="center"),
    Part(
        "noi_nhan_tieu_de",
        "Nơi nhận",
        _HEADER + "9.d",
        Range(12, 12, 12),
        bold=True,
        italic=True,
        align="left",
    ),
    Part("noi_nhan", "Nơi nhận (mục)", _HEADER + "9.d", Range(11, 11, 11), align="left"),
    Part("phu_luc", "Phụ lục", "PL I, P.I, III.1.b", Range(14, 14, 14), bold=True, align="center", outline=1),
    Part(
        "phu_luc_tieu_de", "Tên phụ lục", "PL I, P.I, III.1.b", _13_14, bold=True, caps=True, align="center"
    ),
    Part(
        "kem_theo",
        "Kèm theo",
        "PL I, P.I, III.1.c",
        _13_14,
        italic=True,
        align="center",
        line=_LINE_THIRD_TO_HALF,
    ),
    # The decree has no rule for tables; 11 pt is the least that offices accept.
    Part("bang_chu", "Bảng (chữ)", "thông lệ", Range(11, 14, 12), bold=None, italic=None, caps=None),
    Part(
        "bang_dau_cot",
        "Bảng (đầu cột)",
        "thông lệ",
        Range(11, 14, 12),
        bold=True,
        italic=None,
        caps=None,
        align="center",
    ),
    Part("don_vi_tinh", "Đơn vị tính", "thông lệ", Range(11, 14, 12), italic=True),
    Part("so_trang", "Số trang", "PL I, P.I, I.7", Range(13, 14, 13), align="center"),
)

PARTS: Final = MappingProxyType({part.key: part for part in _ALL})
_BY_STYLE: Final = MappingProxyType({part.style_name: part for part in _ALL})

# Printed by the program that signs, so it has no style of ours; the symbol keeps its capitals.
SIGNED_LINE: Final = Part(
    "thong_tin_ky_so", "Thông tin ký số", "PL I, P.I, III.1.d", Range(10, 10, 10), bold=None, caps=None
)


def part_of_style(style_name: str) -> Part | None:
    """The part that our own templates set in this paragraph style."""
    return _BY_STYLE.get(style_name)
