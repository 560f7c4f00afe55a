"""`coverage` starts from the clauses and looks at the text that is printed: nothing vanishes unseen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

PLAN = "104-kh-ubnd-2024"
Run = Callable[..., tuple[int, str, str]]


def rewrite(path: Path, pattern: str, by: str = "") -> None:
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, by, text, flags=re.MULTILINE | re.DOTALL)
    assert count
    path.write_text(changed, encoding="utf-8")


def cells(out: str, clause: str) -> list[dict[str, object]]:
    return [cell for cell in json.loads(out)["cells"] if cell["clause"] == clause]


def test_a_clause_whose_duties_are_deleted_is_missing(workspace: Path, run: Run) -> None:
    rewrite(workspace / "data/plans" / PLAN / "duties.yaml", r"^- clause: II\.4\.b\n.*?(?=^- clause|^# |\Z)")
    code, out, _err = run("coverage", "--json")
    found = cells(out, "II.4.b")
    assert code == 1
    assert {cell["state"] for cell in found} == {"missing"}
    assert {cell["reason"] for cell in found} == {"Chưa ghi việc phải làm của điểm này trong duties.yaml"}
    assert len(found) == 21


def test_a_task_whose_paragraph_is_deleted_is_missing(workspace: Path, run: Run) -> None:
    rewrite(workspace / "templates/wording" / PLAN / "ke-hoach.j2", r'^@diem [^\n]*task\("N24"\)[^\n]*\n')
    code, out, err = run("coverage", "--json")
    found = cells(out, "II.4.a")
    assert code == 1
    assert {cell["state"] for cell in found} == {"missing"}
    assert {cell["reason"] for cell in found} == {"Lời văn của kế hoạch không nêu nhiệm vụ N24"}
    assert "Thiếu nhiệm vụ: mục II.4.a, đơn vị vinh" in err


def test_a_clause_that_is_added_is_missing(workspace: Path, run: Run) -> None:
    path = workspace / "data/plans" / PLAN / "clauses.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "- id: IV\n  text: Một việc mới.\n", encoding="utf-8")
    code, out, _err = run("coverage", "--json")
    assert code == 1
    assert {cell["state"] for cell in cells(out, "IV")} == {"missing"}
