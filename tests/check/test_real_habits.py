"""Habits seen in files of real offices: what is right is left alone, and what is wrong is still found."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt, Twips

from kh_docs.check import check_bytes, fix_bytes
from kh_docs.check.words import fold
from kh_docs.word.widths import text_width_mm

from . import builder as b
from .test_rules import find

LEFT, CENTER, BOTH = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
NBSP = b.NBSP


def musts(document: Any) -> set[str]:
    data = document if isinstance(document, bytes) else b.data(document)
    report = check_bytes(data, "")
    assert report.refused_reason is None
    return {finding.rule for finding in report.findings if finding.severity == "must"}


def with_body(*lines: tuple[str, str]) -> Any:
    return b.build(b.plan(body=[*b.BODY[:1], *lines, ("text", "Trên đây là Kế hoạch của huyện./.")]))


# --- fonts ---------------------------------------------------------------------------------------------


def themed(language: str) -> bytes:
    """A body in the theme's heading font, as "Times New Roman (Headings)" in Word's list of fonts gives."""
    document = b.build()
    for run in find(document, "Nâng cao nhận thức").runs:
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("ascii", "hAnsi", "cs"):
            fonts.attrib.pop(qn(f"w:{slot}"), None)
        fonts.set(qn("w:asciiTheme"), "majorHAnsi")
        fonts.set(qn("w:hAnsiTheme"), "majorHAnsi")
    document.settings.element.find(qn("w:themeFontLang")).set(qn("w:val"), language)
    return b.data(document)


def test_a_theme_font_is_the_one_for_the_language_of_the_theme() -> None:
    assert musts(themed("vi-VN")) == set()
    assert musts(themed("en-US")) == {"ND30-FONT"}


def test_unicode_letters_in_the_font_of_an_old_text_are_a_wrong_font_only() -> None:
    document = b.build()
    find(document, "Nâng cao nhận thức").runs[0].font.name = "VNI-Times"
    assert musts(document) == {"ND30-FONT"}
    data, _changes, left = fix_bytes(b.data(document))
    assert musts(data) == set()
    assert not left


# --- header --------------------------------------------------------------------------------------------


def even_footer(document: Any) -> None:
    """PAGE in a footer for even pages that the document does not have: Word leaves it behind."""
    section = document.sections[0]
    section.even_page_footer.is_linked_to_previous = False
    paragraph = section.even_page_footer.paragraphs[0]
    for kind in ("begin", "PAGE", "end"):
        run = paragraph.add_run()
        child = OxmlElement("w:instrText" if kind == "PAGE" else "w:fldChar")
        if kind == "PAGE":
            child.text = kind
        else:
            child.set(qn("w:fldCharType"), kind)
        run._r.append(child)


@pytest.mark.parametrize(("shown", "expected"), [(False, set()), (True, {"ND30-PAGENUM-POS"})])
def test_a_footer_that_does_not_print_is_no_fault(shown: bool, expected: set[str]) -> None:
    document = b.build()
    even_footer(document)
    document.settings.odd_and_even_pages_header_footer = shown
    assert musts(document) == expected


def test_a_line_in_a_cell_is_measured_from_the_cell() -> None:
    document = b.build()
    for position in find(document, "Độc lập")._p.iter(qn("wp:positionH")):
        position.set("relativeFrom", "margin")
    assert musts(document) == set()


@pytest.mark.parametrize(("blanks", "rules"), [(20, {"ND30-DATE-FMT"}), (34, set()), (40, set())])
def test_number_and_date_on_one_line_set_apart_by_blanks(blanks: int, rules: set[str]) -> None:
    document = b.build()
    table = document.tables[0]
    paragraph = document.add_paragraph()
    paragraph.add_run("Số:       /KH-UBND" + " " * blanks).font.size = Pt(13)
    date = paragraph.add_run("Nam Đàn, ngày      tháng      năm 2024")
    date.font.size, date.italic = Pt(14), True
    table._tbl.addnext(paragraph._p)
    table._tbl.remove(table.rows[1]._tr)
    assert musts(document) == rules


def test_addressees_in_the_last_row_of_the_header() -> None:
    document = b.build(b.letter(addressee=[]))
    cells = document.tables[0].add_row().cells
    cells[0].paragraphs[0].add_run("Kính gửi:")
    for text in ("- Công an tỉnh Nghệ An;", "- Sở Nội vụ tỉnh Nghệ An."):
        paragraph = cells[1].add_paragraph(text)
        b.style(paragraph, 14)
    assert "ND30-KG-REQUIRED" not in musts(document)


def test_centred_by_blanks_prints_centred() -> None:
    document = b.build(b.plan(name="Trần Văn C"))
    room = b.RIGHT_MM - 2 * 108 / 1440 * 25.4
    for text in ("CHỦ TỊCH", "Trần Văn C"):
        paragraph = next(p for p in document.tables[-1].cell(0, 1).paragraphs if p.text == text)
        blank_mm = 14 * 0.25 / 72 * 25.4
        blanks = round((room - text_width_mm(text, 14, True)) / 2 / blank_mm)
        paragraph.alignment = LEFT
        paragraph.runs[0].text = " " * blanks + text
    assert musts(document) == set()
    paragraph.runs[0].text = text
    assert musts(document) == {"ND30-SIGN-NAME"}


def test_a_line_under_a_title_that_wraps() -> None:
    long = "Triển khai thực hiện phong trào toàn dân bảo vệ an ninh Tổ quốc trên địa bàn huyện Nam Đàn"
    document = b.build(b.plan(abstract=[f"{long}, {long.lower()} năm 2024"]))
    for extent in find(document, long)._p.iter(qn("wp:extent")):
        extent.set("cx", str(50 * 36000))
    assert musts(document) == set()


# --- kinds of documents --------------------------------------------------------------------------------


def statute(note: tuple[str, ...]) -> Any:
    """The charter of an association, issued by a decision: a title of no type, then chapters."""
    document = b.build(
        b.plan(
            number=None,
            place_date=None,
            type_name="ĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG)",
            abstract=["HỘI KHUYẾN HỌC HUYỆN NAM ĐÀN", *note],
            recipients=[],
            authority=[],
            body=[],
        )
    )
    for text in note:
        b.style(find(document, text), 14, italic=True, align=CENTER)
    for number, name in (("I", "QUY ĐỊNH CHUNG"), ("II", "QUYỀN VÀ NGHĨA VỤ")):
        for text in (f"Chương {number}", name):
            heading = b.style(document.add_paragraph(text), 14, True, align=CENTER)
            heading.paragraph_format.space_before = Pt(6 if text.startswith("Chương") else 0)
        b._body_paragraph(document, f"Điều {len(number)}. Tên gọi, trụ sở", bold=True)
        b._body_paragraph(document, "1. Hội đặt trụ sở tại xã Kim Liên, huyện Nam Đàn.")
    return document


@pytest.mark.parametrize(
    "note",
    [
        ("(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 3 năm 2024 của Chủ tịch Ủy ban nhân dân huyện)",),
        (
            "(Phê duyệt kèm theo Quyết định số      /QĐ-UBND ngày     tháng     năm 2024",
            "của Chủ tịch Ủy ban nhân dân huyện Nam Đàn)",
        ),
    ],
)
def test_a_charter_issued_by_a_decision(note: tuple[str, ...]) -> None:
    assert musts(statute(note)) == set()


def slip() -> Any:
    """An internal slip: a title that is no type of the decree."""
    document = b.build(
        b.letter(number="Số: 130-12/PT-NC", subject=None, type_name="PHIẾU TRÌNH", abstract=[])
    )
    for run in (*find(document, "PHIẾU TRÌNH").runs, *find(document, "Kính gửi").runs):
        run.font.size, run.bold = Pt(16), True
    return document


def test_a_title_of_no_known_type_is_judged_by_its_letters() -> None:
    document = slip()
    assert musts(document) == {"ND30-TYPE-FMT", "ND30-KG-FMT"}
    for run in (*find(document, "PHIẾU TRÌNH").runs, *find(document, "Kính gửi").runs):
        run.font.size = Pt(14)
        run.bold = "PHIẾU" in run.text
    assert musts(document) == set()
    assert any("Chưa nhận ra loại văn bản" in note for note in check_bytes(b.data(document), "").notes)


@pytest.mark.parametrize("title", ["ĐƠN ĐỀ NGHỊ XÁC NHẬN", "TỜ KHAI ĐĂNG KÝ KHAI SINH"])
def test_forms_of_citizens_are_recognised(title: str) -> None:
    document = b.build(b.plan(agency=[], number=None, type_name=title, abstract=[], recipients=[]))
    report = check_bytes(b.data(document), "")
    assert report.findings == ()
    assert "Đơn, tờ khai" in report.notes[0]


def annex_only(note: tuple[str, ...]) -> Any:
    document = b.build(b.plan(annexes=[b.ANNEX]))
    body = document.element.body
    start = find(document, "Phụ lục")._p
    start = next(p._p for p in document.paragraphs if p.text == "Phụ lục")
    for element in list(body):
        if element is start:
            break
        body.remove(element)
    attached = next(p for p in document.paragraphs if p.text.startswith("(Kèm theo"))
    attached.runs[0].text = note[0]
    for text in reversed(note[1:]):
        below = b.style(document.add_paragraph(text), 14, italic=True, align=CENTER)
        attached._p.addnext(below._p)
    return document


@pytest.mark.parametrize(
    "note",
    [(b.ANNEX[2],), ("(Kèm theo Nghị định số 30/2020/NĐ-CP", "ngày 05 tháng 3 năm 2020 của Chính phủ)")],
)
def test_a_file_with_nothing_but_an_annex(note: tuple[str, ...]) -> None:
    assert musts(annex_only(note)) == set()


def test_a_list_with_a_column_of_telephone_numbers_has_no_number_line() -> None:
    document = annex_only((b.ANNEX[2],))
    row = document.tables[-1].rows[0]
    for cell, text in zip(row.cells, ("Số TT", "Ngày, tháng, năm sinh", "Số điện thoại"), strict=True):
        cell.paragraphs[0].runs[0].text = text
    assert musts(document) == set()


# --- text ----------------------------------------------------------------------------------------------

CITED = (
    (
        "Thực hiện Quyết định số 06/QĐ-TTg ngày 06 tháng 01 năm 2022 của Thủ tướng Chính phủ về dân cư.",
        False,
    ),
    ("Ngày 06 tháng 10 năm 2025, Bộ Nội vụ ban hành Công văn số 8977/BNV-TCPCP về công tác hội.", False),
    ("Theo Công văn số 1413/CAT-PC04(Đ1) ngày 16 tháng 3 năm 2024 của Công an tỉnh về an toàn.", False),
    ("Theo Công văn số 227/MTTQ-BTT của Ủy ban Mặt trận ngày 25 tháng 9 năm 2024 về giám sát.", False),
    ("Các Quyết định số 12/QĐ-UBND đến số 36/QĐ-UBND ngày 27 tháng 6 năm 2024 của tỉnh về giao đất.", False),
    ("Thực hiện Quyết định số 06/QĐ-TTg ngày 06 tháng 01 năm 2022 của Thủ tướng Chính phủ.", True),
    ("(theo Quyết định số 6/QĐ-UBND ngày 06 tháng 01 năm 2022 của UBND tỉnh) về việc kiện toàn.", True),
    ("Nghị định số 6/2022/NĐ-CP ngày 06/01/2022 của Chính phủ, về công tác hội, được thực hiện.", False),
    ("Quy chế ban hành kèm theo Quyết định số 6/QĐ-UBND ngày 06/01/2022 của UBND tỉnh.", False),
    ("Thực hiện Quyết định số 6/QĐ-UBND ngày 06/01/2022 của UBND tỉnh “Về việc giao dự toán”.", False),
    ("Theo tinh thần quy định 269 ngày 23/9/2022, các đơn vị thực hiện nghiêm túc.", True),
    ("Thực hiện Kế hoạch 12 tháng, ngày 05/3/2022 các đơn vị báo cáo.", False),
    ("Thực hiện Quyết định số 06/QĐ-TTg của Thủ tướng Chính phủ về phát triển dữ liệu dân cư.", True),
)


@pytest.mark.parametrize(("text", "wrong"), CITED)
def test_citations(text: str, wrong: bool) -> None:
    assert musts(with_body(("text", text))) == ({"ND30-CITE-FIRST"} if wrong else set())


def test_a_passage_quoted_from_a_decree_keeps_its_own_numbers() -> None:
    document = with_body(
        ("text", "Tại khoản 5 Điều 32 của Nghị định quy định:"),
        ("text", "“a) Trong thời hạn 60 ngày làm việc, hội tổ chức đại hội;"),
        ("text", "b) Hội báo cáo kết quả đại hội đến cơ quan nhà nước có thẩm quyền.”"),
    )
    assert musts(document) == set()
    assert musts(with_body(("text", "b) Hội báo cáo kết quả đại hội."))) == {"ND30-STRUCT-B"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3. Về hoạt động của các ban.", set()), ("Nội dung dài " * 20 + "hết.", {"ND30-BODY-INDENT"})],
)
def test_one_line_may_be_moved_in_by_either_indent(text: str, expected: set[str]) -> None:
    document = with_body(("text", text))
    look = find(document, text).paragraph_format
    look.first_line_indent, look.left_indent = Cm(0), Cm(1.27)
    if text.startswith("3."):
        expected = expected | {"ND30-STRUCT-B"}
    assert musts(document) == expected


def test_a_chapter_and_its_title_need_no_space_between() -> None:
    document = with_body(("title", "Chương I"), ("title", "QUY ĐỊNH CHUNG"), ("text", "Nội dung quy định."))
    for text in ("Chương I", "QUY ĐỊNH CHUNG"):
        b.style(find(document, text), 14, True, align=CENTER)
        find(document, text).paragraph_format.first_line_indent = Cm(0)
    find(document, "Chương I").paragraph_format.space_before = Pt(6)
    assert musts(document) == set()


def test_a_letter_that_begins_with_its_grounds() -> None:
    grounds = ("text", "Căn cứ tình hình thực tế của huyện và đề nghị của Công an huyện;")
    assert musts(b.build(b.letter(body=[grounds, *b.letter().body]))) == set()


def test_a_basis_may_name_a_plan_or_an_application() -> None:
    bases = [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        "Căn cứ Nghị quyết số 214/NQ-CP ngày 23 tháng 7 năm 2023 của Chính phủ ban hành Kế hoạch hành động;",
        "Theo Đơn đề nghị của Hội Khuyến học huyện ngày 18 tháng 02 năm 2024.",
    ]
    assert musts(b.build(b.plan(bases=bases))) == set()


@pytest.mark.parametrize(
    "recipients",
    [["- Như trên (b/c);", "- Lưu: VT, CAH."], ["- Như trên;", "- Lưu: VT, LĐVL&TN.(M.Anh)"]],
)
def test_recipients_with_notes(recipients: list[str]) -> None:
    assert musts(b.build(b.letter(recipients=recipients))) == set()


def test_the_space_above_the_subject_of_a_letter_is_mended() -> None:
    document = b.build(b.letter())
    find(document, "V/v triển khai").paragraph_format.space_before = Pt(0)
    assert musts(document) == {"ND30-CV-VV"}
    assert musts(fix_bytes(b.data(document))[0]) == set()


def test_a_table_stretched_to_the_page_widens_its_cells() -> None:
    document = b.build()
    cell = document.tables[0].cell(0, 1)
    cell.width = Mm(95)
    assert musts(document) == set()


@pytest.mark.parametrize("make", [lambda blanks: " " * blanks, lambda blanks: "a " * (blanks // 2)])
def test_blanks_without_end_cost_no_time(make: Callable[[int], str]) -> None:
    document = with_body(("text", "Nội dung" + make(100_000) + "hết."))
    start = time.process_time()
    check_bytes(b.data(document), "")
    assert time.process_time() - start < 3


def test_words_in_a_text_box_over_the_header_are_not_the_agency() -> None:
    """ "DỰ THẢO" in a box beside the header, as drafts are marked."""
    document = b.build()
    box = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape '
        'style="position:absolute;margin-left:0;margin-top:0;width:90pt;height:22pt"><v:textbox>'
        '<w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>DỰ THẢO</w:t></w:r></w:p>'
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    document.paragraphs[0]._p.append(box)
    assert musts(document) == set()


# --- labelled by hand on files of other offices: what was missed, what was a false alarm --------------------


def decision(bases: list[str], **changes: Any) -> Any:
    values: dict[str, Any] = {
        "number": f"Số:{NBSP * 7}/QĐ-UBND",
        "type_name": "QUYẾT ĐỊNH",
        "bases": bases,
        "recipients": ["- Như Điều 2;", "- Lưu: VT, NV."],
    }
    document = b.build(b.plan(**(values | changes), body=[]))
    closing = document.tables[-1]._tbl
    lines = [b.style(document.add_paragraph("QUYẾT ĐỊNH:"), 14, True, align=CENTER)]
    lines[0].paragraph_format.space_before = Pt(6)
    for number, text in (
        (1, "Bổ nhiệm Trưởng phòng Nội vụ."),
        (2, "Quyết định có hiệu lực kể từ ngày ký./."),
    ):
        line = b._body_paragraph(document, "")
        for words, bold in ((f"Điều {number}.", True), (f" {text}", False)):
            run = line.add_run(words)
            run.font.size, run.bold = Pt(14), bold
        lines.append(line)
    for line in lines:
        closing.addprevious(line._p)
    return document


@pytest.mark.parametrize(("last", "expected"), [(".", set()), (",", {"ND30-BASIS-PUNCT"})])
def test_grounds_of_a_decision_without_the_word(last: str, expected: set[str]) -> None:
    """All that stands in italics before "QUYẾT ĐỊNH:" is a basis."""
    bases = [
        "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        f"Theo đề nghị của Trưởng phòng Nội vụ huyện Nam Đàn{last}",
    ]
    assert musts(decision(bases)) == expected


def test_an_addressee_after_many_blank_lines() -> None:
    """A công văn without V/v is known by its addressee, wherever it stands."""
    document = b.build(b.letter(subject=None))
    addressee = find(document, "Kính gửi")
    for _ in range(8):
        addressee._p.addprevious(b.style(document.add_paragraph(), 14)._p)
    assert musts(document) == {"ND30-CV-VV"}


def test_the_number_in_a_footer_is_judged_there() -> None:
    document = b.build()
    section = document.sections[0]
    section.footer.is_linked_to_previous = False
    footer, header = section.footer.paragraphs[0], section.header.paragraphs[0]
    for run in list(header.runs):
        run.font.size = Pt(11)
        footer._p.append(run._r)
    assert musts(document) == {"ND30-PAGENUM-POS", "ND30-PAGENUM-FMT"}
    document.sections[0].different_first_page_header_footer = False
    assert musts(document) == {"ND30-PAGENUM-POS", "ND30-PAGENUM-FMT", "ND30-PAGENUM-FIRST"}
    assert musts(fix_bytes(b.data(document))[0]) == set()


@pytest.mark.parametrize(("length_mm", "expected"), [(36, {"ND30-ABSTRACT-LINE"}), (48, set())])
def test_a_line_under_a_title_that_wraps_nearly_full(length_mm: float, expected: set[str]) -> None:
    """Its last line is not as short as one likes: the rest of the text stands there."""
    words = (
        "Ban hành chương trình phối hợp tuyên truyền, vận động quần chúng nhân dân tham gia phong trào bảo vệ"
    )
    abstract = [words + " an ninh Tổ quốc tại các xã, thị trấn"]
    assert 165 + 130 < text_width_mm(abstract[0], 14, True) < 2 * 165
    document = b.build(b.plan(abstract=abstract))
    title = find(document, abstract[0])
    title._p.remove(title.runs[-1]._r)
    b.add_line(title, length_mm, 165)
    assert musts(document) == expected


def numbered(*numbers: str) -> Any:
    lines = [("text", f"{number} Tổ chức tuyên truyền trên địa bàn huyện.") for number in numbers]
    return with_body(*lines)


@pytest.mark.parametrize(
    ("numbers", "faults"),
    [
        (("1.", "2.", "2.", "4."), ["2"]),
        (("1.", "2.", "4.", "4."), ["4"]),
        (("1.", "3.", "4."), ["3"]),
        (("1.", "3.", "5."), ["3", "5"]),
    ],
)
def test_one_wrong_number_is_one_fault(numbers: tuple[str, ...], faults: list[str]) -> None:
    report = check_bytes(b.data(numbered(*numbers)), "")
    assert [finding.found for finding in report.findings if finding.rule == "ND30-STRUCT-B"] == faults


def chapters(*headings: str) -> Any:
    document = with_body(*(line for text in headings for line in (("title", text), ("text", "Nội dung."))))
    for text in headings:
        heading = b.style(find(document, text), 14, True, align=CENTER)
        heading.paragraph_format.first_line_indent = Cm(0)
        heading.paragraph_format.space_before = Pt(6)
    return document


def test_a_chapter_with_its_title_beside_is_still_a_chapter() -> None:
    """Two faults at most: the title is beside; no number is out of order."""
    document = chapters("Chương I. QUY ĐỊNH CHUNG", "Chương II TỔ CHỨC THỰC HIỆN", "Chương III")
    found = check_bytes(b.data(document), "").findings
    assert [f.found for f in found if f.rule == "ND30-H-PHAN"] == ["tiêu đề cùng dòng"]
    assert "ND30-STRUCT-A" not in {f.rule for f in found}
    assert "ND30-STRUCT-A" in musts(chapters("Chương I. QUY ĐỊNH CHUNG", "Chương III. TỔ CHỨC THỰC HIỆN"))


def test_a_long_entry_of_a_list_is_no_title() -> None:
    words = (
        "Danh sách các đơn vị được đề nghị xem xét, điều chỉnh trong năm (Danh sách đính kèm theo mẫu số 2)"
    )
    document = with_body(
        ("text", f"1. {words}"), ("text", "Nội dung tiếp theo của mục này được tổ chức sau.")
    )
    assert musts(document) == set()


def test_the_line_under_a_title_of_no_known_type_is_not_the_motto_s() -> None:
    document = statute(
        ("(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 3 năm 2024 của Chủ tịch UBND huyện)",)
    )
    motto = find(document, "Độc lập")._p
    for drawn in [*motto.iter(qn("wp:anchor"))]:
        run = next(each for each in drawn.iterancestors(qn("w:r")))
        motto.remove(run)
    b.add_line(find(document, "(Kèm theo"), 40, 165)
    assert "dài 40 mm" not in {f.found for f in check_bytes(b.data(document), "").findings}


def test_annexes_and_rules_issued_by_a_legal_normative_text_are_not_ours() -> None:
    for source in ("Nghị định số 30/2020/NĐ-CP", "Quyết định số 09/2010/QĐ-UBND"):
        note = (f"(Ban hành kèm theo {source} ngày 05 tháng 3 năm 2020 của Chính phủ)",)
        report = check_bytes(b.data(annex_only(note)), "")
        assert report.findings == ()
        assert "quy phạm pháp luật" in report.notes[0]


def test_an_annex_of_its_own_with_a_wide_table_may_lie_on_its_side() -> None:
    document = annex_only((b.ANNEX[2],))
    for section in document.sections:
        section.page_width, section.page_height = Mm(297), Mm(210)
        section._sectPr.find(qn("w:pgSz")).set(qn("w:orient"), "landscape")
    assert "ND30-PAGE-ORIENT" not in musts(document)


def test_slips_are_forms() -> None:
    document = b.build(b.plan(agency=[], number=None, type_name="PHIẾU LẤY Ý KIẾN", abstract=[]))
    assert "Đơn, tờ khai, phiếu" in check_bytes(b.data(document), "").notes[0]


def test_a_text_typed_without_marks() -> None:
    """No word of it can be known for sure, so only what needs no words is judged; and it is said."""
    document = b.build(b.letter(addressee=["So Noi vu"]))
    for paragraph in [
        *document.paragraphs,
        *(p for t in document.tables for c in t._cells for p in c.paragraphs),
    ]:
        for run in paragraph.runs:
            if run.text:
                run.text = fold(run.text).upper() if run.text.isupper() else fold(run.text)
    document.sections[0].top_margin = Mm(10)
    assert musts(document) == {"ND30-QH-TEXT", "ND30-TN-TEXT", "ND30-MARGIN-TOP"}
    assert "không dấu" in check_bytes(b.data(document), "").notes[0]


def test_text_scattered_in_boxes_is_not_judged() -> None:
    document = b.build()
    words = [p.text for p in document.paragraphs if p.text] * 3
    body = document.element.body
    for paragraph in document.paragraphs:
        body.remove(paragraph._p)
    for text in words:
        box = parse_xml(
            f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape '
            'style="position:absolute;width:90pt;height:22pt"><v:textbox><w:txbxContent><w:p><w:r>'
            f"<w:t>{text * 2}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        )
        body.insert(0, box)
    report = check_bytes(b.data(document), "")
    assert report.findings == ()
    assert "PDF" in report.notes[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("- Cổng thông tin điện tử;   để đăng tin", set()), ("- Cổng thông tin điện tử", {"ND30-NN-ITEMS"})],
)
def test_a_note_set_beside_the_recipients(text: str, expected: set[str]) -> None:
    document = b.build(b.letter(recipients=["- Như trên;", text, "- Sở Nội vụ;", "- Lưu: VT, CAH."]))
    assert musts(document) == expected


@pytest.mark.parametrize(("twips", "expected"), [(90, set()), (567, {"ND30-NN-LABEL"})])
def test_recipients_a_hair_off_the_margin(twips: int, expected: set[str]) -> None:
    document = b.build()
    find(document, "Nơi nhận").paragraph_format.first_line_indent = Twips(twips)
    assert musts(document) == expected


@pytest.mark.parametrize(("side", "expected"), [("center", set()), ("right", {"ND30-PAGENUM-POS"})])
def test_a_page_number_in_a_frame(side: str, expected: set[str]) -> None:
    """As Word 97 put it: a frame of its own in the header."""
    document = b.build()
    frame = parse_xml(
        f'<w:framePr {nsdecls("w")} w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="{side}"/>'
    )
    properties = document.sections[0].header.paragraphs[0]._p.get_or_add_pPr()
    properties.insert(1, frame)
    assert musts(document) == expected
    assert musts(fix_bytes(b.data(document))[0]) == set()


@pytest.mark.parametrize("text", ["Nam Đàn, ngày", "Độc lập - Tự do"])
def test_blanks_before_a_line_of_the_header_are_part_of_its_place(text: str) -> None:
    """Set in the middle by blanks: seen so, and the line under it is measured from the words alone."""
    document = b.build()
    paragraph = find(document, text)
    room, words = b.RIGHT_MM - 2 * 108 / 1440 * 25.4, paragraph.text
    blank_mm = 14 * 0.25 / 72 * 25.4
    blanks = round((room - text_width_mm(words, 14, text.startswith("Độc"))) / 2 / blank_mm)
    paragraph.alignment = LEFT
    paragraph.runs[0].text = " " * blanks + words
    assert musts(document) == set()
    paragraph.runs[0].text = " " * (blanks + 12) + words
    assert len(musts(document)) == 1


@pytest.mark.parametrize(("width_mm", "expected"), [(24, set()), (50, {"ND30-AGENCY-LINE"})])
def test_lines_in_a_header_that_text_flows_around(width_mm: float, expected: set[str]) -> None:
    """A floating table in the middle of the margins has its columns where another has them."""
    document = b.build()
    properties = document.tables[0]._tbl.tblPr
    floating = f'<w:tblpPr {nsdecls("w")} w:horzAnchor="margin" w:vertAnchor="text" w:tblpXSpec="center"/>'
    properties.insert(1, parse_xml(floating))
    agency = find(document, "HUYỆN NAM ĐÀN")
    agency._p.remove(agency.runs[-1]._r)
    b.add_line(agency, width_mm, b.LEFT_MM - 2 * 108 / 1440 * 25.4)
    assert musts(document) == expected
