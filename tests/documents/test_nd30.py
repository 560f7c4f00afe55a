"""Every document keeps the decree, by an independent reading of it; and that reading sees what is broken."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pytest

from kh_docs.documents.given import Given

from .nd30_by_hand import findings
from .nd30_measures import text_width
from .nd30_text import slips, text_findings
from .produce import FORMS, UNITS, document, made
from .word import Document

PLACES = {unit: re.sub("^(huyện|thị xã|thành phố) ", "", name) for unit, name in UNITS.items()}


@pytest.mark.parametrize("form", FORMS)
def test_the_form_of_every_document(form: str) -> None:
    found = {
        f"{unit}: {finding}" for unit in UNITS for finding in findings(document(unit, form), PLACES[unit])
    }
    assert sorted(found)[:30] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_words_of_every_document(form: str) -> None:
    found: dict[str, str] = {}
    for unit in UNITS:
        for finding in text_findings(document(unit, form)):
            found.setdefault(finding, unit)
    assert [f"{unit}: {finding}" for finding, unit in found.items()][:30] == []


@pytest.mark.parametrize("form", FORMS[:4])
def test_a_signed_document_keeps_the_decree_too(form: str) -> None:
    signed = document("nam-dan", form, date(2024, 3, 5), Given(date(2024, 3, 5), "5"))
    assert findings(signed, "Nam Đàn") == []
    assert text_findings(signed) == []
    if form != "phieu-kiem-tra":
        number, place = signed.tables[0].rows[1].texts
        assert number.startswith("Số: 05/")
        assert place == "Nam Đàn, ngày 05 tháng 3 năm 2024"


@pytest.mark.parametrize(
    ("text", "size", "mm"),
    [
        # Measured, nd30.md.
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 88),
        ("Độc lập - Tự do - Hạnh phúc", 13, 56),
        ("Độc lập - Tự do - Hạnh phúc", 14, 60.4),
    ],
)
def test_the_measured_widths(text: str, size: float, mm: float) -> None:
    assert text_width(text, size) * 25.4 / 1440 == pytest.approx(mm, rel=0.03)


def changed(part: str, old: str, new: str) -> Document:
    """Nam Đàn's plan with one thing broken."""
    content = made("nam-dan", "ke-hoach", None, Given())
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == part:
                assert re.search(old, text.decode("utf-8")), old
                text = re.sub(old, new, text.decode("utf-8"), count=1).encode("utf-8")
            target.writestr(name, text)
    return Document(buffer.getvalue())


def style(name: str, what: str) -> str:
    """A pattern for `what` inside the style `name`, to be replaced by its group."""
    return rf'(w:styleId="{name}">(?:(?!</w:style>).)*?){what}'


STYLES, TEXT, HEADER = "word/styles.xml", "word/document.xml", "word/header2.xml"
BROKEN: list[tuple[str, str, str, str]] = [
    ("I.1", TEXT, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
    ("I.3", TEXT, 'w:left="1701"', 'w:left="1418"'),
    ("I.4: phông", STYLES, 'w:ascii="Times New Roman"', 'w:ascii="Arial"'),
    ("I.4: màu", STYLES, '<w:color w:val="000000"/>', '<w:color w:val="0000FF"/>'),
    ("I.7", HEADER, "PAGE", "DATE"),
    ("I.7", TEXT, "<w:titlePg/>", ""),
    ("II.1.a", TEXT, "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI"),
    ("II.1.b", TEXT, "Độc lập - Tự do", "Độc lập – Tự do"),
    ("V.1", STYLES, style("TieuNgu", "<w:b/>"), r"\1"),
    ("V, ghi chú 1", STYLES, style("TieuNgu", '<w:sz w:val="28"/>'), r'\1<w:sz w:val="26"/>'),
    ("II.1.b: đường kẻ", STYLES, style("DuongKeTieuNgu", 'w:left="1206"'), r'\1w:left="200"'),
    ("II.2.b: đường kẻ", STYLES, style("DuongKeCoQuan", 'w:val="single"'), r'\1w:val="none"'),
    ("II.3", TEXT, "/KH-UBND<", "/2024/KH-UBND<"),
    ("V.3", STYLES, style("SoKyHieu", '<w:sz w:val="26"/>'), r'\1<w:sz w:val="28"/>'),
    ("II.4", TEXT, "Nam Đàn, ngày ", "Nghệ An, ngày "),
    ("V.4", STYLES, style("DiaDanhNgay", "<w:i/>"), r"\1"),
    (
        "II.5.b: đường kẻ",
        TEXT,
        r'(<w:pStyle w:val="DuongKeTrichYeu"/>(?:(?!</w:p>).)*?w:left=)"\d+"',
        r'\1"0"',
    ),
    ("II.6.e: không căn", STYLES, style("Diem", '<w:jc w:val="both"/>'), r'\1<w:jc w:val="left"/>'),
    ("II.6.e: lùi", STYLES, style("Khoan", 'w:firstLine="720"'), r'\1w:firstLine="0"'),
    ("II.6.e: khoảng", STYLES, style("Diem", 'w:after="120"'), r'\1w:after="60"'),
    ("II.6.e: giãn", STYLES, style("NoiDung", 'w:line="240"'), r'\1w:line="400"'),
    ("II.6.e: cỡ", STYLES, style("Diem", '<w:sz w:val="28"/>'), r'\1<w:sz w:val="26"/>'),
    ("V.6: kiểu", STYLES, style("MucLaMa", "<w:b/>"), r"\1"),
    ("V.6b: mục", TEXT, "II. CHỈ TIÊU CỤ THỂ", "II. Chỉ tiêu cụ thể"),
    ("II.6.đ: thứ tự mục", TEXT, "II. CHỈ TIÊU", "IV. CHỈ TIÊU"),
    ("II.6.đ: thứ tự điểm", TEXT, ">đ\\) ", ">e) "),
    ("II.6.đ: thứ tự khoản", TEXT, ">2. Yêu cầu<", ">3. Yêu cầu<"),
    ("Mẫu 1.4", TEXT, r"\./\.<", ".<"),
    ("II.7.b", TEXT, "TM. ỦY BAN", "T/M ỦY BAN"),
    ("V.7: kiểu chữ quyền", STYLES, style("QuyenHanChucVu", "<w:b/>"), r"\1"),
    ("II.7.đ: họ tên", STYLES, style("HoTen", "<w:b/>"), r"\1"),
    ("II.9.d: “Nơi nhận", STYLES, style("NoiNhanTieuDe", "<w:i/>"), r"\1"),
    ("V.8b", STYLES, style("NoiNhan", '<w:sz w:val="22"/>'), r'\1<w:sz w:val="24"/>'),
    ("II.9.d: dòng Lưu", TEXT, "- Lưu: VT, ", "- Lưu VT, "),
    ("III.1.a: số", TEXT, ">Phụ lục II<", ">Phụ lục 2<"),
    ("V.9", STYLES, style("PhuLuc", '<w:sz w:val="28"/>'), r'\1<w:sz w:val="26"/>'),
    ("III.1.c: kiểu", STYLES, style("KemTheo", "<w:i/>"), r"\1"),
    ("III.1.đ", TEXT, '<w:pgNumType w:start="1"/>', ""),
    ("bảng", TEXT, "<w:tblHeader/>", ""),
    ("bảng", TEXT, '<w:gridCol w:w="4535"/>', '<w:gridCol w:w="6535"/>'),
    ("ngôn ngữ", STYLES, '<w:lang w:val="vi-VN"', '<w:lang w:val="en-US"'),
]


@pytest.mark.parametrize(
    ("clause", "part", "old", "new"), BROKEN, ids=[f"{number} {row[0]}" for number, row in enumerate(BROKEN)]
)
def test_this_reading_sees_what_is_broken(clause: str, part: str, old: str, new: str) -> None:
    found = findings(changed(part, old, new), "Nam Đàn")
    assert any(finding.startswith(clause) for finding in found), found


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("ngày 5 tháng 3 năm 2024", "II.4.b"),
        ("ngày 05 tháng 03 năm 2024", "II.4.b"),
        ("ngày 05 tháng 1 năm 2024", "II.4.b"),
        ("trước ngày 5/3/2024", "II.4.b"),
        ("trước ngày 05/03/2024", "II.4.b"),
        ("theo Khoản 5 Mục II", "V.7"),
        ("theo kế hoạch số 104/KH-UBND", "V.6"),
        ("tại Huyện Nam Đàn", "III.1.a"),
        ("giao công an huyện", "IV.1.a"),
    ],
)
def test_it_sees_slips_in_the_words(text: str, clause: str) -> None:
    assert any(clause in finding for finding in slips(text)), slips(text)


@pytest.mark.parametrize(
    "text",
    [
        "ngày 05 tháng 3 năm 2024, ngày 10 tháng 01 năm 2024",
        "trước ngày 05/3/2024 và 15/02/2024",
        "04/25 xã, phường; 28/34 tiêu chí; điểm b khoản 5 Mục II",
        "Công an huyện, UBND huyện Nam Đàn",
    ],
)
def test_it_leaves_the_rest_alone(text: str) -> None:
    assert slips(text) == ()
