"""The YAML and the workbook say the same thing, whichever way one goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kh_docs.reading.yaml_text import YamlText, parse_yaml
from kh_docs.sheets.form.stamps import STAMP_MARK
from kh_docs.sheets.reading.yaml_file import merged
from kh_docs.text import TextRefused, clean, mended

from .clerk import fill

Run = Callable[..., tuple[int, str, str]]


def cells(path: Path) -> dict[str, Any]:
    return {
        f"{sheet.title}!{cell.coordinate}": cell.value
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def filled(run: Run, workspace: Path) -> Path:
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    fill(workspace / "bang.xlsx", 10)
    assert run("data", "import", "bang.xlsx")[0] == 0
    return workspace / "data" / "districts" / "nam-dan.yaml"


def test_export_import_export(run: Run, workspace: Path) -> None:
    filled(run, workspace)
    run("data", "export", "mot.xlsx", "--district", "Nam Đàn")
    assert run("data", "import", "mot.xlsx")[:2] == (0, "")
    run("data", "export", "hai.xlsx", "--district", "Nam Đàn")
    assert cells(workspace / "mot.xlsx") == cells(workspace / "hai.xlsx")
    assert (workspace / "mot.xlsx").read_bytes() == (workspace / "hai.xlsx").read_bytes()


def test_what_the_clerk_typed_comes_out_again(run: Run, workspace: Path) -> None:
    filled(run, workspace)
    run("data", "export", "mot.xlsx", "--district", "Nam Đàn")
    typed, again = cells(workspace / "bang.xlsx"), cells(workspace / "mot.xlsx")
    # The spare rows move down as the lists grow; everything that was typed is where it was, but for
    # what says of which data the workbook was made.
    stamps = {place for place, value in typed.items() if str(value).startswith(STAMP_MARK)}
    assert len(stamps) == 1
    typed = {place: value for place, value in typed.items() if place not in stamps}
    assert {place: again.get(place) for place in typed} == typed


def test_import_export_import(run: Run, workspace: Path) -> None:
    path = filled(run, workspace)
    before = path.read_text(encoding="utf-8")
    run("data", "export", "lai.xlsx", "--district", "Nam Đàn")
    path.unlink()
    assert run("data", "import", "lai.xlsx", "--force")[0] == 0
    assert path.read_text(encoding="utf-8") == before


def test_comments_and_what_stands_written_differently_stay(run: Run, workspace: Path) -> None:
    path = workspace / "data" / "districts" / "nam-dan.yaml"
    path.parent.mkdir()
    path.write_text(
        "# Của văn phòng, đừng xóa\nsigner:\n  name: Trần Thị B  # phó\n  deputy: có\n"
        "own_targets:\n  forums: 01\nbodies:\n  # Đã hỏi Công an tỉnh\n  - name: 'Cơ "
        "quan: A'\n    kind: cơ quan\n",
        encoding="utf-8",
    )
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    assert run("data", "import", "bang.xlsx")[:2] == (0, "")
    book = load_workbook(workspace / "bang.xlsx")
    book["Cơ quan, DN, trường"]["D4"] = "25 người"
    book.save(workspace / "bang.xlsx")
    code, out, _err = run("data", "import", "bang.xlsx", "--dry-run")
    assert (code, out) == (0, "Nam Đàn: Cơ quan, DN, trường!D4: (trống) -> “25 người”\n")
    assert run("data", "import", "bang.xlsx")[:2] == (0, "data/districts/nam-dan.yaml\n")
    assert path.read_text(encoding="utf-8") == (
        "# Của văn phòng, đừng xóa\nsigner:\n  name: Trần Thị B  # phó\n  deputy: có\n"
        "own_targets:\n  forums: 01\nbodies:\n  # Đã hỏi Công an tỉnh\n  - name: 'Cơ "
        "quan: A'\n    kind: cơ quan\n    size: 25 người\n"
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_lines_that_notepad_ended_stay_as_they_are(run: Run, workspace: Path, mark: bytes) -> None:
    path = workspace / "data" / "districts" / "nam-dan.yaml"
    path.parent.mkdir()
    lines = (
        "# Ghi chú\nown_targets:\n  forums: 01  # năm\n\nbodies:\n  - name: Cơ quan A\n    kind: cơ quan\n"
    )
    ended = lines.replace("\n", "\r\n").encode()
    path.write_bytes(mark + ended)
    run("data", "export", "bang.xlsx", "--district", "Nam Đàn")
    book = load_workbook(workspace / "bang.xlsx")
    book["Cơ quan, DN, trường"]["D4"] = "25 người"
    book.save(workspace / "bang.xlsx")
    assert run("data", "import", "bang.xlsx")[0] == 0
    assert path.read_bytes().removeprefix(mark) == ended + "    size: 25 người\r\n".encode()


def test_an_emptied_cell_takes_its_value_away(run: Run, workspace: Path) -> None:
    path = filled(run, workspace)
    book = load_workbook(workspace / "bang.xlsx")
    book["Đơn vị"]["C4"] = None
    book["Trường THPT"].delete_rows(5)
    book.save(workspace / "bang.xlsx")
    code, out, _err = run("data", "import", "bang.xlsx", "--dry-run")
    assert code == 0
    assert "Nam Đàn: Đơn vị!C4: “Nguyễn Văn A” -> (trống)" in out
    assert "high_schools[Trường THPT L].name: “Trường THPT L” -> (trống)" in out
    assert "Nguyễn Văn A" in path.read_text(encoding="utf-8").splitlines()[3]


@pytest.mark.parametrize("comment", ["", "# Của văn phòng\n"])
def test_a_file_may_be_emptied_and_filled_again(run: Run, workspace: Path, comment: str) -> None:
    run("data", "export", "trong.xlsx", "--district", "Nam Đàn")
    path = filled(run, workspace)
    first = comment + path.read_text(encoding="utf-8")
    path.write_text(first, encoding="utf-8")
    assert run("data", "import", "trong.xlsx", "--force")[0] == 0
    assert path.read_text(encoding="utf-8").endswith("\n{}\n")
    assert run("data", "check")[:2] == (0, "")
    assert run("data", "import", "bang.xlsx", "--force")[0] == 0
    assert path.read_text(encoding="utf-8") == first


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp")), min_size=1
)
LINES = st.lists(TEXT, min_size=1, max_size=3).map("\n".join)


def cleaned(text: str) -> str:
    """As every text of the data has been made; nothing where it would have been refused."""
    try:
        return "\n".join(line.strip() for line in mended(clean(text)).split("\n")).strip()
    except TextRefused:
        return ""


VALUES = LINES.map(cleaned).filter(bool)
KEYS = VALUES.filter(lambda text: "\n" not in text and len(text) < 100 and text != "<<")
ITEMS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=3)
LISTS = st.lists(
    st.builds(lambda name, item: {"name": name, **item}, VALUES, ITEMS),
    min_size=1,
    max_size=3,
    unique_by=lambda item: item["name"],
)
DATA = st.dictionaries(KEYS, VALUES | ITEMS | LISTS, min_size=1, max_size=4)


@given(DATA)
@example(
    {"a": "05", "b": "yes", "c": "- x", "d": "x: y", "e": "x #y", "f": "'", "g": "a:", "h": "# a", "i": "~"}
)
@example({"a": [{"name": "Cơ “quan”: A", "b": "một\n\nhai"}], "đ": {"á": {"x.y": "[1]"}}})
def test_what_is_written_reads_back(data: dict[str, Any]) -> None:
    """`merged` itself refuses to give text that our reader would read differently."""
    text = merged("", "huyện Nam Đàn", {}, data)
    assert parse_yaml(text, YamlText("")).value == data
    # With somebody's comment in it, ruamel.yaml writes it.
    commented = merged(f"# ghi chú\n{text}", "huyện Nam Đàn", data, data)
    assert commented.startswith("# ghi chú\n")
    assert parse_yaml(commented, YamlText("")).value == data
