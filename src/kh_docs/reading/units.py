"""Read the units in force on a day from data/units/."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from kh_docs.i18n import _
from kh_docs.model.units import Commune, District, Snapshot, Trait
from kh_docs.reading.typed import Collector
from kh_docs.text import clean


def read_traits(folder: Path, collector: Collector) -> dict[str, Trait]:
    traits = collector.read(folder / "traits.yaml", tuple[Trait, ...]) or ()
    collector.check_unique(folder / "traits.yaml", (trait.id for trait in traits))
    return {trait.id: trait for trait in traits}


def read_districts(folder: Path, day: date, collector: Collector) -> dict[str, District]:
    """The districts in force on `day`, by id, with their communes, in the order of the table."""
    snapshots = collector.read(folder / "snapshots.yaml", tuple[Snapshot, ...])
    if snapshots is None:
        return {}
    for snapshot in snapshots:
        if (not snapshot.from_day or snapshot.from_day <= day) and (
            not snapshot.until or day <= snapshot.until
        ):
            break
    else:
        collector.problem(
            folder / "snapshots.yaml",
            "",
            _("không có danh mục đơn vị cho ngày {}").format(day),
            _("thêm một mục"),
        )
        return {}
    communes = _communes_by_district(folder / snapshot.communes, collector)
    districts: dict[str, District] = {}
    for row in _rows(folder / snapshot.districts, collector):
        kind = row["type"]
        districts[row["slug"]] = District(
            id=row["slug"],
            code=row["code"],
            name=_bare(row["name"], kind),
            type=kind,
            aliases=tuple(_bare(alias, kind) for alias in row["aliases"].split("|") if alias),
            communes=tuple(communes.get(row["code"], ())),
            columns=row,
        )
    return districts


def _communes_by_district(path: Path, collector: Collector) -> dict[str, list[Commune]]:
    found: dict[str, list[Commune]] = {}
    for row in _rows(path, collector):
        commune = Commune(
            code=row["code"],
            name=_bare(row["name"], row["type"]),
            type=row["type"],
            slug=row["slug_unique"],
            aliases=tuple(_bare(alias, row["type"]) for alias in row["aliases"].split("|") if alias),
        )
        found.setdefault(row["district_code"], []).append(commune)
    return found


def _bare(name: str, kind: str) -> str:
    """`Huyện Nam Đàn` -> `Nam Đàn`; `Phường 1` keeps its word, a number alone is no name."""
    prefix = kind.capitalize() + " "
    bare = name.removeprefix(prefix)
    return name if bare.isdigit() else bare


def _rows(path: Path, collector: Collector) -> list[dict[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        collector.problem(path, "", _("không đọc được bảng đơn vị ({})").format(error), _("kiểm tra tệp"))
        return []
    return [
        {key: clean(value or "") for key, value in row.items()} for row in csv.DictReader(text.splitlines())
    ]
