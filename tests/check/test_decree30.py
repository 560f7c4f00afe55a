"""The decree's figures restated by hand from its annex, so that builder and checker cannot share a slip."""

import pytest

from kh_docs import decree30
from kh_docs.decree30 import PARTS
from kh_docs.word.roman import from_roman, to_roman
from kh_docs.word.widths import text_width_mm

# Part: size, bold, italic, capitals, alignment, line as a fraction of the text (PL I, P.I, mục V).
ANNEX = {
    "quoc_hieu": ((12, 13), True, False, True, "center", None),  # II.1.a
    "tieu_ngu": ((13, 14), True, False, False, "center", (1, 1)),  # II.1.b
    "co_quan_chu_quan": ((12, 13), False, False, True, "center", None),  # II.2.b
    "co_quan_ban_hanh": ((12, 13), True, False, True, "center", (1 / 3, 1 / 2)),  # II.2.b
    "so_ky_hieu": ((13, 13), False, False, None, "center", None),  # II.3.c
    "dia_danh_ngay": ((13, 14), False, True, False, "center", None),  # II.4.c
    "ten_loai": ((13, 14), True, False, True, "center", None),  # II.5.b
    "trich_yeu": ((13, 14), True, False, False, "center", (1 / 3, 1 / 2)),  # II.5.b
    "trich_yeu_cong_van": ((12, 13), False, False, False, "center", None),  # II.5.b
    "kinh_gui": ((13, 14), False, False, False, None, None),  # II.9.d
    "can_cu": ((13, 14), False, True, False, "both", None),  # II.6.a
    "noi_dung": ((13, 14), False, False, False, "both", None),  # II.6.e
    "muc_la_ma": ((13, 14), True, False, True, "both", None),  # V, hàng 6.b
    "khoan_co_tieu_de": ((13, 14), True, False, False, "both", None),  # II.6.đ
    "khoan": ((13, 14), False, False, False, "both", None),  # II.6.đ
    "diem": ((13, 14), False, False, False, "both", None),  # II.6.đ
    "quyen_han_chuc_vu": ((13, 14), True, False, True, "center", None),  # II.7.đ
    "ho_ten": ((13, 14), True, False, False, "center", None),  # II.7.đ
    "noi_nhan_tieu_de": ((12, 12), True, True, False, "left", None),  # II.9.d
    "noi_nhan": ((11, 11), False, False, False, "left", None),  # II.9.d
    "phu_luc": ((14, 14), True, False, False, "center", None),  # III.1.b
    "phu_luc_tieu_de": ((13, 14), True, False, True, "center", None),  # III.1.b
    "kem_theo": ((13, 14), False, True, False, "center", (1 / 3, 1 / 2)),  # III.1.c
}


@pytest.mark.parametrize("key", ANNEX)
def test_part(key: str) -> None:
    part = PARTS[key]
    line = (part.line.low, part.line.high) if part.line else None
    size = (part.size_pt.low, part.size_pt.high)
    assert (size, part.bold, part.italic, part.caps, part.align, line) == ANNEX[key]


def test_page() -> None:
    assert (decree30.PAGE.width_mm, decree30.PAGE.height_mm) == (210, 297)  # I.1
    margins = {edge: (margin.low, margin.high) for edge, margin in decree30.MARGINS_MM.items()}
    assert margins == {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}  # I.3
    assert decree30.FONT.name == "Times New Roman"  # I.4
    number = decree30.PAGE_NUMBER
    assert (number.size_pt.low, number.size_pt.high, number.align, number.start) == (
        13,
        14,
        "center",
        1,
    )  # I.7
    assert decree30.FIRST_LINE_CM == (1.0, 1.27)  # II.6.e
    assert decree30.PARA_SPACE_PT.low == 6  # II.6.e
    assert (decree30.LINE_SPACING.low, decree30.LINE_SPACING.high) == (1.0, 1.5)  # II.6.e
    assert decree30.SIZE_TRIPLETS_PT == ((13, 14, 14), (12, 13, 13))  # V, chú thích 1


def test_abbreviations() -> None:
    """PL III, mục I: 27 types, four of which are often written wrong."""
    assert len(decree30.ABBREVIATIONS) == 27
    wrong_elsewhere = {
        "Quy chế": "QC",
        "Quy định": "QyĐ",
        "Dự án": "DA",
        "Tờ trình": "TTr",
        "Chương trình": "CTr",
    }
    assert wrong_elsewhere.items() <= decree30.ABBREVIATIONS.items()
    assert decree30.SIGN_PREFIXES == ("TM.", "Q.", "KT.", "TL.", "TUQ.")  # PL I, P.I, II.7.b


def test_every_part_has_its_own_style() -> None:
    assert len({part.style_name for part in PARTS.values()}) == len(PARTS)


@pytest.mark.parametrize(
    ("text", "size_pt", "bold", "mm"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, 95.7),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, 88.3),
        ("Độc lập - Tự do - Hạnh phúc", 13, True, 56.1),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, 60.5),
    ],
)
def test_width(text: str, size_pt: float, bold: bool, mm: float) -> None:
    assert round(text_width_mm(text, size_pt, bold), 1) == mm


@pytest.mark.parametrize(("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL")])
def test_roman(number: int, text: str) -> None:
    assert to_roman(number) == text
    assert from_roman(text) == number


@pytest.mark.parametrize("text", ["IIII", "VX", "", "A"])
def test_not_roman(text: str) -> None:
    assert from_roman(text) is None
