"""What `check` missed on real files, and what it called wrong though right: each kind with neighbours."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor, Twips

from kh_docs.check import check_bytes, fix_bytes

from . import builder as b
from .test_rules import MODERN, TABLES, find

BOTH = WD_ALIGN_PARAGRAPH.JUSTIFY
ORDER = "Thực hiện Chỉ thị số 12/CT-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh về trật tự;"
LONG = (
    "Công an huyện chủ trì, phối hợp với các phòng, ban, ngành của huyện hướng dẫn, kiểm tra việc thực hiện"
)


def found(document: Any) -> set[str]:
    data = document if isinstance(document, bytes) else b.data(document)
    report = check_bytes(data, "x.docx", in_force=TABLES)
    assert report.refused_reason is None
    return {finding.rule for finding in report.findings if finding.severity != "info"}


def with_text(text: str, italic: bool = False, **spec: Any) -> Any:
    document = b.build(b.plan(**spec))
    find(document, "b) Phân công").runs[0].text = text
    find(document, text[:20]).runs[0].italic = italic
    return document


@pytest.mark.parametrize(
    "place_date",
    [
        "Nam Đàn, ngày ___ tháng ___ năm 2024",
        "Nam Đàn, ngày__tháng__năm 2024",
        "Nam Đàn, ngày … tháng 3 năm 2024",
    ],
)
def test_blanks_of_underscores_are_blanks(place_date: str) -> None:
    assert found(b.build(b.plan(place_date=place_date))) == set()


@pytest.mark.parametrize("number", ["Số: 01/KH-____", "Số: ___/KH-UBND", "Số: 01/KH-…"])
def test_a_number_with_blanks_of_underscores(number: str) -> None:
    assert found(b.build(b.plan(number=number))) == set()


def test_a_typed_number_in_a_list_that_prints_none() -> None:
    document = b.build()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="none"/><w:suff w:val="nothing"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="78"><w:abstractNumId w:val="77"/></w:num>'))
    properties = find(document, "1. Mục đích")._p.get_or_add_pPr()
    properties.insert(
        0, parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="78"/></w:numPr>')
    )
    assert found(document) == set()


def test_a_level_that_no_list_has_is_no_number() -> None:
    document = b.build()
    properties = find(document, "1. Mục đích")._p.get_or_add_pPr()
    properties.insert(
        0, parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="12"/><w:numId w:val="1"/></w:numPr>')
    )
    assert "ND30-FONT" not in found(document)


def test_the_post_printed_again_below_the_name() -> None:
    document = b.build(b.plan(name="Nguyễn Văn An"))
    name = find(document, "Nguyễn Văn An")
    below = parse_xml(name._p.xml)
    below.findall(".//{*}t")[0].text = "CHỦ TỊCH"
    name._p.addnext(below)
    assert found(document) == set()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (
            "a Kế hoạch số 12/KHPH-CAH-HPN ngày 05 tháng 3 năm 2024 giữa hai ngành về phối hợp thực hiện.",
            set(),
        ),
        ("a Kế hoạch số 12/KHPH-CAH-HPN về phối hợp thực hiện.", {"ND30-CITE-FIRST"}),
    ],
)
def test_an_act_between_two_bodies(text: str, rules: set[str]) -> None:
    assert found(with_text(text.replace("a ", "b) Thực hiện ", 1))) == rules


def test_a_blank_in_a_table_below_the_title_is_no_line() -> None:
    document = b.build()
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Họ tên", "______________________________"
    for cell in table.rows[0].cells:
        b.style(cell.paragraphs[0], 14)
    find(document, "I. MỤC ĐÍCH")._p.addprevious(table._tbl)
    assert "ND30-ABSTRACT-LINE" not in found(document)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (LONG + " Kế hoạch này.", True),
        ("Ghi chú: " + LONG, False),
        ("“" + LONG + "”", False),
        ("(" + LONG + ")", False),
        ("Theo đó, " + LONG, False),
        ("Ngắn.", False),
    ],
)
def test_a_whole_paragraph_in_italics(text: str, wrong: bool) -> None:
    assert ("ND30-BODY-SIZE" in found(with_text(text, italic=True))) is wrong


@pytest.mark.parametrize(
    ("bases", "rules"),
    [
        # An opening “Thực hiện …;” is one of the bases below it.
        (
            [
                ORDER,
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015.",
            ],
            {"ND30-BASIS-FMT"},
        ),
        (
            [
                ORDER,
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015,",
            ],
            {"ND30-BASIS-FMT", "ND30-BASIS-PUNCT"},
        ),
        (
            ["Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."],
            {"ND30-BASIS-FMT"},
        ),
        # This one tells something.
        (
            [
                "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác "
                "văn thư, Ủy ban nhân dân huyện yêu cầu các đơn vị thực hiện nghiêm."
            ],
            set(),
        ),
    ],
)
def test_bases_that_stand_upright(bases: list[str], rules: set[str]) -> None:
    document = b.build(b.plan(bases=bases))
    for text in bases:
        for run in find(document, text[:30]).runs:
            run.italic = False
    assert found(document) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("b) Giao phường 7 thực hiện từ quý II.", {"ND30-CAP-PLACE-NUM"}),
        ("b) Đề nghị quận 1 phối hợp thực hiện.", {"ND30-CAP-PLACE-NUM"}),
        ("b) Giao Phường 7 thực hiện từ quý II.", set()),
        ("b) Chọn ở mỗi phường 7 người tham gia.", set()),
    ],
)
def test_units_called_by_a_number(text: str, rules: set[str]) -> None:
    assert found(with_text(text)) == rules


def test_an_article_in_the_recipients() -> None:
    assert found(b.build(b.plan(recipients=["- Như điều 3;", "- Lưu: VT, CAH."]))) == {"ND30-CAP-CITE"}


def test_addressees_in_a_list_with_automatic_dashes() -> None:
    """Two twips apart: no eye sees it, and they are addressees, not the body."""
    document = b.build(b.letter(addressee=["Công an tỉnh Nghệ An", "Sở Nội vụ tỉnh Nghệ An"]))
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="78"><w:abstractNumId w:val="77"/></w:num>'))
    for shift, text in ((3260, "- Công an tỉnh"), (3262, "- Sở Nội vụ")):
        paragraph = find(document, text)
        paragraph.runs[0].text = paragraph.runs[0].text.removeprefix("- ")
        paragraph.paragraph_format.left_indent = Twips(shift)
        paragraph._p.get_or_add_pPr().insert(
            0, parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="78"/></w:numPr>')
        )
    assert found(document) == set()


def test_the_motto_with_a_slip_set_beside_the_body_by_blanks() -> None:
    document = b.build()
    table = document.tables[0]
    motto = find(document, "CỘNG HÒA")
    motto.runs[0].text = "    CỤC ĐƯỜNG THỦY      CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    motto.runs[0].font.size = Pt(11)
    table._tbl.addprevious(motto._p)
    assert {"ND30-QH-TEXT", "ND30-QH-FMT"} <= found(document)


def test_a_long_justified_abstract_is_still_the_abstract() -> None:
    abstract = "Triển khai thực hiện phong trào toàn dân bảo vệ an ninh Tổ quốc " * 6
    document = b.build(b.plan(abstract=[abstract.strip()]))
    find(document, "Triển khai thực hiện").alignment = BOTH
    assert "ND30-ABSTRACT-FMT" in found(document)


def test_a_type_with_its_abstract_on_one_line_and_one_pushed_by_blanks() -> None:
    document = b.build(b.minutes(type_name="BIÊN BẢN HỌP LỚP", abstract=[]))
    find(document, "BIÊN BẢN HỌP LỚP").runs[0].font.size = Pt(15)
    assert "ND30-TYPE-FMT" in found(document)
    document = b.build()
    title = find(document, "KẾ HOẠCH")
    title.alignment = WD_ALIGN_PARAGRAPH.LEFT
    title.runs[0].text = " " * 38 + "KẾ HOẠCH"
    assert "ND30-TYPE-FMT" in found(document)


@pytest.mark.parametrize("last", ["Lưu VT", "- Lưu VP.", "- Lưu: HS."])
def test_the_copy_kept_without_vt(last: str) -> None:
    assert "ND30-NN-LAST" in found(b.build(b.plan(recipients=["- UBND tỉnh;", last])))


def test_a_post_in_small_letters_below_the_body() -> None:
    document = b.build(b.plan(authority=["PHÒNG TƯ PHÁP", "Trưởng phòng"], name="Nguyễn Văn An"))
    assert "ND30-SIGN-FMT" in found(document)


def test_a_signature_in_the_text_below_the_recipients() -> None:
    document = b.build()
    table = document.tables[-1]
    for cell in table.rows[0].cells:
        for paragraph in list(cell.paragraphs):
            table._tbl.addprevious(paragraph._p)
    table._tbl.getparent().remove(table._tbl)
    assert "ND30-SIGN-LEVEL" in found(document)


def test_a_number_missing_in_a_document_of_unknown_type() -> None:
    document = b.build(b.plan(type_name="THÔNG ĐIỆP", number=None))
    assert "ND30-NUM-SYNTAX" in found(document)
    document = b.build(b.plan(type_name="THÔNG ĐIỆP", number=None, recipients=[], authority=["NGƯỜI LẬP"]))
    assert "ND30-NUM-SYNTAX" not in found(document)


def test_a_line_as_long_as_the_name_of_the_body() -> None:
    document = b.build()
    cell = document.tables[0].rows[0].cells[0]
    for drawing in list(cell._tc.iter("{*}r")):
        if drawing.findall(".//{*}wsp"):
            drawing.getparent().remove(drawing)
    b.add_line(cell.paragraphs[-1], 40, b.LEFT_MM - 2 * 108 / 1440 * 25.4)
    assert "ND30-AGENCY-LINE" in found(document)


@pytest.mark.parametrize(
    ("spec", "rules"),
    [
        ({"agency": ["ỦY BAN NHÂN DÂN", "HUYỆN NAM ĐÀN"]}, {"ND30-2T-HEADER"}),
        ({}, set()),
    ],
)
def test_a_district_at_the_head_after_there_are_none(spec: dict[str, Any], rules: set[str]) -> None:
    assert found(b.build(b.plan(**(MODERN | spec)))) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("b) Phòng Giáo dục và Đào tạo huyện X hướng dẫn các trường.", {"ND30-2T-WORDS"}),
        ("b) Phòng Giáo dục và Đào tạo huyện X (cũ) đã hướng dẫn các trường.", set()),
        ("b) Thực hiện trên địa bàn thị xã Cửa Lò theo phân công.", {"ND30-2T-BODY"}),
        ("b) Sở Thông tin và Truyền thông hướng dẫn các xã.", {"ND30-2T-BODY"}),
        ("b) Hồ sơ “Sở Thông tin và Truyền thông năm 2020” được lưu.", set()),
        ("b) Sở TT&TT hướng dẫn các xã.", {"ND30-2T-BODY"}),
        ("b) Tiếp nhận hồ sơ của Sở TT&TT (cũ).", set()),
        ("b) Phối hợp với UBND tỉnh Hà Giang trao đổi kinh nghiệm.", {"ND30-2T-BODY"}),
        ("b) Học tập mô hình của Sở Văn hóa, Thể thao và Du lịch tỉnh Quảng Bình.", {"ND30-2T-BODY"}),
        ("b) Công an tỉnh Hà Nam thông báo đối tượng.", {"ND30-2T-BODY"}),
        ("b) Công an tỉnh Hà Tĩnh thông báo đối tượng.", set()),
        ("b) Ông Nguyễn Văn A, quê quán: tỉnh Thái Bình, phụ trách.", set()),
        ("b) Công an xã rà soát người từ tỉnh Quảng Bình đến tạm trú.", set()),
        ("b) UBND tỉnh Quảng Bình (cũ) đã có văn bản.", set()),
        ("b) Kiểm tra kho tại xã Hưng Lĩnh, huyện Hưng Nguyên, tỉnh Nghệ An.", {"ND30-2T-BODY"}),
        ("b) Kiểm tra kho tại xã Hưng Lĩnh, huyện Hưng Nguyên (cũ).", set()),
        ("b) Kiểm tra kho tại xã Hưng Nguyên, tỉnh Nghệ An.", set()),
        ("b) Tòa án nhân dân huyện X xét xử lưu động.", {"ND30-2T-WORDS"}),
        ("b) Tòa án nhân dân khu vực 3 xét xử lưu động.", set()),
        ("b) Thực hiện trên địa bàn huyện Thanh Chương theo phân công.", {"ND30-2T-WORDS"}),
        ("b) Thực hiện trên địa bàn huyện Thanh Chương trước đây.", set()),
        ("b) Thực hiện trên địa bàn các xã của tỉnh theo phân công.", set()),
        (
            "b) Kế hoạch số 12/KH-STTTT ngày 05 tháng 3 năm 2024 của Sở Thông tin và Truyền thông "
            "về an toàn.",
            set(),
        ),
    ],
)
def test_bodies_that_are_no_more(text: str, rules: set[str]) -> None:
    assert found(with_text(text, **MODERN)) == rules


@pytest.mark.parametrize(
    ("recipient", "rules"),
    [
        ("- Phòng GDĐT huyện;", {"ND30-2T-WORDS"}),
        ("- Sở GTVT;", {"ND30-2T-BODY"}),
        ("- Sở Xây dựng;", set()),
    ],
)
def test_recipients_that_are_no_more(recipient: str, rules: set[str]) -> None:
    spec = b.plan(**MODERN, recipients=[recipient, "- Lưu: VT, VHXH."])
    assert found(b.build(spec)) == rules


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("b) Ngày 05/3/2024, Sở Nội vụ tỉnh ban hành Công văn số 12/SNV-VP để hướng dẫn.", False),
        ("b) Ngày 05/3/2024, phòng đã họp và thống nhất thực hiện theo Chỉ thị số 12/CT-UBND.", True),
    ],
)
def test_a_day_before_the_symbol_is_its_day_only_when_somebody_issued_it_then(text: str, wrong: bool) -> None:
    report = check_bytes(b.data(with_text(text)), "x.docx")
    musts = {finding.rule for finding in report.findings if finding.severity == "must"}
    assert ("ND30-CITE-FIRST" in musts) is wrong


def test_the_day_of_the_document_decides() -> None:
    old = with_text("b) Sở Thông tin và Truyền thông hướng dẫn các xã.")
    assert found(old) == set()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("b) Báo cáo trước ngày 31 tháng 02 năm 2024.", {"ND30-DATE-REAL"}),
        ("b) Họp lúc 8 giờ thứ Hai, ngày 01/01/2023.", {"ND30-DATE-REAL"}),
        ("b) Họp lúc 8 giờ Chủ nhật, ngày 01/01/2023.", set()),
        ("b) Báo cáo trước ngày 29/02/2024.", set()),
        ("b) Thành lập 10 tổ, trong đó 4 + 5 + 3 theo từng khối.", {"ND30-TEXT-SUM"}),
        ("b) Có 10 cán bộ, trong đó 6 nam, 8 cán bộ trên 30 tuổi.", set()),
        ("b) Có 10 vụ, trong đó: 4 vụ trộm cắp, 5 vụ đánh bạc.", set()),
        ("b) Kế hoạch số số 15 của xã.", {"ND30-TEXT-TWICE"}),
        ("b) Từng ngày ngày, luôn luôn giữ gìn trong năm năm.", set()),
    ],
)
def test_slips_that_the_text_shows(text: str, rules: set[str]) -> None:
    assert found(with_text(text)) == rules


def test_mass_organisations_are_told_that_they_adapt_the_decree() -> None:
    report = check_bytes(b.data(b.build(b.plan(agency=["ỦY BAN MTTQ VIỆT NAM", "XÃ X"]))), "x.docx")
    assert any("vận dụng Nghị định 30" in note for note in report.notes)
    assert not any("vận dụng" in note for note in check_bytes(b.data(b.build()), "x.docx").notes)


def test_several_documents_in_one_file_are_said_and_left_alone() -> None:
    document = b.build()
    find(document, "Nâng cao nhận thức").runs[0].font.size = Pt(12)
    again = find(document, "CỘNG HÒA")
    find(document, "2. Ủy ban nhân dân")._p.addnext(parse_xml(again._p.xml))
    data = b.data(document)
    mended, changes, left = fix_bytes(data)
    assert (mended, changes) == (data, ())
    assert {each.reason for each in left} == {
        "tệp gồm nhiều văn bản -> tách mỗi văn bản thành một tệp rồi sửa"
    }
    assert any("nhiều văn bản" in note for note in check_bytes(data, "x.docx").notes)


def test_a_red_blank_stays_red_and_red_words_become_black() -> None:
    document = with_text("b) Số người: ……………")
    find(document, "b) Số người").runs[0].text = "b) Số người: "
    for text in ("……………", "nhập sau"):
        run = find(document, "b) Số người").add_run(text)
        run.font.size, run.font.color.rgb = Pt(14), RGBColor(255, 0, 0)
    mended, _changes, left = fix_bytes(b.data(document))
    assert [each.finding.rule for each in left if each.finding.severity == "must"] == ["ND30-COLOR"]
    colours = {
        run.format.colour
        for finding in check_bytes(mended, "x.docx").findings
        for place in finding.places
        for run in (place.paragraph.runs if place.paragraph else ())
        if run.text == "nhập sau"
    }
    assert colours == {"auto"}


@pytest.mark.parametrize(("points", "stays"), [(2, True), (6, False)])
def test_only_spacing_that_shows_is_reset_in_the_header(points: int, stays: bool) -> None:
    document = b.build()
    second = find(document, "HUYỆN NAM ĐÀN")
    second.paragraph_format.space_before = Pt(points)
    find(document, "Nâng cao nhận thức").runs[0].font.size = Pt(12)
    mended = fix_bytes(b.data(document))[0]
    spacing = f'w:before="{points * 20}"'.encode()
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(mended)) as archive:
        head = archive.read("word/document.xml").split("HUYỆN NAM ĐÀN".encode())[0].rsplit(b"<w:p>", 1)[-1]
    assert (spacing in head) is stays


def test_the_tables_name_their_sources_and_run_forward() -> None:
    assert all(each.source for each in TABLES.bodies)
    assert all(each.source for each in TABLES.acts)
    assert all(act.dated is None or act.dated < act.until for act in TABLES.acts)
    assert TABLES.bodies_gone(date(2020, 1, 1)) == []
    assert TABLES.acts_gone(None) == []


def test_what_nobody_has_looked_up_is_only_hinted_at() -> None:
    """A day from memory sends no document back: bodies fall to should, acts to info."""
    memory = TABLES.replace(
        bodies=tuple(each.replace(looked_up="") for each in TABLES.bodies),
        acts=tuple(each.replace(looked_up="") for each in TABLES.acts),
    )
    spec = MODERN | {"bases": ["Căn cứ Luật Căn cước công dân ngày 20 tháng 11 năm 2014."]}
    data = b.data(with_text("b) Sở Thông tin và Truyền thông hướng dẫn các xã.", **spec))

    def said(tables: Any) -> dict[str, str]:
        findings = check_bytes(data, "x.docx", in_force=tables).findings
        return {each.rule: each.severity for each in findings if each.clause == "data/in_force.yaml"}

    assert said(TABLES) == {"ND30-2T-BODY": "must", "ND30-BASIS-FORCE": "should"}
    assert said(memory) == {"ND30-2T-BODY": "should", "ND30-BASIS-FORCE": "info"}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("24/2014/NĐ-CP ngày 04 tháng 4 năm 2014", "info"),
        ("37/2014/NĐ-CP ngày 05 tháng 5 năm 2014", "info"),
        ("45/2025/NĐ-CP ngày 28 tháng 02 năm 2025", "info"),
        ("150/2025/NĐ-CP ngày 12 tháng 6 năm 2025", None),
        ("245/2025/NĐ-CP ngày 11 tháng 9 năm 2025", None),
    ],
)
def test_decrees_on_departments(number: str, said: str | None) -> None:
    spec = MODERN | {"bases": [f"Căn cứ Nghị định số {number} của Chính phủ về tổ chức cơ quan chuyên môn."]}
    findings = check_bytes(b.data(b.build(b.plan(**spec))), "x.docx", in_force=TABLES).findings
    assert [each.severity for each in findings if each.rule == "ND30-BASIS-FORCE"] == [said] * (
        said is not None
    )


def test_thousands_of_citations_in_one_paragraph_take_no_longer_each() -> None:
    """Quadratic it took half a minute; one of ours takes a few milliseconds."""
    document = b.build()
    cited = (f"theo Kế hoạch số {number}/KH-UBND" for number in range(4000))
    find(document, "Nâng cao nhận thức").runs[0].text = "Thực hiện " + " ".join(cited) + "."
    start = time.process_time()
    assert "ND30-CITE-FIRST" in found(document)
    assert time.process_time() - start < 15


def test_a_header_that_leads_nowhere_is_no_fault_of_ours() -> None:
    document = b.build(b.plan(body=b.BODY * 12))
    section = document.sections[0]._sectPr
    for reference in section.findall(qn("w:headerReference")):
        reference.set(qn("r:id"), "rIdNowhere")
    data = b.data(document)
    assert "ND30-PAGENUM-POS" in found(data)
    assert fix_bytes(data)[0] != data


@pytest.mark.parametrize(
    ("last", "wrong"),
    [
        ("- Lưu: VT, KT(T.Q.Hùng), HCQT (Mến).", False),
        ("- Lưu: VT, KT (T.Q. Hùng).", False),
        ("- Lưu: VT, KT(T.Q.Hùng)", True),
    ],
)
def test_initials_in_brackets_behind_who_keeps_it(last: str, wrong: bool) -> None:
    spec = b.plan(recipients=["- UBND tỉnh;", last])
    assert ("ND30-NN-LAST" in found(b.build(spec))) is wrong


@pytest.mark.parametrize(
    ("number", "rules"),
    [
        # Letters of the issuing body in the place of the type: one fault, not two.
        ("Số: 12/ĐKT-UBND", {"ND30-NUM-SYMBOL"}),
        ("Số: 12/ĐK-UBND", {"ND30-NUM-SYMBOL"}),
        ("Số: 12/TĐK-UBND", {"ND30-NUM-SYMBOL", "ND30-ABBR"}),
    ],
)
def test_the_issuer_in_the_place_of_the_type(number: str, rules: set[str]) -> None:
    spec = b.plan(number=number, agency=["ỦY BAN NHÂN DÂN HUYỆN NAM ĐÀN", "ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH"])
    assert found(b.build(spec)) & {"ND30-NUM-SYMBOL", "ND30-ABBR"} == rules


@pytest.mark.parametrize(
    ("lead", "bold", "italic", "wrong"),
    [
        ("b) Về danh mục ngành, nghề:", False, True, True),
        ("b) Về danh mục ngành, nghề:", True, False, True),
        ("b) Về danh mục ngành, nghề:", False, False, False),
        # A word set apart is no title.
        ("b) Gồm:", False, True, False),
    ],
)
def test_a_point_begins_upright(lead: str, bold: bool, italic: bool, wrong: bool) -> None:
    document = with_text(f"{lead} Công an huyện hướng dẫn các xã thực hiện theo đúng quy định.")
    paragraph = next(each for each in document.paragraphs if each.text.startswith(lead))
    rest = paragraph.text.removeprefix(lead)
    paragraph.runs[0].text = lead
    paragraph.runs[0].bold, paragraph.runs[0].italic = bold, italic
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.add_run(rest)
    assert ("ND30-H-a" in found(document)) is wrong
