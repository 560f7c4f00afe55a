"""Read data/units/: types, traits, the units in force on a day, and those that were before them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from kh_docs.i18n import _
from kh_docs.model.unit_types import Issuer, Snapshot, Trait, UnitType
from kh_docs.model.units import Ceasing, Former, Moving, Unit
from kh_docs.reading.former_units import former_units
from kh_docs.reading.later_units import ceasing_units, coming_units, later_units, moving_units
from kh_docs.reading.typed import Collector
from kh_docs.reading.unit_levels import units_of_snapshot
from kh_docs.text import slug

Named = TypeVar("Named", UnitType, Issuer, Trait)


class Catalogue(NamedTuple):
    """What data/units/ holds for one day."""

    types: dict[str, UnitType]
    issuers: dict[str, Issuer]
    traits: dict[str, Trait]
    units: dict[str, Unit]
    former: tuple[Former, ...]
    ceasing: Mapping[str, Ceasing]
    moving: tuple[Moving, ...]
    coming: Mapping[str, date]

    @property
    def level(self) -> str:
        return next((unit.level for unit in self.units.values()), "")


def read_catalogue(folder: Path, day: date, collector: Collector) -> Catalogue:
    """The units in force on `day`, by id, in the order of their table, and all that tells of them."""
    types = _by_id(folder / "types.yaml", tuple[UnitType, ...], collector)
    issuers = _by_id(folder / "issuers.yaml", tuple[Issuer, ...], collector)
    traits = _by_id(folder / "traits.yaml", tuple[Trait, ...], collector)
    snapshots = collector.read(folder / "snapshots.yaml", tuple[Snapshot, ...]) or ()
    for kind in types.values():
        collector.check_known(folder / "types.yaml", f"{kind.id}.issuer", [kind.issuer], issuers)
    found = Catalogue(types, issuers, traits, {}, (), {}, (), {})
    if collector.problems:
        return found
    now = next((snapshot for snapshot in snapshots if snapshot.holds_on(day)), None)
    if now is None:
        message = _("không có danh mục đơn vị cho ngày {}").format(day)
        collector.problem(folder / "snapshots.yaml", "", message, _("thêm một mục"))
        return found
    units = units_of_snapshot(folder, now, types, traits.values(), collector)
    former = former_units(folder, now, snapshots, types, units, collector)
    ever = {*(unit.id for unit in units), *(slug(each.name) for each in former if each.parent == now.parent)}
    for trait in traits.values():
        if trait.level == next(iter(now.tables)):
            collector.check_known(folder / "traits.yaml", f"{trait.id}.units", trait.units, ever)
    later = later_units(folder, now, snapshots, collector)
    ceasing, moving = (ceasing_units(later, units), moving_units(later, units)) if later else ({}, ())
    found = found._replace(units={unit.id: unit for unit in units}, former=former)
    coming = coming_units(folder, now, snapshots, units, collector)
    return found._replace(ceasing=ceasing, moving=moving, coming=coming)


def _by_id(path: Path, shape: type[tuple[Named, ...]], collector: Collector) -> dict[str, Named]:
    items = collector.read(path, shape) or ()
    collector.check_unique(path, (item.id for item in items))
    return {item.id: item for item in items}
