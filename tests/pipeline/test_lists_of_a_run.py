"""The clerk's list names the documents that are there, and no other."""

from __future__ import annotations

from pathlib import Path

from kh_docs.cli.main import main


def listed(out: Path) -> list[str]:
    (path,) = out.rglob("can-bo-sung-nam-dan-2024.txt")
    return [
        line.partition("-nam-dan")[0]
        for line in path.read_text(encoding="utf-8").splitlines()
        if ".docx:" in line
    ]


def test_only_documents_that_were_made(tmp_path: Path) -> None:
    def generate(kind: str) -> None:
        assert main(["generate", "nam-dan", "--kind", kind, "--out", str(tmp_path)]) == 0

    generate("ke-hoach")
    assert listed(tmp_path) == ["ke-hoach"]
    generate("bao-cao-nam")
    assert listed(tmp_path) == ["ke-hoach", "bao-cao-nam"]
    # Made again alone: those of the earlier run still wait.
    generate("ke-hoach")
    assert listed(tmp_path) == ["ke-hoach", "bao-cao-nam"]
