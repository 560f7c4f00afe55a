"""Two plans for the same units: what a unit tells of one the other never sees; its signer is its own."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
# Of one year the later id is the younger plan.
OLD, YOUNG = "104-kh-ubnd-2024", "908-kh-ubnd-2024"
UNIT = "nam-dan"
SIGNER = "signer:\n  name: Trần Văn Mẫu\n"
TASK = """\
- id: V1
  clause: II.1
  text: Trồng cây
  lead: agriculture
  deadline: {ongoing: Trong năm}
  product: Báo cáo
"""


@pytest.fixture
def told(workspace: Path, run: Run) -> Callable[[str, str], Path]:
    """A second plan of the same year, later than the first; what the unit tells goes into a file."""
    assert run("plan", "new", YOUNG)[0] == 0
    (workspace / "data/plans" / YOUNG / "tasks.yaml").write_text(TASK, encoding="utf-8")

    def tell(plan: str, said: str) -> Path:
        path = workspace / "data/districts" / plan / f"{UNIT}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, encoding="utf-8")
        return path

    return tell


def text_of(run: Run, plan: str) -> str:
    code, out, err = run("generate", UNIT, "--plan", plan, "--kind", "ke-hoach", "--json")
    assert code == 0, err
    (document,) = json.loads(out)["documents"]
    with zipfile.ZipFile(document["path"]) as archive:
        return "\n".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", archive.read("word/document.xml").decode()))


def test_what_is_told_of_one_plan_stays_with_it(told: Callable[[str, str], Path], run: Run) -> None:
    told(OLD, "assignments:\n  N04:\n    lead: Phòng Kiểm thử\n")
    told(YOUNG, "assignments:\n  V1:\n    lead: Phòng Trồng cây\n")
    old, young = text_of(run, OLD), text_of(run, YOUNG)
    assert ("Phòng Kiểm thử" in old, "Phòng Trồng cây" in old) == (True, False)
    assert ("Phòng Kiểm thử" in young, "Phòng Trồng cây" in young) == (False, True)


def test_the_signer_is_the_unit_s_whatever_the_plan(told: Callable[[str, str], Path], run: Run) -> None:
    told(".", SIGNER)
    assert "Trần Văn Mẫu" in text_of(run, OLD)
    assert "Trần Văn Mẫu" in text_of(run, YOUNG)


def test_an_old_file_is_read_where_it_is_for_the_oldest_plan_alone(
    told: Callable[[str, str], Path], run: Run
) -> None:
    told(".", SIGNER + "assignments:\n  N04:\n    lead: Phòng Kiểm thử\n")
    assert "Phòng Kiểm thử" in text_of(run, OLD)
    assert "Phòng Kiểm thử" not in text_of(run, YOUNG)
    code, _out, err = run("data", "check", "--plan", OLD)
    assert code == 0
    assert (
        f"data/districts/{UNIT}.yaml:3: dữ liệu của riêng kế hoạch {OLD}: assignments "
        f"-> chuyển các mục đó sang data/districts/{OLD}/{UNIT}.yaml"
    ) in err
    _code, _out, err = run("data", "check", "--plan", YOUNG)
    assert "assignments" not in err


def test_the_plan_s_own_file_is_right_where_both_speak(told: Callable[[str, str], Path], run: Run) -> None:
    told(".", "assignments:\n  N04:\n    lead: Phòng Cũ\n")
    told(OLD, "assignments:\n  N04:\n    lead: Phòng Mới\n")
    text = text_of(run, OLD)
    assert ("Phòng Mới" in text, "Phòng Cũ" in text) == (True, False)


def test_a_fault_names_the_file_it_stands_in(told: Callable[[str, str], Path], run: Run) -> None:
    told(".", "signer:\n  nam: A\n")
    told(YOUNG, "assignments:\n  V9:\n    lead: B\n")
    code, out, _err = run("data", "check", "--plan", YOUNG)
    assert code == 1
    first, second = sorted(out.splitlines())
    assert first.startswith(f"data/districts/{YOUNG}/{UNIT}.yaml:2: assignments.V9: không có nhiệm vụ “V9”")
    assert second.startswith(f"data/districts/{UNIT}.yaml:2: signer.nam: không biết trường “nam”")
