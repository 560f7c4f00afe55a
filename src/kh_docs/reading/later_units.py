"""What the next snapshot tells of units: those it no longer has, and what lies in another unit by then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kh_docs.model.unit_types import Snapshot
from kh_docs.model.units import Act, Ceasing, Moving, Unit
from kh_docs.reading.typed import Collector
from kh_docs.reading.unit_levels import PARENT
from kh_docs.reading.unit_table import read_table


class Later(NamedTuple):
    """The next snapshot of the same levels: its units by code, and which of them holds a unit of today."""

    day: date
    act: Act | None
    names: Mapping[str, str]
    ids: Mapping[str, str]
    # By the code that a unit of the lowest level has today.
    holder: Mapping[str, str]


def later_units(
    folder: Path, now: Snapshot, snapshots: Iterable[Snapshot], collector: Collector
) -> Later | None:
    """None where no snapshot of these levels follows."""
    later = [each for each in snapshots if each.from_day and now.until and each.from_day > now.until]
    after = min(later, key=lambda each: str(each.from_day), default=None)
    if after is None or after.from_day is None or list(after.tables) != list(now.tables):
        return None
    top, *_between, lowest = (*after.tables.values(), *after.tables.values())
    if top == lowest:
        return None
    went = _column(folder / list(now.tables.values())[-1], after.successor_column, collector)
    parent = _column(folder / lowest, PARENT, collector)
    return Later(
        after.from_day,
        after.act,
        _column(folder / top, "name", collector),
        _column(folder / top, "slug", collector),
        {code: parent.get(successor, "") for code, successor in went.items()},
    )


def ceasing_units(later: Later, units: Iterable[Unit]) -> dict[str, Ceasing]:
    """By id, the units that are no more, where one unit holds all that lay in them."""
    found = {}
    for unit in units:
        held = {later.holder.get(child.code, "") for child in unit.children}
        codes = [code for code in sorted(held) if code in later.names]
        if unit.code not in later.names and len(codes) == 1:
            name = later.names[codes[0]]
            into = name[:1].lower() + name[1:]
            found[unit.id] = Ceasing(day=later.day, into=into, into_id=later.ids[codes[0]], act=later.act)
    return found


def moving_units(later: Later, units: Iterable[Unit]) -> tuple[Moving, ...]:
    """What goes from a unit that stays to another one that is there today."""
    all_units = {unit.code: unit for unit in units}
    found: dict[tuple[str, str], list[str]] = {}
    for unit in all_units.values():
        for child in unit.children if unit.code in later.names else ():
            code = later.holder.get(child.code, "")
            if code != unit.code and code in all_units:
                found.setdefault((unit.id, all_units[code].id), []).append(child.full_name)
    return tuple(
        Moving(day=later.day, names=tuple(names), out_of=out_of, into=into, act=later.act)
        for (out_of, into), names in found.items()
    )


def coming_units(
    folder: Path, now: Snapshot, snapshots: Iterable[Snapshot], units: Iterable[Unit], collector: Collector
) -> dict[str, date]:
    """Full names that no unit of `now` has, each with the first day on which a later snapshot has it."""
    there = {each.full_name for unit in units for each in (unit, *unit.children)}
    found: dict[str, date] = {}
    for snapshot in snapshots:
        if snapshot.from_day is None or now.until is None or snapshot.from_day <= now.until:
            continue
        for table in snapshot.tables.values():
            for name in _column(folder / table, "name", collector).values():
                full_name = name[:1].lower() + name[1:]
                if full_name not in there:
                    found[full_name] = min(snapshot.from_day, found.get(full_name, snapshot.from_day))
    return found


def _column(path: Path, name: str, collector: Collector) -> dict[str, str]:
    table = read_table(path, ("code",), collector)
    return {row.cells["code"]: row.cells.get(name, "") for row in table.rows}
