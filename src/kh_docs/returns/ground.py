"""What reading a return asks again and again of the plan and of our blank forms, worked out once."""

from __future__ import annotations

from functools import cached_property, lru_cache

from kh_docs.facts.offering import reference_day
from kh_docs.facts.periods import period_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.head import Period
from kh_docs.returns.names import UnitNames
from kh_docs.returns.paper import Paper, paper_of
from kh_docs.returns.places import Places, places_of
from kh_docs.returns.request import Request
from kh_docs.returns.sections import Shape
from kh_docs.returns.values import Asked, asked_of
from kh_docs.text import slug

# Units come one after another, so that few have to be remembered.
_REMEMBERED = 32


class Ground:
    """The plan and the forms behind one request."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.asked = lru_cache(_REMEMBERED)(self._asked)
        self.places = lru_cache(2)(self._places)
        # Those of the blank forms that were looked at.
        self.shapes: set[Shape] = set()

    @cached_property
    def period(self) -> Period:
        return period_of(self.request.book, self.request.recipe)

    @cached_property
    def names(self) -> UnitNames:
        return UnitNames(self.request.book)

    @cached_property
    def paper(self) -> Paper:
        return paper_of(self.request.book, self.request.recipe.kind)

    @cached_property
    def totals(self) -> frozenset[str]:
        """How rows are called that add up others."""
        return frozenset(slug(register.total) for register in self.request.book.registers if register.total)

    def plan(self, unit: str) -> UnitPlan:
        book = self.request.book
        return UnitPlan(book, book.units[unit], reference_day(book, self.request.recipe.kind))

    def _asked(self, unit: str) -> list[Asked]:
        return asked_of(self.plan(unit), self.request.recipe.span, self.period, self.paper)

    def _places(self, unit: str) -> Places:
        places = places_of(self.request.blank(unit))
        self.shapes.add(places.shape)
        return places
