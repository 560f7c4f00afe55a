"""Cells as any program may write them, and what each of them says."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from kh_docs.errors import DataError
from kh_docs.sheets.reading.opened import OpenedSheet, open_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Style 1 is a date, 2 a percentage, 3 a day in words of its own, 4 a number with a unit.
STYLES = """<numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy"/>
<numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts>
<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>"""


def opened(folder: Path, sheet: str, properties: str = "") -> OpenedSheet:
    """A workbook of one sheet with these parts, opened."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{KIND}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/></Types>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>'
        '<sheet name="Một" sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="b" Type="{OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{STYLES}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
    }
    path = folder / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return open_workbook(path).sheets["Một"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<c><v>12</v></c>", 12),
        ("<c><v>12.5</v></c>", 12.5),
        ("<c><v>1E3</v></c>", 1000.0),
        ('<c s="1"><v>45345</v></c>', datetime(2024, 2, 23)),
        ('<c s="3"><v>45345</v></c>', datetime(2024, 2, 23)),
        ('<c s="4"><v>45345</v></c>', "45345 days"),
        ('<c s="1"><v>99999999999</v></c>', "#VALUE!"),
        ('<c s="2"><v>0.855</v></c>', "85,5%"),
        ('<c t="b"><v>1</v></c>', True),
        ('<c t="d"><v>2024-02-23</v></c>', datetime(2024, 2, 23)),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c t="inlineStr"><is><t>Nam Đàn</t></is></c>', "Nam Đàn"),
        ('<c t="inlineStr"><is><r><t>Nam </t></r><r><t>Đàn</t></r></is></c>', "Nam Đàn"),
        ('<c t="str"><f>A1</f><v>so_x005F_xa</v></c>', "so_xa"),
        ('<c t="inlineStr"><is><t>  </t></is></c>', None),
        ("<c/>", None),
    ],
)
def test_values(tmp_path: Path, cell: str, value: object) -> None:
    sheet = opened(tmp_path, f"<sheetData><row>{cell}</row></sheetData>")
    assert sheet.rows.get(1, {}).get(1) == value
    assert sheet.formulas == set()


def test_cells_without_references_follow_each_other(tmp_path: Path) -> None:
    sheet = opened(
        tmp_path,
        '<sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row>'
        '<row r="7"><c><v>4</v></c></row><row><c r="BI8"><v>5</v></c><c r="B8"><v>6</v></c></row>'
        "</sheetData>",
    )
    assert sheet.rows == {1: {1: 1, 4: 2, 5: 3}, 7: {1: 4}, 8: {2: 6}}


def test_a_formula_that_nobody_worked_out(tmp_path: Path) -> None:
    sheet = opened(tmp_path, "<sheetData><row><c><f>1+1</f></c><c><f>1+1</f><v/></c></row></sheetData>")
    assert (sheet.rows, sheet.formulas) == ({}, {(1, 1), (1, 2)})


def test_a_formula_whose_words_are_empty_is_an_empty_cell(tmp_path: Path) -> None:
    sheet = opened(tmp_path, '<sheetData><row><c t="str"><f>""</f><v></v></c></row></sheetData>')
    assert (sheet.rows, sheet.formulas) == ({}, set())


def test_days_of_an_old_mac(tmp_path: Path) -> None:
    row = '<sheetData><row><c s="1"><v>43883</v></c></row></sheetData>'
    sheet = opened(tmp_path, row, '<workbookPr date1904="1"/>')
    assert sheet.rows == {1: {1: datetime(2024, 2, 23)}}


def test_what_is_hidden_or_merged(tmp_path: Path) -> None:
    sheet = opened(
        tmp_path,
        '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="5" hidden="1"/></sheetData>'
        '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B2:C4"/><mergeCell ref="A6:A7"/></mergeCells>',
    )
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({5}, {2, 3})
    assert sheet.merged == [(2, 2, "B2:C4"), (6, 1, "A6:A7")]


@pytest.mark.parametrize(
    "sheet",
    [
        '<sheetData><row><c t="s"><v>3</v></c></row></sheetData>',
        "<sheetData><row><c><v>một</v></c></row></sheetData>",
        "<sheetData><row><c>",
    ],
)
def test_nonsense_is_refused_by_name(tmp_path: Path, sheet: str) -> None:
    with pytest.raises(DataError, match=r"a\.xlsx: không mở được bảng tính"):
        opened(tmp_path, sheet)
