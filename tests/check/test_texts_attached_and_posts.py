"""Texts attached behind a signature, posts of whatever name, fields of programs: each broken and kept."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Pt

from kh_docs.check import check_bytes
from kh_docs.word.widths import text_width_mm

from . import builder as b
from .test_clerks_shapes import cell, remove, without_line
from .test_real_habits import musts
from .test_rules import find
from .test_seen_in_offices import with_body

LEFT, CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER

# --- a text of its own behind the signature ----------------------------------------------------------------


def with_attached(*title: str) -> Any:
    """A letter, and behind its signature a text with an annex that breaks what annexes may break."""
    document = b.build(b.plan())
    for line in title:
        b.style(document.add_paragraph(line), 14, True, align=CENTER)
    b.style(
        document.add_paragraph("(Kèm theo Kế hoạch số 5/KH-UBND ngày 05/3/2024)"),
        14,
        italic=True,
        align=CENTER,
    )
    b.style(document.add_paragraph("Thực hiện theo mục II, phần I."), 14)
    table = document.add_table(2, 3)
    for row, words in zip(table.rows, (("TT", "Nội dung", "Ký hiệu"), ("1", "Thuế", "TL")), strict=True):
        for each, text in zip(row.cells, words, strict=True):
            each.text = text
    b.style(document.add_paragraph("PHỤ LỤC 1"), 14, True, align=CENTER)
    b.style(document.add_paragraph("Mẫu theo mục II"), 14, True, align=CENTER)
    return document


@pytest.mark.parametrize(
    "title",
    [("UBND HUYỆN NAM ĐÀN", "HƯỚNG DẪN XÁC ĐỊNH CHI PHÍ"), ("QUY CHẾ", "LÀM VIỆC"), ("ĐỀ ÁN DU LỊCH",)],
)
def test_an_attached_text_has_annexes_of_its_own(title: tuple[str, ...]) -> None:
    document = with_attached(*title)
    assert musts(document) == set()
    notes = check_bytes(b.data(document), "x.docx").notes
    assert any("ban hành kèm theo" in note for note in notes)


@pytest.mark.parametrize("title", [("DANH SÁCH KHEN THƯỞNG",), ("BẢNG TỔNG HỢP",)])
def test_a_list_behind_the_signature_is_no_such_text(title: tuple[str, ...]) -> None:
    assert {"ND30-PL-HEAD", "ND30-PL-NUM"} <= musts(with_attached(*title))


# --- who signs ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "post", ["Người giải quyết tố cáo", "Người chứng kiến", "Thanh tra viên", "Thanh tra bộ"]
)
def test_what_stands_beside_the_recipients_signs(post: str) -> None:
    assert musts(b.build(b.plan(authority=[post], name="Nguyễn Văn An"))) == {"ND30-SIGN-FMT"}
    assert musts(b.build(b.plan(authority=[post.upper()], name="Nguyễn Văn An"))) == set()


@pytest.mark.parametrize(
    "beside", ["Nguyễn Văn An", "(Ký, đóng dấu)", "Nam Đàn, ngày 05 tháng 3 năm 2024", ""]
)
def test_what_is_no_post_beside_the_recipients(beside: str) -> None:
    assert "ND30-SIGN-FMT" not in musts(b.build(b.plan(authority=[beside] if beside else [])))


def last_lines(document: Any, post: str, blanks: int, columns: int = 3) -> None:
    """Put in place of the closing a table in which each column is signed, and blank lines below it."""
    table = document.tables[-1]
    table._tbl.getparent().remove(table._tbl)
    table = document.add_table(1, columns)
    for each in table.rows[0].cells:
        b._fill(each, b._signature([post], "Nguyễn Văn An"))
    for _ in range(blanks):
        document.add_paragraph()


@pytest.mark.parametrize("post", ["Thư ký", "Chủ tọa", "Lãnh đạo Phòng"])
@pytest.mark.parametrize("blanks", [0, 14])
def test_posts_in_small_letters_above_blank_lines(post: str, blanks: int) -> None:
    document = b.build(b.minutes())
    last_lines(document, post, blanks)
    assert "ND30-SIGN-FMT" in musts(document)


@pytest.mark.parametrize(("columns", "broken"), [(4, True), (5, True), (6, True), (8, False)])
def test_a_table_of_many_who_sign(columns: int, broken: bool) -> None:
    document = b.build(b.minutes())
    last_lines(document, "ĐẠI DIỆN ĐƠN VỊ", 0, columns)
    for each in document.tables[-1].rows[0].cells:
        each.paragraphs[0].runs[0].font.size = Pt(11)
    assert ("ND30-SIGN-FMT" in musts(document)) is broken


def test_a_table_with_text_is_not_signed() -> None:
    document = b.build(b.minutes())
    last_lines(document, "Lãnh đạo Phòng", 0, 2)
    document.tables[-1].cell(0, 0).add_paragraph("Chuyên viên đã xem xét hồ sơ và đề nghị. " * 5)
    assert "ND30-SIGN-FMT" not in musts(document)


@pytest.mark.parametrize("name", ["«TEN_NGUOIKY»", "{{ho_ten}}", "«$!data.tenLanhDao»", "Nguyễn Văn An"])
def test_the_name_as_a_field(name: str) -> None:
    document = b.build(b.plan(name=name))
    assert musts(document) == set()
    find(document, name).runs[0].font.size = Pt(12.5)
    assert musts(document) == {"ND30-SIGN-NAME"}


def test_a_department_below_who_signs_is_no_name() -> None:
    document = b.build(b.plan(name="PHÒNG TÀI CHÍNH"))
    find(document, "PHÒNG TÀI CHÍNH").runs[0].font.size = Pt(11)
    assert "ND30-SIGN-NAME" not in musts(document)


@pytest.mark.parametrize(
    ("label", "rules"),
    [("Nơi nhận:", set()), ("Nơi gửi:", {"ND30-NN-LABEL"}), ("Nơi gửi :", {"ND30-NN-LABEL"})],
)
def test_recipients_by_another_name(label: str, rules: set[str]) -> None:
    document = b.build(b.plan())
    find(document, "Nơi nhận").runs[0].text = label
    assert musts(document) == rules
    find(document, "- Công an tỉnh").runs[0].font.size = Pt(12)
    assert musts(document) == {*rules, "ND30-NN-ITEMS"}


# --- header ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parent", "issuer"),
    [
        ("CO_QUAN_CHA", "CO_QUAN"),
        ("{{co_quan_chu_quan}}", "{{co_quan}}"),
        ("<<coquancaptren>>", "<<coquan>>"),
    ],
)
def test_a_parent_body_that_a_program_fills_in(parent: str, issuer: str) -> None:
    document = b.build(b.plan(parent=[parent], agency=[issuer]))
    assert musts(document) == set()
    cell(document, 0, 0, 0).paragraphs[0].runs[0].bold = True
    assert musts(document) == {"ND30-AGENCY-PARENT"}


def test_two_fields_of_one_name() -> None:
    document = b.build(b.plan(parent=["{{ten_1}}"], agency=["{{ten_2}}"]))
    cell(document, 0, 0, 0).paragraphs[0].runs[0].bold = True
    assert musts(document) == set()


@pytest.mark.parametrize(
    ("words", "bold", "rules"),
    [
        (("BỘ Y TẾ", " TRƯỜNG ĐẠI HỌC NAM ĐÀN"), (False, True), set()),
        (("SỞ Y TẾ NGHỆ AN", " TRUNG TÂM Y TẾ NAM ĐÀN"), (False, True), set()),
        (("BỘ Y TẾ", " TRƯỜNG ĐẠI HỌC NAM ĐÀN"), (False, False), {"ND30-AGENCY-NAME"}),
    ],
)
def test_parent_and_issuer_in_one_paragraph(
    words: tuple[str, str], bold: tuple[bool, bool], rules: set[str]
) -> None:
    document = b.build(b.plan(agency=[""], number="Số: 12/KH-CQ"))
    name = cell(document, 0, 0, 0).paragraphs[0]
    without_line(name)
    for text, heavy in zip(words, bold, strict=True):
        run = name.add_run(text)
        run.font.size, run.bold = Pt(13), heavy
    b.add_line(name, 25, 60)
    assert musts(document) == rules


@pytest.mark.parametrize("offset", [50.0, 54.0, 58.0])
def test_the_line_of_a_motto_in_mid_page(offset: float) -> None:
    document = b.build(b.minutes())
    motto, second = find(document, "CỘNG HÒA"), find(document, "Độc lập")
    table = document.tables[0]
    for each in (motto, second):
        table._tbl.addprevious(each._p)
        each.alignment = CENTER
    without_line(second)
    blank = document.add_paragraph()
    table._tbl.addprevious(blank._p)
    blank._p.append(parse_xml(b.line_xml(text_width_mm("Độc lập - Tự do - Hạnh phúc", 14, True), offset)))
    table._tbl.getparent().remove(table._tbl)
    assert "ND30-TN-LINE" not in musts(document)
    without_line(blank)
    assert "ND30-TN-LINE" in musts(document)


@pytest.mark.parametrize(
    "date",
    [
        "Nam Đàn, ngày «#if($!d.ngay)$t.format('dd', $!d.ngay)#end» tháng «$t.format('M')» năm «nam»",
        "......, ngày «ngay» tháng «thang» năm «nam»",
        "<<ngayinphieu>>",
    ],
)
def test_a_date_line_of_fields(date: str) -> None:
    document = b.build(b.plan(place_date=date))
    assert musts(document) == set()
    find(document, date[:12]).runs[0].font.size = Pt(12)
    assert musts(document) == {"ND30-DATE-FMT"}


@pytest.mark.parametrize(("blanks", "broken"), [(0, False), (5, False), (7, False), (20, True)])
def test_a_motto_behind_a_tab_near_a_stop(blanks: int, broken: bool) -> None:
    # Seven blanks bring the tab so near to a stop that it may go to that one or to the next.
    document = b.build(b.plan())
    cells = [cell(document, 0, 0, column) for column in (0, 1)]
    head = document.tables[0]._tbl
    for text in (
        f"{' ' * 8}HUYỆN NAM ĐÀN{' ' * 24}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        f"{' ' * blanks}TỈNH BÌNH THUẬN\t{' ' * 36}Độc lập - Tự do - Hạnh phúc",
    ):
        line = b.style(document.add_paragraph(text), 13, True, align=b.BOTH)
        head.addprevious(line._p)
    for each in cells:
        for paragraph in list(each.paragraphs)[1:]:
            remove(paragraph)
        for run in each.paragraphs[0].runs:
            run.text = ""
    assert ("ND30-TN-FMT" in musts(document)) is broken


# --- abstract, bases, headings -----------------------------------------------------------------------------


def test_a_table_below_the_type_is_no_abstract() -> None:
    document = b.build(b.plan(type_name="KẾ HOẠCH THANH TRA NĂM 2024 CỦA HUYỆN", abstract=[]))
    table = document.add_table(1, 2)
    for each, text in zip(table.rows[0].cells, ("STT", "Nội dung"), strict=True):
        each.text = text
        b.style(each.paragraphs[0], 14, True, align=CENTER)
    find(document, "KẾ HOẠCH")._p.addnext(table._tbl)
    assert musts(document) == {"ND30-ABSTRACT-FMT"}


@pytest.mark.parametrize(
    ("mm", "rules"), [(30.0, {"ND30-ABSTRACT-LINE"}), (45.0, set()), (60.0, set()), (90.0, set())]
)
def test_the_line_under_an_abstract_with_fields(mm: float, rules: set[str]) -> None:
    words = "Về việc giao nhiệm vụ xuất «loai» dự trữ quốc gia kế hoạch năm «nam»"
    document = b.build(b.plan(abstract=[words]))
    line = find(document, "Về việc giao")
    without_line(line)
    b.add_line(line, mm, 165)
    assert musts(document) == rules


@pytest.mark.parametrize(
    ("last", "rules"),
    [
        ("Xét đề nghị của ………………,", {"ND30-BASIS-PUNCT"}),
        ("Theo đề nghị của {{don_vi}},", {"ND30-BASIS-PUNCT"}),
        ("Xét đề nghị của ………………", set()),
        ("Xét đề nghị của {{don_vi}}", set()),
        ("Theo đề nghị của Công an huyện.", set()),
    ],
)
def test_the_mark_of_a_basis_with_a_blank(last: str, rules: set[str]) -> None:
    assert musts(b.build(b.plan(bases=[*b.BASES[:2], last]))) == rules


@pytest.mark.parametrize("before", ["«#foreach($d in $d.canCu)» ", "{% for c in can_cu %}", ""])
def test_a_basis_behind_the_field_that_repeats_it(before: str) -> None:
    words = f"{before}Căn cứ Luật Thanh tra ngày 14 tháng 11 năm 2022;"
    document = b.build(b.plan(bases=[words, *b.BASES]))
    assert musts(document) == set()
    find(document, words[:20]).runs[0].italic = False
    assert musts(document) == {"ND30-BASIS-FMT"}


@pytest.mark.parametrize(("text", "rules"), [("1. <<noidung>>", set()), ("1. Mục đích", {"ND30-H-1"})])
def test_a_heading_that_a_program_fills_in(text: str, rules: set[str]) -> None:
    document = with_body(("text", text), ("text", "Nâng cao nhận thức của các cấp, các ngành trong huyện."))
    assert musts(document) == rules


# --- words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Hai bên thực hiện theo hợp đồng số 01.2022/HĐKT ngày 05/3/2024 của hai bên về mua sắm.", True),
        ("Hai bên thực hiện theo nội dung hợp đồng số «so» ngày «ngay».", True),
        ("Thực hiện thông báo số: /TB-CTSV ngày 05/3/2024 của Phòng Nội vụ về việc họp.", True),
        ("Hai bên thực hiện theo Hợp đồng số 01.2022/HĐKT ngày 05/3/2024 của hai bên về mua sắm.", False),
        ("Mỗi đơn vị ký một hợp đồng số hóa tài liệu theo quy định.", False),
    ],
)
def test_a_given_contract_has_a_capital(text: str, broken: bool) -> None:
    assert ("ND30-CAP-DOC" in musts(with_body(("text", text)))) is broken


# --- slips of offices --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "agency", "judged"),
    [
        ("PHIẾU ĐỀ XUẤT", "PHÒNG KIỂM TRA", True),
        ("PHIẾU TRÌNH", "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN", True),
        ("PHIẾU ĐĂNG KÝ", "PHÒNG KIỂM TRA", False),
        ("ĐƠN ĐỀ NGHỊ", "PHÒNG KIỂM TRA", False),
    ],
)
def test_a_slip_of_an_office_to_its_head_is_judged(title: str, agency: str, judged: bool) -> None:
    spec = b.plan(type_name=title, abstract=["Kiểm tra việc hoàn thuế"], number=None, agency=[agency])
    spec.addressee = ["Lãnh đạo Cục"]
    assert check_bytes(b.data(b.build(spec)), "x.docx").judged is judged


@pytest.mark.parametrize("title", ["YÊU CẦU BÁO GIÁ", "PHIẾU TRÌNH", "THƯ MỜI"])
def test_the_addressee_of_a_type_that_the_decree_does_not_name(title: str) -> None:
    spec = b.plan(type_name=title, abstract=[], agency=["PHÒNG KIỂM TRA"], number="Số: 12/PT")
    spec.addressee = ["Các nhà cung cấp"]
    document = b.build(spec)
    assert "ND30-KG-FMT" not in musts(document)
    find(document, "Kính gửi").runs[0].bold = True
    assert "ND30-KG-FMT" in musts(document)


# --- who signs where no word tells -------------------------------------------------------------------------


def signed_table(posts: list[str], blanks: int, name: str = "Nguyễn Văn An") -> Any:
    document = b.build(b.minutes())
    table = document.tables[-1]
    table._tbl.getparent().remove(table._tbl)
    table = document.add_table(1, len(posts))
    for each, post in zip(table.rows[0].cells, posts, strict=True):
        lines = [(post, 12.0, True, False, CENTER)]
        lines += [("", 14.0, False, False, CENTER)] * blanks + [(name, 14.0, True, False, CENTER)]
        b._fill(each, lines)
    return document


@pytest.mark.parametrize(
    ("posts", "blanks", "broken"),
    [
        (["PHÒNG CÔNG NGHỆ", "KHOA KHÁM BỆNH"], 4, True),
        (["Giám định viên", "Chủ phương tiện"], 3, True),
        (["CÁN BỘ KIỂM TRA", "HỘ KINH DOANH"], 4, True),
        (["PHÒNG CÔNG NGHỆ", "KHOA KHÁM BỆNH"], 0, False),
        (["Ý kiến chuyên viên", "Ý kiến lãnh đạo phường"], 4, False),
    ],
)
def test_a_table_that_looks_signed(posts: list[str], blanks: int, broken: bool) -> None:
    assert ("ND30-SIGN-FMT" in musts(signed_table(posts, blanks))) is broken


@pytest.mark.parametrize("name", ["Tầng 2, phòng 305", "Máy tính để bàn và máy in", "12.500.000"])
def test_a_table_without_names_is_not_signed(name: str) -> None:
    assert "ND30-SIGN-FMT" not in musts(signed_table(["Nội dung", "Ghi chú"], 4, name))


@pytest.mark.parametrize("head", ["Chữ ký", "Ký tên", "Ký nhận"])
def test_a_list_that_all_sign_stands_behind_those_who_sign(head: str) -> None:
    document = signed_table(["THƯ KÝ", "TỔ TRƯỞNG"], 4)
    rows = [("TT", "Họ và tên", "Chức vụ", head)]
    rows += [(str(number), "Trần Văn Bình", "Trưởng phòng", "") for number in range(1, 9)]
    table = document.add_table(len(rows), 4)
    for row, words in zip(table.rows, rows, strict=True):
        for each, text in zip(row.cells, words, strict=True):
            each.text = text
    found = check_bytes(b.data(document), "x.docx").findings
    places = [each.where for each in found if each.rule == "ND30-SIGN-FMT"]
    assert len(places) == 1
    assert "THƯ KÝ" in places[0]


@pytest.mark.parametrize(("blanks", "broken"), [(48, False), (44, False), (20, True)])
def test_a_name_pushed_beside_its_post(blanks: int, broken: bool) -> None:
    document = b.build(b.plan())
    table = document.tables[-1]
    for text in (f"{' ' * 50}CHỦ TỊCH", "", "", "", f"{' ' * blanks}Nguyễn Văn An"):
        line = b.style(document.add_paragraph(text), 14, True, align=b.BOTH)
        table._tbl.addprevious(line._p)
    table._tbl.getparent().remove(table._tbl)
    assert ("ND30-SIGN-NAME" in musts(document)) is broken


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Hồ sơ đã được phòng TNMT xác nhận.", True),
        ("Hồ sơ đã gửi phòng GD&ĐT, phòng TC-KH.", True),
        ("Hồ sơ đã được Phòng TNMT xác nhận.", False),
        ("Công tác phòng HIV/AIDS và các phòng TNMT của huyện được chú trọng.", False),
    ],
)
def test_a_department_by_its_short_name(words: str, broken: bool) -> None:
    assert ("ND30-CAP-ORG" in musts(with_body(("text", words)))) is broken


@pytest.mark.parametrize(("recipients", "judged"), [(["- Như trên;", "- Lưu: VT, VP."], True), ([], False)])
def test_a_letter_of_which_only_the_recipients_are_left(recipients: list[str], judged: bool) -> None:
    spec = b.letter(number=None, subject=None, place_date=None, recipients=recipients)
    assert check_bytes(b.data(b.build(spec)), "x.docx").judged is judged


@pytest.mark.parametrize("field", ["#SoQD#", "@so_qd@", "$soQd$", "[[so_qd]]"])
def test_fields_in_the_marks_of_more_programs(field: str) -> None:
    assert musts(b.build(b.plan(number=f"Số: {field}/KH-UBND"))) == set()


@pytest.mark.parametrize(("apart", "rules"), [(True, set()), (False, {"ND30-SIGN-FMT"})])
@pytest.mark.parametrize("post", ["NGƯỜI LẬP BIỂU", "Thủ trưởng đơn vị"])
def test_who_signs_a_form_on_a_later_page(post: str, apart: bool, rules: set[str]) -> None:
    document = b.build(b.plan())
    title = b.style(document.add_paragraph("BIỂU TỔNG HỢP"), 13, True, align=CENTER)
    title.paragraph_format.page_break_before = apart
    table = document.add_table(1, 2)
    for each in table.rows[0].cells:
        b._fill(each, [(post, 11.0, True, False, CENTER)])
    assert {rule for rule in musts(document) if "SIGN" in rule} == rules
