"""Units that are no more on the day of a document: who takes over, and whom a unit has taken over."""

from __future__ import annotations

from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.units import Ceasing, Moving


def ceased(plan: UnitPlan) -> Ceasing | None:
    """What became of the unit by the reference date; None while it is still there."""
    found = plan.book.ceasing.get(plan.unit.id)
    return found if found is not None and found.day <= plan.reference else None


def taken_over(plan: UnitPlan) -> tuple[UnitPlan, ...]:
    """The units that have become part of this one by the reference date."""
    others = (UnitPlan(plan.book, plan.book.units[unit], plan.reference) for unit in plan.book.ceasing)
    gone = ((other, ceased(other)) for other in others)
    return tuple(other for other, how in gone if how is not None and how.into_id == plan.unit.id)


def moved(plan: UnitPlan) -> tuple[Moving, ...]:
    """What has come to this unit from others, or gone to others, by the reference date."""
    return tuple(
        each
        for each in plan.book.moving
        if plan.unit.id in (each.into, each.out_of) and each.day <= plan.reference
    )
