"""What the province's outputs list: the indicators of the report, and how a unit is called in a table."""

from __future__ import annotations

from kh_docs.model.indicators import Indicator
from kh_docs.returns.request import Request


def items_of(request: Request) -> list[Indicator]:
    """The indicators of the report, in its order."""
    span = request.recipe.span
    return [item for item in request.book.indicators.indicators if item.core and span in item.periods]


def name_of(request: Request, unit: str) -> str:
    return request.book.units[unit].name
