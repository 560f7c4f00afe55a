"""Units of earlier snapshots, and where each of them went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kh_docs.model.unit_types import Snapshot, UnitType
from kh_docs.model.units import Former, Unit
from kh_docs.reading.typed import Collector
from kh_docs.reading.unit_levels import units_of_snapshot
from kh_docs.reading.unit_table import read_table


def former_units(
    folder: Path,
    now: Snapshot,
    snapshots: Iterable[Snapshot],
    types: Mapping[str, UnitType],
    units: Iterable[Unit],
    collector: Collector,
) -> tuple[Former, ...]:
    """Every unit of a snapshot before `now`, with the units of `now` that hold it, or what lay in it."""
    holder = {each.code: unit.id for unit in units for each in (unit, *unit.children)}
    found: dict[tuple[str, str], Former] = {}
    for snapshot in snapshots:
        if snapshot.until is None or now.from_day is None or snapshot.until >= now.from_day:
            continue
        went = _successors(folder, snapshot, now, collector)
        for unit in units_of_snapshot(folder, snapshot, types, (), collector):
            for each in (unit, *unit.children):
                codes = [went.get(child.code, "") for child in (each.children or (each,))]
                ids = tuple(dict.fromkeys(holder[code] for code in codes if code in holder))
                if ids:
                    found[each.full_name, each.parent] = Former(
                        name=each.name, type=each.type, parent=each.parent, now=ids
                    )
    return tuple(found.values())


def _successors(folder: Path, snapshot: Snapshot, now: Snapshot, collector: Collector) -> dict[str, str]:
    """The code in the snapshot `now` of each unit of the lowest table."""
    table = read_table(folder / list(snapshot.tables.values())[-1], ("code",), collector)
    return {row.cells["code"]: row.cells.get(now.successor_column, "") for row in table.rows}
