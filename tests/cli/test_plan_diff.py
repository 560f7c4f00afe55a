"""`kh-docs plan diff`: clauses by their text, values by their clauses, what has to be looked at, and Word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from tests.planning.plans import SEED

from kh_docs.model.plan import Clause
from kh_docs.planning.matching import match_clauses, word_changes

from .schemas import faults

Run = Callable[..., tuple[int, str, str]]
OLD = "104-kh-ubnd-2024"
SCHEMA = json.loads(files("kh_docs").joinpath("schemas/plan-diff.json").read_text(encoding="utf-8"))


def imported(run: Run, workspace: Path, text: str, name: str) -> None:
    file = workspace / f"{name}.txt"
    file.write_text(text, encoding="utf-8")
    assert run("plan", "import", str(file), "--id", name)[0] == 1


def diff(run: Run, *arguments: str) -> dict[str, Any]:
    code, out, err = run("plan", "diff", *arguments, "--json")
    assert (code, err) == (0, "")
    value: dict[str, Any] = json.loads(out)
    return value


def test_the_import_of_the_seed_lacks_nothing(run: Run, workspace: Path) -> None:
    imported(run, workspace, SEED.read_text(encoding="utf-8"), "thu")
    found = diff(run, OLD, "thu")
    assert Counter(pair["state"] for pair in found["clauses"]) == {"same": 54}
    assert all(pair["ratio"] == 1.0 for pair in found["clauses"])
    # Periods, a programme without a number, goals without digits, spans of years: questions, or optional.
    assert [pair["old"] for pair in found["deadlines"] if pair["state"] != "same"] == ["D20", "D21"]
    assert [pair["old"] for pair in found["legal_bases"] if pair["state"] != "same"] == ["L19"]
    gone = [pair["old"] for pair in found["figures"] if pair["state"] == "gone"]
    assert gone == ["T16", "T18", "T19", "T25"]
    assert {each["what"] for each in found["look_at"]} <= {"wording"}


def test_next_years_plan(run: Run, workspace: Path) -> None:
    lines = SEED.read_text(encoding="utf-8").split("\n")
    # Point 8.b goes, 7.a and 7.b change places, 6.a.3 has a new date, a new point comes at the end of 3.
    b8 = next(at for at, line in enumerate(lines) if line.startswith("b) Tổ chức tập huấn"))
    del lines[b8]
    lines[b8] = lines[b8].replace("c) ", "b) ", 1)
    a7 = next(at for at, line in enumerate(lines) if line.startswith("a) UBND các huyện có liên quan"))
    lines[a7], lines[a7 + 1] = "a) " + lines[a7 + 1][3:], "b) " + lines[a7][3:]
    text = "\n".join(lines).replace(
        "tổng kết (hoàn thành trước tháng 10/2024)", "tổng kết (hoàn thành trước ngày 15/9/2024)"
    )
    text = text.replace("4. Tăng cường", "d) Mỗi xã có ít nhất 02 camera ở nơi công cộng.\n4. Tăng cường", 1)
    imported(run, workspace, text, "moi")
    found = diff(run, OLD, "moi")
    states = {
        (pair["old"], pair["new"]): pair["state"] for pair in found["clauses"] if pair["state"] != "same"
    }
    assert states == {
        ("II.7.a", "II.7.b"): "moved",
        ("II.7.b", "II.7.a"): "moved",
        ("II.8.c", "II.8.b"): "moved",
        ("II.6.a.3", "II.6.a.3"): "changed",
        (None, "II.3.d"): "new",
        ("II.8.b", None): "gone",
    }
    changed = [(pair["old"], pair["state"]) for pair in found["deadlines"] if pair["state"] != "same"]
    assert changed == [("D06", "changed"), ("D20", "gone"), ("D21", "gone")]
    assert any(pair["old"] == "T24" and pair["state"] == "moved" for pair in found["figures"])
    look = {(each["what"], each["because"]) for each in found["look_at"]}
    assert {
        ("task", "II.6.a.3"),
        ("task", "II.8.b"),
        ("criterion", "II.8.b"),
        ("indicator", "II.8.b"),
    } <= look


def clause(name: str, text: str) -> Clause:
    return Clause(id=name, text=text)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c d", "a b c d", ("same", 1.0)),
        ("a b c d", "a b c e", ("changed", 0.75)),
        ("a b c d", "e f g h", None),
        # The same words in another order are not the same.
        ("a b c d e f", "a b d c e f", ("changed", 0.833)),
    ],
)
def test_ratio(old: str, new: str, expected: tuple[str, float] | None) -> None:
    pairs = match_clauses([clause("I.1", old)], [clause("I.1", new)])
    assert [(pair.state, pair.ratio) for pair in pairs] == (
        [expected] if expected else [("new", 0.0), ("gone", 0.0)]
    )


def test_short_titles_that_come_back_keep_their_places() -> None:
    old = [clause("I.1", "Mục đích"), clause("II.1", "Mục đích"), clause("III.1", "Khác")]
    assert [(pair.old and pair.old.id, pair.new and pair.new.id) for pair in match_clauses(old, old)] == [
        ("I.1", "I.1"), ("II.1", "II.1"), ("III.1", "III.1")
    ]  # fmt: skip


def test_word_by_word() -> None:
    assert word_changes("(trước ngày 15/5),\n làm xong", "(trước ngày 20/5), làm xong hết") == [
        ("same", "(trước ngày "), ("gone", "15/5"), ("new", "20/5"), ("same", "), làm xong"), ("new", " hết")
    ]  # fmt: skip


def test_as_text(run: Run, workspace: Path) -> None:
    imported(
        run,
        workspace,
        SEED.read_text(encoding="utf-8").replace("trước ngày 15/5/2024", "trước ngày 20/5/2024"),
        "moi",
    )
    code, out, _err = run("plan", "diff", OLD, "moi")
    assert code == 0
    assert "Mục: như cũ 53, đổi chỗ 0, sửa 1, mới 0, bỏ 0" in out
    assert "(trước ngày [-15/5/2024-][+20/5/2024+]), giai đoạn" in " ".join(out.split())
    assert "D09 -> D15: sửa" in out


def test_as_word(run: Run, workspace: Path) -> None:
    imported(
        run,
        workspace,
        SEED.read_text(encoding="utf-8").replace("trước ngày 15/5/2024", "trước ngày 20/5/2024"),
        "moi",
    )
    code, out, _err = run("plan", "diff", OLD, "moi", "--docx", "so-sanh.docx")
    assert (code, out.strip()) == (0, "so-sanh.docx")
    data = (workspace / "so-sanh.docx").read_bytes()
    table = Document(BytesIO(data)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == [OLD, "moi", "So sánh"]
    row = next(row for row in table.rows if row.cells[2].text == "sửa")
    struck = [run.text.strip() for run in row.cells[0].paragraphs[0].runs if run.font.strike]
    underlined = [run.text.strip() for run in row.cells[1].paragraphs[0].runs if run.font.underline]
    assert (struck[-1], underlined[-1]) == ("15/5/2024", "20/5/2024")
    run("plan", "diff", OLD, "moi", "--docx", "so-sanh.docx")
    assert (workspace / "so-sanh.docx").read_bytes() == data


def test_wrong_use(run: Run) -> None:
    assert run("plan", "diff", OLD, "khong-co")[0] == 2
    assert run("plan", "diff", OLD, OLD, "--json", "--docx", "a.docx")[0] == 2
    assert run("plan", "diff", OLD, OLD, "--take", "--docx", "a.docx")[0] == 2


# What changes from one plan to the next: its year, a day, a figure, a whole heading that goes.
CHANGES: dict[str, tuple[str, str]] = {
    "moi-2025": ("2024", "2025"),
    "ngay-2024": ("trước ngày 15/5/2024", "trước ngày 20/5/2024"),
    "so-2024": ("ít nhất 50%", "ít nhất 60%"),
    "bot-2024": ("5. Tập trung tham mưu quyết liệt", "Tập trung tham mưu quyết liệt"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_plan_that_printed_prints_after_taking(run: Run, workspace: Path, name: str) -> None:
    imported(run, workspace, SEED.read_text(encoding="utf-8").replace(*CHANGES[name]), name)
    assert run("generate", "nam-dan", "--plan", name, "--dry-run")[0] == 0
    folder = workspace / "data" / "plans" / name
    code, out, err = run("plan", "diff", OLD, name, "--take", "--json")
    assert code == 0
    assert list(faults(json.loads(out), SCHEMA)) == []
    taken = json.loads(out)["taken"]
    assert set(taken["items"]) <= {Path(path).name for path in taken["files"]}
    assert f"kh-docs data check --plan {name}" in err
    code, _out, err = run("generate", "--all", "--plan", name)
    assert code == 0, err
    # What its sentences name is there, also in the branches that are printed for no unit today.
    code, out, err = run("data", "check", "--plan", name)
    assert (code, out) == (0, ""), out
    # Declared of the subject, and not of a clause's number: none is lost where a heading goes.
    assert "- id: exemplary\n" in (folder / "fields.yaml").read_text(encoding="utf-8")
    days = (folder / "plan.yaml").read_text(encoding="utf-8")
    # Days of last year's plan are none of this one; those of the same year come along with what names them.
    assert ("local_force_law" in days) == name.endswith("2024")
    assert ("- id: N12\n" in (folder / "tasks.yaml").read_text(encoding="utf-8")) == name.endswith("2024")


def test_what_did_not_change_is_taken_over(run: Run, workspace: Path) -> None:
    before = "tổng kết (hoàn thành trước tháng 10/2024)"
    text = SEED.read_text(encoding="utf-8").replace(before, "tổng kết (hoàn thành trước ngày 15/9/2024)")
    imported(run, workspace, text, "moi-2024")
    code, out, err = run("plan", "diff", OLD, "moi-2024", "--take")
    assert code == 0
    folder = workspace / "data" / "plans" / "moi-2024"
    assert "tasks.yaml" in out
    tasks = (folder / "tasks.yaml").read_text(encoding="utf-8")
    # N41 does what II.6.a.3 asks for, whose day changed; N03 belongs to II.1.a, which did not.
    assert "- id: N03\n" in tasks
    assert "- id: N41\n" not in tasks
    # Told file by file, so many lines as there are files; by item only for programs.
    assert "checklist.yaml: chép 81 mục, 4 mục phải viết lại: KT36 (II.6.a.3 không còn như cũ), KT" in err
    assert len(err.splitlines()) <= 8
    # Ids are those of the new plan: D04 and D05 of the old one are D09 and D10 here.
    assert "plan: [D09, D10]" in tasks
    assert run("data", "check", "--plan", "moi-2024")[0] == 0
    assert run("generate", "nam-dan", "--plan", "moi-2024")[0] == 0
    # What is there already is nobody's to write over.
    edited = (folder / "tasks.yaml").read_bytes()
    assert run("plan", "diff", OLD, "moi-2024", "--take")[0] == 0
    assert (folder / "tasks.yaml").read_bytes() == edited
