"""The printed name of every body that exists for a unit."""

from __future__ import annotations

from kh_docs.facts.unit_plan import UnitPlan


def role_names(unit_plan: UnitPlan) -> dict[str, str]:
    """Names by role; a body that does not exist here and now is no key."""
    held = unit_plan.held
    ids = dict.fromkeys(role.id for role in unit_plan.book.roles if role.id in held)
    return {name: unit_plan.role_name(held[name]) for name in ids}
