"""Shapes that clerks give a document: what is wrong in them is found, what is right is left alone."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from . import builder as b
from .test_real_habits import musts
from .test_rules import find

LEFT, CENTER, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
NBSP = b.NBSP
TASK = (
    "Công an huyện chủ trì, phối hợp với các phòng, ban, ngành của huyện hướng dẫn, đôn đốc, kiểm tra việc "
    "thực hiện phong trào trên địa bàn huyện trong năm 2024 và những năm tiếp theo."
)
LONG = b.BODY * 12


def cell(document: Any, table: int, row: int, column: int) -> Any:
    return document.tables[table].cell(row, column)


def without_line(paragraph: Any) -> None:
    for run in list(paragraph._p.iterfind(qn("w:r"))):
        if run.find(f".//{qn('w:drawing')}") is not None:
            paragraph._p.remove(run)


def remove(paragraph: Any) -> None:
    paragraph._p.getparent().remove(paragraph._p)


# --- lines of characters -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "rules"),
    [
        ("________", set()),
        ("─────────", set()),
        ("-------", {"ND30-AGENCY-LINE"}),
        ("____________________", {"ND30-AGENCY-LINE"}),
        ("***", {"ND30-AGENCY-LINE"}),
    ],
)
def test_a_row_of_characters_below_a_line_break(row: str, rules: set[str]) -> None:
    document = b.build()
    name = cell(document, 0, 0, 0).paragraphs[-1]
    without_line(name)
    name.runs[0].add_break()
    run = name.add_run(row)
    run.font.size, run.bold = Pt(13), True
    assert musts(document) == rules


@pytest.mark.parametrize(("count", "rules"), [(14, set()), (40, {"ND30-AGENCY-LINE"})])
def test_underlined_blanks_are_a_line(count: int, rules: set[str]) -> None:
    document = b.build()
    without_line(cell(document, 0, 0, 0).paragraphs[-1])
    below = b.style(cell(document, 0, 0, 0).add_paragraph(NBSP * count), 13, True, align=CENTER)
    below.runs[0].underline = True
    assert musts(document) == rules


# --- the title ---------------------------------------------------------------------------------------------


def left_and_light(document: Any) -> None:
    for text in ("Triển khai thực hiện", "an ninh Tổ quốc trên"):
        paragraph = find(document, text)
        paragraph.alignment = LEFT
        paragraph.runs[0].bold = False


def on_one_line(document: Any) -> None:
    head, below = find(document, "KẾ HOẠCH"), find(document, "Triển khai thực hiện")
    head.runs[0].add_break()
    run = head.add_run(below.text)
    run.font.size, run.bold = Pt(14), False
    remove(below)


def in_a_cell(document: Any) -> None:
    head = find(document, "KẾ HOẠCH")
    table = document.add_table(1, 1)
    head._p.addprevious(table._tbl)
    inner = table.cell(0, 0)
    for text in ("KẾ HOẠCH", "Triển khai thực hiện", "an ninh Tổ quốc trên"):
        inner._tc.append(find(document, text)._p)
    remove(inner.paragraphs[0])
    inner.paragraphs[1].runs[0].bold = False


@pytest.mark.parametrize("shape", [left_and_light, on_one_line, in_a_cell])
def test_an_abstract_that_is_not_bold(shape: Callable[[Any], None]) -> None:
    document = b.build()
    shape(document)
    assert musts(document) == {"ND30-ABSTRACT-FMT"}


# --- page numbers ------------------------------------------------------------------------------------------


def number_line(document: Any) -> Any:
    return document.sections[0].header.paragraphs[0]


def with_tabs(count: int, stops: list[tuple[float, int]]) -> Callable[[Any], None]:
    def shape(document: Any) -> None:
        paragraph = number_line(document)
        paragraph.alignment = LEFT
        for place, kind in stops:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(place), kind)
        for _ in range(count):
            run = OxmlElement("w:r")
            run.append(OxmlElement("w:tab"))
            paragraph._p.insert(1, run)

    return shape


def in_a_table(column: int, columns: int) -> Callable[[Any], None]:
    def shape(document: Any) -> None:
        header, paragraph = document.sections[0].header, number_line(document)
        inner = header.add_table(1, columns, Mm(165)).cell(0, column)
        inner._tc.append(copy.deepcopy(paragraph._p))
        remove(inner.paragraphs[0])
        for run in paragraph.runs:
            run._r.getparent().remove(run._r)

    return shape


def only_on_page_one(document: Any) -> None:
    first = document.sections[0].first_page_header
    first.is_linked_to_previous = False
    for run in number_line(document).runs:
        first.paragraphs[0]._p.append(run._r)


@pytest.mark.parametrize(
    ("shape", "rules"),
    [
        (with_tabs(1, []), set()),
        (with_tabs(2, []), {"ND30-PAGENUM-POS"}),
        (with_tabs(1, [(8.25, 1)]), set()),
        (with_tabs(1, [(16, 2)]), {"ND30-PAGENUM-POS"}),
        (in_a_table(1, 2), {"ND30-PAGENUM-POS"}),
        (in_a_table(1, 3), set()),
        (only_on_page_one, {"ND30-PAGENUM-POS", "ND30-PAGENUM-FIRST"}),
    ],
)
def test_where_the_page_number_stands(shape: Callable[[Any], None], rules: set[str]) -> None:
    document = b.build(b.plan(body=LONG))
    shape(document)
    assert musts(document) == rules


@pytest.mark.parametrize("code", ["PAGE", " page ", "PAGE\\* MERGEFORMAT", "Page   \\* Arabic"])
def test_a_page_number_below_however_its_field_is_typed(code: str) -> None:
    document = b.build()
    for run in number_line(document).runs:
        run._r.getparent().remove(run._r)
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    footer.paragraphs[0]._p.append(field)
    field.append(OxmlElement("w:r"))
    assert "ND30-PAGENUM-POS" in musts(document)


def break_before(document: Any) -> None:
    find(document, "II. TỔ CHỨC").paragraph_format.page_break_before = True


def break_inside(document: Any) -> None:
    find(document, "a) Tổ chức").add_run().add_break(WD_BREAK.PAGE)


def printed_on_two(document: Any) -> None:
    find(document, "1. Công an huyện").runs[0]._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))


def break_at_the_end(document: Any) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


@pytest.mark.parametrize(
    ("shape", "wanted"),
    [(break_before, True), (break_inside, True), (printed_on_two, True), (break_at_the_end, False)],
)
def test_a_short_text_on_two_pages_needs_a_number(shape: Callable[[Any], None], wanted: bool) -> None:
    document = b.build()
    for run in number_line(document).runs:
        run._r.getparent().remove(run._r)
    shape(document)
    assert musts(document) == ({"ND30-PAGENUM-POS"} if wanted else set())


# --- number, place -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "rules"),
    [
        ("Số: 12/UBND", {"ND30-NUM-SYMBOL"}),
        ("Số: /UBND", {"ND30-NUM-SYMBOL"}),
        ("Số: 12/UBND-VX.", {"ND30-NUM-SYNTAX"}),
        ("12/UBND-VX", {"ND30-NUM-SYNTAX"}),
        ("Số: 12/UBND-VX", set()),
        ("Số:        /UBND-VX", set()),
        ("Số: 12/UBND-…", set()),
    ],
)
def test_the_symbol_of_a_letter(number: str, rules: set[str]) -> None:
    assert musts(b.build(b.letter(number=number))) == rules


@pytest.mark.parametrize("place", ["TP Vinh", "TP.Vinh", "Tp. Vinh", "TPHCM", "Tp HCM"])
def test_a_place_cut_short(place: str) -> None:
    text = f"{place}, ngày 05 tháng 3 năm 2024"
    assert musts(b.build(b.plan(place_date=text))) == {"ND30-DATE-PLACE"}


# --- body --------------------------------------------------------------------------------------------------


def body(text: str) -> Any:
    return b.build(b.plan(body=[*b.BODY[:1], ("text", text), ("text", "Trên đây là Kế hoạch của huyện./.")]))


@pytest.mark.parametrize("align", [CENTER, RIGHT])
def test_sentences_that_are_not_justified(align: Any) -> None:
    document = body(TASK)
    find(document, TASK[:20]).alignment = align
    assert musts(document) == {"ND30-BODY-ALIGN"}


def test_a_long_line_above_a_break_by_hand_is_justified_too() -> None:
    for text, rules in ((TASK, {"ND30-BODY-ALIGN"}), ("Công an huyện thực hiện.", set())):
        document = body(text)
        paragraph = find(document, text[:20])
        paragraph.alignment = LEFT
        paragraph.runs[0].add_break()
        paragraph.add_run("Sở Nội vụ.").font.size = Pt(14)
        assert musts(document) == rules


@pytest.mark.parametrize("blanks", ["            ", NBSP * 12, "      "])
def test_an_indent_of_many_blanks(blanks: str) -> None:
    document = body(TASK)
    paragraph = find(document, TASK[:20])
    paragraph.paragraph_format.first_line_indent = Cm(0)
    paragraph.runs[0].text = blanks + TASK
    assert musts(document) == {"ND30-BODY-INDENT"}


@pytest.mark.parametrize(
    ("bases", "rules"),
    [
        (["- " + basis for basis in b.BASES], set()),
        ([" ".join(b.BASES)], {"ND30-BASIS-FMT"}),
    ],
)
def test_bases_with_dashes_or_on_one_line(bases: list[str], rules: set[str]) -> None:
    assert musts(b.build(b.plan(bases=bases))) == rules


def test_upright_bases_with_dashes() -> None:
    document = b.build(b.plan(bases=["- " + basis for basis in b.BASES]))
    for basis in b.BASES:
        find(document, "- " + basis[:30]).runs[0].italic = False
    assert musts(document) == {"ND30-BASIS-FMT"}


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("theo chỉ đạo của UBND Tỉnh Nghệ An", "ND30-CAP-PLACE"),
        ("theo chỉ đạo của UBND Xã Kim Liên", "ND30-CAP-PLACE"),
        ("do Công An huyện chủ trì", "ND30-CAP-ORG"),
        ("do Phòng giáo dục và Đào tạo chủ trì", "ND30-CAP-ORG"),
        ("với Mặt trận tổ quốc các cấp", "ND30-CAP-ORG"),
        ("theo hướng dẫn của bộ Công an", "ND30-CAP-ORG"),
        ("theo hướng dẫn của sở Nội vụ", "ND30-CAP-ORG"),
        ("theo luật Đất đai năm 2024", "ND30-CAP-DOC"),
        ("theo thông tư 01/2011/TT-BNV ngày 05 tháng 3 năm 2011 của Bộ Nội vụ về văn thư", "ND30-CAP-DOC"),
        ("theo mục II của Kế hoạch này", "ND30-CAP-CITE"),
        ("của cán bộ Công an huyện, cán bộ Y tế xã", None),
        ("theo pháp luật Việt Nam, theo luật Việt Nam", None),
        ("theo mục tiêu 2 năm của huyện", None),
        ("tại cơ sở Giáo dục nghề nghiệp, trụ sở Nông nghiệp; theo phần 2 nêu trên", None),
        ("tại phòng y tế của các trường, theo sở thích", None),
        ("với các sở, bộ, ngành; UBND tỉnh Nghệ An", None),
    ],
)
def test_capitals_in_more_shapes(words: str, rule: str | None) -> None:
    document = body(f"Các đơn vị thực hiện {words} trong năm nay.")
    assert musts(document) == ({rule} if rule else set())


# --- letters, signatures, annexes --------------------------------------------------------------------------


def test_the_subject_in_the_paragraph_of_the_number_stands_too_close() -> None:
    document = b.build(b.letter())
    number, subject = cell(document, 0, 1, 0).paragraphs
    number.runs[0].add_break()
    number.add_run(subject.text).font.size = Pt(12)
    remove(subject)
    assert musts(document) == {"ND30-CV-VV"}


def spaced(document: Any) -> list[Any]:
    """Recipients and signature in the text itself, side by side by blanks."""
    table = document.tables[-1]._tbl
    lines: list[list[tuple[str, float, bool, bool]]] = [
        [("Nơi nhận:", 12, True, True), (" " * 40 + "TM. ỦY BAN NHÂN DÂN", 14, True, False)],
        [("- UBND tỉnh;", 11, False, False), (" " * 50 + "CHỦ TỊCH", 14, True, False)],
        [("- Lưu: VT, CAH.", 11, False, False)],
        [(" " * 60 + "Nguyễn Văn A", 14, True, False)],
    ]
    made = []
    for line in lines:
        paragraph = document.add_paragraph()
        for text, size, bold, italic in line:
            run = paragraph.add_run(text)
            run.font.size, run.bold, run.italic = Pt(size), bold, italic
        table.addprevious(paragraph._p)
        made.append(paragraph)
    table.getparent().remove(table)
    return made


def test_a_signature_beside_the_recipients_by_blanks() -> None:
    document = b.build()
    lines = spaced(document)
    assert musts(document) == set()
    lines[0].runs[1].font.size = Pt(12)
    assert musts(document) == {"ND30-SIGN-FMT"}
    lines[0].runs[0].italic = False
    assert musts(document) == {"ND30-SIGN-FMT", "ND30-NN-LABEL"}


@pytest.mark.parametrize("way", ["gridBefore", "vMerge", "plain"])
def test_a_name_in_a_row_of_its_own(way: str) -> None:
    document = b.build(b.plan(name="Nguyễn Văn A"))
    table = document.tables[-1]
    table.add_row()
    name = table.cell(0, 1).paragraphs[-1]
    below = table.cell(1, 1)
    below._tc.append(name._p)
    remove(below.paragraphs[0])
    if way == "gridBefore":
        row = table.rows[1]._tr
        row.remove(row.tc_lst[0])
        before = OxmlElement("w:gridBefore")
        before.set(qn("w:val"), "1")
        row.get_or_add_trPr().append(before)
    elif way == "vMerge":
        table.cell(0, 0).merge(table.cell(1, 0))
    assert musts(document) == set()
    name.runs[0].bold = False
    assert musts(document) == {"ND30-SIGN-NAME"}


def test_a_post_in_small_letters_beside_a_table_of_recipients() -> None:
    document = b.build()
    inner = cell(document, -1, 0, 1)
    for paragraph in inner.paragraphs[1:]:
        remove(paragraph)
    inner.paragraphs[0].runs[0].text = ""
    post = document.add_paragraph("Chủ tịch")
    b.style(post, 14, True, align=RIGHT)
    document.tables[-1]._tbl.addprevious(post._p)
    assert "ND30-SIGN-FMT" in musts(document)


def test_the_last_recipient_without_its_dash_is_told_once() -> None:
    recipients = ["- UBND tỉnh;", "Lưu: VT, CAH."]
    assert musts(b.build(b.plan(recipients=recipients))) == {"ND30-NN-LAST"}


@pytest.mark.parametrize(("head", "rules"), [("Phụ lục", set()), ("PHỤ LỤC", {"ND30-PL-HEAD"})])
def test_the_head_of_an_annex_in_a_table_that_lays_it_out(head: str, rules: set[str]) -> None:
    document = b.build(b.plan(annexes=[(head, *b.ANNEX[1:])]))
    first = find(document, head)
    table = document.add_table(1, 1)
    first._p.addprevious(table._tbl)
    inner = table.cell(0, 0)
    for text in (head, "DANH MỤC", "(Kèm theo"):
        inner._tc.append(find(document, text)._p)
    remove(inner.paragraphs[0])
    assert musts(document) == rules
