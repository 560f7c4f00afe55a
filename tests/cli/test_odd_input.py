"""E18: numbers out of range, links to nothing, fields without end are a finding or a problem, no crash."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kh_docs.cli.main import main

from ..check.builder import build, data, with_parts

MAIN, RELS, STYLES = "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml"
NUMBERING = "word/numbering.xml"
Edits = dict[str, Callable[[bytes], bytes]]


def _put(before: bytes, words: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(before, words + before, 1)


def _numbered(level: str, number: str = "99") -> Callable[[bytes], bytes]:
    paragraph = (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        "<w:r><w:t>Một mục</w:t></w:r></w:p>"
    )
    return _put(b"<w:sectPr", paragraph.encode())


def _override(level: str, start: str) -> Callable[[bytes], bytes]:
    override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    list_ = f'<w:num w:numId="99"><w:abstractNumId w:val="0"/>{override}</w:num>'
    return lambda content: re.sub(rb"</w:numbering>", list_.encode() + b"</w:numbering>", content)


DOCUMENTS: dict[str, Edits] = {
    "a level beyond the ninth": {NUMBERING: _override("12", "3"), MAIN: _numbered("0")},
    "a level below the first": {NUMBERING: _override("-1", "x"), MAIN: _numbered("12")},
    "a start without end": {NUMBERING: _override("0", "9" * 30), MAIN: _numbered("0")},
    "a list that is not there": {MAIN: _numbered("abc", "777")},
    "a header without a link": {
        MAIN: lambda content: re.sub(rb'(<w:headerReference[^>]* r:id=")', rb"\1no", content)
    },
    "a header that names no link": {
        MAIN: lambda content: re.sub(rb'(<w:headerReference[^>]*) r:id="[^"]*"', rb"\1", content)
    },
    "links without their names": {RELS: lambda content: content.replace(b" Id=", b" X=")},
    "links without their targets": {RELS: lambda content: content.replace(b" Target=", b" X=")},
    "a page of no size": {
        MAIN: lambda content: re.sub(rb"<w:pgSz [^>]*/>", b'<w:pgSz w:w="x" w:h="-1"/>', content)
    },
    "a page beyond all sizes": {
        MAIN: lambda content: re.sub(
            rb"<w:pgSz [^>]*/>", b'<w:pgSz w:w="%s" w:h="1e9"/>' % (b"9" * 20), content
        )
    },
    "styles in a circle": {
        STYLES: lambda content: re.sub(
            rb'(<w:style [^>]*w:styleId="([^"]*)"[^>]*>)', rb'\1<w:basedOn w:val="\2"/>', content
        )
    },
    "a cell over all columns": {
        MAIN: lambda content: content.replace(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="99999999"/>')
    },
    "indents that are no numbers": {
        MAIN: lambda content: content.replace(b"<w:pPr>", b'<w:pPr><w:ind w:left="1e5" w:firstLine="x"/>', 5)
    },
}


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize(
    "command", [["check"], ["check", "--fix", "--out", "sua"], ["check", "--comment", "--out", "sua"]]
)
def test_a_document_out_of_range(
    name: str,
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.docx").write_bytes(with_parts(data(build()), DOCUMENTS[name]))
    assert main([command[0], "a.docx", *command[1:]]) in (0, 1)
    assert "Traceback" not in capsys.readouterr().err


FILES: dict[str, tuple[str, Callable[[str], str], str]] = {
    "a field of 200,000 letters": (
        "data/units/communes_2024.csv",
        lambda text: text + "9," + "x" * 200_000 + "\n",
        "communes_2024.csv:",
    ),
    "a quote that never ends": (
        "data/units/communes_2024.csv",
        lambda text: text + '9,"' + "x\n" * 70_000,
        "communes_2024.csv:",
    ),
    "a year beyond the calendar": (
        "data/plans/104-kh-ubnd-2024/plan.yaml",
        lambda text: re.sub(r"(?m)^year: .*$", "year: 9999", text),
        "plan.yaml:",
    ),
    "a year before it": (
        "data/plans/104-kh-ubnd-2024/plan.yaml",
        lambda text: re.sub(r"(?m)^year: .*$", "year: 0", text),
        "plan.yaml:",
    ),
    "a day at the end of all years": (
        "data/plans/104-kh-ubnd-2024/deadlines.yaml",
        lambda text: text.replace("date: 25/02/2024", "date: 31/12/9999", 1),
        "deadlines.yaml:",
    ),
    "a quarter of no year": (
        "data/plans/104-kh-ubnd-2024/deadlines.yaml",
        lambda text: text.replace("quarter: II/2024", "quarter: V/0", 1),
        "deadlines.yaml:",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_data_out_of_range(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "ws")]) == 0
    monkeypatch.chdir(tmp_path / "ws")
    file, edit, said = FILES[name]
    before = Path(file).read_text(encoding="utf-8")
    after = edit(before)
    assert after != before
    Path(file).write_text(after, encoding="utf-8")
    capsys.readouterr()
    for command in (["generate", "Nam Đàn", "--dry-run"], ["deadlines"], ["data", "check"]):
        assert main(command) in (1, 2), command
        err = capsys.readouterr().err
        assert said in err
        assert " -> " in err
        assert "Traceback" not in err


@pytest.mark.parametrize("letter", ["\0", "\ud800"])
@pytest.mark.parametrize(
    "command",
    [
        ["--workspace", "a{}"],
        ["check", "a{}.docx"],
        ["generate", "--unit", "{}"],
        ["deadlines", "--ics", "{}.ics"],
    ],
)
def test_letters_that_no_command_line_has(
    command: list[str], letter: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rest = ["districts"] if command[0] == "--workspace" else []
    assert main([each.format(letter) for each in [*command, *rest]]) == 2
