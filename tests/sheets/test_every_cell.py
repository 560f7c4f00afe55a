"""Every cell that the workbook asks reaches a document, or stands on the sheet that says it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from .clerk import heads, rows
from .test_whole_way import DOCUMENTS, text_of

Run = Callable[..., tuple[int, str, str]]
OPEN = ("00FFF9DB", "00FFE0B2")
# What a legal basis is printed of must look like one.
DECISION = {"so_quyet_dinh_doan.gia_tri": "12/QĐ-CAT", "ngay_quyet_dinh_doan.gia_tri": "15 tháng 5 năm 2024"}
OPTIONAL, NOT_PRINTED = "Số liệu thêm", "(không in)"


def chosen(sheet: Worksheet) -> dict[tuple[int, int], Any]:
    """The first choice of each cell that has a list."""
    found: dict[tuple[int, int], Any] = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list":
            lists, area = rule.formula1.split("!")
            first = sheet.parent[lists][area.replace("$", "").split(":")[0]].value
            found |= {place: first for area in rule.sqref.ranges for place in area.cells}
    return found


def marked(sheet: Worksheet, start: int) -> Iterator[tuple[str, str, str]]:
    """Fill every open cell, the name of each entry first; the marks as they are printed, by cell."""
    lists = chosen(sheet)
    for row in rows(sheet):
        for head, column in heads(sheet).items():
            cell = sheet.cell(row, column)
            if cell.fill.fgColor.rgb not in OPEN:
                continue
            number = start = start + 1
            if (row, column) in lists:
                cell.value = lists[row, column]
            elif cell.number_format == "dd/mm/yyyy":
                cell.value = "15/02/2024"
            elif cell.number_format in ("0", "General"):
                cell.value = number
                yield cell.coordinate, head, f"{number:,}".replace(",", ".")
            else:
                code = str(sheet.cell(row, heads(sheet).get("Mã", 1)).value)
                cell.value = DECISION.get(code.partition(":")[2], f"Dấu {number}")
                yield cell.coordinate, head, cell.value


@pytest.mark.parametrize("unit", ["nam-dan", "vinh"])
def test_every_cell_reaches_a_document(run: Run, workspace: Path, unit: str) -> None:
    run("data", "export", "bang.xlsx", "--district", unit)
    book = load_workbook(workspace / "bang.xlsx")
    marks: dict[str, list[tuple[str, str, str]]] = {}
    for sheet in book.worksheets[1:]:
        if sheet.sheet_state == "visible":
            marks[sheet.title] = list(marked(sheet, 1000 * (len(marks) + 1)))
    book.save(workspace / "bang.xlsx")
    code, _out, err = run("data", "import", "bang.xlsx")
    assert code == 0, err
    code, _out, err = run("generate", unit)
    assert code == 0, err
    folder = workspace / "out" / "104-kh-ubnd-2024" / unit
    printed = "\n".join(text_of(folder / f"{kind}-{unit}-2024.docx") for kind in DOCUMENTS)
    lost = {
        title: [(cell, head) for cell, head, mark in asked if mark not in printed and NOT_PRINTED not in head]
        for title, asked in marks.items()
    }
    assert len(lost.pop(OPTIONAL)) == len(marks[OPTIONAL])
    assert {title: found for title, found in lost.items() if found} == {}
