"""Figures that a unit's lists tell: how many entries there are, and what they add up to."""

from __future__ import annotations

from datetime import date

from kh_docs.facts.numbers_vi import number_of
from kh_docs.facts.told import entries
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.fields import COMMUNES, Counting


def counted(plan: UnitPlan, counting: Counting, last: date | None = None) -> str:
    """The figure as digits, up to the day `last`; empty where the unit has told nothing of the kind."""
    found = list(entries(plan, counting.each, counting.where))
    # An empty list says nothing, one without such entries says none; of communes not all are told of.
    if not (found if counting.each == COMMUNES else plan.local.entries(counting.each)):
        return ""
    if counting.until:
        days = {id(entry): day for entry in found if isinstance(day := entry.get(counting.until), date)}
        if found and not days:
            return ""
        found = [entry for entry in found if id(entry) in days and (last is None or days[id(entry)] <= last)]
    if not counting.add:
        return str(len(found))
    amounts = [amount for entry in found if isinstance(amount := entry.get(counting.add), int)]
    return str(sum(amounts)) if len(amounts) == len(found) else ""


def own_figure(plan: UnitPlan, name: str) -> str:
    """A figure that the unit sets itself, as digits; what a list counts need not be told twice."""
    told = plan.local.own.get(f"own_targets.{name}")
    if told is not None:
        return str(told)
    target = next((target for target in plan.book.fields.own_targets if target.id == name), None)
    return counted(plan, target.counted) if target is not None and target.counted is not None else ""


def kept_for(plan: UnitPlan, target: str) -> int:
    """What counts towards a cumulative target besides what is new: those that are kept, as far as told."""
    return (kept_of(plan, target) or 0) if plan.target(target).cumulative else 0


def kept_of(plan: UnitPlan, target: str) -> int | None:
    """How many the unit keeps of what the target is about; None where it has not told."""
    kept = next((each.kept for each in plan.book.fields.enough if each.target == target and each.kept), "")
    amount = number_of(own_figure(plan, kept)) if kept else None
    return None if amount is None else int(amount)
