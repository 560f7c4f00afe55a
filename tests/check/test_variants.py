"""The same right document as other programs and people write it: no `must` finding in any."""

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from kh_docs.check import check_bytes
from kh_docs.word.widths import text_width_mm
from kh_docs.word.xml import W

from . import builder as b
from .test_rules import find

CENTER = WD_ALIGN_PARAGRAPH.CENTER
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def musts(data: bytes) -> list[tuple[str, str, str]]:
    report = check_bytes(data, "")
    assert report.refused_reason is None
    return [(f.rule, f.where, f.found) for f in report.findings if f.severity == "must"]


def take_lines(document: Any, text: str) -> Any:
    """The paragraph, its drawn line taken away."""
    paragraph = find(document, text)
    for run in list(paragraph._p.iter(qn("w:r"))):
        if not "".join(t.text or "" for t in run.iter(qn("w:t"))):
            run.getparent().remove(run)
    return paragraph


def vml_line(document: Any) -> None:
    paragraph = take_lines(document, MOTTO)
    end = 50 + text_width_mm(MOTTO, 14, True) / 25.4 * 72
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:line '
            f'style="position:absolute;z-index:1" from="50pt,1pt" to="{end:.1f}pt,1pt"/></w:pict></w:r>'
        )
    )


def border_line(document: Any) -> None:
    paragraph = take_lines(document, MOTTO)
    room = b.RIGHT_MM - 2 * 108 / 1440 * 25.4
    side = round((room - text_width_mm(MOTTO, 14, True)) / 2 / 25.4 * 1440)
    paragraph._p.addnext(
        parse_xml(
            f'<w:p {nsdecls("w")}><w:pPr><w:pBdr><w:top w:val="single" w:sz="6"/></w:pBdr>'
            f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
        )
    )


def underscore_line(document: Any) -> None:
    paragraph = take_lines(document, "HUYỆN NAM ĐÀN")
    below = b.style(document.add_paragraph("______"), 13, align=CENTER)
    paragraph._p.addnext(below._p)


def shape_as_thin_rectangle(document: Any) -> None:
    paragraph = take_lines(document, "an ninh Tổ quốc")
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
            '<v:shape type="#_x0000_t32" '
            'style="position:absolute;margin-left:180pt;margin-top:2pt;width:110pt;height:0"/></w:pict></w:r>'
        )
    )


def styles_only(document: Any) -> None:
    """Take all direct formatting of the body into the Normal style."""
    normal = document.styles["Normal"]
    normal.paragraph_format.first_line_indent = Mm(12.7)
    normal.paragraph_format.space_before = Pt(6)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.alignment = b.BOTH
    normal.paragraph_format.line_spacing = 1.0
    cells = [p for table in document.tables for cell in table._cells for p in cell.paragraphs]
    for paragraph in document.paragraphs + cells:
        if paragraph.text.startswith(("Thực hiện", "Nâng cao", "a)", "b)")):
            paragraph._p.remove(paragraph._p.pPr)
            for run in paragraph.runs:
                if run._r.rPr is not None:
                    run._r.remove(run._r.rPr)
        elif paragraph.alignment in (CENTER, b.LEFT):
            paragraph.paragraph_format.first_line_indent = Mm(0)


def defaults_only(document: Any) -> None:
    """The font in docDefaults, through the theme, and not in Normal."""
    normal = document.styles["Normal"].element
    normal.remove(normal.rPr)
    default = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    for child in list(default):
        default.remove(child)
    default.append(
        parse_xml(f'<w:rFonts {nsdecls("w")} w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    )
    default.append(parse_xml(f'<w:sz {nsdecls("w")} w:val="28"/>'))
    theme = next(part for part in document.part.package.iter_parts() if "theme" in str(part.partname))
    theme._blob = theme.blob.replace(
        b'<a:minorFont><a:latin typeface="Cambria"', b'<a:minorFont><a:latin typeface="Times New Roman"'
    )
    theme._blob = theme.blob.replace(b'typeface="Cambria"', b'typeface="Times New Roman"')


def automatic_numbers(document: Any) -> None:
    """a), b) as Word's list, its indents put right by hand."""
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/><w:pPr>'
            '<w:ind w:left="720" w:hanging="360"/></w:pPr>'
            "</w:lvl></w:abstractNum>"
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for text in ("a) Tổ", "b) Phân"):
        paragraph = find(document, text)
        run = paragraph.runs[0]
        run.text = run.text[3:]
        paragraph._p.pPr.insert(
            0, parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')
        )
        paragraph.paragraph_format.left_indent = Mm(0)
        paragraph.paragraph_format.first_line_indent = Mm(12.7)


def decomposed(document: Any) -> None:
    for text in document.element.body.iter(qn("w:t")):
        text.text = unicodedata.normalize("NFD", text.text)


def tracked(document: Any) -> None:
    """A wrong number deleted, the right one inserted, under tracked changes."""
    paragraph = find(document, "II. TỔ")
    run = paragraph.runs[0]._r
    run.getparent().replace(
        run,
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="1" w:author="x"><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr>'
            "<w:t>II. TỔ CHỨC THỰC HIỆN</w:t></w:r></w:ins>"
        ),
    )
    paragraph._p.insert(
        1,
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="2" w:author="x"><w:r><w:rPr><w:sz w:val="20"/></w:rPr>'
            "<w:delText>III. Tổ chức thực hiện</w:delText></w:r></w:del>"
        ),
    )


def borders_of_cells(document: Any) -> None:
    """The line under the agency is the border of a cell."""
    take_lines(document, "HUYỆN NAM ĐÀN")
    document.tables[0].cell(0, 0)._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:tcBorders {nsdecls("w")}><w:bottom w:val="single" w:sz="4"/></w:tcBorders>')
    )


def who_decides(document: Any) -> None:
    """The issuing authority in capitals under the abstract, as in a quyết định."""
    above = find(document, "an ninh Tổ quốc")
    line = b.style(document.add_paragraph("THỦ TRƯỞNG CƠ QUAN ĐIỀU TRA"), 14, True, align=CENTER)
    above._p.addnext(line._p)


def in_content_controls(document: Any) -> None:
    """The number line and a paragraph inside content controls."""
    for text in ("Số:", "Nâng cao"):
        paragraph = find(document, text)
        control = parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent/></w:sdt>'
        )
        paragraph._p.addprevious(control)
        control.find(qn("w:sdtContent")).append(paragraph._p)


def dotted_blanks(document: Any) -> None:
    find(document, "- Công an tỉnh;").runs[0].text = "- …………………………;"
    find(document, "TM. ỦY").add_run()


def line_breaks(document: Any) -> None:
    """The two lines of the agency, and of the signer's title, in one paragraph each."""
    for first, second in (("ỦY BAN NHÂN DÂN", "HUYỆN NAM ĐÀN"), ("TM. ỦY BAN", "CHỦ TỊCH")):
        above, below = find(document, first), find(document, second)
        above.runs[0].add_break()
        for run in list(below.runs) + list(below._p.iter(qn("w:r")))[1:]:
            above._p.append(run._r if hasattr(run, "_r") else run)
        below._p.getparent().remove(below._p)


def spaced_with_tone_marks(document: Any) -> None:
    find(document, "CỘNG HÒA").runs[0].text = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    find(document, "Số:").runs[0].text = "Số:05/KH-UBND"


VARIANTS: list[Callable[[Any], None]] = [
    vml_line,
    border_line,
    underscore_line,
    shape_as_thin_rectangle,
    styles_only,
    defaults_only,
    automatic_numbers,
    decomposed,
    tracked,
    borders_of_cells,
    who_decides,
    in_content_controls,
    dotted_blanks,
    line_breaks,
    spaced_with_tone_marks,
]


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_false_alarm(variant: Callable[[Any], None]) -> None:
    document = b.build(b.plan(bases=b.BASES))
    variant(document)
    assert musts(b.data(document)) == []


@pytest.mark.parametrize(
    "spec",
    [
        b.plan(),
        b.plan(bases=b.BASES, annexes=[b.ANNEX]),
        b.plan(annexes=[b.ANNEX], landscape_annex=True),
        b.letter(),
        b.letter(addressee=["Công an tỉnh", "Sở Nội vụ"]),
        b.minutes(),
        b.plan(
            parent=["UBND TỈNH NGHỆ AN"],
            agency=["SỞ NỘI VỤ"],
            number="Số: 12/KH-SNV",
            authority=["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
        ),
    ],
)
def test_what_we_build_is_clean(spec: b.Spec) -> None:
    assert check_bytes(b.data(b.build(spec)), "").findings == ()


def test_tracked_changes_are_said() -> None:
    document = b.build()
    tracked(document)
    assert any("Track Changes" in note for note in check_bytes(b.data(document), "").notes)


def header_with_tabs() -> bytes:
    """A header without a table: two columns by a centring tab, lines by underscores."""
    document = b.build()
    body = document.element.body
    body.remove(document.tables[0]._tbl)
    rows = [
        ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13.0, 13.0, True, True, False),
        ("HUYỆN NAM ĐÀN", MOTTO, 13.0, 14.0, True, True, False),
        ("Số: 05/KH-UBND", "Nam Đàn, ngày 05 tháng 3 năm 2024", 13.0, 14.0, False, False, True),
    ]
    for index, (left, right, left_size, right_size, left_bold, right_bold, right_italic) in enumerate(rows):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(30), WD_TAB_ALIGNMENT.CENTER)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(115), WD_TAB_ALIGNMENT.CENTER)
        paragraph.add_run("\t")
        for text, size, bold, italic in (
            (left, left_size, left_bold, False),
            (right, right_size, right_bold, right_italic),
        ):
            run = paragraph.add_run(text)
            run.font.size, run.bold, run.italic = Pt(size), bold, italic
            if text == left:
                paragraph.add_run("\t")
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = 1.0
        body.insert(index, paragraph._p)
    return b.data(document)


def test_header_with_tabs() -> None:
    found = {rule for rule, _where, _found in musts(header_with_tabs())}
    # The drawn lines went with the table: that they are missing is right.
    assert found == {"ND30-TN-LINE", "ND30-AGENCY-LINE"}


def header_in_text_boxes() -> bytes:
    """The two columns of the header in two floating text boxes."""
    document = b.build()
    table = document.tables[0]
    boxes = []
    for column, (left, width) in enumerate(((0, b.LEFT_MM), (b.LEFT_MM, b.RIGHT_MM))):
        content = [p._p for row in table.rows for p in row.cells[column].paragraphs]
        box = parse_xml(
            f"<w:r {nsdecls('w', 'wp', 'a')} "
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            '<w:drawing><wp:anchor><wp:positionH relativeFrom="column">'
            f"<wp:posOffset>{round(left * 36000)}</wp:posOffset></wp:positionH>"
            f'<wp:extent cx="{round(width * 36000)}" cy="900000"/><a:graphic><a:graphicData><wps:wsp>'
            "<wps:txbx><w:txbxContent/></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
        )
        for paragraph in content:
            next(box.iter(W + "txbxContent")).append(paragraph)
        boxes.append(box)
    anchor = document.paragraphs[0]
    for box in boxes:
        anchor._p.append(box)
    document.element.body.remove(table._tbl)
    return b.data(document)


def test_header_in_text_boxes() -> None:
    assert musts(header_in_text_boxes()) == []


FOREIGN = {
    "đảng": b.plan(agency=["HUYỆN ỦY NAM ĐÀN"], number="Số 05-KH/HU"),
    "quy phạm": b.plan(number="Số: 05/2024/QĐ-UBND", type_name="QUYẾT ĐỊNH"),
    "hợp đồng": b.plan(number="Số: 05/2024/HĐ-KT", type_name="HỢP ĐỒNG", abstract=["Cung cấp dịch vụ"]),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_not_ours_is_said(name: str) -> None:
    document = b.build(FOREIGN[name])
    if name == "đảng":
        find(document, "CỘNG HÒA").runs[0].text = "ĐẢNG CỘNG SẢN VIỆT NAM"
        find(document, "Độc lập").runs[0].text = ""
    report = check_bytes(b.data(document), "")
    assert report.ok
    assert report.findings == ()
    assert name in report.notes[0].lower()


def test_a_letter_to_a_friend_is_not_judged() -> None:
    document = Document()
    document.add_paragraph("Chào bạn, cuối tuần này về quê nhé.")
    report = check_bytes(b.data(document), "")
    assert (report.ok, report.findings) == (True, ())
    assert report.notes
