"""Which plan a command takes where none is named: no template, no begun draft; and whose a unit's name is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLE = "vi-du-kh-ubnd-2026"
Run = Callable[..., tuple[int, str, str]]
NEWEST, TEMPLATE, DRAFT = "104-kh-ubnd-2024", "12-kh-ubnd-2027", "36-kh-ubnd-2026"
TAKEN = f"Kế hoạch {NEWEST} (mới nhất, không tính "


def begun(run: Run, workspace: Path) -> None:
    """A plan imported from a text without its number and day."""
    text = workspace / "khong-so.txt"
    lines = ["KẾ HOẠCH", "Trồng cây xanh năm 2026", "", "I. MỤC ĐÍCH", "1. Trồng cây.", "2. Giữ cây."]
    text.write_text("\n".join(lines), encoding="utf-8")
    assert run("plan", "import", str(text), "--id", DRAFT)[0] in (0, 1)


def test_a_template_that_nobody_touched_is_not_the_newest(run: Run, workspace: Path) -> None:
    assert run("plan", "new", TEMPLATE)[0] == 0
    code, out, err = run("generate", "nam-dan", "--kind", "ke-hoach")
    assert (code, out) == (0, f"out/{NEWEST}/nam-dan/ke-hoach-nam-dan-2024.docx\n")
    assert f"{TAKEN}{TEMPLATE}: mẫu chưa ai sửa; lấy kế hoạch khác: --plan MÃ)" in err
    # Saved by an editor of another system it is no more touched; a word written into it makes it a plan.
    head = workspace / "data" / "plans" / TEMPLATE / "plan.yaml"
    head.write_bytes(b"\xef\xbb\xbf" + head.read_bytes().replace(b"\n", b"\r\n"))
    assert TAKEN in run("districts")[2]
    head.write_text(head.read_text(encoding="utf-8-sig").replace("Nội dung", "Trồng cây"), encoding="utf-8")
    code, out, err = run("districts", "--json")
    assert f"Kế hoạch {TEMPLATE} (mới nhất; lấy kế hoạch khác: --plan MÃ)" in err
    assert len(json.loads(out)) > 100
    assert run("districts", "--plan", NEWEST)[2] == ""


@pytest.mark.parametrize(
    "arguments",
    [["districts", "--json"], ["deadlines", "nam-dan", "--json"], ["data", "check"], ["pack"],
     ["coverage", "--json"], ["plan", "show", "--json"], ["plan", "new", "40-kh-ubnd-2028"]],
    ids=" ".join,
)  # fmt: skip
def test_a_begun_draft_stops_nothing_that_does_not_name_it(
    run: Run, workspace: Path, arguments: list[str]
) -> None:
    begun(run, workspace)
    assert run("generate", "nam-dan", "--kind", "ke-hoach")[0] == 0
    code, out, err = run(*arguments)
    assert code == 0, err
    if "--json" in arguments:
        json.loads(out)
    if arguments[:2] != ["plan", "new"]:
        assert err.count(f"{TAKEN}{DRAFT}: bản nháp, còn thiếu number") == 1
    assert run("districts", "--plan", DRAFT)[0] == 2
    assert DRAFT in run("plan", "list")[2]
    assert run("doctor")[0] == 1


def test_a_fault_in_a_plan_that_somebody_made_is_told_and_not_passed_over(run: Run, workspace: Path) -> None:
    plans = workspace / "data" / "plans"
    shutil.copytree(plans / NEWEST, plans / "105-kh-ubnd-2025")
    head = (plans / "105-kh-ubnd-2025" / "plan.yaml").read_text(encoding="utf-8")
    head = head.replace(f"id: {NEWEST}", "id: 105-kh-ubnd-2025").replace("number: 104\n", "")
    (plans / "105-kh-ubnd-2025" / "plan.yaml").write_text(head, encoding="utf-8")
    code, _out, err = run("districts")
    assert (code, "number" in err) == (2, True)


@pytest.mark.usefixtures("workspace")
def test_one_plan_is_taken_without_a_word(run: Run) -> None:
    assert run("districts", "--json")[2] == ""


@pytest.mark.parametrize("place", [f"districts/{NEWEST}", "districts", "communes"])
def test_data_beside_no_workspace_are_said_to_be_unread(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Typed by hand as README shows it, in a folder that nobody made a workspace of."""
    folder = tmp_path_factory.mktemp("cho-khac")
    file = folder / "data" / place / "nam-dan.yaml"
    file.parent.mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert run("districts", "--json")[2] == ""
    file.write_text("signer:\n  name: Nguyễn Văn A\n", encoding="utf-8")
    code, out, err = run("generate", "nam-dan", "--kind", "ke-hoach")
    assert (code, out) == (0, f"out/{NEWEST}/nam-dan/ke-hoach-nam-dan-2024.docx\n")
    assert err.count(f"Lưu ý: data/{place}/nam-dan.yaml không được đọc") == 1
    assert run("init", ".")[0] == 0
    assert "không được đọc" not in run("districts")[2]


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("command", "asked", "other"),
    [
        (["generate", "phường Vinh Phú, Nghệ An"], "phường Vinh Phú, Nghệ An", EXAMPLE),
        (["deadlines", "xã Kim Liên"], "xã Kim Liên", EXAMPLE),
        (["data", "export", "a.xlsx", "--district", "phường Vinh Phú"], "phường Vinh Phú", EXAMPLE),
        (["generate", "thị xã Cửa Lò", "--plan", EXAMPLE], "thị xã Cửa Lò", NEWEST),
    ],
)  # fmt: skip
def test_a_unit_of_another_plan_is_said_to_be_there(
    run: Run, command: list[str], asked: str, other: str
) -> None:
    code, out, err = run(*command)
    assert (code, out) == (2, "")
    taken = NEWEST if other != NEWEST else EXAMPLE
    assert f"Lỗi: kế hoạch {taken} không có đơn vị “{asked}” -> " in err
    assert f"có ở kế hoạch khác: thêm --plan {other}" in err
    assert run("generate", "Hanoi")[2].count("--plan") == 0


@pytest.mark.parametrize("touched", ["", "number: 12", "Tổ chức thực hiện kịp thời"])
def test_import_replaces_a_template_that_nobody_touched(run: Run, workspace: Path, touched: str) -> None:
    assert run("plan", "new", TEMPLATE)[0] == 0
    for path in (workspace / "data" / "plans" / TEMPLATE).glob("*.yaml") if touched else ():
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace(touched, touched.replace("12", "13").replace("Tổ chức", "Sửa tay")), "utf-8"
        )
    file = workspace / "khac.txt"
    head = "Số: 12/KH-UBND\nNghệ An, ngày 15 tháng 02 năm 2027\nKẾ HOẠCH\nTrồng cây xanh năm 2027\n"
    file.write_text(
        f"{head}I. MỤC ĐÍCH\n1. Trồng cây.\n2. Giữ cây.\nII. VIỆC LÀM\n1. Trồng.\n", encoding="utf-8"
    )
    code, out, err = run("plan", "import", str(file), "--id", TEMPLATE)
    # What somebody wrote is kept, and nothing is written.
    assert (code == 3) == bool(touched)
    if code == 3:
        assert "Giữ nguyên: " in err
    else:
        assert code in (0, 1)
        assert "data/plans/12-kh-ubnd-2027/clauses.yaml" in out
        clauses = (workspace / "data" / "plans" / TEMPLATE / "clauses.yaml").read_text(encoding="utf-8")
        assert "Trồng cây." in clauses
        assert "kịp thời, hiệu quả" not in clauses
