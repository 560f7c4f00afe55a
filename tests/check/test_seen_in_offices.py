"""Kinds of faults that thirty-eight more files of offices showed, each broken and kept."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from kh_docs.check import check_bytes

from . import builder as b
from .test_clerks_shapes import cell, remove, without_line
from .test_real_habits import musts
from .test_rules import find

LEFT, CENTER, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
CLOSE = ("text", "Trên đây là Kế hoạch của huyện, các đơn vị thực hiện./.")


def with_body(*lines: tuple[str, str], **spec: Any) -> Any:
    return b.build(b.plan(body=[*b.BODY[:2], *lines, CLOSE], **spec))


# --- header ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parent", "agency", "rules"),
    [
        (["UBND HUYỆN ĐĂK TÔ"], ["TRUNG TÂM GDNN - GDTX"], {"ND30-AGENCY-NAME"}),
        ([], ["UBND HUYỆN NAM ĐÀN"], {"ND30-AGENCY-NAME"}),
        (["UBND HUYỆN NAM ĐÀN"], ["TRUNG TÂM DÂN SỐ"], set()),
        (["UBND HUYỆN NAM ĐÀN"], ["TRƯỜNG THCS KIM LIÊN"], set()),
    ],
)
def test_the_name_of_the_issuing_body_is_written_out(
    parent: list[str], agency: list[str], rules: set[str]
) -> None:
    assert musts(b.build(b.plan(parent=parent, agency=agency))) == rules


@pytest.mark.parametrize(
    ("parent", "agency"),
    [
        ("TRƯỜNG ĐẠI HỌC VINH", "KHOA LUẬT"),
        ("TỔNG CÔNG TY BẢO HIỂM", "CÔNG TY BẢO HIỂM NGHỆ AN"),
        ("TỔNG CỤC THUẾ", "CỤC THUẾ TỈNH NGHỆ AN"),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH NGHỆ AN", "CÔNG ĐOÀN NGÀNH GIÁO DỤC"),
    ],
)
def test_parents_of_other_bodies(parent: str, agency: str) -> None:
    document = b.build(b.plan(parent=[parent], agency=[agency], number="Số: 12/KH-CQ"))
    assert musts(document) == set()
    cell(document, 0, 0, 0).paragraphs[0].runs[0].bold = True
    assert musts(document) == {"ND30-AGENCY-PARENT"}


@pytest.mark.parametrize(("blanks", "rules"), [(17, set()), (0, {"ND30-AGENCY-PARENT"})])
def test_a_name_pushed_to_the_middle_in_a_cell_its_indent_hangs_out_of(blanks: int, rules: set[str]) -> None:
    document = b.build(b.plan(parent=["SỞ NỘI VỤ"], agency=["PHÒNG THI ĐUA"], number="Số: 12/KH-PTĐ"))
    name = cell(document, 0, 0, 0).paragraphs[0]
    name.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    name.paragraph_format.right_indent = Cm(-2.5)
    name.runs[0].text = " " * blanks + "SỞ NỘI VỤ"
    assert musts(document) == rules


@pytest.mark.parametrize(
    ("length_mm", "rules"),
    [(20, {"ND30-AGENCY-NAME"}), (32, {"ND30-AGENCY-NAME", "ND30-AGENCY-LINE"})],
)
def test_a_line_too_long_in_the_right_size_too(length_mm: float, rules: set[str]) -> None:
    document = b.build()
    names = cell(document, 0, 0, 0).paragraphs
    without_line(names[-1])
    b.add_line(names[-1], length_mm, b.LEFT_MM - 4)
    for name in names:
        name.runs[0].font.size = Pt(14)
    assert musts(document) == rules


@pytest.mark.parametrize(("lines", "rules"), [(1.0, set()), (1.15, {"ND30-AGENCY-SPACING"})])
def test_the_spacing_of_names_in_one_paragraph(lines: float, rules: set[str]) -> None:
    document = b.build(b.plan(parent=["UBND TỈNH NGHỆ AN"], agency=["SỞ NỘI VỤ"]))
    parent, name = cell(document, 0, 0, 0).paragraphs
    name.runs[0]._r.addprevious(parent.runs[0]._r)
    name.runs[0].add_break()
    remove(parent)
    name.paragraph_format.line_spacing = lines
    assert musts(document) == rules


@pytest.mark.parametrize(("points", "rules"), [(3, set()), (6, {"ND30-AGENCY-SPACING"})])
def test_a_little_space_in_the_header_is_not_seen(points: int, rules: set[str]) -> None:
    document = b.build()
    cell(document, 0, 0, 0).paragraphs[1].paragraph_format.space_before = Pt(points)
    assert musts(document) == rules


def test_the_motto_in_an_old_code_is_known_as_the_motto() -> None:
    document = b.build()
    motto = cell(document, 0, 0, 1).paragraphs[1].runs[0]
    motto.text, motto.font.name, motto.bold = "§éc lËp - Tù do - H¹nh phóc", ".VnTime", False
    assert musts(document) == {"ND30-TN-TEXT", "ND30-TN-FMT", "ND30-FONT", "ND30-UNICODE"}


@pytest.mark.parametrize(
    ("number", "rules"),
    [("Số: 07/TTr-CĐCS/2024", True), ("Số: ......../PTI-GĐ/2026", True), ("Số: 07/TTr-CĐCS", False)],
)
def test_the_year_at_the_end_of_a_symbol(number: str, rules: bool) -> None:
    spec = b.plan(
        type_name="TỜ TRÌNH", number=number, addressee=["Sở Nội vụ"], recipients=["- Như trên;", "- Lưu: VT."]
    )
    assert ("ND30-NUM-SYMBOL" in musts(b.build(spec))) is rules


@pytest.mark.parametrize("field", ["{{ngay}}", "«ngày»", "<<ngay>>"])
def test_what_a_program_fills_in_is_a_blank(field: str) -> None:
    assert musts(b.build(b.plan(place_date=f"Nam Đàn, ngày {field} tháng {field} năm {field}"))) == set()


def test_the_abstract_of_a_named_type_under_its_number() -> None:
    document = b.build(b.plan(abstract=[]))
    line = cell(document, 0, 1, 0).add_paragraph("(V/v phát động phong trào)")
    b.style(line, 13, align=CENTER)
    assert musts(document) == {"ND30-ABSTRACT-FMT"}


# --- addressees and bases ----------------------------------------------------------------------------------


def test_the_first_of_several_addressees_on_the_line() -> None:
    document = b.build(b.letter(addressee=["Công an tỉnh", "Sở Nội vụ"]))
    assert musts(document) == set()
    find(document, "Kính gửi").runs[0].text = "Kính gửi: - Công an tỉnh;"
    remove(find(document, "- Công an"))
    assert musts(document) == {"ND30-KG-MANY"}


@pytest.mark.parametrize("word", ["Kính gởi", "Kính trình"])
def test_another_word_for_the_addressee(word: str) -> None:
    document = b.build(b.letter())
    find(document, "Kính gửi").runs[0].text = f"{word}: Công an tỉnh Nghệ An"
    assert musts(document) == {"ND30-KG-FMT"}


@pytest.mark.parametrize("first", ["- Như kính gửi;", "- Như k/g;", "- Như kính trình;"])
def test_as_above_in_other_words(first: str) -> None:
    assert musts(b.build(b.letter(recipients=[first, "- Lưu: VT, CAH."]))) == {"ND30-NN-NHUTREN"}


@pytest.mark.parametrize(
    ("basis", "rules"),
    [
        ("Căn cứ Kế hoạch số      /KH-UBND ngày     tháng     năm 2024 về tổ chức lớp học.", set()),
        ("Căn cứ Kế hoạch số {{so}}/KH-UBND ngày {{ngay}} về tổ chức lớp học.", set()),
        ("Căn cứ Kế hoạch của huyện về tổ chức lớp học.", {"ND30-BASIS-CONTENT"}),
    ],
)
def test_blanks_in_a_basis(basis: str, rules: set[str]) -> None:
    assert musts(b.build(b.plan(bases=[b.BASES[0], basis]))) == rules


def test_a_basis_above_one_that_goes_on_as_a_sentence() -> None:
    told = (
        "text",
        "Căn cứ cuộc họp ngày 05 tháng 3 năm 2024, Ủy ban nhân dân huyện báo cáo kết quả như sau:",
    )
    for mark, rules in ((".", {"ND30-BASIS-PUNCT"}), (";", set())):
        spec = b.plan(bases=[b.BASES[1].rstrip(";") + mark], body=[told, *b.BODY[1:4], CLOSE])
        assert musts(b.build(spec)) == rules


def test_the_body_that_decides_stands_apart_from_its_bases() -> None:
    document = b.build(b.plan(bases=list(b.BASES)))
    head = document.add_paragraph("ỦY BAN NHÂN DÂN HUYỆN NAM ĐÀN")
    b.style(head, 14, True, align=CENTER)
    first = find(document, b.BASES[0][:30])
    first.paragraph_format.space_before = Pt(0)
    first._p.addprevious(head._p)
    assert "ND30-BODY-PARASPACE" not in musts(document)


# --- body --------------------------------------------------------------------------------------------------


def number_bold(document: Any, start: str, count: int) -> None:
    paragraph = find(document, start)
    text = paragraph.runs[0].text
    paragraph.runs[0].text = text[:count]
    paragraph.runs[0].bold = True
    rest = paragraph.add_run(text[count:])
    rest.font.size, rest.bold = Pt(14), False


@pytest.mark.parametrize(("count", "rules"), [(2, {"ND30-H-1N"}), (14, set())])
def test_the_number_alone_in_bold(count: int, rules: set[str]) -> None:
    text = "1. Tuyên truyền: tổ chức ba đợt trong năm, mỗi đợt ở từng xã, thị trấn trên địa bàn huyện."
    document = with_body(("text", text))
    number_bold(document, "1. Tuyên truyền", count)
    assert musts(document) == rules


def test_a_title_with_a_colon_in_bold_italics() -> None:
    document = with_body(("title", "1. Lương thực, thực phẩm:"), ("text", "Giá ổn định trong tháng."))
    assert musts(document) == set()
    find(document, "1. Lương thực").runs[0].italic = True
    assert musts(document) == {"ND30-H-1"}


def test_a_second_part_without_a_first() -> None:
    def parted(first: str) -> Any:
        document = with_body(("text", "Nội dung của phần này."))
        for text in ("KẾT QUẢ THỰC HIỆN", first):
            line = document.add_paragraph(text)
            b.style(line, 14, True, align=CENTER).paragraph_format.space_before = Pt(6)
            find(document, "Nội dung của phần" if text.isupper() else "KẾT QUẢ")._p.addprevious(line._p)
        return document

    assert "ND30-STRUCT-A" in musts(parted("Phần thứ hai"))
    assert "ND30-STRUCT-A" not in musts(parted("Phần thứ nhất"))


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Ban chỉ huy Quân sự xã", "ND30-CAP-ORG"),
        ("Ban chấp hành Công đoàn huyện", "ND30-CAP-ORG"),
        ("Công Ty cổ phần Sông Lam", "ND30-CAP-ORG"),
        ("Bộ Tài Chính", "ND30-CAP-ORG"),
        ("Cục quản lý thị trường", "ND30-CAP-ORG"),
        ("của phòng Thanh tra huyện", "ND30-CAP-ORG"),
        ("của trường Đại học Vinh", "ND30-CAP-ORG"),
        ("Hội đồng khen thưởng huyện", "ND30-CAP-ORG"),
        ("Luật thanh tra", "ND30-CAP-DOC"),
        ("Luật Tổ chức Chính quyền địa phương", "ND30-CAP-DOC"),
        ("trách nhiệm nêu trong kế hoạch này", "ND30-CAP-DOC"),
        ("theo thông báo số 12/TB-UBND ngày 05/3/2024 của UBND tỉnh về họp", "ND30-CAP-DOC"),
        ("theo mục 2, phần I của Hướng dẫn", "ND30-CAP-CITE"),
        ("Ban Chỉ huy Quân sự; Trưởng phòng Thanh tra; các phòng Nội vụ, Tài chính", None),
        ("các trường Đại học; Luật sư, Luật này, luật gia; theo quyết định này của cấp trên", None),
        ("Ban giám hiệu các trường, Công ty cổ phần, Trung tâm Y tế", None),
        ("trong báo cáo này của đơn vị khác", None),
    ],
)
def test_names_of_bodies_laws_and_documents(words: str, rule: str | None) -> None:
    document = with_body(("text", f"Các đơn vị phối hợp với {words} để thực hiện."))
    assert musts(document) == ({rule} if rule else set())


def test_names_in_the_abstract_and_among_the_recipients() -> None:
    abstract = ["Ứng dụng công nghệ tại Sở thông tin và Truyền thông"]
    assert musts(b.build(b.plan(abstract=abstract))) == {"ND30-CAP-ORG"}
    recipients = ["- Cục quản lý giá;", "- UBND Tỉnh Nghệ An;", "- Lưu: VT, CAH."]
    assert musts(b.build(b.plan(recipients=recipients))) == {"ND30-CAP-ORG", "ND30-CAP-PLACE"}


def test_a_text_of_a_little_more_than_a_page_needs_a_number() -> None:
    def pages(count: int) -> set[str]:
        document = b.build(b.plan(body=[*b.BODY[:2], *[b.BODY[3]] * count, CLOSE]))
        for run in document.sections[0].header.paragraphs[0].runs:
            run._r.getparent().remove(run._r)
        for _blank in range(12):
            document.add_paragraph()
        return musts(document)

    assert pages(4) == set()
    assert pages(11) == {"ND30-PAGENUM-POS"}


# --- closing -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("authority", ["T/M. ỦY BAN NHÂN DÂN", "T/M ỦY BAN NHÂN DÂN"])
def test_an_authority_with_a_slash_and_a_stop(authority: str) -> None:
    assert musts(b.build(b.plan(authority=[authority, "CHỦ TỊCH"]))) == {"ND30-SIGN-AUTH"}


def test_stray_letters_below_the_post_are_no_post() -> None:
    document = b.build(b.plan(name="Nguyễn Văn A"))
    stray = cell(document, -1, 0, 1).paragraphs[2]
    stray.add_run("Hdfđ").font.size = Pt(22)
    assert musts(document) == set()


def test_a_signature_against_the_right_margin_is_not_centred() -> None:
    document = b.build(b.plan(name="Nguyễn Văn A"))
    inner = cell(document, -1, 0, 1)
    anchor = document.tables[-1]._tbl
    for paragraph in list(inner.paragraphs):
        if paragraph.text:
            paragraph.alignment = RIGHT
            anchor.addnext(paragraph._p)
            anchor = paragraph._p
    inner.add_paragraph()
    assert "ND30-SIGN-NAME" in musts(document)


@pytest.mark.parametrize(("indent_cm", "rules"), [(0, set()), (1.3, {"ND30-NN-LABEL"})])
def test_recipients_in_the_text_stand_at_the_margin(indent_cm: float, rules: set[str]) -> None:
    document = b.build()
    table = document.tables[-1]
    label = table.cell(0, 0).paragraphs[0]
    tabbed = document.add_paragraph()
    for run in list(label.runs):
        tabbed._p.append(run._r)
    post = tabbed.add_run("\tCHỦ TỊCH")
    post.bold, post.font.size = True, Pt(14)
    tabbed.paragraph_format.first_line_indent = Cm(indent_cm)
    table._tbl.addprevious(tabbed._p)
    for text in ("- UBND tỉnh;", "- Lưu: VT, CAH."):
        line = document.add_paragraph(text)
        b.style(line, 11, align=LEFT)
        table._tbl.addprevious(line._p)
    table._tbl.getparent().remove(table._tbl)
    assert musts(document) == rules


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("Đặng Thị năm Tươi", {"ND30-CAP-PERSON"}),
        ("Đặng Thị Năm", set()),
        ("Tổ trưởng", set()),
        ("Giáo viên trung học", set()),
    ],
)
def test_names_in_a_table(name: str, rules: set[str]) -> None:
    document = with_body(("text", "Danh sách kèm theo như sau:"))
    table = document.add_table(2, 2)
    find(document, "Danh sách kèm")._p.addnext(table._tbl)
    for row, texts in zip(table.rows, (("TT", "Họ và tên"), ("1", name)), strict=True):
        for inner, text in zip(row.cells, texts, strict=True):
            inner.paragraphs[0].add_run(text)
            b.style(inner.paragraphs[0], 13, align=CENTER)
    assert musts(document) == rules


def test_invisible_characters_are_told() -> None:
    document = with_body(("text", "Các đơn vị thực hi\u00adện nghiêm túc."))
    findings = check_bytes(b.data(document), "x.docx").findings
    assert [(each.rule, each.severity) for each in findings if each.rule == "ND30-UNICODE"] == [
        ("ND30-UNICODE", "should")
    ]
