"""A file that LibreOffice has saved still gets the new data, in its own places and no other."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kh_docs.update import merge, same_meaning

from ..update.clerk import Clerk
from ..update.reviewer import accepted, lines, rejected
from ..update.test_properties import new_data

pytestmark = pytest.mark.render
DATE = "2024-03-01T00:00:00Z"
KINDS = ("ke-hoach", "bao-cao-nam", "phieu-kiem-tra")


@pytest.fixture(scope="session")
def resave(tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], bytes]:
    """The file as LibreOffice saves it."""
    program, profile = tool("soffice"), tmp_path_factory.mktemp("profile")

    def save(data: bytes) -> bytes:
        folder = tmp_path_factory.mktemp("resaved")
        (folder / "a.docx").write_bytes(data)
        target = folder / "saved"
        command = [program, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "docx"]
        subprocess.run([*command, "--outdir", target, folder / "a.docx"], capture_output=True, timeout=180)
        return (target / "a.docx").read_bytes()

    return save


@pytest.mark.parametrize("kind", KINDS)
def test_only_saved_again_is_not_an_edit(
    kind: str, sampled_documents: dict[str, Path], resave: Callable[[bytes], bytes]
) -> None:
    base = sampled_documents[f"{kind}-nam-dan-2024.docx"].read_bytes()
    assert same_meaning(base, resave(base))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", [1, 2])
def test_edited_and_saved_by_libreoffice(
    kind: str, seed: int, sampled_documents: dict[str, Path], resave: Callable[[bytes], bytes]
) -> None:
    base = sampled_documents[f"{kind}-nam-dan-2024.docx"].read_bytes()
    clerk = Clerk(base, seed)
    clerk.EDITS = tuple(edit for edit in clerk.EDITS if not edit.__name__.startswith("tracks"))
    mine = resave(clerk.edits(10).saved())
    assert merge(base, mine, base, DATE).content is mine
    theirs = new_data(base, seed)
    merged = merge(base, mine, theirs, DATE)
    assert lines(rejected(merged.content)) == lines(mine)
    said = "\n".join(lines(accepted(merged.content)))
    assert [word for word in clerk.written if word in "\n".join(lines(mine)) and word not in said] == []


@pytest.mark.parametrize("kind", KINDS)
def test_new_data_in_a_file_libreoffice_saved(
    kind: str, sampled_documents: dict[str, Path], resave: Callable[[bytes], bytes]
) -> None:
    base = sampled_documents[f"{kind}-vinh-2024.docx"].read_bytes()
    theirs = new_data(base, 3)
    merged = merge(base, resave(base), theirs, DATE)
    assert merged.conflicts == ()
    assert [line.strip() for line in lines(accepted(merged.content))] == [
        line.strip() for line in lines(theirs)
    ]
