"""Figures of the report forms that follow from others: ratios, shares."""

from __future__ import annotations

from kh_docs.facts.numbers_vi import number_of, percentage
from kh_docs.model.indicators import Indicator


def ratio(item: Indicator, values: dict[str, str]) -> str:
    """A ratio from the sums it is made of, never from other ratios; empty while one of them is unknown."""
    formula = item.formula
    if formula is None or not formula.numerator or not formula.denominator:
        return ""
    if not all(map(values.get, (*formula.numerator, *formula.denominator))):
        return ""
    parts = [number_of(values.get(name, "")) for name in formula.numerator]
    wholes = [number_of(values.get(name, "")) for name in formula.denominator]
    known = [amount for amount in (*parts, *wholes) if amount is not None]
    below = sum(amount for amount in wholes if amount is not None)
    if len(known) < len(parts) + len(wholes) or not below:
        return ""
    return percentage(sum(amount for amount in parts if amount is not None), below)


def share(part: str, whole: str) -> str:
    """`part` in per cent of `whole`, empty where one is no number or nothing is to be divided by."""
    above, below = number_of(part), number_of(whole)
    return percentage(above, below) if above is not None and below else ""
