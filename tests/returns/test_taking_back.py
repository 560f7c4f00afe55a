"""A document that was filled in gives its figures back to the unit's data, and loses none there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from kh_docs.word.xml import W

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


def test_a_picture_is_named_and_what_is_crossed_out_is_not_taken(
    filled: Callable[..., Path], run: Run
) -> None:
    path = filled("bao-cao-6-thang", {F2: "100"})
    form = Form(path.read_bytes())
    namespace = f'xmlns:w="{W[1:-1]}"'
    note, crossed = F1.replace("ky_nay", "ghi_chu"), F2.replace("ky_nay", "ghi_chu")
    for tag, inside in (
        (F1, "<w:drawing/>"),
        (note, "<w:drawing/>"),
        (crossed, "<w:rPr><w:strike/></w:rPr><w:t>bỏ</w:t>"),
    ):
        form.control(tag).addnext(etree.fromstring(f"<w:r {namespace}>{inside}</w:r>"))
    path.write_bytes(form.saved())
    code, out, err = run("data", "import", str(path), "--dry-run")
    assert (code, err.count("không đọc được")) == (1, 2)
    assert F2 in out
    assert not any(tag in out for tag in (F1, note, crossed))


def test_another_file_is_refused_with_what_to_choose(run: Run, workspace: Path) -> None:
    (workspace / "la.docx").write_bytes(b"not a zip")
    code, out, err = run("data", "import", "la.docx")
    assert (code, out) == (2, "")
    assert "la.docx" in err
    assert "->" in err


def test_what_stands_beside_the_control_of_a_section_comes_back_too(
    filled: Callable[..., Path], run: Run
) -> None:
    path = filled("bao-cao-6-thang", {F1: "12"})
    form = Form(path.read_bytes())
    form.fill("iii_2.noi_dung", "Hai xã chưa báo cáo.", "beside")
    form.fill("iii_1.noi_dung", "Làm sớm hơn hạn.", "over")
    path.write_bytes(form.saved())
    code, _out, err = run("data", "import", str(path))
    assert code == 0, err
    data = next(Path("data").rglob("104-kh-ubnd-2024/nam-dan.yaml")).read_text(encoding="utf-8")
    assert "iii_2.noi_dung: Hai xã chưa báo cáo." in data
    assert "iii_1.noi_dung: Làm sớm hơn hạn." in data


def test_a_row_added_to_a_list_is_told_of(filled: Callable[..., Path], run: Run) -> None:
    path = filled("bao-cao-6-thang", {F1: "12", "mo_hinh.ten.01": "Camera an ninh"})
    form = Form(path.read_bytes())
    form.copy_row("mo_hinh.ten.01")
    copied = form.row("mo_hinh.ten.01").getnext()
    assert copied is not None
    other = Form.__new__(Form)
    other.root = copied
    other.fill("mo_hinh.ten.01", "Tổ tự quản")
    path.write_bytes(form.saved())
    _code, _out, err = run("data", "import", str(path), "--dry-run")
    assert "dòng thêm vào bảng, chưa lấy “Tổ tự quản”" in err


def test_the_year_shows_and_is_held_against_what_was_taken_of_the_six_months(
    filled: Callable[..., Path], run: Run
) -> None:
    assert run("data", "import", str(filled("bao-cao-6-thang", {F1: "1200"})))[0] == 0
    assert run("generate", "nam-dan", "--kind", "bao-cao-nam", "--out", "again")[0] == 0
    report = Document(Path("again/104-kh-ubnd-2024/nam-dan/bao-cao-nam-nam-dan-2024.docx").read_bytes())
    rows = [row.texts for table in report.tables for row in table.rows]
    assert "06 tháng: 1.200" in next(row for row in rows if row[0] == "F1")
    assert run("data", "import", str(filled("bao-cao-nam", {F1: "900"})))[0] == 0
    _code, _out, err = run("data", "check")
    assert "cả năm 900, riêng 06 tháng đầu năm đã 1200" in err + _out


def test_several_files_and_folders_at_once(filled: Callable[..., Path], run: Run, workspace: Path) -> None:
    """Each is taken in; one that is none of ours keeps no other from it."""
    folder = workspace / "da-dien"
    folder.mkdir()
    filled("bao-cao-6-thang", {F1: "12"}).rename(folder / "a.docx")
    filled("bao-cao-nam", {F2: "15.250"}).rename(folder / "b.docx")
    (folder / "~$a.docx").write_bytes(b"open in Word")
    (folder / "c.docx").write_bytes(b"not a zip")
    assert run("data", "export", "bang.xlsx", "--district", "Vinh")[0] == 0
    code, _out, err = run("data", "import", "da-dien", "bang.xlsx")
    assert code == 1, err
    assert "c.docx" in err
    assert "~$" not in err
    data = next(Path("data").rglob("104-kh-ubnd-2024/nam-dan.yaml")).read_text(encoding="utf-8")
    assert f"{F1}: 12" in data
    assert f"{F2}: 15.250" in data
    (folder / "c.docx").unlink()
    assert run("data", "import", "da-dien")[:2] == (0, "")
    assert run("data", "import", str(folder / "khong-co.docx"))[0] == 2


def test_two_files_that_say_two_things_are_not_both_taken(
    filled: Callable[..., Path], run: Run, workspace: Path
) -> None:
    for name, text in (("a", "12"), ("b", "15")):
        filled("bao-cao-6-thang", {F1: text}).rename(workspace / f"{name}.docx")
    code, _out, err = run("data", "import", "a.docx", "b.docx")
    assert code == 1
    assert "“12” -> “15”; tệp a.docx ghi “12”" in err
    data = next(Path("data").rglob("104-kh-ubnd-2024/nam-dan.yaml")).read_text(encoding="utf-8")
    assert f"{F1}: 12" in data
