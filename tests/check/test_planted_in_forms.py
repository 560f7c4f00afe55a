"""Faults of the form, broken as they were planted in real files, and kept."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_BREAK, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from . import builder as b
from .builder import style
from .test_clerks_shapes import TASK, cell
from .test_habits_by_rule import with_body
from .test_real_habits import musts
from .test_rules import find


@pytest.mark.parametrize(
    ("points", "rules"), [(24, {"ND30-QH-SPACING"}), (30, {"ND30-QH-SPACING"}), (16, set())]
)
def test_an_exact_spacing_of_the_motto(points: float, rules: set[str]) -> None:
    document = b.build()
    look = find(document, "Độc lập").paragraph_format
    look.line_spacing_rule, look.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)
    assert musts(document) == rules


@pytest.mark.parametrize(
    ("points", "rules"), [(24, {"ND30-AGENCY-SPACING"}), (18, {"ND30-AGENCY-SPACING"}), (17, set())]
)
def test_an_exact_spacing_of_the_agency(points: float, rules: set[str]) -> None:
    document = b.build()
    look = find(document, "HUYỆN NAM").paragraph_format
    look.line_spacing_rule, look.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)
    assert musts(document) == rules


def numbered(document: Any, twips: int, hanging: int) -> None:
    """Set the dashes of the recipients by the program, so far off the margin."""
    document.part.numbering_part._element.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/><w:rPr><w:rFonts w:ascii="Times New Roman" '
            'w:hAnsi="Times New Roman"/></w:rPr></w:lvl></w:abstractNum>'
        ),
    )
    document.part.numbering_part._element.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for paragraph in cell(document, -1, 0, 0).paragraphs[1:-1]:
        paragraph.runs[0].text = paragraph.text.removeprefix("- ")
        look = paragraph._p.get_or_add_pPr()
        look.insert(
            0,
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'),
        )
        for each in look.findall(qn("w:ind")):
            look.remove(each)
        kind = "hanging" if hanging else "firstLine"
        look.append(parse_xml(f'<w:ind {nsdecls("w")} w:left="{twips}" w:{kind}="{hanging or 0}"/>'))


@pytest.mark.parametrize(
    ("left", "hanging", "rules"),
    [(720, 0, {"ND30-NN-ITEMS"}), (720, 360, {"ND30-NN-ITEMS"}), (360, 360, set()), (482, 360, set())],
)
def test_dashes_of_recipients_that_the_program_sets(left: int, hanging: int, rules: set[str]) -> None:
    document = b.build()
    numbered(document, left, hanging)
    assert musts(document) == rules


@pytest.mark.parametrize(
    "more", ["- UBND tỉnh;", "- " + "Các phòng, ban, ngành, đoàn thể của huyện, " * 4 + "các xã;"]
)
def test_recipients_below_the_table_of_the_signature(more: str) -> None:
    document = b.build(b.plan(recipients=[more, "- Công an tỉnh;", "- Lưu: VT, CAH."]))
    table = document.tables[-1]
    for paragraph in reversed(table.cell(0, 0).paragraphs):
        table._tbl.addnext(paragraph._p)
    table.cell(0, 0).add_paragraph()
    assert "ND30-SIGN-LEVEL" in musts(document)


def test_recipients_below_the_signature_and_above_another_paper() -> None:
    document = b.build()
    table = document.tables[-1]
    for paragraph in reversed(table.cell(0, 0).paragraphs):
        table._tbl.addnext(paragraph._p)
    table.cell(0, 0).add_paragraph()
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    paper = document.add_table(9, 2)
    for row in paper.rows:
        row.cells[0].text = "Vấn đề trình"
    assert "ND30-SIGN-LEVEL" in musts(document)


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("THỪA LỆNH CHỦ TỊCH", {"ND30-SIGN-AUTH"}),
        ("KÝ THAY CHỦ TỊCH", {"ND30-SIGN-AUTH"}),
        ("TL. CHỦ TỊCH", set()),
    ],
)
def test_the_authority_is_a_sign_and_no_words(line: str, rules: set[str]) -> None:
    assert musts(b.build(b.plan(authority=[line, "CHÁNH VĂN PHÒNG"], name="Nguyễn Văn A"))) == rules


@pytest.mark.parametrize("mark", ["+", "*", "•"])
def test_a_later_addressee_behind_another_sign(mark: str) -> None:
    document = b.build(b.letter(addressee=["Công an tỉnh Nghệ An", "Sở Nội vụ"]))
    assert musts(document) == set()
    run = find(document, "- Sở Nội vụ").runs[0]
    run.text = run.text.replace("-", mark)
    assert musts(document) == {"ND30-KG-MANY"}


@pytest.mark.parametrize("law", ["Luật Đất đai số {{so}}/{{nam}}/QH15", "Luật Đất đai số 31/2024/QH15"])
def test_a_law_whose_number_a_program_fills_in(law: str) -> None:
    bases = [f"Căn cứ {law} ngày 18 tháng 01 năm 2024;", *b.BASES[1:]]
    assert musts(b.build(b.plan(bases=bases))) == {"ND30-BASIS-CONTENT"}


@pytest.mark.parametrize(("align", "rules"), [("left", {"ND30-BODY-ALIGN"}), ("both", set())])
def test_a_file_that_says_nothing_of_its_page(align: str, rules: set[str]) -> None:
    document = b.build(b.plan(body=[*b.BODY[:2], ("text", TASK[:88] + "."), *b.BODY[-1:]]))
    section = document.sections[0]._sectPr
    for name in ("w:pgSz", "w:pgMar"):
        section.remove(section.find(qn(name)))
    paragraph = find(document, TASK[:50])
    paragraph._p.pPr.find(qn("w:jc")).set(qn("w:val"), align)
    assert {rule for rule in musts(document) if rule.startswith("ND30-BODY")} == rules


@pytest.mark.parametrize(
    ("below", "rules"), [("Kính gửi: Lãnh đạo Cục", set()), ("Danh sách", {"ND30-PAGENUM-POS"})]
)
def test_a_paper_to_somebody_else_behind_the_signature(below: str, rules: set[str]) -> None:
    document = b.build(b.letter(name="Nguyễn Văn A"))
    header = document.sections[0].header
    for run in list(header.paragraphs[0].runs):
        run._r.getparent().remove(run._r)
    assert musts(document) == set()
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    for text in ("PHIẾU TRÌNH", below):
        style(document.add_paragraph(text), 14)
    assert musts(document) == rules


@pytest.mark.parametrize(
    ("above", "below", "rules"),
    [
        ("Các đơn vị thực hiện tốt.", "1. tổ chức tuyên truyền đến từng hộ dân.", {"ND30-CAP-SENT"}),
        ("Các đơn vị thực hiện tốt.", "a) tổ chức tuyên truyền đến từng hộ dân.", {"ND30-CAP-SENT"}),
        ("Các đơn vị thực hiện các việc:", "a) tổ chức tuyên truyền đến từng hộ dân;", set()),
        ("Các đơn vị thực hiện tốt.", "1. Tổ chức tuyên truyền đến từng hộ dân.", set()),
    ],
)
def test_a_numbered_line_begins_with_a_capital(above: str, below: str, rules: set[str]) -> None:
    document = with_body(
        ("text", above), ("text", below), ("text", below.replace("1.", "2.").replace("a)", "b)"))
    )
    assert {rule for rule in musts(document) if rule == "ND30-CAP-SENT"} == rules


@pytest.mark.parametrize(("align", "rules"), [("center", {"ND30-NN-ITEMS"}), ("right", {"ND30-NN-ITEMS"})])
def test_recipients_set_off_the_margin_by_their_alignment(align: str, rules: set[str]) -> None:
    document = b.build()
    for paragraph in cell(document, -1, 0, 0).paragraphs[1:]:
        paragraph._p.pPr.find(qn("w:jc")).set(qn("w:val"), align)
    assert musts(document) == rules


@pytest.mark.parametrize("mark", ["*", "•", "+"])
def test_the_first_recipient_behind_another_sign(mark: str) -> None:
    document = b.build()
    run = find(document, "- UBND tỉnh").runs[0]
    run.text = run.text.replace("-", mark, 1)
    assert musts(document) == {"ND30-NN-ITEMS"}


@pytest.mark.parametrize(("slant", "rules"), [("italic", {"ND30-PAGENUM-FMT"}), ("bold", set())])
def test_an_italic_page_number(slant: str, rules: set[str]) -> None:
    document = b.build()
    for run in document.sections[0].header.paragraphs[0].runs:
        setattr(run, slant, True)
    assert musts(document) == rules


@pytest.mark.parametrize(
    ("kind", "group", "rules"),
    [
        ("KẾ HOẠCH", "KH", {"ND30-ABSTRACT-FMT"}),
        ("THÔNG BÁO", "TB", {"ND30-ABSTRACT-FMT"}),
        ("GIẤY MỜI", "GM", set()),
    ],
)
def test_a_document_with_a_type_says_what_it_is_about(kind: str, group: str, rules: set[str]) -> None:
    document = b.build(b.plan(type_name=kind, number=f"Số: 12/{group}-UBND", abstract=[]))
    assert {rule for rule in musts(document) if rule.startswith("ND30-ABSTRACT")} == rules


@pytest.mark.parametrize(
    "basis",
    [
        "Căn cứ Luật Ngân sách nhà nước;",
        "Căn cứ Luật Tổ chức chính quyền địa phương của Quốc hội ngày 19 tháng 6 năm 2015;",
        "Căn cứ Quyết định ngày 15/10/2025 của Bộ trưởng Bộ Nội vụ phê duyệt Đề án;",
        "Căn cứ Tờ trình ngày 10/8/2021 của Sở Nội vụ về việc phê duyệt Đề án;",
    ],
)
def test_a_basis_that_says_too_little_or_too_much(basis: str) -> None:
    assert musts(b.build(b.plan(bases=[basis, *b.BASES[1:]]))) == {"ND30-BASIS-CONTENT"}


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("kèm theo văn bản số 02/TNL2025 của Công ty Sơn Hải", True),
        ("nhận được Giấy mời số HTS/TM của Hội Truyền thống", True),
        ("Thực hiện Kế hoạch số 104 của Ủy ban nhân dân tỉnh", True),
        ("Thực hiện Nghị định số 138 quy định việc tuyển dụng", True),
        ("Các chỉ số đánh giá theo NĐ 75", True),
        ("Các chỉ số đánh giá theo Nghị định 75", True),
        # The builder's own text names it in full.
        ("Các chỉ số đánh giá theo Chỉ thị 104", False),
        ("Thực hiện Nghị quyết 19 (khóa XII)", False),
        ("Thực hiện Kế hoạch số 12/KH-UBND năm 2024 của Ủy ban nhân dân tỉnh", True),
        ("kèm theo văn bản số 02/TNL2025 của Công ty Sơn Hải ngày 05 tháng 3 năm 2024", False),
        ("kèm theo văn bản số 02/TNL ngày 05 tháng 3 năm 2024 của Công ty Sơn Hải", False),
        ("Thực hiện Kế hoạch số … của Ủy ban nhân dân tỉnh", False),
    ],
)
def test_an_act_cited_without_its_day(words: str, broken: bool) -> None:
    document = with_body(("text", f"{words} về việc cấp phép, các đơn vị tổ chức thực hiện."))
    assert ("ND30-CITE-FIRST" in musts(document)) is broken


@pytest.mark.parametrize(
    ("parent", "rules"),
    [
        ("UBND THÀNH PHỐ VINH", {"ND30-2T-HEADER"}),
        ("UBND TP. VINH", {"ND30-2T-HEADER"}),
        ("UBND THÀNH PHỐ HẢI PHÒNG", set()),
    ],
)
def test_a_city_of_a_province_is_no_more(parent: str, rules: set[str]) -> None:
    spec = b.plan(
        parent=[parent],
        agency=["PHÒNG NỘI VỤ"],
        place_date="Vinh, ngày 05 tháng 9 năm 2025",
        bases=[],
        body=[("text", "Các đơn vị tổ chức thực hiện tốt Kế hoạch này trên địa bàn./.")],
    )
    assert {rule for rule in musts(b.build(spec)) if rule.startswith("ND30-2T")} == rules


def under_the_addressee(*lines: str) -> Any:
    """A công văn in which these lines stand under “Kính gửi:”, set as its text is."""
    document = b.build(b.letter())
    above = find(document, "Kính gửi")
    above.runs[0].text = "Kính gửi:"
    for text in reversed(lines):
        below = parse_xml(f"<w:p {nsdecls('w')}/>")
        above._p.addnext(below)
        style(Paragraph(below, above._parent), 14).add_run(text).font.size = Pt(14)
    return document


@pytest.mark.parametrize(
    ("lines", "rule"),
    [
        (["Công ty TNHH Sơn Hải"], "ND30-KG-ONE"),
        (["Sở Nội vụ;", "- Công an tỉnh Nghệ An."], "ND30-KG-MANY"),
    ],
)
def test_addressees_below_without_a_dash(lines: list[str], rule: str) -> None:
    assert rule in musts(under_the_addressee(*lines))


@pytest.mark.parametrize(
    "line", ["Căn cứ kết quả họp", "Thực hiện chỉ đạo của tỉnh, đơn vị báo cáo.", "I. MỤC ĐÍCH"]
)
def test_a_prompt_with_nobody_named(line: str) -> None:
    assert "ND30-KG-ONE" not in musts(under_the_addressee(line))


ENTRY = "Tổ chức tuyên truyền đến từng hộ dân trên địa bàn xã"


@pytest.mark.parametrize(
    ("lines", "rule"),
    [
        ([f"1. {ENTRY}.", f"1. {ENTRY}."], "ND30-STRUCT-B"),
        ([f"a) {ENTRY};", f"a) {ENTRY}."], "ND30-STRUCT-B"),
        ([f"1. {ENTRY}.", f"2 - {ENTRY}."], "ND30-H-1N"),
        (["I - MỤC ĐÍCH, YÊU CẦU", ENTRY + "."], "ND30-H-I"),
        ([f"{ENTRY.upper()}, {ENTRY.upper()}."], "ND30-BODY-SIZE"),
    ],
)
def test_slips_of_numbers_and_capitals(lines: list[str], rule: str) -> None:
    assert rule in musts(with_body(*[("text", line) for line in lines]))


@pytest.mark.parametrize(
    "lines",
    [
        # A list within an entry; another one behind a heading.
        ["1. Lãnh đạo các đơn vị gồm:", f"1. {ENTRY}.", f"2. {ENTRY}."],
        [f"1. {ENTRY}.", "Các đơn vị thực hiện tốt các việc sau đây.", f"1. {ENTRY}.", f"2. {ENTRY}."],
    ],
)
def test_a_list_that_begins_anew(lines: list[str]) -> None:
    assert "ND30-STRUCT-B" not in musts(with_body(*[("text", line) for line in lines]))


@pytest.mark.parametrize("mark", [" - ", "- ", " – "])
def test_an_article_before_a_dash(mark: str) -> None:
    body = [("text", "QUYẾT ĐỊNH:"), *(("text", f"Điều {n}{m}{ENTRY}.") for n, m in ((1, ". "), (2, mark)))]
    spec = b.plan(type_name="QUYẾT ĐỊNH", number="Số: 05/QĐ-UBND", bases=b.BASES, body=body)
    assert "ND30-STRUCT-A" not in musts(b.build(spec))
    assert "ND30-H-DIEU" in musts(b.build(spec))


@pytest.mark.parametrize(
    ("number", "rules"),
    [("Số: 12/KH_UBND", {"ND30-NUM-SYNTAX"}), ("Số: 12/KH-UBND", set()), ("Số: 12/KH-____", set())],
)
def test_an_underscore_in_the_symbol(number: str, rules: set[str]) -> None:
    assert {rule for rule in musts(b.build(b.plan(number=number))) if rule == "ND30-NUM-SYNTAX"} == rules


@pytest.mark.parametrize(
    ("place", "rules"),
    [("TP. Vinh", {"ND30-DATE-PLACE"}), ("Vinh", set()), ("{{dia_danh}}", set())],
)
def test_a_short_place_before_a_day_that_a_program_fills_in(place: str, rules: set[str]) -> None:
    document = b.build(b.plan(place_date=f"{place}, ngày {{{{ngay}}}} tháng {{{{thang}}}} năm 2024"))
    assert {rule for rule in musts(document) if rule.startswith("ND30-DATE")} == rules
