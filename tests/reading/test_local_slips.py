"""What people leave empty, paste or mistype in a unit's data (faults.md, B4-B7, B9)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kh_docs.cli.main import main
from kh_docs.facts.calendar import is_working_day, last_working_day

FILE = "data/districts/nam-dan.yaml"
# What belongs to one plan.
OF_THE_PLAN = "data/districts/104-kh-ubnd-2024/nam-dan.yaml"
FILES = dict.fromkeys(("high_schools", "plan_issued"), OF_THE_PLAN)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "ws"]) == 0
    monkeypatch.chdir(tmp_path / "ws")
    (tmp_path / "ws" / "data/districts").mkdir(exist_ok=True)
    return tmp_path / "ws"


SAID = {
    "B5 empty mapping": ("signer:\n", ":1: signer: để trống"),
    "B5 a raised 2": ('communes: {Kim Liên: {met: "²"}}\n', "“²” phải là số nguyên"),
    "B5 a tilde where text is needed": ("bodies:\n- name: ~\n", ":2: bodies.0.name: để trống"),
    "B5 null where text is needed": ("bodies:\n- name: null\n", ":2: bodies.0.name: để trống"),
    "B6 joiner": ('signer: {name: "Trần\u2060 A"}\n', "ký tự vô hình U+2060"),
    "B6 soft hyphen": ('signer: {name: "Trần\u00ad A"}\n', "ký tự vô hình U+00AD"),
    "B6 eth": ("signer: {name: Ðặng A}\n", "chữ U+00D0"),
    "B7 another year": (
        "proposal: {number: 15/TTr-CAH, issued_on: 19/02/2026}\n",
        "không thuộc năm của kế hoạch (2024)",
    ),
    "B7 ten years before": (
        "proposal: {number: 15/TTr-CAH, issued_on: 19/02/2014}\n",
        "proposal.issued_on: ngày 19/02/2014 không thuộc năm của kế hoạch (2024)",
    ),
    "B7 the unit's own plan": (
        "plan_issued: {number: 45/KH-UBND, issued_on: 20/02/2014}\n",
        "plan_issued.issued_on: kế hoạch của đơn vị: ngày 20/02/2014 không thuộc năm của kế hoạch (2024)",
    ),
    "B7 its plan of the next year": (
        "plan_issued: {number: 45/KH-UBND, issued_on: 20/02/2025}\n",
        "plan_issued.issued_on: ngày 20/02/2025 không thuộc năm của kế hoạch (2024)",
    ),
    "B7 a day in a list": (
        "high_schools:\n- {name: THPT Một, launched_on: 15/3/2014}\n",
        "high_schools.0.launched_on: THPT Một: ngày 15/3/2014 không thuộc năm của kế hoạch (2024)",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_slips_are_told_in_vietnamese(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, said = SAID[name]
    file = here / FILES.get(content.partition(":")[0], FILE)
    file.parent.mkdir(exist_ok=True)
    file.write_text(content, encoding="utf-8")
    assert main(["data", "check"]) in (0, 1)
    out, err = capsys.readouterr()
    assert said in out + err
    for english in ("Input", "literal", "valid", "base 10"):
        assert english not in out + err


@pytest.mark.parametrize("written", ["~", "null", "NULL", '""'])
def test_nothing_is_nothing(written: str, here: Path) -> None:
    """B5: “null” was printed as the signer's name."""
    (here / FILE).write_text(f"signer: {{name: {written}}}\n", encoding="utf-8")
    assert main(["generate", "--unit", "Nam Đàn", "--kind", "ke-hoach"]) == 0
    empty = next(here.glob("out/*/nam-dan/*.docx")).read_bytes()
    (here / FILE).unlink()
    assert main(["generate", "--unit", "Nam Đàn", "--kind", "ke-hoach"]) == 0
    assert next(here.glob("out/*/nam-dan/*.docx")).read_bytes() == empty


def test_a_saturday_that_was_worked_is_a_working_day() -> None:
    """B9: 29/04/2024 was off, and Saturday 04/5/2024 worked for it."""
    assert last_working_day(date(2024, 5, 4)) == date(2024, 5, 4)
    assert not is_working_day(date(2024, 4, 29))
    assert not is_working_day(date(2024, 5, 11))
    assert is_working_day(date(2026, 8, 22))


@pytest.mark.parametrize(
    ("off", "worked"),
    [("2024-04-29", "2024-05-04"), ("2025-05-02", "2025-04-26"), ("2026-08-31", "2026-08-22")],
)
def test_a_bridging_day_is_off_and_its_saturday_worked(off: str, worked: str) -> None:
    """B9."""
    assert not is_working_day(date.fromisoformat(off))
    assert is_working_day(date.fromisoformat(worked))


@pytest.mark.parametrize(
    ("before", "working"),
    [("05/5/2024", "2024-05-04"), ("04/5/2024", "2024-05-03"), ("01/5/2024", "2024-04-26")],
)
def test_a_deadline_counts_the_saturday_that_was_worked(
    before: str, working: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """B9: in the command that prints deadlines."""
    path = here / "data/plans/104-kh-ubnd-2024/deadlines.yaml"
    text = path.read_text(encoding="utf-8")
    rule = "rule: {kind: before_date, date: 25/02/2024}"
    assert rule in text, "D01 is written otherwise"
    path.write_text(text.replace(rule, f"rule: {{kind: before_date, date: {before}}}", 1), encoding="utf-8")
    capsys.readouterr()
    assert main(["deadlines", "Nam Đàn", "--json", "--today", "2024-02-08"]) == 0
    (found,) = (each for each in json.loads(capsys.readouterr().out) if each["id"] == "D01")
    assert found["last_working_day"] == working
