"""Faults and false alarms of old files from archives and programs, each broken and kept."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from . import builder as b
from .test_habits_by_rule import with_body
from .test_real_habits import musts
from .test_rules import find


@pytest.mark.parametrize(("blanks", "broken"), [(" " * 12, False), ("", False)])
def test_blanks_behind_quoc_hieu_hang_over_the_edge(blanks: str, broken: bool) -> None:
    document = b.build()
    find(document, "CỘNG HÒA").runs[0].text += blanks
    assert ("ND30-QH-TEXT" in musts(document)) is broken


def test_blanks_before_quoc_hieu_push_it() -> None:
    document = b.build()
    run = find(document, "CỘNG HÒA").runs[0]
    run.text = " " * 12 + run.text
    assert "ND30-QH-TEXT" in musts(document)


@pytest.mark.parametrize(
    ("lines", "broken"),
    [
        (["- Lưu: VT, NC.", "", "Các đơn vị tải tài liệu tại:"], False),
        (["- Lưu: VT, NC.", "", "- Công an tỉnh;", "-UBND tỉnh;"], True),
        (["Công an tỉnh", "- Lưu: VT, NC."], True),
    ],
)
def test_what_stands_behind_the_kept_copies_is_no_recipient(lines: list[str], broken: bool) -> None:
    document = b.build(b.plan(recipients=["- UBND tỉnh (b/c);", *lines]))
    assert ("ND30-NN-ITEMS" in musts(document)) is broken


@pytest.mark.parametrize(
    ("cell", "broken"),
    [
        ("Thay thế Lê Văn Na", False),
        ("Bổ sung Lê Văn Na", False),
        ("Lê văn na Em", True),
        ("Lô thị Na", True),
    ],
)
def test_names_in_a_list_begin_with_a_surname(cell: str, broken: bool) -> None:
    document = b.build()
    table = document.add_table(3, 2)
    for at, text in enumerate(("Stt", "Họ và tên", "1", "Nguyễn Văn Tý", "2", cell)):
        b.style(table.cell(at // 2, at % 2).paragraphs[0].add_run(text)._parent, 12)
    find(document, "II. TỔ CHỨC")._p.addnext(table._tbl)
    assert ("ND30-CAP-PERSON" in musts(document)) is broken


@pytest.mark.parametrize(
    ("basis", "broken"),
    [
        (
            "Căn cứ Nghị định số 71/2019/NĐ-CP ngày 30 tháng 8 năm 2019 của Chính phủ quy định về xử phạt "
            "được sửa đổi, bổ sung tại Nghị định số 17/2022/NĐ-CP ngày 31 tháng 01 năm 2022 của Chính phủ;",
            False,
        ),
        ("Căn cứ Nghị định số 71/2019/NĐ-CP ngày 30 tháng 8 năm 2019 của Chính phủ;", True),
    ],
)
def test_an_act_at_the_end_of_what_a_basis_is_about(basis: str, broken: bool) -> None:
    document = b.build(b.plan(bases=[basis, *b.BASES[1:]]))
    assert ("ND30-BASIS-CONTENT" in musts(document)) is broken


@pytest.mark.parametrize(
    ("lines", "broken"),
    [
        (("Các đơn vị gửi danh sách gồm: 1. Họ tên học viên", "2. Năm sinh của học viên"), False),
        (("Các đơn vị gửi danh sách học viên", "2. Năm sinh của học viên"), True),
    ],
)
def test_a_list_that_begins_in_the_line_above(lines: tuple[str, str], broken: bool) -> None:
    document = with_body(*(("text", line) for line in lines))
    assert ("ND30-STRUCT-B" in musts(document)) is broken


@pytest.mark.parametrize(
    "line",
    [
        "Nam Đàn, ngày 12 háng 01 năm 2024",
        "Nam Đàn, ngày 12 tháng 01 nm 2024",
        "Nam Đàn, ngày 12 tháng 3 năn 2024",
    ],
)
def test_a_date_line_with_a_slip_of_the_hand(line: str) -> None:
    assert "ND30-DATE-SYNTAX" in musts(b.build(b.plan(place_date=line)))


def rows_apart(height: str | None) -> Any:
    """A letter whose “V/v …” stands in a row of its own, the number 13 points high or as said."""
    document = b.build(b.letter())
    table = document.tables[0]
    subject = find(document, "V/v")
    row = table.add_row()
    row.cells[0].paragraphs[0]._p.addprevious(subject._p)
    row.cells[0]._tc.remove(row.cells[0].paragraphs[-1]._p)
    subject.paragraph_format.space_before = Pt(3)
    if height is not None:
        table.rows[1].height = Pt(float(height))
    return document


def test_the_date_beside_the_number_makes_room() -> None:
    document = rows_apart(None)
    find(document, "Nam Đàn, ngày").paragraph_format.space_after = Pt(6)
    assert "ND30-CV-VV" not in musts(document)


@pytest.mark.parametrize(("height", "broken"), [(None, True), ("14", True), ("24", False)])
def test_the_subject_in_the_row_below_the_number(height: str | None, broken: bool) -> None:
    assert ("ND30-CV-VV" in musts(rows_apart(height))) is broken


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Trường Đại học phòng cháy chữa cháy", True),
        ("Trường Cao đẳng sư phạm Nghệ An", True),
        ("Trường Đại học Phòng cháy chữa cháy", False),
        ("Trường Đại học công lập", False),
        ("Hội đồng sáng kiến huyện", True),
        ("Hội đồng sáng kiến cấp cơ sở", False),
        ("Hội đồng khen thưởng các cấp trường", False),
    ],
)
def test_schools_and_councils(words: str, broken: bool) -> None:
    document = with_body(("text", f"Các đơn vị gửi kết quả cho {words} để tổng hợp."))
    assert ("ND30-CAP-ORG" in musts(document)) is broken


def with_header_borders(hidden: bool) -> Any:
    """A plan without a line under its abstract, whose header's table has borders, hidden by its cells."""
    document = b.build()
    for paragraph in document.paragraphs:
        for drawing in list(paragraph._p.iter(qn("w:drawing"), qn("w:pict"))):
            drawing.getparent().remove(drawing)
    table = document.tables[0]._tbl
    sides = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    table.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"))
    for cell in table.iter(qn("w:tc")) if hidden else ():
        borders = f"<w:tcBorders {nsdecls('w')}>{sides.replace('single', 'none')}</w:tcBorders>"
        cell.get_or_add_tcPr().append(parse_xml(borders))
    return document


@pytest.mark.parametrize("hidden", [True, False])
def test_borders_of_the_header_are_no_line_under_the_abstract(hidden: bool) -> None:
    document = with_header_borders(hidden)
    assert "ND30-ABSTRACT-LINE" in musts(document)
    # Without borders that are seen the agency has no other line than the one drawn.
    for drawing in list(document.tables[0]._tbl.iter(qn("w:drawing"), qn("w:pict"))):
        drawing.getparent().remove(drawing)
    assert ("ND30-AGENCY-LINE" in musts(document)) is hidden


@pytest.mark.parametrize(("down", "missing"), [("0", False), ("900", True)])
def test_a_line_drawn_as_a_path(down: str, missing: bool) -> None:
    data = b.data(b.build())
    path = (
        '<a:custGeom><a:pathLst><a:path w="9"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
        f'<a:lnTo><a:pt x="9" y="{down}"/></a:lnTo></a:path></a:pathLst></a:custGeom>'
    )
    # As programs write it that take a PDF apart: a millimetre high, in a frame of its own.
    drawn = b.with_parts(
        data,
        {
            "word/document.xml": lambda xml: xml.replace(b'<a:prstGeom prst="line"/>', path.encode()).replace(
                b'cy="0"', b'cy="45085"'
            )
        },
    )
    assert ("ND30-ABSTRACT-LINE" in musts(drawn)) is missing


@pytest.mark.parametrize(
    ("numbers", "broken"),
    [
        (("1.1.", "1.2.", "1.3."), False),
        (("1.6.", "1.7.", "1.5."), True),
        (("1.1.", "1.2.", "1.2."), True),
        (("1.1.", "1.1.1.", "1.1.2.", "1.2."), False),
        (("1.1.1.", "1.1.3."), True),
        (("1.1.", "1.2.", "1.1."), False),
    ],
)
def test_decimals_of_one_clause_run_on(numbers: tuple[str, ...], broken: bool) -> None:
    lines = [
        ("text", "1. Nội dung"),
        *(("text", f"{number} Công tác chỉ đạo của đơn vị.") for number in numbers),
    ]
    assert ("ND30-STRUCT-B" in musts(with_body(*lines))) is broken


def test_quoc_hieu_in_mid_page_without_an_agency() -> None:
    document = b.build(b.plan(agency=[]))
    table = document.tables[0]
    for paragraph in table.cell(0, 1).paragraphs:
        table._tbl.addprevious(paragraph._p)
    assert "ND30-QH-TEXT" in musts(document)
    assert "ND30-QH-TEXT" not in musts(b.build())


@pytest.mark.parametrize(("agency", "broken"), [("KHU VỰC QUẬN BA", False), ("UBND QUẬN BA", True)])
def test_a_region_is_no_district(agency: str, broken: bool) -> None:
    spec = b.plan(agency=[agency], place_date="Nam Đàn, ngày 05 tháng 3 năm 2026")
    assert ("ND30-2T-HEADER" in musts(b.build(spec))) is broken


@pytest.mark.parametrize(
    ("item", "broken"), [("- P.TC-KH Q3; P.KTHT&ĐT Q3;", False), ("- UBND CÁC XÃ LOẠI 3;", True)]
)
def test_first_letters_are_no_capitals(item: str, broken: bool) -> None:
    document = b.build(b.plan(recipients=["- UBND tỉnh (b/c);", item, "- Lưu: VT, CAH."]))
    assert ("ND30-NN-ITEMS" in musts(document)) is broken


@pytest.mark.parametrize(
    ("place_date", "broken"),
    [("Nam Đàn,ngày 05 tháng 3 năm 2024", True), ("Nam Đàn, ngày 05 tháng 3 năm 2024", False)],
)
def test_the_blank_behind_the_comma_of_the_place(place_date: str, broken: bool) -> None:
    assert ("ND30-DATE-SYNTAX" in musts(b.build(b.plan(place_date=place_date)))) is broken


def test_the_last_of_a_list_is_no_title() -> None:
    listed = [
        "1. Tổ chức ba buổi hướng dẫn cho người dân tại nhà văn hóa",
        "2. Phấn đấu đạt 75% vào cuối năm",
    ]
    document = with_body(*(("text", line) for line in listed), ("text", "Trên đây là các việc phải làm."))
    assert "ND30-H-1" not in musts(document)
    heading = with_body(("text", "1. Diễn biến"), ("text", "Các việc đã làm trong năm như sau."))
    assert "ND30-H-1" in musts(heading)


def test_a_document_laid_out_in_one_cell_is_read_as_the_page() -> None:
    document = b.build(b.plan(bases=[*b.BASES[:2], "Theo đề nghị của Công an huyện;"]))
    whole = musts(document)
    assert "ND30-BASIS-PUNCT" in whole
    body = document.element.body
    blocks = [child for child in body if child.tag != qn("w:sectPr")]
    around = document.add_table(1, 1)._tbl
    cell = around.find(f".//{qn('w:tc')}")
    cell.remove(cell.find(qn("w:p")))
    for block in blocks:
        cell.append(block)
    document.add_paragraph()
    assert musts(document) == whole


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("hướng dẫn một số điều của luật quản lý thuế", "ND30-CAP-DOC"),
        ("biện pháp thi hành luật xây dựng", "ND30-CAP-DOC"),
        ("một số điều của Luật Quản lý thuế", ""),
        ("chấp hành pháp luật quản lý thuế", ""),
        ("giải thể Hiệp hội rau quả Đà Lạt", "ND30-CAP-ORG"),
        ("giải thể Hiệp hội Rau quả Đà Lạt", ""),
        ("gửi Hiệp hội và Sở Nội vụ", ""),
        ("gửi Câu lạc bộ tỉnh Nghệ An", ""),
    ],
)
def test_names_of_laws_and_associations(words: str, rule: str) -> None:
    found = musts(with_body(("text", f"Các đơn vị rà soát việc {words} để tổng hợp.")))
    assert found == ({rule} if rule else set())


@pytest.mark.parametrize(("last", "broken"), [("- Lưu: VT, NC. Khánh", False), ("- Lưu: VT, NC Khánh", True)])
def test_the_small_sign_of_who_drafted_it(last: str, broken: bool) -> None:
    document = b.build(b.plan(recipients=["- UBND tỉnh (b/c);", last]))
    paragraph = find(document, "- Lưu")
    paragraph.runs[0].text = last.removesuffix("Khánh")
    b.style(paragraph.add_run("Khánh")._parent, 11)
    paragraph.runs[-1].font.size = Pt(8)
    assert ("ND30-NN-ITEMS" in musts(document)) is broken


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("Đầu mối liên hệ: đồng chí Lê Na, cán bộ Đội tổng hợp, Công an huyện, số máy 0912 345 678.", False),
        ("Mọi thông tin chi tiết liên hệ đồng chí Lê Na, cán bộ Đội tổng hợp của Công an huyện.", False),
        ("Các đơn vị tổ chức thực hiện nghiêm túc các nội dung của Kế hoạch này trên địa bàn huyện.", True),
    ],
)
def test_whom_to_ask_may_be_in_italics(line: str, broken: bool) -> None:
    document = with_body(("text", line))
    for run in find(document, line[:20]).runs:
        run.italic = True
    assert ("ND30-BODY-SIZE" in musts(document)) is broken


@pytest.mark.parametrize(
    ("words", "broken"), [("bầu Ban kiểm tra gồm ba người", True), ("bầu Ban Kiểm tra gồm ba người", False)]
)
def test_a_board_of_inspection(words: str, broken: bool) -> None:
    assert ("ND30-CAP-ORG" in musts(with_body(("text", f"Đại hội {words} để làm việc.")))) is broken


def test_a_field_in_the_abstract_is_no_body_that_issues() -> None:
    document = b.build(b.plan(abstract=["Kết quả lựa chọn nhà thầu gói thầu", "“{{TEN_GOI_THAU}}”"]))
    addressee = document.add_paragraph()
    for text, bold in (("Kính gửi: ", True), ("Công an tỉnh Nghệ An.", False)):
        addressee.add_run(text).bold = bold
    b.style_reset(addressee)
    find(document, "Thực hiện Kế hoạch")._p.addprevious(addressee._p)
    assert "ND30-KG-FMT" in musts(document)


def test_an_abstract_in_a_table_of_one_cell() -> None:
    document = b.build()
    first = find(document, "Triển khai thực hiện phong trào")
    table = document.add_table(1, 1)
    first._p.addprevious(table._tbl)
    cell = table.cell(0, 0)
    for text in b.Spec().abstract:
        cell._tc.append(find(document, text)._p)
    cell._tc.remove(cell.paragraphs[0]._p)
    assert "ND30-ABSTRACT-FMT" not in musts(document)
    for run in find(document, "Triển khai thực hiện phong trào").runs:
        run.bold = False
    assert "ND30-ABSTRACT-FMT" in musts(document)


def test_nines_in_place_of_a_day() -> None:
    document = b.build(b.plan(place_date="Nam Đàn, ngày 99 tháng 99 năm 9999"))
    assert "ND30-DATE-SYNTAX" not in musts(document)


@pytest.mark.parametrize(
    ("place", "broken"),
    [("Phường Xuân Hòa", True), ("phường Xuân Hòa", False), ("Phường Võ Thị Sáu", False)],
)
def test_the_ward_of_an_address(place: str, broken: bool) -> None:
    text = f"Địa điểm làm việc tại số 18 Võ Văn Tần, {place}, Thành phố Hồ Chí Minh."
    assert ("ND30-CAP-PLACE" in musts(with_body(("text", text)))) is broken
