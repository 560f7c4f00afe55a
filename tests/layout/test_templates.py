"""The committed templates are what the builder makes, and each is a whole Word file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kh_docs.layout.templates import TEMPLATES

from .snapshot import W, parts, snapshot

FOLDER = Path(__file__).parents[2] / "templates" / "layout"
NAMES = sorted(TEMPLATES)


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_file_is_the_built_one(name: str) -> None:
    committed = (FOLDER / f"{name}.docx").read_bytes()
    assert TEMPLATES[name]() == committed, "run: python -m kh_docs.layout"


def test_nothing_else_is_committed() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_text(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}.txt", snapshot(TEMPLATES[name]()))


@pytest.mark.parametrize("name", NAMES)
def test_the_zip_says_nothing_of_when_it_was_made(name: str) -> None:
    with zipfile.ZipFile(FOLDER / f"{name}.docx") as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)


@pytest.mark.parametrize("name", NAMES)
def test_tags_stand_where_word_allows_text(name: str) -> None:
    for root in parts(TEMPLATES[name]()).values():
        for element in root.iter():
            tagged = [value for value in element.attrib.values() if "{{" in value or "{%" in value]
            assert not tagged or element.tag in (f"{W}tag", f"{W}alias")
            assert all(len(value) <= 64 for value in tagged)


@pytest.mark.parametrize("name", NAMES)
def test_each_tag_is_whole_in_one_run(name: str) -> None:
    root = parts(TEMPLATES[name]())["word/document.xml"]
    for text in (node.text or "" for node in root.iter(f"{W}t")):
        assert re.sub(r"\{\{[rp]? [\w.]+ \}\}|\{%(p|tr) [\w.' =]+ %\}", "", text).count("{") == 0, text


# Its annexes' styles stay for a clerk who adds one.
OF_ANNEXES = {
    "PhuLuc", "PhuLucTieuDe", "KemTheo", "HetPhuLuc",
    "TenBang", "BangSoLieu", "BangDauCot", "BangNhom", "BangSo",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_style_is_used_and_every_used_style_is_there(name: str) -> None:
    found = parts(TEMPLATES[name]())
    there = {style.get(f"{W}styleId") for style in found["word/styles.xml"].iter(f"{W}style")}
    named = {
        element.get(f"{W}val")
        for part in ("word/document.xml", "word/header1.xml", "word/header2.xml", "word/styles.xml")
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn")
        for element in found[part].iter(W + tag)
    }
    assert named <= there
    # Word's own default, what a slot brings along, and what only reports or only minutes hold.
    left = {"NoList", "ChoTrong", "DuongKeTrichYeu", "KinhGui", "SauBang", "KyTen"}
    # A letter has no name of its type either; its tables bring theirs.
    of_tables = {"HetPhuLuc", "BangSoLieu", "BangDauCot", "BangNhom", "BangSo"}
    unused = {
        "ke-hoach-khong-phu-luc": OF_ANNEXES,
        "cong-van": OF_ANNEXES | {"TenLoai", "TrichYeu"},
        "cong-van-phu-luc": of_tables | {"TenLoai", "TrichYeu"},
    }
    assert there - named <= left | unused.get(name, set()) | ({"SauDuongKe"} if name == "cong-van" else set())


@pytest.mark.parametrize("name", NAMES)
def test_no_style_is_called_by_two_names(name: str) -> None:
    """Word takes a comma in the name of a style for the mark between two names, and repairs the file."""
    styles = parts(TEMPLATES[name]())["word/styles.xml"]
    assert [each.get(f"{W}val") for each in styles.iter(f"{W}name") if "," in str(each.get(f"{W}val"))] == []


@pytest.mark.parametrize("name", NAMES)
def test_columns_fill_the_width(name: str) -> None:
    for table in parts(TEMPLATES[name]())["word/document.xml"].iter(f"{W}tbl"):
        columns = [int(column.get(f"{W}w", 0)) for column in table.iter(f"{W}gridCol")]
        # 165 mm upright, 257 mm landscape, give or take the rounding of each column.
        assert any(abs(sum(columns) - width) <= len(columns) for width in (9354, 14570)), columns
        for row in table.iter(f"{W}tr"):
            spans = [int(span.get(f"{W}val", 1)) for span in row.iter(f"{W}gridSpan")]
            cells = len(list(row.iter(f"{W}tc")))
            assert cells - len(spans) + sum(spans) == len(columns)
