"""Kinds of misses and false alarms found on files of offices not seen before: each with its neighbours."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, Twips

from kh_docs.check import check_bytes

from . import builder as b
from .test_kinds_of_misses import found, with_text
from .test_rules import find

LEFT, BOTH, CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.CENTER


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("Số: 45/KH-TTr", True),
        ("Số: 45/KH-TTr.P2", True),
        ("Số: 45/KH-ThTr", True),
        ("Số: 45/KH-Ubnd", False),
        ("Số: 45/KH-ubnd", False),
        ("Số: 45/ KH - UBND", False),
    ],
)
def test_small_letters_in_a_symbol(number: str, right: bool) -> None:
    assert ("ND30-NUM-SYNTAX" not in found(b.build(b.plan(number=number)))) is right


@pytest.mark.parametrize(
    ("place", "right"),
    [
        ("Thành phố Hồ Chí Minh", True),
        ("Thị xã Thái Hòa", True),
        ("Đặc khu Côn Đảo", True),
        ("Thành phố Hồ chí Minh", False),
        ("Thị xã thái hòa", False),
        ("Nam đàn", False),
    ],
)
def test_a_place_with_its_unit_word(place: str, right: bool) -> None:
    document = b.build(b.plan(place_date=f"{place}, ngày 05 tháng 3 năm 2024"))
    assert ("ND30-DATE-SYNTAX" not in found(document)) is right


def test_a_motto_with_a_wrong_capital_beside_the_agency() -> None:
    document = b.build()
    cell = document.tables[0].cell(0, 1)
    line = document.tables[0]._tbl
    for text, size, bold in (
        ("UBND TỈNH NGHỆ AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True),
        (f"SỞ NỘI VỤ{' ' * 30}Độc Lập - Tự do - Hạnh phúc", 13, False),
    ):
        paragraph = b.style(document.add_paragraph(text), size, bold)
        line.addprevious(paragraph._p)
    document.tables[0]._tbl.remove(cell._tc.getparent())
    rules = found(document)
    assert {"ND30-TN-TEXT", "ND30-TN-FMT"} <= rules


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Công an huyện phối hợp với sở TTTT tỉnh kiểm tra việc thực hiện trên địa bàn", True),
        ("Công an huyện phối hợp với Sở TTTT tỉnh kiểm tra việc thực hiện trên địa bàn", False),
        ("Công an huyện phối hợp với các sở, ngành kiểm tra việc thực hiện trên địa bàn", False),
    ],
)
def test_a_department_named_by_its_initials(text: str, wrong: bool) -> None:
    assert ("ND30-CAP-ORG" in found(with_text(text))) is wrong


def test_the_line_spacing_of_a_header_in_cells_of_its_own() -> None:
    document = b.build()
    table = document.tables[0]
    row = copy.deepcopy(table.rows[0]._tr)
    table.rows[0]._tr.addnext(row)
    first, second = table.rows[0].cells[1], table.rows[1].cells[1]
    first._tc.remove(first.paragraphs[1]._p)
    second._tc.remove(second.paragraphs[0]._p)
    table.rows[1].cells[0].paragraphs[0].clear()
    assert "ND30-QH-SPACING" not in found(document)
    second.paragraphs[0].paragraph_format.line_spacing = 2.0
    assert "ND30-QH-SPACING" in found(document)


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("I. MỤC ĐÍCH, YÊU CẦU (theo phụ lục kèm theo)", False),
        ("I. MỤC ĐÍCH, YÊU CẦU", False),
        ("I. Mục đích, yêu cầu (theo phụ lục kèm theo)", True),
        ("I. MỤC ĐÍCH (và) yêu cầu", True),
    ],
)
def test_a_note_in_brackets_after_a_heading(title: str, wrong: bool) -> None:
    document = b.build()
    find(document, "I. MỤC ĐÍCH").runs[0].text = title
    assert ("ND30-H-I" in found(document)) is wrong


def test_the_size_of_a_heading_is_said_once() -> None:
    document = b.build()
    for run in find(document, "I. MỤC ĐÍCH").runs:
        run.font.size = Pt(12)
    rules = found(document)
    assert "ND30-H-I" in rules
    assert "ND30-BODY-SIZE" not in rules
    for run in find(document, "Nâng cao").runs:
        run.font.size = Pt(12)
    assert "ND30-BODY-SIZE" in found(document)


@pytest.mark.parametrize(
    ("note", "wrong"),
    [
        ("(Có giá trị đến hết ngày 30 tháng 6 năm 2024)", False),
        ("(V/v cử cán bộ đi công tác tại các xã)", True),
    ],
)
def test_a_note_under_a_type_without_an_abstract(note: str, wrong: bool) -> None:
    document = b.build(b.plan(number="Số: 45/GGT-CAH", type_name="GIẤY GIỚI THIỆU", abstract=[]))
    title = find(document, "GIẤY GIỚI THIỆU")
    below = b.style(document.add_paragraph(note), 14, True, align=CENTER)
    title._p.addnext(below._p)
    assert ("ND30-ABSTRACT-LINE" in found(document)) is wrong


@pytest.mark.parametrize(("hundredths", "wrong"), [(20, True), (50, False), (40, False)])
def test_space_between_paragraphs_in_lines(hundredths: int, wrong: bool) -> None:
    document = b.build()
    for paragraph in document.paragraphs:
        if paragraph.alignment == BOTH:
            spacing = paragraph._p.get_or_add_pPr().get_or_add_spacing()
            spacing.set(qn("w:beforeLines"), str(hundredths))
            spacing.set(qn("w:before"), "120")
    assert ("ND30-BODY-PARASPACE" in found(document)) is wrong


def signed_by_tabs(document: Any, above: bool) -> Any:
    """The closing typed below the text: the post pushed by a tab, Nơi nhận under it or beside it."""
    closing = document.tables[-1]._tbl
    post = f"{'' if above else 'Nơi nhận:'}\tTRƯỞNG CÔNG AN HUYỆN"
    for text, size, bold in (
        (post, 14 if above else 12, True),
        *((("Nơi nhận:", 12, True),) if above else ()),
        ("- UBND tỉnh (b/c);", 11, False),
        ("- Lưu: VT, CAH.", 11, False),
    ):
        paragraph = b.style(document.add_paragraph(text), size, bold, align=BOTH)
        closing.addprevious(paragraph._p)
    closing.getparent().remove(closing)
    return document


def test_a_signature_pushed_by_a_tab_above_the_recipients() -> None:
    rules = found(signed_by_tabs(b.build(), above=True))
    assert "ND30-SIGN-LEVEL" in rules
    assert "ND30-BODY-PARASPACE" not in rules


def test_a_signature_pushed_by_a_tab_beside_the_recipients() -> None:
    rules = found(signed_by_tabs(b.build(), above=False))
    assert not {"ND30-SIGN-LEVEL", "ND30-BODY-PARASPACE", "ND30-BODY-SIZE"} & rules


def test_a_post_in_small_letters_in_a_cell_without_recipients() -> None:
    document = b.build(b.plan(recipients=[], authority=["Trưởng phòng"], name="Trần Văn C"))
    assert "ND30-SIGN-FMT" in found(document)
    document = b.build(b.plan(recipients=[], authority=["TRƯỞNG PHÒNG"], name="Trần Văn C"))
    assert "ND30-SIGN-FMT" not in found(document)


def addressed(below: str, align: Any) -> Any:
    document = b.build(
        b.plan(number="Số: 12/TTr-UBND", type_name="TỜ TRÌNH", addressee=["UBND tỉnh Nghệ An"])
    )
    more = b.style(document.add_paragraph(below), 14, align=align)
    find(document, "Kính gửi").insert_paragraph_before()
    find(document, "Kính gửi")._p.addnext(more._p)
    return document


@pytest.mark.parametrize(
    ("below", "align", "wrong"),
    [
        ("Sở Nội vụ tỉnh Nghệ An", CENTER, True),
        (f"{' ' * 12}Phòng Nội vụ huyện Nam Đàn", LEFT, True),
        ("Sở Nội vụ tỉnh đã có ý kiến thống nhất về nội dung này.", BOTH, False),
    ],
)
def test_a_second_addressee_without_a_dash(below: str, align: Any, wrong: bool) -> None:
    assert ("ND30-KG-MANY" in found(addressed(below, align))) is wrong


def unknown_type(**changes: Any) -> Any:
    return b.plan(
        type_name="PHÂN CÔNG NHIỆM VỤ",
        abstract=["CÁC THÀNH VIÊN CỦA PHÒNG"],
        authority=["TRƯỞNG PHÒNG"],
        agency=["PHÒNG NỘI VỤ"],
        parent=["UBND HUYỆN NAM ĐÀN"],
        place_date="Nam Đàn, ngày 05 tháng 3 năm 2024",
        **changes,
    )


def test_a_document_of_unknown_type_without_a_number() -> None:
    assert "ND30-NUM-SYNTAX" in found(b.build(unknown_type(number=None)))
    assert "ND30-NUM-SYNTAX" not in found(b.build(unknown_type(number=None, recipients=[])))
    assert "ND30-NUM-SYNTAX" not in found(b.build(unknown_type(number="Số: 12/PNV")))


def two_in_one_file() -> Any:
    """A decision and, on the next page, the form that it brings, with a head of its own."""
    document = b.build(b.plan(place_date="Nam Đàn, ngày 05 tháng 3 năm 2024"))
    second = b.build(b.plan(type_name="GIẤY ĐĂNG KÝ", abstract=[], body=[]))
    form = b.style(second.add_paragraph("Tôi tên là: ………………… là cán bộ của xã"), 11, align=LEFT)
    form.paragraph_format.left_indent = Twips(900)
    end = document.element.body.sectPr
    break_before = document.add_paragraph()
    break_before._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:br w:type="page"/></w:r>'))
    for element in list(second.element.body):
        if not element.tag.endswith("sectPr"):
            end.addprevious(element)
    return document


def test_a_form_behind_the_document_is_not_judged() -> None:
    document = two_in_one_file()
    assert found(document) == set()
    assert any("nhiều văn bản" in note for note in check_bytes(b.data(document), "").notes)


def test_a_page_number_is_asked_of_the_first_document_only() -> None:
    document = two_in_one_file()
    document.sections[0].header.paragraphs[0].clear()
    assert "ND30-PAGENUM-POS" not in found(document)


def test_a_place_is_not_named_by_half_a_word() -> None:
    document = b.build()
    text = "Các đơn vị tổ chức thực hiện nghiêm túc Kế hoạch này và báo cáo kết quả theo quy định"
    last = [p for p in document.paragraphs if p.text][-1]
    last.runs[0].text = text
    report = check_bytes(b.data(document), "x.docx")
    (end,) = [finding for finding in report.findings if finding.rule == "ND30-END-MARK"]
    assert end.where == "đoạn “… và báo cáo kết quả theo quy định”"


def test_findings_follow_the_page_from_top_to_bottom() -> None:
    document = b.build(b.plan(number="Số: 45/ KH - UBND"))
    document.sections[0].top_margin = Twips(800)
    find(document, "Nơi nhận:").runs[0].font.size = Pt(14)
    report = check_bytes(b.data(document), "x.docx")
    must = [finding.rule for finding in report.findings if finding.severity == "must"]
    assert must[0] == "ND30-MARGIN-TOP"
    assert must.index("ND30-NUM-SYNTAX") < must.index("ND30-NN-LABEL")
    severities = [finding.severity for finding in report.findings]
    assert severities == sorted(severities, key=("must", "should", "info").index)
