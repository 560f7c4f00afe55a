"""Names that a document refuses or prints wrong are told of where they stand in the unit's data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

Run = Callable[..., tuple[int, str, str]]
SIGNER = "data/districts/nam-dan.yaml:2: signer.name: "


def told(workspace: Path, name: str, text: str) -> None:
    (workspace / "data/districts" / name).parent.mkdir(parents=True, exist_ok=True)
    (workspace / "data/districts" / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("NGUYỄN VĂN A", "ghi “Nguyễn Văn A”"),
        ("nguyễn văn a", "ghi “Nguyễn Văn A”"),
        ("NGUYỄN Văn A", "ghi “Nguyễn Văn A”"),
        ("TS. Nguyễn Văn A", "không ghi học hàm"),
        ("Nguyễn Văn A 0912345678", "chỉ ghi họ, tên đệm, tên"),
        ("Nguyễn Văn " * 4, "chỉ ghi họ, tên đệm, tên"),
    ],
)
def test_a_signer_is_told_of_with_line_and_mend(run: Run, workspace: Path, name: str, mend: str) -> None:
    told(workspace, "nam-dan.yaml", f"signer:\n  name: {name}\n")
    said = run("generate", "Nam Đàn", "--kind", "ke-hoach", "--dry-run")[2]
    assert SIGNER in said
    assert mend in said


@pytest.mark.parametrize("name", ["Nguyễn Văn A", "Y Moan K’Brơi", "Lê A"])
def test_a_name_as_it_should_be_says_nothing(run: Run, workspace: Path, name: str) -> None:
    told(workspace, "nam-dan.yaml", f"signer:\n  name: {name}\n")
    code, _out, said = run("generate", "Nam Đàn", "--kind", "ke-hoach", "--dry-run")
    assert code == 0
    assert "signer" not in said


def test_a_workbook_tells_it_at_the_cell(run: Run, workspace: Path) -> None:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    book["Đơn vị"]["C4"].value = "NGUYỄN VĂN A"
    for row, name in enumerate(("Camera an ninh", "CAMERA  an ninh.", "Camera an ninh 2"), 4):
        book["Mô hình"].cell(row, 2).value = name
    book.save(workspace / "bang.xlsx")
    said = run("data", "import", "bang.xlsx", "--dry-run")[2]
    assert "bang.xlsx!Đơn vị!C4: họ tên người ký “NGUYỄN VĂN A”" in said
    assert "bang.xlsx!Mô hình!B5: “CAMERA an ninh.” đã có" in said
    assert "Mô hình!B6" not in said


def test_one_entry_twice_in_a_file(run: Run, workspace: Path) -> None:
    told(
        workspace, "104-kh-ubnd-2024/nam-dan.yaml", "models:\n- name: Camera\n- name: Camera\n- name: Kẻng\n"
    )
    said = "".join(run("data", "check")[1:])
    assert said.count("đã có trong danh sách này") == 1
    assert "nam-dan.yaml:3: models.1.name" in said
