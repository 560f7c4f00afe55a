"""Units that a later snapshot no longer has: from which day, and which unit holds what lay in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kh_docs.model.unit_types import Snapshot
from kh_docs.model.units import Ceasing, Unit
from kh_docs.reading.typed import Collector
from kh_docs.reading.unit_levels import PARENT
from kh_docs.reading.unit_table import read_table


def ceasing_units(
    folder: Path, now: Snapshot, snapshots: Iterable[Snapshot], units: Iterable[Unit], collector: Collector
) -> dict[str, Ceasing]:
    """By id, the units that the next snapshot of the same levels does not have any more."""
    later = [each for each in snapshots if each.from_day and now.until and each.from_day > now.until]
    after = min(later, key=lambda each: str(each.from_day), default=None)
    if after is None or after.from_day is None or list(after.tables) != list(now.tables):
        return {}
    top, *_between, lowest = (*after.tables.values(), *after.tables.values())
    names = _column(folder / top, "name", collector)
    gone = [unit for unit in units if unit.code not in names]
    if not gone or top == lowest:
        return {}
    ids = _column(folder / top, "slug", collector)
    went = _column(folder / list(now.tables.values())[-1], after.successor_column, collector)
    holder = _column(folder / lowest, PARENT, collector)
    found = {}
    for unit in gone:
        held = [holder.get(went.get(child.code, ""), "") for child in unit.children]
        codes = [code for code in dict.fromkeys(held) if code in names]
        if len(codes) == 1:
            name = names[codes[0]]
            into = name[:1].lower() + name[1:]
            found[unit.id] = Ceasing(day=after.from_day, into=into, into_id=ids[codes[0]], act=after.act)
    return found


def _column(path: Path, name: str, collector: Collector) -> dict[str, str]:
    table = read_table(path, ("code",), collector)
    return {row.cells["code"]: row.cells.get(name, "") for row in table.rows}
