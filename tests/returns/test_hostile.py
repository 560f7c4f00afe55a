"""Files that cannot be read, or should not be: each has a line with its reason, and the rest is done."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kh_docs.returns.archives import in_archive
from kh_docs.returns.files import found_in

from .conftest import of

Run = Callable[..., tuple[int, str, str]]
Sent = Callable[..., Path]
Collect = Callable[..., dict[str, Any]]
F1 = "so_buoi_tuyen_truyen.ky_nay"
TRACKER = Path("out/104-kh-ubnd-2024/_tong-hop/bao-cao-6-thang/theo-doi-bao-cao-6-thang-2024.xlsx")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return result.getvalue()


def reasons_in(content: bytes) -> dict[str, str]:
    return {found.path: found.reason for found in in_archive("t.zip", content, 0.0, converts=False)}


def test_every_bad_file_has_a_line_in_the_tracker_and_the_rest_is_done(
    sent: Sent, collected: Collect, workspace: Path
) -> None:
    good = sent("nam-dan", lambda form: form.fill(F1, "12"))
    content = good.read_bytes()
    bad = {
        "hong tan-ky.docx": content[:4000],
        "rong.docx": b"",
        "thực ra là pdf.docx": b"%PDF-1.4",
        "mat-khau.docx": OLE + "EncryptedPackage".encode("utf-16-le"),
        "word cu vinh.doc": OLE + b"Word",
        "quet.jpg": b"\xff\xd8",
        "bao-cao.pdf": b"%PDF-1.4",
        "macro.docm": content,
        "nen.rar": b"Rar!",
        "hong.zip": b"PK\x03\x04",
        "khong phai bang tinh.xlsx": zipped({"a.xml": b"<a/>"}),
        "bom.docx": zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b" " * (20 << 20)}),
        "dtd.docx": zipped({"[Content_Types].xml": b'<!DOCTYPE x [<!ENTITY a "b">]><Types/>'}),
        "duong-dan.docx": zipped({"[Content_Types].xml": b"<x/>", "../../etc/passwd": b"x"}),
    }
    for name, text in bad.items():
        (workspace / "in" / name).write_bytes(text)
    found = collected()
    statuses = {Path(file["path"]).name: file["status"] for file in found["files"]}
    assert statuses.pop("nam-dan.docx") == "read"
    assert statuses == dict.fromkeys(bad, "unreadable")
    assert all(file["reason"] for file in found["files"] if file["status"] == "unreadable")
    assert of(found, "nam-dan")["values"][F1]["value"] == 12
    # Whose an unreadable file is, its name tells.
    assert of(found, "tan-ky")["state"] == "unreadable"
    assert {file["unit"] for file in found["files"] if Path(file["path"]).name == "quet.jpg"} == {None}
    sheet = load_workbook(TRACKER)["Tệp"]
    listed = {row[0]: row[3] for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert {Path(str(path)).name for path in listed} == {"nam-dan.docx", *bad}
    assert good.read_bytes() == content


def test_archives_inside_archives_are_opened_but_not_for_ever() -> None:
    inside = zipped({"vinh.docx": b"PK"})
    assert reasons_in(zipped({"a.zip": inside})) == {"t.zip/a.zip/vinh.docx": ""}
    for _depth in range(5):
        inside = zipped({"a.zip": inside})
    ((path, reason),) = reasons_in(inside).items()
    assert path == "t.zip/a.zip/a.zip/a.zip"
    assert "giải nén ra thư mục" in reason


def test_a_bomb_is_not_unpacked() -> None:
    reasons = reasons_in(zipped({"bom.docx": bytes(8 << 20), "nho.docx": b"PK"}))
    assert reasons["t.zip/nho.docx"] == ""
    assert "phình bất thường" in reasons["t.zip/bom.docx"]


def test_a_password_is_named() -> None:
    content = bytearray(zipped({"vinh.docx": b"PK"}))
    # The bit that says so, in the entry's own head and in the directory.
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert list(reasons_in(bytes(content)).values()) == ["tệp nén có mật khẩu -> xin bản không có mật khẩu"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_names_in_old_encodings_are_read_as_they_were_meant(encoding: str) -> None:
    name = "huyện Kỳ Sơn.docx" if encoding == "utf-8" else "Thanh Chöông Đô Lưõng.docx"
    raw = name.encode(encoding, "ignore")
    meant = raw.decode(encoding)
    content = zipped({"x" * len(raw): b"PK"}).replace(b"x" * len(raw), raw)
    assert list(reasons_in(content)) == [f"t.zip/{meant}" if raw.lower().endswith(b".docx") else ""]


def test_marks_of_word_hidden_files_and_what_collect_wrote_are_no_returns(tmp_path: Path) -> None:
    for name in ("~$a.docx", ".b.docx", "_tong-hop/c.docx", "__MACOSX/d.docx", "sâu/hơn/f.docx", "Thumbs.db"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert [Path(found.path).name for found in found_in([tmp_path])] == ["f.docx"]
    (tmp_path / "e.txt").write_bytes(b"x")
    # What is named by itself is told of, and nothing is read twice.
    alone = [tmp_path / "e.txt", tmp_path / "sâu", tmp_path / "sâu/hơn/f.docx"]
    assert [(Path(found.path).name, bool(found.reason)) for found in found_in(alone)] == [
        ("e.txt", True),
        ("f.docx", False),
    ]


def test_what_a_file_is_its_bytes_tell(sent: Sent, collected: Collect, workspace: Path) -> None:
    """Names are changed by hand, by mail and by telephones; nothing there is passed over in silence."""
    for number, name in enumerate(("nam-dan", "vinh.pdf", "ky-son.docx(1)", "anh-son.zip", "con-cuong.xlsx")):
        unit = name.partition(".")[0]
        sent(unit, lambda form, number=number: form.fill(F1, str(number + 1)), name)
    letter = (workspace / "in/nam-dan").read_bytes()
    others = {
        "tap hop.docx": zipped({"que-phong.docx": letter.replace(b"x", b"x"), "bìa.txt": b"a"}),
        "do-luong.wps": OLE,
        "thai-hoa.txt": b"So buoi: 12",
        "ghi chu.txt": b"a",
    }
    for name, content in others.items():
        (workspace / "in" / name).write_bytes(content)
    found = collected()
    told = {Path(file["path"]).name: (file["status"], file["unit"]) for file in found["files"]}
    assert found["totals"][F1] == {"value": 15, "units": 5, "of": 21}
    assert told["do-luong.wps"] == ("unreadable", "do-luong")
    assert told["thai-hoa.txt"] == ("unreadable", "thai-hoa")
    assert told["que-phong.docx"] == ("superseded", "nam-dan")
    assert [told[name] for name in ("ghi chu.txt", "bìa.txt")] == [("foreign", None)] * 2
    assert all(file["reason"] for file in found["files"] if file["status"] != "read")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")
    assert list(found_in([tmp_path])) == []
    assert [found.reason != "" for found in found_in([tmp_path / "a.docx"])] == [True]


def test_old_formats_are_read_where_they_can_be_converted(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(OLE)
    assert [(found.reason, found.content) for found in found_in([tmp_path], converts=True)] == [("", OLE)]
    assert [found.content for found in found_in([tmp_path])] == [b""]
