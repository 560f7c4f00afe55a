"""Neighbours of C3, C4, E12: cells that cannot be read, columns and sheets of hers, workbooks without end."""

from __future__ import annotations

import re
import resource
import time
from pathlib import Path

import pytest

from kh_docs.cli.main import main
from kh_docs.errors import DataError
from kh_docs.sheets.reading.opened import open_workbook

from .test_hostile_workbooks import (
    CELL,
    NAME,
    UNITS,
    Edit,
    Parts,
    book,
    both,
    changed,
    edited,
    elsewhere,
    in_a_sheet,
    prefixed,
    sheet_of,
    signer,
)

__all__ = ["book"]


def cell_becomes(words: bytes) -> Edit:
    """The cell of the signer's name is written so."""

    def edit(parts: Parts) -> None:
        name = sheet_of(parts)
        assert CELL.search(parts[name])
        parts[name] = CELL.sub(words, parts[name])

    return edit


UNREAD = {
    "an error": cell_becomes(rb'<c r="\1"\2 t="e"\3><v>#REF!</v></c>'),
    "an error of a formula": cell_becomes(rb'<c r="\1"\2 t="e"\3><f>A1/0</f><v>#DIV/0!</v></c>'),
    "a formula of words, not worked out": cell_becomes(rb'<c r="\1"\2 t="str"\3><f>A1&amp;B1</f></c>'),
    "a text that is not there": cell_becomes(rb'<c r="\1"\2 t="s"\3><v>999999</v></c>'),
}


@pytest.mark.parametrize("name", UNREAD)
@pytest.mark.parametrize("prefix", [False, True], ids=["plain", "prefix"])
def test_an_answer_is_not_deleted(
    book: Path, name: str, prefix: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """C3."""
    edited(book, both(UNREAD[name], prefixed) if prefix else UNREAD[name])
    before = signer(book)
    assert main(["data", "import", "bang.xlsx"]) == 2
    err = capsys.readouterr().err
    assert "bang.xlsx" in err
    assert "Lỗi của chính chương trình" not in err
    assert signer(book) == before


READ = {
    "a formula with its value": cell_becomes(
        rb'<c r="\1"\2 t="str"\3><f>"x"</f><v>' + NAME.encode() + rb"</v></c>"
    ),
    "a text in pieces": cell_becomes(
        rb'<c r="\1"\2 t="inlineStr"\3><is><r><t>Nguyen </t></r><r><t>Van A</t></r></is></c>'
    ),
    "rows without numbers": lambda parts: parts.update(
        {name: re.sub(rb'<row r="\d+"', b"<row", parts[name]) for name in [sheet_of(parts)]}
    ),
    "no size of the sheet": lambda parts: parts.update(
        {name: re.sub(rb"<dimension [^>]*/>", b"", parts[name]) for name in [sheet_of(parts)]}
    ),
}


@pytest.mark.parametrize("name", READ)
def test_what_other_programs_write_is_read(book: Path, name: str) -> None:
    """C3: nothing is changed, for nothing was."""
    edited(book, READ[name])
    before = signer(book)
    assert main(["data", "import", "bang.xlsx"]) == 0
    assert signer(book) == before


def test_hidden_and_moved_is_no_other_workbook(book: Path) -> None:
    """C4."""

    def hide(opened) -> None:  # type: ignore[no-untyped-def]
        sheet = opened[UNITS]
        sheet.column_dimensions["C"].hidden = True
        sheet.row_dimensions[5].hidden = True
        opened.move_sheet(sheet, offset=2)

    before = signer(book)
    changed(book, hide)
    assert main(["data", "import", "bang.xlsx"]) == 0
    assert signer(book) == before


OWN = {
    "a renamed sheet": (lambda opened: setattr(opened[UNITS], "title", "Đơn vị cũ"), (2,), "không có trang"),
    "a sheet of hers": (lambda opened: opened.create_sheet("Ghi chú").append(["x"]), (0,), "Ghi chú"),
    "a head rewritten": (lambda opened: opened[UNITS].cell(3, 4, "Khác"), (0, 2), "Khác"),
    "a unit nobody knows": (lambda opened: opened[UNITS].cell(4, 1, "Huyện Lạ"), (2,), "Huyện Lạ"),
    "a second unit's row": (
        lambda opened: opened[UNITS].append([cell.value for cell in opened[UNITS][4]]),
        (2,),
        "bang.xlsx",
    ),
}


@pytest.mark.parametrize("name", OWN)
def test_what_goes_nowhere_is_said(book: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """C4: and nothing that is stored goes for it."""
    change, codes, said = OWN[name]
    before = signer(book)
    changed(book, change)
    assert main(["data", "import", "bang.xlsx"]) in codes
    out, err = capsys.readouterr()
    assert said in out + err
    assert signer(book) == before


RULES = b"<dataValidations>" + b'<dataValidation sqref="A1:XFD1048576"/>' * 200_000 + b"</dataValidations>"
LARGE = {
    "a million links": in_a_sheet(
        b"<hyperlinks>" + b'<hyperlink ref="A1" location="a"/>' * 1_000_000 + b"</hyperlinks>"
    ),
    "a cell far away": in_a_sheet(b'<mergeCells><mergeCell ref="A1:A2000000000"/></mergeCells>'),
    "rules of cells": in_a_sheet(RULES),
    "a linked sheet elsewhere": elsewhere(
        in_a_sheet(b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="a"/></hyperlinks>')
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_no_workbook_takes_all_memory_or_time(book: Path, name: str) -> None:
    """E12."""
    edited(book, LARGE[name])
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with pytest.raises(DataError):
        open_workbook(book)
    assert time.process_time() - start < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000
