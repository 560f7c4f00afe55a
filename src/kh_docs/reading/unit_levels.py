"""Put the tables of one snapshot together: units with their children, every cell checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kh_docs.i18n import _
from kh_docs.model.unit_types import Snapshot, Trait, UnitType
from kh_docs.model.units import Unit
from kh_docs.reading.typed import Collector, did_you_mean
from kh_docs.reading.unit_table import Row, Table, read_table
from kh_docs.text import TextRefused, safe_name, slug

NEEDED = ("code", "name", "type")
PARENT = "district_code"


def units_of_snapshot(
    folder: Path,
    snapshot: Snapshot,
    types: Mapping[str, UnitType],
    traits: Iterable[Trait],
    collector: Collector,
) -> list[Unit]:
    """The units of the topmost table, in its order, with those of the tables below as their children."""
    flags = {column for trait in traits for column in trait.columns}
    below: dict[str, list[Unit]] = {}
    units: list[Unit] = []
    lower: Table | None = None
    for level, name in reversed(snapshot.tables.items()):
        top = level == next(iter(snapshot.tables))
        needed = (*NEEDED, "slug" if top else PARENT)
        table = read_table(folder / name, needed, collector)
        allowed = [kind.id for kind in types.values() if kind.level == level and _lives(kind, snapshot)]
        rows = [row for row in table.rows if _sound(table, row, allowed, flags)]
        _check_unique(table, rows, top=top)
        if lower is not None:
            _check_parents(lower, table, rows)
        children = below
        below, units = {}, []
        for row in rows:
            own = tuple(sorted(children.get(row.cells["code"], ()), key=lambda each: types[each.type].listed))
            if lower is not None and not collector.problems:
                _check_counts(table, row, own)
            unit = _unit(row, level, snapshot.parent, own)
            units.append(unit)
            below.setdefault(row.cells.get(PARENT, ""), []).append(unit)
        lower = table
    return units


def _unit(row: Row, level: str, parent: str, children: tuple[Unit, ...]) -> Unit:
    cells = row.cells
    kind = cells["type"]
    unit = Unit(
        id=cells.get("slug") or cells.get("slug_unique", ""),
        code=cells["code"],
        name=_bare(cells["name"], kind),
        type=kind,
        level=level,
        parent=parent if PARENT not in cells else "",
        aliases=tuple(_bare(alias, kind) for alias in cells.get("aliases", "").split("|") if alias),
        columns=cells if PARENT not in cells else {},
    )
    return unit.replace(children=tuple(child.replace(parent=unit.full_name) for child in children))


def _lives(kind: UnitType, snapshot: Snapshot) -> bool:
    """Whether units of this type exist while the snapshot is in force."""
    return (not kind.from_day or not snapshot.until or kind.from_day <= snapshot.until) and (
        not kind.until or not snapshot.from_day or snapshot.from_day <= kind.until
    )


def _bare(name: str, kind: str) -> str:
    """`Huyện Nam Đàn` -> `Nam Đàn`; `Phường 1` keeps its word, a number alone is no name."""
    bare = name.removeprefix(kind.capitalize() + " ")
    return name if bare.isdecimal() else bare


def _sound(table: Table, row: Row, allowed: list[str], flags: set[str]) -> bool:
    """Whether each cell is one of those it may be."""
    cells = row.cells
    told = len(table.collector.problems)
    if cells["type"] not in allowed:
        message = _("“{}” không phải loại đơn vị ở cấp này, vào thời gian này").format(cells["type"])
        table.problem(row, "type", message, _("ghi một trong: {}").format(", ".join(allowed)))
    elif cells["type"] not in (said := _types_said(cells["name"], allowed)) and said:
        message = _("tên “{name}” trái với loại “{kind}”").format(name=cells["name"], kind=cells["type"])
        table.problem(row, "name", message, _("sửa tên hoặc loại"))
    for column in ("code", PARENT):
        if not cells.get(column, "0").isdecimal():
            table.problem(row, column, _("“{}” không phải mã số").format(cells[column]), _("chỉ ghi chữ số"))
    for column in flags & cells.keys():
        if cells[column] not in ("yes", "no", ""):
            message = _("“{}” phải là yes hoặc no").format(cells[column])
            table.problem(row, column, message, _("để trống nếu chưa biết"))
    for column in [name for name in cells if name.startswith("n_")]:
        if cells[column] and not cells[column].isdecimal():
            message = _("“{}” phải là số nguyên").format(cells[column])
            table.problem(row, column, message, _("chỉ ghi chữ số"))
    return len(table.collector.problems) == told


def _types_said(name: str, kinds: list[str]) -> list[str]:
    return [kind for kind in kinds if name.startswith(f"{kind.capitalize()} ")]


def _check_unique(table: Table, rows: list[Row], *, top: bool) -> None:
    """Codes differ; so do ids, which name folders and files, also where case does not count."""
    for column in ("code", "slug") if top else ("code",):
        taken: dict[str, int] = {}
        for row in rows:
            value = row.cells[column]
            if column == "slug" and (why := _unusable(value)) is not None:
                table.problem(row, column, why.message, why.fix)
            elif (first := taken.setdefault(value.casefold(), row.line)) != row.line:
                message = _("trùng mã “{name}” (dòng {first} và {line})").format(
                    name=value, first=first, line=row.line
                )
                fix = _("đặt mỗi đơn vị một mã, khác nhau không chỉ ở chữ hoa")
                table.problem(row, column, message, fix)


def _unusable(name: str) -> TextRefused | None:
    """Why the id of a unit, which names its folder and files, cannot do so."""
    try:
        safe_name(name)
    except TextRefused as refused:
        return refused
    return None


def _check_parents(lower: Table, upper: Table, rows: list[Row]) -> None:
    """Every row below names a unit above, and every unit above is named; a wrong code is told of once."""
    codes, named = {row.cells["code"] for row in rows}, set[str]()
    for row in lower.rows:
        code = row.cells[PARENT]
        if code not in codes | named:
            message = _("không có mã “{code}” trong {file}").format(code=code, file=upper.path.name)
            lower.problem(row, PARENT, message, did_you_mean(code, sorted(codes)))
        named.add(code)
    for row in rows:
        if row.cells["code"] not in named and row.cells.get("n_units", "0") != "0":
            message = _("không đơn vị nào trong {file} mang mã “{code}”").format(
                file=lower.path.name, code=row.cells["code"]
            )
            upper.problem(row, "code", message, _("kiểm tra mã ở hai tệp"))


def _check_counts(table: Table, row: Row, children: tuple[Unit, ...]) -> None:
    """The numbers of children that the row states, against those the lower table has."""
    kinds = {f"n_{slug(child.type).replace('-', '_')}": child.type for child in children}
    for column in [name for name in row.cells if name.startswith("n_") and row.cells[name]]:
        kind = kinds.get(column)
        found = len(children) if column == "n_units" else sum(child.type == kind for child in children)
        if found != int(row.cells[column]):
            message = _("ghi {stated}, tệp cấp dưới có {found}").format(
                stated=row.cells[column], found=f"{found:d}"
            )
            table.problem(row, column, message, _("sửa số này, hoặc thêm bớt dòng ở tệp cấp dưới"))
