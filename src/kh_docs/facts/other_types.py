"""Whether a sentence asks something of units of other types only, or of all but one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kh_docs.facts.telling import telling
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.patterns import re


class OtherTypes:
    """What one plan says of the types of its units, seen from one unit."""

    def __init__(self, plan: UnitPlan) -> None:
        self._plan, self._told = plan, telling(plan)

    def told_in(self, text: str) -> list[bool]:
        """Of each row of types that has to act: whether this unit's is none of it.

        A plan that nowhere names its type means it with the others: “mỗi xã” is each of them.
        """
        own = self._plan.unit.type.lower()
        return self._told.of_other_types(text, own) if own in self._named else []

    def has_no_part_in(self, text: str) -> bool:
        """Whether nothing in the text is asked of this unit."""
        others = self.told_in(text)
        return (bool(others) and all(others)) or self._told.excepts(text, self._plan.unit.name)

    @cached_property
    def _named(self) -> set[str]:
        return types_named(self._told.types, (clause.text for clause in self._plan.book.clauses))


def types_named(types: Iterable[str], texts: Iterable[str]) -> set[str]:
    """Those types of units, in small letters, that a plan's texts name anywhere."""
    text = "\n".join(texts).lower()
    return {each for each in types if re.search(rf"\b{each}\b", text)}
