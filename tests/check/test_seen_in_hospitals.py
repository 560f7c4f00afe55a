"""Ways of hospitals and tax offices: bases, cited parts, marks behind numbers, names of bodies."""

from __future__ import annotations

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from . import builder as b
from .test_habits_by_rule import with_body
from .test_real_habits import musts
from .test_rules import find

ACT = "Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2024"
LAST = "Căn cứ Luật Thanh tra ngày 14 tháng 11 năm 2022."


def say(text: str) -> set[str]:
    return musts(with_body(("text", text)))


# --- cited parts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Cá nhân có thẩm quyền (đã nêu ở điểm 1, mục VI của văn bản này) kết luận.",
        "Các đơn vị báo cáo theo mẫu tại điểm c mục II của Hướng dẫn này.",
        "Nội dung này thay cho mục III và phần IV.",
        "Việc thực hiện (mục V) chậm so với yêu cầu của huyện.",
        "Các đơn vị thực hiện đúng các điều 5, 6 và 7 của Quy chế làm việc.",
        "Theo quy định tại khoản 2, điều 18, Nghị định của Chính phủ, các đơn vị thực hiện.",
    ],
)
def test_parts_of_documents_in_small_letters(text: str) -> None:
    assert say(text) == {"ND30-CAP-CITE"}


@pytest.mark.parametrize(
    "text",
    [
        "Các đơn vị thực hiện theo danh mục I và hạng mục II của dự án.",
        "Sinh viên học xong học phần II, tiểu phần I thì được xét.",
        "Các đơn vị thực hiện theo Mục VI của Hướng dẫn này.",
        "Có 12 điều 5 năm qua chưa làm được.",
    ],
)
def test_words_that_are_no_cited_part(text: str) -> None:
    assert say(text) == set()


# --- marks behind numbers ----------------------------------------------------------------------------------


def test_points_with_commas() -> None:
    found = musts(
        with_body(
            ("text", "a, Cơ sở phân chia gói thầu;"), ("text", "b, Giá gói thầu."), ("text", "c) Khác.")
        )
    )
    assert found == {"ND30-H-a"}


def test_clauses_with_commas() -> None:
    body = [*b.BODY[:2], ("title", "1, Mục đích"), b.BODY[3], ("title", "2, Yêu cầu"), *b.BODY[5:]]
    assert musts(b.build(b.plan(body=body))) == {"ND30-H-1"}


def test_letters_that_are_listed_in_a_sentence() -> None:
    assert say("a, b và c là ba phương án mà các đơn vị đã nêu.") <= {"ND30-CAP-SENT"}


# --- names -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Phê duyệt Điều lệ liên đoàn luật sư Việt Nam.", {"ND30-CAP-ORG"}),
        ("Phối hợp với liên đoàn lao động tỉnh tổ chức.", {"ND30-CAP-ORG"}),
        ("Phối hợp với Liên đoàn Luật sư Việt Nam tổ chức.", set()),
        ("Bà Lê Thị Hoa, Phó phòng Kế hoạch của Trung tâm, báo cáo.", set()),
        ("Giao cho phòng Kế hoạch của Trung tâm báo cáo.", {"ND30-CAP-ORG"}),
        ("Giao UBND phường 1 Bảo Lộc báo cáo kết quả.", {"ND30-CAP-PLACE-NUM"}),
        ("Giao UBND Phường 1 Bảo Lộc báo cáo kết quả.", set()),
    ],
)
def test_names_of_bodies_and_units(text: str, rules: set[str]) -> None:
    assert say(text) == rules


# --- bases -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("basis", "rules"),
    [
        # Whose the matter is says not whose the act is.
        (
            "Căn cứ Biên bản họp số 31/BB-ĐĐMN ngày 07 tháng 12 năm 2023 về việc xét thưởng của A2 năm 2023;",
            {"ND30-BASIS-CONTENT"},
        ),
        (
            "Căn cứ Biên bản họp số 31/BB-HĐ ngày 07 tháng 12 năm 2023 của Hội đồng về việc xét phó phòng;",
            set(),
        ),
        (f"{ACT} về việc nâng lương năm 2024;", {"ND30-BASIS-CONTENT"}),
        (f"{ACT} về việc nâng lương của Chủ tịch Ủy ban nhân dân tỉnh;", set()),
        # A second act beside the first.
        (
            "Căn cứ Quy chế phối hợp số 5/QCPH-A ngày 05 tháng 3 năm 2024 giữa hai ngành và Quy chế phối hợp "
            "số 240/QCPH-CT giữa Bảo hiểm xã hội và Cục Thuế;",
            {"ND30-BASIS-CONTENT"},
        ),
        (
            f"{ACT} của Ủy ban nhân dân tỉnh sửa đổi Quyết định số 3/QĐ-UBND và Quyết định số 4/QĐ-UBND;",
            set(),
        ),
        # Each on its own line.
        (
            f"{ACT} của Chính phủ về giá; Thông tư số 5/2022/TT-BYT ngày 08 tháng 3 năm 2022 của Bộ Y tế "
            "về giá;",
            {"ND30-BASIS-FMT"},
        ),
        (
            f"{ACT} của Chính phủ về giá; Quyết định số 5/QĐ-UBND ngày 08 tháng 3 năm 2024 của Chính phủ "
            "sửa đổi Quyết định số 12/QĐ-UBND về giá;",
            set(),
        ),
    ],
)
def test_what_a_basis_says(basis: str, rules: set[str]) -> None:
    assert musts(b.build(b.plan(bases=[basis, LAST]))) == rules


@pytest.mark.parametrize(("end", "rules"), [("", {"ND30-BASIS-PUNCT"}), (";", set())])
def test_a_list_of_bases_further_down(end: str, rules: set[str]) -> None:
    acts = [
        f"Căn cứ Quyết định số {n}/QĐ-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh"
        for n in (1, 2, 3)
    ]
    texts = [f"{acts[0]} về giá;", f"{acts[1]} về kế hoạch của tỉnh{end}", f"{acts[2]} về đất;"]
    assert musts(with_body(*[("text", text) for text in texts])) == rules


# --- indents -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("twips", "rules"), [(539, {"ND30-BODY-INDENT"}), (709, set()), (580, set())])
def test_the_first_line_by_half_a_millimetre(twips: int, rules: set[str]) -> None:
    document = b.build()
    for text in ("1. Công an huyện", "2. Ủy ban nhân dân"):
        find(document, text).paragraph_format.first_line_indent = Twips(twips)
    assert musts(document) == rules


# --- who signs ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("post", ["Người báo cáo", "Người đề nghị", "Người viết", "Người trình"])
def test_posts_in_small_letters(post: str) -> None:
    document = b.build(b.plan(authority=[post], name="Nguyễn Văn An"))
    assert "ND30-SIGN-FMT" in musts(document)
    assert "ND30-SIGN-FMT" not in musts(b.build(b.plan(authority=[post.upper()], name="Nguyễn Văn An")))


# --- lines that wrap ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("blanks", [" ", "  ", "   "])
def test_both_lines_of_the_motto_in_one_paragraph(blanks: str) -> None:
    document = b.build()
    first, second = find(document, "CỘNG HÒA"), find(document, "Độc lập")
    first.runs[0].text += blanks
    second._p.insert(0, first.runs[0]._r)
    first._p.getparent().remove(first._p)
    assert musts(document) == set()
    second.runs[1].bold = False
    assert musts(document) == {"ND30-TN-FMT"}


@pytest.mark.parametrize(
    ("mm", "rules"), [(38.0, {"ND30-ABSTRACT-LINE"}), (60.0, set()), (27.0, {"ND30-ABSTRACT-LINE"})]
)
def test_the_line_under_an_abstract_that_wraps(mm: float, rules: set[str]) -> None:
    # Its lines are about 138 and 64 mm wide: the longest is what the line is measured by.
    words = "Đề nghị phê duyệt Đề án tổ chức Đại hội Đoàn Luật sư Lâm Đồng"
    document = b.build(b.plan(abstract=[f"{words}{' ' * 27}lần thứ I nhiệm kỳ 2026 - 2031"]))
    line = find(document, "Đề nghị phê duyệt")
    line._p.remove(line._p.findall(qn("w:r"))[-1])
    b.add_line(line, mm, 165)
    assert musts(document) == rules


@pytest.mark.parametrize(
    ("type_name", "abstract", "rules"),
    [
        ("KẾ HOẠCH GIÁM SÁT HOẠT ĐỘNG", ["CỦA ĐOÀN THANH TRA"], {"ND30-ABSTRACT-FMT"}),
        ("KẾ HOẠCH CÔNG TÁC TUẦN 02 THÁNG 6", [], {"ND30-ABSTRACT-FMT"}),
        ("KẾ HOẠCH CÔNG TÁC", ["Tháng 6 năm 2024"], set()),
        (
            "BIÊN BẢN HỌP HỘI ĐỒNG",
            ["Kiểm tra việc thực hiện phong trào", "tại huyện Nam Đàn năm 2024"],
            set(),
        ),
        ("KẾ HOẠCH", ["Công tác tuần 02 tháng 6"], set()),
    ],
)
def test_an_abstract_on_the_line_of_the_type(type_name: str, abstract: list[str], rules: set[str]) -> None:
    minutes = type_name.startswith("BIÊN")
    spec = (b.minutes if minutes else b.plan)(type_name=type_name, abstract=abstract)
    assert musts(b.build(spec)) == rules


@pytest.mark.parametrize(("mark", "rules"), [("-", {"ND30-FONT"}), (".", {"ND30-FONT"}), (" ", set())])
def test_a_mark_in_another_font(mark: str, rules: set[str]) -> None:
    document = b.build()
    run = find(document, "b) Phân công").add_run(mark)
    run.font.name, run.font.size = "Arial", Pt(14)
    assert musts(document) == rules
