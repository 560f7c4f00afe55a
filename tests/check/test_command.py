"""`kh-docs check DIR --fix --out DIR2` from end to end: many files, some of them bad."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from docx.shared import Pt

import kh_docs.check
from kh_docs.cli.main import main

from . import builder as b
from .test_rules import find


def wrong() -> bytes:
    """A plan whose body is set too small, and whose number has no colon."""
    document = b.build(b.plan(number="Số 05/KH-UBND"))
    find(document, "Nâng cao nhận thức").runs[0].font.size = Pt(12)
    return b.data(document)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Good, wrong and bad files, in a folder with a folder in it."""
    root = tmp_path / "văn bản"
    (root / "2024").mkdir(parents=True)
    (root / "thư mục.docx").mkdir()
    (root / "đúng.docx").write_bytes(b.data(b.build()))
    (root / "2024" / "SAI.DOCX").write_bytes(wrong())
    (root / "~$đúng.docx").write_bytes(b"owner of the open file")
    (root / "bảng tính.xlsx").write_bytes(b"PK")
    (root / "cụt.docx").write_bytes(wrong()[:900])
    (root / "rỗng.docx").write_bytes(b"")
    return root


def results(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    files = json.loads(capsys.readouterr().out)["files"]
    return {Path(file["path"]).name: file for file in files}


def test_a_folder_with_bad_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder), "--json"]) == 1
    found = results(capsys)
    assert set(found) == {"đúng.docx", "SAI.DOCX", "cụt.docx", "rỗng.docx"}
    assert found["đúng.docx"]["ok"]
    assert {f["rule"] for f in found["SAI.DOCX"]["findings"] if f["severity"] == "must"} == {
        "ND30-BODY-SIZE",
        "ND30-NUM-SYNTAX",
    }
    assert "tệp rỗng" in found["rỗng.docx"]["reason"]
    assert "bị hỏng" in found["cụt.docx"]["reason"]


def test_mending_a_folder(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    out = tmp_path / "đã sửa"
    assert main(["check", str(folder), "--fix", "--out", str(out)]) == 1
    words, told = capsys.readouterr()
    assert [file.relative_to(out) for file in out.rglob("*") if file.is_file()] == [Path("2024/SAI.DOCX")]
    assert {file: file.read_bytes() for file in before} == before
    assert "[đã sửa] ND30-BODY-SIZE" in words
    assert (
        "[phải sửa] ND30-NUM-SYNTAX, bảng 1, hàng 2, ô 1 “Số 05/KH-UBND”: Số, ký hiệu sai cách viết" in words
    )
    assert "đang là: Số 05/KH-UBND; cần: Số: 05/KH-UBND; chưa sửa: thuộc nội dung" in words
    assert "Đã ghi 1 bản đã sửa của 4 tệp; 1 tệp không còn lỗi phải sửa." in told


def test_mended_copies_inside_the_folder_are_not_checked_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["check", str(folder), "--fix", "--out", str(folder / "đã sửa"), "--json"]
    assert main(command) == 1
    first = results(capsys)
    assert main(command) == 1
    assert results(capsys) == first


def test_a_copy_that_someone_changed_is_kept(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["check", str(folder), "--fix", "--out", str(tmp_path / "out"), "--json"]
    main(command)
    copy = tmp_path / "out" / "2024" / "SAI.DOCX"
    copy.write_bytes(b"edited by hand")
    capsys.readouterr()
    assert main(command) == 3
    assert "đã có tệp khác ở đây" in results(capsys)["SAI.DOCX"]["reason"]
    assert copy.read_bytes() == b"edited by hand"


def test_a_fault_of_ours_in_one_file_is_4_and_the_others_are_done(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    right = kh_docs.check.check_file

    def check_file(path: Path, *asked: Any) -> Any:
        if path.name == "cụt.docx":
            raise KeyError("x")
        return right(path, *asked)

    monkeypatch.setattr(kh_docs.check, "check_file", check_file)
    assert main(["check", str(folder), "--json"]) == 4
    found = results(capsys)
    assert "lỗi của kh-docs ở tệp này (KeyError: 'x')" in found["cụt.docx"]["reason"]
    assert found["đúng.docx"]["ok"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_two_hundred_files_with_a_bar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = b.data(b.build(b.letter()))
    for number in range(200):
        (tmp_path / f"{number:03}.docx").write_bytes(data)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["check", str(tmp_path)]) == 0
    assert "100%" in terminal.getvalue()
    assert "Đã kiểm tra 200 tệp, 200 tệp không có lỗi phải sửa." in terminal.getvalue()
    assert capsys.readouterr().out.count("đúng thể thức") == 200


def test_a_file_that_is_not_ours_is_not_called_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = b.build(b.plan(agency=[], number=None, type_name="ĐƠN ĐỀ NGHỊ", abstract=[]))
    (tmp_path / "đơn.docx").write_bytes(b.data(document))
    assert main(["check", str(tmp_path), "--json"]) == 0
    found = results(capsys)["đơn.docx"]
    assert (found["ok"], found["judged"]) == (True, False)
    assert "Đơn, tờ khai" in found["notes"][0]
    for more in ([], ["--fix", "--out", str(tmp_path / "out")]):
        assert main(["check", str(tmp_path), *more]) == 0
        words, _told = capsys.readouterr()
        assert "đơn.docx: không xét" in words
        assert "đúng thể thức" not in words
