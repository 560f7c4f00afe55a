"""A slip in a table of units is named by file, line and column; no unit is lost or miscounted over it."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kh_docs.model.units import Unit
from kh_docs.reading.typed import Collector
from kh_docs.reading.units import Catalogue, read_catalogue

UNITS = Path(__file__).parents[2] / "data" / "units"
DAYS = {"2024": date(2024, 2, 7), "2024-12": date(2024, 12, 1), "2025": date(2025, 7, 1)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(UNITS, tmp_path / "units"))


def read(folder: Path, day: str = "2024") -> tuple[Catalogue, list[str]]:
    collector = Collector(folder)
    found = read_catalogue(folder, DAYS[day], collector)
    return found, [str(problem) for problem in collector.problems]


def spoil(file: Path, old: str, new: str) -> int:
    text = file.read_text(encoding="utf-8")
    # At the start of a line, so that 17971 as a successor is left alone.
    at = text.index(f"\n{old}") + 1 if old[0].isdigit() else text.index(old)
    file.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")
    return text[:at].count("\n") + 1


@pytest.mark.parametrize(
    ("day", "top", "all_types"),
    [
        ("2024", 21, {"xã": 411, "phường": 32, "thị trấn": 17}),
        ("2024-12", 20, {"xã": 362, "phường": 33, "thị trấn": 17}),
        ("2025", 130, {"xã": 119, "phường": 11}),
    ],
)
def test_the_units_in_force(day: str, top: int, all_types: dict[str, int]) -> None:
    """The counts of Nghị quyết 1243/NQ-UBTVQH15 and 1678/NQ-UBTVQH15, and those before them."""
    found, problems = read(UNITS, day)
    assert problems == []
    assert len(found.units) == top
    lowest = [child for unit in found.units.values() for child in (unit.children or (unit,))]
    assert {kind: sum(each.type == kind for each in lowest) for kind in all_types} == all_types
    assert {each.level for each in lowest} == {"xã"}


def test_a_unit_knows_its_level_and_parent() -> None:
    nam_dan = read(UNITS)[0].units["nam-dan"]
    kim_lien = next(child for child in nam_dan.children if child.name == "Kim Liên")
    assert (nam_dan.level, nam_dan.parent) == ("huyện", "tỉnh Nghệ An")
    assert (kim_lien.level, kim_lien.type, kim_lien.parent) == ("xã", "xã", "huyện Nam Đàn")
    alone = read(UNITS, "2025")[0].units["kim-lien"]
    assert (alone.level, alone.parent, alone.children) == ("xã", "tỉnh Nghệ An", ())


C2024, D2024, C2025 = "communes_2024.csv", "districts_2024.csv", "communes_2025.csv"
KIM_LIEN = "17971,Xã Kim Liên,"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        # B3, B4 of the faults found, and their neighbours.
        (C2024, KIM_LIEN, '17971,"Xã Kim Liên,', ": dấu nháy kép lẻ, hoặc nằm giữa ô"),
        (C2024, KIM_LIEN, '17971,Xã "Kim" Liên,', ": dấu nháy kép lẻ, hoặc nằm giữa ô"),
        (C2024, f"{KIM_LIEN}xã,430,", f"{KIM_LIEN}xã,0430,", ": district_code: không có mã “0430”"),
        (C2024, f"{KIM_LIEN}xã,", f"{KIM_LIEN}Xã,", ": type: “Xã” không phải loại đơn vị"),
        (C2024, f"{KIM_LIEN}xã,", f"{KIM_LIEN}đặc khu,", ": type: “đặc khu” không phải loại"),
        (C2024, f"{KIM_LIEN}xã,", f"{KIM_LIEN}phường,", ": name: tên “Xã Kim Liên” trái với loại"),
        (C2024, f"{KIM_LIEN}xã,", f"{KIM_LIEN}xã,,", ": có 13 ô, dòng tên cột có 12"),
        (C2024, KIM_LIEN, "17971,,", ": name: để trống"),
        (C2024, KIM_LIEN, "O7971,Xã Kim Liên,", ": code: “O7971” không phải mã số"),
        (C2024, KIM_LIEN, "17962,Xã Kim Liên,", ": code: trùng mã “17962” (dòng "),
        (C2024, KIM_LIEN, f"17971,Xã Kim Liên{'n' * 140_000},", ": dài 140"),
        (C2025, f"{KIM_LIEN}xã,", f"{KIM_LIEN}thị trấn,", ": type: “thị trấn” không phải loại"),
        (D2024, "430,", "0430,", ": code: không đơn vị nào trong communes_2024.csv mang mã “0430”"),
        (D2024, "no,no,no,19,0,18,1,", "No,no,no,19,0,18,1,", ": laos_border: “No” phải là yes hoặc no"),
        (D2024, "no,no,no,19,0,18,1,", "no,no,no,18,0,18,1,", ": n_units: ghi 18, tệp cấp dưới có 19"),
        (D2024, "no,no,no,19,0,18,1,", "no,no,no,19,0,19,1,", ": n_xa: ghi 19, tệp cấp dưới có 18"),
        (D2024, "no,no,no,19,0,18,1,", "no,no,no,²,0,18,1,", ": n_units: “²” phải là số nguyên"),
        # A code is no identity (data/units/README.md).
        (C2024, KIM_LIEN, "17972,Xã Kim Liên,", ""),
    ],
)
def test_a_slip_is_named_by_line_and_column(folder: Path, file: str, old: str, new: str, said: str) -> None:
    line = spoil(folder / file, old, new)
    _found, problems = read(folder, "2025" if file == C2025 else "2024")
    if said:
        assert [text for text in problems if text.startswith(f"{file}:{line}{said}")], problems
    else:
        assert problems == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("/etc/passwd", "không dùng được làm tên tệp"),
        ("../units/communes_2024.csv", "không dùng được làm tên tệp"),
        ("..\\communes_2024.csv", "không dùng được làm tên tệp"),
        ("/dev/zero", "không dùng được làm tên tệp"),
        ("traits.yaml", "không phải tên tệp .csv"),
        ("", "để trống"),
    ],
)
def test_a_table_lies_in_its_folder(folder: Path, name: str, said: str) -> None:
    line = spoil(folder / "snapshots.yaml", "xã: communes_2024.csv", f"xã: '{name}'")
    (problem,) = read(folder)[1]
    assert problem.startswith(f"snapshots.yaml:{line}: 0.tables.xã: ")
    assert said in problem


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.unlink(), "không có tệp này"),
        (lambda path: (path.unlink(), path.mkdir()), "là thư mục"),
        (
            lambda path: path.write_bytes(path.read_bytes().replace(b"X\xc3\xa3", b"X\xe3")),
            "không phải UTF-8",
        ),
        (lambda path: path.write_bytes(b"\0" * 18_000_000), "lớn quá 16 MB"),
    ],
)
def test_what_cannot_be_read_is_said(folder: Path, make: Callable[[Path], object], said: str) -> None:
    make(folder / C2025)
    assert [text for text in read(folder, "2025")[1] if text.startswith(f"{C2025}:") and said in text]


def test_the_types_are_a_closed_set_in_data(folder: Path) -> None:
    """A new type needs an entry in types.yaml, not a line of code."""
    with (folder / C2025).open("a", encoding="utf-8") as file:
        file.write("19999,Đặc khu Hòn Mê,đặc khu,hon-me,413,Thị xã Cửa Lò,reorganised,,no,yes,\n")
    found, problems = read(folder, "2025")
    assert problems == []
    assert found.units["hon-me"].full_name == "đặc khu Hòn Mê"
    types = (folder / "types.yaml").read_text(encoding="utf-8")
    (folder / "types.yaml").write_text(types.replace("id: đặc khu", "id: đảo"), encoding="utf-8")
    assert "19999" not in read(folder, "2025")[0].units
    assert "“đặc khu” không phải loại đơn vị ở cấp này" in read(folder, "2025")[1][0]


def test_a_trait_of_a_unit_that_never_was_is_told(folder: Path) -> None:
    """One that ceased is no fault: Cửa Lò has an economic zone in the list also after 01/12/2024."""
    spoil(folder / "traits.yaml", "units: [vinh, cua-lo, hoang-mai,", "units: [vinh, cua-lo, hoang-may,")
    for day in ("2024", "2024-12"):
        (problem,) = read(folder, day)[1]
        assert problem.endswith("economic_zone.units: không biết “hoang-may” -> có phải “hoang-mai”?")
    assert read(folder, "2025")[1] == []


# -- where the units of 2024 went -------------------------------------------------------------


def became(day: str) -> dict[str, list[str]]:
    """The full names of the units that each former one belongs to."""
    found = read(UNITS, day)[0]
    return {
        f"{former.full_name} ({former.parent})": [found.units[unit].full_name for unit in former.now]
        for former in found.former
    }


def test_where_the_districts_went() -> None:
    """Nghị quyết 1678/NQ-UBTVQH15 and 1243/NQ-UBTVQH15."""
    now = became("2025")
    assert set(now["huyện Nam Đàn (tỉnh Nghệ An)"]) == {
        "xã Nam Đàn", "xã Đại Huệ", "xã Vạn An", "xã Kim Liên", "xã Thiên Nhẫn"
    }  # fmt: skip
    assert now["thị xã Cửa Lò (tỉnh Nghệ An)"] == ["phường Cửa Lò"]
    assert now["xã Nam Cát (huyện Nam Đàn)"] == ["xã Kim Liên"]
    assert became("2024-12")["thị xã Cửa Lò (tỉnh Nghệ An)"] == ["thành phố Vinh"]
    assert became("2024") == {}


def test_every_commune_of_2024_went_somewhere() -> None:
    now = became("2025")
    with (UNITS / C2024).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = row["name"][0].lower() + row["name"][1:]
            parent = row["district_name"][0].lower() + row["district_name"][1:]
            successor = row["successor_2025_name"]
            expected = successor[0].lower() + successor[1:]
            assert now[f"{name} ({parent})"] == [expected]


def test_no_unit_of_today_is_of_nowhere() -> None:
    found = read(UNITS, "2025")[0]
    assert {unit for former in found.former for unit in former.now} == set(found.units)
    assert all(isinstance(unit, Unit) for unit in found.units.values())
