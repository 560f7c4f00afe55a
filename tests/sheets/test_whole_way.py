"""From an exported workbook, filled in, to four documents in which nothing is left but number and date."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from .clerk import fill

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Run = Callable[..., tuple[int, str, str]]
DOCUMENTS = ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra")


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "\n".join("".join(node.text or "" for node in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))


def placeholders(path: Path) -> list[tuple[str, str]]:
    """Title and text of the controls that still show what belongs there."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [
        (
            str(control.find(f"{W}sdtPr/{W}alias").get(f"{W}val")),
            "".join(node.text or "" for node in control.iter(f"{W}t")),
        )
        for control in root.iter(f"{W}sdt")
        if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    ]


@pytest.mark.parametrize(
    ("name", "unit", "exemplary"), [("Nam Đàn", "nam-dan", 10), ("Hoàng Mai", "hoang-mai", 10)]
)
def test_a_filled_workbook_makes_whole_documents(
    run: Run, workspace: Path, name: str, unit: str, exemplary: int
) -> None:
    assert run("data", "export", "bang.xlsx", "--district", name)[0] == 0
    fill(workspace / "bang.xlsx", exemplary)
    code, out, err = run("data", "import", "bang.xlsx")
    assert code == 0, err
    assert out == f"data/districts/{unit}.yaml\ndata/districts/104-kh-ubnd-2024/{unit}.yaml\n"
    code, _out, err = run("generate", "--district", name)
    assert code == 0, err
    folder = workspace / "out" / "104-kh-ubnd-2024" / unit
    for kind in DOCUMENTS:
        path = folder / f"{kind}-{unit}-2024.docx"
        assert [title for title, shown in placeholders(path) if "…" in shown] == [], kind
        assert "……" not in text_of(path)
    plan = text_of(folder / f"ke-hoach-{unit}-2024.docx")
    assert "Nguyễn Văn A" in plan
    assert "KT. CHỦ TỊCH" in plan
    assert "Phụ lục IV" in plan
    report = text_of(folder / f"bao-cao-6-thang-{unit}-2024.docx")
    assert "45/KH-UBND ngày 23 tháng 02 năm 2024" in report
    minutes = text_of(folder / f"phieu-kiem-tra-{unit}-2024.docx")
    assert "Phiếu số 02" in minutes
