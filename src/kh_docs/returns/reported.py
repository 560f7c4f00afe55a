"""What the province's outputs list: the indicators of the report, and how a unit is called in a table."""

from __future__ import annotations

from collections.abc import Sequence

from kh_docs.facts.numbers_vi import printed_number
from kh_docs.model.indicators import Indicator
from kh_docs.returns.request import Request


def items_of(request: Request) -> list[Indicator]:
    """The indicators of the report, in its order."""
    span = request.recipe.span
    return [item for item in request.book.indicators.indicators if item.core and span in item.periods]


def name_of(request: Request, unit: str) -> str:
    return request.book.units[unit].name


# Units that a Word document can name one by one; of more nobody would read it, and no machine open it.
MOST_NAMED = 200


def names_in_words(request: Request, units: Sequence[str]) -> str:
    """The units by name; of too many how many they are."""
    return named([name_of(request, unit) for unit in units])


def named(names: Sequence[str]) -> str:
    """These names; of too many how many they are."""
    if len(names) > MOST_NAMED:
        return f"{printed_number(str(len(names)))} đơn vị (tên tại bảng tổng hợp kèm theo)"
    return ", ".join(names)


def rates_beside(request: Request) -> list[Indicator]:
    """Rates that have a target and that no form asks for, as it asks for all that they are made of."""
    asked = {item.id for item in items_of(request)}
    return [
        item
        for item in request.book.indicators.indicators
        if item.id not in asked and item.aggregate == "ratio" and item.formula and item.target_text
        if asked >= {*item.formula.numerator, *item.formula.denominator}
    ]
