"""What leaves for the terminal, for programs, and for streams that take no more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kh_docs.cli.main import main

ESC, C1, TURNED, ZERO = "\x1b]0;x\x07", "\x9b2J", "\u202e", "\u200b"
# Ways by which letters of others come out: arguments, names of files, keys of data, text of templates.
WAYS = {
    "a plan's name": ["districts", "--plan", "x{}y"],
    "a unit's name": ["generate", "--unit", "Nam{}Đàn"],
    "a kind": ["generate", "--unit", "Nam Đàn", "--kind", "ke{}hoach"],
    "a day": ["deadlines", "--today", "{}"],
    "a number": ["generate", "--unit", "Nam Đàn", "--kind", "ke-hoach", "--number", "{}"],
    "an option": ["generate", "--{}"],
    "a command": ["{}"],
    "a file": ["check", "a{}b.docx"],
    "a file to write": ["deadlines", "--ics", "a{}b.ics"],
    "a workbook": ["data", "import", "a{}b.xlsx"],
    "a workspace": ["--workspace", "a{}b", "districts"],
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "ws"]) == 0
    monkeypatch.chdir(tmp_path / "ws")
    return tmp_path / "ws"


@pytest.mark.parametrize("way", WAYS)
def test_nothing_that_a_terminal_obeys_leaves(
    way: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """E9."""
    for letters in (ESC, C1, TURNED, ZERO):
        arguments = [each.format(letters) for each in WAYS[way]]
        if way == "a file":
            (here / arguments[1]).write_bytes(b"no Word file")
        assert main(arguments) in (0, 1, 2), arguments
        out, err = capsys.readouterr()
        for letter in letters:
            if not letter.isprintable():
                assert letter not in out + err, (arguments, letter)


def test_keys_of_data_are_made_visible(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "data/districts").mkdir(exist_ok=True)
    (here / "data/districts/nam-dan.yaml").write_text(f'"si{TURNED}gner": a\n', encoding="utf-8")
    assert main(["data", "check"]) in (1, 2)
    out, err = capsys.readouterr()
    assert TURNED not in out + err
    assert "<U+202E>" in out + err


ERRORS = {
    "use": ["generate", "--json"],
    "option": ["generate", "--json", "--nosuch"],
    "unit": ["generate", "--json", "--unit", "Nam Đà"],
    "plan": ["deadlines", "--json", "--plan", "x"],
    "data": ["coverage", "--json"],
}


@pytest.mark.parametrize("name", ERRORS)
def test_with_json_every_error_is_one_object(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if name == "data":
        path = next(here.glob("data/plans/*/plan.yaml"))
        path.write_text(path.read_text(encoding="utf-8") + "\nx: [\n", encoding="utf-8")
    capsys.readouterr()
    assert main(ERRORS[name]) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert set(error) == {"message", "where", "mend"}
    assert error["message"]
    if name == "data":
        assert "plan.yaml:" in error["where"]
        assert error["mend"]


def test_names_that_are_no_utf8_stay_json(here: Path) -> None:
    """E22."""
    name = os.fsdecode(b"a\xe3b.docx")
    Path(name).write_bytes(b"no Word file")
    ran = subprocess.run(
        [sys.executable, "-m", "kh_docs", "check", "--json", name], capture_output=True, check=False
    )
    assert json.loads(ran.stdout.decode("utf-8"))["files"][0]["path"] == name


@pytest.mark.parametrize("name", ["=1\x1b[2J\u202eb.docx".encode(), b"\xff\xfe.docx"])
def test_names_of_returns_stand_in_the_workbooks(
    name: bytes, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """E9, E22: files that came back are named in tables, which hold no such letters."""
    assert main(["generate", "--unit", "Nam Đàn", "--kind", "bao-cao-nam"]) == 0
    (made,) = here.rglob("bao-cao-nam-nam-dan-2024.docx")
    (here / "ve").mkdir()
    os.rename(made, os.fsencode(here) + b"/ve/" + name)
    capsys.readouterr()
    assert main(["collect", "ve", "--kind", "bao-cao-nam", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert len(found["files"]) == 1
    for path in found["outputs"]:
        if path.endswith(".xlsx"):
            cells = load_workbook(path, data_only=False)
            texts = [str(c.value) for s in cells for row in s.iter_rows() for c in row if c.value is not None]
            assert not [text for text in texts if "\x1b" in text or "\u202e" in text]


def test_odd_surroundings(here: Path) -> None:
    """E18: a folder that is gone, a terminal of one column."""
    run = [sys.executable, "-m", "kh_docs", "deadlines"]
    narrow = subprocess.run(run, capture_output=True, env={**os.environ, "COLUMNS": "1"}, check=False)
    assert (narrow.returncode, b"Traceback" in narrow.stderr) == (0, False)
    gone = here / "gone"
    gone.mkdir()
    script = f'cd "{gone}" && rmdir "{gone}" && exec "{sys.executable}" -m kh_docs districts'
    ran = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    assert (ran.returncode, b"Traceback" in ran.stderr) == (2, False)


def test_ctrl_c_while_it_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """E22."""
    from kh_docs import __main__

    def stop(*_arguments: object, **_named: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("kh_docs.cli.main.kh_docs.main", stop)
    assert __main__._command() == 130


@pytest.mark.parametrize("number", ["12đ", "12a", "0", "١٢", "1234567"])
def test_a_number_that_the_decree_does_not_know_is_refused_at_once(number: str, here: Path) -> None:
    """E22."""
    assert main(["generate", "--unit", "Nam Đàn", "--kind", "ke-hoach", "--number", number]) == 2
