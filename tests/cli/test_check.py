"""`kh-docs check`: JSON of a fixed shape, words for people, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document
from tests.check import builder as b

from kh_docs.cli.main import main

KEYS = ["rule", "severity", "clause", "where", "found", "expected", "message"]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """An official paper whose national title is there and little else is right."""
    document = Document()
    document.add_paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    document.add_paragraph("Độc lập – Tự do – Hạnh phúc")
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Nội dung.")
    document.save(str(tmp_path / "công văn.docx"))
    return tmp_path / "công văn.docx"


def test_findings_are_1_and_a_fixed_shape(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(letter), "--json"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["files"]
    assert (result["path"], result["ok"]) == (str(letter), False)
    assert all(list(finding) == KEYS for finding in result["findings"])
    assert {finding["rule"].split("-")[0] for finding in result["findings"]} == {"ND30"}


def test_people_read_what_is_wrong_and_how_to_mend_it(
    letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(letter)])
    out, err = capsys.readouterr()
    assert out.startswith(f"{letter}: phải sửa ")
    assert "[phải sửa] ND30-TN-TEXT" in out
    assert "Đã kiểm tra 1 tệp, 0 tệp không có lỗi phải sửa." in err


def test_a_folder_means_its_documents(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (letter.parent / "~$ng văn.docx").write_bytes(b"owner of the open file")
    main(["check", str(letter.parent), "--json"])
    assert [file["path"] for file in json.loads(capsys.readouterr().out)["files"]] == [str(letter)]


def test_what_is_no_document_is_not_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    assert main(["check", str(tmp_path / "a.docx"), "--json"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["files"]
    assert (result["ok"], result["findings"]) == (False, [])
    assert "tệp rỗng" in result["reason"]


@pytest.mark.parametrize("arguments", [[], ["khong-co.docx"], [".", "--fix"], [".", "--out", "x"]])
def test_wrong_use_is_2(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", *arguments]) == 2


def test_fix_writes_a_mended_copy_and_leaves_the_original(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    original, out = letter.read_bytes(), tmp_path / "đã sửa"
    assert main(["check", str(letter), "--fix", "--out", str(out), "--json"]) in (0, 1)
    (result,) = json.loads(capsys.readouterr().out)["files"]
    assert result["out"] == str(out / letter.name)
    assert result["fixed"]
    assert letter.read_bytes() == original
    assert (out / letter.name).read_bytes() != original


def test_fix_never_overwrites(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    original = letter.read_bytes()
    assert main(["check", str(letter), "--fix", "--out", str(letter.parent)]) == 3
    assert letter.read_bytes() == original
    assert "đã có tệp khác ở đây" in capsys.readouterr().out


def test_fix_again_is_content_with_what_it_wrote(letter: Path, tmp_path: Path) -> None:
    command = ["check", str(letter), "--fix", "--out", str(tmp_path / "out")]
    assert main(command) == main(command)


def test_a_folder_that_is_its_own_out_is_said_to_be_taken(
    letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its files are there already: the same answer as to a file's own name."""
    original = letter.read_bytes()
    assert main(["check", str(letter.parent), "--fix", "--out", str(letter.parent)]) == 3
    assert letter.read_bytes() == original
    assert "đã có tệp khác ở đây" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["cu.doc", "CU.DOC", "cu.rtf", "cu.odt"])
def test_an_old_word_file_in_a_folder_is_named(
    letter: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (letter.parent / name).write_bytes(b"old")
    (letter.parent / "~$cu.doc").write_bytes(b"open")
    assert main(["check", str(letter.parent), "--json"]) == 1
    out, err = capsys.readouterr()
    assert [Path(each["path"]).name for each in json.loads(out)["files"]] == [letter.name]
    assert err.count("Không đọc ") == 1
    assert f"Không đọc {letter.parent / name}: tệp Word cũ" in err


def test_a_finding_of_a_further_document_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hai.docx"
    document = b.build(b.plan())
    for block in list(b.build(b.plan(number="Số : 12 /KH-UBND")).element.body)[:-1]:
        document.element.body.insert(len(document.element.body) - 1, block)
    path.write_bytes(b.data(document))
    main(["check", str(path), "--json"])
    (result,) = json.loads(capsys.readouterr().out)["files"]
    further = [finding for finding in result["findings"] if "document" in finding]
    assert {finding["document"] for finding in further} == {2}
    assert all(list(finding) == [*KEYS, "document"] for finding in further)
