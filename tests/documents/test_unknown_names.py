"""Names that sentences of a plan's data ask for and nobody has: found in every branch, with file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kh_docs.documents.unknown_names import unknown_names
from kh_docs.reading.book import load
from kh_docs.reading.workspace import Workspace, shipped_root
from kh_docs.render.names_asked import Asked, names_asked

PLAN = "104-kh-ubnd-2024"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("trước {{ day('D01') }}", [("day", "D01")]),
        # Printed for nobody today, and wrong all the same.
        ("{% if passed('D01') %}{{ due('D99') }}{% endif %}", [("passed", "D01"), ("due", "D99")]),
        ("{{ own.forums or '01' }} diễn đàn", [("own", "forums")]),
        ("{{ times(own.forums, unit.n) }}", [("own", "forums"), ("unit", "n")]),
        ("không hỏi gì", []),
        ("{{ hỏng", []),
    ],
)
def test_names_asked(text: str, asked: list[tuple[str, str]]) -> None:
    assert sorted(names_asked(text)) == sorted(Asked(*each) for each in asked)


def test_the_shipped_plans_ask_for_what_there_is() -> None:
    root = shipped_root()
    workspace = Workspace(root / "data", root / "templates", root / "out")
    for plan in workspace.plan_ids():
        assert unknown_names(workspace, load(workspace, plan)) == []


@pytest.mark.parametrize(
    ("file", "before", "after", "name"),
    [
        ("tasks.yaml", "day('local_force_law')", "day('local_force')", "local_force"),
        ("target-rows.yaml", "figure('T02')", "figure('T99')", "T99"),
        ("registers.yaml", 'due("school_launch")', 'due("school_start")', "school_start"),
        ("indicators.yaml", "own.safe_areas %}", "own.safe_area %}", "safe_area"),
    ],
)
def test_an_unknown_name_is_told_with_its_line(
    tmp_path: Path, file: str, before: str, after: str, name: str
) -> None:
    for folder in ("data", "templates"):
        shutil.copytree(shipped_root() / folder, tmp_path / folder)
    workspace = Workspace(tmp_path / "data", tmp_path / "templates", tmp_path / "out")
    path = workspace.data / "plans" / PLAN / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    (problem,) = unknown_names(workspace, load(workspace, PLAN))
    assert problem.file == f"data/plans/{PLAN}/{file}"
    assert f"“{name}”" in problem.message
    assert problem.line is not None
