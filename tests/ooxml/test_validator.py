"""Microsoft's Open XML SDK finds nothing in any document or workbook, read as Office 2010 and as today's.

Install it with: npm ci --prefix tests/ooxml --ignore-scripts
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from kh_docs.cli.main import main
from kh_docs.update import merge

from ..update.clerk import Clerk
from ..update.test_properties import new_data

pytestmark = pytest.mark.ooxml

COMMAND = Path(__file__).parent / "node_modules" / ".bin" / "ooxml-validator"
KINDS = ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra", "phieu-kiem-tra-cap-xa")


@pytest.fixture(scope="session")
def validate(tool: Callable[[str], str]) -> Callable[[Path, str], list[str]]:
    tool("node")
    if not COMMAND.exists():
        message = (
            f"{COMMAND} is missing, so nothing was checked: npm ci --prefix tests/ooxml --ignore-scripts"
        )
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)

    def run(file: Path, version: str) -> list[str]:
        done = subprocess.run(
            [COMMAND, file, "--officeVersion", version], capture_output=True, timeout=120, check=False
        )
        # The exit code alone would also be 0 for a binary that read nothing.
        result = json.loads(done.stdout)
        assert result["ok"] is (not result["errors"])
        return [f"{error['path']}: {error['description']}" for error in result["errors"]]

    return run


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("unit", ["nam-dan", "vinh", "ky-son", "cua-lo"])
def test_word_would_open_it_without_repair(
    kind: str, unit: str, sampled_documents: dict[str, Path], validate: Callable[[Path, str], list[str]]
) -> None:
    assert validate(sampled_documents[f"{kind}-{unit}-2024.docx"], "Microsoft365") == []


@pytest.mark.parametrize("kind", KINDS)
def test_word_2010_would_too(
    kind: str, sampled_documents: dict[str, Path], validate: Callable[[Path, str], list[str]]
) -> None:
    assert validate(sampled_documents[f"{kind}-nam-dan-2024.docx"], "Office2010") == []


@pytest.mark.parametrize("version", ["Office2010", "Microsoft365"])
def test_excel_would_open_our_workbooks(
    version: str, tmp_path: Path, validate: Callable[[Path, str], list[str]]
) -> None:
    data, coverage = tmp_path / "bang.xlsx", tmp_path / "doi-chieu.xlsx"
    assert main(["data", "export", str(data), "--district", "Nam Đàn", "--district", "Vinh"]) == 0
    assert main(["coverage", "--xlsx", str(coverage)]) == 0
    assert [validate(data, version), validate(coverage, version)] == [[], []]


def test_the_validator_does_find_faults(tmp_path: Path, validate: Callable[[Path, str], list[str]]) -> None:
    """A gate that never closes proves nothing."""
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"not a document")
    assert validate(broken, "Microsoft365") != []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", [1, 2])
def test_what_update_makes_of_an_edited_file(
    kind: str,
    seed: int,
    sampled_documents: dict[str, Path],
    validate: Callable[..., list[str]],
    tmp_path: Path,
) -> None:
    base = sampled_documents[f"{kind}-nam-dan-2024.docx"].read_bytes()
    mine = Clerk(base, seed).edits(20).saved()
    merged = merge(base, mine, new_data(base, seed), "2024-03-01T00:00:00Z")
    assert merged.blocks
    for name, content in (("merged", merged.content), ("base", merged.base)):
        file = tmp_path / f"{name}.docx"
        file.write_bytes(content)
        assert validate(file, "Microsoft365") == []


def test_word_would_open_a_commented_copy(
    sampled_documents: dict[str, Path], tmp_path: Path, validate: Callable[[Path, str], list[str]]
) -> None:
    """Every paragraph of the body is made a finding, tables and controls included."""
    document = Document(str(sampled_documents["ke-hoach-nam-dan-2024.docx"]))
    for number, paragraph in enumerate(document.paragraphs):
        for run in paragraph.runs[:1]:
            run.font.size = Pt(11 + number % 2)
    broken, copy = tmp_path / "sai.docx", tmp_path / "out" / "sai.docx"
    document.save(str(broken))
    assert main(["check", str(broken), "--comment", "--out", str(copy.parent)]) == 1
    assert validate(copy, "Microsoft365") == validate(broken, "Microsoft365")
