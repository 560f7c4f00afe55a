"""A list with one item is not numbered; a register that stands alone has no number either."""

from __future__ import annotations

import re

import pytest

from kh_docs.documents.alone import heading, unnumbered
from kh_docs.render.values import Block, Run

from .produce import FORMS, UNITS, document

POINT, CLAUSE = re.compile(r"([a-zđ])\) "), re.compile(r"(\d+)\. ")


def ends(line: str, mark: re.Pattern[str]) -> bool:
    """A mục or an annex ends a list; one of điểm ends with its khoản, too."""
    part = re.match(r"[IVX]+\. ", line) is not None and line.isupper()
    return part or line.startswith("Phụ lục") or (mark is POINT and CLAUSE.match(line) is not None)


def goes_on(lines: list[str], mark: re.Pattern[str]) -> bool:
    for line in lines:
        if (beside := mark.match(line)) and beside[1] in ("b", "2"):
            return True
        if ends(line, mark):
            return False
    return False


def lone(lines: list[str]) -> list[str]:
    """Lines that begin a list which nothing goes on."""
    return [
        line
        for at, line in enumerate(lines)
        for mark in (POINT, CLAUSE)
        if (match := mark.match(line)) and match[1] in ("a", "1") and not goes_on(lines[at + 1 :], mark)
    ]


@pytest.mark.parametrize("form", FORMS)
def test_no_list_of_one_item_is_numbered(form: str) -> None:
    for unit in UNITS:
        lines = [line.strip() for line in document(unit, form).text.splitlines() if line.strip()]
        assert lone(lines) == [], (unit, form)


def block(style: str, text: str) -> Block:
    return Block(style, [Run("text", text)])


def said(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(each.style, "".join(run.text for run in each.runs)) for each in blocks]


def test_marks_of_lone_items_go_and_others_stay() -> None:
    made = unnumbered(
        [
            block("muc", "I. MỘT"),
            block("khoan_cau", "1. Chỉ có một câu."),
            block("muc", "II. HAI"),
            block("khoan", "1. Tên"),
            block("diem", "a) Chỉ một điểm."),
            block("khoan", "2. Tên"),
            block("diem", "a) Một."),
            block("diem", "b) Hai."),
        ],
        whole=True,
    )
    assert said(made) == [
        ("muc", "I. MỘT"),
        ("noi_dung", "Chỉ có một câu."),
        ("muc", "II. HAI"),
        ("khoan", "1. Tên"),
        ("noi_dung", "Chỉ một điểm."),
        ("khoan", "2. Tên"),
        ("diem", "a) Một."),
        ("diem", "b) Hai."),
    ]


def test_a_lone_name_of_a_field_goes() -> None:
    made = unnumbered(
        [block("khoan", "7. Tên"), block("diem_ten", "a) Về việc"), block("nhap", "")], whole=True
    )
    assert [style for style, _text in said(made)] == ["noi_dung", "nhap"]


def test_what_goes_on_behind_a_table_keeps_its_number() -> None:
    part = [block("muc", "III. KẾT QUẢ"), block("khoan", "1. Tổng hợp")]
    assert said(unnumbered(part, whole=False)) == [("muc", "III. KẾT QUẢ"), ("khoan", "1. Tổng hợp")]
    assert said(unnumbered(part, whole=True)) == [("muc", "III. KẾT QUẢ"), ("noi_dung", "Tổng hợp")]


def test_the_heading_of_a_table() -> None:
    assert heading("1. Mô hình nhân rộng", alone=True) == "Mô hình nhân rộng"
    assert heading("1. Mô hình nhân rộng", alone=False) == "1. Mô hình nhân rộng"
    assert heading("Danh sách 1. Xã", alone=True) == "Danh sách 1. Xã"
