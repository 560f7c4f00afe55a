"""Workbooks of ours and Word forms come back side by side and are added up together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from .conftest import of

Run = Callable[..., tuple[int, str, str]]
F1, F2 = "so_buoi_tuyen_truyen", "luot_nguoi_tuyen_truyen"


def fill(path: Path, unit: str, values: dict[str, object], head: str = "6 tháng: kỳ này") -> None:
    """Type into the rows of a unit, in the column of this period."""
    workbook = load_workbook(path)
    rows = list(workbook["Số liệu"].iter_rows(min_row=3))
    heads = [cell.value for cell in rows[0]]
    unit_at, code_at, at = (heads.index(name) for name in ("Đơn vị", "Mã", head))
    for row in rows[1:]:
        if row[unit_at].value == unit and row[code_at].value in values:
            row[at].value = values[row[code_at].value]  # type: ignore[assignment, index]
    workbook.save(path)


def test_word_and_workbook_mix_freely(
    sent: Callable[..., Path], collected: Callable[..., dict[str, Any]], run: Run, workspace: Path
) -> None:
    sent("nam-dan", lambda form: form.fill(f"{F1}.ky_nay", "12"))
    book = workspace / "in" / "vinh và kỳ sơn.xlsx"
    assert run("data", "export", str(book), "--district", "vinh", "--district", "ky-son")[0] == 0
    fill(book, "Vinh", {F1: 30, F2: "1,120"})
    found = collected()
    vinh = of(found, "vinh")
    assert (vinh["state"], vinh["file"]) == ("received", "in/vinh và kỳ sơn.xlsx")
    value = vinh["values"][f"{F1}.ky_nay"]
    assert (value["state"], value["value"], value["raw"], value["found_by"]) == ("number", 30, "30", "code")
    assert value["where"].startswith("Số liệu!")
    # What may be read in two ways is asked about in a workbook too.
    assert [question["raw"] for question in vinh["questions"]] == ["1,120"]
    # Nobody filled in the other unit's rows.
    assert of(found, "ky-son")["state"] == "missing"
    assert found["totals"][f"{F1}.ky_nay"] == {"value": 42, "units": 2, "of": 21}


def test_a_nought_is_a_number_and_an_empty_cell_none(
    collected: Callable[..., dict[str, Any]], run: Run, workspace: Path
) -> None:
    (workspace / "in").mkdir()
    assert run("data", "export", "in/vinh.xlsx", "--district", "vinh")[0] == 0
    fill(workspace / "in/vinh.xlsx", "Vinh", {F1: 0})
    values = of(collected(), "vinh")["values"]
    assert (values[f"{F1}.ky_nay"]["state"], values[f"{F1}.ky_nay"]["value"]) == ("number", 0)
    assert (values[f"{F2}.ky_nay"]["state"], values[f"{F2}.ky_nay"]["value"]) == ("blank", None)


def test_a_workbook_nobody_filled_and_one_of_the_other_period_are_no_returns(
    collected: Callable[..., dict[str, Any]], run: Run, workspace: Path
) -> None:
    (workspace / "in").mkdir()
    assert run("data", "export", "in/trong.xlsx", "--district", "vinh")[0] == 0
    assert run("data", "export", "in/nam.xlsx", "--district", "nam-dan")[0] == 0
    fill(workspace / "in/nam.xlsx", "Nam Đàn", {F1: 5}, "Năm: kỳ này")
    (workspace / "in/hong.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    statuses = {Path(file["path"]).name: file["status"] for file in collected()["files"]}
    assert statuses == {"trong.xlsx": "foreign", "nam.xlsx": "foreign", "hong.xlsx": "unreadable"}
