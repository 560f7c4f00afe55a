"""A head set in frames, text boxes, columns or at tab stops is read like one in a table."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from kh_docs.check import check_bytes

from . import builder as b

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PLACES = ((0.0, b.LEFT_MM), (b.LEFT_MM, b.RIGHT_MM))
# A cell of the layout has this much room at its sides.
_SIDE_MM = 1.9


def sides(document: Any) -> list[tuple[int, list[Any]]]:
    """The cells of the head, row by row, each with the side at which it stands."""
    rows = document.tables[0].rows
    return [(side, list(row.cells[side]._tc.iterchildren(qn("w:p")))) for row in rows for side in (0, 1)]


def in_frames(document: Any) -> None:
    table = document.tables[0]._tbl
    for side, paragraphs in sides(document):
        x, width = _PLACES[side]
        for paragraph in paragraphs:
            frame = OxmlElement("w:framePr")
            for name, value in (("w", width - 2 * _SIDE_MM), ("x", x + _SIDE_MM), ("y", 1.0)):
                frame.set(qn(f"w:{name}"), str(round(value / 25.4 * 1440)))
            frame.set(qn("w:hAnchor"), "margin")
            paragraph.get_or_add_pPr().insert(0, frame)
            table.addprevious(paragraph)
    table.getparent().remove(table)


def in_boxes(document: Any, box: Callable[[float, float], str]) -> None:
    table = document.tables[0]._tbl
    holder = None
    for side, paragraphs in sides(document):
        if side == 0:
            holder = OxmlElement("w:p")
            table.addprevious(holder)
        run = parse_xml(box(*_PLACES[side]))
        assert holder is not None
        holder.append(run)
        content = next(run.iter(qn("w:txbxContent")))
        for paragraph in paragraphs:
            content.append(paragraph)
    table.getparent().remove(table)


def drawn(x: float, width: float) -> str:
    left, cx = round(x * 36000), round(width * 36000)
    return (
        f'<w:r {_NAMES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:extent cx="{cx}" cy="900000"/><a:graphic><a:graphicData><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent/></wps:txbx></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def old(x: float, width: float) -> str:
    style = f"position:absolute;margin-left:{x / 25.4 * 72:.1f}pt;width:{width / 25.4 * 72:.1f}pt;height:60pt"
    return (
        f'<w:r {_NAMES}><w:pict><v:shape style="{style}"><v:textbox><w:txbxContent/></v:textbox>'
        "</v:shape></w:pict></w:r>"
    )


def in_columns(document: Any) -> None:
    table = document.tables[0]._tbl
    cells = sides(document)
    for wanted in (0, 1):
        for side, paragraphs in cells:
            for paragraph in paragraphs if side == wanted else ():
                table.addprevious(paragraph)
    last: Any = OxmlElement("w:p")
    section = deepcopy(document.sections[0]._sectPr)
    columns = section.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        section.append(columns)
    columns.set(qn("w:num"), "2")
    last.get_or_add_pPr().append(section)
    table.addprevious(last)
    table.getparent().remove(table)
    kind = OxmlElement("w:type")
    kind.set(qn("w:val"), "continuous")
    document.sections[-1]._sectPr.insert(0, kind)


WAYS: dict[str, Callable[[Any], None]] = {
    "frames": in_frames,
    "boxes": lambda document: in_boxes(document, drawn),
    "boxes of old": lambda document: in_boxes(document, old),
    "columns": in_columns,
}


def musts(document: Any) -> set[str]:
    report = check_bytes(b.data(document), "x.docx")
    assert report.judged, report.notes
    return {each.rule for each in report.findings if each.severity == "must"}


def without_line(document: Any, cell: tuple[int, int]) -> None:
    for run in list(document.tables[0].cell(*cell)._tc.iter(qn("w:r"))):
        if (
            run.find("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")
            is not None
        ):
            run.getparent().remove(run)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("spec", [b.plan, b.letter])
def test_a_head_in_order_stays_so(spec: Callable[[], Any], way: str) -> None:
    document = b.build(spec())
    was = musts(document)
    WAYS[way](document)
    assert musts(document) <= was


@pytest.mark.parametrize("way", ["frames", "boxes", "boxes of old"])
@pytest.mark.parametrize(("cell", "rule"), [((0, 0), "ND30-AGENCY-LINE"), ((0, 1), "ND30-TN-LINE")])
def test_a_line_that_is_missing_is_missed_there_too(cell: tuple[int, int], rule: str, way: str) -> None:
    document = b.build(b.plan())
    without_line(document, cell)
    WAYS[way](document)
    assert rule in musts(document)


def at_stops(lines: list[tuple[str, str, bool]]) -> Any:
    """A head whose sides stand at two stops, each in the middle of its column."""
    document = b.build(b.letter())
    table = document.tables[0]._tbl
    for left, right, bold in lines:
        text = f"\t{left}\t{right}" if right else f"\t{left}"
        paragraph = document.add_paragraph(text)
        b.style(paragraph, 13, bold)
        for place in (32, 115):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(place), WD_TAB_ALIGNMENT.CENTER)
        table.addprevious(paragraph._p)
    table.getparent().remove(table)
    return document


def agency_and_subject(lines: list[tuple[str, str, bool]]) -> set[tuple[str, str]]:
    report = check_bytes(b.data(at_stops(lines)), "x.docx")
    assert report.judged, report.notes
    return {(each.rule, each.found) for each in report.findings}


_QH, _TN = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_DATE = "Nam Đàn, ngày 05 tháng 3 năm 2024"


def test_the_name_of_the_agency_goes_on_below_the_motto() -> None:
    """Its third line stands alone at the left: no title, and the head ends below it."""
    lines = [
        ("TRUNG TÂM ĐIỀU ĐỘ", _QH, False),
        ("HỆ THỐNG ĐIỆN", _TN, False),
        ("TRUNG TÂM ĐIỀU ĐỘ MIỀN NAM", "", True),
        ("Số: 5/UBND-VP", _DATE, False),
        ("V/v hướng dẫn đánh giá,", "", False),
        ("phân loại cán bộ", "", False),
    ]
    found = agency_and_subject(lines)
    assert ("ND30-NUM-SYNTAX", "Số: 5/UBND-VP") in found
    assert not any(rule in ("ND30-AGENCY-NAME", "ND30-KG-REQUIRED") for rule, _words in found)


def test_a_line_at_a_stop_of_the_right_column_is_no_agency() -> None:
    lines = [
        ("ỦY BAN NHÂN DÂN", _QH, True),
        ("HUYỆN NAM ĐÀN", _TN, True),
        ("", "PHÒNG NỘI VỤ", False),
        ("Số: 05/UBND-VP", _DATE, False),
    ]
    assert not any(rule == "ND30-AGENCY-NAME" for rule, _words in agency_and_subject(lines))


@pytest.mark.parametrize(
    ("type_name", "broken"), [("KẾ HOẠCH", False), ("KẾ HOẠCH NĂM 2024", False), ("KẾ HOẠCH", True)]
)
def test_a_title_in_the_table_of_the_head(type_name: str, broken: bool) -> None:
    """Type and abstract in a last row, across both sides."""
    document = b.build(b.plan(type_name=type_name))
    table = document.tables[0]
    row = table.add_row()
    cell = row.cells[0].merge(row.cells[1])
    following = table._tbl.getnext()
    for _line in range(3):
        paragraph, following = following, following.getnext()
        cell._tc.append(paragraph)
    if broken:
        for run in cell.paragraphs[-1].runs:
            run.bold = False
    found = musts(document)
    assert ("ND30-ABSTRACT-FMT" in found) is broken
    assert not found & {"ND30-AGENCY-NAME", "ND30-CV-VV", "ND30-KG-REQUIRED", "ND30-NUM-SYMBOL"}
