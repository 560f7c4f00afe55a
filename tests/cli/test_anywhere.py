"""Options of the whole program are taken wherever they are typed, and what a person at a terminal is told."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from kh_docs.cli.main import main


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "en", "generate", "Nam Đàn", "--dry-run"],
        ["generate", "Nam Đàn", "--dry-run", "--lang", "en"],
        ["generate", "--lang=en", "Nam Đàn", "--dry-run"],
    ],
)
def test_the_language_is_taken_anywhere(
    arguments: list[str], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 0
    err = capsys.readouterr().err
    assert "Rehearsal, nothing was written: to be written 4." in err
    assert "đã ghi" not in err


def test_the_workspace_is_taken_anywhere(
    workspace: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    kind = ["--kind", "ke-hoach"]
    assert main(["generate", "Vinh", *kind, "--workspace", str(workspace)]) == 0
    assert len(list(workspace.glob("out/*/vinh/*.docx"))) == 1


def test_an_option_without_its_value_is_wrong_use(workspace: Path) -> None:
    assert main(["generate", "Vinh", "--workspace"]) == 2


def at_terminal(columns: int, *arguments: str) -> tuple[str, int]:
    """What a person sees on a terminal that wide."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "CI")}
    command = [sys.executable, "-m", "kh_docs", *arguments]
    started = subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=theirs, env=environment)
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    return seen.decode(), started.wait()


def test_at_a_terminal_the_closing_table_stands_for_the_paths(workspace: Path) -> None:
    told, code = at_terminal(80, "generate", "--all", "--kind", "phieu-kiem-tra")
    assert code == 0
    assert "phieu-kiem-tra-nam-dan-2024.docx" not in told
    assert "Loại văn bản" in told
    assert "Kết quả: đã ghi 21." in told


def test_at_a_terminal_deadlines_are_shown_with_the_calendar(workspace: Path) -> None:
    told, code = at_terminal(100, "deadlines", "Nam Đàn", "--ics", "han.ics", "--today", "2024-03-01")
    assert code == 0
    assert "D01  III.1" in told
    assert "Đã ghi lịch: han.ics" in told


@pytest.mark.parametrize("columns", [40, 80])
def test_findings_fit_the_terminal(columns: int, workspace: Path) -> None:
    assert main(["generate", "Vinh", "--kind", "ke-hoach"]) == 0
    told, _code = at_terminal(columns, "check", "out")
    lines = [line.rstrip("\r") for line in told.splitlines()]
    # A path is never cut.
    assert [line for line in lines if len(line) > columns and ".docx" not in line] == []
