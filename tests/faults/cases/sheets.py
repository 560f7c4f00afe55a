"""B69-B72: Excel files that come back, and what goes out to Excel."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kh_docs.cli.main import kh_docs

from ..bench import WHOLE, Bench, Ran, needs, not_run, words_of
from ..rows import case

UNIT = "nam-dan"
SHEET, HEAD_ROW, VALUE_COLUMN, CODE_COLUMN = "Đơn vị", 3, 3, 5
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def exported(bench: Bench) -> Path:
    """A fresh workbook of one district."""
    if "data" not in kh_docs.commands:
        not_run("chưa có lệnh kh-docs data")
    path, fresh = bench.folder / "bảng.xlsx", bench.folder / "mới xuất.xlsx"
    if not fresh.exists():
        ran = bench.run("data", "export", fresh, "--district", UNIT)
        assert ran.code == 0, ran.err
    shutil.copyfile(fresh, path)
    return path


def filled(bench: Bench, **values: Any) -> tuple[Path, dict[str, str]]:
    """The workbook with these items of its first sheet, and the cells where they stand."""
    path = exported(bench)
    book = load_workbook(path)
    sheet = book[SHEET]
    cells = {}
    for row in range(HEAD_ROW + 1, sheet.max_row + 1):
        code = str(sheet.cell(row, CODE_COLUMN).value).replace(".", "_")
        if code in values:
            sheet.cell(row, VALUE_COLUMN).value = values[code]
            cells[code] = f"{SHEET}!C{row}"
    assert len(cells) == len(values), f"the form has changed, mend this case: {values}"
    book.save(path)
    return path, cells


def rewrite(path: Path, change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **(extra or {})}.items():
            archive.writestr(name, change(name, content))


def imported(bench: Bench, path: Path) -> str:
    """What the import wrote for the district."""
    ran = bench.run("data", "import", path)
    assert ran.code == 0, ran.err
    return (bench.workspace / "data" / "districts" / f"{UNIT}.yaml").read_text(encoding="utf-8")


def refused(bench: Bench, path: Path, *said: str) -> int:
    """Nothing is read from the file, nothing written, and the message names it."""
    ran = bench.run("data", "import", path)
    ran.said(path.name, *said)
    assert not (bench.workspace / "data" / "districts").exists()
    return ran.code


@case("B69")
def odd_shapes(bench: Bench) -> list[int]:
    path, _cells = filled(bench, signer_name="Nguyễn Văn An")
    rewrite(
        path, lambda _name, content: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:B2"', content)
    )
    assert "Nguyễn Văn An" in imported(bench, path)

    codes = [0]
    for shape in (_far_cell, _blank_rows, _hidden, _merged_heads)[: 4 if WHOLE else 2]:
        shutil.rmtree(bench.workspace / "data" / "districts", ignore_errors=True)
        path, _cells = filled(bench, signer_name="Nguyễn Văn An")
        shape(path)
        ran = bench.start("data", "import", path).end()
        assert ran.code in (0, 2), shape.__name__ + ran.err
        ran.said(path.name if ran.code else "")
        assert ran.processor_seconds < 5, shape.__name__
        assert ran.peak_mb < 300, shape.__name__
        if ran.code == 0:
            written = bench.workspace / "data" / "districts" / f"{UNIT}.yaml"
            assert "Nguyễn Văn An" in written.read_text(encoding="utf-8"), shape.__name__
        codes.append(ran.code)
    return codes


def _far_cell(path: Path) -> None:
    book = load_workbook(path)
    book[SHEET].cell(1_048_576, 16_384).value = "x"
    book.save(path)


def _blank_rows(path: Path) -> None:
    rows = b"".join(b'<row r="%d" ht="15"/>' % row for row in range(1_000, 1_000_000))
    rewrite(
        path,
        lambda name, content: (
            content.replace(b"</sheetData>", rows + b"</sheetData>", 1)
            if name.endswith("sheet2.xml")
            else content
        ),
    )


def _hidden(path: Path) -> None:
    book = load_workbook(path)
    book[SHEET].sheet_state = "hidden"
    book[SHEET].row_dimensions[HEAD_ROW + 1].hidden = True
    book.save(path)


def _merged_heads(path: Path) -> None:
    book = load_workbook(path)
    book[SHEET].merge_cells("A1:E1")
    book[SHEET].merge_cells("C3:D3")
    book.save(path)


@case("B70")
def odd_cells(bench: Bench) -> list[int]:
    codes = []
    for field, value in (
        ("signer_name", '=A1&"x"'),
        ("signer_name", "#N/A"),
        ("proposal_number", 1234567890123456789),
        ("proposal_issued_on", "31/02/2024"),
        ("proposal_issued_on", "hôm qua"),
    )[: 5 if WHOLE else 3]:
        path, cells = filled(bench, **{field: value})
        codes.append(refused(bench, path, cells[field]))
    for field, value, printed in (
        ("proposal_number", 123456789012, "123456789012"),
        ("proposal_number", "012", "012"),
    ):
        path, _cells = filled(bench, **{field: value, "proposal_issued_on": "19/02/2024"})
        ran = bench.run("data", "import", path)
        if ran.code == 0:  # taken as it stands: then not a digit may be missing
            bench.generate(UNIT)
            assert printed in words_of(bench.path(UNIT))
            shutil.rmtree(bench.workspace / "data" / "districts")
        else:
            ran.said(path.name, f"{SHEET}!C")
            codes.append(ran.code)
    return codes


@case("B71")
def other_files(bench: Bench) -> list[int]:
    right = exported(bench)
    codes = []
    for name, content, said in (
        ("bảng.xlsm", right.read_bytes(), "macro"),
        ("bảng.xls", OLE, "kiểu cũ"),
        ("khóa.xlsx", OLE, "có mật khẩu"),
        ("bảng.pdf", b"%PDF", "không phải tệp .xlsx"),
        ("rỗng.xlsx", b"", "không phải .xlsx"),
    ):
        path = bench.folder / name
        path.write_bytes(content)
        codes.append(refused(bench, path, said))
        path.unlink()
    secret = bench.folder / "secret"
    secret.write_text("bí mật")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for declared in (f'<!ENTITY a SYSTEM "{secret.as_uri()}">', f'<!ENTITY l0 "ha">{laughs}'):
        path = exported(bench)
        dtd = f"<!DOCTYPE x [{declared}]>".encode()

        def declare(name: str, content: bytes, dtd: bytes = dtd) -> bytes:
            if not name.endswith("sheet2.xml"):
                return content
            head, mark, rest = content.rpartition(b"<worksheet")
            return head + dtd + mark + rest

        rewrite(path, declare)
        codes.append(refused(bench, path, "không an toàn"))
    path = exported(bench)
    rewrite(path, lambda _name, content: content, {"xl/vbaProject.bin": b"x"})
    codes.append(refused(bench, path, "macro"))
    path.write_bytes(right.read_bytes()[:5_000])
    codes.append(refused(bench, path, "tệp hỏng"))
    return codes


DANGEROUS = ('=cmd|"/C calc"!A0', "=1+1", "+84 912 345", "-5", "@SUM(A1)", "'=1", "=HYPERLINK(1)")


@case("B72")
def dangerous_values(bench: Bench) -> list[int]:
    rows = "".join(f"  - name: {json.dumps(value)}\n    kind: cơ quan\n" for value in DANGEROUS)
    bench.district(UNIT, "bodies:\n" + rows)
    path = exported(bench)
    sheet = load_workbook(path)["Cơ quan, DN, trường"]
    cells = [sheet.cell(row, 2) for row in range(HEAD_ROW + 1, HEAD_ROW + 1 + len(DANGEROUS))]
    assert [cell.value for cell in cells] == list(DANGEROUS)
    assert {cell.data_type for cell in cells} == {"s"}
    codes = [0, _again(bench, path).code]
    if WHOLE:
        _as_libreoffice_shows(bench, path)
    bench.district(UNIT, f"bodies:\n  - name: {'đ' * 40_000}\n    kind: cơ quan\n")
    long = bench.run("data", "export", bench.folder / "dài.xlsx", "--district", UNIT)
    assert long.code in (1, 2), "40,000 characters do not fit a cell: refused, never cut"
    long.said("32")
    assert not (bench.folder / "dài.xlsx").exists()
    return codes


def _again(bench: Bench, path: Path) -> Ran:
    """What goes out comes back the same."""
    before = (bench.workspace / "data" / "districts" / f"{UNIT}.yaml").read_text(encoding="utf-8")
    ran = bench.run("data", "import", path)
    assert ran.code == 0, ran.err
    after = (bench.workspace / "data" / "districts" / f"{UNIT}.yaml").read_text(encoding="utf-8")
    assert before.count("cơ quan") == after.count("cơ quan")
    return ran


def _as_libreoffice_shows(bench: Bench, path: Path) -> None:
    needs("soffice")
    export = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = ["soffice", f"-env:UserInstallation={(bench.folder / 'lo').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", export, "--outdir", str(bench.folder / "csv"), str(path)],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    shown = next((bench.folder / "csv").glob("*Cơ quan*.csv"))
    cells = {cell for row in csv.reader(shown.read_text(encoding="utf-8").splitlines()) for cell in row}
    assert set(DANGEROUS) <= cells
