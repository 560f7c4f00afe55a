"""A whole workspace: all faults of the plan at once; a fault of one district's file is that district's."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kh_docs.errors import DataError, EnvironmentFault, UsageError
from kh_docs.reading.book import load
from kh_docs.reading.workspace import Workspace, find_workspace

ROOT = Path(__file__).parents[2]
PLAN = Path("data/plans/104-kh-ubnd-2024")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A copy of the checkout's data to spoil."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.rmtree(tmp_path / "data" / "districts", ignore_errors=True)
    return find_workspace(tmp_path, tmp_path)


def spoil(workspace: Workspace, file: Path | str, old: str, new: str) -> int:
    """Replace the first `old`; gives the line it stands in."""
    path = workspace.root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def faults(workspace: Workspace) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(workspace)
    return [str(problem) for problem in caught.value.problems]


def test_all_faults_of_all_files_at_once(workspace: Workspace) -> None:
    places: list[tuple[Path | str, str, str, str]] = [
        (PLAN / "plan.yaml", "issued_on: 07/02/2024", "issued_on: 30/02/2024", "là ngày không có thật"),
        (PLAN / "deadlines.yaml", "literal: trước ngày 25/02/2024", "litteral: x", "có phải “literal”?"),
        (PLAN / "targets.yaml", "kind: achieve", "kind: acheive", "“acheive” không dùng được"),
        (PLAN / "tasks.yaml", "lead: police", "leed: police", "không biết trường “leed”"),
        ("data/roles.yaml", "  command: request", "  command: requset", "command"),
    ]
    expected = []
    for file, old, new, said in places:
        line = spoil(workspace, file, old, new)
        expected.append((f"{Path(file).as_posix()}:{line}: ", said))
    found = faults(workspace)
    for place, said in expected:
        assert any(text.startswith(place) and said in text for text in found), (place, found)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("tasks.yaml", "lead: police", "lead: polise", "không biết “polise” -> có phải “police”"),
        ("tasks.yaml", "plan: [D13]", "plan: [D93]", "không biết “D93” -> có phải “D"),
        ("target-rows.yaml", "watcher: police", "watcher: polise", "không biết “polise”"),
        ("target-rows.yaml", "targets: [T11]", "targets: [T111]", "không biết “T111”"),
        ("checklist.yaml", "group: A", "group: AA", "không biết “AA”"),
        ("indicators.yaml", "group: A", "group: AA", "không biết “AA”"),
        ("plan.yaml", "serves: D02", "serves: D92", "không biết “D92”"),
        ("gaps.yaml", "clause: II.6.a.1", "clause: II.6.x", "không biết “II.6.x”"),
        ("legal-bases.yaml", "cited_with: L06", "cited_with: L96", "không biết “L96”"),
        ("targets.yaml", "units: [nam-dan]", "units: [nam-dam]", "không biết “nam-dam” -> có phải “nam-dan”"),
        ("deadlines.yaml", "traits: [rural_communes]", "traits: [rural_comunes]", "có phải “rural_communes”"),
        ("duties.yaml", "tasks: [N17]", "tasks: [N99]", "không biết “N99”"),
        ("plan.yaml", "deadline: D05", "deadline: D55", "không biết “D55”"),
    ],
)
def test_an_id_that_points_nowhere_names_the_nearest(
    file: str, old: str, new: str, said: str, workspace: Workspace
) -> None:
    spoil(workspace, PLAN / file, old, new)
    assert any(said in text and f"/{file}" in text for text in faults(workspace))


def test_an_id_used_twice_is_refused(workspace: Workspace) -> None:
    spoil(workspace, PLAN / "tasks.yaml", "id: N04", "id: N03")
    assert any("trùng mã “N03”" in text for text in faults(workspace))


def test_a_missing_file_is_named(workspace: Workspace) -> None:
    (workspace.root / PLAN / "clauses.yaml").unlink()
    assert any(
        re.match(r"data/plans/104-kh-ubnd-2024/clauses.yaml: không đọc được", text)
        for text in faults(workspace)
    )


def test_a_fault_in_a_district_s_file_is_that_district_s_alone(workspace: Workspace) -> None:
    folder = workspace.root / "data" / "districts"
    folder.mkdir()
    (folder / "nam-dan.yaml").write_text("signer:\n  name: Trần Văn Thử\n  deputi: yes\n", encoding="utf-8")
    (folder / "vinh.yaml").write_text("signer:\n  name: Lê Thị Mẫu\n  deputy: yes\n", encoding="utf-8")
    (folder / "ky-son.yaml").write_text("a: [\n", encoding="utf-8")
    book = load(workspace)
    assert set(book.local_problems) == {"nam-dan", "ky-son"}
    (problem,) = book.local_problems["nam-dan"]
    assert str(problem) == (
        "data/districts/nam-dan.yaml:3: signer.deputi: không biết trường “deputi” -> có phải “deputy”?"
    )
    assert book.local["vinh"].signer.deputy
    assert book.local["vinh"].signer.name == "Lê Thị Mẫu"
    assert "nam-dan" not in book.local


def test_all_faults_of_a_district_at_once(workspace: Workspace) -> None:
    folder = workspace.root / "data" / "districts"
    folder.mkdir()
    text = "signer:\n  deputy: có lẽ\nproposal:\n  number: 15/TTr-CAH\n  issued_on: 31/02/2024\nlạ: x\n"
    (folder / "nam-dan.yaml").write_text(text, encoding="utf-8")
    problems = load(workspace).local_problems["nam-dan"]
    assert [(problem.line, problem.field) for problem in problems] == [
        (2, "signer.deputy"),
        (5, "proposal.issued_on"),
        (6, "lạ"),
    ]


def test_a_plan_that_is_not_there_names_what_is(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="không có kế hoạch “105” -> có: 104-kh-ubnd-2024"):
        load(workspace, "105")


def test_the_workspace_is_the_nearest_folder_with_plans(workspace: Workspace) -> None:
    deep = workspace.root / "out" / "a" / "b"
    deep.mkdir(parents=True)
    assert find_workspace(deep).root == workspace.root


def test_a_folder_without_plans_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="thiếu data/plans"):
        find_workspace(tmp_path, tmp_path)


def test_without_a_workspace_the_shipped_data_serve_and_out_is_here(tmp_path: Path) -> None:
    found = find_workspace(tmp_path)
    assert found.out == tmp_path / "out"
    assert (found.data / "plans").is_dir()
    assert (found.templates / "layout").is_dir()
