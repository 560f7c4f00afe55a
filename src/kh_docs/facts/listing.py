"""Whether a table of an annex is a list of what the unit has told, or a form for others to fill in."""

from __future__ import annotations

from collections.abc import Iterable

from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.registers import Register


def is_form(plan: UnitPlan, register: Register, answered: Iterable[str]) -> bool:
    """Nothing is told of it, in the data or in one of its cells (`answered`: tags)."""
    form = register.form
    if form is None or plan.local.tells(form.unless) or _names_all(plan, register):
        return False
    return not any(tag.startswith(f"{register.id}.") for tag in answered)


def _names_all(plan: UnitPlan, register: Register) -> bool:
    """Where the target asks for every commune, all of them are named without being told."""
    return any(
        source.whole and plan.due(source.target) == len(plan.unit.children) for source in register.rows
    )
