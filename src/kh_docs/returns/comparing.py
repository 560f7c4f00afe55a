"""This period against the one before, and rates unit by unit: always of the units that gave every part."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.facts.numbers_vi import per_cent
from kh_docs.model.indicators import Indicator
from kh_docs.returns.matrix import Matrix
from kh_docs.returns.numbers import CURRENT, PREVIOUS


class Compared(NamedTuple):
    """What the units that gave both figures add up to."""

    before: float
    now: float
    units: int

    @property
    def change(self) -> float | None:
        """In per cent; None where there was nothing before."""
        return per_cent(self.now - self.before, self.before) if self.before else None


def compared(matrix: Matrix, item: Indicator) -> Compared | None:
    """Both periods; None where no unit gave both, or where they do not add up."""
    if item.type not in ("n", "m") or item.aggregate not in ("sum", "union"):
        return None
    before, now = (matrix.numbers(f"{item.id}.{column}") for column in (PREVIOUS, CURRENT))
    both = before.keys() & now.keys()
    if not both:
        return None
    return Compared(sum(before[unit] for unit in both), sum(now[unit] for unit in both), len(both))


def rates(matrix: Matrix, item: Indicator, column: str = CURRENT) -> dict[str, float]:
    """A rate of each unit from its own parts, whatever rate somebody typed."""
    if item.aggregate != "ratio" or item.formula is None:
        return {}
    above, below = (
        [matrix.numbers(f"{part}.{column}") for part in parts]
        for parts in (item.formula.numerator, item.formula.denominator)
    )
    units = set.intersection(*(set(part) for part in (*above, *below))) if below else set()
    found = {}
    for unit in units:
        whole = sum(part[unit] for part in below)
        if whole:
            found[unit] = per_cent(sum(part[unit] for part in above), whole)
    return found
