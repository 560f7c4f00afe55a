"""Streams, disks, memory, open files that the system refuses: said in Vietnamese, no success (E8, E19)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kh_docs.bounded import reason_of
from kh_docs.cli.main import main
from kh_docs.publish.faults import explain

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as a shell of Linux sets them")
ENGLISH = ("No space", "File too large", "Too many", "Error", "error", "Traceback", "Exception", "memory")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "ws"]) == 0
    monkeypatch.chdir(tmp_path / "ws")
    return tmp_path / "ws"


def shell(command: str) -> subprocess.CompletedProcess[str]:
    program = f'"{sys.executable}" -m kh_docs'
    script = command.replace("kh-docs", program)
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)


FULL = [
    "kh-docs --help >/dev/full",
    "kh-docs data export -h >/dev/full",
    "kh-docs --version >/dev/full",
    "kh-docs completion bash >/dev/full",
    "kh-docs districts >/dev/full",
    "kh-docs check --rules --json >/dev/full",
    "kh-docs data check 2>/dev/full",
    "kh-docs generate Vinh --kind ke-hoach --out o 2>/dev/full",
    "kh-docs generate --all --kind ke-hoach --out o >/dev/full 2>/dev/full",
]


@pytest.mark.parametrize("command", FULL)
def test_a_stream_that_takes_no_more_costs_only_what_was_to_be_told(command: str, here: Path) -> None:
    """E19: the work is done and the code says that not all was told; --help spoke of “No space left”."""
    ran = shell(command)
    assert ran.returncode == 1
    assert not [word for word in ENGLISH if word in ran.stderr], ran.stderr
    if "--all" in command:
        assert len(list(here.glob("o/*/*/ke-hoach-*.docx"))) == 21


@pytest.mark.parametrize("command", ["kh-docs --version", "kh-docs plan list"])
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-", "| true"])
def test_a_stream_that_is_not_there_is_no_fault(command: str, closed: str, here: Path) -> None:
    assert shell(f"set -o pipefail; {command} {closed}").returncode == 0


LIMITED = {
    "a workbook": ("ulimit -f 5; kh-docs data export a.xlsx --unit Vinh", "quá mức ổ đĩa"),
    "a table": ("ulimit -f 5; kh-docs coverage --xlsx a.xlsx", "quá mức ổ đĩa"),
    "a calendar": ("ulimit -f 0; kh-docs deadlines --ics a.ics", "quá mức ổ đĩa"),
    "a workspace": ("ulimit -f 1; kh-docs init a", "quá mức ổ đĩa"),
    "open files": ("ulimit -n 14; kh-docs generate --all --out o", "quá nhiều tệp"),
}


@pytest.mark.parametrize("what", LIMITED)
def test_what_is_refused_is_said(what: str, here: Path) -> None:
    """`init` said “sẵn sàng” with exit 0 where not one file could be written."""
    command, said = LIMITED[what]
    ran = shell(command)
    assert ran.returncode == 2, ran.stderr
    assert said in ran.stderr
    assert not [word for word in ENGLISH if word in ran.stderr], ran.stderr
    assert not list(here.glob("a.*"))
    assert "sẵn sàng" not in ran.stderr


@pytest.mark.parametrize(
    "error", [MemoryError(), ImportError("a.so: failed to map segment from shared object")]
)
def test_a_machine_without_memory_is_no_fault_of_ours(
    error: Exception, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """E10."""

    def refuse(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr("kh_docs.cli.settings.Settings.read", refuse)
    for command in (["districts", "--json"], ["data", "export", "a.xlsx"], ["data", "import", "a.xlsx"]):
        capsys.readouterr()
        assert main(command) == 2
        out, err = capsys.readouterr()
        assert err.startswith("máy không đủ bộ nhớ cho lệnh này\n-> đóng bớt chương trình")
        assert out == "" or json.loads(out)["error"]["mend"].startswith("đóng bớt")


def test_a_restored_file_that_is_refused_is_no_success(here: Path) -> None:
    lost = here / "data/roles.yaml"
    lost.unlink()
    ran = shell("ulimit -f 1; kh-docs init . --restore data/roles.yaml")
    assert (ran.returncode, lost.exists()) == (2, False)


@pytest.mark.parametrize(
    "number", [1, 2, 5, 12, 13, 16, 17, 20, 21, 23, 24, 26, 28, 30, 36, 40, 110, 116, 122]
)
def test_no_refusal_is_told_in_english(number: int) -> None:
    """Whatever a call says that a command is likely to make."""
    error = OSError(number, os.strerror(number))
    assert os.strerror(number) not in explain(error)
    assert os.strerror(number) != reason_of(error)
