"""Ways in which real files break a rule, and look odd without breaking it, rule by rule."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from kh_docs.check import check_bytes

from . import builder as b
from .test_clerks_shapes import TASK, cell, remove, without_line
from .test_real_habits import musts
from .test_rules import find

LEFT, CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
CLOSE = ("text", "Trên đây là Kế hoạch của huyện, các đơn vị thực hiện./.")
LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
DECREE = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"


def with_body(*lines: tuple[str, str]) -> Any:
    return b.build(b.plan(body=[*b.BODY[:2], *lines, CLOSE]))


def shoulds(document: Any) -> set[str]:
    report = check_bytes(b.data(document), "")
    return {finding.rule for finding in report.findings if finding.severity == "should"}


# --- header ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place_date", "rules"),
    [
        ("Nam Đàn , ngày 05 tháng 3 năm 2024", {"ND30-DATE-SYNTAX"}),
        ("NAM ĐÀN, ngày 05 tháng 3 năm 2024", {"ND30-DATE-SYNTAX"}),
        ("Nam Đàn, ngày 05 tháng 3 năm 2024.", {"ND30-DATE-SYNTAX"}),
        ("TP.HCM, ngày 05 tháng 3 năm 2024", {"ND30-DATE-PLACE"}),
        ("Nam Đàn, ngày … tháng … năm….", set()),
        ("Nam Đàn, {{ngay_ky}}", set()),
        ("Nam Đàn, <ngay_thang>", set()),
        ("Nam Đàn, ngày [ngay] tháng [thang] năm [nam]", set()),
    ],
)
def test_the_line_of_place_and_date(place_date: str, rules: set[str]) -> None:
    assert musts(b.build(b.plan(place_date=place_date))) == rules


@pytest.mark.parametrize(
    ("number", "rules"),
    [
        ("Số: 12 /KH-UBND", {"ND30-NUM-SYNTAX"}),
        ("Số: {{so}}/KH-UBND", set()),
        ("Số: {{so_ky_hieu}}", set()),
        ("Số: «so»/KH-UBND", set()),
        ("Số: {{so}}/KH - UBND", {"ND30-NUM-SYNTAX"}),
    ],
)
def test_the_number_with_fields_of_a_program(number: str, rules: set[str]) -> None:
    assert musts(b.build(b.plan(number=number))) == rules


@pytest.mark.parametrize(
    ("agency", "rules"),
    [
        (["TRUNG TÂM VHTTDL"], {"ND30-AGENCY-NAME"}),
        (["BQL DỰ ÁN HUYỆN NAM ĐÀN"], {"ND30-AGENCY-NAME"}),
        (["TRƯỜNG PTDTBT THCS KIM LIÊN"], set()),
        (["CÔNG TY TNHH MTV HTX"], set()),
        (["CÔNG TY CP MAY KIM LIÊN"], {"ND30-AGENCY-NAME"}),
        (["P. CÔNG NGHỆ THÔNG TIN"], {"ND30-AGENCY-NAME"}),
        (["ỦY BAN NHÂN DÂN", "XÃ {{ten_xa}}"], set()),
    ],
)
def test_letters_for_words_in_the_name_of_a_body(agency: list[str], rules: set[str]) -> None:
    assert musts(b.build(b.plan(agency=agency, number="Số: 12/KH-CQ"))) == rules


def test_one_blank_too_many_in_the_motto() -> None:
    document = b.build()
    find(document, "Độc lập").runs[0].text = "Độc lập - Tự  do - Hạnh phúc"
    assert musts(document) == set()
    assert "ND30-TN-TEXT" in shoulds(document)


@pytest.mark.parametrize(
    ("first", "second", "parents"),
    [("TRƯỜNG ĐẠI HỌC", "KHOA HỌC XÃ HỘI", 0), ("TRƯỜNG ĐẠI HỌC VINH", "KHOA LUẬT", 1)],
)
def test_a_name_on_two_lines_is_no_pair_of_bodies(first: str, second: str, parents: int) -> None:
    document = b.build(b.plan(agency=[first, second], number="Số: 12/KH-ĐHV"))
    rules = {"ND30-AGENCY-PARENT"} if parents else set()
    assert musts(document) == rules


def test_a_header_in_columns_made_with_blanks() -> None:
    """The name that stands before blanks and Quốc hiệu is the parent, though no tab parts them."""
    document = b.build(b.plan(agency=["TRƯỜNG CAO ĐẲNG NGHỀ"], number="Số: 12/KH-CĐN"))
    line = document.add_paragraph("CỤC ĐƯỜNG THỦY" + " " * 8)
    b.style(line, 11)
    motto = line.add_run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    motto.font.size, motto.bold = Pt(13), True
    remove(find(document, "CỘNG HÒA"))
    document.tables[0]._tbl.addprevious(line._p)
    assert "ND30-AGENCY-PARENT" in musts(document)


@pytest.mark.parametrize(
    ("parents", "rules"),
    [(["UBND TỈNH NGHỆ AN"], set()), (["UBND TỈNH NGHỆ AN", "CƠ QUAN THƯỜNG TRỰC"], {"ND30-DATE-FMT"})],
)
def test_number_and_date_beside_each_other_in_one_row(parents: list[str], rules: set[str]) -> None:
    """A second line of names moves the number down, where both columns are one cell each."""
    document = b.build(b.plan(parent=parents, agency=["SỞ NỘI VỤ"], number="Số: 12/KH-SNV"))
    for column in (0, 1):
        below = cell(document, 0, 1, column).paragraphs[0]
        cell(document, 0, 0, column)._tc.append(below._p)
    document.tables[0]._tbl.remove(document.tables[0].rows[1]._tr)
    assert musts(document) == rules


@pytest.mark.parametrize(("raised", "rules"), [(False, set()), (True, {"ND30-TN-LINE"})])
def test_a_row_of_raised_underscores_is_shorter(raised: bool, rules: set[str]) -> None:
    document = b.build()
    without_line(find(document, "Độc lập"))
    below = b.style(cell(document, 0, 0, 1).add_paragraph("_" * 24), 14, align=CENTER)
    below.runs[0].font.superscript = raised
    assert musts(document) == rules


def title_in_one_cell(document: Any) -> None:
    first = find(document, "KẾ HOẠCH")
    lines = [first, find(document, "Triển khai"), find(document, "an ninh Tổ")]
    table = document.add_table(1, 1)
    first._p.addprevious(table._tbl)
    for line in lines:
        table.cell(0, 0)._tc.append(line._p)
    remove(table.cell(0, 0).paragraphs[0])


def title_in_the_table_of_the_header(document: Any) -> None:
    lines = [find(document, text) for text in ("KẾ HOẠCH", "Triển khai", "an ninh Tổ")]
    row = document.tables[0].add_row()
    room = row.cells[0].merge(row.cells[1])
    for line in lines:
        room._tc.append(line._p)
    remove(room.paragraphs[0])


@pytest.mark.parametrize("shape", [title_in_one_cell, title_in_the_table_of_the_header])
def test_a_title_in_a_cell_as_wide_as_the_page(shape: Callable[[Any], None]) -> None:
    document = b.build()
    shape(document)
    assert musts(document) == set()
    find(document, "KẾ HOẠCH").runs[0].font.size = Pt(16)
    assert musts(document) == {"ND30-TYPE-FMT"}


def test_a_head_printed_in_the_header_of_the_first_page() -> None:
    document = b.build()
    top = document.sections[0].first_page_header
    top.is_linked_to_previous = False
    top._element.insert(0, document.tables[0]._tbl)
    report = check_bytes(b.data(document), "")
    assert report.judged
    assert report.findings == ()
    next(
        run
        for cell_ in top.tables[0].row_cells(1)
        for line in cell_.paragraphs
        for run in line.runs
        if run.text.startswith("Số:")
    ).font.size = Pt(14)
    assert musts(document) == {"ND30-NUM-FMT"}


def subject_over_a_row(document: Any) -> None:
    b.style(cell(document, 0, 1, 0).add_paragraph("________"), 12, align=CENTER)


def subject_over_a_line(document: Any) -> None:
    b.add_line(find(document, "V/v"), 20, 60)


def subject_underlined(document: Any) -> None:
    find(document, "V/v").runs[0].underline = True


@pytest.mark.parametrize("shape", [subject_over_a_row, subject_over_a_line, subject_underlined])
def test_no_line_under_the_subject_of_a_letter(shape: Callable[[Any], None]) -> None:
    document = b.build(b.letter())
    shape(document)
    assert musts(document) == {"ND30-CV-VV"}


def test_the_line_of_the_agency_anchored_in_the_subject_is_the_agency_s() -> None:
    document = b.build(b.letter())
    without_line(cell(document, 0, 0, 0).paragraphs[-1])
    b.add_line(find(document, "V/v"), 20, 60)
    assert musts(document) == set()


# --- addressees and bases ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("addressee", "rules"),
    [
        ("Công an tỉnh; Sở Nội vụ", {"ND30-KG-MANY"}),
        ("Sở Nội vụ, Sở Tài chính", {"ND30-KG-MANY"}),
        ("Sở Văn hóa, Thể thao và Du lịch", set()),
        ("Các phòng, ban, ngành", set()),
        ("Công an tỉnh (qua Phòng Tham mưu, Phòng Tổ chức cán bộ)", set()),
    ],
)
def test_several_addressees_on_one_line(addressee: str, rules: set[str]) -> None:
    assert musts(b.build(b.letter(addressee=[addressee]))) == rules


def test_addressees_with_other_marks_than_a_dash() -> None:
    document = b.build(b.letter(addressee=["Công an tỉnh", "Sở Nội vụ"]))
    for line in document.paragraphs:
        if line.text.startswith("- "):
            line.runs[0].text = "+" + line.runs[0].text[1:]
    assert musts(document) == {"ND30-KG-MANY"}


def test_a_single_addressee_below_without_a_dash() -> None:
    document = b.build(b.letter())
    first = find(document, "Kính gửi")
    below = copy.deepcopy(first._p)
    first._p.addnext(below)
    first.runs[0].text = "Kính gửi:"
    next(line for line in document.paragraphs if line._p is below).runs[0].text = "Công an tỉnh Nghệ An"
    assert musts(document) == {"ND30-KG-ONE"}


def test_who_else_is_written_to_makes_a_list_of_its_own() -> None:
    document = b.build(b.letter())
    first = find(document, "Kính gửi")
    table = document.add_table(2, 2)
    texts = (("Kính gửi:", ["- Công an tỉnh;", "- Sở Nội vụ."]), ("Đồng kính gửi:", ["- Ban Tuyên giáo."]))
    for row, (label, names) in zip(table.rows, texts, strict=True):
        b._fill(row.cells[0], [(label, 14, False, False, LEFT)])
        b._fill(row.cells[1], [(name, 14, False, False, LEFT) for name in names])
    first._p.addprevious(table._tbl)
    remove(first)
    assert musts(document) == set()


@pytest.mark.parametrize(
    ("closing", "rules"),
    [
        ("Trên đây là báo cáo, kính báo đến Công an tỉnh./.", {"ND30-KG-REQUIRED"}),
        ("Trên đây là báo cáo kết quả năm 2024 của huyện./.", set()),
    ],
)
def test_a_report_that_says_it_goes_up_names_its_addressee(closing: str, rules: set[str]) -> None:
    body = [*b.BODY[:-2], ("text", "1. " + TASK), ("text", closing)]
    report = b.plan(type_name="BÁO CÁO", number="Số: 12/BC-UBND", body=body)
    assert musts(b.build(report)) == rules


def decision(*bases: str) -> Any:
    document = b.build(
        b.plan(
            type_name="QUYẾT ĐỊNH",
            number="Số: 12/QĐ-UBND",
            bases=list(bases),
            body=[
                ("title", "QUYẾT ĐỊNH:"),
                ("text", "Điều 1. Ban hành quy chế làm việc của Ủy ban nhân dân huyện nhiệm kỳ 2021 - 2026."),
                ("text", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký ban hành./."),
            ],
            recipients=["- Như Điều 2;", "- Lưu: VT, NV."],
        )
    )
    for line in document.paragraphs:
        if line.text == "QUYẾT ĐỊNH:":
            line.alignment = CENTER
        if line.text.startswith("Điều"):
            head, rest = line.text[:7], line.text[7:]
            line.runs[0].text, line.runs[0].bold = head, True
            line.add_run(rest).font.size = Pt(14)
    return document


@pytest.mark.parametrize(
    ("basis", "rules"),
    [
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;", {"ND30-BASIS-CONTENT"}),
        ("Căn cứ Quyết định số 15/QĐ-BNV ngày 05/3/2020 của Bộ trưởng Bộ Nội vụ;", {"ND30-BASIS-CONTENT"}),
        ("Căn cứ Công văn số 12/SNV-VP của Sở Nội vụ về công tác văn thư;", {"ND30-BASIS-CONTENT"}),
        ("Căn cứ Quyết định số 15/QĐ-UBND ngày 05/3/2020 của UBND tỉnh giao chỉ tiêu;", set()),
        ("Căn cứ Báo cáo thẩm định của Sở Tư pháp;", set()),
        ("Căn cứ Thông báo số {{so}}/TB-BV ngày {{ngay}} về việc nghỉ hưu;", {"ND30-BASIS-CONTENT"}),
        ("Căn cứ Thông báo số {{so}}/TB-BV ngày {{ngay}} của Giám đốc về việc nghỉ hưu;", set()),
        ("Căn cứ Luật Căn cước số 26/2023/QH15 ngày 27 tháng 11 năm 2023;", {"ND30-BASIS-CONTENT"}),
        ("- " + DECREE, set()),
    ],
)
def test_what_a_basis_leaves_out(basis: str, rules: set[str]) -> None:
    assert musts(decision(LAW, basis, "Theo đề nghị của Trưởng phòng Nội vụ.")) == rules


@pytest.mark.parametrize(("count", "rules"), [(2, {"ND30-BASIS-FMT"}), (0, set())])
def test_several_bases_of_a_letter_are_bases_too(count: int, rules: set[str]) -> None:
    story = "Căn cứ tình hình thực tế, Ủy ban nhân dân huyện đề nghị các đơn vị thực hiện./."
    lines = [("text", LAW), ("text", DECREE)][:count]
    assert musts(b.build(b.letter(body=[*lines, ("text", story)]))) == rules


def test_a_basis_above_one_that_somebody_proposes() -> None:
    opening = "Xét đề nghị của Công an huyện, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:"
    spec = b.plan(bases=[DECREE], body=[("text", opening), *b.BODY[1:]])
    assert "ND30-BASIS-PUNCT" not in musts(b.build(spec))


def test_a_line_over_a_list_of_bases_is_none() -> None:
    laws = "- Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
    assert musts(decision("Căn cứ:", laws, "- " + DECREE.removeprefix("Căn cứ ").rstrip(";") + ".")) == set()


# --- headings ----------------------------------------------------------------------------------------------


def article_in_italics(document: Any) -> None:
    find(document, "Điều 1").runs[0].italic = True


def article_in_capitals(document: Any) -> None:
    for number in (1, 2):
        find(document, f"Điều {number}").runs[0].text = f"ĐIỀU {number}."


@pytest.mark.parametrize("shape", [article_in_italics, article_in_capitals])
def test_how_an_article_begins(shape: Callable[[Any], None]) -> None:
    document = decision(LAW, DECREE[:-1] + ".")
    assert musts(document) == set()
    shape(document)
    assert musts(document) == {"ND30-H-DIEU"}


@pytest.mark.parametrize(
    ("first", "second", "rules"),
    [
        ("PHẦN THỨ NHẤT", "PHẦN THỨ HAI", {"ND30-H-PHAN"}),
        ("Phần I", "Phần II", set()),
        ("Chương 1", "Chương 2", {"ND30-H-PHAN"}),
        ("Phần thứ nhất", "Phần thứ ba", {"ND30-H-PHAN", "ND30-STRUCT-A"}),
    ],
)
def test_parts_by_words_and_by_figures(first: str, second: str, rules: set[str]) -> None:
    heads = {first, second, "KẾT QUẢ", "NHIỆM VỤ"}
    lines = [("title", first), ("title", "KẾT QUẢ"), ("text", TASK)]
    lines += [("title", second), ("title", "NHIỆM VỤ"), ("text", TASK[:-1] + "./.")]
    document = b.build(b.plan(body=[b.BODY[0], *lines]))
    for line in document.paragraphs:
        if line.text in heads:
            line.alignment, line.paragraph_format.first_line_indent = CENTER, Cm(0)
    assert musts(document) == rules


def test_a_part_by_words_with_its_title_beside() -> None:
    lines = [("title", "PHẦN THỨ NHẤT: KẾT QUẢ"), ("text", TASK)]
    lines += [("title", "PHẦN THỨ HAI: NHIỆM VỤ"), ("text", TASK[:-1] + "./.")]
    assert "ND30-H-PHAN" in musts(b.build(b.plan(body=[b.BODY[0], *lines])))


@pytest.mark.parametrize(
    ("marks", "rule"),
    [
        (("1) ", "2) "), "ND30-H-1N"),
        (("1/ ", "2/ "), "ND30-H-1N"),
        (("a/ ", "b/ "), "ND30-H-a"),
        (("A) ", "B) "), "ND30-H-a"),
        (("1. ", "2. "), None),
        (("15/KH-UBND ", "16/KH-UBND "), None),
    ],
)
def test_what_stands_behind_a_number(marks: tuple[str, str], rule: str | None) -> None:
    document = with_body(*(("text", mark + TASK) for mark in marks))
    own = {"ND30-CITE-FIRST"} if "KH" in marks[0] else set()
    assert musts(document) - own == ({rule} if rule else set())


def test_titles_with_another_mark_behind_their_number() -> None:
    document = b.build()
    for old, new in (("1. Mục đích", "1/ Mục đích"), ("2. Yêu cầu", "2/ Yêu cầu")):
        find(document, old).runs[0].text = new
    assert musts(document) == {"ND30-H-1"}


@pytest.mark.parametrize(
    ("below", "rules"),
    [(TASK, {"ND30-H-1"}), ("- " + TASK, set()), ("a) " + TASK, set())],
)
def test_a_title_with_a_colon_over_its_text(below: str, rules: set[str]) -> None:
    lines = [("text", "1. Nhiệm vụ:"), ("text", below), ("text", "2. " + TASK)]
    assert musts(with_body(*lines)) == rules


@pytest.mark.parametrize(("bold", "rules"), [(True, {"ND30-CAP-SENT"}), (False, set())])
def test_a_text_below_a_heading_begins_with_a_capital(bold: bool, rules: set[str]) -> None:
    head = ("title" if bold else "text", "1. Lương thực")
    found = musts(with_body(head, ("text", "giá các mặt hàng này " + TASK), ("text", "2. " + TASK)))
    assert found & {"ND30-CAP-SENT"} == rules


def test_the_letter_of_a_point_alone_in_bold() -> None:
    document = with_body(("text", "a) " + TASK), ("text", "b) " + TASK))
    for line in document.paragraphs:
        if line.text[1:3] == ") " and line.text.endswith(TASK):
            text = line.text
            line.runs[0].text, line.runs[0].bold = text[:2], True
            line.add_run(text[2:]).font.size = Pt(14)
    assert musts(document) == {"ND30-H-a"}


@pytest.mark.parametrize(
    ("marks", "rule"),
    [(("1 . ", "2 . "), "ND30-H-1N"), (("a ) ", "b ) "), "ND30-H-a")],
)
def test_a_blank_before_the_mark_behind_a_number(marks: tuple[str, str], rule: str) -> None:
    assert musts(with_body(*(("text", mark + TASK) for mark in marks))) == {rule}


@pytest.mark.parametrize(("mark", "rules"), [("", {"ND30-H-I"}), (".", set())])
def test_a_roman_number_without_its_full_stop(mark: str, rules: set[str]) -> None:
    lines = [("roman", f"I{mark} MỤC ĐÍCH"), ("text", TASK)]
    lines += [("roman", f"II{mark} TỔ CHỨC"), ("text", TASK[:-1] + "./.")]
    assert musts(b.build(b.plan(body=[b.BODY[0], *lines]))) == rules


@pytest.mark.parametrize(("head", "rules"), [("Điều 1", {"ND30-H-DIEU"}), ("Điều 1 .", {"ND30-H-DIEU"})])
def test_an_article_without_its_full_stop(head: str, rules: set[str]) -> None:
    document = decision(LAW, DECREE[:-1] + ".")
    find(document, "Điều 1").runs[0].text = head
    assert musts(document) == rules


def test_an_article_twice() -> None:
    document = decision(LAW, DECREE[:-1] + ".")
    find(document, "Điều 2").runs[0].text = "Điều 1."
    assert musts(document) == {"ND30-STRUCT-A"}


def test_a_roman_number_twice() -> None:
    lines = [("roman", "I. MỤC ĐÍCH"), ("text", TASK), ("roman", "I. TỔ CHỨC"), ("text", TASK[:-1] + "./.")]
    assert musts(b.build(b.plan(body=[b.BODY[0], *lines]))) == {"ND30-STRUCT-B"}


def test_an_address_of_mail_begins_no_sentence() -> None:
    text = "Các đơn vị gửi báo cáo theo quy định. vanthu@namdan.gov.vn là địa chỉ nhận báo cáo của huyện."
    assert musts(with_body(("text", text))) == set()


# --- closing -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("recipients", "rules"),
    [
        (["- UBND tỉnh (b/c); - Công an tỉnh;", "- Lưu: VT, CAH."], {"ND30-NN-ITEMS"}),
        (["+ UBND tỉnh (b/c);", "+ Công an tỉnh;", "- Lưu: VT, CAH."], {"ND30-NN-ITEMS"}),
        (["- VPCP: BTCN, các PCN, Trợ lý TTg,", "các Vụ: KTTH, NN;", "- Lưu: VT, CAH."], set()),
        (["- UBND tỉnh,", "- Công an tỉnh,", "- Lưu: VT, CAH."], {"ND30-NN-ITEMS"}),
        (["- Các xã:", "+ Xã Kim Liên;", "+ Xã Nam Anh;", "- Lưu: VT, CAH."], set()),
    ],
)
def test_recipients_one_on_a_line(recipients: list[str], rules: set[str]) -> None:
    assert musts(b.build(b.plan(recipients=recipients))) == rules


@pytest.mark.parametrize(("indent_cm", "rules"), [(0.8, {"ND30-NN-ITEMS"}), (0.1, set())])
def test_dashes_of_recipients_at_the_margin(indent_cm: float, rules: set[str]) -> None:
    document = b.build()
    for line in cell(document, 1, 0, 0).paragraphs[1:]:
        line.paragraph_format.left_indent = Cm(indent_cm)
    assert musts(document) == rules


@pytest.mark.parametrize(
    ("last", "rules"),
    [
        ("- Lưu: TCKT; ……", {"ND30-NN-LAST"}),
        ("- Lưu: ……", set()),
        ("- Lưu: VT, ……", set()),
    ],
)
def test_the_last_recipient_with_a_blank(last: str, rules: set[str]) -> None:
    assert musts(b.build(b.plan(recipients=["- UBND tỉnh;", last]))) == rules


def test_the_label_of_the_recipients_pushed_in_by_blanks() -> None:
    document = b.build()
    find(document, "Nơi nhận").runs[0].text = " " * 12 + "Nơi nhận:"
    assert musts(document) == {"ND30-NN-LABEL"}


@pytest.mark.parametrize("part", ["Nơi nhận:", "Nơi nhận"])
def test_the_label_of_the_recipients_underlined(part: str) -> None:
    document = b.build()
    label = find(document, "Nơi nhận")
    label.runs[0].text, label.runs[0].underline = part, True
    if part != "Nơi nhận:":
        rest = label.add_run(":")
        rest.font.size, rest.bold, rest.italic = Pt(12), True, True
    assert musts(document) == {"ND30-NN-LABEL"}


def test_the_label_one_line_below_the_authority() -> None:
    document = b.build()
    blank = parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:p>')
    find(document, "Nơi nhận")._p.addprevious(blank)
    assert musts(document) == set()
    assert "ND30-SIGN-LEVEL" in shoulds(document)


@pytest.mark.parametrize("name", ["Ts Nguyễn Văn An", "Th.S Nguyễn Văn An", "BS. Nguyễn Văn An"])
def test_degrees_in_other_spellings(name: str) -> None:
    assert "ND30-SIGN-NODEGREE" in musts(b.build(b.plan(name=name)))


@pytest.mark.parametrize(("on", "rules"), [(True, {"ND30-PAGENUM-FMT"}), (False, set())])
def test_the_number_typed_for_even_pages(on: bool, rules: set[str]) -> None:
    document = b.build()
    document.settings.odd_and_even_pages_header_footer = on
    even = document.sections[0].even_page_header
    even.is_linked_to_previous = False
    b.style(even.paragraphs[0], 11, align=CENTER).add_run("2").font.size = Pt(11)
    even.paragraphs[0].runs[0].font.name = "Times New Roman"
    assert musts(document) == rules


# --- annexes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heads", "rules"),
    [
        (("Phụ lục I", "Phụ lục I"), {"ND30-PL-NUM"}),
        (("Phụ lục I", "Phụ lục III"), {"ND30-PL-NUM"}),
        (("Phụ lục I", "Phụ lục II"), set()),
        (("Phụ lục II", "Phụ lục III"), set()),
    ],
)
def test_the_numbers_of_annexes_run_on(heads: tuple[str, str], rules: set[str]) -> None:
    assert musts(b.build(b.plan(annexes=[(head, *b.ANNEX[1:]) for head in heads]))) == rules


@pytest.mark.parametrize(
    ("named", "missing"),
    [
        ("Phụ lục I, Phụ lục II", True),
        ("từ Phụ lục I đến Phụ lục III", False),
        ("Phụ lục 01, 02 và 03", False),
    ],
)
def test_each_annex_is_named_in_the_text(named: str, missing: bool) -> None:
    opening = (b.BODY[0][0], b.BODY[0][1].replace("Phụ lục kèm theo", f"chi tiết tại {named}, đến hết năm"))
    annexes = [(f"Phụ lục {number}", *b.ANNEX[1:]) for number in ("I", "II", "III")]
    found = musts(b.build(b.plan(body=[opening, *b.BODY[1:]], annexes=annexes)))
    assert found == ({"ND30-PL-REF"} if missing else set())


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Theo Thông tư số 04/2021/TT-BGDĐT", {"ND30-CITE-FIRST"}),
        ("Theo Thông tư số 04/2021/TT-BGDĐT ngày 02/02/2021 của Bộ trưởng", set()),
        ("Tổng kết Chỉ thị số 07/CT-BCA-V28", set()),
        ("Đã báo cáo công an huyện Nam Đàn", {"ND30-CAP-ORG"}),
        ("Thực hiện Khoản 2 Điều 5", {"ND30-CAP-CITE"}),
    ],
)
def test_what_the_cells_of_an_annex_say(text: str, rules: set[str]) -> None:
    document = b.build(b.plan(annexes=[b.ANNEX]))
    document.tables[-1].cell(1, 1).paragraphs[0].runs[0].text = text
    assert musts(document) == rules


# --- several documents in one file -------------------------------------------------------------------------


def with_second(second: Any, annexes: list[tuple[str, str, str]]) -> Any:
    document = b.build(b.plan(annexes=annexes))
    end = document.element.body.sectPr
    for element in list(second.element.body):
        if element.tag != qn("w:sectPr"):
            end.addprevious(element)
    return document


def test_every_document_of_a_file_is_judged() -> None:
    second = b.build(b.minutes())
    find(second, "Trần Văn C").runs[0].text = "TRẦN VĂN C"
    report = check_bytes(b.data(with_second(second, [])), "")
    found = {(finding.document, finding.rule) for finding in report.findings if finding.severity == "must"}
    assert found == {(2, "ND30-SIGN-NAME")}
    assert any(finding.where.startswith("văn bản thứ 2, ") for finding in report.findings)
    assert any("đã xét từng văn bản" in note for note in report.notes)


def test_a_document_printed_in_an_annex_is_its_form() -> None:
    second = b.build(b.minutes())
    find(second, "Trần Văn C").runs[0].text = "TRẦN VĂN C"
    report = check_bytes(b.data(with_second(second, [b.ANNEX])), "")
    assert {finding.rule for finding in report.findings if finding.severity == "must"} == set()
    assert any("biểu mẫu" in note for note in report.notes)


# --- words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Sở Giáo dục và đào tạo tỉnh", "ND30-CAP-ORG"),
        ("Phòng Văn hóa - thông tin", "ND30-CAP-ORG"),
        ("Sở Giáo Dục và Đào Tạo", "ND30-CAP-ORG"),
        ("Cục thuế tỉnh; Kho bạc nhà nước", "ND30-CAP-ORG"),
        ("Tổng liên đoàn lao động", "ND30-CAP-ORG"),
        ("trung tâm Y tế huyện", "ND30-CAP-ORG"),
        ("khoa Kinh tế của trường", "ND30-CAP-ORG"),
        ("Bệnh viện đa khoa huyện", "ND30-CAP-ORG"),
        ("hội đồng nhân dân các cấp", "ND30-CAP-ORG"),
        ("Bệnh viện Đa khoa huyện; Chi cục Thuế; Ủy ban Kiểm tra; Trưởng ban Dân tộc", None),
        ("các trung tâm Giáo dục thường xuyên; Cục Thuế tỉnh", None),
        ("Sở xây dựng kế hoạch, Phòng tổ chức thực hiện", None),
        ("Sở xây dựng tỉnh", "ND30-CAP-ORG"),
        ("địa bàn Huyện và UBND Xã", "ND30-CAP-PLACE"),
        ("nhân dân Thành phố Vinh", "ND30-CAP-PLACE"),
        ("nhân dân Thành phố Hồ Chí Minh, Quận 1; toàn Xã hội", None),
        ("Bộ luật dân sự", "ND30-CAP-DOC"),
        ("Luật dân sự và luật Đất đai", "ND30-CAP-DOC"),
        ("quyết định số …/QĐ-UBND", "ND30-CAP-DOC"),
        ("Quyết Định của huyện", "ND30-CAP-DOC"),
        ("pháp luật Việt Nam, kỷ luật Đoàn, Luật sư, quy luật Kim Liên", None),
        ("quy định tại điều 112 của Luật Đất đai", "ND30-CAP-CITE"),
        ("quy định (Khoản 2 Điều 5)", "ND30-CAP-CITE"),
        ("Điều 5 của Luật, điều 5 xe", None),
    ],
)
def test_words_that_the_decree_spells(words: str, rule: str | None) -> None:
    found = musts(with_body(("text", f"Các đơn vị phối hợp với {words} để thực hiện.")))
    assert found == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Thực hiện Công văn số 12/SNV-VP của Sở Nội vụ, báo cáo trước ngày 15/3/2024 về huyện.", True),
        ("Thực hiện Công văn số 12/SNV-VP của Sở Nội vụ ngày 15/3/2024 về công tác văn thư.", False),
        ("Các đơn vị thực hiện theo Thông tư số 04/2021/TT-BGDĐT ngày 02/02/2021.", True),
        ("Xét đề nghị của Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 02/02/2021.", False),
    ],
)
def test_what_a_citation_in_the_text_leaves_out(text: str, wrong: bool) -> None:
    assert musts(with_body(("text", text))) == ({"ND30-CITE-FIRST"} if wrong else set())


@pytest.mark.parametrize(
    ("agency", "rules"),
    [(["TRƯỜNG THCS KIM LIÊN"], {"ND30-NUM-SYMBOL"}), (["ỦY BAN NHÂN DÂN", "XÃ KIM LIÊN"], set())],
)
def test_the_symbol_of_another_body(agency: list[str], rules: set[str]) -> None:
    assert musts(b.build(b.plan(agency=agency, number="Số: 12/KH-UBND"))) == rules


def test_a_deputy_who_signs_for_nobody_is_asked_about() -> None:
    document = b.build(b.plan(authority=["PHÓ CHỦ TỊCH"], name="Nguyễn Văn An"))
    assert musts(document) == set()
    assert "ND30-SIGN-AUTH-COMBO" in shoulds(document)
    assert shoulds(b.build(b.plan(authority=["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name="Nguyễn Văn An"))) == set()


def test_fields_for_all_recipients_and_for_the_text() -> None:
    spec = b.plan(recipients=["{{noi_nhan}}"], body=[b.BODY[0], ("text", "{{noi_dung}}")])
    document = b.build(spec)
    assert musts(document) == set()
    assert "ND30-END-MARK" not in shoulds(document)
