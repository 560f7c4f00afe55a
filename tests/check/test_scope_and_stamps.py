"""Whose decisions may be law, stamps before “Kính gửi”, fields, headings, a head in one column."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.shared import Mm

from kh_docs.check import check_bytes

from . import builder as b
from .test_real_habits import musts


@pytest.mark.parametrize(
    ("number", "judged"),
    [
        ("Số: 12/2024/QĐ-UBND", False),
        ("Số: 12/2024/QĐ-TTg", False),
        ("Số: 12/2024/QĐ-BTC", False),
        ("Số: 12/2024/NQ-HĐND", False),
        # A company, a hospital, a social insurance office, a school: a year too many, but no law.
        ("Số: 12/2024/QĐ-CHG", True),
        ("Số: 12/2024/QĐ-BVĐK", True),
        ("Số: 12/2024/QĐ-BHXH", True),
        ("Số: 12/2024/QĐ-ĐHKT", True),
    ],
)
def test_a_year_in_the_symbol_is_law_only_of_who_makes_law(number: str, judged: bool) -> None:
    assert check_bytes(b.data(b.build(b.plan(number=number))), "").judged is judged


BOX = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="position:absolute;width:80pt;height:30pt">
 <v:textbox><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""


def typed_letter(stamp: str, boxed: bool) -> Any:
    """A letter whose head is typed in columns of blanks, with a stamp before “Kính gửi”."""
    document = b.build(b.letter())
    table = document.tables[0]._tbl
    for text in (
        "ỦY BAN NHÂN DÂN" + " " * 12 + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "HUYỆN NAM ĐÀN" + " " * 20 + "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/UBND-VP" + " " * 20 + "Nam Đàn, ngày 05 tháng 3 năm 2024",
        "V/v báo cáo kết quả",
    ):
        table.addprevious(document.add_paragraph(text)._p)
    line = document.add_paragraph("" if boxed else stamp)
    if boxed:
        line._p.append(parse_xml(BOX.format(stamp)))
    table.addprevious(line._p)
    table.getparent().remove(table)
    return document


@pytest.mark.parametrize("boxed", [True, False])
@pytest.mark.parametrize("stamp", ["HỎA TỐC", "KHẨN", "THƯỢNG KHẨN", "TỐI MẬT"])
def test_a_stamp_before_the_addressee(stamp: str, boxed: bool) -> None:
    assert not musts(typed_letter(stamp, boxed)) & {"ND30-KG-REQUIRED", "ND30-BODY-INDENT"}


@pytest.mark.parametrize(
    ("place", "broken"),
    [
        ("TEN_TINH, ngày DAY tháng MONTH năm YEAR", False),
        ("TEN_DIA_DANH, ngày 05 tháng 3 năm 2024", False),
        ("NAM ĐÀN, NGÀY 05 THÁNG 3 NĂM 2024", True),
    ],
)
def test_names_that_a_program_fills_in(place: str, broken: bool) -> None:
    assert ("ND30-DATE-SYNTAX" in musts(b.build(b.plan(place_date=place)))) is broken


@pytest.mark.parametrize(
    ("heading", "broken"),
    [
        ("III. KIẾN NGHỊ, ĐỀ XUẤT: Không.", False),
        ("III. KIẾN NGHỊ, ĐỀ XUẤT", False),
        ("III. Kiến nghị, đề xuất: Không.", True),
        ("III. Kiến nghị, đề xuất", True),
    ],
)
def test_a_heading_that_says_all_at_once(heading: str, broken: bool) -> None:
    document = b.build()
    last = next(each for each in document.paragraphs if each.text.startswith("II."))
    added = last.insert_paragraph_before(heading)
    b.style(added, 14, bold=True)
    assert ("ND30-H-I" in musts(document)) is broken


@pytest.mark.parametrize(
    ("left_mm", "rules"),
    [(0, {"ND30-QH-TEXT", "ND30-DATE-FMT"}), (60, {"ND30-DATE-FMT"})],
)
def test_a_head_in_one_column(left_mm: float, rules: set[str]) -> None:
    """II.1.c, II.4.b: Quốc hiệu at the right, the date on the line of the number."""
    document = b.build()
    table = document.tables[0]
    for column, row in ((0, 0), (1, 0), (0, 1), (1, 1)):
        for line in table.cell(row, column).paragraphs:
            if column and not row and left_mm:
                line.paragraph_format.left_indent = Mm(left_mm)
            table._tbl.addprevious(line._p)
    table._tbl.getparent().remove(table._tbl)
    assert musts(document) & {"ND30-QH-TEXT", "ND30-DATE-FMT"} == rules


@pytest.mark.parametrize(
    ("document", "example"),
    [(b.plan(number="Số 5/KH-UBND"), "Số: 05/KH-UBND"), (b.letter(number="Số 5/UBND-VP"), "Số: 05/UBND-VP")],
)
def test_a_number_is_shown_as_its_kind_writes_it(document: b.Spec, example: str) -> None:
    report = check_bytes(b.data(b.build(document)), "")
    assert [each.expected for each in report.findings if each.rule == "ND30-NUM-SYNTAX"] == [example]
