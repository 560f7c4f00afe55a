"""A plan is a folder: two files are required, each other one adds what it adds; a copy is noticed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kh_docs.errors import DataError, UsageError
from kh_docs.facts.names import role_names
from kh_docs.facts.offering import chosen, offered
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.reading.book import load
from kh_docs.reading.workspace import Workspace, find_workspace

ROOT = Path(__file__).parents[2]
OTHER = "104-kh-ubnd-2024"
PLAN = "07-kh-ubnd-2024"
HEAD = """\
id: 07-kh-ubnd-2024
number: 07
issued_on: 10/01/2024
issuer: Ủy ban nhân dân tỉnh Nghệ An
title: Trồng cây xanh năm 2024
"""
CLAUSES = """\
- id: I
  heading: yes
  text: MỤC TIÊU
- id: I.1
  text: Mỗi huyện trồng ít nhất 1.000 cây xanh.
- id: II
  text: UBND các huyện, thành phố, thị xã báo cáo kết quả trước ngày 10/12/2024.
"""
INDICATORS = """\
groups:
  - {id: A, title: Trồng cây}
indicators:
  - {id: so_cay, group: A, label: Số cây đã trồng, measure: cây, type: n, time: F, aggregate: sum,
     source: UBND, core: yes, periods: [nam]}
"""
CHECKLIST = """\
groups: [{id: A, title: Chung}]
items: [{id: A1, group: A, text: Có kế hoạch, clause: [II], evidence: Kế hoạch}]
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The units and roles of the checkout, a plan of three clauses, and the plan beside it."""
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("districts"))
    write(tmp_path, "plan.yaml", HEAD)
    write(tmp_path, "clauses.yaml", CLAUSES)
    return find_workspace(tmp_path, tmp_path)


def write(root: Path, file: str, text: str, plan: str = PLAN) -> None:
    path = root / "data" / "plans" / plan / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def kinds(workspace: Workspace) -> list[str]:
    return [recipe.kind for recipe in offered(load(workspace, PLAN))]


def test_a_head_and_clauses_are_a_plan(workspace: Workspace) -> None:
    book = load(workspace, PLAN)
    assert len(book.clauses) == 3
    assert (book.head.symbol, book.head.year, book.head.issuer_short, book.head.place) == (
        "KH-UBND", 2024, "UBND tỉnh Nghệ An", "Nghệ An",
    )  # fmt: skip
    assert book.head.abstract == "trồng cây xanh năm 2024"
    assert kinds(workspace) == ["ke-hoach"]


def test_each_file_adds_its_kinds(workspace: Workspace) -> None:
    write(workspace.root, "indicators.yaml", INDICATORS)
    assert kinds(workspace) == ["ke-hoach", "bao-cao-nam"]
    write(workspace.root, "indicators.yaml", INDICATORS.replace("[nam]", "[6-thang, nam]"))
    assert kinds(workspace) == ["ke-hoach", "bao-cao-6-thang", "bao-cao-nam"]
    write(workspace.root, "checklist.yaml", CHECKLIST)
    assert kinds(workspace)[-1] == "phieu-kiem-tra"


def test_what_a_plan_cannot_give_is_refused_with_what_it_can(workspace: Workspace) -> None:
    book = load(workspace, PLAN)
    with pytest.raises(UsageError) as refused:
        chosen(book, ["bao-cao-nam"])
    assert str(refused.value) == (
        "kế hoạch 07-kh-ubnd-2024 không có dữ liệu để làm “bao-cao-nam” (thiếu indicators.yaml) "
        "-> làm được: ke-hoach"
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (OTHER, f"mã “{OTHER}” là của kế hoạch khác -> viết id: {PLAN}"),
        ("8-kh-ubnd-2024", f"mã “8-kh-ubnd-2024” không phải tên thư mục chứa tệp này -> viết id: {PLAN}"),
    ],
)
def test_a_forgotten_id_is_named_with_its_line(workspace: Workspace, written: str, told: str) -> None:
    write(workspace.root, "plan.yaml", "# một dòng ghi chú\n" + HEAD.replace(PLAN, written))
    assert faults(workspace) == [f"data/plans/{PLAN}/plan.yaml:2: id: {told}"]


def faults(workspace: Workspace) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(workspace, PLAN)
    return [str(problem) for problem in caught.value.problems]


def test_an_id_that_points_nowhere_has_its_line(workspace: Workspace) -> None:
    deadline = """\
- id: H1
  clause: II.9
  text: Báo cáo
  literal: trước ngày 10/12/2024
  printed: Trước ngày 10/12/2024
  rule: {kind: before_date, date: 10/12/2024}
  who: UBND các huyện
  acts: unit
"""
    write(workspace.root, "deadlines.yaml", deadline)
    (fault,) = faults(workspace)
    assert fault.startswith(f"data/plans/{PLAN}/deadlines.yaml:2: H1.clause: không biết “II.9” -> ")


def test_a_plan_without_clauses_is_none(workspace: Workspace) -> None:
    write(workspace.root, "clauses.yaml", "[]\n")
    (fault,) = faults(workspace)
    assert fault.startswith(f"data/plans/{PLAN}/clauses.yaml: không có mục nào -> ")


ROLES = """\
- id: steering
  level: huyện
  name: Ban Chỉ đạo trồng cây huyện
- id: front
  level: huyện
  name: Mặt trận, theo cách gọi của kế hoạch này
"""


def test_a_plan_has_bodies_of_its_own_which_go_before_those_of_all(workspace: Workspace) -> None:
    write(workspace.root, "roles.yaml", ROLES)
    book = load(workspace, PLAN)
    names = role_names(UnitPlan(book, book.units["nam-dan"], date(2024, 2, 1)))
    assert names["steering"] == "Ban Chỉ đạo trồng cây huyện"
    assert names["front"] == "Mặt trận, theo cách gọi của kế hoạch này"
    assert names["education"] == "Phòng Giáo dục và Đào tạo"
    assert book.gave["roles.yaml"] == 2
    others = load(workspace, OTHER)
    names = role_names(UnitPlan(others, others.units["nam-dan"], date(2024, 2, 1)))
    assert "steering" not in names
    assert names["front"] == "Ủy ban Mặt trận Tổ quốc Việt Nam huyện"


def test_a_slip_in_a_plans_own_bodies_has_its_line(workspace: Workspace) -> None:
    write(workspace.root, "roles.yaml", ROLES.replace("level: huyện\n  name: Ban", "lvl: huyện\n  name: Ban"))
    assert faults(workspace) == [
        f"data/plans/{PLAN}/roles.yaml:1: 0.level: thiếu trường “level” -> thêm dòng “level: …”",
        f"data/plans/{PLAN}/roles.yaml:2: 0.lvl: không biết trường “lvl” -> có phải “level”?",
    ]


TARGET = """\
- id: T1
  clause: I.1
  words: trồng cây
  value: {value}
  measure: '{measure}'
  scope: unit
  kind: achieve
{more}"""


@pytest.mark.parametrize(
    ("value", "measure", "more", "said"),
    [
        ("15", "%", "  base: communes\n", "“base” chỉ đi cùng"),
        ("15", "%", "  rounding: up\n", "“base” chỉ đi cùng"),
        ("15", "cây", "  base: communes\n  rounding: up\n", "“base” chỉ đi cùng"),
        ("một nửa", "%", "  base: communes\n  rounding: up\n", "“một nửa” không phải tỷ lệ phần trăm"),
        ("15", "%", "  base: comunes\n  rounding: up\n", "comunes"),
        ("15", "%", "  base: high_schools\n  rounding: up\n", "high_schools"),
        ("15", "%", "  rounding: down\n  base: communes\n", "down"),
    ],
)
def test_a_share_says_of_what_and_how_it_is_rounded(
    value: str, measure: str, more: str, said: str, workspace: Workspace
) -> None:
    """B11: what the data say happens, or they are refused with their line."""
    write(workspace.root, "targets.yaml", TARGET.format(value=value, measure=measure, more=more))
    with pytest.raises(DataError, match=said) as raised:
        load(workspace, PLAN)
    assert all(":" in str(problem) and "targets.yaml" in problem.file for problem in raised.value.problems)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("registers.yaml", "target: T10", "target: T01", "không biết “T01”"),
        ("registers.yaml", "open_targets: [", "open_targets: [T24, ", "không biết “T24”"),
        ("fields.yaml", "target: T11", "target: T22", "không biết “T22”"),
        ("fields.yaml", "most: 100", "most: nhiều", "“most: nhiều” phải là số"),
        ("targets.yaml", "  value: 01\n", "  value: một\n", "phải có giá trị là số nguyên"),
    ],
)
def test_what_cannot_be_counted_is_refused(
    file: str, old: str, new: str, said: str, workspace: Workspace
) -> None:
    """B11: a total of the province, or words, would count for nothing without a word."""
    path = workspace.root / "data/plans" / OTHER / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=said):
        load(workspace, OTHER)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("indicators.yaml", "    reached: [Giữ vững, Đạt]", "    reached: [Giữ vững, Có]", "“reached: Có”"),
        ("indicators.yaml", "    reached: [Giữ vững, Đạt]\n", "", "trả lời nào là đạt"),
        ("indicators.yaml", "    untargeted: [Không giao]", "    untargeted: [Không]", "“untargeted: Không”"),
        (
            "indicators.yaml",
            "{dang_ky_ma_tuy: [Làm sạch]}",
            "{dang_ky_ma_tuy: [Đăng ký]}",
            "không biết “đăng ký”",
        ),
        ("registers.yaml", "      counted: [Đạt]", "      counted: [Có]", "“counted: Có”"),
    ],
)
def test_an_answer_that_is_counted_is_one_that_the_form_offers(
    file: str, old: str, new: str, said: str, workspace: Workspace
) -> None:
    """A count of an answer that nobody can give is 0 for ever."""
    path = workspace.root / "data/plans" / OTHER / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=said):
        load(workspace, OTHER)
