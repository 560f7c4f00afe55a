"""Read the units in force on a day from data/units/."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from kh_docs.i18n import _
from kh_docs.model.units import Snapshot, Trait, Unit
from kh_docs.reading.typed import Collector
from kh_docs.text import TextRefused, clean, safe_name

NEEDED = ("code", "name", "type")
DISTRICT_COLUMNS = (*NEEDED, "slug", "aliases")
COMMUNE_COLUMNS = (*NEEDED, "district_code", "slug_unique", "aliases")

# As offices list them: the town that is the seat first, then in the order of the catalogue.
TYPE_ORDER = {"thị trấn": 0, "phường": 1, "xã": 2}


def read_traits(folder: Path, collector: Collector) -> dict[str, Trait]:
    traits = collector.read(folder / "traits.yaml", tuple[Trait, ...]) or ()
    collector.check_unique(folder / "traits.yaml", (trait.id for trait in traits))
    return {trait.id: trait for trait in traits}


def read_units(folder: Path, day: date, collector: Collector) -> dict[str, Unit]:
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
    units: dict[str, Unit] = {}
    path, taken = folder / snapshot.districts, dict[str, int]()
    for line, row in _rows(path, DISTRICT_COLUMNS, collector):
        kind, slug = row["type"], row["slug"]
        if (reason := _unusable(slug)) is not None:
            collector.problem_at(path, line, "slug", reason.message, reason.fix)
            continue
        if (first := taken.setdefault(slug.casefold(), line)) != line:
            message = _("trùng mã “{name}” (dòng {first} và {line})").format(
                name=slug, first=first, line=line
            )
            collector.problem_at(
                path, line, "slug", message, _("đặt mỗi đơn vị một mã, khác nhau không chỉ ở chữ hoa")
            )
        units[slug] = Unit(
            id=slug,
            code=row["code"],
            name=_bare(row["name"], kind),
            type=kind,
            aliases=tuple(_bare(alias, kind) for alias in row["aliases"].split("|") if alias),
            children=tuple(communes.get(row["code"], ())),
            columns=row,
        )
    return units


def _unusable(slug: str) -> TextRefused | None:
    """Why the id of a unit, which names its folder and files, cannot do so."""
    try:
        safe_name(slug)
    except TextRefused as refused:
        return refused
    return None


def _communes_by_district(path: Path, collector: Collector) -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for _line, row in _rows(path, COMMUNE_COLUMNS, collector):
        commune = Unit(
            code=row["code"],
            name=_bare(row["name"], row["type"]),
            type=row["type"],
            id=row["slug_unique"],
            aliases=tuple(_bare(alias, row["type"]) for alias in row["aliases"].split("|") if alias),
        )
        found.setdefault(row["district_code"], []).append(commune)
    return {code: sorted(items, key=lambda each: TYPE_ORDER[each.type]) for code, items in found.items()}


def _bare(name: str, kind: str) -> str:
    """`Huyện Nam Đàn` -> `Nam Đàn`; `Phường 1` keeps its word, a number alone is no name."""
    prefix = kind.capitalize() + " "
    bare = name.removeprefix(prefix)
    return name if bare.isdigit() else bare


def _rows(path: Path, columns: tuple[str, ...], collector: Collector) -> list[tuple[int, dict[str, str]]]:
    """The rows of a table with their lines in the file; `columns` must be there."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        collector.problem(path, "", _("không đọc được bảng đơn vị ({})").format(error), _("kiểm tra tệp"))
        return []
    reader = csv.DictReader(text.splitlines())
    if missing := [name for name in columns if name not in (reader.fieldnames or ())]:
        message = _("thiếu cột “{}”").format("”, “".join(missing))
        collector.problem_at(path, 1, "", message, _("giữ nguyên dòng tên cột, dấu phẩy giữa các cột"))
        return []
    rows = []
    for row in reader:
        try:
            rows.append(
                (
                    reader.line_num,
                    {name: clean(row.get(name) or "", name) for name in reader.fieldnames or ()},
                )
            )
        except TextRefused as refused:
            collector.problem_at(path, reader.line_num, refused.where, refused.message, refused.fix)
            continue
        if short := [name for name in NEEDED if name in columns and not rows[-1][1][name]]:
            collector.problem_at(
                path, reader.line_num, short[0], _("để trống"), _("nhập nội dung, hoặc xóa cả dòng")
            )
            del rows[-1]
    return rows
