"""Workbooks as other programs write them, as people change them, and as somebody means ill."""

from __future__ import annotations

import os
import re
import resource
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kh_docs.cli.main import main
from kh_docs.errors import DataError
from kh_docs.sheets.reading.opened import open_workbook

Parts = dict[str, bytes]
Edit = Callable[[Parts], object]
UNITS = "Đơn vị"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "ws"]) == 0
    monkeypatch.chdir(tmp_path / "ws")
    folder = tmp_path / "ws" / "data" / "districts"
    folder.mkdir(exist_ok=True)
    (folder / "nam-dan.yaml").write_text("signer:\n  name: Nguyen Van A\n", encoding="utf-8")
    assert main(["data", "export", "bang.xlsx", "--unit", "Nam Đàn"]) == 0
    return tmp_path / "ws" / "bang.xlsx"


def edited(path: Path, edit: Edit) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    edit(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


NAME = "Nguyen Van A"
CELL = re.compile(
    rb'<c r="([A-Z]+\d+)"([^>]*?) t="(?:inlineStr|s)"([^>]*)><is><t[^>]*>' + NAME.encode() + rb"</t></is></c>"
)


def sheet_of(parts: Parts, words: str = NAME) -> str:
    """The part whose sheet holds this text."""
    sheets = (name for name in parts if name.startswith("xl/worksheets/"))
    return next(name for name in sheets if words.encode() in parts[name])


def formula_instead(parts: Parts) -> None:
    """The cell of the signer's name becomes a formula that nobody has worked out."""
    name = sheet_of(parts)
    assert CELL.search(parts[name]), parts[name][:2000]
    parts[name] = CELL.sub(rb'<c r="\1"\2\3><f>1+1</f></c>', parts[name])


def prefixed(parts: Parts) -> None:
    for name in [name for name in parts if name.startswith("xl/worksheets/") and name.endswith(".xml")]:
        text = re.sub(rb"<(/?)(?![?/]|\w+:)", rb"<\1x:", parts[name])
        parts[name] = text.replace(b"<x:worksheet xmlns=", b"<x:worksheet xmlns:x=")


def both(*edits: Edit) -> Edit:
    def edit(parts: Parts) -> None:
        for each in edits:
            each(parts)

    return edit


def signer(book: Path) -> str:
    return (book.parent / "data/districts/nam-dan.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("edit", [formula_instead, both(formula_instead, prefixed)], ids=["plain", "prefix"])
def test_an_answer_is_not_deleted_because_its_cell_cannot_be_read(
    book: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    """C3."""
    edited(book, edit)
    before = signer(book)
    assert main(["data", "import", "bang.xlsx"]) == 2
    assert "công thức chưa có giá trị" in capsys.readouterr().err
    assert signer(book) == before


def test_a_prefix_changes_nothing(book: Path) -> None:
    edited(book, prefixed)
    before = signer(book)
    assert main(["data", "import", "bang.xlsx"]) == 0
    assert signer(book) == before


def strict(parts: Parts) -> None:
    for name in parts:
        parts[name] = parts[name].replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )


def empty_fill(parts: Parts) -> None:
    parts["xl/styles.xml"] = re.sub(
        rb"<fill>.*?</fill>", b"<fill/>", parts["xl/styles.xml"], count=1, flags=re.DOTALL
    )


def test_strict_and_empty_fills(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """C3: one is named, the other is taken."""
    right = book.read_bytes()
    edited(book, empty_fill)
    assert main(["data", "import", "bang.xlsx"]) == 0
    book.write_bytes(right)
    edited(book, strict)
    assert main(["data", "import", "bang.xlsx"]) == 2
    assert "Strict Open XML" in capsys.readouterr().err


def in_a_sheet(words: bytes) -> Edit:
    def edit(parts: Parts) -> None:
        name = sheet_of(parts)
        parts[name] = parts[name].replace(b"</sheetData>", b"</sheetData>" + words)

    return edit


def elsewhere(edit: Edit) -> Edit:
    """The sheet's part lies outside xl/worksheets/."""

    def moved(parts: Parts) -> None:
        name = sheet_of(parts)
        edit(parts)
        parts["xl/elsewhere.xml"] = parts.pop(name)
        for other in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
            parts[other] = parts[other].replace(name.encode(), b"xl/elsewhere.xml")

    return moved


def many(part: str, before: bytes, words: bytes, count: int) -> Edit:
    def edit(parts: Parts) -> None:
        parts[part] = parts[part].replace(before, words * count + before)

    return edit


SHEET, COLUMN = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', b"A1:A1048576"
LARGE = {
    "merged sheet": in_a_sheet(SHEET),
    "merged column": in_a_sheet(b'<mergeCells><mergeCell ref="' + COLUMN + b'"/></mergeCells>'),
    "merged column with a prefix": both(in_a_sheet(SHEET), prefixed),
    "linked column": in_a_sheet(b'<hyperlinks><hyperlink ref="' + COLUMN + b'" location="a"/></hyperlinks>'),
    "merged elsewhere": elsewhere(in_a_sheet(SHEET)),
    "empty texts": lambda parts: parts.update({"xl/sharedStrings.xml": b"<si><t/></si>" * 3_000_000}),
    "looks": many("xl/styles.xml", b"</cellXfs>", b"<xf/>", 1_000_000),
}


@pytest.mark.parametrize("name", LARGE)
def test_no_workbook_takes_all_memory_or_time(book: Path, name: str) -> None:
    """E12."""
    edited(book, LARGE[name])
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with pytest.raises(DataError):
        open_workbook(book)
    assert time.process_time() - start < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000


@pytest.mark.parametrize("what", ["fifo", "device", "folder"])
def test_what_is_no_file_is_refused(book: Path, what: str) -> None:
    """E14."""
    book.unlink()
    if what == "fifo":
        os.mkfifo(book)
    elif what == "device":
        book.symlink_to("/dev/zero")
    else:
        book.mkdir()
    assert main(["data", "import", "bang.xlsx"]) == 2


def changed(path: Path, change: Callable[[object], None]) -> None:
    opened = load_workbook(path)
    change(opened)
    opened.save(path)


def test_columns_and_sheets_of_her_own(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """C4: what goes nowhere is said; of two columns with one head neither is taken."""

    def own(opened) -> None:  # type: ignore[no-untyped-def]
        sheet = opened[UNITS]
        sheet.cell(3, sheet.max_column + 1, "Ghi chú riêng")
        opened.copy_worksheet(sheet)

    changed(book, own)
    assert main(["data", "import", "bang.xlsx"]) == 0
    err = capsys.readouterr().err
    assert "cột “Ghi chú riêng” không thuộc biểu mẫu" in err
    assert f"trang “{UNITS} Copy” không thuộc biểu mẫu" in err

    def twin(opened) -> None:  # type: ignore[no-untyped-def]
        sheet = opened[UNITS]
        sheet.cell(3, sheet.max_column + 1, sheet.cell(3, 4).value)

    changed(book, twin)
    assert main(["data", "import", "bang.xlsx"]) == 2
    assert "có hai cột" in capsys.readouterr().err


def test_an_older_workbook_does_not_win_over_newer_data(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """C4: asked, and with a backup."""
    path = book.parent / "data/districts/nam-dan.yaml"
    newer = "signer:\n  name: Trần Thị B\n"
    path.write_text(newer, encoding="utf-8")
    assert main(["data", "import", "bang.xlsx"]) == 3
    assert signer(book) == newer
    assert "đã đổi sau khi xuất bảng này" in capsys.readouterr().err
    assert main(["data", "import", "bang.xlsx", "--force"]) == 0
    assert "Nguyen Van A" in signer(book)
    assert path.with_stem("nam-dan.ban-cu-1").read_text(encoding="utf-8") == newer
    capsys.readouterr()
    assert main(["data", "check"]) == 0
    assert "ban-cu" not in capsys.readouterr().err
