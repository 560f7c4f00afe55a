"""`districts`, `deadlines` and `coverage`: JSON of a fixed shape, tables, a calendar, a workbook."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from kh_docs.cli.main import main
from kh_docs.pipeline import covering

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def json_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_districts_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json_of(capsys, "districts")
    assert len(rows) == 21
    nam_dan = next(row for row in rows if row["id"] == "nam-dan")
    assert set(nam_dan) == {"id", "name", "type", "communes", "traits", "targets"}
    assert (nam_dan["name"], nam_dan["type"], nam_dan["communes"]) == ("Nam Đàn", "huyện", 19)
    assert nam_dan["targets"]["exemplary_communes"] == 10


def test_districts_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["districts"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split("  ")[0] == "Mã"
    # Headings and cells wrap inside their columns; the first column holds one word a unit.
    rule = next(at for at, line in enumerate(lines) if set(line) == {"-", " "})
    assert sum(not line.startswith(" ") for line in lines[rule + 1 :]) == 21


def test_deadlines_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json_of(capsys, "deadlines", "--district", "nam dan", "--today", "2024-02-20")
    first = {key: value for key, value in rows[0].items() if key != "units"}
    assert first.pop("text")
    assert first.pop("who")
    assert first == {
        "id": "D01",
        "clause": "III.1",
        "literal": "trước ngày 25/02/2024",
        "date": "2024-02-25",
        "last_day": "2024-02-24",
        "last_working_day": "2024-02-23",
        "state": "due",
    }
    assert "nam-dan" in rows[0]["units"]


def test_a_deadline_of_others_is_not_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Thị xã điển hình (II.5.c) is Hoàng Mai's alone."""
    assert "D18" not in {row["id"] for row in json_of(capsys, "deadlines", "--district", "nam-dan")}
    assert "D18" in {row["id"] for row in json_of(capsys, "deadlines", "--district", "hoang-mai")}


def test_the_calendar_is_the_same_on_any_day(tmp_path: Path) -> None:
    for name, today in (("a.ics", "2024-01-01"), ("b.ics", "2026-11-23")):
        assert main(["deadlines", "--ics", str(tmp_path / name), "--today", today]) == 0
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def test_the_calendar_names_the_last_working_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "hạn.ics"
    assert main(["deadlines", "--ics", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}\n"
    events = {str(event["uid"]): event for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}
    plan = events["104-kh-ubnd-2024-d01@kh-docs"]
    assert str(plan["dtstart"].dt) == "2024-02-23"
    assert str(plan["summary"]).startswith("Hạn: Xây dựng kế hoạch thực hiện")
    assert [str(alarm["trigger"].dt) for alarm in plan.walk("VALARM")] == [
        "-7 days, 9:00:00",
        "-3 days, 9:00:00",
    ]
    festival = events["104-kh-ubnd-2024-d12@kh-docs"]
    assert str(festival["dtstart"].dt) == "2024-11-18"
    assert not str(festival["summary"]).startswith("Hạn")


def test_coverage_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    found = json_of(capsys, "coverage")
    assert set(found) == {"clauses", "units", "cells"}
    assert len(found["units"]) == 21
    assert len(found["cells"]) == 21 * len(found["clauses"])


def test_a_missing_cell_is_1_and_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reason = "Chưa có nhiệm vụ nào thực hiện"
    cell = {"clause": "II.2.c", "unit": "vinh", "state": "missing", "reason": reason, "duties": []}
    found = {"clauses": ["II.2.c"], "units": ["vinh"], "cells": [cell]}
    monkeypatch.setattr(covering, "covered", lambda _workspace, _plan: found)
    assert main(["coverage"]) == 1
    assert f"Thiếu nhiệm vụ: mục II.2.c, đơn vị vinh: {reason}" in capsys.readouterr().err


def test_the_workbook_crosses_clauses_and_units(tmp_path: Path) -> None:
    files = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for file in files:
        assert main(["coverage", "--xlsx", str(file)]) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    crossing, duties = load_workbook(io.BytesIO(files[0].read_bytes())).worksheets
    assert (crossing["A2"].value, crossing["B2"].value) == ("Mục", "thành phố Vinh")
    assert {cell.value for row in crossing.iter_rows(min_row=3, min_col=2) for cell in row} == {"x", "–"}
    assert crossing.page_setup.orientation == "landscape"
    assert [cell.value for cell in duties[2]] == [
        "Mục",
        "Việc kế hoạch giao",
        "Tình trạng",
        "Nhiệm vụ",
        "Lý do",
        "Đơn vị",
    ]
    rows = list(duties.iter_rows(min_row=3, values_only=True))
    assert {row[2] for row in rows} == {"có", "không áp dụng"}
    assert [row[1] for row in rows if row[2] == "không áp dụng" and not row[4]] == []


@pytest.mark.parametrize("file", ["khong-co/a.ics", "."])
def test_a_file_that_cannot_be_written_is_2(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deadlines", "--ics", str(tmp_path / file)]) == 2
    assert "a.ics: không ghi được" in (err := capsys.readouterr().err) or "là một thư mục" in err
