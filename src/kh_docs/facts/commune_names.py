"""A commune by the name that somebody typed: “Kim Liên”, “xã Kim Liên”, “Xa Kim Lien” are one."""

from __future__ import annotations

from kh_docs.facts.first_letters import capital
from kh_docs.facts.told import fits
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.fields import Field, Told
from kh_docs.text import slug


def is_commune(field: Field, told: Told) -> bool:
    """Whether the field names a commune in this entry."""
    return bool(field.names_commune) and fits(told, field.names_commune)


def commune_named(plan: UnitPlan, typed: str) -> str:
    """`Xã Kim Liên`, as tables print it; empty where the unit has no commune of that name."""
    asked = slug(typed)
    found = [child for child in plan.unit.children if asked in (slug(child.name), slug(child.full_name))]
    return capital(found[0].full_name) if len(found) == 1 else ""
