"""Faults and false alarms of old files from archives and programs, each broken and kept."""

from __future__ import annotations

from typing import Any

import pytest
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
