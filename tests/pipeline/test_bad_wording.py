"""Wording files as editors and people leave them: cleaned and told of, or refused with their line."""

from __future__ import annotations

import os
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from kh_docs.cli.main import main

WORDING = "templates/wording/104-kh-ubnd-2024"
ONE = ["generate", "--unit", "Nam Đàn", "--kind", "ke-hoach"]
Edit = Callable[[str], str]


@pytest.fixture
def wording(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "ws"]) == 0
    monkeypatch.chdir(tmp_path / "ws")
    return tmp_path / "ws" / WORDING


def printed(folder: Path) -> str:
    (path,) = folder.rglob("ke-hoach-nam-dan-2024.docx")
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "\n".join("".join(text.text or "" for text in p.iter("{*}t")) for p in root.iter("{*}p"))


def after(mark: str, words: str) -> Edit:
    """Put a line of words behind the first line that begins with a mark."""
    return lambda text: text.replace(f"{mark}\n", f"{mark}\n{words}\n", 1)


def line_of(path: Path, mark: str = "=== body") -> int:
    """The line behind a mark."""
    return path.read_text(encoding="utf-8-sig").split("\n").index(mark) + 2


SOFT, ZERO, JOINER = "\u00ad", "\u200b", "\u2060"
CLEANED: list[tuple[str, Edit, str]] = [
    ("B1 mark", lambda text: "\ufeff" + text, ""),
    ("B1 nfd", lambda text: unicodedata.normalize("NFD", text), ""),
    ("B1 soft hyphen", after("=== body", f"Một{SOFT} đoạn mới."), "U+00AD"),
    ("E4 zero width", after("=== body", f"Một{ZERO} đoạn mới."), "U+200B"),
    ("B6 joiner", after("=== body", f"Một{JOINER} đoạn mới."), "U+2060"),
    ("B6 eth", after("=== body", "Một đoạn mới của Ðoàn."), "U+00D0"),
    ("crlf", lambda text: text.replace("\n", "\r\n"), ""),
]


@pytest.mark.parametrize(("edit", "told"), [row[1:] for row in CLEANED], ids=[row[0] for row in CLEANED])
def test_what_can_be_mended_is_and_is_told_of(
    wording: Path, edit: Edit, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(ONE) == 0
    before = printed(wording.parents[2])
    path = wording / "ke-hoach.j2"
    path.write_bytes(edit(path.read_text(encoding="utf-8")).encode())
    capsys.readouterr()
    assert main(ONE) == 0
    now = printed(wording.parents[2])
    assert "===" not in now
    assert now == unicodedata.normalize("NFC", now)
    if not told:
        assert now == before
    else:
        added = set(now.split("\n")) - set(before.split("\n"))
        assert added in ({"Một đoạn mới."}, {"Một đoạn mới của Đoàn."})
        assert f"ke-hoach.j2:{line_of(path)}: " in (err := capsys.readouterr().err)
        assert told in err


ABOUT = "Thực hiện {{ kh104 }}"
REFUSED: list[tuple[str, Edit, str, str]] = [
    ("E4 unknown part", lambda text: text + "=== phan_moi\nCâu này mất.\n", ":END", "phan_moi"),
    ("E4 part with a space", after("=== body", "=== nội dung"), ":LINE", "=== nội dung"),
    ("E4 two signs", after("=== body", "== body"), ":LINE", "== body"),
    ("E4 one sign", after("=== body", "= body"), ":LINE", "= body"),
    ("E4 spaced braces", after("=== body", "Tên { { unit.name }} đây"), ":LINE", "ngoặc nhọn lẻ"),
    ("E4 one brace", after("=== body", "Tên { unit.full } đây"), ":LINE", "ngoặc nhọn lẻ"),
    ("E4 wide braces", after("=== body", "Tên ｛｛ unit.full ｝｝"), ":LINE", "ngoặc nhọn lẻ"),
    ("E4 closing only", after("=== body", "Tên unit.full }}"), ":LINE", "ngoặc nhọn lẻ"),
    ("E4 dash", after("=== body", "– Một gạch"), ":LINE", "gần giống ký hiệu"),
    ("E4 dash without a blank", after("=== body", "-Một gạch"), ":LINE", "gần giống ký hiệu"),
    ("E4 wide at", after("=== body", "＠muc Một"), ":LINE", "gần giống ký hiệu"),
    ("E4 rule of Markdown", after("=== body", "--- body"), ":LINE", "gần giống ký hiệu"),
    ("E4 head of Markdown", after("=== body", "# Tiêu đề"), ":LINE", "gần giống ký hiệu"),
    ("E4 four signs", after("=== body", "==== body"), ":LINE", "gần giống ký hiệu"),
    ("E4 bold of Markdown", after("=== body", "Chữ **đậm** đây"), ":LINE", "trang web"),
    ("E4 bold of a page", after("=== body", "Chữ <b>đậm</b> đây"), ":LINE", "trang web"),
    ("E4 space of a page", after("=== body", "Một&nbsp;hai"), ":LINE", "trang web"),
    ("E4 bold below a mark", after("=== body", "@muc I. <b>CHUNG</b>"), ":LINE", "trang web"),
    ("E4 a mark and no words", after("=== body", "@muc"), ":LINE", "không có chữ nào"),
    ("E4 raw", after("=== body", "{% raw %}{{ a }}{% endraw %}"), ":LINE", "ngoặc nhọn lẻ"),
    ("E4 an object joined", after("=== body", "{{ [unit]|join }}"), ":LINE", "không phải chữ"),
    ("E4 an object in capitals", after("=== body", "{{ unit|upper }}"), ":LINE", "không phải chữ"),
    ("E4 an object spelt out", after("=== body", "{{ unit|pprint }}"), ":LINE", "pprint"),
    ("E4 an object for programs", after("=== body", "{{ unit.name|tojson }}"), ":LINE", "tojson"),
    ("E4 an object as text", after("=== body", "{{ unit|string }}"), ":LINE", "không phải chữ"),
    ("E4 an object beside text", after("=== body", "{{ 'a' ~ unit }}"), ":LINE", "không phải chữ"),
    ("E4 nothing beside text", after("=== body", "{{ 'a' ~ none }}"), ":LINE", "để trống"),
    ("E4 nothing in capitals", after("=== body", "{{ none|upper }}"), ":LINE", "để trống"),
    ("E4 yes or no in capitals", after("=== body", "{{ true|upper }}"), ":LINE", "không phải chữ"),
    ("E4 turned text", after("=== body", "Một \u202e đoạn"), ":LINE", "đảo chiều"),
    ("E4 turned by an expression", after("=== body", 'Một {{ "\\u202e" }} đoạn'), ": ", "đảo chiều"),
    ("B2 empty", lambda _text: "", "ke-hoach.j2", "thiếu phần"),
    ("B2 no titles", lambda text: text.replace("=== annex_titles", "=== recipients"), ":", "annex_titles"),
    ("B2 unknown id", after("=== body", '{{ does("N99") }}'), ":LINE", "N99"),
    ("B2 unknown figure", after("=== body", '{{ figure("T99") }}'), ":LINE", "T99"),
    ("B2 unknown deadline", after("=== body", '{{ due("D99") }}'), ":LINE", "D99"),
    ("B2 by nothing", after("=== body", "{{ 1/0 }}"), ":LINE", "chia cho 0"),
    ("B2 a long range", after("=== body", "{% for i in range(9**9) %}{% endfor %}"), ":LINE", "phép tính **"),
    ("B2 a longer range", after("=== body", "{{ range(1000000000) }}"), ":LINE", "quá giới hạn"),
    ("E10 power", after("=== body", "{{ (9**(9**9)) > 1 }}"), ":LINE", "phép tính **"),
    ("E10 long text", after("=== body", "{{ 'a'*3000000000 }}"), ":LINE", "phép tính *"),
    ("E10 format", after("=== body", "{{ '%0999999999d' % 1 }}"), ":LINE", "phép tính %"),
    ("E7 include above", after("=== body", "{% include '../../data/roles.yaml' %}"), ":LINE", "cùng thư mục"),
    ("E7 include anywhere", after("=== body", "{% include '/etc/passwd' %}"), ":LINE", "cùng thư mục"),
    ("E7 import", after("=== body", "{% import '../x.j2' as x %}"), ":LINE", "cùng thư mục"),
    ("B5 a letter for a number", after("=== body", "{{ 'x'|int('y') + '1'|float + 'x' }}"), ":LINE", ""),
    ("E15 macro in macro", after("=== body", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"), "", "tầng"),
    ("E15 keyword", after("=== body", "{{ unit.class }}"), ":LINE", ""),
    ("E15 cycler", after("=== body", "{{ cycler() }}"), ":LINE", ""),
    ("E15 infinite", after("=== body", "{{ (1e308*10)|int }}"), ":LINE", ""),
    ("E15 for in for", after("=== body", "{% for i in [1] %}" * 25 + "x" + "{% endfor %}" * 25), "", "tầng"),
    ("E15 if in if", after("=== body", "{% if 1 %}" * 120 + "x" + "{% endif %}" * 120), "", "tầng"),
    ("E22 random", after("=== body", "{{ [1, 2]|random }}"), ":LINE", "random"),
    ("E22 lipsum", after("=== body", "{{ lipsum() }}"), ":LINE", "lipsum"),
]


@pytest.mark.parametrize(
    ("edit", "where", "said"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_cannot_be_meant_is_refused_with_its_line(
    wording: Path, edit: Edit, where: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = wording / "ke-hoach.j2"
    path.write_bytes(edit(path.read_text(encoding="utf-8")).encode())
    if where == ":LINE":
        where = f":{line_of(path)}"
    elif where == ":END":
        where = f":{len(path.read_text(encoding='utf-8').splitlines()) - 1}"
    code = main(ONE)
    err = capsys.readouterr().err
    assert code in (1, 2), err
    assert f"ke-hoach.j2{where.removeprefix('ke-hoach.j2')}" in err
    assert said in err
    assert " -> " in err
    assert not list(wording.parents[2].rglob("ke-hoach-nam-dan-2024.docx"))
    for english in ("Error", "error", "unexpected", "object", "codec", "Traceback", "not allowed"):
        assert english not in err, err


OTHERS = {"utf-16": "UTF-16", "utf-16-be": "UTF-16", "utf-32": "UTF-32", "cp1258": "Windows-1258"}


@pytest.mark.parametrize("encoding", OTHERS)
def test_another_encoding_is_named(wording: Path, encoding: str, capsys: pytest.CaptureFixture[str]) -> None:
    """B1."""
    path = wording / "ke-hoach.j2"
    text = path.read_text(encoding="utf-8")
    if encoding == "cp1258":  # letters with their tones behind them, as that code page has them
        text = unicodedata.normalize("NFD", text)
        for base in ("a\u0306", "a\u0302", "e\u0302", "o\u0302", "o\u031b", "u\u031b"):
            for form in (base, base.upper()):
                text = text.replace(form, unicodedata.normalize("NFC", form))
        path.write_bytes(text.encode(encoding, "replace"))
    else:
        path.write_bytes(text.encode(encoding))
    assert main(ONE) == 2
    err = capsys.readouterr().err
    assert "không phải UTF-8 (byte " in err
    assert OTHERS[encoding] in err


def test_a_lost_file_is_named_with_its_way_back(wording: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """B2."""
    (wording / "ke-hoach.j2").unlink()
    (wording.parent / "_chung" / "ke-hoach.j2").unlink()
    assert main(ONE) == 2
    err = capsys.readouterr().err
    assert "ke-hoach.j2: không có tệp lời văn này -> lấy lại bản gốc: kh-docs init . --restore" in err


@pytest.mark.parametrize("what", ["fifo", "device", "folder", "lost link"])
def test_wording_that_is_no_file_is_not_replaced_by_the_common_one(
    wording: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """E14: a pipe in place of the plan's own wording printed that of _chung with exit 0."""
    path = wording / "ke-hoach.j2"
    path.unlink()
    if what == "fifo":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if what == "device" else "nowhere")
    assert main(ONE) == 2
    assert "ke-hoach.j2: không đọc được tệp" in capsys.readouterr().err


def test_an_included_file_at_fault_is_named(wording: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = wording / "_bao-cao.j2"
    path.write_text(after("=== body", "{% if %}")(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert main(["generate", "--unit", "Nam Đàn", "--kind", "bao-cao-nam"]) == 2
    assert f"_bao-cao.j2:{line_of(path)}: " in capsys.readouterr().err
