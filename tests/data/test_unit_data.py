"""The traits and snapshots of the units against the catalogues and against lists restated by hand."""

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

UNITS = Path(__file__).parents[2] / "data" / "units"
PLAN = UNITS.parent / "plans" / "104-kh-ubnd-2024" / "plan.yaml"


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def rows(name: str) -> list[dict[str, str]]:
    with (UNITS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date:
    day_, month, year = (int(part) for part in text.split("/"))
    return date(year, month, day_)


def test_traits() -> None:
    districts = {row["slug"]: row for row in rows("districts_2024.csv")}
    files = (UNITS / "traits.yaml", UNITS.parent / "plans" / "104-kh-ubnd-2024" / "traits.yaml")
    traits = {trait["id"]: trait for file in files for trait in read(file)}
    have: dict[str, set[str]] = {}
    for id_, trait in traits.items():
        (way,) = {"columns", "count", "units"} & set(trait)
        assert trait["label"]
        assert trait["basis"]
        assert trait["source"] in {"catalogue", "public", "plan", "judgement"}
        if way == "units":
            have[id_] = set(trait["units"])
        else:
            columns = {trait[way]} if way == "count" else set(trait[way]) & set(districts["vinh"])
            have[id_] = {
                slug for slug, row in districts.items() if {row[name] for name in columns} - {"no", "0"}
            }
    assert list(have) == [
        "border",
        "coast",
        "mountain",
        "wards",
        "rural_communes",
        "townships",
        "economic_zone",
        "drug_free_2024",
    ]
    assert have["border"] == {"ky-son", "tuong-duong", "con-cuong", "que-phong", "anh-son", "thanh-chuong"}
    assert have["coast"] == {"quynh-luu", "hoang-mai", "dien-chau", "nghi-loc", "cua-lo"}
    assert have["mountain"] == {
        "anh-son",
        "con-cuong",
        "ky-son",
        "nghia-dan",
        "que-phong",
        "quy-chau",
        "quy-hop",
        "tan-ky",
        "thanh-chuong",
        "tuong-duong",
        "thai-hoa",
    }
    assert have["wards"] == {"vinh", "cua-lo", "thai-hoa", "hoang-mai"}
    assert have["rural_communes"] == set(districts) - {"cua-lo"}
    assert have["townships"] == set(districts) - {"vinh", "cua-lo", "thai-hoa", "hoang-mai"}
    assert have["drug_free_2024"] == {
        "thai-hoa",
        "thanh-chuong",
        "con-cuong",
        "tuong-duong",
        "que-phong",
        "nghi-loc",
    }
    assert have["economic_zone"] < set(districts)


def test_snapshots() -> None:
    snapshots = read(UNITS / "snapshots.yaml")
    tables = [snapshot["tables"] for snapshot in snapshots]
    assert [len(rows(table["huyện"])) for table in tables if "huyện" in table] == [21, 20]
    assert [len(rows(table["xã"])) for table in tables] == [460, 412, 130]
    for earlier, later in pairwise(snapshots):
        assert day(earlier["until"]) + timedelta(days=1) == day(later["from"])
    as_of = read(PLAN)["units"]["as_of"]
    assert day(as_of) <= day(snapshots[0]["until"])
    for snapshot in snapshots[:2]:
        counts = {row["code"]: int(row["n_units"]) for row in rows(snapshot["tables"]["huyện"])}
        communes = [row["district_code"] for row in rows(snapshot["tables"]["xã"])]
        assert counts == {code: communes.count(code) for code in counts}
