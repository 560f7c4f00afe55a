"""The command as a process, on consoles and in folders that programs trip over."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

KH_DOCS = [sys.executable, "-m", "kh_docs"]
ONE = ["generate", "--district", "Nam Đàn", "--kind", "ke-hoach"]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="locales and pipes of POSIX")


def run(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment: Mapping[str, str] = {**os.environ, **variables}
    return subprocess.run([*KH_DOCS, *arguments], cwd=cwd, env=environment, capture_output=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place as clerks name them, outside any workspace."""
    path = tmp_path / "Kế hoạch năm 2024, bản “cuối”"
    path.mkdir()
    return path


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "cp1258"},
    ],
    ids=lambda variables: " ".join(variables),
)
def test_any_console_will_do(variables: dict[str, str], folder: Path) -> None:
    done = run(*ONE, cwd=folder, **variables)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert done.stdout == b"out/104-kh-ubnd-2024/nam-dan/ke-hoach-nam-dan-2024.docx\n"
    assert (folder / done.stdout.decode().strip()).is_file()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_is_json_on_any_console(encoding: str, folder: Path) -> None:
    done = run("districts", "--json", cwd=folder, PYTHONIOENCODING=encoding)
    assert json.loads(done.stdout.decode(encoding))[0]["type"] == "thành phố"


def test_the_path_comes_as_it_was_given(folder: Path) -> None:
    done = run(*ONE, "--out", "Văn bản", cwd=folder)
    assert done.stdout.decode() == "Văn bản/104-kh-ubnd-2024/nam-dan/ke-hoach-nam-dan-2024.docx\n"


def test_a_reader_that_leaves_early_stops_nothing(folder: Path) -> None:
    command = shlex.join([*KH_DOCS, "generate", "--district", "Vinh"])
    script = f'{command} 2>err | head -n 1 >first; exit "${{PIPESTATUS[0]}}"'
    assert subprocess.run(["bash", "-c", script], cwd=folder, check=False).returncode == 0
    assert (folder / "first").read_text().endswith("ke-hoach-vinh-2024.docx\n")
    assert len(list((folder / "out").rglob("*.docx"))) == 4
    assert "Traceback" not in (folder / "err").read_text(encoding="utf-8")


def test_a_closed_stdout_stops_nothing(folder: Path) -> None:
    script = f"{shlex.join([*KH_DOCS, *ONE])} >&-"
    assert subprocess.run(["bash", "-c", script], cwd=folder, check=False).returncode == 0
    assert len(list((folder / "out").rglob("*.docx"))) == 1


def test_an_interrupt_is_130_and_leaves_no_half_file(folder: Path) -> None:
    process = subprocess.Popen(
        [*KH_DOCS, "generate", "--all", "--jobs", "1"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.terminate()
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Đã dừng: xong" in err.decode()
    assert [path.name for path in folder.rglob("*.tmp")] == []


def test_a_run_imports_only_what_it_needs(folder: Path) -> None:
    """What reads data, understands templates or writes Excel is not for every run to wait for."""
    kept = {"KH_DOCS_CACHE": str(folder / "cache")}
    assert run(*ONE, cwd=folder, **kept).returncode == 0
    again = run(*ONE, "--out", "lại", cwd=folder, PYTHONPROFILEIMPORTTIME="1", **kept)
    assert again.returncode == 0
    imported = {line.split("|")[-1].strip() for line in again.stderr.decode().splitlines()}
    assert {"kh_docs.check.engine", "jinja2", "lxml.etree"} <= imported
    assert not imported & {"pydantic", "yaml", "docx", "docxtpl", "openpyxl", "holidays", "ruamel.yaml"}


def test_help_reads_no_command(folder: Path) -> None:
    """The modules of all commands took a third of the time in which it is printed."""
    done = run("--help", cwd=folder, PYTHONPROFILEIMPORTTIME="1")
    imported = {line.split("|")[-1].strip() for line in done.stderr.decode().splitlines()}
    assert {"kh_docs.cli.main", "kh_docs.cli.listed"} <= imported
    assert not imported & {"kh_docs.cli.generate", "kh_docs.cli.units", "kh_docs.cli.options", "kh_docs.text"}
