"""What a digital signature prints: found, judged, and taken for nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from kh_docs.check import check_bytes

from . import builder as b
from .test_kinds_of_misses import found
from .test_rules import find

RIGHT, LEFT, CENTER = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
LINE = "Số: 15/KH-UBND; 2024-03-05T14:30:05+07:00"


def annex_file(line: str | None = LINE, align: Any = RIGHT) -> Any:
    """A file that holds nothing but an annex, its signature's line above its head."""
    document = b.build(b.plan(annexes=[b.ANNEX]))
    body = document.element.body
    head = find(document, "Phụ lục")
    for element in list(body):
        if element is head._p:
            break
        body.remove(element)
    if line is not None:
        head._p.addprevious(b.style(document.add_paragraph(line), 10, align=align)._p)
    return document


def test_an_annex_in_a_file_of_its_own_carries_the_line_at_the_right() -> None:
    rules = found(annex_file())
    assert not {rule for rule in rules if rule.startswith("ND30-ESIGN")}
    assert rules == found(annex_file(line=None))


@pytest.mark.parametrize("align", [LEFT, CENTER])
def test_the_line_stands_at_the_right(align: Any) -> None:
    assert "ND30-ESIGN-ANNEX" in found(annex_file(align=align))


@pytest.mark.parametrize(
    ("size", "italic", "wrong"), [(10, False, False), (12, False, True), (10, True, True)]
)
def test_the_look_of_the_line(size: float, italic: bool, wrong: bool) -> None:
    document = annex_file()
    for run in find(document, "Số: 15").runs:
        run.font.size, run.italic = Pt(size), italic
    assert ("ND30-ESIGN-INFO" in found(document)) is wrong


@pytest.mark.parametrize(
    ("time", "wrong"),
    [
        ("2024-03-05T14:30:05+07:00", False),
        ("2024-03-05 14:30:05 +07:00", False),
        ("05/3/2024 14:30:05 +07:00", False),
        ("05.03.2024 14:30:05 +07:00", False),
        ("ngày/tháng/năm; giờ: phút: giây", False),
        ("14h30 ngày 05/3/2024", True),
        ("05/3/2024 14:30:05", True),
        ("2024-03-05T14:30:05Z; giờ quốc tế", True),
        ("05/3/2024 14:30 +07:00", True),
    ],
)
def test_the_time_of_the_line(time: str, wrong: bool) -> None:
    assert ("ND30-ESIGN-TIME" in found(annex_file(f"Số: 15/KH-UBND; {time}"))) is wrong


def test_an_annex_in_the_file_of_the_document_is_not_signed() -> None:
    document = b.build(b.plan(annexes=[b.ANNEX]))
    assert "ND30-ESIGN-ANNEX" not in found(document)
    line = b.style(document.add_paragraph(LINE), 10, align=RIGHT)
    find(document, "Phụ lục")._p.addprevious(line._p)
    assert "ND30-ESIGN-ANNEX" in found(document)


def test_the_line_is_not_the_number_of_the_document() -> None:
    document = b.build(b.plan(number="Số: 15/KH-UBND", place_date="Nam Đàn, ngày 05 tháng 3 năm 2024"))
    line = b.style(document.add_paragraph(LINE), 10, align=RIGHT)
    document.element.body.insert(0, line._p)
    assert found(document) == set()


def test_a_time_in_the_text_is_no_line_of_a_signature() -> None:
    text = "Số người dự: 45; bắt đầu lúc 14 giờ 30 phút tại trụ sở Ủy ban nhân dân huyện Nam Đàn./."
    document = b.build(b.plan(body=[*b.BODY[:-1], ("text", text)]))
    report = check_bytes(b.data(document), "x.docx")
    assert not [finding.rule for finding in report.findings if finding.rule.startswith("ND30-ESIGN")]
