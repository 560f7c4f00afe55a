"""Drawn lines are as long as the decree says, and heads of columns break between words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kh_docs.decree30 import TEXT_WIDTH_MM
from kh_docs.documents.header import is_narrow
from kh_docs.layout.header import AGENCY_LINE, MOTTO_LINE, NARROW_AGENCY_LINE, under_abstract
from kh_docs.layout.templates import TEMPLATES
from kh_docs.word.widths import text_width_mm

from .snapshot import W, parts, text_of

UNITS = Path(__file__).parents[2] / "data" / "units"
REPORT = "Kết quả xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc"
ABSTRACTS = {
    "ke-hoach": [
        "Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc",
        "trên địa bàn huyện Nam Đàn năm 2024",
    ],
    "bao-cao-6-thang": [REPORT, "6 tháng đầu năm 2024, phương hướng, nhiệm vụ 6 tháng cuối năm 2024"],
    "bao-cao-nam": [REPORT, "năm 2024, phương hướng, nhiệm vụ năm 2025"],
    "phieu-kiem-tra": [
        "Kiểm tra việc rà soát, đánh giá mô hình, điển hình tiên tiến",
        "và thực hiện phong trào toàn dân bảo vệ ANTQ tại huyện Thanh Chương",
    ],
}


def unit_names() -> list[str]:
    names = []
    for table in ("districts_2024.csv", "communes_2025.csv"):
        with (UNITS / table).open(encoding="utf-8") as file:
            names += [row["name"] for row in csv.DictReader(file)]
    return names


def is_third_to_half(length_mm: float, text: str, size_pt: float) -> bool:
    # The eye does not see a line that is 15 % too long or too short.
    return 0.85 / 3 <= length_mm / text_width_mm(text, size_pt, bold=True) <= 1.15 / 2


@pytest.mark.parametrize("name", [*unit_names(), "Đoàn kiểm tra"])
def test_line_under_the_issuing_body(name: str) -> None:
    """Of both lines of the name: all 21 districts and 130 communes, from XÃ MỸ LÝ to PHƯỜNG TRƯỜNG VINH."""
    line = NARROW_AGENCY_LINE if is_narrow(name.upper()) else AGENCY_LINE
    assert is_third_to_half(line.length_mm, name.upper(), 13)
    assert is_third_to_half(line.length_mm, "ỦY BAN NHÂN DÂN", 13)


def test_line_under_the_motto_is_as_long_as_the_motto() -> None:
    assert MOTTO_LINE.length_mm == pytest.approx(60.4, abs=0.3)


@pytest.mark.parametrize("lines", [*ABSTRACTS.values(), ["Trồng cây xanh"]], ids=lambda lines: lines[0])
def test_line_under_the_abstract(lines: list[str]) -> None:
    line = under_abstract(lines)
    longest = max(lines, key=lambda text: text_width_mm(text, 14, bold=True))
    assert is_third_to_half(line.length_mm, longest, 14)
    indents = line.placed().find(f"{W}pPr/{W}ind")
    sides = int(indents.get(f"{W}left", 0)) + int(indents.get(f"{W}right", 0))
    assert TEXT_WIDTH_MM - sides * 25.4 / 1440 == pytest.approx(line.length_mm, abs=0.1)


def test_the_line_under_an_abstract_that_wraps_is_a_part_of_the_page() -> None:
    assert under_abstract(["Xây dựng " * 30]).length_mm < TEXT_WIDTH_MM / 2


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_no_word_of_a_column_head_is_wider_than_its_column(name: str) -> None:
    for head in parts(TEMPLATES[name]())["word/document.xml"].iter(f"{W}tblHeader"):
        for cell in head.getparent().getparent().iter(f"{W}tc"):
            inner_mm = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w", 0)) * 25.4 / 1440 - 2
            # A blank that does not break is part of the word.
            words = (
                text_of(cell)
                .replace("{{ terms.unit_type }}", "huyện")
                .replace("{{ terms.children }}", "Xã")
                .split(" ")
            )
            assert all(text_width_mm(word, 12, bold=True) < inner_mm for word in words), text_of(cell)
