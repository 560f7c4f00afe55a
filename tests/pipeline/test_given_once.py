"""What a document was given at signing stays until it is taken back (faults.md, B10)."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from kh_docs.cli.main import main

Ran = Callable[..., str]
ONE = ["generate", "--unit", "Nam Đàn", "--kind", "ke-hoach", "--out", "out"]


@pytest.fixture
def head(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Generate with these options and give the words of the document's head."""
    monkeypatch.chdir(tmp_path)

    def run(*options: str, code: int = 0) -> str:
        assert main([*ONE, *options]) == code
        (path,) = tmp_path.rglob("ke-hoach-nam-dan-2024.docx")
        with zipfile.ZipFile(path) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        table = next(root.iter("{*}tbl"))
        return " ".join("".join(text.text or "" for text in table.iter("{*}t")).split())

    return run


def test_number_and_date_stay(head: Ran) -> None:
    assert "Số: 45/KH-UBND" in (first := head("--number", "45", "--date", "20/02/2024"))
    assert "ngày 20 tháng 02 năm 2024" in first
    assert head() == first
    assert "Số: 45/KH-UBND" in (second := head("--date", "21/02/2024"))
    assert "ngày 21 tháng 02 năm 2024" in second
    assert "Số: 46/KH-UBND" in (third := head("--number", "46"))
    assert "ngày 21 tháng 02 năm 2024" in third


def test_both_can_be_taken_back(head: Ran) -> None:
    blank = head()
    head("--number", "45", "--date", "20/02/2024")
    assert "ngày 20 tháng 02" in (dated := head("--number", ""))
    assert "45" not in dated
    assert head("--date", "") == blank
    assert head() == blank


def test_all_of_them_at_once_keep_it(head: Ran) -> None:
    head("--number", "45", "--date", "20/02/2024")
    assert main(["generate", "--unit", "Nam Đàn", "--out", "out"]) == 0
    assert "Số: 45/KH-UBND" in head()


@pytest.mark.parametrize("how", ["edited", "a folder"])
def test_a_list_that_cannot_be_put_in_its_place_is_told_of(
    head: Ran, tmp_path: Path, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    """E5: the summary named a stale or missing file, exit 0."""
    head()
    (path,) = tmp_path.rglob("can-bo-sung-nam-dan-2024.txt")
    path.unlink()
    if how == "edited":
        path.write_text("her notes")
    else:
        path.mkdir()
    capsys.readouterr()
    head("--number", "45", code=3)
    assert f"giữ nguyên: {path.relative_to(tmp_path)}" in capsys.readouterr().err
    assert main([*ONE, "--json"]) == 3
    (told,) = json.loads(capsys.readouterr().out)["lists_kept"]
    assert (told["path"], told["status"]) == (str(path.relative_to(tmp_path)), "kept")
