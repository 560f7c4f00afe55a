"""PDFs stand beside their documents, whole or not at all, and never over what someone put there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kh_docs.cli import soffice, to_pdf
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.pdf import publish_pdfs
from kh_docs.pipeline.request import DocumentResult

PLAN = "104-kh-ubnd-2024"

# Stands in for LibreOffice: converts what is no "crash" and says 0 whatever happens, as LibreOffice does.
FAKE_OFFICE = """
import pathlib, sys, time
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
for name in sys.argv[sys.argv.index("--outdir") + 2 :]:
    content = pathlib.Path(name).read_text()
    if content == "hang":
        time.sleep(600)
    if content == "crash":
        sys.exit(0)
    (out / (pathlib.Path(name).stem + ".pdf")).write_text("PDF of " + content)
"""


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    script = tmp_path / "soffice.py"
    script.write_text(FAKE_OFFICE, encoding="utf-8")
    run = soffice.run
    monkeypatch.setattr(soffice, "find", lambda: script)
    monkeypatch.setattr(soffice, "run", lambda arguments, seconds: run([sys.executable, *arguments], seconds))
    return tmp_path / "out"


@pytest.fixture
def documents(out: Path) -> Callable[..., list[DocumentResult]]:
    def write(**contents: str) -> list[DocumentResult]:
        results = []
        for unit, content in contents.items():
            path = out / PLAN / unit / f"ke-hoach-{unit}.docx"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
            results.append(DocumentResult(unit, "ke-hoach", path, "written"))
        return results

    return write


def pdf_of(out: Path, unit: str) -> Path:
    return out / PLAN / unit / f"ke-hoach-{unit}.pdf"


def test_a_pdf_beside_each_document(out: Path, documents: Callable[..., list[DocumentResult]]) -> None:
    made = publish_pdfs(out, PLAN, documents(a="A", b="B"))
    assert (made.codes, made.written) == ([], [pdf_of(out, "a"), pdf_of(out, "b")])
    assert pdf_of(out, "b").read_text() == "PDF of B"


def test_only_what_changed_is_made_again(out: Path, documents: Callable[..., list[DocumentResult]]) -> None:
    publish_pdfs(out, PLAN, documents(a="A", b="B"))
    assert publish_pdfs(out, PLAN, documents(a="A", b="B, changed")).written == [pdf_of(out, "b")]


def test_a_signed_scan_stays(out: Path, documents: Callable[..., list[DocumentResult]]) -> None:
    written = documents(a="A")
    pdf_of(out, "a").write_text("scan with seal", encoding="utf-8")
    made = publish_pdfs(out, PLAN, written)
    assert made.codes == [ExitCode.KEPT]
    assert pdf_of(out, "a").read_text() == "scan with seal"


def test_one_that_crashes_costs_only_itself(
    out: Path, documents: Callable[..., list[DocumentResult]]
) -> None:
    made = publish_pdfs(out, PLAN, documents(a="A", b="crash", c="C"))
    assert made.codes == [ExitCode.FOUND]
    assert made.written == [pdf_of(out, "a"), pdf_of(out, "c")]
    assert "ke-hoach-b.docx: LibreOffice không làm được PDF" in made.messages[0]


def test_one_that_hangs_is_stopped(
    out: Path, documents: Callable[..., list[DocumentResult]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(to_pdf, "SECONDS_TO_START", 1.0)
    monkeypatch.setattr(to_pdf, "SECONDS_A_DOCUMENT", 0.5)
    made = publish_pdfs(out, PLAN, documents(a="hang", b="B"))
    assert made.codes == [ExitCode.FOUND]
    assert made.written == [pdf_of(out, "b")]


def test_without_libreoffice_a_clear_word(
    out: Path, documents: Callable[..., list[DocumentResult]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soffice, "find", lambda: None)
    made = publish_pdfs(out, PLAN, documents(a="A"))
    assert (made.codes, made.written) == ([ExitCode.FOUND], [])
    assert "Máy chưa có LibreOffice" in made.messages[0]
