"""Kinds of faults that seventeen more files of offices showed, each broken and kept."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Mm, Pt

from kh_docs.check import check_bytes

from . import builder as b
from .test_clerks_shapes import cell, without_line
from .test_real_habits import musts
from .test_rules import find
from .test_seen_in_offices import with_body

LEFT, CENTER, BOTH = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY

# --- what is cited -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("basis", "broken"),
    [
        ("Căn cứ luật Bảo hiểm xã hội số 58/2014/QH13 ngày 20 tháng 11 năm 2014;", True),
        ("Căn cứ Bộ luật Lao động số 45/2019/QH14 ngày 20 tháng 11 năm 2019;", True),
        ("Căn cứ Luật Bảo hiểm xã hội ngày 20 tháng 11 năm 2014;", False),
        (
            "Căn cứ thông tư số 08/TT-BNV ngày 31/7/2013 của Bộ Nội vụ hướng dẫn nâng bậc lương;",
            True,
        ),
        (
            "Căn cứ Nghị định số 204/NĐ-CP ngày 14 tháng 12 năm 2004 của Chính phủ về chế độ tiền lương;",
            True,
        ),
        (
            "Căn cứ Nghị định số 26/CP ngày 23 tháng 5 năm 1993 của Chính phủ quy định chế độ tiền lương;",
            False,
        ),
        ("Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2024 của UBND tỉnh về biên chế;", False),
        ("Căn cứ quyết định số 472/QĐ-SYT của Giám đốc Sở Y tế về điều lệ;", True),
        ("Căn cứ kế hoạch công tác năm của huyện;", False),
    ],
)
def test_bases_in_small_letters_and_acts_without_their_year(basis: str, broken: bool) -> None:
    found = musts(b.build(b.plan(bases=[basis, b.BASES[2]])))
    assert ("ND30-BASIS-CONTENT" in found) is broken


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Văn bản này thay thế Quyết định số 3055/QĐ-ĐĐ đã ban hành ngày 21/9/2021.", True),
        (
            "Chủ tịch huyện đã giải quyết tại Quyết định số 1627a/QĐ-UBND ngày 17/8/2016, nhưng chưa xong.",
            True,
        ),
        # Whose decision it is the decree wants to be told too.
        ("Thực hiện Quyết định số 1627/QĐ-UBND ngày 17/8/2016 về giải quyết khiếu nại.", True),
        ("Sở đã có Quyết định số 1627/QĐ-SXD ngày 17/8/2016 về giải quyết khiếu nại.", False),
        ("Thực hiện Quyết định số 1627/QĐ-UBND ngày 17/8/2016, của UBND tỉnh về khiếu nại.", False),
        ("Quy chế ban hành kèm theo Quyết định số 1627/QĐ-UBND ngày 17/8/2016.", False),
        ("Ngày 17/8/2016, Ủy ban nhân dân tỉnh ban hành Quyết định số 1627/QĐ-UBND.", False),
        ("Thực hiện Thông tư số 08/TT-BNV ngày 31/7/2013 của Bộ Nội vụ hướng dẫn nâng lương.", True),
        ("Thực hiện Thông tư số 08/2013/TT-BNV ngày 31/7/2013 của Bộ Nội vụ hướng dẫn nâng lương.", False),
        ("Thực hiện Nghị định số 26/NĐ-CP ngày 23/5/1993 của Chính phủ quy định tiền lương.", False),
    ],
)
def test_a_citation_with_its_day_alone(words: str, broken: bool) -> None:
    assert ("ND30-CITE-FIRST" in musts(with_body(("text", words)))) is broken


# --- words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Báo và Phát Thanh, Truyền hình tỉnh", "ND30-CAP-ORG"),
        ("Đài Phát Thanh huyện", "ND30-CAP-ORG"),
        ("Báo và Phát thanh, Truyền hình tỉnh", None),
        ("Trung tâm học liệu truyền thông", "ND30-CAP-ORG"),
        ("các trung tâm học liệu", None),
        ("UBND phường 3 Bảo Lộc", "ND30-CAP-PLACE-NUM"),
        ("UBND Phường 3 Bảo Lộc", None),
        ("mỗi phường 3 người", None),
    ],
)
def test_names_of_bodies_and_numbered_places(words: str, rule: str | None) -> None:
    found = musts(with_body(("text", f"Các đơn vị phối hợp với {words} để thực hiện.")))
    assert found == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("ông Nguyễn Văn A, thường trú số 6 đường B, Nhơn nghĩa, Cờ Đỏ, Cần Thơ", True),
        ("ông Nguyễn Văn A, thường trú số 6 đường B, Nhơn Nghĩa, Cờ Đỏ, Cần Thơ", False),
        ("ông Nguyễn Văn A, thường trú tại Khu phố, Cờ Đỏ, Cần Thơ", False),
        ("các ngành Nội vụ, Tài chính, Y tế", False),
    ],
)
def test_a_name_in_an_address(words: str, broken: bool) -> None:
    document = b.build(b.letter(addressee=["Ông"]))
    find(document, "Kính gửi").runs[0].text = f"Kính gửi: {words}"
    assert ("ND30-CAP-PLACE" in musts(document)) is broken


@pytest.mark.parametrize(
    ("entries", "broken"),
    [
        (["- Hộ này đủ điều kiện;", "- kiểm tra, đôn đốc việc thực hiện."], True),
        (["- Hộ này đủ điều kiện;", "- Kiểm tra, đôn đốc việc thực hiện."], False),
        (["- Hộ này phải:", "- kiểm tra, đôn đốc việc thực hiện."], False),
        (["- kiểm tra việc thực hiện;", "- đôn đốc việc thực hiện."], False),
    ],
)
def test_a_dash_in_small_letters_among_capitals(entries: list[str], broken: bool) -> None:
    assert ("ND30-CAP-SENT" in musts(with_body(*(("text", each) for each in entries)))) is broken


# --- header ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("Số: 12/UBND", {"ND30-NUM-SYMBOL"}),
        ("Số:       /BTCD", {"ND30-NUM-SYMBOL"}),
        ("Số: 12/UBND-VX", set()),
        ("Số: 12/{{ky_hieu}}", set()),
    ],
)
def test_a_symbol_of_one_group(number: str, found: set[str]) -> None:
    assert musts(b.build(b.letter(number=number))) == found


@pytest.mark.parametrize("agency", ["SỞ GIÁO DỤC & ĐÀO TẠO", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"])
def test_a_sign_for_and_in_the_name_of_a_body(agency: str) -> None:
    broken = {"ND30-AGENCY-NAME"} if "&" in agency else set()
    assert musts(b.build(b.plan(parent=["UBND TỈNH NGHỆ AN"], agency=[agency]))) == broken


@pytest.mark.parametrize(("first_line_mm", "broken"), [(0.0, False), (14.0, True)])
def test_the_country_and_the_motto_have_one_middle(first_line_mm: float, broken: bool) -> None:
    document = b.build()
    above, motto = cell(document, 0, 0, 1).paragraphs
    above.alignment = BOTH
    motto.paragraph_format.first_line_indent = Mm(first_line_mm)
    assert ("ND30-QH-FMT" in musts(document)) is broken


@pytest.mark.parametrize(("length_mm", "broken"), [(8.0, True), (13.0, False)])
def test_the_line_is_measured_by_the_widest_or_the_last_name(length_mm: float, broken: bool) -> None:
    document = b.build(b.plan(parent=[], agency=["TRUNG TÂM", "Y TẾ", "HUYỆN NAM ĐÀN"]))
    name = cell(document, 0, 0, 0).paragraphs[-1]
    without_line(name)
    b.add_line(name, length_mm, b.LEFT_MM - 4)
    assert ("ND30-AGENCY-LINE" in musts(document)) is broken


@pytest.mark.parametrize(("length_mm", "broken"), [(25.0, True), (45.0, False)])
def test_the_line_under_an_abstract_is_measured_by_its_longest_line(length_mm: float, broken: bool) -> None:
    abstract = ["Triển khai thực hiện phong trào toàn dân bảo vệ an ninh Tổ quốc", "trên địa bàn huyện"]
    document = b.build(b.plan(abstract=abstract))
    last = find(document, "trên địa bàn huyện")
    without_line(last)
    b.add_line(last, length_mm, 165)
    assert ("ND30-ABSTRACT-LINE" in musts(document)) is broken


@pytest.mark.parametrize(("length_mm", "name"), [(5.0, "{{ten_co_quan}}"), (60.0, "«ten»")])
def test_a_line_under_what_a_program_fills_in_is_not_measured(length_mm: float, name: str) -> None:
    document = b.build(b.plan(agency=[name]))
    line = cell(document, 0, 0, 0).paragraphs[-1]
    without_line(line)
    assert musts(document) == {"ND30-AGENCY-LINE"}
    b.add_line(line, length_mm, b.LEFT_MM - 4)
    assert musts(document) == set()


def typed_header(number: str) -> Any:
    """The header typed in the text, its two sides apart by tabs and blanks."""
    document = b.build()
    table = document.tables[0]._tbl
    rows = [
        ("ỦY BAN NHÂN DÂN" + " " * 12 + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False),
        ("HUYỆN NAM ĐÀN\t\t" + " " * 20 + "Độc lập - Tự do - Hạnh phúc", 13, True, False),
        (number, 13, False, False),
    ]
    for text, size, bold, italic in rows:
        line = document.add_paragraph(text)
        b.style(line, size, bold, italic, align=LEFT)
        table.addprevious(line._p)
    table.getparent().remove(table)
    return document


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("Số:    \t\t            Nam Đàn, ngày 05 tháng 3 năm 2024", {"ND30-NUM-FMT", "ND30-DATE-FMT"}),
        ("   Số: 12/KH-UBND\t\t" + " " * 24 + "Nam Đàn, ngày 05 tháng 3 năm 2024", set()),
    ],
)
def test_number_and_date_in_a_typed_header(line: str, rules: set[str]) -> None:
    document = typed_header(line)
    date = find(document, line[:6])
    text = date.runs[0].text
    start = text.index("Nam Đàn")
    date.runs[0].text = text[:start]
    rest = date.add_run(text[start:])
    rest.italic, rest.font.size = True, Pt(13)
    found = [
        f.rule
        for f in check_bytes(b.data(document), "x.docx").findings
        if f.rule in {"ND30-NUM-FMT", "ND30-DATE-FMT"} and "giữa" in f.found
    ]
    assert set(found) == rules


@pytest.mark.parametrize(("blanks", "broken"), [(20, False), (0, True)])
def test_the_motto_in_a_typed_header(blanks: int, broken: bool) -> None:
    document = typed_header("Số: 12/KH-UBND")
    find(document, "HUYỆN NAM ĐÀN").runs[0].text = (
        "HUYỆN NAM ĐÀN\t\t" + " " * blanks + "Độc lập - Tự do - Hạnh phúc"
    )
    assert ("ND30-TN-FMT" in musts(document)) is broken


@pytest.mark.parametrize(("tabs", "broken"), [(1, True), (5, False)])
def test_a_line_behind_one_tab_is_still_at_the_left(tabs: int, broken: bool) -> None:
    document = typed_header("Số: 12/KH-UBND")
    name = document.add_paragraph("\t" * tabs + "Trung tâm Nam Đàn")
    b.style(name, 13, True, align=LEFT)
    find(document, "Số: 12")._p.addprevious(name._p)
    assert ("ND30-AGENCY-NAME" in musts(document)) is broken


def test_the_abstract_ends_at_its_line() -> None:
    document = b.build()
    last = find(document, "an ninh Tổ quốc")
    without_line(last)
    between, below = document.add_paragraph(), document.add_paragraph("Ủy ban nhân dân huyện Nam Đàn")
    b.add_line(between, 35, 165)
    b.style(below, 14, True, align=CENTER)
    last._p.addnext(between._p)
    between._p.addnext(below._p)
    assert "ND30-ABSTRACT-LINE" not in musts(document)


# --- addressees and bases ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("below", "broken"),
    [
        ("Kính gửi: Đ/c Nguyễn Văn A, Phó Chủ tịch", True),
        ("Ông Nguyễn Văn A", True),
        ("Công an huyện Nam Đàn", True),
        ("Thực hiện kế hoạch của tỉnh", False),
    ],
)
def test_one_addressee_below_the_word(below: str, broken: bool) -> None:
    document = b.build(b.letter())
    word = find(document, "Kính gửi")
    word.runs[0].text = "Kính gửi:"
    line = document.add_paragraph(below)
    b.style(line, 14, align=LEFT).paragraph_format.first_line_indent = Cm(5.9)
    word._p.addnext(line._p)
    assert (musts(document) == {"ND30-KG-ONE"}) is broken


@pytest.mark.parametrize(("mark", "broken"), [("", True), (";", False)])
def test_bases_listed_below_in_the_text(mark: str, broken: bool) -> None:
    lines = [
        ("text", f"Căn cứ Quyết định số {at}/QĐ-UBND ngày 05 tháng 3 năm 2024 của UBND tỉnh về họp{end}")
        for at, end in ((41, ";"), (42, mark), (43, ";"))
    ]
    spec = b.minutes(body=[*b.minutes().body[:2], *lines, b.minutes().body[2]])
    assert ("ND30-BASIS-PUNCT" in musts(b.build(spec))) is broken


# --- closing, lists, fonts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("post", "broken"), [("Người Ký", True), ("Người ký văn bản", True), ("CHỦ TỊCH", False)]
)
def test_who_signs_in_small_letters(post: str, broken: bool) -> None:
    found = musts(b.build(b.plan(authority=[post], name="Nguyễn Văn A")))
    assert found == ({"ND30-SIGN-FMT"} if broken else set())


@pytest.mark.parametrize(("italic", "align"), [(False, CENTER), (True, CENTER), (True, LEFT)])
def test_the_note_over_a_list_that_is_not_called_an_annex(italic: bool, align: Any) -> None:
    document = b.build()
    title = document.add_paragraph("DANH SÁCH CÁC ĐƠN VỊ")
    b.style(title, 14, True, align=CENTER)
    note = document.add_paragraph("(Kèm theo Kế hoạch số 12/KH-UBND của huyện)")
    b.style(note, 13, italic=italic, align=align)
    assert ("ND30-PL-KEMTHEO" in musts(document)) is not (italic and align == CENTER)


@pytest.mark.parametrize(("text", "broken"), [(" (", True), ("-", True), ("  ", False)])
def test_marks_in_another_font(text: str, broken: bool) -> None:
    document = b.build()
    find(document, "Nâng cao nhận thức").add_run(text).font.name = ".VnArial Narrow"
    assert musts(document) == ({"ND30-FONT"} if broken else set())


@pytest.mark.parametrize(
    ("note", "broken"), [("(Kèm theo Kế hoạch số    /KH-UBND)", True), ("(Bản dùng chung)", False)]
)
def test_a_list_with_a_header_of_its_own_adds_its_pages(note: str, broken: bool) -> None:
    document = b.build()
    for run in document.sections[0].header.paragraphs[0].runs:
        run._r.getparent().remove(run._r)
    lines = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "DANH SÁCH", note]
    for text in lines:
        line = document.add_paragraph(text)
        b.style(line, 13, text != note, text == note, align=CENTER)
        line.paragraph_format.page_break_before = text == lines[0]
    assert ("ND30-PAGENUM-POS" in musts(document)) is broken
