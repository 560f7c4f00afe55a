"""The cases of the reliability page about text (B18-B24) and workbooks (B69-B72), and the time it takes."""

from __future__ import annotations

import io
import re
import time
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kh_docs.reading.legacy import suspicion
from kh_docs.sheets.values import BadCell, to_excel

from .clerk import heads, put

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def workbook(run: Run, workspace: Path) -> Path:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    return workspace / "bang.xlsx"


def local(workspace: Path) -> Path:
    path = workspace / "data" / "districts" / "nam-dan.yaml"
    path.parent.mkdir(exist_ok=True)
    return path


def test_b18_decomposed_letters_are_composed(run: Run, workspace: Path, workbook: Path) -> None:
    book = load_workbook(workbook)
    put(book["Đơn vị"], 4, "Nội dung nhập", unicodedata.normalize("NFD", "  Nguyễn Văn Ổn  "))
    book.save(workbook)
    assert run("data", "import", "bang.xlsx")[0] == 0
    assert "name: Nguyễn Văn Ổn\n" in local(workspace).read_text(encoding="utf-8")


def test_b19_b20_keys_are_compared_composed(run: Run, workspace: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Nam Hưng")
    local(workspace).write_text(f"communes:\n  {decomposed}:\n    exemplary: yes\n", encoding="utf-8")
    assert run("data", "check")[0] == 0
    local(workspace).write_text(
        f"communes:\n  Nam Hưng: {{exemplary: yes}}\n  {decomposed}: {{exemplary: no}}\n", encoding="utf-8"
    )
    code, out, _err = run("data", "check")
    assert code == 1
    assert out.startswith(
        "data/districts/nam-dan.yaml:3: communes.Nam Hưng: trùng khóa “Nam Hưng” (dòng 2 và 3)"
    )


@pytest.mark.parametrize(
    ("text", "font", "right"),
    [
        ("NguyÔn V¨n A", "TCVN3", "Nguyễn Văn A"),
        ("Nguyeãn Vaên Anh", "VNI", "Nguyễn Văn Anh"),
        ("TrÆ°á»\x9dng THCS Kim LiÃªn", "bảng mã", "Trường THCS Kim Liên"),
    ],
)
def test_b21_b22_b23_old_fonts_are_told_of_and_never_converted(
    run: Run, workspace: Path, workbook: Path, text: str, font: str, right: str
) -> None:
    found = suspicion(text)
    assert found is not None
    assert (font in found.font, found.unicode) == (True, right)
    if "\x9d" in text:
        return
    book = load_workbook(workbook)
    put(book["Đơn vị"], 4, "Nội dung nhập", text)
    book.save(workbook)
    code, _out, err = run("data", "import", "bang.xlsx")
    assert code == 0
    assert re.search(rf"Lưu ý: bang\.xlsx!Đơn vị!C4: nghi là chữ .*{font}.*“{right}”", err)
    assert f"name: {text}\n" in local(workspace).read_text(encoding="utf-8")
    code, _out, err = run("data", "check")
    assert code == 0
    assert "data/districts/nam-dan.yaml:4: signer.name: nghi là chữ" in err


@pytest.mark.parametrize(
    "text",
    [
        "Müller",
        "Søren",
        "30°C",
        "Müller và François",
        "Søren & Ångström",
        "Nguyễn Thị Ổn",
        "5 m² – 30 %",
        "Krông Pắk",
        "Êban",
        "“Điển hình”",
        "café",
    ],
)
def test_b24_good_text_is_left_alone(text: str) -> None:
    assert suspicion(text) is None


def rewritten(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Change one part inside the workbook."""
    result = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            content = source.read(entry)
            target.writestr(entry, change(content) if entry == name else content)
    path.write_bytes(result.getvalue())


def test_b69_a_stale_dimension_hides_no_row(run: Run, workspace: Path, workbook: Path) -> None:
    book = load_workbook(workbook)
    put(book["Xã, phường"], 22, "Đăng ký điển hình", "Có")
    book.save(workbook)
    rewritten(
        workbook,
        "xl/worksheets/sheet4.xml",
        lambda xml: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:B5"', xml),
    )
    assert run("data", "import", "bang.xlsx")[0] == 0
    own = local(workspace).parent / "104-kh-ubnd-2024" / "nam-dan.yaml"
    assert "exemplary: yes" in own.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
        b"".join(b'<row r="%d"/>' % number for number in range(200, 1_000_000)),
    ],
    ids=["a far cell", "a million empty rows"],
)
def test_b69_far_cells_and_endless_rows_are_refused_at_once(run: Run, workbook: Path, rows: bytes) -> None:
    rewritten(
        workbook, "xl/worksheets/sheet4.xml", lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>")
    )
    began = time.process_time()
    code, _out, err = run("data", "import", "bang.xlsx")
    assert (code, time.process_time() - began < 5) == (2, True)
    assert "bang.xlsx: có trang tới dòng" in err


def test_b69_hidden_rows_and_sheets_are_read_and_told_of(run: Run, workspace: Path, workbook: Path) -> None:
    book = load_workbook(workbook)
    put(book["Đơn vị"], 4, "Nội dung nhập", "Nguyễn Văn A")
    book["Đơn vị"].row_dimensions[4].hidden = True
    book["Khen thưởng"].sheet_state = "hidden"
    book.save(workbook)
    code, _out, err = run("data", "import", "bang.xlsx")
    assert code == 0
    assert "bang.xlsx!Đơn vị!A4: dòng đang ẩn" in err
    assert "bang.xlsx!Khen thưởng: trang đang ẩn" in err
    assert "Nguyễn Văn A" in local(workspace).read_text(encoding="utf-8")


def test_b69_merged_heads_are_refused(run: Run, workbook: Path) -> None:
    book = load_workbook(workbook)
    book["Trường THPT"].merge_cells("B3:C3")
    book.save(workbook)
    code, _out, err = run("data", "import", "bang.xlsx")
    assert code == 2
    assert "bang.xlsx!Trường THPT!B3: ô gộp B3:C3" in err


# B70 is among the forty of test_planted.py.


def test_b71_other_files_are_refused_by_name(run: Run, workspace: Path, workbook: Path) -> None:
    content = workbook.read_bytes()
    (workspace / "a.xlsm").write_bytes(content)
    (workspace / "b.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (workspace / "c.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (workspace / "d.xlsx").write_bytes(content[:4000])
    (workspace / "e.xlsx").write_bytes(content)
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    rewritten(workspace / "e.xlsx", "xl/workbook.xml", lambda xml: bomb + xml)
    (workspace / "f.xlsx").write_bytes(content)
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    rewritten(workspace / "f.xlsx", "xl/styles.xml", lambda xml: outside + xml)
    expected = {
        "a.xlsm": "macro",
        "b.xls": "tệp .xls kiểu cũ",
        "c.xlsx": "mật khẩu",
        "d.xlsx": "tệp hỏng",
        "e.xlsx": "không an toàn",
        "f.xlsx": "không an toàn",
        "g.xlsx": "không đọc được tệp",
    }
    for name, said in expected.items():
        code, out, err = run("data", "import", name)
        assert (code, out) == (2, "")
        assert f"{name}: " in err
        assert said in err


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A1", "=1+1", "+84 123", "-5 xã", "@SUM(A1)"])
def test_b72_words_are_never_formulas(run: Run, workspace: Path, text: str) -> None:
    local(workspace).write_text(f'signer:\n  name: "{text}"\n', encoding="utf-8")
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    cell = load_workbook(workspace / "bang.xlsx")["Đơn vị"]["C4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    assert run("data", "import", "bang.xlsx")[:2] == (0, "")


def test_b72_too_long_is_refused_not_cut(run: Run, workspace: Path) -> None:
    with pytest.raises(BadCell, match="Excel chỉ giữ 32767"):
        to_excel("text", "x" * 32_768)
    local(workspace).write_text(f"signer:\n  name: {'x' * 32_768}\n", encoding="utf-8")
    code, out, err = run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    assert (code, out) == (2, "")
    assert "/nam-dan.yaml: " in err
    assert not (workspace / "bang.xlsx").exists()


def test_460_communes_take_seconds_not_minutes(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx")
    book = load_workbook(workspace / "bang.xlsx")
    sheet = book["Xã, phường"]
    assert sheet.max_row - 3 == 460
    column = heads(sheet)["Sạch về ma túy"]
    for row in range(4, sheet.max_row + 1):
        sheet.cell(row, column).value = "giữ vững"
    book.save(workspace / "bang.xlsx")
    began = time.process_time()
    code, out, _err = run("data", "import", "bang.xlsx")
    assert (code, len(out.splitlines())) == (0, 21)
    # The processor's time, because other work on the machine is not ours.
    assert time.process_time() - began < 5
