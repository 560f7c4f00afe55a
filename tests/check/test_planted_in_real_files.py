"""Faults planted in real files that were not seen there, each broken and kept."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kh_docs.check import check_bytes

from . import builder as b
from .test_real_habits import musts
from .test_rules import find

LEFT = WD_ALIGN_PARAGRAPH.LEFT


def paragraph_in(document: Any, text: str) -> Any:
    """The first paragraph, in a cell or on the page, that begins so."""
    return find(document, text)


@pytest.mark.parametrize(
    ("parent", "agency"),
    [
        ("BỘ TÀI CHÍNH", "VỤ TỔ CHỨC CÁN BỘ"),
        ("SỞ Y TẾ NGHỆ AN", "BỆNH VIỆN ĐA KHOA TỈNH"),
        ("BỆNH VIỆN ĐA KHOA TỈNH NGHỆ AN", "HỘI ĐỒNG KHOA HỌC"),
        ("CỤC THUẾ TỈNH NGHỆ AN", "ĐOÀN THANH TRA THUẾ"),
        ("ĐẠI HỌC QUỐC GIA HÀ NỘI", "TRƯỜNG ĐẠI HỌC KINH TẾ"),
        ("VĂN PHÒNG UBND TỈNH NGHỆ AN", "BAN TIẾP CÔNG DÂN"),
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "CÔNG ĐOÀN NGÀNH Y TẾ"),
    ],
)
@pytest.mark.parametrize("bold", [True, False])
def test_both_names_bold(parent: str, agency: str, bold: bool) -> None:
    document = b.build(b.plan(parent=[parent], agency=[agency]))
    if bold:
        paragraph_in(document, parent).runs[0].bold = True
    assert ("ND30-AGENCY-PARENT" in musts(document)) is bold


@pytest.mark.parametrize("agency", [["SỞ VĂN HÓA", "VÀ THỂ THAO"], ["HỘI ĐỒNG NHÂN DÂN", "HUYỆN NAM ĐÀN"]])
def test_one_name_on_two_lines_is_one_body(agency: list[str]) -> None:
    assert "ND30-AGENCY-PARENT" not in musts(b.build(b.plan(agency=agency)))


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("KÍNH GỬI: Sở Nội vụ", True),
        ("KÍNH GỬI:", True),
        ("KÍNH GỬI: «TEN»", True),
        ("Kính gửi: Sở Nội vụ", False),
        ("Kính gửi: «TEN»", False),
    ],
)
def test_the_words_before_the_addressee_in_capitals(words: str, broken: bool) -> None:
    document = b.build(b.letter())
    paragraph_in(document, "Kính gửi").runs[0].text = words
    assert ("ND30-KG-FMT" in musts(document)) is broken


@pytest.mark.parametrize(
    ("label", "broken"), [("Nơi nhận", True), ("Nơi nhận:", False), ("Nơi nhận :", False)]
)
def test_the_colon_of_a_label_beside_who_signs(label: str, broken: bool) -> None:
    document = b.build()
    table = document.tables[-1]._tbl
    line = document.add_paragraph()
    for text, size, italic in ((label, 12, True), ("\t\t\t\t\t\t", 12, False), ("CHỦ TỊCH", 13, False)):
        run = line.add_run(text)
        run.bold, run.italic, run.font.size = True, italic, size * 12700
    line.alignment = LEFT
    table.addprevious(line._p)
    for text in ("- UBND tỉnh (b/c);", "- Lưu: VT."):
        below = document.add_paragraph(text)
        b.style(below, 11, align=LEFT)
        table.addprevious(below._p)
    table.getparent().remove(table)
    said = [
        each.found
        for each in check_bytes(b.data(document), "x.docx").findings
        if each.rule == "ND30-NN-LABEL" and each.found.startswith("Nơi nhận")
    ]
    assert bool(said) is broken


@pytest.mark.parametrize(
    ("last", "broken"),
    [
        ("- Lưu: VT, NC.Châu;", True),
        ("- Lưu: VT, NC.Châu,", True),
        ("- Lưu: VT, NC.Châu", False),
        ("- Lưu: VT, NC. PL.(300)", False),
        ("- Lưu: VT, NC.", False),
    ],
)
def test_the_mark_behind_who_drafted_it(last: str, broken: bool) -> None:
    document = b.build(b.plan(recipients=["- UBND tỉnh (b/c);", last]))
    assert ("ND30-NN-LAST" in musts(document)) is broken


@pytest.mark.parametrize(
    ("name", "bold", "broken"),
    [
        ("LÊ NA", True, True),
        ("Lê Na", True, False),
        ("Lê Na", False, True),
        ("Th.S Lê Văn Na", False, True),
        ("BS. CKII. Lê Văn Na", False, True),
        ("ThS. Lê Văn Na", True, False),
    ],
)
def test_short_names_and_names_with_degrees(name: str, bold: bool, broken: bool) -> None:
    document = b.build(b.plan(parent=["SỞ Y TẾ NGHỆ AN"], agency=["BỆNH VIỆN NAM ĐÀN"], name=name))
    for run in paragraph_in(document, name).runs:
        run.bold = bold
    assert ("ND30-SIGN-NAME" in musts(document)) is broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("1) Chủ trì: Đồng chí Giám đốc Sở Nội vụ", True),
        ("1/ Thời gian: ngày 14 tháng 4", True),
        ("1. Chủ trì: Đồng chí Giám đốc Sở Nội vụ", False),
    ],
)
def test_the_mark_behind_the_number_of_a_short_clause(text: str, broken: bool) -> None:
    found = musts(b.build(b.plan(body=[*b.BODY[:1], ("text", text), *b.BODY[-2:]])))
    assert ("ND30-H-1N" in found) is broken


@pytest.mark.parametrize("align", [LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY])
def test_the_text_right_below_a_type_without_abstract(align: Any) -> None:
    """Not justified it is text with that fault, and no abstract."""
    text = (
        "Thực hiện Chương trình công tác năm 2024, Ủy ban nhân dân huyện tổ chức họp đánh giá công tác cải "
        "cách hành chính, với sự tham gia của các phòng, ban, ngành và Ủy ban nhân dân các xã, thị trấn"
    )
    document = b.build(b.plan(type_name="GIẤY MỜI", abstract=[], body=[("text", text), *b.BODY[-2:]]))
    paragraph_in(document, "Thực hiện Chương trình").alignment = align
    found = {rule for rule in musts(document) if "ABSTRACT" in rule or rule == "ND30-BODY-ALIGN"}
    assert found == ({"ND30-BODY-ALIGN"} if align == LEFT else set())


@pytest.mark.parametrize(("offset_mm", "length_mm", "broken"), [(66.0, 90.0, True), (67.0, 30.0, False)])
def test_a_line_under_the_abstract_that_grew_to_one_side(
    offset_mm: float, length_mm: float, broken: bool
) -> None:
    document = b.build()
    last = paragraph_in(document, "an ninh Tổ quốc")
    below = last._p.getnext()
    for paragraph in (last._p, below):
        for run in list(paragraph.iter(qn("w:r"))):
            if run.find(f".//{qn('w:drawing')}") is not None:
                run.getparent().remove(run)
    last._p.append(parse_xml(b.line_xml(length_mm, offset_mm)))
    assert ("ND30-ABSTRACT-LINE" in musts(document)) is broken


@pytest.mark.parametrize(("post", "broken"), [("PHÓ TRƯỞNG PHÒNG", False), ("Phó Trưởng phòng", True)])
def test_a_post_below_a_blank_line_is_nobody_s_name(post: str, broken: bool) -> None:
    document = b.build(b.plan(authority=["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]))
    line = paragraph_in(document, "PHÓ TRƯỞNG PHÒNG")
    line.insert_paragraph_before("")
    line.runs[0].text = post
    found = musts(document) & {"ND30-SIGN-NAME", "ND30-SIGN-FMT"}
    assert bool(found) is broken


@pytest.mark.parametrize(
    ("align", "broken"),
    [
        (WD_ALIGN_PARAGRAPH.CENTER, True),
        (WD_ALIGN_PARAGRAPH.RIGHT, True),
        (WD_ALIGN_PARAGRAPH.JUSTIFY, False),
    ],
)
def test_an_item_with_a_dash_that_is_set_aside(align: Any, broken: bool) -> None:
    text = (
        "- Thực hiện cập nhật dữ liệu về cán bộ, công chức, viên chức trên phần mềm quản lý và báo cáo "
        "kết quả về Phòng Nội vụ trước ngày 25 hằng tháng để tổng hợp, trình Ủy ban nhân dân huyện xem xét."
    )
    document = b.build(b.plan(body=[*b.BODY[:1], ("text", text), *b.BODY[-2:]]))
    paragraph_in(document, "- Thực hiện cập nhật").alignment = align
    assert ("ND30-BODY-ALIGN" in musts(document)) is broken


@pytest.mark.parametrize(("length_mm", "found"), [(3.0, "dài 3 mm"), (1.0, ""), (20.0, "")])
def test_a_stroke_under_the_agency_is_a_line_too_short(length_mm: float, found: str) -> None:
    """A dot of one millimetre may be anything: then none is said to be missing."""
    document = b.build()
    name = document.tables[0].cell(0, 0).paragraphs[-1]
    for run in list(name._p.iter(qn("w:r"))):
        if run.find(f".//{qn('w:drawing')}") is not None:
            run.getparent().remove(run)
    name._p.append(parse_xml(b.line_xml(length_mm, 30 - length_mm / 2)))
    said = [
        each.found
        for each in check_bytes(b.data(document), "x.docx").findings
        if each.rule == "ND30-AGENCY-LINE" and each.severity == "must"
    ]
    assert said == ([found] if found else [])
