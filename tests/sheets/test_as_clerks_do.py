"""What happens to a workbook between export and import: other programs, sorted rows, ticks, percentages."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from .clerk import fill, heads, put, row_of, rows

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def workbook(run: Run, workspace: Path) -> Path:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    return workspace / "bang.xlsx"


def changed(path: Path, sheet: str, change: Callable[[Worksheet], None]) -> None:
    book = load_workbook(path)
    change(book[sheet])
    book.save(path)


def test_saved_by_libreoffice_it_says_the_same(run: Run, workspace: Path, workbook: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("soffice is missing, so nothing was checked")
    fill(workbook, 10)
    assert run("data", "import", "bang.xlsx")[0] == 0
    profile = f"-env:UserInstallation={(workspace / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir", "lo", "bang.xlsx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert run("data", "import", "lo/bang.xlsx", "--dry-run")[:2] == (0, "")


def moved(sheet: Worksheet) -> None:
    put(sheet, 4, "Đăng ký điển hình", "Có")
    sheet.insert_rows(8)
    sheet.insert_cols(3)
    sheet.insert_rows(1)


def beheaded(sheet: Worksheet) -> None:
    put(sheet, 4, "Đăng ký điển hình", "Có")
    sheet.delete_rows(1, 2)


def upside_down(sheet: Worksheet) -> None:
    put(sheet, 4, "Đăng ký điển hình", "Có")
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    for number, row in enumerate(reversed(values), 4):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value


@pytest.mark.parametrize(("change", "cell"), [(moved, "D5"), (beheaded, "C2"), (upside_down, "C22")])
def test_rows_and_columns_are_found_where_they_went(
    run: Run, workbook: Path, change: Callable[[Worksheet], None], cell: str
) -> None:
    changed(workbook, "Xã, phường", change)
    code, out, _err = run("data", "import", "bang.xlsx", "--dry-run")
    assert (code, out) == (0, f"Nam Đàn: Xã, phường!{cell}: (trống) -> “Có”\n")


@pytest.mark.parametrize("tick", ["Có", "có", "CÓ", "co", "x", "X", "v", "✓", "✔", " x "])
def test_ticks(run: Run, workspace: Path, workbook: Path, tick: str) -> None:
    changed(workbook, "Xã, phường", lambda sheet: put(sheet, 4, "Đăng ký điển hình", tick))
    assert run("data", "import", "bang.xlsx")[0] == 0
    text = (workspace / "data/districts/104-kh-ubnd-2024/nam-dan.yaml").read_text(encoding="utf-8")
    assert "exemplary: yes\n" in text


def test_a_percentage_is_not_taken_for_less_than_one(run: Run, workbook: Path) -> None:
    def typed(sheet: Worksheet) -> None:
        # What Excel makes of “85%”.
        cell = sheet.cell(row_of(sheet, "safe_areas"), heads(sheet)["Nội dung nhập"])
        cell.value, cell.number_format = 0.85, "0%"

    changed(workbook, "Đơn vị", typed)
    code, out, err = run("data", "import", "bang.xlsx", "--dry-run")
    assert (code, out) == (0, "Nam Đàn: Đơn vị!C16: (trống) -> “85”\n")
    assert "Đã chuyển: bang.xlsx!Đơn vị!C16: “85%” đọc là 85\n" in err


def test_blanks_alone_are_nothing(run: Run, workbook: Path) -> None:
    changed(workbook, "Trường THPT", lambda sheet: put(sheet, 4, "Tên trường", "   "))
    code, _out, err = run("data", "import", "bang.xlsx", "--dry-run")
    assert (code, err) == (0, "Chạy thử: 0 thay đổi, chưa ghi gì.\n")


def test_a_letter_that_only_looks_like_d_is_mended_and_told(
    run: Run, workspace: Path, workbook: Path
) -> None:
    """Eth in place of Đ: B6 of the faults found."""
    changed(workbook, "Trường THPT", lambda sheet: put(sheet, 4, "Tên trường", "Trường THPT Ðô Lương"))
    code, _out, err = run("data", "import", "bang.xlsx")
    assert code == 0
    assert "U+00D0 ở vị trí 13 trông giống Đ, đã đổi thành Đ" in err
    text = (workspace / "data/districts/104-kh-ubnd-2024/nam-dan.yaml").read_text(encoding="utf-8")
    assert "Trường THPT Đô Lương" in text


def test_what_a_filter_hides_is_told_of_once(run: Run, workbook: Path) -> None:
    def filtered(sheet: Worksheet) -> None:
        for row in range(6, 20):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["D"].hidden = True

    changed(workbook, "Xã, phường", filtered)
    code, _out, err = run("data", "import", "bang.xlsx", "--dry-run")
    assert code == 0
    assert re.findall(r"Xã, phường!\S+ (.*) ->", err) == [
        "các dòng 6 đến 19 đang ẩn, vẫn được đọc",
        "cột đang ẩn, vẫn được đọc",
    ]


def test_words_in_shared_strings_runs_and_escapes(run: Run, workspace: Path, workbook: Path) -> None:
    """As Excel writes them: by number, in several looks, with the reading aid of some East Asian text."""
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Nguyễn </t></r>'
        "<r><rPr><b/></rPr><t>Văn_x0020_A</t></r><rPh sb='0' eb='1'><t>no</t></rPh></si></sst>"
    )
    parts = {
        "xl/sharedStrings.xml": lambda _old: shared.encode(),
        "xl/_rels/workbook.xml.rels": lambda old: old.replace(
            b"</Relationships>",
            b'<Relationship Id="rId99" Target="sharedStrings.xml" Type="http://schemas.openxmlformats.org/'
            b'officeDocument/2006/relationships/sharedStrings"/></Relationships>',
        ),
        "[Content_Types].xml": lambda old: old.replace(
            b"</Types>",
            b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
            b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
        ),
        "xl/worksheets/sheet2.xml": lambda old: re.sub(
            rb'<c r="C4"( s="\d+")[^>]*?(/>|></c>)', rb'<c r="C4"\1 t="s"><v>0</v></c>', old, count=1
        ),
    }
    rewrite(workbook, parts)
    assert run("data", "import", "bang.xlsx")[0] == 0
    text = (workspace / "data" / "districts" / "nam-dan.yaml").read_text(encoding="utf-8")
    assert "name: Nguyễn Văn A\n" in text


def rewrite(path: Path, parts: dict[str, Callable[[bytes], bytes]]) -> None:
    result = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(result, "w") as target:
        for name in {*source.namelist(), *parts}:
            old = source.read(name) if name in source.namelist() else b""
            target.writestr(name, parts[name](old) if name in parts else old)
    path.write_bytes(result.getvalue())


def test_what_the_file_held_before_is_kept_and_told_of(run: Run, workspace: Path, workbook: Path) -> None:
    path = workspace / "data" / "districts" / "nam-dan.yaml"
    path.parent.mkdir()
    path.write_text("signer:\n  phone: 0912\ncommunes:\n  Nam Hưn:\n    exemplary: yes\n", encoding="utf-8")
    changed(workbook, "Đơn vị", lambda sheet: put(sheet, 4, "Nội dung nhập", "Nguyễn Văn A"))
    code, _out, err = run("data", "import", "bang.xlsx", "--force")
    assert code == 0
    assert "bang.xlsx: data/districts/nam-dan.yaml: signer.phone: không biết trường “phone”" in err
    assert "communes.Nam Hưn: không có xã, phường, thị trấn “Nam Hưn” -> có phải “Nam Hưng”" in err
    assert path.read_text(encoding="utf-8") == (
        "signer:\n  phone: 0912\n  name: Nguyễn Văn A\ncommunes:\n  Nam Hưn:\n    exemplary: yes\n"
    )


def test_an_old_form_takes_nothing_away_unseen(run: Run, workspace: Path, workbook: Path) -> None:
    fill(workbook, 10)
    assert run("data", "import", "bang.xlsx")[0] == 0
    empty = workspace / "trong.xlsx"
    (workspace / "data" / "districts").rename(workspace / "cat")
    run("data", "export", "trong.xlsx", "--district", "Nam Đàn")
    (workspace / "cat").rename(workspace / "data" / "districts")
    code, out, err = run("data", "import", empty.name, "--dry-run")
    assert code == 0
    assert f"Lưu ý: xóa {len(out.splitlines())} giá trị đang có" in err


def test_the_codes_read_the_same_in_every_program(workbook: Path) -> None:
    """LibreOffice reads “_xa_” as the character 0x0A, so its first underscore is written as an escape."""
    texts: list[Any] = [cell.value for cell in load_workbook(workbook)["Số liệu"]["M"]]
    assert "so_x005F_xa_co_ke_hoach" in texts
    assert [text for text in texts if re.search("(?<!x005F)_x[0-9a-f]{1,3}_", str(text))] == []


def test_communes_by_either_spelling(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Kì Sơn")

    def typed(sheet: Worksheet) -> None:
        row = next(
            row
            for row in rows(sheet)
            if sheet.cell(row, heads(sheet)["Xã, phường, thị trấn"]).value == "Mỹ Lý"
        )
        put(sheet, row, "Xã, phường, thị trấn", "Mĩ Lí")
        put(sheet, row, "Trọng điểm phức tạp về ANTT", "Có")

    changed(workspace / "bang.xlsx", "Xã, phường", typed)
    assert run("data", "import", "bang.xlsx")[0] == 0
    text = (workspace / "data/districts/104-kh-ubnd-2024/ky-son.yaml").read_text(encoding="utf-8")
    assert "communes:\n  Mỹ Lý:\n    key_area: yes\n" in text


def test_a_district_that_was_not_exported_keeps_its_lists(run: Run, workspace: Path, workbook: Path) -> None:
    """Typed over another's name it has no rows on any list: that must not take away what it has."""
    path = workspace / "data" / "districts" / "vinh.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("bodies:\n  - name: Cơ quan B\n    kind: cơ quan\n", encoding="utf-8")
    changed(workbook, "Đơn vị", lambda sheet: put(sheet, 4, "Đơn vị", "Vinh"))
    code, _out, err = run("data", "import", "bang.xlsx")
    assert code == 2
    assert "bang.xlsx!Đơn vị!A4: “Vinh” không thuộc bảng này -> bảng chỉ có: Nam Đàn" in err
    assert "Cơ quan B" in path.read_text(encoding="utf-8")
