"""--fix: the layout is mended, the words stay, twice is once."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from kh_docs.check import RULES, check_bytes, fix_bytes
from kh_docs.check.mend.proof import words_of
from kh_docs.word.widths import text_width_mm

from . import builder as b
from .test_rules import CASES, TABLES, broken, decomposed, find, write

# Rules about layout that --fix keeps by itself.
MENDED = (
    "ND30-PAGE-SIZE",
    "ND30-MARGIN-TOP",
    "ND30-MARGIN-BOTTOM",
    "ND30-MARGIN-LEFT",
    "ND30-MARGIN-RIGHT",
    "ND30-FONT",
    "ND30-COLOR",
    "ND30-PAGENUM-FMT",
    "ND30-PAGENUM-FIRST",
    "ND30-SIZE-CONSISTENT",
    "ND30-QH-FMT",
    "ND30-TN-TEXT",
    "ND30-TN-FMT",
    "ND30-TN-LINE",
    "ND30-AGENCY-PARENT",
    "ND30-AGENCY-NAME",
    "ND30-AGENCY-LINE",
    "ND30-AGENCY-SPACING",
    "ND30-NUM-FMT",
    "ND30-DATE-FMT",
    "ND30-DATE-SYNTAX",
    "ND30-TYPE-FMT",
    "ND30-ABSTRACT-FMT",
    "ND30-ABSTRACT-LINE",
    "ND30-CV-VV",
    "ND30-KG-FMT",
    "ND30-BODY-SIZE",
    "ND30-BODY-ALIGN",
    "ND30-BODY-INDENT",
    "ND30-BODY-PARASPACE",
    "ND30-BODY-LINESPACE",
    "ND30-BASIS-FMT",
    "ND30-H-1",
    "ND30-SIGN-FMT",
    "ND30-SIGN-NAME",
    "ND30-NN-LABEL",
    "ND30-NN-ITEMS",
    "ND30-PL-KEMTHEO",
    "ND30-H-1N",
    "ND30-PAGENUM-POS",
)


def words(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return words_of(etree.fromstring(archive.read("word/document.xml")))


@pytest.mark.parametrize("rule_id", MENDED)
def test_layout_is_mended(rule_id: str) -> None:
    before = broken(rule_id)
    after, changes, _left = fix_bytes(before)
    assert rule_id in {finding.rule for finding in changes}
    assert rule_id not in {finding.rule for finding in check_bytes(after, "").findings}
    assert check_bytes(after, "").ok
    assert words(after) == words(before)
    assert fix_bytes(after)[0] == after


@pytest.mark.parametrize("rule_id", [rule_id for rule_id in RULES if rule_id not in MENDED])
def test_content_stays(rule_id: str) -> None:
    before = broken(rule_id)
    after, changes, left = fix_bytes(before, in_force=TABLES)
    assert words(after) == words(before)
    found = {finding.rule for finding in changes} | {item.finding.rule for item in left}
    assert rule_id in found
    assert fix_bytes(after)[0] == after
    assert all(item.reason for item in left)


def test_decomposed_letters_are_composed() -> None:
    made = b.build()
    decomposed(made)
    after, changes, left = fix_bytes(b.data(made))
    assert [finding.rule for finding in changes] == ["ND30-UNICODE"]
    assert left == ()
    assert check_bytes(after, "").findings == ()


def test_a_right_document_is_left_alone() -> None:
    data = b.data(b.build())
    assert fix_bytes(data) == (data, (), ())


def test_zero_is_put_and_taken() -> None:
    made = b.build()
    write("Nam Đàn, ", "Nam Đàn, ngày 5 tháng 03 năm 2024")(made)
    text = " ".join(words(fix_bytes(b.data(made))[0]))
    with zipfile.ZipFile(BytesIO(fix_bytes(b.data(made))[0])) as archive:
        xml = archive.read("word/document.xml").decode()
    assert "ngày 05 tháng 3 năm 2024" in xml
    assert "Nam Đàn," in text


def test_parts_keep_their_order_and_others_their_bytes() -> None:
    before = broken("ND30-BODY-SIZE")
    after = fix_bytes(before)[0]
    with zipfile.ZipFile(BytesIO(before)) as old, zipfile.ZipFile(BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        assert {n for n in old.namelist() if old.read(n) != new.read(n)} == {"word/document.xml"}


def test_everything_at_once() -> None:
    """Thirty kinds of damage in one document."""
    made = b.build(b.plan(bases=b.BASES, name="Nguyễn Văn An"))
    for rule_id in MENDED:
        if CASES[rule_id].spec is None:
            CASES[rule_id].bad(made)
    before = b.data(made)
    after, _changes, left = fix_bytes(before)
    assert words(after) == words(before)
    assert {item.finding.rule for item in left if item.finding.severity == "must"} <= {"ND30-CAP-PERSON"}


LONG_BODY = [*b.BODY[:4], *[("text", "Nội dung của kế hoạch. " * 20)] * 20, *b.BODY[4:]]


def test_a_missing_number_is_put_into_the_header() -> None:
    """A long document without a number: a new header part, linked and declared, and nothing on page 1."""
    made = b.build(b.plan(body=LONG_BODY))
    for reference in made.element.body.findall(f".//{qn('w:headerReference')}"):
        reference.getparent().remove(reference)
    before = b.data(made)
    assert [f.rule for f in check_bytes(before, "").findings] == ["ND30-PAGENUM-POS"]
    after, changes, left = fix_bytes(before)
    assert ([finding.rule for finding in changes], left) == (["ND30-PAGENUM-POS"], ())
    assert check_bytes(after, "").findings == ()
    assert words(after) == words(before)
    assert fix_bytes(after) == (after, (), ())
    header = Document(BytesIO(after)).sections[0].header
    assert [each.text for each in header._element.iter(qn("w:instrText"))] == ["PAGE"]


def test_a_missing_number_is_put_into_an_empty_header_for_even_pages_too() -> None:
    made = b.build(b.plan(body=LONG_BODY))
    for run in list(made.sections[0].header.paragraphs[0].runs):
        run._r.getparent().remove(run._r)
    made.settings.odd_and_even_pages_header_footer = True
    after = fix_bytes(b.data(made))[0]
    assert check_bytes(after, "").findings == ()
    section = Document(BytesIO(after)).sections[0]
    for header in (section.header, section.even_page_header):
        assert [each.text for each in header._element.iter(qn("w:instrText"))] == ["PAGE"]


def test_a_header_that_says_something_is_left_to_a_person() -> None:
    made = b.build(b.plan(body=LONG_BODY))
    paragraph = made.sections[0].header.paragraphs[0]
    for run in list(paragraph.runs):
        run._r.getparent().remove(run._r)
    paragraph.add_run("Công an huyện").font.name = "Times New Roman"
    after, _changes, left = fix_bytes(b.data(made))
    assert [item.finding.rule for item in left] == ["ND30-PAGENUM-POS"]
    assert words(after) == words(b.data(made))


@pytest.mark.parametrize("text", ["HUYỆN NAM ĐÀN", "an ninh Tổ quốc trên địa bàn", "Độc lập"])
@pytest.mark.parametrize("share", [0.15, 1.4])
def test_a_line_of_a_wrong_length_is_stretched_about_its_middle(text: str, share: float) -> None:
    made = b.build()
    paragraph = find(made, text)
    anchor = next(paragraph._p.iter(qn("wp:anchor")))
    offset, extent = next(anchor.iter(qn("wp:posOffset"))), next(anchor.iter(qn("wp:extent")))
    middle = int(offset.text) + int(extent.get("cx")) // 2
    width = round(share * text_width_mm(paragraph.text, 14, True) * 36000)
    extent.set("cx", str(width))
    offset.text = str(middle - width // 2)
    before = b.data(made)
    assert [f.rule for f in check_bytes(before, "").findings if f.severity == "must"]
    after, _changes, left = fix_bytes(before)
    assert left == ()
    mended = next(find(Document(BytesIO(after)), text)._p.iter(qn("wp:anchor")))
    offset, extent = next(mended.iter(qn("wp:posOffset"))), next(mended.iter(qn("wp:extent")))
    assert abs(int(offset.text) + int(extent.get("cx")) // 2 - middle) < 36000 / 2
    assert fix_bytes(after)[0] == after


def test_an_annex_of_its_own_section_is_numbered_from_one() -> None:
    after, changes, _left = fix_bytes(broken("ND30-PAGENUM-ANNEX"))
    assert "ND30-PAGENUM-ANNEX" in {finding.rule for finding in changes}
    assert "ND30-PAGENUM-ANNEX" not in {finding.rule for finding in check_bytes(after, "").findings}


def test_a_line_is_drawn_under_a_title_that_wraps() -> None:
    made = b.build(b.plan(abstract=["Triển khai thực hiện phong trào toàn dân bảo vệ an ninh Tổ quốc " * 3]))
    title = find(made, "Triển khai")
    title._p.remove(title.runs[-1]._r)
    after, changes, left = fix_bytes(b.data(made))
    assert ([finding.rule for finding in changes], left) == (["ND30-ABSTRACT-LINE"], ())
    assert fix_bytes(after)[0] == after
