"""Heads typed with blanks, templates filled in, notes under titles, sheets of a file with two documents."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor, Twips

from kh_docs.check import check_bytes

from . import builder as b
from .test_real_habits import musts, with_body
from .test_rules import find
from .test_seventeen_more import typed_header


def found(document: Any, rule: str) -> list[str]:
    return [f.found for f in check_bytes(b.data(document), "x.docx").findings if f.rule == rule]


@pytest.mark.parametrize(
    ("note", "broken"),
    [
        ("(Tài liệu phục vụ Hội nghị giao ban quý I)", False),
        ("(Trình tại kỳ họp thứ hai của Hội đồng nhân dân huyện)", False),
        ("(Từ ngày 01 tháng 01 năm 2024 đến ngày 31 tháng 3 năm 2024)", True),
        ("trên địa bàn huyện Nam Đàn", True),
    ],
)
def test_a_note_under_the_abstract_is_no_part_of_it(note: str, broken: bool) -> None:
    document = b.build(b.plan(abstract=[*b.plan().abstract, note]))
    line = find(document, note)
    line.runs[0].bold, line.runs[0].italic = False, True
    assert ("ND30-ABSTRACT-FMT" in musts(document)) is broken


@pytest.mark.parametrize(
    ("title", "below", "broken"),
    [
        ("KẾ HOẠCH NỘP TIỀN", "{{TrichYeu}}", False),
        ("KẾ HOẠCH NỘP TIỀN THUÊ ĐẤT", "", True),
        ("KẾ HOẠCH", "{{TrichYeu}}", False),
    ],
)
def test_an_abstract_that_a_program_fills_in(title: str, below: str, broken: bool) -> None:
    document = b.build(b.plan(type_name=title, abstract=[below] if below else []))
    assert ("ND30-ABSTRACT-FMT" in musts(document)) is broken


@pytest.mark.parametrize(
    ("place_date", "broken"),
    [
        ("Nam Đàn, ngày    tháng    năm 20", False),
        ("Nam Đàn, ngày    tháng    năm 202", False),
        ("Nam Đàn, ngày 05 tháng 3 năm 20", True),
        ("Nam Đàn, ngày    tháng    năm 24", True),
        ("[Nam Đàn, ngày 23 tháng 9 năm 2024]", False),
        ("[Nam Đàn, ngày 5 tháng 9 năm 2024]", True),
    ],
)
def test_a_year_begun_and_a_date_in_brackets(place_date: str, broken: bool) -> None:
    rules = musts(b.build(b.plan(place_date=place_date)))
    assert ("ND30-DATE-SYNTAX" in rules) is broken
    assert "ND30-DATE-FMT" not in rules


@pytest.mark.parametrize(
    ("number", "broken"),
    [("Số: [34/KH-UBND]", False), ("Số: [34]/KH-UBND", False), ("Số: [3/KH-UBND]", True)],
)
def test_a_number_in_brackets(number: str, broken: bool) -> None:
    assert ("ND30-NUM-SYNTAX" in musts(b.build(b.plan(number=number)))) is broken


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("Bệnh viện đóng tại Thành Phố Hồ Chí Minh.", {"ND30-CAP-PLACE-SPECIAL"}),
        ("Bệnh viện đóng tại Thành Phố Vinh.", {"ND30-CAP-PLACE"}),
        ("Hàng hóa bán trên địa bàn Thành phố Hà Nội năm 2024.", {"ND30-CAP-PLACE"}),
        ("Hàng hóa bán trên địa bàn thành phố Hà Nội năm 2024.", set()),
        ("Bệnh viện đóng tại Thành phố Hồ Chí Minh.", set()),
        ("Bệnh viện đóng tại Thành phố Điện Biên Phủ.", set()),
    ],
)
def test_cities(words: str, rules: set[str]) -> None:
    assert musts(with_body(("text", words))) == rules


@pytest.mark.parametrize(
    ("second", "broken"), [("Võ Thị Sáu năm 2024", False), ("Hưng Dũng năm 2024", True), ("năm 2024", True)]
)
def test_a_name_that_goes_on_in_the_next_line(second: str, broken: bool) -> None:
    document = b.build(b.plan(abstract=["Xây dựng trụ sở Ủy ban nhân dân Phường", second]))
    assert ("ND30-CAP-PLACE" in musts(document)) is broken


# --- heads typed in the text -------------------------------------------------------------------------------


def test_a_tab_leaves_the_stop_that_the_tab_before_it_reached() -> None:
    document = typed_header("\t\tNam Đàn, ngày 05 tháng 3 năm 2024")
    line = find(document, "\t\tNam Đàn")
    line.runs[0].italic = True
    for at in (30, 112):
        line.paragraph_format.tab_stops.add_tab_stop(Mm(at), WD_TAB_ALIGNMENT.CENTER)
    motto = find(document, "ỦY BAN NHÂN DÂN")
    motto.runs[0].text = "\tỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    for at in (30, 112):
        motto.paragraph_format.tab_stops.add_tab_stop(Mm(at), WD_TAB_ALIGNMENT.CENTER)
    assert "không ở giữa" not in found(document, "ND30-DATE-FMT")
    stops = line.paragraph_format.tab_stops
    stops[1].position = Mm(80)
    assert "không ở giữa" in found(document, "ND30-DATE-FMT")


@pytest.mark.parametrize(("bold", "rules"), [(True, set()), (False, {"ND30-AGENCY-NAME"})])
def test_the_name_goes_on_below_the_motto(bold: bool, rules: set[str]) -> None:
    document = typed_header("Số: 12/KH-TKH")
    for text, words in (
        ("ỦY BAN NHÂN DÂN", "BAN QUẢN LÝ DỰ ÁN" + " " * 12 + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("HUYỆN NAM ĐÀN", "XÂY DỰNG NAM ĐÀN\t\t" + " " * 20 + "Độc lập - Tự do - Hạnh phúc"),
    ):
        line = find(document, text)
        left, right = words[: words.index("   ")], words[words.index("   ") :]
        line.runs[0].text, line.runs[0].bold = left, False
        more = line.add_run(right)
        more.bold, more.font.size = True, Pt(13)
    name = document.add_paragraph("   TỔ KẾ HOẠCH")
    b.style(name, 13, bold, align=b.LEFT)
    find(document, "Số: 12")._p.addprevious(name._p)
    assert musts(document) & {"ND30-AGENCY-NAME"} == rules


@pytest.mark.parametrize(
    ("level", "number", "broken"), [("12", "0", False), ("12", "1", True), (None, None, True)]
)
def test_a_list_taken_off_takes_the_indents_of_the_style(level: str, number: str, broken: bool) -> None:
    document = b.build()
    style = document.styles.add_style("Far", 1)
    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Twips(1440), Twips(720)
    line = find(document, "KẾ HOẠCH")
    line.style = style
    if level:
        line._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            )
        )
    assert ("ND30-TYPE-FMT" in musts(document)) is broken


# --- sheets ------------------------------------------------------------------------------------------------


def two_in_a_file(second: Any) -> Any:
    """A plan, and in a section of its own another document."""
    first = b.build()
    own = first.sections[0]._sectPr
    ending = first.add_paragraph()
    ending._p.get_or_add_pPr().append(own.__copy__())
    for element in list(second.element.body):
        first.element.body.append(element)
    first.element.body.remove(own)
    return first


@pytest.mark.parametrize("whole", [True, False])
def test_sheets_and_letters_of_a_second_document_are_its_own(whole: bool) -> None:
    second = b.build(b.plan(type_name="BÁO CÁO", number="Số: 12/BC-UBND" if whole else None))
    if not whole:
        closing = second.tables[-1]._tbl
        closing.getparent().remove(closing)
    second.sections[0].bottom_margin = Mm(15)
    find(second, "Nâng cao nhận thức").runs[0].font.name = "Calibri"
    find(second, "Nâng cao nhận thức").runs[0].font.color.rgb = RGBColor(255, 0, 0)
    findings = check_bytes(b.data(two_in_a_file(second)), "x.docx").findings
    sheets = ("ND30-MARGIN-BOTTOM", "ND30-FONT", "ND30-COLOR")
    assert {(f.rule, f.document) for f in findings if f.rule in sheets} == {(rule, 2) for rule in sheets}


@pytest.mark.parametrize(("columns", "sentences", "broken"), [(7, 1, False), (7, 8, True), (2, 1, True)])
def test_a_report_that_is_a_wide_table_may_lie_on_its_side(
    columns: int, sentences: int, broken: bool
) -> None:
    document = b.build(
        b.plan(body=[("text", "Các đơn vị thực hiện đúng Kế hoạch này của huyện.")] * sentences)
    )
    table = document.add_table(2, columns)
    find(document, "Các đơn vị")._p.addprevious(table._tbl)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    assert ("ND30-PAGE-ORIENT" in musts(document)) is broken
