"""Names that wording reads with a dot: one that is not there is undefined, never an empty word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from kh_docs.facts.unit_plan import UnitPlan

T = TypeVar("T")


class Names(dict[str, T]):
    """`roles.police`, `own.forums`: a body or figure that does not exist for the unit stops the rendering.

    Those that were asked for are remembered: whoever is given work receives the document.
    """

    def __init__(self, names: Mapping[str, T] | None = None) -> None:
        super().__init__(names or {})
        self.used: set[str] = set()

    def __getitem__(self, name: str) -> T:
        found = super().__getitem__(name)
        self.used.add(name)
        return found

    def __getattr__(self, name: str) -> T:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Shorts:
    """`short.police`: the abbreviation of a body, for “Lưu: VT, CAH”."""

    def __init__(self, unit_plan: UnitPlan) -> None:
        self.unit_plan = unit_plan

    def __getattr__(self, name: str) -> str:
        return self.unit_plan.role_short(name)
