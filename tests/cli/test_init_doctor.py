"""`init` makes a workspace and harms nothing; `doctor` says in words what works."""

from __future__ import annotations

from pathlib import Path

import pytest

from kh_docs.cli import soffice
from kh_docs.cli.main import main

ROOT = Path(__file__).parents[2]


def test_init_copies_data_and_templates_and_says_what_to_do_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "Kế hoạch 104"
    assert main(["init", str(folder)]) == 0
    for part in ("data", "templates"):
        for original in (path for path in (ROOT / part).rglob("*") if path.is_file()):
            assert (folder / original.relative_to(ROOT)).read_bytes() == original.read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == ["data", "out", "templates"]
    assert "kh-docs generate --district" in capsys.readouterr().err


def test_init_again_changes_nothing(tmp_path: Path) -> None:
    main(["init", str(tmp_path)])
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert main(["init", str(tmp_path)]) == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


def test_init_refuses_to_overwrite_and_then_copies_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "roles.yaml").write_text("của tôi", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 2
    assert "roles.yaml" in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*")] == ["data", "roles.yaml"]


def test_init_refuses_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tệp").touch()
    assert main(["init", str(tmp_path / "tệp")]) == 2


def results(text: str) -> dict[str, str]:
    """The name of each check and its result, from the table that doctor prints."""
    rows = [line.split("  ") for line in text.splitlines()[2:] if not line.startswith(" ")]
    return {row[0]: next(part.strip() for part in row[1:] if part.strip()) for row in rows}


def test_doctor_is_content_with_the_checkout(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["doctor"]) == 0
    found = results(capsys.readouterr().out)
    assert found["dữ liệu"] == found["mẫu ke-hoach"] == found["thư mục kết quả"] == "được"


def test_doctor_does_not_pass_what_it_could_not_look_at(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(soffice, "USUAL_PLACES", ())
    assert main(["doctor"]) == 0
    found = results(capsys.readouterr().out)
    assert found["phông chữ"] == "chưa kiểm được"
    assert found["LibreOffice (cho --pdf)"] == "không được"


def test_doctor_finds_a_broken_template_and_broken_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["init", str(tmp_path)])
    (tmp_path / "templates" / "layout" / "ke-hoach.docx").write_bytes(b"not a zip")
    (tmp_path / "data" / "roles.yaml").write_text("- id: [", encoding="utf-8")
    capsys.readouterr()
    assert main(["--workspace", str(tmp_path), "doctor"]) == 1
    out, err = capsys.readouterr()
    found = results(out)
    assert found["dữ liệu"] == found["mẫu ke-hoach"] == "không được"
    assert "roles.yaml:" in out
    assert "chưa làm được văn bản" in err


def test_a_folder_that_is_no_workspace_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--workspace", str(tmp_path), "districts"]) == 2
    assert "không phải thư mục làm việc" in capsys.readouterr().err
