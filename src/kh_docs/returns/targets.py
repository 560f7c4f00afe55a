"""Targets of units as numbers, out of the words in which a form prints them, and who reached his."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kh_docs.documents.speech import Speech
from kh_docs.facts.spelt_values import value_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book
from kh_docs.model.indicators import Indicator
from kh_docs.returns.comparing import rates
from kh_docs.returns.matrix import Matrix
from kh_docs.returns.numbers import CURRENT, TARGET
from kh_docs.returns.request import Request

# What stands in brackets explains the number before it.
_BRACKETS: Final = re.compile(r"\([^)]*\)")
_NUMBER: Final = re.compile(r"\d[\d.]*(?:,\d+)?%?")
_COUNTED: Final = ("n", "m", "p")


class Reached(NamedTuple):
    """Units that have a target: who reached it, who did not yet, of whom nobody can tell."""

    reached: list[str]
    behind: list[str]
    untold: list[str]

    @property
    def total(self) -> int:
        """How many there are; none where nobody can be told of."""
        return sum(map(len, self)) if self.reached or self.behind else 0


class Judged(NamedTuple):
    """Apart: targets that the plan itself sets a unit, and those that units set themselves."""

    given: Reached
    own: Reached


def is_given(plan: UnitPlan, item: Indicator) -> bool:
    """Whether the plan itself sets this unit a target here, for the plan's own year; else it sets its own."""
    for name in item.targets:
        target = plan.book.targets[name]
        own = plan.unit.id in target.per_unit if target.scope != "unit" else target.kind != "horizon"
        # Of a target that counts what is kept too, what is left to be new is the unit's own sum.
        if own and plan.binds(target) and not (plan.target(name).cumulative and is_part(plan.book, item)):
            return True
    return False


def is_part(book: Book, item: Indicator) -> bool:
    """Whether a rate adds the indicator to another before it is held against the whole."""
    return any(
        other.formula and len(other.formula.numerator) > 1 and item.id in other.formula.numerator
        for other in book.indicators.indicators
        if not set(other.targets).isdisjoint(item.targets)
    )


def unit_targets(matrix: Matrix, item: Indicator) -> dict[str, float]:
    """What each unit has to reach, where it is one number in the indicator's measure; 0 is no target."""
    if item.type not in _COUNTED:
        return {}
    key = f"{item.id}.{TARGET}"
    told = {unit: number_in(text, item) for unit, text in matrix.raw(key).items()}
    if not item.core and "{" not in item.target_text:
        # No form asks for it: the plan's own words are the target of all.
        told = dict.fromkeys(matrix.at, number_in(item.target_text, item))
    found = {unit: number for unit, number in told.items() if number is not None}
    return {unit: number for unit, number in {**found, **matrix.numbers(key)}.items() if number > 0}


def number_in(text: str, item: Indicator) -> float | None:
    """10 of “Ít nhất 10 (gồm số duy trì)”; a share of something else is no such number."""
    found = _NUMBER.findall(_BRACKETS.sub("", text))
    if len(found) != 1 or (found[0].endswith("%") and item.measure != "%"):
        return None
    value = value_of(found[0].rstrip("%"), item.type)
    return value.value if isinstance(value.value, int | float) else None


def judged(request: Request, matrix: Matrix, item: Indicator) -> Judged:
    """Each unit that has a target by name; of a unit's own target only its return tells."""
    those = Judged(Reached([], [], []), Reached([], [], []))
    if item.good:
        said, targets = matrix.words(f"{item.id}.{CURRENT}"), dict[str, float]()
        good = {unit for unit, answer in said.items() if answer in item.good}
        units = set(said)
    else:
        targets, now = unit_targets(matrix, item), figures_of(matrix, item)
        units = targets.keys() & now.keys()
        good = {unit for unit in units if now[unit] >= targets[unit]}
    for unit in matrix.at if units else ():
        plan = UnitPlan(request.book, request.book.units[unit], request.as_of)
        is_own = not is_given(plan, item)
        if unit in units:
            # An answer is judged only where the plan asks for one.
            if not (is_own and item.good):
                those[is_own][unit not in good].append(unit)
        elif unit not in matrix.apart and (
            unit in targets or (not is_own and _has_target(request, plan, matrix, item))
        ):
            those[is_own].untold.append(unit)
    return those


def _has_target(request: Request, plan: UnitPlan, matrix: Matrix, item: Indicator) -> bool:
    """Whether a unit of which nothing can be told has a target that could be held against a figure."""
    if not plan.binds(item):
        return False
    if item.good:
        return True
    if plan.unit.id in matrix.sent:
        return False
    text = Speech(plan, request.words(), request.recipe).plain(item.target_text, item.id)
    return bool(number_in(text, item))


def figures_of(matrix: Matrix, item: Indicator) -> dict[str, float]:
    """What counts, by unit: a number, or a rate worked out from its parts."""
    return rates(matrix, item) if item.aggregate == "ratio" else matrix.numbers(f"{item.id}.{CURRENT}")
