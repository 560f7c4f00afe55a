"""Words for a unit and its children, as they stand in running text."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.units import Unit

# The order in which offices name them: “các xã, phường, thị trấn”.
CHILD_TYPES = ("xã", "phường", "thị trấn")


class UnitWords(NamedTuple):
    """`{{ unit.… }}` of the wording files."""

    id: str
    type: str
    name: str
    full: str
    committee: str
    children: str
    child_types: str
    child: str
    n: str
    n_wards: str


def unit_words(unit: Unit) -> UnitWords:
    """The words for `unit`: “huyện Nam Đàn”, “các xã, thị trấn”, …"""
    present = [name for name in CHILD_TYPES if unit.count(name)]
    kinds = ", ".join(present)
    return UnitWords(
        id=unit.id,
        type=unit.type,
        name=unit.name,
        full=unit.full_name,
        committee=f"UBND {unit.type}",
        children=f"các {kinds}",
        child_types=kinds,
        child=present[0],
        n=f"{len(unit.children):02d}",
        n_wards=f"{unit.count('phường'):02d}",
    )


def role_names(unit_plan: UnitPlan, words: UnitWords) -> dict[str, str]:
    """The printed name of every body that exists for the unit; a body that does not is no key."""
    names: dict[str, str] = {}
    for role in unit_plan.book.roles:
        held = unit_plan.role(role.id)
        if held is not None:
            names[role.id] = unit_plan.role_name(held).replace("{{ unit.children }}", words.children)
    return names
