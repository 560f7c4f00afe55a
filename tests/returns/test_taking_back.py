"""A document that was filled in gives its figures back to the unit's data, and loses none there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ..documents.word import Document
from .clerk import WAYS, Form

Run = Callable[..., tuple[int, str, str]]
F1, F2 = "so_buoi_tuyen_truyen.ky_nay", "luot_nguoi_tuyen_truyen.ky_nay"


@pytest.fixture
def filled(run: Run, workspace: Path) -> Callable[..., Path]:
    def fill(kind: str, values: dict[str, str], way: str = "inside") -> Path:
        assert run("generate", "nam-dan", "--kind", kind)[0] == 0
        form = Form((workspace / f"out/104-kh-ubnd-2024/nam-dan/{kind}-nam-dan-2024.docx").read_bytes())
        for tag, text in values.items():
            form.fill(tag, text, way)
        path = workspace / "filled.docx"
        path.write_bytes(form.saved())
        return path

    return fill


@pytest.mark.parametrize("way", WAYS)
def test_figures_come_back_and_the_next_document_shows_them(
    way: str, filled: Callable[..., Path], run: Run
) -> None:
    path = filled("bao-cao-6-thang", {F1: "12", F2: "15.250"}, way)
    # In the signature's cell the post stands above the name: a name without its control could not be told.
    form = Form(path.read_bytes())
    form.fill("nguoi_ky.ho_ten", "Nguyễn Văn A", "inside" if way == "over" else way)
    path.write_bytes(form.saved())
    code, _out, err = run("data", "import", str(path))
    assert code == 0, err
    assert run("generate", "nam-dan", "--out", "again")[0] == 0
    report = Document(Path("again/104-kh-ubnd-2024/nam-dan/bao-cao-6-thang-nam-dan-2024.docx").read_bytes())
    texts = [text for table in report.tables for row in table.rows for text in row.texts]
    assert {"12", "15.250"} <= set(texts)
    # Who signs is the unit's, and so of all its documents.
    plan = Document(Path("again/104-kh-ubnd-2024/nam-dan/ke-hoach-nam-dan-2024.docx").read_bytes())
    assert any("Nguyễn Văn A" in text for table in plan.tables for row in table.rows for text in row.texts)


def test_a_blank_deletes_nothing_and_a_second_import_changes_nothing(
    filled: Callable[..., Path], run: Run
) -> None:
    path = filled("bao-cao-6-thang", {F1: "12"})
    assert run("data", "import", str(path))[0] == 0
    before = Path("data").rglob("nam-dan.yaml")
    texts = {file: file.read_bytes() for file in before}
    path.write_bytes(
        Form(Path("out/104-kh-ubnd-2024/nam-dan/bao-cao-6-thang-nam-dan-2024.docx").read_bytes()).saved()
    )
    code, out, _err = run("data", "import", str(path))
    assert (code, out) == (0, "")
    assert {file: file.read_bytes() for file in texts} == texts


def test_a_doubtful_figure_is_named_and_not_taken(filled: Callable[..., Path], run: Run) -> None:
    path = filled("bao-cao-6-thang", {F1: "1,120", F2: "100"})
    code, out, err = run("data", "import", str(path), "--dry-run")
    assert code == 1
    assert f"answers.bao-cao-6-thang.{F2}" in out
    assert F1 not in out
    assert "“1,120” đọc được hai cách" in err


def test_another_file_is_refused_with_what_to_choose(run: Run, workspace: Path) -> None:
    (workspace / "la.docx").write_bytes(b"not a zip")
    code, out, err = run("data", "import", "la.docx")
    assert (code, out) == (2, "")
    assert "la.docx" in err
    assert "->" in err
