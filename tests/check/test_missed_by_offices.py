"""Kinds of faults that two sets labelled by others showed to be missed, each broken and kept."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from kh_docs.check import check_bytes

from . import builder as b
from .test_clerks_shapes import cell, remove, without_line
from .test_real_habits import musts, with_body
from .test_rules import find


def found(document: Any, rule: str, severity: str = "must") -> list[str]:
    report = check_bytes(b.data(document), "x.docx")
    return [f.found for f in report.findings if f.rule == rule and f.severity == severity]


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Ngày thành lập Hội, phòng Chính trị và Công tác Sinh viên tổ chức lễ kỷ niệm.", True),
        ("Ngày thành lập Hội, Phòng Chính trị và Công tác Sinh viên tổ chức lễ kỷ niệm.", False),
        ("Lời chào mừng của Trưởng phòng Chính trị và Công tác Sinh viên.", False),
        ("Ngày thành lập Hội, liên phòng Chính trị và Công tác Sinh viên họp.", False),
        ("Ngày thành lập Hội, phòng chính trị tổ chức lễ kỷ niệm.", False),
    ],
)
def test_the_issuing_body_in_small_letters(words: str, broken: bool) -> None:
    document = b.build(
        b.plan(
            parent=["HỌC VIỆN NAM ĐÀN"],
            agency=["PHÒNG CHÍNH TRỊ", "VÀ CÔNG TÁC SINH VIÊN"],
            number="Số: 12/KH-PCT",
            body=[("text", words), ("text", "Các đơn vị thực hiện./.")],
        )
    )
    assert ("ND30-CAP-ORG" in musts(document)) is broken


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Năm qua, trung tâm Bảo trợ xã hội Nam Đàn nhận thêm đối tượng.", True),
        ("Năm qua, Trung tâm Bảo trợ xã hội Nam Đàn nhận thêm đối tượng.", False),
        ("Năm qua, các trung tâm Bảo trợ xã hội nhận thêm đối tượng.", False),
    ],
)
def test_a_centre_in_small_letters(words: str, broken: bool) -> None:
    document = with_body(("text", words))
    name = cell(document, 0, 0, 0).paragraphs
    name[0].runs[0].text, name[1].runs[0].text = "TRUNG TÂM BẢO TRỢ XÃ HỘI", "NAM ĐÀN"
    assert ("ND30-CAP-ORG" in musts(document)) is broken


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Thực hiện Kế hoạch số 140/KH-UBND ngày 03/7/2015 và chỉ đạo của cấp trên, huyện báo cáo.", True),
        ("Thực hiện Kế hoạch số 140/KH-UBND ngày 03/7/2015 và ý kiến chỉ đạo của cấp trên.", True),
        ("Thực hiện Kế hoạch số 140/KH-UBND ngày 03/7/2015 của UBND tỉnh về bình ổn giá.", False),
    ],
)
def test_a_citation_with_its_day_and_orders(words: str, broken: bool) -> None:
    assert ("ND30-CITE-FIRST" in musts(with_body(("text", words)))) is broken


@pytest.mark.parametrize(
    ("title", "number", "rules"),
    [
        ("GIẤY GIỚI THIỆU", "Số: 12/GT-UBND", {"ND30-ABBR", "ND30-NUM-SYMBOL"}),
        ("GIẤY GIỚI THIỆU", "Số: 12/GGT-UBND", set()),
        ("KẾ HOẠCH", "Số: 12/NVKS-STTTT", {"ND30-ABBR", "ND30-NUM-SYMBOL"}),
        ("KẾ HOẠCH", "Số: 12/BC-STTTT", {"ND30-NUM-SYMBOL"}),
        ("KẾ HOẠCH, NHIỆM VỤ", "Số: 12/NVKS-STTTT", {"ND30-ABBR", "ND30-NUM-SYMBOL"}),
        ("KẾ HOẠCH, NHIỆM VỤ", "Số: 12/KH-STTTT", set()),
    ],
)
def test_letters_that_stand_for_no_type(title: str, number: str, rules: set[str]) -> None:
    document = b.build(b.plan(type_name=title, number=number))
    assert musts(document) & {"ND30-ABBR", "ND30-NUM-SYMBOL"} == rules


@pytest.mark.parametrize(
    ("number", "broken"), [("Số: 12/CV-BTCD", True), ("Số: 12/BTCD-VP", False), ("Số: 12/CVP-TH", False)]
)
def test_a_letter_names_no_type_in_its_symbol(number: str, broken: bool) -> None:
    assert bool(found(b.build(b.letter(number=number)), "ND30-NUM-SYMBOL")) is broken


@pytest.mark.parametrize(("stop_mm", "broken"), [(40, True), (14, False), (60, True)])
def test_a_number_at_a_stop_under_a_name_in_a_cell(stop_mm: float, broken: bool) -> None:
    document = b.build()
    table = document.tables[0]
    table._tbl.remove(table.rows[1]._tr)
    line = document.add_paragraph("\tSố: 12/KH-UBND")
    b.style(line, 13, align=b.LEFT)
    line.paragraph_format.tab_stops.add_tab_stop(Mm(stop_mm), WD_TAB_ALIGNMENT.LEFT)
    table._tbl.addnext(line._p)
    assert bool(found(document, "ND30-NUM-FMT")) is broken


@pytest.mark.parametrize(
    ("title", "broken"), [("GIẤY GIỚI THIỆU", True), ("GIẤY MỜI", True), ("BIÊN BẢN", False)]
)
def test_forms_that_name_their_recipients(title: str, broken: bool) -> None:
    document = b.build(b.plan(type_name=title, recipients=[]))
    assert ("ND30-NN-LABEL" in musts(document)) is broken


@pytest.mark.parametrize(
    ("size", "bold", "broken"), [(14, False, True), (12, False, False), (14, True, False)]
)
def test_marks_of_another_size_and_weight(size: float, bold: bool, broken: bool) -> None:
    document = b.build()
    label, item = find(document, "Nơi nhận:"), find(document, "- Công an tỉnh;")
    label.runs[0].text = "Nơi nhận"
    colon = label.add_run(":")
    colon.font.size, colon.bold, colon.italic = Pt(size), bold, bold
    assert ("ND30-NN-LABEL" in musts(document)) is broken
    item.runs[0].text = "-"
    rest = item.add_run(" Công an tỉnh;")
    rest.font.size = Pt(11)
    item.runs[0].font.size, item.runs[0].bold = Pt(12 if broken else 11), True
    assert ("ND30-NN-ITEMS" in musts(document)) is broken


@pytest.mark.parametrize(
    ("below", "broken"), [("1.1. Tên đề tài", True), ("- Tên đề tài;", False), ("a) Tên đề tài;", False)]
)
def test_a_title_with_a_colon_over_decimals(below: str, broken: bool) -> None:
    document = with_body(("text", "1. Giới thiệu chung về đề tài:"), ("text", below))
    assert bool(found(document, "ND30-H-1")) is broken


@pytest.mark.parametrize(("row", "broken"), [("-" * 11, True), ("_" * 11, True), ("_" * 24, False)])
def test_a_row_of_characters_behind_a_tab_under_the_motto(row: str, broken: bool) -> None:
    document = b.build()
    table = document.tables[0]
    without_line(cell(document, 0, 0, 1).paragraphs[1])
    lines = ["\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "\tĐộc lập - Tự do - Hạnh phúc", "\t" + row]
    for text in lines:
        line = document.add_paragraph("ỦY BAN NHÂN DÂN" + text if text is lines[0] else text)
        b.style(line, 13, True, align=b.LEFT)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(112), WD_TAB_ALIGNMENT.CENTER)
        table._tbl.addprevious(line._p)
    table._tbl.getparent().remove(table._tbl)
    assert bool(found(document, "ND30-TN-LINE")) is broken


@pytest.mark.parametrize(("size", "broken"), [(12, True), (14, False)])
def test_a_name_that_a_program_fills_in_below_fields(size: float, broken: bool) -> None:
    document = b.build(b.plan(authority=["{KyThay}", "{ChucVu}"], name="{TenLanhDao}"))
    find(document, "{TenLanhDao}").runs[0].font.size = Pt(size)
    assert ("ND30-SIGN-NAME" in musts(document)) is broken


@pytest.mark.parametrize(
    ("above", "italic", "broken"),
    [
        (["Tên đơn vị: Công ty A", "Mã số thuế: 123"], False, True),
        (["Tên đơn vị: Công ty A", "Mã số thuế: 123"], True, False),
        (["Huyện xin báo cáo một số nội dung của năm."], False, False),
    ],
)
def test_bases_below_whom_it_is_about(above: list[str], italic: bool, broken: bool) -> None:
    acts = [
        "Căn cứ Nghị định số 35/2017/NĐ-CP ngày 03 tháng 4 năm 2017 của Chính phủ về thu tiền thuê đất;",
        "Căn cứ Quyết định số 70/QĐ-UBND ngày 06 tháng 10 năm 2014 của UBND tỉnh về đơn giá thuê đất.",
    ]
    document = b.build(b.plan(body=[("text", words) for words in (*above, *acts, "Huyện thông báo./.")]))
    for act in acts:
        find(document, act[:30]).runs[0].italic = italic
    assert ("ND30-BASIS-FMT" in musts(document)) is broken


@pytest.mark.parametrize(
    ("basis", "broken"),
    [
        ("Căn cứ Luật Quản lý thuế ngày 13 tháng 6 năm 2019, Luật Phí ngày 25 tháng 11 năm 2015;", True),
        (
            "Căn cứ Luật Thuế ngày 13 tháng 6 năm 2019; Luật sửa đổi một số điều của Luật Thuế ngày "
            "25 tháng 11 năm 2022;",
            False,
        ),
        ("Căn cứ Luật Quản lý thuế ngày 13 tháng 6 năm 2019;", False),
    ],
)
def test_two_laws_in_one_basis_are_pointed_out(basis: str, broken: bool) -> None:
    document = b.build(b.plan(bases=[basis, b.BASES[2]]))
    assert bool(found(document, "ND30-BASIS-FMT", "should")) is broken


@pytest.mark.parametrize(
    ("head", "faults"),
    [
        ("Phụ lục: DANH SÁCH ĐƠN VỊ", True),
        ("Phụ lục. DANH SÁCH ĐƠN VỊ", True),
        ("Phụ lục", False),
    ],
)
def test_an_annex_with_its_title_behind_a_colon(head: str, faults: bool) -> None:
    note = "(Kèm theo Kế hoạch số      /KH-UBND ngày    tháng    năm 2024 của Ủy ban nhân dân huyện)"
    document = b.build(b.plan(annexes=[(head, "DANH SÁCH", note)]))
    assert ("ND30-PL-HEAD" in musts(document)) is faults


def test_a_sentence_about_an_annex_is_no_annex() -> None:
    document = with_body(("text", "Phụ lục: danh sách các đơn vị kèm theo Kế hoạch này."))
    assert "ND30-PL-HEAD" not in musts(document)


@pytest.mark.parametrize(("number", "broken"), [("4.1.", True), ("2.1.", False), ("1.1.", True)])
def test_decimals_below_a_roman_number(number: str, broken: bool) -> None:
    document = b.build()
    find(document, "1. Công an huyện").runs[0].text = f"{number} Công an huyện chủ trì, phối hợp thực hiện."
    remove(find(document, "2. Ủy ban nhân dân các xã"))
    assert bool([each for each in found(document, "ND30-STRUCT-B") if each[0] in "412"]) is broken


@pytest.mark.parametrize(
    ("day", "told"),
    [("ngày 05/3/2024", True), ("ngày    /3/2024", True), ("ngày    tháng 3 năm 2024", False)],
)
def test_strokes_in_the_day_of_a_note_over_an_annex(day: str, told: bool) -> None:
    note = f"(Kèm theo Kế hoạch số      /KH-UBND {day} của Ủy ban nhân dân huyện)"
    document = b.build(b.plan(annexes=[("Phụ lục", "DANH SÁCH", note)]))
    assert bool(found(document, "ND30-PL-KEMTHEO", "should")) is told
    assert "ND30-PL-KEMTHEO" not in musts(document)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("---------***---------", "nét đứt"),
        ("-----o0o-----", "nét đứt"),
        ("---- o0o ----", "nét đứt"),
        ("==========", "nét đứt"),
        ("_" * 24, None),
    ],
)
def test_an_ornament_is_no_solid_line(row: str, told: str | None) -> None:
    document = b.build()
    motto = cell(document, 0, 0, 1).paragraphs[1]
    without_line(motto)
    below = document.add_paragraph(row)
    b.style(below, 13, True, align=b.CENTER)
    motto._p.addnext(below._p)
    assert found(document, "ND30-TN-LINE") == ([told] if told else [])


def test_a_dash_beside_a_star_in_a_sentence_is_no_line() -> None:
    document = with_body(("text", "Các đơn vị đạt từ 5 -* sao trở lên; xem mục -- * -- của biểu."))
    assert musts(document) == set()


def test_a_semicolon_of_another_look_is_no_fault() -> None:
    document = b.build()
    item = find(document, "- Công an tỉnh;")
    item.runs[0].text = "- Công an tỉnh"
    mark = item.add_run(";")
    mark.font.size, mark.bold = Pt(12), True
    assert "ND30-NN-ITEMS" not in musts(document)
