"""Faults and false alarms of files of a department of industry and a provincial office, broken and kept."""

from __future__ import annotations

import pytest
from docx.shared import Cm

from . import builder as b
from .test_habits_by_rule import shoulds, with_body
from .test_real_habits import musts
from .test_rules import find

LONG = "các xã, thị trấn rà soát, tổng hợp và gửi báo cáo về Công an huyện để theo dõi, chỉ đạo kịp thời."


@pytest.mark.parametrize(
    ("above", "broken"),
    [("(Kèm theo Kế hoạch số 45/KH-UBND của Ủy ban nhân dân huyện Nam Đàn)", False), ("Danh sách", True)],
)
def test_who_does_what_in_a_list_kept_behind_the_signature(above: str, broken: bool) -> None:
    """A list that calls itself no phụ lục, pushed to its page by empty lines."""
    document = b.build()
    for _line in range(12):
        document.add_paragraph()
    document.add_paragraph("PHÂN CÔNG NHIỆM VỤ")
    document.add_paragraph(above)
    table = document.add_table(3, 3)
    rows = (("TT", "Nhiệm vụ", "Người thực hiện"), ("1", "Rà soát", "Lê Văn Na"), ("2", "Chấm", "Lê Văn Na"))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            b.style(table.cell(row, column).paragraphs[0].add_run(text)._parent, 14)
    assert bool({"ND30-SIGN-FMT", "ND30-SIGN-NAME"} & musts(document)) is broken


@pytest.mark.parametrize(
    ("indent", "text", "broken", "told"),
    [
        (1.25, f"\tĐể thực hiện kế hoạch, {LONG}", False, True),
        (1.27, f"\tĐể thực hiện kế hoạch, {LONG}", True, False),
        (0, f"\tĐể thực hiện kế hoạch, {LONG}", True, False),
        (1.25, f"\t\tĐể thực hiện kế hoạch, {LONG}", True, False),
        (1.25, f"Để thực hiện kế hoạch, {LONG}", False, False),
    ],
)
def test_a_tab_behind_an_indent_that_no_eye_sees(indent: float, text: str, broken: bool, told: bool) -> None:
    document = with_body(("text", text))
    find(document, text[:10]).paragraph_format.first_line_indent = Cm(indent)
    assert ("ND30-BODY-INDENT" in musts(document)) is broken
    assert ("ND30-BODY-INDENT" in shoulds(document)) is told


@pytest.mark.parametrize(
    ("first", "broken"), [("“1. Để thực hiện kế hoạch, ", False), ("Để thực hiện kế hoạch, ", True)]
)
def test_a_quotation_in_italics_that_nobody_closed(first: str, broken: bool) -> None:
    lines = [first + LONG, f"2. Hằng quý, {LONG}", f"Định kỳ, {LONG}"]
    document = with_body(*(("text", line) for line in lines))
    for line in lines:
        find(document, line[:12]).runs[0].italic = True
    assert ("ND30-BODY-SIZE" in musts(document)) is broken


@pytest.mark.parametrize(
    ("lines", "broken"),
    [
        (["- Các Sở: Công Thương, Tài chính,", "Nông nghiệp và Môi trường;", "- Công an tỉnh."], False),
        (["- Các Sở: Công Thương, Tài chính,", "- Sở Nông nghiệp và Môi trường;", "- Công an tỉnh."], True),
        (["- Các Sở: Công Thương, Tài chính", "Nông nghiệp và Môi trường;", "- Công an tỉnh."], True),
    ],
)
def test_an_addressee_on_two_lines(lines: list[str], broken: bool) -> None:
    document = b.build(b.letter(addressee=["Công an tỉnh"]))
    addressee = find(document, "Kính gửi")
    table = document.add_table(1, 2)
    addressee._p.addnext(table._tbl)
    b.style(table.cell(0, 0).paragraphs[0].add_run("Kính gửi:")._parent, 14)
    for at, line in enumerate(lines):
        cell = table.cell(0, 1)
        b.style((cell.add_paragraph() if at else cell.paragraphs[0]).add_run(line)._parent, 14)
    addressee._p.getparent().remove(addressee._p)
    assert ("ND30-KG-MANY" in musts(document)) is broken


@pytest.mark.parametrize(
    ("mentions", "broken"),
    [
        (("tại Phụ lục 1 gửi kèm", "tại mục hai Phụ lục 2 gửi kèm"), True),
        (("thống kê tại phụ lục số 1 kèm theo", "tổng hợp tại phụ lục số 2 kèm theo"), True),
        (("tại Phụ lục 02 kèm theo Kế hoạch này", "như trên"), True),
        (("tại Phụ lục I gửi kèm", "tại Phụ lục II gửi kèm"), False),
        (("tại Phụ lục 1 gửi kèm", "như trên"), False),
        (("theo mẫu tại Phụ lục 2 kèm theo Nghị định số 32/2024/NĐ-CP", "như trên"), False),
    ],
)
def test_annexes_in_files_of_their_own(mentions: tuple[str, str], broken: bool) -> None:
    lines = [("text", f"Chi tiết của từng đơn vị thực hiện {each}.") for each in mentions]
    letter = b.letter()
    document = b.build(b.letter(body=[*lines, *letter.body]))
    assert ("ND30-PL-NUM" in musts(document)) is broken


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("số liệu tại mục I Phụ lục II", "ND30-CAP-CITE"),
        ("số liệu tại Mục I Phụ lục II", ""),
        ("danh mục I Phụ lục II", ""),
        (
            "việc ban hành chương trình tổng thể cải cách hành chính giai đoạn 2021 - 2030",
            "ND30-CAP-DOC",
        ),
        ("việc ban hành Chương trình tổng thể cải cách hành chính giai đoạn 2021 - 2030", ""),
        ("việc thực hiện điều lệ Liên đoàn Quần vợt tỉnh", "ND30-CAP-DOC"),
        ("việc thực hiện Điều lệ Liên đoàn Quần vợt tỉnh", ""),
        ("việc soạn thảo điều lệ Hội", ""),
        ("biện pháp thi hành luật luật sư", "ND30-CAP-DOC"),
        ("việc xây dựng chương trình hành động của từng đơn vị năm 2024", ""),
        ("hồ sơ của Trung tâm dịch vụ tổng hợp cấp xã", ""),
        ("hồ sơ của Trung tâm văn hóa huyện Nam Đàn", "ND30-CAP-ORG"),
    ],
)
def test_names_of_parts_programmes_and_bodies(words: str, rule: str) -> None:
    found = musts(with_body(("text", f"Các đơn vị rà soát {words} để tổng hợp.")))
    assert found == ({rule} if rule else set())


def test_a_company_may_write_its_name_as_it_likes() -> None:
    document = with_body(("text", "Đơn vị tư vấn là Công ty Cổ phần tư vấn xây dựng Nam Đàn."))
    assert "ND30-CAP-ORG" not in musts(document)
    assert "ND30-CAP-ORG" in shoulds(document)


@pytest.mark.parametrize(("slanted", "broken"), [("1. Tuyên truyền:", True), ("", False)])
def test_a_number_in_italics_before_upright_text(slanted: str, broken: bool) -> None:
    whole = f"1. Tuyên truyền: {LONG} Hằng tháng {LONG}"
    document = with_body(("text", whole))
    paragraph = find(document, "1. Tuyên truyền")
    paragraph.runs[0].text = slanted
    paragraph.runs[0].italic = True
    b.style(paragraph.add_run(whole.removeprefix(slanted))._parent, 14)
    paragraph.runs[0].italic = bool(slanted)
    assert ("ND30-H-1N" in musts(document)) is broken
