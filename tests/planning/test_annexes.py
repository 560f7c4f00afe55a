"""Annexes below the signature: tables of targets by unit, of tasks with times; verbatim or asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.planning.plans import as_page, as_word, parts_of

from kh_docs.facts.calendar import resolve
from kh_docs.facts.clause_names import clause_name
from kh_docs.planning.draft import Draft, draft_of
from kh_docs.planning.stored import units_at

DATA = Path(__file__).parents[2] / "data"
BODY = """\
ỦY BAN NHÂN DÂN TỈNH NGHỆ AN
Số: 77/KH-UBND
Nghệ An, ngày 06 tháng 02 năm 2026
KẾ HOẠCH
Thực hiện giảm nghèo năm 2026
UBND tỉnh ban hành Kế hoạch như sau:
I. NỘI DUNG
1. UBND các xã, phường thực hiện chỉ tiêu tại Phụ lục I.
2. Sở Nội vụ tổng hợp, báo cáo./.
"""
SIGNED = """\
Nơi nhận: | TM. ỦY BAN NHÂN DÂN |
- Như trên; | KT. CHỦ TỊCH |
"""
TARGETS = """\
PHỤ LỤC I
CHỈ TIÊU XÓA NHÀ TẠM NĂM 2026
(Kèm theo Kế hoạch số 77/KH-UBND ngày 06/02/2026 của UBND tỉnh)
TT | Xã, phường | Mô hình sinh kế | Nhà xóa (căn) |
1 | Xã Kim Liên | 5 | 42 |
2 | Con Cuông | 3 | 1.018 |
3 | UBND phường Trường Vinh | 3 | |
 | Tổng cộng | 11 | 1.060 |
"""
TASKS = """\
PHỤ LỤC II
DANH MỤC NHIỆM VỤ
STT | Nội dung | Chủ trì | Phối hợp | Thời gian hoàn thành |
1 | Hướng dẫn rà soát | Sở Nội vụ | UBND các xã, phường | Tháng 7 |
2 | Rà soát hộ nghèo | UBND các xã, phường | Các sở, ngành | 15/10/2026 |
3 | Sơ kết | UBND xã Kim Liên | Sở Nội vụ | Quý III/2026 |
"""


def draft(text: str, name: str = "a.txt", make: object = str.encode) -> Draft:
    return draft_of(parts_of(make(text), name), units_at(DATA, date(2026, 2, 6)))  # type: ignore[operator]


@pytest.mark.parametrize(("name", "make"), [("a.txt", str.encode), ("a.docx", as_word), ("a.html", as_page)])
def test_figures_by_unit(name: str, make: object) -> None:
    found = draft(BODY + SIGNED + TARGETS, name, make)
    assert [(each.clause, each.words, each.value, each.measure, each.per_unit) for each in found.targets] == [
        ("PL.I", "Mô hình sinh kế", "11", "mô hình", {"kim-lien": "5", "con-cuong": "3", "truong-vinh": "3"}),
        ("PL.I", "Nhà xóa (căn)", "1.060", "căn", {"kim-lien": "42", "con-cuong": "1.018"}),
    ]
    assert {each.scope for each in found.targets} == {"shared"}
    assert found.questions == ()


def test_tasks_with_their_times() -> None:
    found = draft(BODY + SIGNED + TARGETS + TASKS)
    assert [
        (each.text, each.literal, str(resolve(each.rule).last_day), each.who, each.acts, each.applies.units)
        for each in found.deadlines
    ] == [
        ("Hướng dẫn rà soát", "Tháng 7", "2026-07-31", "Sở Nội vụ", "province", None),
        ("Rà soát hộ nghèo", "15/10/2026", "2026-10-15", "UBND các xã, phường", "unit", None),
        ("Sơ kết", "Quý III/2026", "2026-09-30", "UBND xã Kim Liên", "unit", ("kim-lien",)),
    ]


@pytest.mark.parametrize("signed", [SIGNED, ""])
def test_the_last_clause_ends_where_they_begin(signed: str) -> None:
    texts = {clause.id: clause.text for clause in draft(BODY + signed + TARGETS + TASKS).clauses}
    assert list(texts) == ["opening", "I", "I.1", "I.2", "PL.I", "PL.II"]
    assert texts["I.2"] == "Sở Nội vụ tổng hợp, báo cáo./."
    assert texts["PL.II"].split("\n") == [line.strip() for line in TASKS.splitlines()]
    assert [clause_name(name) for name in ("PL.I", "PL", "BIEU.01", "PL_2")] == [
        "Phụ lục I", "Phụ lục", "Biểu số 01", "Phụ lục",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "line", "literal", "message"),
    [
        ("Con Cuông", "Con Cuông Thượng", 17, "Con Cuông Thượng", "không có trong danh mục đơn vị"),
        ("Xã Kim Liên", "Xã Quảng Xương", 16, "Xã Quảng Xương", "không có trong danh mục đơn vị"),
        ("15/10/2026", "Sau khi có hướng dẫn", 24, "Sau khi có hướng dẫn", "chưa thành thời hạn"),
        (
            "15/10/2026",
            "Thường xuyên",
            24,
            "2 | Rà soát hộ nghèo | UBND các xã, phường | Các sở, ngành | Thường xuyên",
            "giao cho đơn vị, không có thời hạn",
        ),
    ],
)
def test_what_is_asked(before: str, after: str, line: int, literal: str, message: str) -> None:
    (asked,) = draft((BODY + SIGNED + TARGETS + TASKS).replace(before, after)).questions
    assert (asked.line, asked.literal) == (line, literal)
    assert message in asked.message


@pytest.mark.parametrize(("name", "make"), [("a.txt", str.encode), ("a.docx", as_word)])
def test_a_table_in_the_middle_stays_in_its_clause(name: str, make: object) -> None:
    rows = "Khu vực | Tổng đàn (con) |\nMiền núi | 21.400 |\nĐồng bằng | 18.950 |\n"
    found = draft(BODY.replace("2. Sở", rows + "2. Sở"), name, make)
    assert [clause.id for clause in found.clauses] == ["opening", "I", "I.1", "I.2"]
    assert (
        found.clauses[2]
        .text.replace(" |\n", "\n")
        .rstrip(" |")
        .endswith("Miền núi | 21.400\nĐồng bằng | 18.950")
    )
    (asked,) = found.questions
    assert (asked.clause, asked.line, asked.literal) == ("I.1", 10, "Miền núi | 21.400")


def test_a_sentence_that_speaks_of_one_is_none() -> None:
    found = draft(BODY.replace("2. Sở", "Phụ lục I kèm theo Kế hoạch này nêu chỉ tiêu.\n2. Sở"))
    assert [clause.id for clause in found.clauses] == ["opening", "I", "I.1", "I.2"]
