"""What is cited and how it is spelt in notes, letters and heads typed with tabs: each broken and kept."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm

from . import builder as b
from .test_clerks_shapes import cell
from .test_real_habits import musts
from .test_rules import find
from .test_seen_in_offices import with_body

# --- citations ---------------------------------------------------------------------------------------------

ACT = "Thông tư số 89/2015/TT-BTC ngày 11/6/2015 của Bộ Tài chính"
OTHER = "Thông tư số 92/2018/TT-BTC ngày 02/10/2018 của Bộ Tài chính"


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        (
            "Văn bản này thay thế Công văn số 33/BTTTT-ƯDCNTT ngày 17/10/2008 về hướng dẫn giá trị.",
            True,
        ),
        ("Văn bản này thay thế Công văn số 33/BTC-QLCS ngày 17/10/2008 về hướng dẫn quản lý tài sản.", True),
        ("Văn bản này thay thế Công văn số 33/BTTTT-ƯDCNTT ngày 17/10/2008 của Bộ về hướng dẫn.", False),
        ("Hiệp hội có Công văn số 28/HHDN-K4 ngày 09/01/2025 về việc gia hạn thời gian đại hội.", False),
        (f"Chi cục xuất kho theo {ACT} và {OTHER} về việc sửa đổi một số điều.", True),
        (f"Chi cục xuất kho theo {ACT} và {OTHER} về quản lý hàng dự trữ.", False),
        (f"Chi cục xuất kho theo {ACT} về quản lý hàng dự trữ.", False),
        ("Thực hiện Nghị định số …/…/NĐ-CP quy định chi tiết một số điều của Luật Thanh tra.", True),
        ("Thực hiện Nghị định số {{so}}/{{nam}}/NĐ-CP quy định chi tiết Luật Thanh tra.", True),
        ("Thực hiện Quyết định số ..../QĐ-UBND về việc thành lập đoàn kiểm tra.", True),
        ("Thực hiện Quyết định số ..../QĐ-UBND ngày .../.../2024 của UBND tỉnh về việc thành lập.", False),
    ],
)
def test_a_first_citation_without_day_or_issuer(words: str, broken: bool) -> None:
    assert ("ND30-CITE-FIRST" in musts(with_body(("text", words)))) is broken


@pytest.mark.parametrize(
    ("basis", "broken"),
    [
        ("Căn cứ Nghị định số …/…/NĐ-CP quy định chi tiết một số điều của Luật Thanh tra;", True),
        ("Căn cứ Thông tư số ..../2024/TT-BTC hướng dẫn quản lý tài sản;", True),
        (
            "Căn cứ Thông tư số ..../2024/TT-BTC ngày ... tháng ... năm 2024 của Bộ Tài chính hướng dẫn;",
            False,
        ),
    ],
)
def test_a_basis_whose_number_is_blank(basis: str, broken: bool) -> None:
    assert ("ND30-BASIS-CONTENT" in musts(b.build(b.plan(bases=[basis, *b.BASES])))) is broken


# --- words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("note", "rules"),
    [
        ("(Kèm theo công văn số 25 /BTC-QLCS ngày 05 tháng 3 năm 2024 của Bộ Tài chính)", {"ND30-CAP-DOC"}),
        ("(Kèm theo Công văn số 25/BVĐK-TC ngày 05/3/2024 của Bệnh viện đa khoa Nam Đàn)", {"ND30-CAP-ORG"}),
        ("(Kèm theo Kế hoạch số 25/KH-UBND ngày 05/3/2024 của Ủy ban Nhân dân huyện)", {"ND30-CAP-ORG"}),
        ("(Kèm theo Công văn số 25/BTC-QLCS ngày 05 tháng 3 năm 2024 của Bộ Tài chính)", set()),
    ],
)
def test_words_of_a_note_over_a_list(note: str, rules: set[str]) -> None:
    document = b.build(b.plan())
    for text, italic in (("DANH SÁCH CÁN BỘ", False), (note, True)):
        b.style(document.add_paragraph(text), 14, not italic, italic, b.CENTER)
    assert {rule for rule in musts(document) if rule.startswith("ND30-CAP")} == rules


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("Công an huyện hướng dẫn các Xã, thị trấn thực hiện.", {"ND30-CAP-PLACE"}),
        ("Báo cáo của các Tỉnh, thành phố trong khu vực.", {"ND30-CAP-PLACE"}),
        ("Kế hoạch của các Huyện ủy trong tỉnh.", set()),
        ("Công an huyện hướng dẫn các xã, thị trấn và các Phường 1, 2, 3.", set()),
        ("Công an huyện phối hợp với thanh tra tỉnh kiểm tra.", {"ND30-CAP-ORG"}),
        ("Báo cáo của Chánh thanh tra sở về kết quả kiểm tra.", {"ND30-CAP-ORG"}),
        ("Việc thanh tra tỉnh nào cũng có, kết quả kiểm tra đã được công bố.", set()),
        ("Báo cáo của Chánh Thanh tra tỉnh về kết quả kiểm tra.", set()),
        ("Phòng trình Ban giám đốc xem xét.", {"ND30-CAP-ORG"}),
        ("Phòng trình Ban Giám đốc xem xét, ban giám đốc các bệnh viện thực hiện.", set()),
    ],
)
def test_capitals_of_units_and_bodies(words: str, rules: set[str]) -> None:
    assert musts(with_body(("text", words))) == rules


# --- letters and numbers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "rules"),
    [
        ("V/v triển khai phong trào", set()),
        ("Về việc triển khai phong trào", {"ND30-CV-VV"}),
        ("VỀ VIỆC triển khai phong trào", {"ND30-CV-VV"}),
    ],
)
def test_the_abstract_of_a_letter_begins_with_its_letters(subject: str, rules: set[str]) -> None:
    assert {rule for rule in musts(b.build(b.letter(subject=subject))) if "CV" in rule} == rules


@pytest.mark.parametrize(
    ("number", "rules"),
    [
        ("Số: 12/KN-TTr", set()),
        ("Số 12/KN-TTr", {"ND30-NUM-SYNTAX"}),
        ("Số: 12/2024", {"ND30-NUM-SYMBOL"}),
        ("Số .../<<nam>>", {"ND30-NUM-SYNTAX", "ND30-NUM-SYMBOL"}),
    ],
)
def test_the_number_of_a_document_of_no_known_type(number: str, rules: set[str]) -> None:
    spec = b.letter(
        agency=["THANH TRA HUYỆN NAM ĐÀN"], number=number, subject=None, type_name="KIẾN NGHỊ", abstract=[]
    )
    assert musts(b.build(spec)) == rules


# --- what programs count -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("blanks", "broken"), [(0, False), (1, True), (11, True)])
def test_blank_paragraphs_of_a_list_count(blanks: int, broken: bool) -> None:
    document = with_body(("text", "Mục đích của phong trào"), ("text", "Yêu cầu của phong trào."))
    last = find(document, "Yêu cầu")
    for paragraph in (find(document, "Mục đích"), last):
        paragraph.style = document.styles["List Number"]
        b.style(paragraph, 14, align=b.BOTH)
    for _ in range(blanks):
        blank = document.add_paragraph(style="List Number")
        last._p.addprevious(blank._p)
    assert ("ND30-STRUCT-B" in musts(document)) is broken


# --- a date behind tabs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "at", "broken"),
    [
        (WD_TAB_ALIGNMENT.CENTER, 114, False),
        (WD_TAB_ALIGNMENT.CENTER, 85, True),
        (WD_TAB_ALIGNMENT.LEFT, 84, False),
        (WD_TAB_ALIGNMENT.LEFT, 50, True),
        (WD_TAB_ALIGNMENT.RIGHT, 145, False),
        (WD_TAB_ALIGNMENT.RIGHT, 112, True),
    ],
)
def test_a_date_behind_a_tab_stop(kind: Any, at: int, broken: bool) -> None:
    document = b.build(b.plan(number=None, place_date=None))
    line = document.add_paragraph("\tNam Đàn, ngày 05 tháng 3 năm 2024")
    b.style(line, 14, italic=True, align=b.LEFT)
    line.paragraph_format.tab_stops.add_tab_stop(Mm(at), kind)
    document.tables[0]._tbl.addnext(line._p)
    row = document.tables[0].rows[1]._tr
    row.getparent().remove(row)
    assert ("ND30-DATE-FMT" in musts(document)) is broken


@pytest.mark.parametrize("child", ["PHÒNG NỘI CHÍNH", "BAN TIẾP CÔNG DÂN"])
def test_the_office_above_its_departments(child: str) -> None:
    document = b.build(b.plan(parent=["VP UBND TỈNH"], agency=[child], number="Số: 12/KH-NC"))
    assert musts(document) == set()
    cell(document, 0, 0, 0).paragraphs[0].runs[0].bold = True
    assert musts(document) == {"ND30-AGENCY-PARENT"}


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Báo cáo của Bệnh viện Đa Khoa huyện về kết quả khám bệnh.", True),
        ("Báo cáo của Sở Văn hóa, Thể thao và Du Lịch về lễ hội.", True),
        ("Sinh viên của Trường Cao đẳng nghề Kỹ Thuật Nghệ An đã tham gia.", True),
        ("Báo cáo của Sở Văn hóa, Thể thao và Du lịch về lễ hội.", False),
        ("Báo cáo của Bệnh viện Đa khoa huyện về kết quả khám bệnh.", False),
        ("Báo cáo của Công ty cổ phần Thương Mại Dịch Vụ Kim Liên.", False),
    ],
)
def test_capitals_within_the_name_of_a_body(words: str, broken: bool) -> None:
    assert ("ND30-CAP-ORG" in musts(with_body(("text", words)))) is broken


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Thực hiện Nghị định 30/2020 của Chính phủ về công tác văn thư.", True),
        ("Thực hiện Thông tư số 04/2021 của Bộ Nội vụ về hồ sơ.", True),
        ("Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.", False),
        ("Hoàn thành Nghị định trước quý 3/2024 của Chính phủ.", False),
    ],
)
def test_an_act_by_number_and_year_alone(words: str, broken: bool) -> None:
    assert ("ND30-CITE-FIRST" in musts(with_body(("text", words)))) is broken
