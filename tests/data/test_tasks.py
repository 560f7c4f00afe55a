"""The plan's tasks, duties and bodies hold together, and no printed sentence says what it must not."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

DATA = Path(__file__).resolve().parents[2] / "data"
PLAN = DATA / "plans" / "104-kh-ubnd-2024"
PRINTED = ("text", "past", "product", "target", "otherwise")

# Every lowest-level clause, restated by hand from the plan; II.6.a is its own opening sentence.
CLAUSES = [
    "I.1",
    "I.2",
    "I.3",
    "II.1.a",
    "II.1.b",
    "II.1.c",
    "II.1.d",
    "II.2.a",
    "II.2.b",
    "II.2.c",
    "II.3.a",
    "II.3.b",
    "II.3.c",
    "II.4.a",
    "II.4.b",
    "II.4.c",
    "II.5.a.1",
    "II.5.a.2",
    "II.5.b.1",
    "II.5.b.2",
    "II.5.c.1",
    "II.5.c.2",
    "II.5.d",
    "II.6.a",
    "II.6.a.1",
    "II.6.a.2",
    "II.6.a.3",
    "II.6.a.4",
    "II.6.b",
    "II.6.c",
    "II.7.a",
    "II.7.b",
    "II.7.c",
    "II.8.a",
    "II.8.b",
    "II.8.c",
    "III.1",
    "III.2",
    "III.end",
]

# Last days of the plan's deadlines that lie within the year, counted by hand (domain.md 1.1).
LAST_DAYS = {
    "D01": date(2024, 2, 24),
    "D02": date(2024, 6, 13),
    "D03": date(2024, 12, 13),
    "D04": date(2024, 2, 14),
    "D05": date(2024, 6, 30),
    "D06": date(2024, 9, 30),
    "D08": date(2024, 3, 31),
    "D09": date(2024, 5, 14),
    "D10": date(2024, 11, 14),
    "D11": date(2024, 8, 19),
    "D12": date(2024, 11, 18),
    "D13": date(2024, 12, 31),
    "D14": date(2024, 12, 31),
    "D15": date(2024, 12, 31),
    "D16": date(2025, 12, 31),
    "D18": date(2024, 12, 31),
    "D19": date(2024, 12, 31),
}

UNITS = [
    "vinh",
    "cua-lo",
    "thai-hoa",
    "hoang-mai",
    "anh-son",
    "con-cuong",
    "dien-chau",
    "do-luong",
    "hung-nguyen",
    "ky-son",
    "nam-dan",
    "nghi-loc",
    "nghia-dan",
    "que-phong",
    "quy-chau",
    "quy-hop",
    "quynh-luu",
    "tan-ky",
    "thanh-chuong",
    "tuong-duong",
    "yen-thanh",
]
WITHOUT_RURAL_COMMUNES = {"cua-lo"}


def load(path: Path) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return content


TASKS = load(PLAN / "tasks.yaml")
DUTIES = load(PLAN / "duties.yaml")
ROLES = [*load(PLAN / "roles.yaml"), *load(DATA / "roles.yaml")]
BY_ID = {task["id"]: task for task in TASKS}
BOUND = [duty for duty in DUTIES if duty["binds"] == "unit"]


def printed(task: dict[str, Any]) -> str:
    return "\n".join(task[field] for field in PRINTED if field in task)


def last_day(task: dict[str, Any]) -> date | None:
    deadline = task["deadline"]
    if "last_day" in deadline:
        day, month, year = map(int, deadline["last_day"].split("/"))
        return date(year, month, day)
    if "plan" in deadline:
        return max(LAST_DAYS[name] for name in deadline["plan"])
    return None


def is_bound(applies: Any, unit: str) -> bool:
    """Whether `unit` may be meant; of the traits only rural_communes can take a task away (see below)."""
    if applies == "all":
        return True
    if "units" in applies:
        return unit in applies["units"]
    if "local" in applies:
        return True
    return applies != {"traits": ["rural_communes"]} or unit not in WITHOUT_RURAL_COMMUNES


def test_a_task_is_there_once_and_of_about_thirty_for_one_unit() -> None:
    assert len({task["id"] for task in TASKS}) == len(TASKS)
    for unit in UNITS:
        assert 29 <= sum(is_bound(task["applies"], unit) for task in TASKS) <= 33, unit


def test_every_body_is_a_role() -> None:
    roles = {role["id"] for role in ROLES}
    used = {task["lead"] for task in TASKS} | {role for task in TASKS for role in task["support"]}
    assert used <= roles


def test_a_lead_is_never_among_its_own_helpers() -> None:
    assert [task["id"] for task in TASKS if task["lead"] in task["support"]] == []


def test_every_lead_exists_wherever_the_task_applies() -> None:
    roles = {role["id"]: role for role in ROLES if role["level"] == "huyện"}
    assert [task["lead"] for task in TASKS if "applies" in roles[task["lead"]]] == []


def test_a_role_has_one_name_a_day() -> None:
    # Of several on one day the first that fits the unit stands.
    keys = [(role["id"], role["level"], role.get("from", ""), str(role.get("applies"))) for role in ROLES]
    assert len(keys) == len(set(keys))
    assert all("until" in role for role in ROLES if role["level"] == "huyện")
    assert all(role["from"] == "01/07/2025" for role in ROLES if role["level"] == "xã")


def test_a_role_has_a_name_for_every_type() -> None:
    types = {"huyện": {"huyện", "thị xã", "thành phố"}, "xã": {"xã", "phường", "đặc khu"}}
    for role in ROLES:
        if "name" not in role:
            assert set(role["names"]) == types[role["level"]], role["id"]


def test_bodies_outside_the_committee_are_only_requested() -> None:
    asked = [role for role in ROLES if role.get("command") == "request"]
    requested = {role["id"] for role in asked if role["level"] == "huyện"}
    outside = {"party", "front", "farmers", "women", "youth", "military", "border_guard", "high_schools"}
    assert outside <= requested
    assert not requested & {"police", "education", "finance", "commune_committees", "steering_committee"}


def test_every_clause_has_its_duties_and_every_task_its_clause() -> None:
    assert list(dict.fromkeys(duty["clause"] for duty in DUTIES)) == CLAUSES
    assert {task["clause"] for task in TASKS} <= set(CLAUSES)


def test_a_clause_with_several_duties_lists_each() -> None:
    count = [duty["clause"] for duty in BOUND].count("II.2.c")
    assert count == 5


@pytest.mark.parametrize("unit", UNITS)
def test_every_duty_that_binds_a_district_has_a_task_there(unit: str) -> None:
    for duty in BOUND:
        if is_bound(duty["applies"], unit):
            held = [name for name in duty["tasks"] if is_bound(BY_ID[name]["applies"], unit)]
            assert held, (duty["text"], unit)


def test_every_task_serves_a_duty_of_its_own_clause() -> None:
    served = {(duty["clause"], name) for duty in BOUND for name in duty["tasks"]}
    assert {(task["clause"], task["id"]) for task in TASKS} <= served


def test_what_does_not_bind_everyone_says_why() -> None:
    narrow = [entry for entry in (*TASKS, *DUTIES) if entry.get("applies", "all") != "all"]
    assert all(entry.get("otherwise") or entry.get("reason") for entry in narrow)
    assert all(duty.get("reason") for duty in DUTIES if duty["binds"] != "unit")
    assert all("tasks" not in duty for duty in DUTIES if duty["binds"] != "unit")


def test_what_lies_behind_is_reported_not_ordered() -> None:
    for task in TASKS:
        day = last_day(task)
        assert ("past" in task) == (day is not None and day < date(2024, 12, 31)), task["id"]


def test_the_bold_deadlines_of_the_plan_are_its_own() -> None:
    of_plan = {name for task in TASKS for name in task["deadline"].get("plan", ())}
    # D01 is kept by the plan itself, which orders no issuing of itself.
    assert of_plan == set(LAST_DAYS) - {"D01"}


TOTALS = ["105", "48 xã", "42 cơ quan", "16 Công an phường", "07 Công an phường", "04 xã", "06 đơn vị"]


@pytest.mark.parametrize("total", TOTALS)
def test_no_total_of_the_province_is_printed(total: str) -> None:
    shown = ("text", "past", "product", "target")
    assert [task["id"] for task in TASKS for field in shown if total in task.get(field, "")] == []


@pytest.mark.parametrize("task", TASKS, ids=lambda task: str(task["id"]))
def test_a_sentence_reads_as_one(task: dict[str, Any]) -> None:
    for sentence in (task["text"], task.get("past", task["text"])):
        plain = re.sub(r"\{%.*?%\}", "", sentence)
        assert plain[0].isupper()
        assert not plain.endswith(".")
        assert not re.search(r"\. |  ", plain)
    whole = printed(task)
    assert not re.search(r"…|\.\.\.|v\.v|\"", whole)
    assert whole.count("“") == whole.count("”")
    assert not re.search(r"[Tt]ăng cường|[Đđ]ẩy mạnh|[Nn]âng cao hiệu quả", whole)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: str(task["id"]))
def test_only_abbreviations_that_the_documents_define(task: dict[str, Any]) -> None:
    words = re.sub(r"\{[{%].*?[%}]\}", "", printed(task))
    # Symbols of documents are names: 06-NQ/TU, 40/2023/TT-BTC, 07/CtrPH-BCA-MTTQ.
    found = set(re.findall(r"\b[A-ZĐ]{2,}\b", re.sub(r"số \S+", "", words)))
    assert found <= {"ANTQ", "ANTT", "UBND", "HĐND", "MTTQ", "THPT", "II", "III", "IV"}


OURS = [PLAN / "tasks.yaml", PLAN / "duties.yaml", PLAN / "roles.yaml", DATA / "roles.yaml"]


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.name))
def test_files_are_composed_unicode_without_tabs(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", content)
    assert not re.search(r"[\t\"]", content)
    assert content.startswith("# ")
