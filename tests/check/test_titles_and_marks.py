"""Titles of khoản that their text follows, and single marks in a size of their own: each broken and kept."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt

from kh_docs.check import check_bytes

from . import builder as b
from .test_real_habits import musts

# --- a bold title and its text on one line ---


def titled(runs: list[tuple[str, bool]]) -> Any:
    """The plan with one more khoản, its runs bold or not; "\\n" breaks the line."""
    document = b.build(b.plan(body=[*b.BODY[:-1], ("text", "2. "), b.BODY[-1]]))
    paragraph = next(p for p in document.paragraphs if p.text == "2. ")
    paragraph.runs[0].bold = runs[0][1]
    paragraph.runs[0].text = ""
    for text, bold in runs:
        run = paragraph.add_run(text.strip("\n"))
        run.bold, run.font.size = bold, Pt(14)
        if text.endswith("\n"):
            run.add_break(WD_BREAK.LINE)
    return document


def told(document: Any) -> list[str]:
    found = check_bytes(b.data(document), "").findings
    return [each.severity for each in found if each.rule == "ND30-H-1" and "viết tiếp" in each.found]


@pytest.mark.parametrize(
    ("runs", "told_as"),
    [
        ([("2. Mục tiêu chung:", True), (" Tăng cường công tác bảo đảm an ninh, trật tự.", False)], "should"),
        ([("2.", False), (" Về kinh phí: ", True), ("Do ngân sách huyện bảo đảm.", False)], "must"),
        ([("2. Thời", True), (" gian: ", True), ("01 buổi.", False)], "must"),
        ([("2. Mục tiêu chung", True), (": Tăng cường công tác bảo đảm an ninh.", False)], "should"),
        # On a line of its own, by hand.
        ([("2. Mục tiêu chung:\n", True), ("Tăng cường công tác bảo đảm an ninh.", False)], None),
        # No title: nothing of it is bold, or a word in its middle.
        ([("2. Mục tiêu chung: tăng cường công tác bảo đảm an ninh, trật tự.", False)], None),
        ([("2. Công an huyện ", False), ("chủ trì", True), (": hướng dẫn, kiểm tra.", False)], None),
        ([("2. Công an huyện", True), (" chủ trì, phối hợp hướng dẫn: kiểm tra.", False)], None),
        ([("2. Mục tiêu chung:", True)], None),
    ],
)
def test_a_title_that_its_text_follows(runs: list[tuple[str, bool]], told_as: str | None) -> None:
    assert told(titled(runs)) == ([] if told_as is None else [told_as])


# --- single marks ---


@pytest.mark.parametrize(
    ("words", "mark", "size", "broken"),
    [
        ("Công an huyện kiểm tra việc thực hiện Kế hoạch này", "./.", 10, True),
        ("Công an huyện kiểm tra việc thực hiện Kế hoạch này", ".", 12, True),
        ("Công an huyện kiểm tra từ 25 tháng 01 đến 30 tháng 01 ", "÷", 11, True),
        ("Công an huyện kiểm tra việc thực hiện Kế hoạch này", "./.", 13, False),
        ("Công an huyện kiểm tra việc thực hiện Kế hoạch này ", "-", 12, False),
        ("Công an huyện kiểm tra việc thực hiện Kế hoạch này …………", ".", 12, False),
        ("Công an huyện kiểm tra việc thực hiện Kế hoạch này", " ", 8, False),
    ],
)
def test_a_mark_of_another_size(words: str, mark: str, size: int, broken: bool) -> None:
    document = b.build(b.plan(body=[*b.BODY[:-1], ("text", words)]))
    paragraph = next(p for p in document.paragraphs if p.text == words)
    paragraph.add_run(mark).font.size = Pt(size)
    assert ("ND30-BODY-SIZE" in musts(document)) is broken


@pytest.mark.parametrize(
    ("bold", "italic", "broken"), [(False, True, True), (True, False, False), (False, False, False)]
)
def test_a_title_over_a_list(bold: bool, italic: bool, broken: bool) -> None:
    lines = [("text", "1. Đại diện Công an huyện:"), ("text", "- Ông Nguyễn Văn A, Đội trưởng.")]
    document = b.build(b.plan(body=[*b.BODY[:-2], *lines]))
    b.style(next(p for p in document.paragraphs if p.text == lines[0][1]), 14, bold, italic, b.BOTH)
    found = check_bytes(b.data(document), "").findings
    at_it = [each for each in found if each.rule == "ND30-H-1" and "Đại diện" in each.where]
    assert [each.severity for each in at_it] == (["must"] if broken else [])


@pytest.mark.parametrize(("words", "broken"), [("\t\tCông an huyện", True), ("Công an huyện", False)])
def test_tabs_in_front_of_what_is_indented_in_characters(words: str, broken: bool) -> None:
    text = f"{words} hướng dẫn, đôn đốc, kiểm tra các xã, thị trấn thực hiện Kế hoạch này trong năm 2024."
    document = b.build(b.plan(body=[*b.BODY[:-1], ("text", text), b.BODY[-1]]))
    paragraph = next(p for p in document.paragraphs if p.text == text)
    paragraph.paragraph_format.first_line_indent = None
    paragraph._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "200")
    assert ("ND30-BODY-INDENT" in musts(document)) is broken
