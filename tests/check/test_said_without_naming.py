"""To whom a report goes, on which acts a document rests, and lines that do not fit: each broken and kept."""

from __future__ import annotations

from typing import Any

import pytest
from docx.shared import Pt

from . import builder as b
from .builder import BOTH, LEFT, style
from .test_real_habits import musts
from .test_rules import find

# --- recipients and addressees ---

AS_ABOVE = ["- Như trên;", "- Lưu: VT, CAH."]


@pytest.mark.parametrize(
    ("spec", "broken"),
    [
        (b.plan(recipients=AS_ABOVE), True),
        (b.plan(type_name="BIÊN BẢN", number="Số: 05/BB-UBND", recipients=AS_ABOVE), True),
        (b.plan(recipients=["- Như Điều 3;", "- Lưu: VT, CAH."]), False),
        (b.letter(recipients=AS_ABOVE), False),
    ],
)
def test_as_above_where_nobody_stands_above(spec: b.Spec, broken: bool) -> None:
    assert ("ND30-NN-NHUTREN" in musts(b.build(spec))) is broken


def report(opening: str, last: str) -> Any:
    spec = b.plan(type_name="BÁO CÁO", number="Số: 05/BC-UBND", body=[("text", opening), ("text", last)])
    return b.build(spec)


OPENING = "Ủy ban nhân dân huyện báo cáo kết quả thực hiện phong trào năm 2024 như sau:"
LAST = "Trên đây là Báo cáo kết quả thực hiện phong trào năm 2024 của huyện./."


@pytest.mark.parametrize(
    ("opening", "last", "broken"),
    [
        ("Ủy ban nhân dân huyện báo cáo Bộ Nội vụ về kết quả thực hiện như sau:", LAST, True),
        ("Ủy ban nhân dân huyện báo cáo Ủy ban nhân dân tỉnh kết quả như sau:", LAST, True),
        (OPENING, "Trên đây là kết quả; huyện xin báo cáo lãnh đạo UBND tỉnh./.", True),
        (OPENING, LAST, False),
        (OPENING, "Đề nghị các xã tổng hợp, báo cáo UBND tỉnh trước ngày 15 hằng tháng./.", False),
        ("Thực hiện yêu cầu về việc báo cáo Bộ Nội vụ, huyện tổng hợp như sau:", LAST, False),
    ],
)
def test_a_report_that_says_to_whom_it_goes(opening: str, last: str, broken: bool) -> None:
    assert ("ND30-KG-REQUIRED" in musts(report(opening, last))) is broken


# --- bases ---


@pytest.mark.parametrize(
    ("basis", "broken"),
    [
        ("Căn cứ các Luật thuế và các văn bản hướng dẫn thi hành;", True),
        ("Căn cứ các quy định hiện hành của pháp luật;", True),
        ("Căn cứ các Nghị định của Chính phủ có liên quan;", True),
        ("Căn cứ Luật Quản lý thuế ngày 13 tháng 6 năm 2019;", False),
        ("Căn cứ các Luật số {{so}} và các văn bản hướng dẫn;", False),
        ("Căn cứ chức năng, nhiệm vụ của các phòng;", False),
    ],
)
def test_a_basis_that_names_no_act(basis: str, broken: bool) -> None:
    body = [("text", "QUYẾT ĐỊNH:"), ("text", "Thành lập Đoàn kiểm tra công tác văn thư ở các phòng.")]
    bases = [b.BASES[0], basis, b.BASES[2]]
    spec = b.plan(type_name="QUYẾT ĐỊNH", number="Số: 05/QĐ-UBND", bases=bases, body=body)
    assert ("ND30-BASIS-CONTENT" in musts(b.build(spec))) is broken


# --- districts in first letters ---


@pytest.mark.parametrize(
    ("item", "broken"),
    [
        ("- UBND Q3 (để báo cáo);", True),
        ("- UBND Q. 3;", True),
        ("- UBND H. Nam Đàn;", True),
        ("- UBND Q3 (cũ);", False),
        ("- UBND phường Xuân Hòa;", False),
    ],
)
def test_a_district_in_first_letters(item: str, broken: bool) -> None:
    spec = b.plan(
        agency=["ỦY BAN NHÂN DÂN", "XÃ VẠN AN"],
        place_date="Vạn An, ngày 20 tháng 10 năm 2025",
        body=[("text", "Các phòng chuyên môn thực hiện Kế hoạch này, báo cáo kết quả./.")],
        recipients=[item, "- Lưu: VT, CA."],
    )
    assert ("ND30-2T-WORDS" in musts(b.build(spec))) is broken


# --- what does not fit its line ---

FITS = "Ông Nguyễn Văn A - Chuyên viên Phòng Quản lý đô thị - Thư ký"


@pytest.mark.parametrize(
    ("words", "left", "align", "broken"),
    [
        (f"{FITS} của Đoàn kiểm tra.", 2200, LEFT, True),
        (f"{FITS} của Đoàn kiểm tra.", 2200, BOTH, False),
        (f"{FITS}.", 0, LEFT, False),
        (f"Mã hồ sơ {'…' * 60}", 1200, LEFT, False),
    ],
)
def test_a_line_that_its_indent_leaves_no_room(words: str, left: int, align: Any, broken: bool) -> None:
    document = b.build(b.plan(body=[*b.BODY[:-1], ("text", words), b.BODY[-1]]))
    paragraph = style(find(document, words[:8]), 14, align=align)
    paragraph.paragraph_format.left_indent = Pt(left / 20)
    paragraph.paragraph_format.first_line_indent = Pt(0)
    assert ("ND30-BODY-ALIGN" in musts(document)) is broken


@pytest.mark.parametrize(
    ("addressee", "broken"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", True),
        ("Ủy ban nhân dân tỉnh Nghệ An", False),
        ("Ông NGUYỄN VĂN A", False),
        ("UBND TP", False),
    ],
)
def test_an_addressee_in_capitals(addressee: str, broken: bool) -> None:
    assert ("ND30-KG-FMT" in musts(b.build(b.letter(addressee=[addressee])))) is broken


# --- a number line in an old code ---


@pytest.mark.parametrize(
    ("number", "rules"),
    [
        ("Soá: 12/KH-UBND", {"ND30-UNICODE", "ND30-NUM-SYNTAX"}),
        ("Sè: 12/KH-ĐKT", {"ND30-UNICODE", "ND30-NUM-SYNTAX"}),
        ("Số: 12/KH-ĐKT", set()),
    ],
)
def test_a_number_line_that_an_old_form_left(number: str, rules: set[str]) -> None:
    found = musts(b.build(b.plan(number=number)))
    assert found & {"ND30-UNICODE", "ND30-NUM-SYNTAX", "ND30-AGENCY-NAME"} == rules


@pytest.mark.parametrize(
    ("place_date", "broken"),
    [
        ("…………… , ngày 15 tháng 3 năm 2024", False),
        ("Nam Đàn , ngày 15 tháng 3 năm 2024", True),
        ("Nam Đàn, ngày 15 tháng 3 năm 2024", False),
    ],
)
def test_a_blank_place_before_its_comma(place_date: str, broken: bool) -> None:
    assert ("ND30-DATE-SYNTAX" in musts(b.build(b.plan(place_date=place_date)))) is broken
