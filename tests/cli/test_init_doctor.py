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
    here = sorted(path.name for path in folder.iterdir())
    assert here == [".kh-docs-shipped.json", "data", "out", "templates"]
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


def test_a_new_release_renews_what_nobody_changed_and_says_what_it_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    release, folder = tmp_path / "release", tmp_path / "mine"
    monkeypatch.setattr("kh_docs.reading.workspace.shipped_root", lambda: release)
    plan = release / "data" / "plans" / "1" / "plan.yaml"
    for path in (plan, release / "data" / "roles.yaml", release / "templates" / "x.j2"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("cũ", encoding="utf-8")
    assert main(["init", str(folder)]) == 0
    (folder / "data" / "roles.yaml").write_text("của tôi", encoding="utf-8")
    (folder / "templates" / "x.j2").unlink()

    # Nothing new from us: nothing to say.
    capsys.readouterr()
    assert main(["init", str(folder)]) == 0
    assert "giữ nguyên" not in capsys.readouterr().err

    for path in (plan, release / "data" / "roles.yaml", release / "templates" / "y.j2"):
        path.write_text("mới", encoding="utf-8")
    assert main(["init", str(folder)]) == 3
    out, err = capsys.readouterr()
    assert sorted(out.splitlines()) == [f"{folder}/data/plans/1/plan.yaml", f"{folder}/templates/y.j2"]
    assert f"giữ nguyên: {folder}/data/roles.yaml: đã có người sửa, chương trình có bản mới" in err
    assert f"không đưa lại: {folder}/templates/x.j2: đã có người xóa" in err
    assert (folder / "data" / "roles.yaml").read_text(encoding="utf-8") == "của tôi"
    assert (folder / "data" / "plans" / "1" / "plan.yaml").read_text(encoding="utf-8") == "mới"


def test_restore_brings_a_shipped_file_back_and_keeps_the_changed_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["init", str(tmp_path)])
    layout = tmp_path / "templates" / "layout" / "ke-hoach.docx"
    original = layout.read_bytes()
    for number, text in (("", b"hers"), ("1", b"hers again")):
        layout.write_bytes(text)
        assert main(["init", str(tmp_path), "--restore", "templates/layout/ke-hoach.docx"]) == 0
        assert layout.read_bytes() == original
        assert layout.with_name(f"ke-hoach.docx.cu{number}").read_bytes() == text
    layout.unlink()
    capsys.readouterr()
    assert main(["init", str(tmp_path), "--restore", "ke-hoach.docx"]) == 0
    assert capsys.readouterr().out == f"{layout}\n"
    assert layout.read_bytes() == original


def test_restore_knows_only_what_was_shipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", str(tmp_path)])
    assert main(["init", str(tmp_path), "--restore", "rols.yaml"]) == 2
    assert "-> có: data/roles.yaml" in capsys.readouterr().err


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
    assert main(["--workspace", str(tmp_path), "doctor"]) == 2
    out, err = capsys.readouterr()
    found = results(out)
    assert found["dữ liệu"] == found["mẫu ke-hoach"] == "không được"
    assert "roles.yaml:" in out
    assert "chưa làm được văn bản" in err


def test_a_folder_that_is_no_workspace_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--workspace", str(tmp_path), "districts"]) == 2
    assert "không phải thư mục làm việc" in capsys.readouterr().err
