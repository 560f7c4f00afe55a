"""Targets of units as numbers, out of the words in which a form prints them, and who reached his."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kh_docs.facts.spelt_values import value_of
from kh_docs.model.indicators import Indicator
from kh_docs.returns.matrix import Matrix

# What stands in brackets explains the number before it.
_BRACKETS: Final = re.compile(r"\([^)]*\)")
_NUMBER: Final = re.compile(r"\d[\d.]*(?:,\d+)?%?")
_COUNTED: Final = ("n", "m", "p")


class Reached(NamedTuple):
    """Units whose target and figure are both known: those that reached it, those that did not yet."""

    reached: list[str]
    behind: list[str]


def unit_targets(matrix: Matrix, item: Indicator) -> dict[str, float]:
    """What each unit has to reach, where it is one number in the measure of the indicator."""
    if item.type not in _COUNTED:
        return {}
    key = f"{item.id}.chi_tieu"
    told = {unit: number_in(text, item) for unit, text in matrix.raw(key).items()}
    found = {unit: number for unit, number in told.items() if number is not None}
    return {**found, **matrix.numbers(key)}


def number_in(text: str, item: Indicator) -> float | None:
    """10 of “Ít nhất 10 (gồm số duy trì)”; a share of something else is no such number."""
    found = _NUMBER.findall(_BRACKETS.sub("", text))
    if len(found) != 1 or (found[0].endswith("%") and item.measure != "%"):
        return None
    value = value_of(found[0].rstrip("%"), item.type)
    return value.value if isinstance(value.value, int | float) else None


def reached(matrix: Matrix, item: Indicator) -> Reached:
    """Each unit by name in one of both lists, as far as both numbers are there."""
    targets, now = unit_targets(matrix, item), matrix.numbers(f"{item.id}.ky_nay")
    both = [unit for unit in matrix.at if unit in targets and unit in now]
    return Reached(
        [unit for unit in both if now[unit] >= targets[unit]],
        [unit for unit in both if now[unit] < targets[unit]],
    )
