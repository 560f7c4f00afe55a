"""The example plan of 2026 that is shipped: what import makes of its text, called an example everywhere."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

ROOT = Path(__file__).parents[2]
EXAMPLE = "vi-du-kh-ubnd-2026"
FOLDER = ROOT / "data" / "plans" / EXAMPLE
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    from kh_docs.cli.main import main

    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_it_is_what_import_makes_of_its_text(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "plans" / EXAMPLE
    for path in folder.glob("*.yaml"):
        path.unlink()
    text = folder / "van-ban.txt"
    assert run("plan", "import", str(text), "--id", EXAMPLE)[0] == 0
    assert run("plan", "approve", "--plan", EXAMPLE, "--all")[0] == 0
    made = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")}
    assert made == {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yaml")}


def test_it_is_never_meant_by_saying_nothing(run: Run) -> None:
    code, out, _err = run("plan", "show", "--json")
    assert (code, '"104-kh-ubnd-2024"' in out) == (0, True)


@pytest.mark.parametrize(
    ("unit", "name", "itself"),
    [
        ("kim-lien", "XÃ KIM LIÊN", "UBND xã"),
        ("con-cuong", "XÃ CON CUÔNG", "UBND xã"),
        ("quynh-luu", "XÃ QUỲNH LƯU", "UBND xã"),
        ("truong-vinh", "PHƯỜNG TRƯỜNG VINH", "UBND phường"),
    ],
)
def test_a_communes_plan(unit: str, name: str, itself: str, run: Run, tmp_path: Path) -> None:
    assert run("generate", unit, "--plan", EXAMPLE)[0] == 0
    document = Document(str(tmp_path / "out" / EXAMPLE / unit / f"ke-hoach-{unit}-2026.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join(
        element.text or "" for element in document.element.body.iter() if element.tag.endswith("}t")
    )
    assert any(name in cell for cell in cells)
    assert "(ví dụ)" in text
    assert f"{itself} ký hợp đồng hoặc giao tổ tự quản" in text
    # What binds two phường only stands in theirs; what bodies of the province do stands in nobody's.
    assert ("thùng chứa chất thải phân loại" in text) == (unit == "truong-vinh")
    # A province's body that tells the unit's own one to act, and one that guides what units do with money.
    kind = itself.removeprefix("UBND ")
    assert f"Giao Công an {kind} phối hợp phát hiện, xử lý vi phạm pháp luật về môi trường." in text
    assert "Sử dụng kinh phí theo quy định của Luật Ngân sách nhà nước và hướng dẫn của Sở Tài chính." in text
    assert f"- Công an {kind} (t/h);" in text
    # One mục says who carries it out, and one sentence closes it.
    assert text.count("TỔ CHỨC THỰC HIỆN") == 1
    assert "PHÂN CÔNG, THEO DÕI" not in text
    assert text.count("khó khăn, vướng mắc") == 1
    assert f"để xem xét, chỉ đạo; {itself} phản ánh về Sở Nông nghiệp và Môi trường" in text.replace("\n", "")
    assert "tại Phụ lục I, Phụ lục II" in text
    assert "Ủy ban nhân dân (UBND) tỉnh Nghệ An" in text
    assert f"{itself} {name.split(' ', 1)[1].title()} ban hành Kế hoạch" in text
    assert "huyện" not in text
