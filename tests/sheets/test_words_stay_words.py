"""E8: no words of data or of others become a formula, an error or another letter in any workbook of ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kh_docs.cli.main import main
from kh_docs.returns.sheets import Column, write_table
from kh_docs.returns.sheets import new_workbook as new_stream
from kh_docs.sheets.writing.cells import MOST_LETTERS, put_words

WORDS = [
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "+84 238",
    "-2+3",
    "#N/A",
    "#REF!",
    "_x0041_ x",
    '=HYPERLINK("http://a.vn")',
    "＝1+1",
]
PLAN = "data/plans/104-kh-ubnd-2024"
# Where somebody may put words, and the command whose workbook shows them.
WAYS = {
    "a duty": (f"{PLAN}/duties.yaml", r"(?m)^  text: ([^>|].*)$", ["coverage", "--xlsx", "a.xlsx"]),
    "a head of a target": (f"{PLAN}/targets.yaml", r"(?m)^  short: (.*)$", ["generate", "--all"]),
    "a head of a field": (
        f"{PLAN}/fields.yaml",
        r"(?m)^    heading: (Số lớp.*)$",
        ["data", "export", "a.xlsx", "--unit", "Vinh"],
    ),
    "an indicator": (
        f"{PLAN}/indicators.yaml",
        r"id: so_buoi_tuyen_truyen\n(?:.*\n)*?    label: (.*)\n",
        ["collect", "ve", "--kind", "bao-cao-6-thang"],
    ),
    "a unit's own": (
        "data/districts/vinh.yaml",
        r"(?m)^  name: (.*)$",
        ["data", "export", "a.xlsx", "--unit", "Vinh"],
    ),
}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words") / "ws"
    assert main(["init", str(folder)]) == 0
    (folder / "ve").mkdir()
    (folder / "data/districts").mkdir(exist_ok=True)
    (folder / "data/districts/vinh.yaml").write_text("signer:\n  name: Nguyễn Văn A\n", encoding="utf-8")
    return folder


@pytest.fixture
def here(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(shipped)
    kept = {path: path.read_bytes() for path in shipped.rglob("*.yaml")}
    yield shipped
    for path, content in kept.items():
        path.write_bytes(content)
    for path in shipped.rglob("*.xlsx"):
        path.unlink()


@pytest.mark.parametrize("words", WORDS[:1] + WORDS[4:5])
@pytest.mark.parametrize("way", WAYS)
def test_of_data(here: Path, way: str, words: str) -> None:
    file, where, command = WAYS[way]
    path = here / file
    text = path.read_text(encoding="utf-8")
    found = re.search(where, text)
    assert found is not None
    quoted = '"' + words.replace('"', '\\"') + '"'
    path.write_text(text[: found.start(1)] + quoted + text[found.end(1) :], encoding="utf-8")
    assert main(command) in (0, 1)
    cells = [cell for made in here.rglob("*.xlsx") for cell in _cells(made)]
    assert {cell.data_type for cell in cells if words in str(cell.value)} == {"s"}
    assert not [cell for cell in cells if cell.data_type == "e"]
    ours = r"=(SUM|COUNT|COUNTIF|IF|IFERROR|MAX)\("
    assert not [cell for cell in cells if cell.data_type == "f" and not re.match(ours, str(cell.value))]


@pytest.mark.parametrize("words", WORDS)
def test_every_place_of_a_table(tmp_path: Path, words: str) -> None:
    """Title, explanation, head and cells, in both of openpyxl's ways to write."""
    stream = new_stream()
    write_table(stream.create_sheet("a"), words, words, [Column(words, 10), Column(words, 10)], [[words, 1]])
    stream.save(tmp_path / "a.xlsx")
    plain = Workbook()
    put_words(plain.active.cell(1, 1), words)  # type: ignore[union-attr]
    plain.save(tmp_path / "b.xlsx")
    for name, count in (("a.xlsx", 5), ("b.xlsx", 1)):
        cells = [cell for cell in _cells(tmp_path / name) if isinstance(cell.value, str)]
        assert [(cell.data_type, _unescaped(cell.value)) for cell in cells] == [("s", words)] * count


def test_what_no_cell_holds(tmp_path: Path) -> None:
    """Openpyxl cuts a long text without a word, and stops at a control character."""
    book = Workbook()
    sheet: Any = book.active
    put_words(sheet.cell(1, 1), "Đ" * 40_000)
    put_words(sheet.cell(1, 2), "a\x1b[2J\x00b\ufffe")
    assert (len(sheet["A1"].value), sheet["A1"].value[-2:]) == (MOST_LETTERS, "Đ…")
    assert sheet["B1"].value == "a<U+001B>[2J<U+0000>b<U+FFFE>"
    book.save(tmp_path / "a.xlsx")


def _cells(path: Path) -> list[Any]:
    return [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]


_unescaped: Callable[[str], str] = lambda text: text.replace("_x005F_", "_")  # noqa: E731
